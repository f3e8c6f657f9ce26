import type { Group, Table } from './blocks.ts'
import type { Flow, Piece } from './flow.ts'
import { shiftMark, type Mark } from './marks.ts'
import type { Measure } from './measure.ts'
import { type Line, type Paragraph } from './paragraph.ts'
import {
  crossLine,
  heightOf,
  layParagraphs,
  layRow,
  partRow,
  rowFills,
  rowLetters,
  ruleMarks,
  stackLines,
  sum,
  type LaidRow,
} from './tableRows.ts'

/** A row that must be parted begins below others only if this much of it fits there. */
const WORTH_PARTING = 30

/** Rows that stay on one page: a row and the tails that belong to it. */
interface Bundle {
  readonly rows: readonly LaidRow[]
  readonly height: number
}

interface Lead {
  readonly first: readonly Line[]
  readonly again: readonly Line[]
}

interface Context {
  readonly table: Table
  readonly measure: Measure
  /** Sets the heading across the table. */
  readonly bandPieces: (group: Group) => readonly Piece[]
}

/**
 * Lays a table into the flow: its head repeats on every page, a row is parted only if it is higher
 * than a page, and a lead is set again, as continued, above the rows that follow on the next page.
 */
export function flowTable(flow: Flow, context: Context): void {
  const { table } = context
  const head = headPiece(context)
  if (head) flow.place(head)
  flow.repeat(head)
  for (const group of table.groups) flowGroup(flow, group, context)
  flow.repeat(undefined)
}

/** The table in one piece, for places where nothing may break. */
export function solidTable(context: Context): Piece {
  const marks: Mark[] = []
  let y = 0
  const add = (piece: Piece) => {
    marks.push(...piece.marks.map((mark) => shiftMark(mark, 0, y)))
    y += piece.height
  }
  const head = headPiece(context)
  if (head) add(head)
  for (const group of context.table.groups) {
    for (const piece of context.bandPieces(group)) {
      y += piece.above
      add(piece)
    }
    const { lead, bundles } = layGroup(group, context)
    add(chunkPiece(bundles, lead?.first, context))
  }
  return { height: y, above: 0, marks }
}

function headPiece({ table, measure }: Context): Piece | undefined {
  if (!table.head) return undefined
  const row = layRow(table.head, table, 0, measure)
  const isForm = table.verticals.includes(0)
  const rules = isForm
    ? [
        crossLine(table, 0, 0),
        crossLine(table, 0, row.height),
        ...ruleMarks(table, { top: 0, bottom: row.height }, edgesOf(row, table)),
      ]
    : []
  return {
    height: row.height,
    above: 0,
    marks: [...rowFills(row), ...rules, ...rowLetters(row, table)],
    keepWithNext: true,
  }
}

function layGroup(group: Group, { table, measure }: Context) {
  const from = group.lead ? 1 : 0
  const bundles: Bundle[] = []
  for (const row of group.rows) {
    const laid = layRow(row, table, from, measure)
    const last = bundles.at(-1)
    if (laid.isTail && last) bundles.splice(-1, 1, bundleOf([...last.rows, laid]))
    else bundles.push(bundleOf([laid]))
  }
  return { bundles, lead: group.lead ? layLead(group.lead, table, measure) : undefined }
}

function bundleOf(rows: readonly LaidRow[]): Bundle {
  return { rows, height: sum(rows.map(({ height }) => height)) }
}

function layLead(
  lead: { readonly first: readonly Paragraph[]; readonly again: readonly Paragraph[] },
  table: Table,
  measure: Measure,
): Lead {
  const width = (table.columns[0] ?? 0) - table.padding.x * 2
  return {
    first: layParagraphs(lead.first, width, measure),
    again: layParagraphs(lead.again, width, measure),
  }
}

function flowGroup(flow: Flow, group: Group, context: Context): void {
  const { lead, bundles } = layGroup(group, context)
  for (const piece of context.bandPieces(group)) flow.place({ ...piece, keepWithNext: true })
  let rest = bundles
  let isFirst = true
  while (rest.length > 0) {
    const leadLines = isFirst ? lead?.first : lead?.again
    settleGroup(flow, rest, leadHeight(leadLines, context.table))
    const { chunk, remainder } = takeChunk(flow, rest, leadHeight(leadLines, context.table))
    if (chunk.length > 0) {
      flow.place(chunkPiece(chunk, leadLines, context))
      rest = remainder
      isFirst = false
    } else if (flow.isFresh()) {
      const [tall, ...others] = rest
      if (!tall) return
      const [now, later] = partBundle(tall, flow.room(), context.table)
      flow.place(chunkPiece([now], leadLines, context))
      rest = [later, ...others]
      isFirst = false
    }
    if (rest.length > 0) flow.nextFrame()
  }
}

