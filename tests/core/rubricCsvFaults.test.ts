import { describe, expect, it } from 'vitest'
import { rubricFromCsv, rubricToCsv } from '#core/rubricCsv.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import { aRubricOfAllKinds } from '../support/builders.ts'
import { faultsOf, watchPrototype } from '../support/rubricDraft.ts'
import { tableOf } from '../support/spreadsheet.ts'

watchPrototype()

const COLUMNS = tableOf(rubricToCsv(aRubricOfAllKinds()))[0] ?? []

/** A table that a test spoils: rows as the spreadsheet counts them. */
interface Sheet {
  readonly rows: string[][]
  /** The row that says this in `what` and has this id or these words. */
  find(what: string, named?: string): number
  set(row: number, column: string, cell: string): void
}

function aSheet(): Sheet {
  const rows = tableOf(rubricToCsv(aRubricOfAllKinds()))
  return {
    rows,
    find(what, named) {
      const at = rows.findIndex(
        (cells) => cells[0] === what && (named === undefined || cells.includes(named)),
      )
      if (at < 0) throw new Error(`There is no ${what} ${named ?? ''}.`)
      return at + 1
    },
    set(row, column, cell) {
      rows[row - 1]![COLUMNS.indexOf(column)] = cell
    },
  }
}

function spell(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}

type Spoil = (sheet: Sheet) => string
type Case = readonly [name: string, spoil: Spoil, sentence: string]

