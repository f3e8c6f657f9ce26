import { parseJsonText } from './jsonText.ts'
import {
  COLUMNS,
  OFTEN_EMPTY,
  TABLE,
  WHATS,
  type MemberColumn,
  type RowKind,
  type RowsBelow,
} from './rubricCsvKinds.ts'
import {
  cellsOf,
  emptyPart,
  isPart,
  memberAt,
  mergeMembers,
  putMember,
  toParts,
  type Part,
} from './rubricCsvMembers.ts'
import type { TableFault, TableRow } from './rubricCsvTable.ts'
import { quote, spellPath, type Path } from './rubricFault.ts'
import { nearest } from './rubricIssue.ts'

/** A row whose part is being put together, until a row that does not belong below it comes. */
interface OpenRow {
  readonly what: string
  readonly kind: RowKind
  readonly part: Part
  readonly path: Path
  readonly row: number
}

/** Which row a part of the rubric comes from. */
export interface RowPlace {
  readonly row: number
  readonly kind: RowKind
  /** The one cell that is the part, where it is a text. */
  readonly column: 'text' | undefined
}

export interface Assembled {
  /** What the rows make: anything at all, until `parseRubric` has looked at it. */
  readonly raw: unknown
  /** By JSON path, as faults spell it. */
  readonly places: ReadonlyMap<string, RowPlace>
  readonly faults: readonly TableFault[]
}

/** Puts the parts together that the rows of a table hold. Every row and cell counts or is a fault. */
export function assembleRows(rows: readonly TableRow[]): Assembled {
  const table: OpenRow = { what: '', kind: TABLE, part: emptyPart(), path: [], row: 1 }
  const places = new Map<string, RowPlace>()
  const faults: TableFault[] = []
  const closed: OpenRow[] = []
  let open = [table]
  for (const row of rows) {
    const what = row.cell('what').toLowerCase().replace(/\s+/g, ' ')
    const found = findUpper(open, what)
    if (!found) {
      faults.push({ row: row.row, column: 'what', sentence: lostSentence(what, open) })
      continue
    }
    faults.push(...strayCells(row, found.below))
    const added = addRow(found.upper, found.below, row)
    faults.push(...added.faults)
    const kept = open.slice(0, open.indexOf(found.upper) + 1)
    open = added.open ? [...kept, added.open] : kept
    if (added.open) closed.push(added.open)
    const path = spellPath(added.path.slice(1))
    const { kind, as } = found.below
    const column = as === 'value' ? 'text' : undefined
    if (!places.has(path)) places.set(path, { row: row.row, kind, column })
  }
  faults.push(...closed.flatMap(missingIn))
  if (!closed.some(({ what }) => what === 'rubric') && faults.length === 0) {
    const sentence = 'There is no “rubric” row. It stands first, below the names of the columns.'
    faults.push({ sentence })
  }
  return { raw: table.part['rubric'], places, faults: faults.toSorted(byRow) }
}

function byRow(a: TableFault, b: TableFault): number {
  return (a.row ?? 0) - (b.row ?? 0)
}

/** The nearest row above that may have such a row below it. */
function findUpper(
  open: readonly OpenRow[],
  what: string,
): { upper: OpenRow; below: RowsBelow } | undefined {
  for (const upper of open.toReversed()) {
    const below = upper.kind.below.find((rows) => rows.what === what)
    if (below) return { upper, below }
  }
  return undefined
}

function article(what: string): string {
  return /^[aeio]/.test(what) ? 'An' : 'A'
}

function lostSentence(what: string, open: readonly OpenRow[]): string {
  if (what === '') return 'Say what this row is, for example “item”, or empty the row.'
  if (WHATS.has(what)) {
    const last = open.at(-1)?.what ?? ''
    const above =
      last === '' ? 'none that it belongs to' : `${article(last).toLowerCase()} ${quote(last)} row`
    return `${article(what)} ${quote(what)} row cannot stand here: above it is ${above}. Move it to where it belongs.`
  }
  const meant = nearest(what, WHATS)
  const advice =
    meant === undefined
      ? 'The usual ones are “section”, “skill” and “item”.'
      : `Did you mean “${meant}”?`
  return `There is no kind of row ${quote(what)}. ${advice}`
}

/** Cells that mean nothing in such a row: refused, because they would be lost. */
function strayCells(row: TableRow, { what, as, kind }: RowsBelow): TableFault[] {
  const known = new Set<string>(['what', ...cellsOf(kind).map(([column]) => column)])
  if (as === 'list' || as === 'one') known.add('more')
  return COLUMNS.filter((column) => !known.has(column) && row.cell(column) !== '').map(
    (column) => ({
      row: row.row,
      column,
      sentence: `${article(what)} ${quote(what)} row has nothing in this column. Empty the cell, or move it.`,
    }),
  )
}

interface Added {
  readonly path: Path
  /** The row, where it can have rows of its own. */
  readonly open?: OpenRow
  readonly faults: readonly TableFault[]
}

function addRow(upper: OpenRow, below: RowsBelow, row: TableRow): Added {
  const { what, member, as, kind } = below
  const path = [...upper.path, ...member.split('.')]
  const twice = `Another ${quote(what)} row stands above, below the same row. Keep one of them.`
  const refused = (sentence: string) => ({ path, faults: [{ row: row.row, sentence }] })
  if (as === 'value') {
    const text = row.cell('text')
    if (text === '') return refused('The words of this row are missing. Write them in “text”.')
    return putMember(upper.part, member, text) ? { path, faults: [] } : refused(twice)
  }
  if (as === 'map') return addToMap(upper, below, row)
  const { part, faults } = readPart(row, kind)
  const open = { what, kind, part, row: row.row }
  if (as === 'one') {
    if (!putMember(upper.part, member, part)) return refused(twice)
    return { path, open: { ...open, path }, faults }
  }
  const list = memberAt(upper.part, member) ?? []
  if (!Array.isArray(list))
    return refused(`${quote(member)} in “more” above is no list. Remove it.`)
  putMember(upper.part, member, list)
  list.push(part)
  const place = [...path, list.length - 1]
  return { path: place, open: { ...open, path: place }, faults }
}