/** Makes sure that a heading has two rows under it, and that no single row is left over. */
function settleGroup(flow: Flow, bundles: readonly Bundle[], lead: number): void {
  const [first, second] = bundles
  if (bundles.length > 2 && !flow.hasWaiting()) {
    flow.settle(Math.min(Math.max(first?.height ?? 0, lead), flow.wholeRoom()))
    return
  }
  const one = Math.max(first?.height ?? 0, lead)
  const two = Math.max((first?.height ?? 0) + (second?.height ?? 0), lead)
  flow.settle(two <= flow.wholeRoom() / 2 ? two : Math.min(one, flow.wholeRoom()))
}

/** As many bundles as fit; not so many that a single one is left for the next page. */
function takeChunk(
  flow: Flow,
  bundles: readonly Bundle[],
  lead: number,
): { chunk: Bundle[]; remainder: Bundle[] } {
  const room = flow.room() + 1e-6
  let count = 0
  let height = 0
  for (const bundle of bundles) {
    if (Math.max(height + bundle.height, lead) > room) break
    height += bundle.height
    count += 1
  }
  if (bundles.length - count === 1 && count >= 3) count -= 1
  return { chunk: bundles.slice(0, count), remainder: bundles.slice(count) }
}

/** The rows of a bundle that fit into a page, and the rest; a row that is itself higher is parted. */
function partBundle(bundle: Bundle, room: number, table: Table): readonly [Bundle, Bundle] {
  const whole: LaidRow[] = []
  let left = room
  for (const row of bundle.rows) {
    if (row.height > left) break
    whole.push(row)
    left -= row.height
  }
  const [next, ...others] = bundle.rows.slice(whole.length)
  if (!next) return [bundle, bundleOf([])]
  if (whole.length > 0 && (next.height <= room || left < WORTH_PARTING)) {
    return [bundleOf(whole), bundleOf([next, ...others])]
  }
  const [now, later] = partRow(next, left, table)
  return [bundleOf([...whole, now]), bundleOf([later, ...others])]
}

function leadHeight(lines: readonly Line[] | undefined, table: Table): number {
  return lines ? heightOf(lines) + table.padding.y * 2 : 0
}

/** True for the columns at whose left edge a cell of the row begins, and for the end of the table. */
function edgesOf(row: LaidRow, table: Table): (column: number) => boolean {
  const starts = new Set(row.cells.filter(({ cell }) => !cell.isJoined).map(({ x }) => x))
  return (column) =>
    column === table.columns.length || starts.has(sum(table.columns.slice(0, column)))
}

/** Rows under one lead, with the lines around them, as one piece. The last row gives the lead room. */
function chunkPiece(
  bundles: readonly Bundle[],
  lead: readonly Line[] | undefined,
  { table }: Context,
): Piece {
  const from = lead ? 1 : 0
  const rows = bundles.flatMap((bundle) => bundle.rows)
  const height = Math.max(sum(rows.map((row) => row.height)), leadHeight(lead, table))
  const isOuter = (column: number) => column <= from || column === table.columns.length
  const isInner = (row: LaidRow) => {
    const isEdge = edgesOf(row, table)
    return (column: number) => !row.isOpen && !isOuter(column) && isEdge(column)
  }
  const fills: Mark[] = []
  const lines: Mark[] = [crossLine(table, 0, 0), crossLine(table, 0, height)]
  const letters: Mark[] = stackLines(lead ?? []).map((mark) =>
    shiftMark(mark, table.padding.x, table.padding.y),
  )
  let y = 0
  rows.forEach((row, index) => {
    const own = index === rows.length - 1 ? height - y : row.height
    const place = (mark: Mark) => shiftMark(mark, 0, y)
    fills.push(...rowFills(row, own).map(place))
    letters.push(...rowLetters(row, table, own).map(place))
    if (index > 0) lines.push(crossLine(table, from, y))
    lines.push(...ruleMarks(table, { top: y, bottom: y + own }, isInner(row)))
    y += own
  })
  lines.push(...ruleMarks(table, { top: 0, bottom: height }, isOuter))
  return { height, above: 0, marks: [...fills, ...lines, ...letters] }
}
