import { describe, expect, test } from 'vitest'
import { en } from '../../src/messages/en.ts'
import { filesIn, readText } from './house.ts'

type Words = Readonly<Record<string, unknown>>

/** The leaves of a tree of words as paths: `pwa.update.title`. */
function leaves(words: Words, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as Words, [...path, key])
      : [[...path, key]],
  )
}

interface Folder {
  readonly name: string
  /** Keys read as a member, taken apart by name, or chosen by a text of that name. */
  readonly named: ReadonlySet<string>
  /** Keys whose children are chosen by a value, or gone through, so that no source names them. */
  readonly indexed: ReadonlySet<string>
}

/** Reads a folder's code once: there are many words, and asking it for each takes too long. */
function readFolder(name: string, code: string): Folder {
  const all = (...patterns: readonly RegExp[]) =>
    new Set(patterns.flatMap((one) => [...code.matchAll(one)].map(([, key = '']) => key)))
  return {
    name,
    named: all(/\.(\w+)\b/g, /[{,]\s*(\w+)(?=\s*[,:}])/g, /['"]([\w-]+)['"]/g),
    indexed: all(/\b(\w+)\s*\[(?!['"])/g, /Object\.\w+\([\w.]*\b(\w+)\)/g),
  }
}

/**
 * Paths of words that no folder reads: one that knows their room and names them or goes through
 * their parent. A branch below the room may be handed on as a whole; then any folder may name its words.
 */
function unusedWords(words: Words, folders: readonly Folder[]): readonly string[] {
  return leaves(words)
    .filter(([room = '', ...rest]) => {
      const key = rest.at(-1) ?? room
      const parent = rest.at(-2) ?? room
      const knowing = folders.filter(({ named }) => named.has(room))
      const isHandedOn =
        rest.length > 1 &&
        knowing.some(
          ({ named, indexed }) =>
            named.has(parent) || [room, ...rest].some((branch) => indexed.has(branch)),
        )
      const readers = isHandedOn ? folders : knowing
      return !readers.some(({ named, indexed }) => named.has(key) || indexed.has(parent))
    })
    .map((path) => path.join('.'))
}

/** The code of the app, folder by folder, without the words themselves. */
function readFolders(): readonly Folder[] {
  const folders = new Map<string, string>()
  for (const file of filesIn('src')) {
    if (!/\.tsx?$/.test(file) || file.startsWith('src/messages/en')) continue
    const name = file.slice(0, file.lastIndexOf('/'))
    folders.set(name, (folders.get(name) ?? '') + readText(file))
  }
  return [...folders].map(([name, code]) => readFolder(name, code))
}

describe('the words of the app', () => {
  test('are caught when nothing reads them', () => {
    const words = {
      home: { title: 'a', lead: 'b', kinds: { one: 'x', two: 'y' } },
      open: { title: 'c' },
    }
    const unused = (...code: string[]) =>
      unusedWords(
        words,
        code.map((text) => readFolder('', text)),
      )
    expect(unused('const { home } = words; home.title; home.kinds.one')).toEqual([
      'home.lead',
      'home.kinds.two',
      'open.title',
    ])
    expect(
      unused(
        `words.home.title; words.home['lead']; home.kinds[kind]`,
        'const { title } = words.open',
      ),
    ).toEqual([])
  })

  test('are all read somewhere', () => {
    const { lang, ...rooms } = en
    expect(lang).toBe('en-US')
    expect(unusedWords(rooms, readFolders())).toEqual([])
  })

  test('are none of them empty', () => {
    const empty = leaves(en).filter((path) => {
      const word = path.reduce<unknown>((tree, key) => (tree as Words)[key], en)
      return word === ''
    })
    expect(empty).toEqual([])
  })
})
