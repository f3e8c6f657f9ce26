import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantHouse } from './house.ts'

/** A violation: the rule that must fire, the file it is planted in, the code. */
interface Plant {
  readonly rule: string
  readonly file: string
  readonly code: string
}

const room = (file: string, code: string): Plant => ({ rule: 'layers(direction)', file, code })
const parcel = (file: string, code: string): Plant => ({ rule: 'layers(packages)', file, code })
const rule = (name: string, file: string, code: string): Plant => ({ rule: name, file, code })
const FEATURE = 'src/features/plant/Plant.tsx'

const PLANTS: Readonly<Record<string, Plant>> = {
  'core importing storage': room('src/core/a.ts', `import '#storage/db.ts'`),
  'ui importing core': room('src/ui/a.ts', `export type { Rubric } from '#core/rubric.ts'`),
  'platform importing core': room(
    'src/platform/a.ts',
    `import { ok } from '#core/result.ts'; ok(1)`,
  ),
  'rubrics importing storage': room('src/rubrics/a.ts', `import '#storage/db.ts'`),
  'messages importing ui': room('src/messages/a.ts', `import '#ui/Button.tsx'`),
  'storage importing messages': room('src/storage/a.ts', `import '#messages/en.ts'`),
  'paper importing values of messages': room(
    'src/paper/a.ts',
    `import { en } from '#messages/en.ts'; export const lang = en.lang`,
  ),
  'exchange importing storage': room('src/exchange/a.ts', `import '#storage/db.ts'`),
  'pwa importing storage': room('src/pwa/a.ts', `import '#storage/db.ts'`),
  'a feature importing another': room(
    'src/features/plant/a.ts',
    `import '#features/home/HomePage.tsx'`,
  ),
  'a feature importing app': room('src/features/plant/b.ts', `import '#app/routes.ts'`),
  'a feature importing pwa': room('src/features/plant/c.ts', `import '#pwa/register.ts'`),
  'a static import of paper': room(
    'src/features/plant/d.ts',
    `import { exportPdf } from '#paper/exportPdf.ts'; export const save = exportPdf`,
  ),
  'a dynamic import through a wall': room(
    'src/core/b.ts',
    `export const load = () => import('#storage/db.ts')`,
  ),
  'a type import through a wall': room(
    'src/core/c.ts',
    `export type Db = import('#storage/db.ts').Db`,
  ),
  'a path with ../': room('src/features/plant/e.ts', `import '../home/HomePage.tsx'`),
  'an import without extension': room('src/features/plant/f.ts', `import './other'`),
  'a door of the own room': room('src/features/plant/g.ts', `import '#features/plant/f.ts'`),
  'a room that is none': room('src/features/plant/h.ts', `import '#tools/x.ts'`),

  'dexie outside storage': parcel('src/features/plant/i.ts', `import 'dexie'`),
  'jspdf outside draw.ts': parcel('src/paper/b.ts', `import 'jspdf'`),
  'workbox outside pwa': parcel('src/app/a.ts', `import 'workbox-window'`),
  'react in core': parcel('src/core/d.ts', `import 'react'`),
  'a form library in app': parcel('src/app/b.ts', `import 'react-hook-form'`),
  'a package nobody knows': parcel('src/app/c.ts', `import 'left-pad'`),

  innerHTML: rule('bans(no-markup)', 'src/ui/b.ts', `document.body.innerHTML = 'x'`),
  'document.write': rule('bans(no-markup)', 'src/ui/c.ts', `document.write('x')`),
  'window.open': rule('bans(no-markup)', 'src/ui/d.ts', `window.open('x')`),
  'a clock outside platform': rule(
    'bans(no-clock)',
    'src/storage/b.ts',
    `export const a = Date.now()`,
  ),
  'a date of now': rule('bans(no-clock)', 'src/core/e.ts', `export const a = new Date()`),
  'dice outside platform': rule(
    'bans(no-clock)',
    'src/core/f.ts',
    `export const a = Math.random()`,
  ),
  'a date from text': rule(
    'bans(no-date-parsing)',
    'src/core/g.ts',
    `export const a = new Date('2020-01-01')`,
  ),
  'localStorage outside storage': rule(
    'bans(no-globals)',
    'src/features/plant/j.ts',
    `export const a = localStorage.length`,
  ),
  'window.localStorage': rule(
    'bans(no-globals)',
    'src/ui/e.ts',
    `export const a = window.localStorage`,
  ),
  'fetch in a feature': rule(
    'bans(no-globals)',
    'src/features/plant/k.ts',
    `export const a = fetch('x')`,
  ),
  'an enum': rule('bans(erasable-only)', 'src/core/h.ts', `export enum A { B }`),
  'a class': rule('bans(erasable-only)', 'src/core/i.ts', `export class A {}`),
  'a swallowed failure': rule(
    'bans(no-swallowing)',
    'src/storage/c.ts',
    `export function a() { try { return JSON.parse('') as unknown } catch { /* never mind */ } return 0 }`,
  ),
  'a cast without a reason': rule(
    'bans(reasoned-cast)',
    'src/core/j.ts',
    `export function a(x: unknown) {\n\n  return x as string\n}`,
  ),

  'a floating promise': rule(
    'typescript(no-floating-promises)',
    'src/core/k.ts',
    `export function a() {\n  Promise.resolve(1)\n}`,
  ),
  'a promise given to onClick': rule(
    'typescript(no-misused-promises)',
    FEATURE,
    `export function Plant() {\n  return <button type="button" onClick={async () => { await Promise.resolve() }} />\n}`,
  ),
  'a switch that forgets a case': rule(
    'typescript(switch-exhaustiveness-check)',
    'src/core/l.ts',
    `export function a(x: 'b' | 'c') {\n  switch (x) {\n    case 'b':\n      return 1\n  }\n  return 2\n}`,
  ),
  any: rule('typescript(no-explicit-any)', 'src/core/m.ts', `export const a: any = 1`),
  'a non-null !': rule(
    'typescript(no-non-null-assertion)',
    'src/core/n.ts',
    `export const a = (x: string | undefined) => x!.length`,
  ),
  'a type imported as a value': rule(
    'typescript(consistent-type-imports)',
    'src/core/o.ts',
    `import { Kind } from './p.ts'\nexport const a: Kind = 1`,
  ),
  'a value type': rule('', 'src/core/p.ts', `export type Kind = number`),
  'a silenced compiler': rule(
    'typescript(ban-ts-comment)',
    'src/core/q.ts',
    `// @ts-ignore\nexport const a = 1`,
  ),
  'a cycle': rule(
    'import(no-cycle)',
    'src/core/r.ts',
    `import { s } from './s.ts'\nexport const r = () => s`,
  ),
  'its other half': rule(
    'import(no-cycle)',
    'src/core/s.ts',
    `import { r } from './r.ts'\nexport const s = () => r`,
  ),
  'a default export': rule('import(no-default-export)', 'src/core/t.ts', `export default 1`),
  'a barrel': rule(
    'oxc(no-barrel-file)',
    'src/core/u.ts',
    `export * from './p.ts'\nexport * from './k.ts'`,
  ),
  console: rule('eslint(no-console)', 'src/core/v.ts', `console.log(1)`),
  eval: rule('eslint(no-eval)', 'src/core/w.ts', `eval('1')`),
  'new Function': rule(
    'eslint(no-new-func)',
    'src/core/x.ts',
    `export const a = new Function('1')`,
  ),
  'a long file': rule('eslint(max-lines)', 'src/core/y.ts', 'export {}\n'.repeat(400)),
  'a long function': rule(
    'eslint(max-lines-per-function)',
    'src/core/z.ts',
    `export function a() {\n${'  a()\n'.repeat(70)}}`,
  ),
  'words in a component': rule(
    'react(jsx-no-literals)',
    'src/features/plant/Words.tsx',
    `export function Words() {\n  return <p>Hello</p>\n}`,
  ),
  'markup in a component': rule(
    'react(no-danger)',
    'src/features/plant/Danger.tsx',
    `export function Danger() {\n  return <p dangerouslySetInnerHTML={{ __html: '' }} />\n}`,
  ),
  'a link that opens a door': rule(
    'react(jsx-no-target-blank)',
    'src/features/plant/Link.tsx',
    `export function Link({ href }: { href: string }) {\n  return <a href={href} target="_blank" />\n}`,
  ),
  'a script address': rule(
    'react(jsx-no-script-url)',
    'src/features/plant/Url.tsx',
    `export function Url() {\n  return <a href="javascript:alert(1)" />\n}`,
  ),
  'a hook in a condition': rule(
    'react-hooks(rules-of-hooks)',
    'src/features/plant/Hook.tsx',
    `import { useState } from 'react'\nexport function Hook({ a }: { a: boolean }) {\n  if (a) useState(1)\n  return null\n}`,
  ),
  'a forgotten dependency': rule(
    'react-hooks(exhaustive-deps)',
    'src/features/plant/Deps.tsx',
    `import { useEffect } from 'react'\nexport function Deps({ a }: { a: () => void }) {\n  useEffect(() => { a() }, [])\n  return null\n}`,
  ),
  'a picture without words': rule(
    'jsx-a11y(alt-text)',
    'src/features/plant/Picture.tsx',
    `export function Picture() {\n  return <img src="x" />\n}`,
  ),
  'a clickable div': rule(
    'jsx-a11y(no-static-element-interactions)',
    'src/features/plant/Div.tsx',
    `export function Div({ a }: { a: () => void }) {\n  return <div onClick={a} />\n}`,
  ),
}

