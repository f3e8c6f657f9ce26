// Checks rubrics with the app's own parser: `npm run rubrics:check [files or folders]`, and before every build.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

let reader

/** The app's own reader. Node 20 runs no TypeScript, so Vite loads it, once. */
async function loadReader() {
  const load = async (name) => {
    const file = fileURLToPath(new URL(`../src/rubrics/${name}`, import.meta.url))
    const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
    return module
  }
  reader ??= Promise.all([load('rubricFile.ts'), load('header.ts')])
  const [{ readRubricFile }, { toRubricHeader }] = await reader
  return { readRubricFile, toRubricHeader }
}

/** The rubric definitions in a folder; the schema for editors is none. */
export function rubricFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => join(folder, name))
    .toSorted()
}

/**
 * One file: its header, or its faults as lines of file, place, sentence and JSON path.
 * @param {string} file
 * @returns {Promise<{ header?: object, faults: string[] }>}
 */
export async function readRubric(file) {
  const { readRubricFile, toRubricHeader } = await loadReader()
  const name = relative(process.cwd(), file) || file
  const result = readRubricFile(readFileSync(file))
  if (!result.ok) {
    const line = ({ place, sentence, path }) =>
      `${name}: ${place}: ${sentence}${path === '' ? '' : ` (${path})`}`
    return { faults: result.problem.faults.map(line) }
  }
  const { id } = result.value
  const faults =
    `${id}.json` === basename(file)
      ? []
      : [`${name}: The id is “${id}”, so name the file ${id}.json. Keep the id of a used rubric.`]
  return { header: toRubricHeader(result.value), faults }
}

/** Every fault of every rubric in a folder. */
export async function rubricFaults(folder) {
  const read = await Promise.all(rubricFiles(folder).map(readRubric))
  return read.flatMap(({ faults }) => faults)
}

function summaryOf(file, { counts }) {
  const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`
  const { sections, skills, items } = counts
  const parts = [counted(sections, 'section'), counted(skills, 'skill'), counted(items, 'item')]
  return `${file}: fine. ${parts.join(', ')}.`
}

async function main(paths) {
  const missing = paths.filter((path) => !existsSync(path))
  for (const path of missing) process.stdout.write(`${path}: There is no such file or folder.\n`)
  const found = paths.filter((path) => existsSync(path))
  const files = found.flatMap((path) => (statSync(path).isDirectory() ? rubricFiles(path) : [path]))
  let faults = missing.length
  for (const file of files) {
    const read = await readRubric(file)
    faults += read.faults.length
    const lines = read.faults.length > 0 ? read.faults : [summaryOf(file, read.header)]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return faults === 0 && files.length > 0 ? 0 : 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const paths = process.argv.slice(2)
  process.exitCode = await main(paths.length > 0 ? paths : ['rubrics'])
}
