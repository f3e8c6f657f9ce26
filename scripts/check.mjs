// Everything that must hold, in rising order of cost: `npm test`, `npm run check` and CI are this.
//
//   node scripts/check.mjs              all steps
//   node scripts/check.mjs lint types   these steps
//
// Each step runs once. The last line is "N passed, N failed": the tests of Vitest and Playwright, and
// one for each other step. A test that is skipped counts as failed: it proves nothing.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chooseBrowser } from './browser.mjs'
import { Refusal } from './install.mjs'
import { setup as findPdfTools } from './pdfTools.mjs'

const RESULTS = 'test-results'
const VITEST = `${RESULTS}/unit.json`
const PLAYWRIGHT = `${RESULTS}/browser.json`
const TEN_MEGABYTES = 10_000_000

function bin(name, file) {
  return [
    process.execPath,
    fileURLToPath(new URL(`../node_modules/${name}/${file}`, import.meta.url)),
  ]
}
const script = (name) => [process.execPath, fileURLToPath(new URL(name, import.meta.url))]
const tsc = (project) => [...bin('typescript', 'bin/tsc'), '-p', project]

const STEPS = [
  {
    name: 'format',
    runs: [[...bin('prettier', 'bin/prettier.cjs'), '--check', '.', '--log-level', 'warn']],
  },
  { name: 'lint', runs: [bin('oxlint', 'bin/oxlint')] },
  { name: 'types', runs: ['tsconfig.core.json', 'tsconfig.json', 'tsconfig.worker.json'].map(tsc) },
  { name: 'deadcode', runs: [bin('knip', 'bin/knip.js')] },
  {
    name: 'unit',
    runs: [
      [
        ...bin('vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile=${VITEST}`,
      ],
    ],
    count: countVitest,
  },
  { name: 'build', runs: [[...bin('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn']] },
  { name: 'size', runs: [script('check-size.mjs')], needs: 'build', tells: true },
  {
    name: 'browser',
    runs: [[...bin('@playwright/test', 'cli.js'), 'test']],
    needs: 'build',
    count: countPlaywright,
  },
]

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The run broke off before it could say anything: its exit code speaks.
    return undefined
  }
}

/** Tests by outcome; a file that could not even be loaded is one failed test. */
export function countVitest(results) {
  const files = results?.testResults ?? []
  const tests = files.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const unloadable = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed, failed: tests.length - passed + unloadable.length }
}

/** Tests by outcome; flaky and skipped ones have failed. */
export function countPlaywright(results) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = results?.stats ?? {}
  return { passed: expected, failed: unexpected + flaky + skipped + (results?.errors ?? []).length }
}

function runStep({ name, runs, count, tells = false }) {
  const started = performance.now()
  const isTest = count !== undefined
  let isFine = true
  for (const [program, ...args] of runs) {
    const run = spawnSync(program, args, {
      stdio: isTest ? 'inherit' : 'pipe',
      encoding: 'utf8',
      maxBuffer: TEN_MEGABYTES,
    })
    isFine &&= run.status === 0
    if (!isTest && (run.status !== 0 || tells)) process.stdout.write(`${run.stdout}${run.stderr}`)
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${isFine ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`)
  if (!isTest) return { passed: Number(isFine), failed: Number(!isFine) }
  const counted = count(readResults(name === 'unit' ? VITEST : PLAYWRIGHT))
  // A run that ends badly without a failed test has failed all the same.
  return { ...counted, failed: isFine ? counted.failed : Math.max(1, counted.failed) }
}

/** Runs the steps named, or all; a step whose need failed has failed without a run. */
function runSteps(names) {
  const sum = { passed: 0, failed: 0 }
  const broken = new Set()
  for (const step of STEPS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const result = broken.has(step.needs) ? { passed: 0, failed: 1 } : runStep(step)
    if (result.failed > 0) broken.add(step.name)
    sum.passed += result.passed
    sum.failed += result.failed
  }
  return { ...sum, broken: [...broken] }
}

async function main(names) {
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name))
  if (unknown !== undefined) {
    throw new Refusal(`There is no step "${unknown}": ${STEPS.map(({ name }) => name).join(', ')}.`)
  }
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
  // A computer that lacks something hears it now, not after minutes of tests.
  if (names.length === 0 || names.includes('unit') || names.includes('browser')) findPdfTools()
  if (names.length === 0 || names.includes('browser')) await chooseBrowser()
  return runSteps(names)
}

async function close() {
  try {
    const { passed, failed, broken } = await main(process.argv.slice(2))
    if (broken.length > 0) process.stdout.write(`To be put right: ${broken.join(', ')}\n`)
    return { passed, failed }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    return { passed: 0, failed: 1 }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed } = await close()
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}
