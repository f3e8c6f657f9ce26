import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT, expect, test } from './support/app.ts'

/** Hosts that may stand in the built app as text, with the reason. None of them is ever asked. */
const NAMED: Readonly<Record<string, string>> = {
  'www.w3.org': 'names of XML namespaces',
  'react.dev': 'explanations React names in its errors',
  'bit.ly': 'explanations Workbox and Dexie name in their errors',
  'tinyurl.com': 'explanations Dexie names in its errors',
  'jspdf.default.namespaceuri': 'a namespace jsPDF invents for metadata',
  'cdnjs.cloudflare.com':
    'a viewer jsPDF offers to open; lint lets only draw.ts and measure.ts use jsPDF',
}

/** Hosts of the sources that the rubrics cite: links a reader may follow. */
function citedHosts(): readonly string[] {
  return readdirSync('rubrics')
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => hostsIn(readFileSync(join('rubrics', name), 'utf8')))
}

function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].flatMap(
    ([whole, host = '']) => (whole.startsWith('http') ? [host.toLowerCase()] : []),
  )
}

/** Hosts in a text that neither the list above nor a rubric names. */
function foreignHosts(text: string, cited: readonly string[]): readonly string[] {
  return hostsIn(text).filter((host) => !(host in NAMED) && !cited.includes(host))
}

const files = readdirSync(BUILT, { recursive: true, withFileTypes: true }).filter((entry) =>
  entry.isFile(),
)

test('a foreign host in the built app would be found', () => {
  expect(foreignHosts('fetch("https://fonts.example.com/x")', [])).toEqual(['fonts.example.com'])
  expect(foreignHosts('see https://react.dev/errors/1 and https://doi.org/2', ['doi.org'])).toEqual(
    [],
  )
})

test('the built app names no host but known ones', () => {
  const cited = citedHosts()
  for (const { name, parentPath } of files) {
    if (!/\.(js|css|html|json|svg|webmanifest)$/.test(name)) continue
    expect(foreignHosts(readFileSync(join(parentPath, name), 'utf8'), cited), name).toEqual([])
  }
})

test('the page has no inline script, no inline style and no address of this computer', () => {
  const html = readFileSync(join(BUILT, 'index.html'), 'utf8')
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
  expect(html).toContain('default-src &#39;none&#39;')
  for (const { name, parentPath } of files) {
    if (!/\.(js|css|html)$/.test(name)) continue
    const text = readFileSync(join(parentPath, name), 'utf8')
    expect(text.includes(process.cwd()), name).toBe(false)
  }
})

test('nothing is shipped that the app does not use', () => {
  const names = files.map(({ name }) => name)
  expect(names.filter((name) => /html2canvas|canvg|dompurify|purify/i.test(name))).toEqual([])
  expect(names.filter((name) => name.endsWith('.map'))).toEqual([])
})