function addToMap(upper: OpenRow, { what, member, kind }: RowsBelow, row: TableRow): Added {
  const [id, text] = [row.cell('id'), row.cell('text')]
  const path = [...upper.path, member, id]
  const empty = cellsOf(kind).filter(([column]) => row.cell(column) === '')
  if (empty.length > 0) {
    return { path, faults: empty.map(([column]) => emptyCell(row.row, column)) }
  }
  const map = memberAt(upper.part, member) ?? emptyPart()
  putMember(upper.part, member, map)
  if (isPart(map) && map[id] === undefined) {
    map[id] = text
    return { path, faults: [] }
  }
  const sentence = `Another ${quote(what)} row with this id stands above. Keep one of them.`
  return { path, faults: [{ row: row.row, column: 'id', sentence }] }
}

// --- One row ---------------------------------------------------------------------------------

function readPart(row: TableRow, kind: RowKind): { part: Part; faults: TableFault[] } {
  const part = emptyPart()
  const faults: TableFault[] = []
  const cells = cellsOf(kind).map(([column, member]) => ({
    column,
    member,
    value: readCell(column, row.cell(column)),
  }))
  for (const { column, member, value } of cells) {
    if (value === WRONG) {
      const sentence = 'Write “yes” for what is no longer asked, or leave this cell empty.'
      faults.push({ row: row.row, column, sentence })
    } else if (value !== undefined) {
      putMember(part, member, value)
    }
  }
  const wrong = readMore(part, row.cell('more'))
  if (wrong !== undefined) faults.push({ row: row.row, column: 'more', sentence: wrong })
  for (const { column, member } of cells) {
    if (column === 'source') putMember(part, member, [])
  }
  for (const { member, as, needed } of kind.below) {
    if (as === 'list' && needed) putMember(part, member, [])
  }
  return { part, faults }
}

const WRONG = Symbol('a cell that cannot be read')

/** What a cell says: `undefined` if it says nothing. */
function readCell(column: MemberColumn, cell: string): unknown {
  if (cell === '') return undefined
  switch (column) {
    case 'source':
      return cell.split(/[\s,;]+/).filter((key) => key !== '')
    case 'retired':
      if (/^(?:yes|y|true|x|1)$/i.test(cell)) return true
      return /^(?:no|n|false|0)$/i.test(cell) ? false : WRONG
    case 'kind':
    case 'provenance':
      // Spreadsheets like to start a cell with a capital.
      return cell.toLowerCase()
    case 'number':
      // Where people write decimals with a comma, a spreadsheet makes one of "1.2".
      return cell.replace(',', '.')
    default:
      return cell
  }
}

/** Adds what the column "more" holds; gives back what is wrong with it. */
function readMore(part: Part, cell: string): string | undefined {
  if (cell === '') return undefined
  const read = parseJsonText(cell)
  // Spreadsheets curl quotes while somebody types.
  const parsed = read.ok ? read : parseJsonText(cell.replace(/[“”„«»]/g, '"'))
  if (!parsed.ok) {
    const { sentence } = read.ok ? parsed.problem : read.problem
    return `${sentence} This column holds settings, such as {"scale":"four-boxes"}.`
  }
  const more = toParts(parsed.value)
  if (!isPart(more)) return 'Settings stand in { } here, such as {"scale":"four-boxes"}.'
  const twice = mergeMembers(part, more)
  return twice === undefined
    ? undefined
    : `${quote(twice)} has a column of its own, and this row fills it. Remove it here.`
}

// --- What is missing -------------------------------------------------------------------------

const MISSING: { readonly [column in MemberColumn]: string } = {
  id: 'The id is missing. Write one that nothing else has, for example “net.culture.trust.1”.',
  number: 'The number is missing. Write it.',
  text: 'The words are missing. Write them, or take the whole row out.',
  'short or hint': 'The short words for narrow places are missing. Write them.',
  kind: 'The kind is missing. Write it.',
  provenance: 'Write “source”, “adapted” or “drafted” here.',
  source: 'The source is missing. Write its key.',
  'source note': 'The note is missing. Write it.',
  retired: 'Write “yes” or “no” here.',
  'replaced by': 'Write the id of the item that takes its place.',
}

function emptyCell(row: number, column: MemberColumn): TableFault {
  return { row, column, sentence: MISSING[column] }
}

/** The cells and rows that a row needs and does not have. */
function missingIn({ kind, part, row, what }: OpenRow): TableFault[] {
  const cells = cellsOf(kind)
    .filter(([column]) => !OFTEN_EMPTY.includes(column) && !kind.optional?.includes(column))
    .filter(([, member]) => memberAt(part, member) === undefined)
    .map(([column]) => emptyCell(row, column))
  const rows = kind.below
    .filter(({ needed, member }) => needed && memberAt(part, member) === undefined)
    .map((below) => ({
      row,
      sentence: `${article(below.what)} ${quote(below.what)} row is missing below this ${quote(what)} row. Add it.`,
    }))
  return [...cells, ...rows]
}
