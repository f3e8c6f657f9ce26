import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rubricToCsv } from '#core/rubricCsv.ts'
import { COLUMNS, WHATS } from '#core/rubricCsvKinds.ts'
import { parseRubricText } from '#core/rubricParse.ts'
import { rubricSchemaFile } from '#core/rubricSchemaFile.ts'

const guide = readFileSync('docs/rubric-authoring.md', 'utf8')

function blocks(language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm')
  return [...guide.matchAll(fence)].map(([, text = '']) => text)
}

const examples = blocks('json')
const whole = examples.at(-1) ?? ''
const fragments = examples.slice(0, -1)
const messages = blocks('text')
  .map((text) => text.trim())
  .filter((text) => text.startsWith('rubrics/'))

describe('the guide for authors', () => {
  it('has a whole rubric that is valid', () => {
    const parsed = parseRubricText(whole)
    expect(parsed.ok || parsed.problem.faults).toBe(true)
    expect(parsed.ok && parsed.value.id).toBe('team-meetings')
  })

  it('takes every example from that rubric', () => {
    expect(fragments.length).toBeGreaterThan(4)
    for (const fragment of fragments) {
      expect(
        holds(JSON.parse(whole), JSON.parse(fragment) as object),
        `is part of the example: ${fragment}`,
      ).toBe(true)
    }
  })

  it('explains every member there is, and the example uses every one', () => {
    for (const name of memberNames(rubricSchemaFile())) {
      expect(guide, `explains ${name}`).toContain(`\`${name}\``)
      expect(whole, `uses ${name}`).toContain(`"${name}":`)
    }
  })
})

/** True if some object in a JSON value has at least these members. */
function holds(value: unknown, members: object): boolean {
  if (typeof value !== 'object' || value === null) return false
  const own = value as Record<string, unknown>
  const fits = Object.entries(members).every(
    ([name, member]) => JSON.stringify(own[name]) === JSON.stringify(member),
  )
  return fits || Object.values(value).some((entry) => holds(entry, members))
}

describe('the guide on tables', () => {
  it('shows rows as the app writes them', () => {
    const parsed = parseRubricText(whole)
    if (!parsed.ok) throw new Error('The example is valid.')
    const rows = rubricToCsv(parsed.value).split('\r\n')
    const shown = blocks('csv').flatMap((text) => text.trim().split('\n'))
    expect(shown.length).toBeGreaterThan(2)
    for (const row of shown) expect(rows).toContain(row)
  })

  it('explains every column and every kind of row', () => {
    for (const name of [...COLUMNS, ...WHATS]) expect(guide).toContain(`\`${name}\``)
  })
})

it('shows a translation as it stands in its file', () => {
  const file = readFileSync('rubrics/translations/hub-network-organization.es-US.json', 'utf8')
  const shown = blocks('text').filter((text) => text.startsWith('"texts"'))
  expect(shown).toHaveLength(1)
  for (const line of shown.join('').trim().split('\n').slice(1, -1)) {
    expect(file).toContain(line.trim().replace(/,$/, ''))
  }
})

function* memberNames(schema: unknown): Iterable<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'properties') yield* Object.keys(value as object)
    yield* memberNames(value)
  }
}

describe('npm run rubrics:check', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rubrics-'))
  let said: string[] = []
  let exit = 0

  const variants = [
    whole.replace('"scale": "three-boxes"', '"scale": "three-boxs"'),
    whole.replace('"length": "long"', '"length": "long", "lenght": "long"'),
    whole.replace('"Not our job, or not yet" }', '"Not our job, or not yet", }'),
    whole,
  ]

  beforeAll(() => {
    const files = variants.map((text, index) => {
      mkdirSync(join(folder, `${index}`))
      const file = join(folder, `${index}`, 'team-meetings.json')
      writeFileSync(file, text)
      return file
    })
    writeFileSync(join(folder, 'other-name.json'), whole)
    const paths = [...files, join(folder, 'other-name.json'), join(folder, 'missing')]
    try {
      execFileSync(process.execPath, ['scripts/rubrics.mjs', ...paths], { encoding: 'utf8' })
    } catch (error) {
      // Safe: execFileSync throws the finished child, with its output as text.
      const child = error as { stdout: string; status: number }
      exit = child.status
      said = child.stdout.trim().split('\n')
    }
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('says exactly what the guide promises', () => {
    const shown = said.map((line) => line.replace(/^.*?(?=team-meetings\.json: )/, 'rubrics/'))
    expect(shown.filter((line) => line.startsWith('rubrics/team-')).slice(0, 4)).toEqual(messages)
  })

  it('wants the file to be named after its id, and says so when there is no file', () => {
    expect(
      said.some((line) =>
        line.endsWith('so name the file team-meetings.json. Keep the id of a used rubric.'),
      ),
    ).toBe(true)
    expect(said.some((line) => line.endsWith('missing: There is no such file or folder.'))).toBe(
      true,
    )
  })

  it('turns a rubric into a table and back, and checks the table', () => {
    const run = (...args: string[]) =>
      execFileSync(process.execPath, ['scripts/rubrics.mjs', ...args], { encoding: 'utf8' })
    const file = join(folder, '3', 'team-meetings.json')
    const table = join(folder, '3', 'team-meetings.csv')
    expect(run('--csv', file)).toMatch(/team-meetings\.csv is written\.\n$/)
    expect(run(table)).toMatch(/team-meetings\.csv: fine\. 2 sections, 3 skills, 6 items\.\n$/)
    writeFileSync(file, '')
    expect(run('--json', table)).toMatch(/team-meetings\.json is written\.\n$/)
    expect(parseRubricText(readFileSync(file, 'utf8'))).toEqual(parseRubricText(whole))
  }, 30_000)

  it('fails when anything is wrong and passes when all is well', () => {
    expect(exit).toBe(1)
    const fine = execFileSync(process.execPath, ['scripts/rubrics.mjs'], { encoding: 'utf8' })
    expect(fine).toMatch(
      /^rubrics\/hub-network-organization\.json: fine\. 4 sections, 12 skills, 50 items\.$/m,
    )
  })
})
