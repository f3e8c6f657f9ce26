import { readdirSync, readFileSync } from 'node:fs'
import prettier from 'prettier'
import { expect, test } from 'vitest'
import { rubricHash } from '#core/rubricHash.ts'
import { rubricToJson } from '#core/rubricJson.ts'
import { parseRubricText } from '#core/rubricParse.ts'
import type { Rubric } from '#core/rubric.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import { aRubric, aRubricOfAllKinds } from '../support/builders.ts'

const FOLDER = 'rubrics/'
const shipped = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json') && !name.includes('schema'))
  .map((name) => [name, readFileSync(FOLDER + name, 'utf8')] as const)

function read(text: string): Rubric {
  const parsed = parseRubricText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.faults))
  return parsed.value
}

const ODD = 'A "quote", a \\ and 日本語 🙂'

const cases = [
  ...shipped.map(([name, text]) => [name, read(text)] as const),
  ['a rubric of all kinds', read(JSON.stringify(aRubricOfAllKinds()))] as const,
  ['one with odd words', read(JSON.stringify(aRubric({ subtitle: ODD })))] as const,
]

test.each(cases)(
  '%s is written so that reading gives the very same, byte for byte',
  (_name, rubric) => {
    const text = rubricToJson(rubric)
    const again = readRubricFile(new TextEncoder().encode(text))
    expect(again).toMatchObject({ ok: true })
    if (!again.ok) return
    expect(rubricHash(again.value)).toBe(rubricHash(rubric))
    expect(rubricToJson(again.value)).toBe(text)
  },
)

test.each(cases)(
  '%s is laid out as the formatter of this project leaves it',
  async (_name, rubric) => {
    const text = rubricToJson(rubric)
    const options = await prettier.resolveConfig('rubrics/x.json')
    expect(await prettier.format(text, { ...options, parser: 'json' })).toBe(text)
    expect(text).toMatch(/^\{\n {2}"\$schema": "\.\/rubric\.schema\.json",\n {2}"format": /)
  },
)

test('the six hub rubrics are written as their files are', () => {
  const hub = shipped.filter(([name]) => name.startsWith('hub-'))
  expect(hub.length).toBeGreaterThan(5)
  for (const [, text] of hub) expect(rubricToJson(read(text))).toBe(text)
})
