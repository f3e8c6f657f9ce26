import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const BUILDS = resolve('node_modules/.cache/hub-builds')
const HOUR = 60 * 60 * 1000

/**
 * Builds the app once more under another build number: what a deployment would bring. All workers of
 * a run share it; whoever comes first builds.
 * @returns the folder of that build
 */
export function anotherBuild(number: string): string {
  const dir = join(BUILDS, `${process.ppid}-${number}`)
  const done = `${dir}.done`
  if (existsSync(done)) return dir
  mkdirSync(BUILDS, { recursive: true })
  if (isFirst(`${dir}.begun`)) {
    sweep()
    buildInto(dir, number)
    writeFileSync(done, '')
  } else {
    const pause = new Int32Array(new SharedArrayBuffer(4))
    for (let tries = 0; tries < 240 && !existsSync(done); tries += 1) Atomics.wait(pause, 0, 0, 250)
  }
  return dir
}

/** Making a folder is the one act that two workers cannot both succeed in. */
function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}

/** Builds of earlier runs are of no use to anybody. */
function sweep(): void {
  for (const name of readdirSync(BUILDS)) {
    const path = join(BUILDS, name)
    if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { recursive: true, force: true })
  }
}

function buildInto(dir: string, number: string): void {
  const vite = resolve('node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--outDir', dir, '--logLevel', 'warn'], {
    env: { ...process.env, HUB_BUILD: number },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
