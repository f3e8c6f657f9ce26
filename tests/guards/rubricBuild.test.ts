import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkRubrics } from '../../scripts/plugins/checkRubrics.ts'
import { ROOT } from './house.ts'

const FILE = 'hub-network-organization.json'
let dir = ''

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hub-rubric-'))
  writeFileSync(join(dir, 'index.html'), '<!doctype html>')
  cpSync(join(ROOT, 'rubrics', FILE), join(dir, FILE))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function edit(change: (text: string) => string) {
  writeFileSync(join(dir, FILE), change(readFileSync(join(dir, FILE), 'utf8')))
}

/** Builds a page with the rubrics of the folder; returns what the build complained of. */
async function complaintOfBuild(): Promise<string> {
  try {
    await build({ configFile: false, root: dir, logLevel: 'silent', plugins: [checkRubrics(dir)] })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

test('a sound rubric lets the build pass', async () => {
  expect(await complaintOfBuild()).toBe('')
})

test('a rubric with a fault stops the build with file, place and sentence', async () => {
  edit((text) => text.replace('"kind": "rating"', '"kind": "star"'))
  const complaint = await complaintOfBuild()
  expect(complaint).toContain(FILE)
  expect(complaint).toContain('“star” cannot stand here. An item is of kind "rating", "choice",')
  expect(complaint).toContain('sections[0].skills[0].items[0]')
})

test('a rubric that is no JSON stops the build with file and line', async () => {
  edit((text) => text.replace('"id":', '"id"'))
  const complaint = await complaintOfBuild()
  expect(complaint).toContain(FILE)
  expect(complaint).toMatch(/line \d+, column \d+/i)
})

test('a file named otherwise than its rubric stops the build', async () => {
  cpSync(join(dir, FILE), join(dir, 'other.json'))
  expect(await complaintOfBuild()).toContain(`name the file ${FILE}`)
})

test('a translation with a key of nothing stops the build, and so does one of no rubric', async () => {
  const place = join(dir, 'translations')
  const name = 'hub-network-organization.es-US.json'
  cpSync(join(ROOT, 'rubrics/translations', name), join(place, name))
  expect(await complaintOfBuild()).toBe('')
  const text = readFileSync(join(place, name), 'utf8')
  writeFileSync(join(place, name), text.replace('"goal":', '"gaol":'))
  expect(await complaintOfBuild()).toContain('The rubric has no text “gaol”')
  rmSync(join(place, name))
  writeFileSync(join(place, 'other.es-US.json'), text)
  expect(await complaintOfBuild()).toContain('There is no rubric other.json to translate')
})
