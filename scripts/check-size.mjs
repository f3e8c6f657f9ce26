// Weighs the built app against two budgets (scripts/size-budgets.json) and fails when one is passed.
//
//   start      what a first visit must load before it can show anything: the scripts and style sheets
//              that index.html names, packed with brotli
//   installed  what the worker keeps on the device: every file, as it is stored
//
// A budget is what is real plus 5 %. Raise one only together with the reason, in the same commit.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const BUDGETS = new URL('size-budgets.json', import.meta.url)

function startFiles(html) {
  const tags = html.matchAll(/<(?:script|link)\b[^>]*>/g)
  return [...tags].flatMap(([tag]) => {
    const isStart = tag.startsWith('<script') || /rel="(?:stylesheet|modulepreload)"/.test(tag)
    const address = /(?:src|href)="([^"]+)"/.exec(tag)?.[1]
    return isStart && address ? [address.replace(/^\.?\//, '')] : []
  })
}

/** Bytes of a built app: { start, installed }. */
export function weigh(dir) {
  const html = readFileSync(join(dir, 'index.html'), 'utf8')
  const start = startFiles(html).map(
    (file) => brotliCompressSync(readFileSync(join(dir, file))).length,
  )
  const installed = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
  const sum = (sizes) => sizes.reduce((total, size) => total + size, 0)
  return { start: sum(start), installed: sum(installed) }
}

const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** A line per budget, and whether all are kept. */
export function judge(weights, budgets) {
  const lines = Object.entries(budgets).map(([name, budget]) => {
    const share = `${inKilobytes(weights[name])} of ${inKilobytes(budget)}`
    return weights[name] > budget ? `${name}: ${share} - too heavy` : `${name}: ${share}`
  })
  return {
    lines,
    isKept: Object.entries(budgets).every(([name, budget]) => weights[name] <= budget),
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { lines, isKept } = judge(weigh('dist'), JSON.parse(readFileSync(BUDGETS, 'utf8')))
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = isKept ? 0 : 1
}
