import type { Column, Section, TableItem } from '#core/rubric.ts'
import {
  blankItemLine,
  choicesLine,
  FORM_PADDING,
  FORM_TABLE,
  howParagraphs,
  type BlankEntry,
} from './blankRows.ts'
import type { Block, Table } from './blocks.ts'
import type { Space, SpacedForm } from './blankForm.ts'
import { line } from './composing.ts'
import { skillHeading } from './skillWords.ts'
import type { Paragraph } from './paragraph.ts'
import { repeatsSection, type Part } from './parts.ts'
import { sheetColumns, sheetTable, type SheetRow } from './sheetTable.ts'

/** Rows for what people add below those that are always there. */
const ROWS_BELOW = 2
/** To write beside what stands in a cell already. */
const BESIDE = 7

/** A table item across the page: what stands in it softly, and room to write. */
export function blankSheetBlocks(
  form: SpacedForm,
  section: Section,
  part: Extract<Part<BlankEntry>, { kind: 'table' }>,
): readonly Block[] {
  const { item } = part.entry
  if (item.kind !== 'table') return []
  const opens = part.opens && !repeatsSection(section, part.skill)
  return [
    {
      kind: 'text',
      isHeading: true,
      paragraphs: [
        ...(opens ? [skillHeading(part.skill, 2.4)] : []),
        { ...blankItemLine(item), above: opens ? 0.8 : 3.4 },
        ...howParagraphs(form, item),
      ],
    },
    { kind: 'table', table: blankSheet(form, item), above: 1.4 },
  ]
}

/** The table itself. */
export function blankSheet({ paper, words, space }: SpacedForm, item: TableItem): Table {
  const own = item.rows.map((row): SheetRow => ({
    label: row.label,
    provenance: row.provenance,
    lowest: lowestOf(item, space),
    cells: item.columns.map((column) => blankCell(item, column, row.cells?.[column.id])),
  }))
  const more = item.rows.length > 0 ? ROWS_BELOW : space.emptyRows
  const added = Array.from({ length: item.grows ? more : 0 }, (): SheetRow => ({
    label: '',
    provenance: undefined,
    lowest: lowestOf(item, space),
    cells: item.columns.map((column) => blankCell(item, column, undefined)),
  }))
  return sheetTable(
    {
      columns: sheetColumns(item),
      rows: [...own, ...added],
      look: { line: FORM_TABLE, padding: FORM_PADDING, isForm: true },
      continued: words.paper.rubric.continued,
    },
    paper,
  )
}

function lowestOf({ columns }: TableItem, { row }: Space): number {
  return columns.some((column) => column.kind === 'text' && column.length === 'long')
    ? row.long
    : row.short
}

/** What stands in a cell from the start, with room beside it; a box before each option. */
function blankCell(
  item: TableItem,
  column: Column,
  start: string | undefined,
): readonly Paragraph[] {
  if (column.kind === 'choice') {
    return [
      choicesLine(
        item,
        column.options.map(({ label }) => label),
      ),
    ]
  }
  if (start === undefined) return []
  return [line(start, 'tableSoft'), { inlines: [], above: BESIDE - 4 }]
}
