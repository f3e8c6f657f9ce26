import type { ItemReport, RowReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Section, TableItem } from '#core/rubric.ts'
import type { Block } from './blocks.ts'
import { skillHeading } from './skillWords.ts'
import {
  authorInlines,
  HAIR_TABLE,
  line,
  paragraphs,
  writtenParagraphs,
  type Composing,
} from './composing.ts'
import { itemWords, MARKED_PADDING, underItem } from './markedRows.ts'
import type { Paragraph } from './paragraph.ts'
import { repeatsSection, type Part } from './parts.ts'
import { sheetColumns, sheetTable, type SheetRow } from './sheetTable.ts'

const LOWEST_ROW = 8

/** A table item across the page, with the table of everyone who wrote one. */
export function markedSheetBlocks(
  composing: Composing,
  of: RubricReport,
  {
    section,
    part,
  }: { readonly section: Section; readonly part: Extract<Part<ItemReport>, { kind: 'table' }> },
): readonly Block[] {
  const opens = part.opens && !repeatsSection(section, part.skill)
  const title = opens ? [skillHeading(part.skill, 2.4)] : []
  return sheetBlocks(composing, of, part.entry, title)
}

/** The words of a table item under a title of its own, then the tables. */
export function sheetBlocks(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
  title: readonly Paragraph[],
): readonly Block[] {
  const { item, tables, setAside } = report
  if (item.kind !== 'table') return []
  const { nothing } = composing.words.paper.rubric
  return [
    {
      kind: 'text',
      isHeading: true,
      paragraphs: [
        ...title,
        { ...itemWords(report), above: title.length > 0 ? 0.8 : 3.4 },
        ...underItem(composing, of, report),
      ],
    },
    ...(tables.length === 0 && setAside.length === 0
      ? [paragraphs(line(nothing, 'note', { above: 1 }))]
      : []),
    ...tables.flatMap(({ author, rows }): readonly Block[] => {
      const by = authorInlines(composing, item, author)
      const whose: readonly Block[] =
        by.length === 0
          ? []
          : [{ kind: 'text', isHeading: true, paragraphs: [{ inlines: by, above: 2 }] }]
      return [...whose, { kind: 'table', table: sheetOf(composing, item, rows), above: 1.2 }]
    }),
  ]
}

function sheetOf({ words, paper }: Composing, item: TableItem, rows: readonly RowReport[]) {
  return sheetTable(
    {
      columns: sheetColumns(item),
      rows: rows.map((row): SheetRow => ({
        label: row.label,
        provenance: item.rows.find(({ id }) => id === row.id)?.provenance,
        lowest: LOWEST_ROW,
        cells: row.cells.map((one, index) => {
          const isDate = item.columns[index]?.kind === 'date'
          return cellParagraphs(isDate ? words.common.day(one.text) : one.text, one.isPrefilled)
        }),
      })),
      look: { line: HAIR_TABLE, padding: MARKED_PADDING, isForm: false },
      continued: words.paper.rubric.continued,
    },
    paper,
  )
}

/** What stands in a cell: softly where it is the rubric's and nobody has written over it. */
function cellParagraphs(said: string, isPrefilled: boolean): readonly Paragraph[] {
  return said.trim() === '' ? [] : writtenParagraphs([], said, isPrefilled ? 'tableSoft' : 'table')
}
