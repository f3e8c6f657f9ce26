// How fast the app is beside bare pages that do the same work in the same run: `npm run bench`.
//
// Not a test: figures depend on the machine. docs/performance.md says what is measured, how to read
// it, and what the goals are. Prints a table and writes bench-results/latest.json.
//
//   node scripts/bench.mjs              builds the app first
//   node scripts/bench.mjs --dir other  measures another build
//   node scripts/bench.mjs --page 240   with so many methods on the page that is measured
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, platform, release } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { runnerImport } from 'vite'
import { measure } from './bench/measure.mjs'
import { makeSubjects } from './bench/subjects.mjs'
import { FIGURES, tableOf } from './bench/table.mjs'
import { chooseBrowser } from './browser.mjs'
import { serve } from './serve.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const RESULTS = 'bench-results'

async function readSitting(onePage) {
  const file = fileURLToPath(new URL('bench/largeSitting.ts', import.meta.url))
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
  return module.largeSitting(onePage)
}

function buildApp() {
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The app could not be built.')
}

async function main() {
  process.chdir(ROOT)
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, page: { type: 'string' } },
  })
  if (values.dir === undefined) buildApp()
  const executablePath = await chooseBrowser()
  const sitting = await readSitting(values.page === undefined ? undefined : Number(values.page))
  const { subjects, sweep } = await makeSubjects(sitting, resolve(values.dir ?? 'dist'))
  const load = [loadavg()[0]]
  const figures = {}
  const browser = await chromium.launch({ executablePath })
  try {
    for (const subject of subjects) {
      process.stderr.write(`Measuring ${subject.name} ...\n`)
      const server = await serve({ dir: subject.dir, port: 0 })
      figures[subject.name] = await measure(browser, subject, { url: server.url, sitting })
      await server.stop()
    }
  } finally {
    sweep()
    load.push(loadavg()[0])
    const version = browser.version()
    await browser.close()
    figures.machine = {
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      system: `${platform()} ${release()}`,
      browser: version,
      load,
    }
  }
  const { machine, ...measured } = figures
  const result = { at: new Date().toISOString(), machine, slowdown: 4, units: FIGURES, measured }
  const name = values.page === undefined ? 'latest' : `page-${values.page}`
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(`${RESULTS}/${name}.json`, `${JSON.stringify(result, null, 2)}\n`)
  process.stdout.write(`${tableOf(result)}\nWritten to ${RESULTS}/${name}.json\n`)
}

await main()
