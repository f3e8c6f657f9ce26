import type { ItemReport } from '#core/itemReport.ts'
import type { Report } from '#core/report.ts'
import type { Rubric } from '#core/rubric.ts'

/** The address of an item's row on the rubric screen. */
export function itemHref(
  { reflection }: Report,
  rubric: Pick<Rubric, 'id'>,
  { section, item }: ItemReport,
): string {
  return `#/r/${reflection.id}/reflect/${rubric.id}/${section.id}/${item.id}`
}
