import { fail, ok, type Result } from './result.ts'

// How a table is spelt as CSV, so that spreadsheets keep what stands in it.

/** One row with something in it. */
export interface CsvRow {
  /** As the spreadsheet counts it: the first is 1, empty ones count too. */
  readonly row: number
  readonly cells: readonly string[]
}

/** Where and why a text is not a table. */
export interface CsvFault {
  readonly row: number
  readonly sentence: string
}

export type Separator = ',' | ';' | '\t'

/** Spreadsheets may save thousands of empty columns; a filled one out here is no column of ours. */
const MOST_CELLS = 100
/** A rubric of 240 items has about 400 rows. */
const MOST_ROWS = 20_000

/**
 * A table as CSV that Excel, LibreOffice, Numbers and Google Sheets open as it is: UTF-8 with a byte
 * order mark, CRLF, every cell in quotes, and nothing in it that is taken for a formula, a number or
 * a date (see `guardCell`).
 */
export function toCsvText(rows: readonly (readonly string[])[]): string {
  const spell = (cell: string) => `"${guardCell(cell).replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((cells) => `${cells.map(spell).join(',')}\r\n`).join('')}`
}

/**
 * Reads CSV in one pass: cells with or without quotes, any line ends, with or without a byte order
 * mark. Empty rows are counted but left out; cells are trimmed and their guards taken off.
 */
export function readCsvText(
  text: string,
  separator: Separator,
): Result<readonly CsvRow[], CsvFault> {
  const rows: CsvRow[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (let row = 1; at < text.length; row += 1) {
    const read = readRow(text, at, separator)
    if ('sentence' in read) return fail({ row, sentence: read.sentence })
    at = read.end
    if (read.cells.every((cell) => cell === '')) continue
    if (rows.length >= MOST_ROWS) {
      return fail({ row, sentence: 'This has far more rows than a rubric. Is it the right table?' })
    }
    rows.push({ row, cells: read.cells })
  }
  return ok(rows)
}

type Refusal = { readonly sentence: string }

function readRow(
  text: string,
  start: number,
  separator: Separator,
): { readonly cells: readonly string[]; readonly end: number } | Refusal {
  const cells: string[] = []
  for (let at = start; ; at += 1) {
    const read = text[at] === '"' ? readQuoted(text, at) : readBare(text, at, separator)
    if ('sentence' in read) return read
    const cell = read.cell === '' ? '' : unguardCell(read.cell.trim())
    if (cells.length < MOST_CELLS) cells.push(cell)
    else if (cell !== '') {
      return { sentence: `More than ${MOST_CELLS} cells are filled here. Is it the right table?` }
    }
    at = read.end
    if (text[at] === separator) continue
    if (at >= text.length) return { cells, end: at }
    if (text[at] === '\n') return { cells, end: at + 1 }
    if (text[at] === '\r') return { cells, end: at + (text[at + 1] === '\n' ? 2 : 1) }
    return {
      sentence:
        'A quotation mark ends a text too early here. Write a quotation mark inside a text twice ("").',
    }
  }
}

type ReadCell = { readonly cell: string; readonly end: number }

function readQuoted(text: string, start: number): ReadCell | Refusal {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) {
      return { sentence: 'A quotation mark opens here and is never closed. Close it or remove it.' }
    }
    if (text[quote + 1] !== '"') {
      return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 }
    }
    from = quote + 2
  }
}

const BARE = { ',': /[^,\r\n]*/y, ';': /[^;\r\n]*/y, '\t': /[^\t\r\n]*/y }

function readBare(text: string, start: number, separator: Separator): ReadCell {
  if (text[start] === separator) return { cell: '', end: start }
  const pattern = BARE[separator]
  pattern.lastIndex = start
  const cell = pattern.exec(text)?.[0] ?? ''
  return { cell, end: start + cell.length }
}

// --- Guards ----------------------------------------------------------------------------------

/** What runs as a formula, also behind spaces and in full width; controls start tricks of old. */
const FORMULA = /^(?:\p{Cc}|\s*[=+\-@＝＋－＠])/u
/** An apostrophe is the guard itself; spreadsheets' own errors start with a number sign. */
const MARKED = /^['‘’#]/
const TRUTH =
  /^(?:true|false|wahr|falsch|vrai|faux|verdadero|verdadeiro|falso|vero|waar|onwaar|prawda|fałsz)$/i
/** "1.2b": a letter behind a number means nothing to a spreadsheet. */
const ROW_NUMBER = /^\d+(?:\.\d+)?[a-df-z]$/
/** "1.10", "Mar-1", "5 mai", "10:30 pm": digits with at most one word, in any language. */
const NUMBER_OR_DATE = /^[^\p{L}]*\p{L}*[^\p{L}]*$/u
const OTHER_DATE = /\p{Nd}\s*[年月日]|^\p{Nd}+ de \p{L}+|\p{Nd}\s*[ap]\.\s?m\.?$/iu
const LONGEST_DATE = 30

/** True for what a spreadsheet would run, or show and save as something else. */
function isUnsafe(text: string): boolean {
  if (FORMULA.test(text) || MARKED.test(text) || TRUTH.test(text)) return true
  if (text.length > LONGEST_DATE || !/\p{Nd}/u.test(text) || ROW_NUMBER.test(text)) return false
  return NUMBER_OR_DATE.test(text) || OTHER_DATE.test(text)
}

/** Puts an apostrophe before what a spreadsheet would not leave as it is. */
function guardCell(text: string): string {
  return isUnsafe(text) ? `'${text}` : text
}

/**
 * Takes the apostrophe off that `guardCell` put there, also one that a program made curly. A text
 * whose apostrophe guards nothing keeps it, so that "'tis" survives a program that eats guards.
 */
function unguardCell(cell: string): string {
  return /^['‘’]/.test(cell) && isUnsafe(cell.slice(1)) ? cell.slice(1) : cell
}