const CLEAN = {
  'src/core/clean.ts': `import type { Kind } from './p.ts'\nexport const clean = (kind: Kind) => kind\n`,
  'src/features/plant/Clean.tsx':
    `import type { PdfFile } from '#paper/exportPdf.ts'\nimport { clean } from '#core/clean.ts'\n` +
    `export const lazy = () => import('#paper/exportPdf.ts')\n` +
    `export function Clean({ file }: { file: PdfFile }) {\n  return <p>{clean(file.pages)}</p>\n}\n`,
  'src/paper/exportPdf.ts': `export interface PdfFile {\n  readonly pages: number\n}\n`,
}

describe('the lint rules of the house', () => {
  const house = plantHouse({
    ...CLEAN,
    ...Object.fromEntries(Object.values(PLANTS).map(({ file, code }) => [file, code])),
  })
  const fired = new Map<string, string[]>()

  beforeAll(() => {
    const { stdout } = house.run('oxlint/bin/oxlint', '--format', 'json')
    const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
    for (const { code, filename } of report.diagnostics) {
      const path = filename.replaceAll('\\', '/')
      fired.set(path, [...(fired.get(path) ?? []), code])
    }
  })
  afterAll(() => house.tearDown())

  test.each(Object.entries(PLANTS).filter(([, plant]) => plant.rule !== ''))(
    'catch %s',
    (_, plant) => {
      expect(fired.get(plant.file)).toContain(plant.rule)
    },
  )

  test.each(Object.keys(CLEAN))('leave %s alone', (file) => {
    expect(fired.get(file)).toBeUndefined()
  })
})
