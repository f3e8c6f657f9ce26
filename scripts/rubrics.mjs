// Checks every rubric in rubrics/ with the app's own parser; the build and `npm run rubrics:check` stop on a fault.
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const PARSER = fileURLToPath(new URL('../src/core/rubricParse.ts', import.meta.url))

/** The rubric definitions in a folder; the schema for editors is none. */
export function rubricFiles(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => join(folder, name))
    .toSorted()
}

function whyNotJson(text, error) {
  const position = /position (\d+)/.exec(error.message)?.[1]
  if (position === undefined) return error.message
  const before = text.slice(0, Number(position)).split('\n')
  const place = `line ${before.length}, column ${before.at(-1).length + 1}`
  return `This is not valid JSON at ${place}: often a comma or a quotation mark is missing or too many.`
}

function faultsOf(file, parseRubric) {
  const text = readFileSync(file, 'utf8')
  let raw
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return [`${file}: ${whyNotJson(text, error)}`]
  }
  const result = parseRubric(raw)
  if (!result.ok) {
    return result.problem.faults.map(({ place, sentence, path }) =>
      [file, place, sentence, path && `(${path})`].filter(Boolean).join(': ').replace(': (', ' ('),
    )
  }
  if (`${result.value.id}.json` !== basename(file)) {
    return [`${file}: The id is "${result.value.id}": name the file ${result.value.id}.json.`]
  }
  return []
}

/** Every fault of every rubric as one line: file, place, sentence, JSON path. */
export async function rubricFaults(folder) {
  const { module } = await runnerImport(PARSER, { configFile: false })
  return rubricFiles(folder).flatMap((file) => faultsOf(file, module.parseRubric))
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'rubrics'
  const faults = await rubricFaults(folder)
  const count = rubricFiles(folder).length
  process.stdout.write(
    faults.length === 0 ? `${count} rubrics are fine.\n` : `${faults.join('\n')}\n`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}
