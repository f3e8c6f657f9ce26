import { foldText, sourceId, type Source } from './playbook.ts'
import type { Provenance, Rubric } from './rubric.ts'
import { credits } from './rubricRules.ts'

/** How many lines say that a source states them, that they are adapted, or that they are drafted. */
export type LineCounts = Readonly<Record<Provenance, number>>

/** A source with the rubrics that draw on it. */
export interface SourceUse {
  readonly source: Source
  readonly rubrics: readonly { readonly rubric: Rubric; readonly lines: LineCounts }[]
}

/** How many lines of a rubric come from where: all that carry a mark. */
export function countLines(rubric: Rubric, from?: Source): LineCounts {
  const lines = { source: 0, adapted: 0, drafted: 0 }
  for (const { value } of credits(rubric)) {
    if (from === undefined || value.source.includes(from.key)) lines[value.provenance] += 1
  }
  return lines
}

/**
 * Every source of the rubrics once, by title. Two of the same key and title are the same source; an
 * address that one of them lacks is taken from the other.
 */
export function sourceUses(rubrics: readonly Rubric[]): readonly SourceUse[] {
  const uses = new Map<string, SourceUse>()
  for (const rubric of rubrics) {
    for (const source of rubric.sources) {
      const known = uses.get(sourceId(source))
      const added = { rubric, lines: countLines(rubric, source) }
      uses.set(sourceId(source), {
        source: known?.source.url === undefined ? source : known.source,
        rubrics: [...(known?.rubrics ?? []), added],
      })
    }
  }
  return [...uses.values()].toSorted(byTitle)
}

function byTitle(one: SourceUse, other: SourceUse): number {
  const [a, b] = [foldText(one.source.title), foldText(other.source.title)]
  if (a !== b) return a < b ? -1 : 1
  return one.source.key < other.source.key ? -1 : 1
}
