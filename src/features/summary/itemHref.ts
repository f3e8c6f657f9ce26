import type { ItemReport } from '#core/itemReport.ts'
import type { Report } from '#core/report.ts'

/** The address of an item's row on the rubric screen. */
export function itemHref({ reflection }: Report, { section, item }: ItemReport): string {
  return `#/r/${reflection.id}/reflect/${section.id}/${item.id}`
}
