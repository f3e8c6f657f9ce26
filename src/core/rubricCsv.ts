import type { RubricFault } from './problem.ts'
import { fail, type Result } from './result.ts'
import type { Rubric } from './rubric.ts'
import {
  COLUMNS,
  TABLE,
  type CsvColumn,
  type MemberColumn,
  type RowKind,
  type RowsBelow,
} from './rubricCsvKinds.ts'
import { cellsOf, dropMember, isPart, memberAt, type Part } from './rubricCsvMembers.ts'
import { assembleRows, type RowPlace } from './rubricCsvRead.ts'
import { readTable, type TableFault } from './rubricCsvTable.ts'
import { toCsvText } from './rubricCsvText.ts'
import { firstFaults, parseRubric, type RubricInvalid } from './rubricParse.ts'

type Row = { [column in CsvColumn]?: string }

/**
 * A rubric as a table for people who edit words in a spreadsheet: one row for each item and for each
 * other part, in reading order, all words in one column. `rubricFromCsv` reads it back without loss.
 *
 * @returns CSV as `toCsvText` spells it; the first row names the columns
 */
export function rubricToCsv(rubric: Rubric): string {
  const rows: Row[] = []
  // Safe: a rubric is plain JSON, and the copy is taken apart below without touching the rubric.
  const copy = JSON.parse(JSON.stringify({ rubric })) as Part
  addRowsBelow(rows, TABLE, copy)
  return toCsvText([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))])
}

/**
 * Reads a rubric from a table as `rubricToCsv` writes it and spreadsheets save it: separated by
 * commas, semicolons or tabs, columns in any order. Nothing in it is passed over: what the format has
 * no place for is a fault.
 *
 * @param text the decoded file
 * @returns the rubric, or every fault found, each with its row and column as the spreadsheet shows them
 */
export function rubricFromCsv(text: string): Result<Rubric, RubricInvalid> {
  const table = readTable(text)
  if (!table.ok) return refuse(table.problem)
  const { raw, places, faults } = assembleRows(table.value)
  if (faults.length > 0) return refuse(faults)
  const parsed = parseRubric(raw)
  if (parsed.ok) return parsed
  return fail({
    kind: 'rubricInvalid',
    faults: parsed.problem.faults.map((fault) => inTable(fault, places)),
  })
}

// --- Faults ----------------------------------------------------------------------------------

function refuse(found: readonly TableFault[]): Result<Rubric, RubricInvalid> {
  const faults = firstFaults(found, ({ row, column, sentence }) => ({
    path: '',
    place: row === undefined ? 'The whole table' : placeIn(row, column),
    sentence,
  }))
  return fail({ kind: 'rubricInvalid', faults })
}

function placeIn(row: number, column: CsvColumn | undefined): string {
  return column === undefined ? `Row ${row}` : `Row ${row}, column “${column}”`
}

/** The last step of a JSON path as faults spell it. */
const LAST_STEP = /(?:\.?[^.[\]]+|\[[^\]]*\])$/
/** Places that say nothing beside a row. */
const VAGUE = ['Top of the file', 'The whole file']

/** A fault of the rubric, placed where the table has it. */
function inTable(fault: RubricFault, places: ReadonlyMap<string, RowPlace>): RubricFault {
  if (fault.path === '') return { ...fault, place: 'The whole table' }
  let path = fault.path
  while (path !== '' && !places.has(path)) {
    const shorter = path.replace(LAST_STEP, '')
    path = shorter === path ? '' : shorter
  }
  const found = places.get(path)
  if (!found) return fault
  const member = fault.path.slice(path.length).replace(/^\./, '')
  const column = member === '' ? found.column : columnOf(found.kind, member)
  const missing = /^The member “(.+)” is missing\./.exec(fault.sentence)
  const inWords = VAGUE.includes(fault.place) ? '' : ` (${fault.place})`
  return {
    path: fault.path,
    place: `${placeIn(found.row, column)}${inWords}`,
    sentence:
      missing && column === 'more'
        ? `“${missing[1]}” is missing here. Look how a row like this one has it, and add it.`
        : fault.sentence,
  }
}

/** The column that holds a member of a row; none if rows below it do. */
function columnOf(kind: RowKind, member: string): CsvColumn | undefined {
  const isWithin = (inner: string, outer: string) =>
    inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`)
  const cell = cellsOf(kind).find(([, path]) => isWithin(member, path) || isWithin(path, member))
  if (cell) return cell[0]
  return kind.below.some(({ member: path }) => isWithin(member, path)) ? undefined : 'more'
}

// --- Writing ---------------------------------------------------------------------------------

/** Takes out of a part what its cells hold and what has rows below it; the rest is "more". */
function addPart(rows: Row[], { what, kind }: RowsBelow, part: Part): void {
  const row: Row = { what }
  rows.push(row)
  for (const [column, member] of cellsOf(kind)) {
    const cell = spellCell(column, memberAt(part, member))
    if (cell === undefined) continue
    row[column] = cell
    dropMember(part, member)
  }
  addRowsBelow(rows, kind, part)
  if (Object.keys(part).length > 0) row.more = JSON.stringify(part)
}

function addRowsBelow(rows: Row[], kind: RowKind, part: Part): void {
  for (const below of kind.below) {
    if (addRows(rows, below, memberAt(part, below.member))) dropMember(part, below.member)
  }
}

/** @returns whether the rows say all there is to say, so that nothing of it is left for "more" */
function addRows(rows: Row[], below: RowsBelow, value: unknown): boolean {
  switch (below.as) {
    case 'list': {
      if (!Array.isArray(value) || !value.every(isPart)) return false
      for (const entry of value) addPart(rows, below, entry)
      return value.length > 0 || below.needed
    }
    case 'one': {
      if (!isPart(value)) return false
      addPart(rows, below, value)
      return true
    }
    case 'value': {
      const text = spellCell('text', value)
      if (text === undefined) return false
      rows.push({ what: below.what, text })
      return true
    }
    case 'map': {
      if (!isPart(value)) return false
      const entries = Object.entries(value).map(([key, entry]) => ({
        id: spellCell('id', key),
        text: spellCell('text', entry),
      }))
      const spelled = entries.filter(isSpelled)
      if (spelled.length < entries.length || entries.length === 0) return false
      for (const { id, text } of spelled) rows.push({ what: below.what, id, text })
      return true
    }
  }
}

function isSpelled(entry: {
  id: string | undefined
  text: string | undefined
}): entry is { id: string; text: string } {
  return entry.id !== undefined && entry.text !== undefined
}

/** A value as its cell holds it, or `undefined` for one that the cell could not give back. */
function spellCell(column: MemberColumn, value: unknown): string | undefined {
  switch (column) {
    case 'source': {
      if (!Array.isArray(value)) return undefined
      const keys = value.filter((key): key is string => typeof key === 'string')
      const fits = keys.length === value.length && keys.every((key) => /^[^\s,;'‘’]+$/.test(key))
      return fits ? keys.join(' ') : undefined
    }
    case 'retired':
      return value === true ? 'yes' : undefined
    default:
      return typeof value === 'string' && value !== '' && value === value.trim() ? value : undefined
  }
}
