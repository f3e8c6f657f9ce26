import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readText, ROOT } from './house.ts'

const SCHEMA = 'src/core/rubricItemSchema.ts'
/** Not every kind has an answer of its own, and the recipe says so. */
const AT_WILL = ['src/core/answer.ts', 'tests/support/kinds.ts', 'tests/support/anyRubric.ts']

let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hub-kind-'))
  for (const name of ['src', 'package.json', 'tsconfig.base.json', 'tsconfig.json']) {
    cpSync(join(ROOT, name), join(dir, name), { recursive: true })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The files in which the compiler finds something to do. */
function complaints(): ReadonlySet<string> {
  const config = join(dir, 'kind.json')
  writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', include: ['src'] }))
  const tsc = join(ROOT, 'node_modules/typescript/lib/tsc.js')
  try {
    execFileSync(process.execPath, [tsc, '-p', config], { cwd: dir, encoding: 'utf8' })
    return new Set()
  } catch (error) {
    // Safe: execFileSync throws the finished child, with its output as text.
    const { stdout } = error as { stdout: string }
    return new Set([...stdout.matchAll(/^(src\/\S+?)\(\d+,/gm)].map(([, file = '']) => file))
  }
}

function recipe(): readonly string[] {
  const [, text = ''] =
    /^## Add an item kind$([\s\S]*?)^## /m.exec(readText('CONTRIBUTING.md')) ?? []
  return [...text.matchAll(/`((?:src|tests)\/[^`]+)`/g)].map(([, file = '']) => file)
}

function roomOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}

test('the compiler points at every place that the recipe for an item kind names, and at no other room', () => {
  const file = join(dir, SCHEMA)
  const schema = readFileSync(file, 'utf8')
  const kind = `const CountItemSchema = v.strictObject({
  kind: v.literal('count'), ...itemBase, ...answering, unit: WordsSchema,
})
`
  const grown = schema
    .replace('/** One thing that is answered.', `${kind}\n$&`)
    .replace(/PlacementItemSchema,(?=\s*\],)/, '$& CountItemSchema,')
  expect(grown.match(/CountItemSchema/g)).toHaveLength(2)
  writeFileSync(file, grown)

  const found = complaints()
  const named = recipe().filter((place) => place !== SCHEMA && !AT_WILL.includes(place))
  expect(named.length).toBeGreaterThan(7)
  expect(named.filter((place) => !found.has(place))).toEqual([])
  const rooms = new Set(named.map(roomOf))
  expect([...found].filter((place) => !rooms.has(roomOf(place)))).toEqual([])
}, 120_000)
