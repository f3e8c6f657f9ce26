import type { ItemReport } from '#core/itemReport.ts'
import type { SectionReport } from '#core/report.ts'
import type { Item } from '#core/rubric.ts'

/** The methods a strategy of a section can belong to. */
export interface Methods {
  /** Where marks stand in boxes that ask for a strategy: most of them first. */
  readonly strong: readonly Item[]
  /** The others, as in print. */
  readonly others: readonly Item[]
}

/** The methods of a section, strongest first. One that is asked for each site stands once. */
export function methodsOf({ skills }: SectionReport): Methods {
  const marks = new Map<Item, number>()
  for (const report of skills.flatMap(({ items }) => items)) {
    marks.set(report.item, (marks.get(report.item) ?? 0) + strongMarks(report))
  }
  const all = [...marks.keys()]
  const count = (item: Item) => marks.get(item) ?? 0
  return {
    strong: all.filter((item) => count(item) > 0).toSorted((a, b) => count(b) - count(a)),
    others: all.filter((item) => count(item) === 0),
  }
}

function strongMarks({ boxes }: ItemReport): number {
  return boxes.reduce(
    (sum, { level, people }) => sum + (level.asksForStrategy ? people.length : 0),
    0,
  )
}