/** Each spoils the table, gives back the place it must be told, and names the sentence. */
const CASES: readonly Case[] = [
  [
    'an item without words',
    (s) => at(s, s.find('item', 'k.rate.1'), 'text', ''),
    'The words are missing. Write them, or take the whole row out.',
  ],
  [
    'an item without an id',
    (s) => at(s, s.find('item', 'k.rate.1'), 'id', ''),
    'The id is missing. Write one that nothing else has, for example “net.culture.trust.1”.',
  ],
  [
    'an item without provenance',
    (s) => at(s, s.find('item', 'k.rate.1'), 'provenance', ''),
    'Write “source”, “adapted” or “drafted” here.',
  ],
  [
    'a level without short words',
    (s) => at(s, s.find('level', 'good'), 'short or hint', ''),
    'The short words for narrow places are missing. Write them.',
  ],
  [
    'a strategy without its evidence',
    (s) => {
      const row = s.find('strategy')
      s.rows.splice(s.find('how one knows', 'The page with dates of changes.') - 1, 1)
      return `Row ${row}`
    },
    'A “how one knows” row is missing below this “strategy” row. Add it.',
  ],
  [
    'no version',
    (s) => {
      s.rows.splice(s.find('version') - 1, 1)
      return 'Row 2'
    },
    'A “version” row is missing below this “rubric” row. Add it.',
  ],
  [
    'two versions',
    (s) => {
      const row = s.find('version')
      s.rows.splice(row, 0, s.rows[row - 1]!)
      return `Row ${row + 1}`
    },
    'Another “version” row stands above, below the same row. Keep one of them.',
  ],
  [
    'two rubrics',
    (s) => {
      s.rows.push(s.rows[1]!)
      return `Row ${s.rows.length}`
    },
    'Another “rubric” row stands above, below the same row. Keep one of them.',
  ],
  [
    'a row of an unknown kind',
    (s) => at(s, s.find('challenge'), 'what', 'remark'),
    'There is no kind of row “remark”. The usual ones are “section”, “skill” and “item”.',
  ],
  [
    'a misspelt kind of row',
    (s) => at(s, s.find('challenge'), 'what', 'chalenge'),
    'There is no kind of row “chalenge”. Did you mean “challenge”?',
  ],
  [
    'a row that does not say what it is',
    (s) => at(s, s.find('challenge'), 'what', ''),
    'Say what this row is, for example “item”, or empty the row.',
  ],
  [
    'an option below nothing to choose',
    (s) => {
      const row = s.find('version')
      s.rows.splice(row - 1, 0, s.rows[s.find('option') - 1]!)
      return `Row ${row}, column “what”`
    },
    'An “option” row cannot stand here: above it is a “rubric” row. Move it to where it belongs.',
  ],
  [
    'a cell in a column that its row has not',
    (s) => at(s, s.find('level', 'good'), 'number', '3'),
    'A “level” row has nothing in this column. Empty the cell, or move it.',
  ],
  [
    'a remark beside the table',
    (s) => {
      s.rows[6]!.push('ask Ana')
      return 'Row 7'
    },
    '“ask Ana” stands in a column without a name. Move it into a column with one, or remove it.',
  ],
  [
    'a column that the format has not',
    (s) => {
      s.rows[0]!.push('remarks')
      return 'Row 1'
    },
    'A rubric has no column “remarks”: what stands in it would be lost. Take it out, or correct its name.',
  ],
  [
    'a column that stands twice',
    (s) => {
      s.rows[0]!.push('text')
      return 'Row 1'
    },
    'The column “text” stands twice. Keep one of them.',
  ],
  [
    'a column that was deleted',
    (s) => {
      for (const cells of s.rows) cells.pop()
      return 'Row 1'
    },
    'This column is missing: “more”. Add what is missing to this row.',
  ],
  [
    'a retired cell that says something else',
    (s) => at(s, s.find('item', 'k.rate.1'), 'retired', 'perhaps'),
    'Write “yes” for what is no longer asked, or leave this cell empty.',
  ],
  [
    'settings that are no JSON',
    (s) => at(s, s.find('item', 'k.rate.1'), 'more', 'scale: four-boxes'),
    'This is no value: a text needs double quotes. This column holds settings, such as {"scale":"four-boxes"}.',
  ],
  [
    'settings that are a list',
    (s) => at(s, s.find('item', 'k.rate.1'), 'more', '["four-boxes"]'),
    'Settings stand in { } here, such as {"scale":"four-boxes"}.',
  ],
  [
    'a setting that has a column',
    (s) => at(s, s.find('item', 'k.rate.1'), 'more', '{"scale":"four-boxes","text":"Other"}'),
    '“text” has a column of its own, and this row fills it. Remove it here.',
  ],
  [
    'a setting that is missing',
    (s) => at(s, s.find('item', 'k.rate.1'), 'more', ''),
    '“scale” is missing here. Look how a row like this one has it, and add it.',
  ],
  [
    'a setting that reaches a prototype',
    (s) => at(s, s.find('item', 'k.rate.1'), 'more', '{"__proto__":{"polluted":true}}', false),
    '“__proto__” is a name that JavaScript reserves. Remove it.',
  ],
  [
    'a cell of a table under a reserved name',
    (s) => {
      s.set(s.find('cell'), 'id', '__proto__')
      return `Row ${s.find('row', 'informal')}`
    },
    '“__proto__” is a name that JavaScript reserves. Remove it.',
  ],
  [
    'a kind that does not exist',
    (s) => at(s, s.find('item', 'k.rate.1'), 'kind', 'star'),
    '“star” cannot stand here. An item is of kind "rating", "choice", "status", "text", "table" or "placement".',
  ],
  [
    'a scale that does not exist',
    (s) => at(s, s.find('item', 'k.rate.1'), 'more', '{"scale":"five"}'),
    'There is no scale “five”. The scales of this rubric: “four-boxes”.',
  ],
  [
    'a number twice',
    (s) => at(s, s.find('item', 'k.rate.words'), 'number', '1.1a'),
    'The number “1.1a” is used twice. People write it on paper: give this one another.',
  ],
  [
    'a number that a spreadsheet made a date of',
    (s) => at(s, s.find('skill', 'k.ask'), 'number', '01. Feb'),
    'A skill number looks like "1.2".',
  ],
  [
    'a source that is not listed',
    (s) => at(s, s.find('item', 'k.rate.1'), 'source', 'DECK NOWHERE'),
    'The source “NOWHERE” is not listed under "sources". List it or correct it.',
  ],
  [
    'a cell of a column that the table has not',
    (s) => at(s, s.find('cell'), 'id', 'limits', false),
    'There is no text column “limits” in this table. Its text columns: “offers”.',
  ],
  [
    'a skill without items',
    (s) => {
      s.rows.splice(s.find('item', 'k.plan.table') - 1, 10)
      return `Row ${s.find('skill', 'k.plan')} (One of each › Plan in a table)`
    },
    'A skill has at least one item.',
  ],
  [
    'a language that is none',
    (s) => at(s, s.find('language'), 'text', 'en-12'),
    '“en-12” is not a language tag. Write it as "en-US" or "es".',
  ],
]

function at(sheet: Sheet, row: number, column: string, cell: string, named = true): string {
  sheet.set(row, column, cell)
  return named ? `Row ${row}, column “${column}”` : `Row ${row}`
}

