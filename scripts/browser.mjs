// Finds the browser the tests drive; `node scripts/browser.mjs` prints its path.
//
// In this order: CHROME_PATH, a Chrome, Chromium or Edge of the system, Playwright's own, and then by
// installing one. A candidate counts only after it has opened a page: a broken link, a snap without
// its daemon or a missing library all look like a browser from the outside.
import { execFileSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { aptInstall, canAptInstall, Refusal } from './install.mjs'

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
]

function systemPaths({ platform = process.platform, env = process.env } = {}) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return ['/Applications', `${env.HOME}/Applications`].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    )
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    const apps = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge']
    return folders.flatMap((folder) =>
      apps.map(
        (app) =>
          `${folder}\\${app}\\Application\\${app.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
      ),
    )
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

function playwrightsOwn() {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

/** True if the program opens a page and runs a script in it. */
export async function opensPages(executablePath) {
  let browser
  try {
    browser = await chromium.launch({ executablePath, timeout: 30_000 })
    const page = await browser.newPage()
    return (await page.evaluate(() => 6 * 7)) === 42
  } catch {
    return false
  } finally {
    await browser?.close()
  }
}

async function firstThatWorks(paths) {
  for (const path of new Set(paths)) {
    if (path && existsSync(path) && (await opensPages(path))) return path
  }
  return undefined
}

function install() {
  if (canAptInstall()) return aptInstall(['chromium'])
  process.stdout.write('Installing a test browser with Playwright ...\n')
  const cli = fileURLToPath(import.meta.resolve('@playwright/test/cli'))
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
}

/**
 * The path of a browser that works.
 * @throws {Refusal} with one sentence if there is none and none can be installed
 */
export async function findBrowser() {
  const wanted = process.env.CHROME_PATH
  if (wanted) {
    if (await firstThatWorks([wanted])) return wanted
    throw new Refusal(
      `CHROME_PATH is "${wanted}", but no page opens there: correct it or unset it.`,
    )
  }
  const candidates = () => [...systemPaths(), playwrightsOwn()]
  const found = await firstThatWorks(candidates())
  if (found) return found
  try {
    install()
  } catch {
    throw noBrowser()
  }
  const installed = await firstThatWorks(candidates())
  if (installed) return installed
  throw noBrowser()
}

function noBrowser() {
  return new Refusal(
    'The browser tests need Chrome, Chromium or Edge, and none could be found or installed: install one, or set CHROME_PATH to its program.',
  )
}

/** Finds the browser once and tells child processes by HUB_BROWSER. */
export async function chooseBrowser() {
  const found = process.env.HUB_BROWSER || (await findBrowser())
  process.env.HUB_BROWSER = found
  return found
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await chooseBrowser()}\n`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
