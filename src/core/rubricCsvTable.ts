import { fail, ok, type Result } from './result.ts'
import { COLUMNS, type CsvColumn } from './rubricCsvKinds.ts'
import { readCsvText, type CsvRow, type Separator } from './rubricCsvText.ts'
import { quote } from './rubricFault.ts'
import { LONGEST_RUBRIC_FILE } from './rubricGuard.ts'

/** One row below the names of the columns. */
export interface TableRow {
  /** As the spreadsheet counts it. */
  readonly row: number
  /** What stands in a column, trimmed; empty where nothing does. */
  cell(column: CsvColumn): string
}

/** What is wrong, and where the spreadsheet shows it. */
export interface TableFault {
  readonly row?: number
  readonly column?: CsvColumn
  readonly sentence: string
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t']
/** The names of the columns fit in this many characters, however they are spelt. */
const LONGEST_HEAD = 2_000

/** True for a text that names our columns in its first line, so that it is no JSON but a table. */
export function isRubricCsv(text: string): boolean {
  return separatorOf(text) !== undefined
}

/** A first line that only tells a spreadsheet the separator: it shows no row for it, so none counts. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=[,;\t]"?(?:\r\n|\n|\r)/i

/** Reads the rows of a table with our columns, whatever their order and the separator. */
export function readTable(text: string): Result<readonly TableRow[], readonly TableFault[]> {
  const refuse = (sentence: string) => fail([{ sentence }])
  if (text.length > LONGEST_RUBRIC_FILE) {
    const millions = (text.length / 1_000_000).toFixed(1)
    return refuse(
      `This file has ${millions} million characters; a rubric has at most 2 million. Split it into several rubrics.`,
    )
  }
  if (text.includes('\u0000')) {
    return refuse('This is not a text file in UTF-8. Save it again as “CSV UTF-8”.')
  }
  if (text.trim() === '') return refuse('This file is empty. A table has a row of column names.')
  const read = readCsvText(text.replace(SEPARATOR_LINE, ''), separatorOf(text) ?? ',')
  if (!read.ok) return fail([read.problem])
  const [head, ...rows] = read.value
  const columns = readHead(head ?? { row: 1, cells: [] })
  if (!columns.ok) return columns
  const strays = rows.flatMap((row) => strayCells(row, columns.value))
  if (strays.length > 0) return fail(strays)
  return ok(rows.map((row) => toTableRow(row, columns.value)))
}

function toTableRow({ row, cells }: CsvRow, columns: ReadonlyMap<CsvColumn, number>): TableRow {
  return { row, cell: (column) => cells[columns.get(column) ?? -1] ?? '' }
}

function separatorOf(text: string): Separator | undefined {
  const head = text.replace(SEPARATOR_LINE, '').slice(0, LONGEST_HEAD)
  const end = /[\r\n]/.exec(head.trimStart())
  const line = end ? head.trimStart().slice(0, end.index) : head
  const counted = SEPARATORS.map((separator) => {
    const read = readCsvText(line, separator)
    const names = read.ok ? (read.value[0]?.cells ?? []) : []
    return { separator, known: names.filter((name) => columnOf(name) !== undefined).length }
  })
  const best = counted.toSorted((a, b) => b.known - a.known)[0]
  return best && best.known >= 3 ? best.separator : undefined
}

function columnOf(name: string): CsvColumn | undefined {
  const plain = name.toLowerCase().replace(/\s+/g, ' ')
  return COLUMNS.find((column) => column === plain)
}

function readHead({ row, cells }: CsvRow): Result<ReadonlyMap<CsvColumn, number>, TableFault[]> {
  const columns = new Map<CsvColumn, number>()
  const faults: TableFault[] = []
  for (const [index, name] of cells.entries()) {
    const column = columnOf(name)
    if (column === undefined) {
      if (name !== '') faults.push({ row, sentence: strangerSentence(name) })
    } else if (columns.has(column)) {
      faults.push({ row, sentence: `The column ${quote(column)} stands twice. Keep one of them.` })
    } else {
      columns.set(column, index)
    }
  }
  if (columns.size === 0) return fail([{ row, sentence: noHeadSentence(cells) }])
  const missing = COLUMNS.filter((column) => !columns.has(column)).map(quote)
  if (missing.length > 0) {
    const named = missing.length === 1 ? 'This column is' : 'These columns are'
    const sentence = `${named} missing: ${missing.join(', ')}. Add what is missing to this row.`
    faults.push({ row, sentence })
  }
  return faults.length > 0 ? fail(faults) : ok(columns)
}

function strangerSentence(name: string): string {
  return `A rubric has no column ${quote(name)}: what stands in it would be lost. Take it out, or correct its name.`
}

function noHeadSentence(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 1 && filled[0]?.includes('what')) {
    return 'All columns stand in one. Import the table anew as text separated by commas, then save it as “CSV UTF-8”.'
  }
  return `The first row names the columns: ${COLUMNS.join(', ')}. Here it does not.`
}

/** What stands in columns without a name: nobody would miss it until it is gone. */
function strayCells({ row, cells }: CsvRow, columns: ReadonlyMap<CsvColumn, number>): TableFault[] {
  const known = new Set(columns.values())
  const stray = cells.find((cell, index) => cell !== '' && !known.has(index))
  if (stray === undefined) return []
  const sentence = `${quote(stray)} stands in a column without a name. Move it into a column with one, or remove it.`
  return [{ row, sentence }]
}
