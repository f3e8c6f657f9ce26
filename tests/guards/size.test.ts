import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judge, weigh } from '../../scripts/check-size.mjs'

test('the size check counts what index.html names as start, and every file but the worker as installed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-size-'))
  mkdirSync(join(dir, 'assets'))
  const html =
    '<link rel="stylesheet" href="./assets/a.css"><script type="module" src="./assets/a.js"></script>' +
    '<link rel="modulepreload" href="./assets/b.js"><link rel="icon" href="./icon.svg">'
  const noise = Array.from({ length: 4000 }, (_, at) => String.fromCodePoint(33 + ((at * at) % 90)))
  writeFileSync(join(dir, 'index.html'), html)
  writeFileSync(join(dir, 'icon.svg'), '<svg/>')
  writeFileSync(join(dir, 'service-worker.js'), noise.join(''))
  writeFileSync(join(dir, 'assets/lazy.js'), noise.join(''))
  for (const name of ['a.css', 'a.js', 'b.js'])
    writeFileSync(join(dir, 'assets', name), 'a'.repeat(100))
  const weights = weigh(dir)
  rmSync(dir, { recursive: true })
  expect(weights.installed).toBe(html.length + 6 + 4000 + 300)
  expect(weights.start).toBeGreaterThan(3 * 5)
  expect(weights.start).toBeLessThan(3 * 40)
})

test('one byte over a budget is too heavy', () => {
  const budgets = { start: 1000, installed: 2000 }
  expect(judge({ start: 1000, installed: 2000 }, budgets).isKept).toBe(true)
  expect(judge({ start: 1001, installed: 2000 }, budgets).isKept).toBe(false)
  expect(judge({ start: 1000, installed: 2001 }, budgets).isKept).toBe(false)
})
