import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOSTING_FILES } from '../../scripts/hosting.mjs'
import { filesIn, readText, ROOT } from './house.ts'

/** The folders a tree drawn with ├─ and │ names, as paths. */
function drawnFolders(markdown: string): readonly string[] {
  const path: string[] = []
  return markdown.split('\n').flatMap((line) => {
    const found = /^((?:[│ ] {2})*)[├└]─ ([\w.-]+)\//.exec(line)
    if (!found) return []
    const depth = (found[1] ?? '').length / 3
    path.length = depth
    path.push(found[2] ?? '')
    return [path.join('/')]
  })
}

/** Folders on the disk that belong to the map: all at the top but ignored ones, and all of src and scripts. */
function realFolders(): readonly string[] {
  const ignored = [
    ...readText('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, '')),
    '.git',
  ]
  const top = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ignored.includes(entry.name))
    .map(({ name }) => name)
  const folders = new Set(top)
  for (const file of [...filesIn('src'), ...filesIn('scripts')]) {
    const parts = file.split('/').slice(0, -1)
    for (const depth of parts.keys()) folders.add(parts.slice(0, depth + 1).join('/'))
  }
  return [...folders].toSorted()
}

describe('the map in docs/architecture.md', () => {
  test('is read as it is drawn', () => {
    const tree = '.\n├─ a/   x\n│  ├─ b/\n│  │  └─ c/  y\n│  └─ file.ts\n└─ d/'
    expect(drawnFolders(tree)).toEqual(['a', 'a/b', 'a/b/c', 'd'])
  })

  test('shows the folders that are on the disk, and no others', () => {
    expect(drawnFolders(readText('docs/architecture.md')).toSorted()).toEqual(realFolders())
  })
})

describe('the README', () => {
  test('lists the scripts of package.json, and no others', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
    const listed = [...readText('README.md').matchAll(/^\| `npm (?:run )?([\w:-]+)`/gm)].map(
      ([, name]) => name,
    )
    expect(new Set(listed)).toEqual(new Set(Object.keys(scripts)))
  })

  test('is short enough to be read', () => {
    expect(readText('README.md').split('\n').length).toBeLessThanOrEqual(120)
  })
})

describe('links between the documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    ...filesIn('docs').filter((file) => file.endsWith('.md')),
  ]

  test.each(documents)('in %s lead to files that exist', (document) => {
    const folder = document.includes('/') ? document.slice(0, document.lastIndexOf('/')) : '.'
    const targets = [...readText(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(
      ([, target = '']) => target,
    )
    expect(targets.filter((target) => !existsSync(join(ROOT, folder, target)))).toEqual([])
  })
})

describe('decision records', () => {
  const records = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => name.endsWith('.md'))

  test.each(records)('%s has the four headings and a number of its own', (name) => {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    const headings = [...readText(`docs/decisions/${name}`).matchAll(/^## (.+)$/gm)].map(
      ([, heading]) => heading,
    )
    expect(headings).toEqual(['Context', 'Decision', 'Consequences', 'Status'])
    expect(records.filter((other) => other.startsWith(name.slice(0, 4)))).toEqual([name])
  })
})

describe('the header files for other servers', () => {
  test.each(Object.entries(HOSTING_FILES))(
    '%s carries what scripts/headers.mjs says',
    (name, text) => {
      expect(readText(`docs/hosting/${name}`)).toBe(text)
    },
  )
})
