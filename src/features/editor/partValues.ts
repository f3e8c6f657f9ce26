import type { Scale, Section } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import type { EditorForm, SourceForm } from './formModel.ts'
import { fromHead, fromSection, fromSources } from './fromForm.ts'
import { renumber } from './numbers.ts'
import type { FormPart } from './places.ts'
import { followSources } from './sourceKeys.ts'
import { toHead, toScales, toSection, toSources } from './toForm.ts'
import { idsOf, type Used } from './usedIds.ts'

/** What the form of a part begins with. */
export function valuesOf(rubric: RubricDraft, part: FormPart): Partial<EditorForm> {
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
    other.id === section.id ? withNumbers(fromSection(section), other) : other,
  )
  const next = { ...rubric, sections }
  const isOrdered = [...idsOf(rubric)].join('\n') === [...idsOf(next)].join('\n')
  return isOrdered ? next : renumber(next, used)
}

/** Numbers are the draft's: no field has them, and what was new when the form began has one by now. */
function withNumbers(section: Section, known: Section): Section {
  const numbers = new Map(
    known.skills.flatMap((skill) =>
      [skill, ...skill.items].map(({ id, number }): [string, string] => [id, number]),
    ),
  )
  const numberOf = ({ id, number }: { id: string; number: string }) => numbers.get(id) ?? number
  return {
    ...section,
    number: known.number,
    skills: section.skills.map((skill) => ({
      ...skill,
      number: numberOf(skill),
      items: skill.items.map((item) => ({ ...item, number: numberOf(item) })),
    })),
  }
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
