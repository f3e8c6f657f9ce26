import * as v from 'valibot'
import { isJsonObject } from './json.ts'
import { parseJsonText } from './jsonText.ts'
import type { RubricFault } from './problem.ts'
import { fail, ok, type Result } from './result.ts'
import type { Rubric } from './rubric.ts'
import { quote } from './rubricFault.ts'
import { findHostile } from './rubricGuard.ts'
import { IdSchema, WordsSchema } from './rubricItemSchema.ts'
import { brokenRules } from './rubricRules.ts'
import { translatableTexts, translateRubric, type Translation } from './rubricTranslation.ts'

/** What a translation file says it is. */
export const TRANSLATION_FORMAT = 'hub-reflect-translation'
/** The newest format of translations this version reads. */
export const TRANSLATION_FORMAT_VERSION = 1

const TranslationSchema = v.strictObject({
  format: v.literal(TRANSLATION_FORMAT),
  formatVersion: v.literal(TRANSLATION_FORMAT_VERSION),
  rubric: IdSchema,
  rubricVersion: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, 'A version looks like "1.2.0".')),
  lang: v.pipe(
    v.string(),
    v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language looks like "es-US".'),
  ),
  credit: WordsSchema,
  texts: v.record(v.string(), WordsSchema, 'The texts stand in one object: "texts": { }.'),
})

export interface ReadTranslation {
  readonly translation: Translation
  /** Keys of the rubric that it lacks: those texts stay in the original, and say so. */
  readonly missing: readonly string[]
}

/**
 * Reads the text of a translation file and holds it against its rubric: format, then shape, then
 * keys, then whether each text fits where it is printed. Takes any text and never throws.
 *
 * @returns the translation and what it lacks, or every fault found
 */
export function parseTranslationText(
  text: string,
  rubric: Rubric,
): Result<ReadTranslation, readonly RubricFault[]> {
  const parsed = parseJsonText(text.replace(/^\uFEFF/, ''))
  if (!parsed.ok) {
    const { line, column, sentence } = parsed.problem
    return fail([{ path: '', place: `Line ${line}, column ${column}`, sentence }])
  }
  return parseTranslation(parsed.value, rubric)
}

/** The same for JSON that was read already. */
export function parseTranslation(
  raw: unknown,
  rubric: Rubric,
): Result<ReadTranslation, readonly RubricFault[]> {
  const stop = formatFault(raw)
  if (stop !== undefined) return fail([fault('', stop)])
  const hostile = findHostile(raw)
  if (hostile) return fail([fault(hostile.path.join('.'), hostile.sentence)])
  const shaped = v.safeParse(TranslationSchema, raw)
  if (!shaped.success) {
    return fail(
      shaped.issues.slice(0, MOST_FAULTS).map((issue) => {
        const path = (issue.path ?? []).map(({ key }) => String(key)).join('.')
        return fault(path, sentenceOf(issue))
      }),
    )
  }
  const { format: _format, formatVersion: _version, ...translation } = shaped.output
  const known = translatableTexts(rubric)
  const faults = [...contentFaults(translation, rubric, new Set(known.map(({ key }) => key)))]
  if (faults.length > 0) return fail(faults.slice(0, MOST_FAULTS))
  const missing = known
    .map(({ key }) => key)
    .filter((key) => !Object.hasOwn(translation.texts, key))
  return ok({ translation, missing })
}

function sentenceOf({ type, expected, message, path }: v.InferIssue<typeof TranslationSchema>) {
  const name = quote(String(path?.at(-1)?.key))
  if (type === 'strict_object' && expected === 'never') {
    return `There is no member ${name} in a translation file. Remove it.`
  }
  return type === 'strict_object' ? `The member ${name} is missing. Add it.` : message
}

const MOST_FAULTS = 50

function fault(path: string, sentence: string): RubricFault {
  return { path, place: path === '' ? 'The whole file' : path, sentence }
}

function formatFault(raw: unknown): string | undefined {
  if (!isJsonObject(raw)) {
    return 'A translation file holds one object: it starts with { and ends with }.'
  }
  const format = Object.hasOwn(raw, 'format') ? raw['format'] : undefined
  if (format !== TRANSLATION_FORMAT) {
    return `A translation file says "format": "${TRANSLATION_FORMAT}".`
  }
  const version = Object.hasOwn(raw, 'formatVersion') ? raw['formatVersion'] : undefined
  return typeof version === 'number' && version > TRANSLATION_FORMAT_VERSION
    ? `This translation is written in format ${version}, which is newer than this app. Update the app first.`
    : undefined
}

function* contentFaults(
  translation: Translation,
  rubric: Rubric,
  keys: ReadonlySet<string>,
): Iterable<RubricFault> {
  if (translation.rubric !== rubric.id) {
    const sentence = `This translates ${quote(translation.rubric)}, not ${quote(rubric.id)}. Name the file after its rubric.`
    yield fault('rubric', sentence)
  }
  if (translation.lang === rubric.lang) {
    yield fault('lang', `The rubric itself is in ${quote(rubric.lang)}. Correct the language.`)
  }
  for (const key of Object.keys(translation.texts)) {
    if (keys.has(key)) continue
    yield fault(
      `texts.${key}`,
      `The rubric has no text ${quote(key)}. Correct the key or remove it.`,
    )
  }
  // The same rules as for an original: a translation that does not fit the printed row is none.
  for (const broken of brokenRules(translateRubric(rubric, translation))) {
    yield {
      path: broken.path.join('.'),
      place: `“${placeOf(rubric, broken.path)}”`,
      sentence: broken.sentence,
    }
  }
}

/** The original words at a place: what a translator looks for. */
function placeOf(rubric: Rubric, path: readonly (string | number)[]): string {
  let value: unknown = rubric
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break
    value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined
  }
  return typeof value === 'string' ? value : path.join('.')
}
