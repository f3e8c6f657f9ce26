import { isJsonObject, type Json } from './json.ts'
import type { Rubric } from './rubric.ts'

/** Where the schema for editors lies, seen from a file in `rubrics/`. */
const SCHEMA = './rubric.schema.json'

/** As wide as a line may be, in characters. */
const WIDTH = 100

/**
 * A definition as the text of a file that drops straight into `rubrics/`: spelt as the files there
 * are, so that writing what was read changes nothing.
 */
export function rubricToJson(rubric: Rubric): string {
  // Safe: a rubric is plain JSON.
  const content = { $schema: SCHEMA, ...rubric } as unknown as Json
  return `${spell(content, { indent: '', before: 0 })}\n`
}

interface Place {
  readonly indent: string
  /** Characters that stand before the value on its line. */
  readonly before: number
}

/** Members on lines of their own; a list of plain values on one line if it fits. */
function spell(value: Json, { indent, before }: Place): string {
  const inner = `${indent}  `
  if (isJsonObject(value)) {
    const lines = membersOf(value).map(([key, member]) => {
      const start = `${inner}${JSON.stringify(key)}: `
      return start + spell(member, { indent: inner, before: start.length })
    })
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`
  }
  if (!Array.isArray(value)) return JSON.stringify(value)
  const entries: readonly Json[] = value
  const flat = `[${entries.map((entry) => JSON.stringify(entry)).join(', ')}]`
  const isPlain = entries.every((entry) => typeof entry !== 'object' || entry === null)
  // A comma follows, except after the last member.
  if (isPlain && before + flat.length < WIDTH) return flat
  const lines = entries.map(
    (entry) => inner + spell(entry, { indent: inner, before: inner.length }),
  )
  return `[\n${lines.join(',\n')}\n${indent}]`
}

/** Where a part comes from stands at its end, as authors write it. */
const LAST = ['provenance', 'source', 'sourceNote']

function membersOf(value: { readonly [key: string]: Json }): readonly [string, Json][] {
  // Safe to compare with `undefined`: a rubric made in the app may have members that are left out.
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  const isLast = ([key]: [string, Json]) => LAST.includes(key)
  return [...members.filter((member) => !isLast(member)), ...members.filter(isLast)]
}
