import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest } from '../../scripts/check.mjs'
import { ROOT } from './house.ts'

function runScript(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { HUB_BROWSER: _, ...rest } = process.env
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts', name), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...rest, ...env },
  })
  return { status: run.status, stdout: run.stdout, output: run.stdout + run.stderr }
}

describe('the closing line', () => {
  test('counts failed, skipped and unloadable unit tests as failed', () => {
    const assertionResults = ['passed', 'passed', 'failed', 'pending', 'todo'].map((status) => ({
      status,
    }))
    const testResults = [
      { status: 'failed', assertionResults },
      { status: 'failed', assertionResults: [] },
    ]
    expect(countVitest({ testResults })).toEqual({ passed: 2, failed: 4 })
    expect(countVitest(undefined)).toEqual({ passed: 0, failed: 0 })
  })

  test('counts flaky and skipped browser tests as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4 })
  })

  test('says "failed" when a step breaks, and ends with a non-zero code', () => {
    const { status, stdout, output } = runScript('check.mjs', ['nonsense'])
    expect(status).toBe(1)
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed')
    expect(output).toContain('There is no step "nonsense"')
  })
})

describe('finding a browser', () => {
  test('does not trust a program that opens no page', () => {
    const dir = mkdtempSync(join(tmpdir(), 'hub-browser-'))
    const stub = join(dir, 'chrome')
    writeFileSync(stub, '#!/bin/sh\nexit 0\n')
    chmodSync(stub, 0o755)
    const { status, output } = runScript('browser.mjs', [], { CHROME_PATH: stub })
    rmSync(dir, { recursive: true })
    expect(status).toBe(1)
    expect(output.trim()).toBe(
      `CHROME_PATH is "${stub}", but no page opens there: correct it or unset it.`,
    )
  })
})

describe('the server', () => {
  test('says in words that its port is taken, and does not move to another', async () => {
    const other = createServer()
    await new Promise<void>((done) => {
      other.listen(0, '127.0.0.1', done)
    })
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const dir = mkdtempSync(join(tmpdir(), 'hub-site-'))
    writeFileSync(join(dir, 'index.html'), '')
    const { status, output } = runScript('serve.mjs', ['--dir', dir, '--port', String(port)])
    rmSync(dir, { recursive: true })
    other.close()
    expect(status).toBe(1)
    expect(output).toContain(`Port ${port} is taken by another program.`)
    expect(output).not.toContain('is ready')
  })

  test('says what to run when nothing is built', () => {
    const { status, output } = runScript('serve.mjs', ['--dir', 'public', '--port', '0'])
    expect(status).toBe(1)
    expect(output).toContain('There is no built app in "public". Run "npm run build" first')
  })
})
