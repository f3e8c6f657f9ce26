import type { Scale } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import type { EditorForm, SourceForm } from './formModel.ts'
import { fromHead, fromSection, fromSources } from './fromForm.ts'
import { renumber } from './numbers.ts'
import type { Part } from './places.ts'
import { followSources } from './sourceKeys.ts'
import { toHead, toScales, toSection, toSources } from './toForm.ts'
import { idsOf, type Used } from './usedIds.ts'

/** What the form of a part begins with. */
export function valuesOf(rubric: RubricDraft, part: Part): Partial<EditorForm> {
  switch (part.kind) {
    case 'head':
      return { head: toHead(rubric) }
    case 'scales':
      return { scales: toScales(rubric) }
    case 'sources':
      return { sources: toSources(rubric) }
    case 'section': {
      const section = rubric.sections.find(({ id }) => id === part.id)
      return section ? { section: toSection(section) } : {}
    }
    case 'check':
      return {}
  }
}

/** The draft with what the form of a part holds by now. */
export function withValues(
  rubric: RubricDraft,
  values: Partial<EditorForm>,
  used: Used,
): RubricDraft {
  const { head, scales, sources, section } = structuredClone(values)
  if (head) {
    const { format, formatVersion, version, sections } = rubric
    const rest = { scales: rubric.scales, sections, sources: rubric.sources }
    return { format, formatVersion, version, ...fromHead(head), ...rest }
  }
  if (scales) return { ...rubric, scales: scales.map(upward) }
  if (sources) return withSources(rubric, sources)
  if (!section) return rubric
  const sections = rubric.sections.map((other) =>
    other.id === section.id ? fromSection(section) : other,
  )
  const next = { ...rubric, sections }
  const isOrdered = [...idsOf(rubric)].join('\n') === [...idsOf(next)].join('\n')
  return isOrdered ? next : renumber(next, used)
}

function withSources(rubric: RubricDraft, sources: readonly SourceForm[]): RubricDraft {
  return followSources({ ...rubric, sources: fromSources(sources) }, rubric.sources, sources)
}

/** From the box that asks for a strategy on, all do; the lowest never does. */
function upward(scale: Scale): Scale {
  const first = scale.levels.findIndex(({ asksForStrategy }, at) => at > 0 && asksForStrategy)
  const levels = scale.levels.map((level, at) => ({
    ...level,
    asksForStrategy: first > 0 && at >= first,
  }))
  return { ...scale, levels }
}
