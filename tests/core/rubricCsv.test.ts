import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rubric } from '#core/rubric.ts'
import { rubricFromCsv, rubricToCsv } from '#core/rubricCsv.ts'
import { isRubricCsv } from '#core/rubricCsvTable.ts'
import { parseRubric } from '#core/rubricParse.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import { anyRubric } from '../support/anyRubric.ts'
import { aCreditedText, aRubric, aRubricOfAllKinds } from '../support/builders.ts'
import { saveAgain, tableOf, type Resaved } from '../support/spreadsheet.ts'
import { watchPrototype } from '../support/rubricDraft.ts'

watchPrototype()

/** Generous: the machine that runs this may be busy. */
const PATIENTLY = 60_000

const RESAVED: readonly (readonly [string, Resaved])[] = [
  ['as it was written', {}],
  [
    'by LibreOffice: quotes only where needed, LF',
    { quotes: 'needed', lineEnd: '\n', mark: false },
  ],
  ['by Excel in Europe: semicolons', { separator: ';', quotes: 'needed' }],
  ['by Numbers with semicolons and no byte order mark', { separator: ';', mark: false }],
  ['as text with tabs', { separator: '\t', quotes: 'needed' }],
  ['by an old Mac: CR', { lineEnd: '\r' }],
  ['with empty rows and columns at the end', { emptyRows: 3, emptyColumns: 2 }],
  ['with its columns in another order', { reverseColumns: true }],
  ['by a program that makes apostrophes curly', { guard: '’' }],
  ['by a program that eats the guards', { guard: '' }],
]

/** Only what a program without guards can save: nothing that starts with an apostrophe itself. */
function survives(rubric: Rubric, { guard }: Resaved): boolean {
  return guard !== '' || !/"['‘’]/.test(JSON.stringify(rubric))
}

describe('a rubric as a table comes back exactly', () => {
  it.each(RESAVED)(
    'whatever it asks, saved again %s',
    (_, resaved) => {
      fc.assert(
        fc.property(anyRubric, (rubric) => {
          fc.pre(survives(rubric, resaved))
          const again = saveAgain(rubricToCsv(rubric), resaved)
          expect(rubricFromCsv(again)).toEqual({ ok: true, value: rubric })
        }),
        { numRuns: 12 },
      )
    },
    PATIENTLY,
  )

  it.each(['\uFEFFsep=;\r\n', '"sep=;"\n'])('with the line %j, by which Excel tells', (line) => {
    const again = saveAgain(rubricToCsv(aRubricOfAllKinds()), { separator: ';', mark: false })
    expect(rubricFromCsv(line + again)).toEqual({ ok: true, value: aRubricOfAllKinds() })
  })

  const shipped = readdirSync('rubrics').filter((name) => /^[^.]+\.json$/.test(name))

  it.each(shipped)('%s, through bytes', (name) => {
    const read = readRubricFile(readFileSync(`rubrics/${name}`))
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const bytes = new TextEncoder().encode(rubricToCsv(read.value))
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    expect(readRubricFile(bytes)).toEqual(read)
  })

  it('with members that mean the same as none, and lists that are empty', () => {
    const draft = structuredClone(aRubricOfAllKinds()) as unknown as {
      about: unknown[]
      sections: { skills: { eachSite: boolean; items: object[] }[] }[]
    }
    draft.about = []
    const skill = draft.sections[0]!.skills[1]!
    skill.eachSite = false
    Object.assign(skill.items[0]!, { retired: false, note: false, setAside: [] })
    Object.assign(draft.sections[0]!.skills[2]!.items[0]!, { rows: [] })
    const parsed = parseRubric(draft)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
    expect(rubricFromCsv(rubricToCsv(parsed.value))).toEqual(parsed)
  })

  it('does not change the rubric it is given', () => {
    const rubric = aRubricOfAllKinds()
    rubricToCsv(rubric)
    expect(rubric).toEqual(aRubricOfAllKinds())
  })
})

describe('the table', () => {
  const rows = tableOf(rubricToCsv(aRubricOfAllKinds()))

  it('has one row for each item, in reading order, with its words in the column "text"', () => {
    expect(rows[0]?.slice(0, 5)).toEqual(['what', 'id', 'number', 'text', 'short or hint'])
    const items = rows.filter(([what]) => what === 'item').map(([, id]) => id)
    expect(items).toEqual(
      aRubricOfAllKinds().sections.flatMap(({ skills }) =>
        skills.flatMap((skill) => skill.items.map(({ id }) => id)),
      ),
    )
    expect(rows.map(([, , , text]) => text)).toContain('The site has no working team.')
    expect(rows.map(([, , , text]) => text)).toContain('The page with dates of changes.')
  })

  it('is UTF-8 with a byte order mark, CRLF, and every cell in quotes', () => {
    const csv = rubricToCsv(aRubric())
    expect(csv.startsWith('\uFEFF"what","id",')).toBe(true)
    const lines = csv.slice(1).split('\r\n')
    expect(lines.pop()).toBe('')
    for (const line of lines) expect(line).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*"){11}$/)
  })

  it.each([
    '=HYPERLINK("x")',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '  =1'.trim(),
    '1.10',
    'Mar 1',
    'SEP2',
    '1e5',
    '3/4',
    '10:30',
    'true',
    '#REF!',
    "'tis",
    '’tis',
  ])('guards %s with an apostrophe, so that no spreadsheet runs or changes it', (text) => {
    const csv = rubricToCsv(aRubric({ title: aCreditedText(text), sources: [] }))
    const [, rubric] = tableOf(csv)
    expect(rubric?.[3]).toBe(`'${text}`)
  })

  it('leaves alone what no spreadsheet would touch', () => {
    for (const text of ['Keep promises.', 'a - b = c', '1.2b', 'net.culture.trust.1', 'W-REL']) {
      const [, rubric] = tableOf(rubricToCsv(aRubric({ title: aCreditedText(text), sources: [] })))
      expect(rubric?.[3]).toBe(text)
    }
  })

  it('is told from JSON by its first line', () => {
    const csv = rubricToCsv(aRubric())
    for (const [, resaved] of RESAVED) expect(isRubricCsv(saveAgain(csv, resaved))).toBe(true)
    for (const text of ['', '{"what":1,"id":2,"text":3}', 'what', 'name;email\na;b', '%PDF']) {
      expect(isRubricCsv(text)).toBe(false)
    }
  })

  it('takes what people type in the ways they type it', () => {
    const csv = rubricToCsv(aRubricOfAllKinds())
      .replace('"{""scale"":""four-boxes""}"', '"{“scale”: “four-boxes”}"')
      .replace('"rating","drafted"', '" Rating ","Drafted"')
      .replace('"item","k.rate.words"', '" Item ","k.rate.words"')
      .replace('"source","DECK"', '"SOURCE","DECK"')
      .replace(`"'1.1"`, '"1,1"')
    expect(rubricFromCsv(csv)).toEqual({ ok: true, value: aRubricOfAllKinds() })
  })
})
