// Checks rubrics with the app's own parser: `npm run rubrics:check [files or folders]`, and before every build.
// `node scripts/rubrics.mjs --csv rubrics/x.json` writes rubrics/x.csv; `--json rubrics/x.csv` turns it back.
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

let reader

/** A module of the app. Node 20 runs no TypeScript, so Vite loads it. */
async function load(path) {
  const file = fileURLToPath(new URL(`../src/${path}`, import.meta.url))
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
  return module
}

/** The app's own reader, loaded once. */
async function loadReader() {
  reader ??= Promise.all([load('rubrics/rubricFile.ts'), load('rubrics/header.ts')])
  const [{ readRubricFile }, { toRubricHeader }] = await reader
  return { readRubricFile, toRubricHeader }
}

/** The rubric definitions in a folder; the schema for editors is none, nor are tables for spreadsheets. */
export function rubricFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => join(folder, name))
    .toSorted()
}

/**
 * One file: its header, or its faults as lines of file, place, sentence and JSON path.
 * @param {string} file
 * @returns {Promise<{ rubric?: object, header?: object, faults: string[] }>}
 */
export async function readRubric(file) {
  const { readRubricFile, toRubricHeader } = await loadReader()
  const name = relative(process.cwd(), file) || file
  const result = readRubricFile(readFileSync(file), file)
  if (!result.ok) {
    const line = ({ place, sentence, path }) =>
      `${name}: ${place}: ${sentence}${path === '' ? '' : ` (${path})`}`
    return { faults: result.problem.faults.map(line) }
  }
  const { id } = result.value
  const named = `${id}${extname(file) || '.json'}`
  const faults =
    named === basename(file)
      ? []
      : [`${name}: The id is “${id}”, so name the file ${named}. Keep the id of a used rubric.`]
  return { rubric: result.value, header: toRubricHeader(result.value), faults }
}

/** The translations beside the rubrics of a folder: `translations/<id>.<lang>.json`. */
export function translationFiles(folder) {
  const place = join(folder, 'translations')
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(place, name))
    .toSorted()
}

/**
 * One translation, held against its rubric: how many texts it has and lacks, or its faults as lines.
 * @param {string} file
 * @returns {Promise<{ texts?: number, missing?: number, isBehind?: boolean, faults: string[] }>}
 */
export async function readTranslation(file) {
  const { parseTranslationText } = await load('core/rubricTranslationParse.ts')
  const name = relative(process.cwd(), file) || file
  const [id] = basename(file).split('.')
  const original = join(file, '..', '..', `${id}.json`)
  if (!existsSync(original)) {
    return {
      faults: [`${name}: There is no rubric ${id}.json to translate. Name the file after it.`],
    }
  }
  const { rubric, faults } = await readRubric(original)
  if (!rubric) return { faults }
  const read = parseTranslationText(readFileSync(file, 'utf8'), rubric)
  if (!read.ok) {
    return { faults: read.problem.map(({ place, sentence }) => `${name}: ${place}: ${sentence}`) }
  }
  const { translation, missing } = read.value
  const named = `${id}.${translation.lang}.json`
  return {
    texts: Object.keys(translation.texts).length,
    missing: missing.length,
    isBehind: translation.rubricVersion !== rubric.version,
    faults:
      named === basename(file)
        ? []
        : [`${name}: The language is “${translation.lang}”, so name the file ${named}.`],
  }
}

/** Every fault of every rubric in a folder, and of the translations beside them. */
export async function rubricFaults(folder) {
  const read = await Promise.all([
    ...rubricFiles(folder).map(readRubric),
    ...translationFiles(folder).map(readTranslation),
  ])
  return read.flatMap(({ faults }) => faults)
}

function summaryOf(file, { counts }) {
  const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`
  const { sections, skills, items } = counts
  const parts = [counted(sections, 'section'), counted(skills, 'skill'), counted(items, 'item')]
  return `${file}: fine. ${parts.join(', ')}.`
}

function translationSummary(file, { texts, missing, isBehind }) {
  const whole =
    missing === 0
      ? `All ${texts} texts.`
      : `${texts} texts; ${missing} more are shown in the original.`
  const behind = isBehind
    ? ' It was made from another version of the rubric: read it again, then set "rubricVersion".'
    : ''
  return `${file}: fine. ${whole}${behind}`
}

/** Writes a sound rubric once more beside its file, as a table or as JSON; gives back what to say. */
async function convert(file, ending) {
  const { rubric, faults } = await readRubric(file)
  if (faults.length > 0) return faults
  const { rubricToCsv } = await load('core/rubricCsv.ts')
  const { rubricToJson } = await load('core/rubricJson.ts')
  const target = `${file.slice(0, -extname(file).length)}${ending}`
  writeFileSync(target, ending === '.csv' ? rubricToCsv(rubric) : rubricToJson(rubric))
  return [`${target} is written.`]
}

async function main(args) {
  const ending = { '--csv': '.csv', '--json': '.json' }[args[0]]
  if (ending) {
    const said = await Promise.all(args.slice(1).map((file) => convert(file, ending)))
    process.stdout.write(`${said.flat().join('\n')}\n`)
    return said.flat().every((line) => line.endsWith(' is written.')) ? 0 : 1
  }
  return check(args.length > 0 ? args : ['rubrics'])
}

async function check(paths) {
  const missing = paths.filter((path) => !existsSync(path))
  for (const path of missing) process.stdout.write(`${path}: There is no such file or folder.\n`)
  const found = paths.filter((path) => existsSync(path))
  const files = found.flatMap((path) =>
    statSync(path).isDirectory() ? [...rubricFiles(path), ...translationFiles(path)] : [path],
  )
  let faults = missing.length
  for (const file of files) {
    const isTranslation = basename(join(file, '..')) === 'translations'
    const read = await (isTranslation ? readTranslation(file) : readRubric(file))
    faults += read.faults.length
    const fine = isTranslation ? translationSummary : summaryOf
    const lines =
      read.faults.length > 0 ? read.faults : [fine(file, isTranslation ? read : read.header)]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  return faults === 0 && files.length > 0 ? 0 : 1
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2))
}
