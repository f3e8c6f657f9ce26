import { describe, expect, test } from 'vitest'
import { filesIn, readText } from './house.ts'

const BANNED = [
  'util',
  'helper',
  'misc',
  'manager',
  'service',
  'data',
  'info',
  'handle',
  'process',
  'temp',
]
const WORDS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g
/** Names that others chose: a standard's, a package's. */
const GIVEN = new Set(['service-worker.ts'])

const wordsOf = (name: string) => (name.match(WORDS) ?? []).map((word) => word.toLowerCase())
const isBanned = (name: string) =>
  wordsOf(name).some((word) => BANNED.includes(word.replace(/s$/, '')))

/** What is wrong with the name of a source file, or undefined. */
function nameFault(path: string): string | undefined {
  const file = path.split('/').at(-1) ?? ''
  if (GIVEN.has(file)) return undefined
  const stem = file.split('.')[0] ?? ''
  if (isBanned(stem)) return `"${stem}" says nothing: name what it owns.`
  if (stem === 'index') return 'No index files: a door has the name of what is behind it.'
  if (file.endsWith('.tsx') && stem !== 'main' && !/^[A-Z][A-Za-z0-9]*$/.test(stem)) {
    return 'A component is written PascalCase.tsx.'
  }
  if (file.endsWith('.ts') && !/^[a-z][A-Za-z0-9]*$/.test(stem))
    return 'A module is written camelCase.ts.'
  return undefined
}

/** Exported names with a banned word. */
function exportFaults(code: string): readonly string[] {
  const exported = code.matchAll(/^export (?:async )?(?:const|function|type|interface) (\w+)/gm)
  return [...exported].flatMap(([, name = '']) => (isBanned(name) ? [name] : []))
}

const sources = filesIn('src').filter((file) => /\.tsx?$/.test(file))

describe('names', () => {
  test.each([
    'src/ui/utils.ts',
    'src/core/dateHelper.ts',
    'src/ui/index.ts',
    'src/ui/button.tsx',
    'src/core/Fold.ts',
    'src/storage/rowData.ts',
  ])('%s is caught', (path) => expect(nameFault(path)).toBeDefined())

  test('an export with an empty word is caught', () => {
    expect(
      exportFaults('export function handleClick() {}\nexport interface RubricInfo {}\n'),
    ).toEqual(['handleClick', 'RubricInfo'])
  })

  test.each(sources)('%s is named after what it owns', (file) => {
    expect(nameFault(file)).toBeUndefined()
    expect(exportFaults(readText(file))).toEqual([])
  })

  test('every feature is a folder of one lower-case word', () => {
    const folders = new Set(filesIn('src/features').map((file) => file.split('/')[2]))
    for (const folder of folders) expect(folder).toMatch(/^[a-z]+$/)
  })
})
