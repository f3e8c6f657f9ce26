import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'

/** A browser of our own, on a profile that outlives it, to be killed without warning. */
export interface KillableBrowser {
  readonly page: Page
  readonly context: ReturnType<Browser['contexts']>[number]
  /** SIGKILL for the browser and everything it started. @returns how many processes that were */
  kill(): Promise<number>
}

const ARGS = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--window-size=1180,820',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
]

/** A profile folder of this test. */
export function newProfile(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'hub-reflect-profile-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts the browser the tests were given on a profile. */
export async function startBrowser(
  profile: string,
  executable: string | undefined,
): Promise<KillableBrowser> {
  const portFile = join(profile, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  // A browser that was killed leaves its locks behind.
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(join(profile, lock), { force: true })
  }
  // Chromium refuses its sandbox to the superuser.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    executable ?? chromium.executablePath(),
    [...ARGS, ...sandbox, `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: 'ignore', detached: true },
  )
  const address = await addressOf(portFile, child)
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no window.')
  const page = context.pages()[0] ?? (await context.newPage())
  return { page, context, kill: () => kill(child, browser) }
}

async function addressOf(portFile: string, child: ChildProcess): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error('The browser ended before it answered.')
    const [port, path] = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n') : []
    if (port && path) return `ws://127.0.0.1:${port}${path}`
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The browser did not say where it listens.')
}

async function kill(child: ChildProcess, browser: Browser): Promise<number> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const tree = child.pid === undefined ? [] : treeOf(child.pid)
  // The root first: nothing may have a moment to put its things in order.
  for (const pid of tree) signal(pid)
  if (child.exitCode === null && child.signalCode === null) await ended
  await browser.close().catch(() => undefined)
  await untilGone(tree)
  return tree.length
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    return // it was quicker
  }
}

/** A process and all its descendants, from the system's own list. */
function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(Number(name))
    if (parent !== undefined) parents.set(Number(name), parent)
  }
  const tree = [root]
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  }
  return tree
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold anything, so what follows its end counts.
    const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)
    return Number(after?.split(' ')[1])
  } catch {
    return undefined // it has ended meanwhile
  }
}

/** Two browsers on one profile would be another test. */
async function untilGone(pids: readonly number[]): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const left = pids.filter((pid) => parentOf(pid) !== undefined && !isZombie(pid))
    if (left.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') ?? false
  } catch {
    return true
  }
}
