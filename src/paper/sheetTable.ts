import type { Provenance, TableItem } from '#core/rubric.ts'
import type { Cell, Group, Row, Table } from './blocks.ts'
import { cell, line, sheet } from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import type { PaperSize } from './theme.ts'

/** A table that people fill in, as it is to be printed. Blank and filled paper share its shape. */
export interface Sheet {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  readonly look: Pick<Table, 'line' | 'padding'> & { readonly isForm: boolean }
  /** Said of a row that goes on on the next page. */
  readonly continued: string
}

export interface SheetColumn {
  readonly label: string
  readonly hint: string | undefined
  /** For long words; others need less room. */
  readonly isWide: boolean
}

export interface SheetRow {
  /** Empty for a row that people added. */
  readonly label: string
  readonly provenance: Provenance | undefined
  /** One per column. */
  readonly cells: readonly (readonly Paragraph[])[]
  /** Of each line of cells, in millimetres. */
  readonly lowest: number
}

const ROW_LABEL = { letter: 42, a4: 45 } as const
/** Nobody writes or reads well in a column that is narrower. */
const NARROWEST = 36
const WIDE = 1.6
/** The most cells side by side in the card of a row. */
const ACROSS = 4

/**
 * A grid with the columns as heads where each gets room enough; else each row is a card: its label
 * at the left, its cells with their heads beside it, several lines of them.
 */
export function sheetTable(sheetOf: Sheet, paper: PaperSize): Table {
  const { frame } = sheet(paper, 'landscape')
  const label = sheetOf.rows.some((row) => row.label !== '') ? ROW_LABEL[paper] : 0
  const room = frame - label
  return room / sheetOf.columns.length >= NARROWEST
    ? gridTable(sheetOf, { label, room })
    : cardTable(sheetOf, { label: ROW_LABEL[paper], room: frame - ROW_LABEL[paper] })
}

/** The columns of an item's table. */
export function sheetColumns({ columns }: TableItem): readonly SheetColumn[] {
  return columns.map((column) => ({
    label: column.label,
    hint: column.hint,
    isWide: column.kind === 'text' && column.length === 'long',
  }))
}

interface Widths {
  /** Of the column for the labels of rows; 0 if no row has one. */
  readonly label: number
  readonly room: number
}

function gridTable({ columns, rows, look }: Sheet, { label, room }: Widths): Table {
  const shares = columns.map(({ isWide }) => (isWide ? WIDE : 1))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => (room * share) / all)
  const labels = label > 0 ? [label] : []
  const heads = columns.map((column): Cell => cell(headParagraphs(column), { align: 'bottom' }))
  return {
    ...tableLook(look, [...labels, ...widths]),
    head: { cells: [...(label > 0 ? [cell([])] : []), ...heads] },
    groups: [
      {
        rows: rows.map((row): Row => ({
          lowest: row.lowest,
          cells: [
            ...(label > 0 ? [cell(labelParagraphs(row))] : []),
            ...row.cells.map((content) => cell(content)),
          ],
        })),
      },
    ],
  }
}

function tableLook({ isForm, ...look }: Sheet['look'], columns: readonly number[]) {
  const lines = columns.map((_, index) => index)
  return { ...look, columns, verticals: isForm ? [...lines, columns.length] : lines.slice(1) }
}

function headParagraphs({ label, hint }: SheetColumn): readonly Paragraph[] {
  return [line(label, 'tableStrong'), ...(hint === undefined ? [] : [line(hint, 'note')])]
}

function labelParagraphs({ label, provenance }: SheetRow, more = ''): readonly Paragraph[] {
  if (label === '') return []
  const mark: readonly Inline[] = provenance ? [{ kind: 'provenance', provenance }] : []
  const rest = more === '' ? [] : [text(` ${more}`, 'note')]
  return [{ inlines: [text(`${label}\u00A0`, 'tableStrong'), ...mark, ...rest] }]
}

// --- Cards ----------------------------------------------------------------------------------------

function cardTable({ columns, rows, look, continued }: Sheet, { label, room }: Widths): Table {
  const across = Math.ceil(columns.length / Math.ceil(columns.length / ACROSS))
  const widths = Array.from({ length: across }, () => room / across)
  return {
    ...tableLook(look, [label, ...widths]),
    groups: rows.map((row): Group => ({
      lead: { first: labelParagraphs(row), again: labelParagraphs(row, continued) },
      rows: cardRows(columns, row, across),
    })),
  }
}

/** The cells of a card in lines of `across`, those of the last line as wide as the others together. */
function cardRows(columns: readonly SheetColumn[], row: SheetRow, across: number): readonly Row[] {
  const lines = Math.ceil(columns.length / across)
  return Array.from({ length: lines }, (_, index): Row => {
    const own = columns.slice(index * across, (index + 1) * across)
    const spare = across - own.length
    return {
      lowest: row.lowest,
      isTail: index > 0,
      cells: own.map((column, place) => {
        const content = row.cells[index * across + place] ?? []
        const span = place === own.length - 1 ? 1 + spare : 1
        return cell([...cardHead(column), ...content], { span })
      }),
    }
  })
}

function cardHead({ label, hint }: SheetColumn): readonly Paragraph[] {
  const more = hint === undefined ? [] : [text(`\u00A0 ${hint}`, 'cellHint')]
  return [{ inlines: [text(label, 'cellHead'), ...more] }]
}
