import * as v from 'valibot'
import { isJsonObject } from './json.ts'
import { parseJsonText } from './jsonText.ts'
import type { RubricFault } from './problem.ts'
import { fail, ok, type Failure, type Result } from './result.ts'
import type { Rubric } from './rubric.ts'
import { describeFault, quote, type FoundFault } from './rubricFault.ts'
import { findHostile, LONGEST_RUBRIC_FILE } from './rubricGuard.ts'
import { faultOfIssue } from './rubricIssue.ts'
import { brokenRules } from './rubricRules.ts'
import { RUBRIC_FORMAT, RUBRIC_FORMAT_VERSION, RubricSchema } from './rubricSchema.ts'

export interface RubricInvalid {
  readonly kind: 'rubricInvalid'
  /** At least one, in the order of the file; at most `MOST_FAULTS` and one that counts the rest. */
  readonly faults: readonly RubricFault[]
}

const MOST_FAULTS = 50

/**
 * The one validator of rubric definitions, for authors, tests, the build, files that people open and
 * the app itself: format, then shape, then rules. Takes any value, never throws, changes nothing.
 *
 * @returns the rubric as it is used (texts trimmed and NFC, without `$schema`), or every fault found
 *   in the first of the three that has any
 */
export function parseRubric(raw: unknown): Result<Rubric, RubricInvalid> {
  const stop = formatFault(raw) ?? findHostile(raw)
  if (stop) return invalid(raw, [stop])
  const parsed = v.safeParse(RubricSchema, raw)
  if (!parsed.success) return invalid(raw, faultsOfIssues(parsed.issues))
  const { $schema: _editorsOnly, ...rubric } = parsed.output
  const broken = brokenRules(rubric)
  return broken.length > 0 ? invalid(raw, broken) : ok(rubric)
}

/**
 * Reads a rubric from the text of a file. A fault of spelling names line and column.
 *
 * @param text the decoded file; a byte order mark at its start is passed over
 */
export function parseRubricText(text: string): Result<Rubric, RubricInvalid> {
  const foreign = foreignText(text)
  if (foreign !== undefined) return invalid(undefined, [{ path: [], sentence: foreign }])
  const parsed = parseJsonText(text.replace(/^\uFEFF/, ''))
  if (parsed.ok) return parseRubric(parsed.value)
  const { line, column, sentence } = parsed.problem
  return fail({
    kind: 'rubricInvalid',
    faults: [{ path: '', place: `Line ${line}, column ${column}`, sentence }],
  })
}

function invalid(raw: unknown, found: readonly FoundFault[]): Failure<RubricInvalid> {
  return fail({
    kind: 'rubricInvalid',
    faults: firstFaults(found, (fault) => describeFault(raw, fault)),
  })
}

/** As many faults as a person can take in at once, and one that counts the rest. */
export function firstFaults<T>(
  found: readonly T[],
  describe: (fault: T) => RubricFault,
): readonly RubricFault[] {
  const faults = found.slice(0, MOST_FAULTS).map(describe)
  const more = found.length - faults.length
  if (more > 0) {
    const sentence = `There are ${more} more faults. Correct these first, then check again.`
    faults.push({ path: '', place: 'The whole file', sentence })
  }
  return faults
}

/** One fault for each place and sentence, however many issues the schema makes of it. */
function faultsOfIssues(
  issues: readonly v.InferIssue<typeof RubricSchema>[],
): readonly FoundFault[] {
  const faults = issues.map(faultOfIssue)
  const keyed = faults.map((fault) => [JSON.stringify(fault), fault] as const)
  return [...new Map(keyed).values()]
}

/** What the file says it is comes first: a file of another kind deserves no list of 300 faults. */
function formatFault(raw: unknown): FoundFault | undefined {
  if (!isJsonObject(raw)) {
    return {
      path: [],
      sentence: 'A rubric file holds one object: it starts with { and ends with }.',
    }
  }
  const format = Object.hasOwn(raw, 'format') ? raw['format'] : undefined
  if (format === undefined) {
    const sentence = `This does not say that it is a rubric. Add "format": "${RUBRIC_FORMAT}" if it is one.`
    return { path: ['format'], sentence }
  }
  if (format !== RUBRIC_FORMAT) {
    const found = typeof format === 'string' ? quote(format) : 'of an unknown kind'
    const sentence = `This file says it is ${found}. A rubric file says "format": "${RUBRIC_FORMAT}".`
    return { path: ['format'], sentence }
  }
  const version = Object.hasOwn(raw, 'formatVersion') ? raw['formatVersion'] : undefined
  if (typeof version === 'number' && version > RUBRIC_FORMAT_VERSION) {
    const sentence = `This rubric is written in format ${version}, which is newer than this app. Update the app, then open it again.`
    return { path: ['formatVersion'], sentence }
  }
  return undefined
}

const FOREIGN: readonly (readonly [start: string, what: string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003', 'a zip or office document'],
  ['<', 'a web page or XML'],
]

function foreignText(text: string): string | undefined {
  if (text.length > LONGEST_RUBRIC_FILE) {
    const millions = (text.length / 1_000_000).toFixed(1)
    return `This file has ${millions} million characters; a rubric has at most 2 million. Split it into several rubrics.`
  }
  if (text.includes('\u0000')) {
    return 'This is not a text file in UTF-8. Save it again with the encoding UTF-8.'
  }
  const trimmed = text.trim()
  const foreign = FOREIGN.find(([start]) => trimmed.startsWith(start))
  if (foreign) return `This looks like ${foreign[1]}. A rubric is a JSON text file.`
  return trimmed === '' ? 'This file is empty. A rubric file holds one JSON object.' : undefined
}
