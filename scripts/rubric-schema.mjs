// Writes rubrics/rubric.schema.json, which helps editors, from the schema that the app uses.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import prettier from 'prettier'
import { runnerImport } from 'vite'

const source = fileURLToPath(new URL('../src/core/rubricSchemaFile.ts', import.meta.url))
const target = fileURLToPath(new URL('../rubrics/rubric.schema.json', import.meta.url))

const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' })
const options = await prettier.resolveConfig(target)
const text = JSON.stringify(module.rubricSchemaFile())
writeFileSync(target, await prettier.format(text, { ...options, filepath: target }))
process.stdout.write('rubrics/rubric.schema.json is written.\n')