describe('a table is told what is wrong and in which row: it has', () => {
  it.each(CASES)('%s', (_, spoil, sentence) => {
    const sheet = aSheet()
    const place = spoil(sheet)
    const faults = faultsOf(() => rubricFromCsv(spell(sheet.rows)))
    const found = faults.find((fault) => fault.sentence === sentence)
    expect(found ?? faults).toHaveProperty('sentence', sentence)
    expect(found?.place.startsWith(place) ?? found?.place).toBe(true)
  })

  it('rows counted as the spreadsheet counts: empty ones too, a text of two lines once', () => {
    const sheet = aSheet()
    const row = sheet.find('item', 'k.rate.1')
    sheet.set(row, 'text', 'We keep\nour promises.')
    sheet.rows.splice(5, 0, [''], ['', ''])
    const [fault] = faultsOf(() => rubricFromCsv(spell(sheet.rows)))
    expect(fault?.place).toBe(
      `Row ${row + 2}, column “text” (One of each › Rate and say why › question 1.1a)`,
    )
    expect(fault?.path).toBe('sections[0].skills[0].items[0].text')
    expect(fault?.sentence).toMatch(/line break/)
  })

  it('nothing but the names of the columns', () => {
    const [fault] = faultsOf(() => rubricFromCsv(COLUMNS.join(',')))
    expect(fault).toMatchObject({
      place: 'The whole table',
      sentence: 'There is no “rubric” row. It stands first, below the names of the columns.',
    })
  })

  it('all columns in one, as Excel opens a table with foreign separators', () => {
    const lines = rubricToCsv(aRubricOfAllKinds()).slice(1).replaceAll('"', '').split('\r\n')
    const one = lines.map((line) => `"${line}"`).join('\r\n')
    const [fault] = faultsOf(() => rubricFromCsv(one))
    expect(fault?.sentence).toMatch(/^All columns stand in one\./)
  })

  it('another table altogether', () => {
    const [fault] = faultsOf(() => rubricFromCsv('Name,Mail\nAna,ana@example.org\n'))
    expect(fault?.place).toBe('Row 1')
    expect(fault?.sentence).toMatch(/^The first row names the columns: what, id, /)
  })
})

describe('a hostile table', () => {
  const HEAD = `${COLUMNS.join(',')}\n`

  it.each([
    ['nothing', '', /^This file is empty/],
    ['a million commas', ','.repeat(1_000_000), /^The first row names the columns/],
    ['a million commas below the names', HEAD + ','.repeat(1_000_000), /no “rubric” row/],
    ['a million filled cells', HEAD + 'a,'.repeat(500_000), /^More than 100 cells are filled/],
    ['a million empty rows', HEAD + '\n'.repeat(1_000_000), /no “rubric” row/],
    ['300,000 filled rows', HEAD + 'item\n'.repeat(300_000), /far more rows than a rubric/],
    ['a quote that is never closed', `${HEAD}"rubric,${'a'.repeat(1_900_000)}`, /never closed/],
    ['a million quotes', HEAD + '"'.repeat(1_000_001), /never closed/],
    ['a quote that closes too early', `${HEAD}"rub"ric,a\n`, /ends a text too early/],
    ['10 MB', HEAD + 'a'.repeat(10_000_000), /^This file has 10\.0 million characters/],
    ['UTF-16 read as something else', `${HEAD}r\u0000u\u0000`, /^This is not a text file in UTF-8/],
    [
      'settings 10,000 deep',
      `${HEAD}rubric,,,,,,,,,,,${'['.repeat(10_000)}`,
      /nested more than 100/,
    ],
  ])('is refused at once: %s', (_, text, sentence) => {
    const [fault] = faultsOf(() => rubricFromCsv(text))
    expect(fault?.sentence).toMatch(sentence)
  })

  it('gets at most fifty faults and a count of the rest', () => {
    const faults = faultsOf(() => rubricFromCsv(HEAD + 'level,a\n'.repeat(400)))
    expect(faults).toHaveLength(51)
    expect(faults.at(-1)?.sentence).toMatch(/^There are 350 more faults\./)
  })

  it('is refused as bytes in a wrong encoding, with what to do in a spreadsheet', () => {
    const csv = rubricToCsv(aRubricOfAllKinds()).replace('promises', 'señas')
    for (const bytes of [Buffer.from(csv, 'utf16le'), Buffer.from(csv.slice(1), 'latin1')]) {
      const [fault] = faultsOf(() => readRubricFile(new Uint8Array(bytes), 'x.csv'))
      expect(fault?.sentence).toMatch(/^This is not a text file in UTF-8\..*“CSV UTF-8”\.$/)
    }
  })

  it('is read as a table when its name says so, and told what a table needs', () => {
    const bytes = new TextEncoder().encode('{"format":1}')
    const [fault] = faultsOf(() => readRubricFile(bytes, 'rubrics/x.CSV'))
    expect(fault?.sentence).toMatch(/^The first row names the columns/)
  })
})
