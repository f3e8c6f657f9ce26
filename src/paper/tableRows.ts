import type { Cell, Row, Table } from './blocks.ts'
import { shiftMark, type Mark } from './marks.ts'
import type { Measure } from './measure.ts'
import { layParagraph, type Line, type Paragraph } from './paragraph.ts'
import { patternMarks } from './pattern.ts'
import { BOX_TINT, HAIR, HAIRLINE, levelTint } from './theme.ts'

const BAND = 1.3
const HEAD_BAND = 1.9

/** A row of cells with their lines broken, ready to be placed or parted. */
export interface LaidRow {
  readonly cells: readonly LaidCell[]
  readonly height: number
  readonly isTail: boolean
  readonly isOpen: boolean
}

export interface LaidCell {
  readonly cell: Cell
  readonly x: number
  readonly width: number
  readonly lines: readonly Line[]
}

/** The height of lines one under the other, without the space above the first. */
export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line, index) => sum + line.height + (index > 0 ? line.above : 0), 0)
}

/** Marks of lines one under the other from 0, 0. */
export function stackLines(lines: readonly Line[]): readonly Mark[] {
  let y = 0
  return lines.flatMap((line, index) => {
    if (index > 0) y += line.above
    const marks = line.marks.map((mark) => shiftMark(mark, 0, y))
    y += line.height
    return marks
  })
}

export function layParagraphs(
  paragraphs: readonly Paragraph[],
  width: number,
  measure: Measure,
): readonly Line[] {
  return paragraphs.flatMap((paragraph) => layParagraph(paragraph, width, measure))
}

/** Breaks the lines of a row's cells; `from` is the column of its first cell. */
export function layRow(row: Row, table: Table, from: number, measure: Measure): LaidRow {
  let column = from
  const cells = row.cells.map((cell): LaidCell => {
    const before = table.columns.slice(0, column)
    const own = table.columns.slice(column, column + (cell.span ?? 1))
    column += cell.span ?? 1
    const width = sum(own)
    const inner = width - table.padding.x * 2 - bandInset(cell)
    return { cell, x: sum(before), width, lines: layParagraphs(cell.paragraphs, inner, measure) }
  })
  const { lowest = 0, isTail = false, isOpen = false } = row
  return { cells, height: rowHeight(cells, table, lowest), isTail, isOpen }
}

function rowHeight(cells: readonly LaidCell[], table: Table, lowest: number): number {
  const heights = cells.map(({ cell, lines }) => heightOf(lines) + verticalPadding(cell, table))
  return Math.max(lowest, ...heights)
}

function verticalPadding(cell: Cell, table: Table): number {
  return table.padding.y * 2 + (cell.level?.look === 'head' ? HEAD_BAND : 0)
}

function bandInset(cell: Cell): number {
  return cell.level && cell.level.look !== 'head' ? BAND : 0
}

/** Cuts a row in two: what fits into `room`, at least a line, and the rest. */
export function partRow(row: LaidRow, room: number, table: Table): readonly [LaidRow, LaidRow] {
  const parts = row.cells.map((laid) => {
    const inner = room - verticalPadding(laid.cell, table)
    let count = laid.lines.length
    while (count > 1 && heightOf(laid.lines.slice(0, count)) > inner) count -= 1
    return [
      { ...laid, lines: laid.lines.slice(0, count) },
      { ...laid, lines: laid.lines.slice(count) },
    ] as const
  })
  const make = (cells: readonly LaidCell[]): LaidRow => ({
    cells,
    height: rowHeight(cells, table, 0),
    isTail: row.isTail,
    isOpen: row.isOpen,
  })
  return [make(parts.map(([first]) => first)), make(parts.map(([, rest]) => rest))]
}

/** The tints and patterns of a row's boxes from 0, 0: they go under lines and letters. */
export function rowFills(row: LaidRow, height = row.height): readonly Mark[] {
  return row.cells.flatMap((laid) => levelMarks(laid, height))
}

/** The letters of a row from 0, 0, stretched to `height`. */
export function rowLetters(row: LaidRow, table: Table, height = row.height): readonly Mark[] {
  return row.cells.flatMap(({ cell, x, lines }) => {
    const top = cell.level?.look === 'head' ? HEAD_BAND : 0
    const slack = height - verticalPadding(cell, table) - heightOf(lines)
    const share = cell.align === 'bottom' ? 1 : cell.align === 'middle' ? 0.5 : 0
    const textX = x + table.padding.x + bandInset(cell)
    const textY = top + table.padding.y + Math.max(0, slack) * share
    return stackLines(lines).map((mark) => shiftMark(mark, textX, textY))
  })
}

function levelMarks({ cell, x, width }: LaidCell, height: number): readonly Mark[] {
  if (cell.isShaded) return [{ kind: 'box', x, y: 0, width, height, fill: BOX_TINT }]
  if (!cell.level || cell.level.look === 'empty') return []
  const { index, count, look } = cell.level
  if (look === 'head') {
    const band = { x: x + 0.4, y: 0, width: width - 0.8, height: HEAD_BAND - 0.3 }
    const tint: Mark = { kind: 'box', ...band, fill: levelTint(index, count) }
    const frame: Mark = { kind: 'box', ...band, line: { width: HAIR, colour: HAIRLINE } }
    return index === 0 ? [frame] : [tint, ...patternMarks(band, cell.level)]
  }
  const box: Mark = { kind: 'box', x, y: 0, width, height, fill: levelTint(index, count) }
  const band = { x, y: 0, width: BAND, height }
  return index === 0 ? [] : [box, ...patternMarks(band, cell.level)]
}

/** The lines between columns, for the columns that `wanted` chooses. */
export function ruleMarks(
  table: Table,
  area: { readonly top: number; readonly bottom: number },
  wanted: (column: number) => boolean,
): readonly Mark[] {
  return table.verticals.filter(wanted).map((column): Mark => {
    const x = sum(table.columns.slice(0, column))
    return { ...table.line, kind: 'line', x, toX: x, y: area.top, toY: area.bottom }
  })
}

/** A line across the table from the left edge of a column. */
export function crossLine(table: Table, from: number, y: number): Mark {
  const x = sum(table.columns.slice(0, from))
  return { ...table.line, kind: 'line', x, y, toX: sum(table.columns), toY: y }
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
