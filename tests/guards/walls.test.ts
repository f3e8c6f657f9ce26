import { describe, expect, test } from 'vitest'
import { plantHouse } from './house.ts'

/** What the compiler says of a house with these files. */
function compile(project: string, files: Readonly<Record<string, string>>): string {
  const house = plantHouse(files)
  try {
    return house.run('typescript/bin/tsc', '-p', project).output
  } finally {
    house.tearDown()
  }
}

describe('the compiler', () => {
  test('keeps the browser, its clock of animation and its dice out of core', () => {
    const globals = ['window', 'document', 'localStorage', 'crypto', 'performance', 'console']
    const files = globals.map((name) => [`src/core/${name}.ts`, `export const a = ${name}\n`])
    const output = compile('tsconfig.core.json', Object.fromEntries(files))
    for (const name of globals) expect(output).toMatch(new RegExp(`core/${name}.ts.*TS\\d+`))
  })

  test('keeps other rooms out of core', () => {
    const output = compile('tsconfig.core.json', {
      'src/core/a.ts': `import { b } from '#storage/b.ts'\nexport const a = b\n`,
      'src/storage/b.ts': `export const b = 1\n`,
    })
    expect(output).toContain('TS6307')
  })

  test('leaves a clean core alone', () => {
    expect(compile('tsconfig.core.json', { 'src/core/a.ts': 'export const a = 1\n' })).toBe('')
  })

  test('keeps the page out of the service worker', () => {
    const output = compile('tsconfig.worker.json', {
      'src/pwa/service-worker.ts': `export const a = document.title\n`,
    })
    expect(output).toContain("Cannot find name 'document'")
  })

  test('finds what is declared and never used', () => {
    const output = compile('tsconfig.json', {
      'src/ui/a.ts': `const unused = 1\nexport function a(b: number) {\n  return 1\n}\n`,
    })
    expect(output).toContain("'unused' is declared but its value is never read")
    expect(output).toContain("'b' is declared but its value is never read")
  })
})

describe('the dead-code check', () => {
  test('finds a file, an export and a package that nothing uses', () => {
    const house = plantHouse({
      'vite.config.ts': `export default {}\n`,
      'index.html': `<script type="module" src="/src/main.tsx"></script>\n`,
      'src/main.tsx': `import { used } from './app/used.ts'\nused()\n`,
      'src/app/used.ts': `export function used() {}\nexport function unused() {}\n`,
      'src/app/lonely.ts': `export const lonely = 1\n`,
    })
    const { output, status } = house.run('knip/bin/knip.js')
    house.tearDown()
    expect(status).toBe(1)
    expect(output).toMatch(/Unused files[^]*src\/app\/lonely\.ts/)
    expect(output).toMatch(/Unused exports[^]*unused/)
    expect(output).toMatch(/Unused dependencies[^]*dexie/)
  })
})
