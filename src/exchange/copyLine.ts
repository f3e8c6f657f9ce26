import { ALTERED, parseChange, type Change } from '#core/change.ts'
import { isJsonObject, type Json } from '#core/json.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { parseRubric } from '#core/rubricParse.ts'
import {
  COPY_FORMAT,
  COPY_FORMAT_VERSION,
  LONGEST_LINE,
  type CopiedDraft,
  type CopyHeader,
  type LineFault,
  type OwnMark,
  type StoredRubric,
} from './copyFormat.ts'
import { readDraft, readOwnMark } from './ownLines.ts'

/** One line of a copy, as what it turned out to be. */
export type CopyLine =
  | { readonly kind: 'header'; readonly header: CopyHeader }
  | { readonly kind: 'newerFormat'; readonly version: number }
  | { readonly kind: 'rubric'; readonly rubric: StoredRubric; readonly own: OwnMark | undefined }
  | { readonly kind: 'draft'; readonly draft: CopiedDraft }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'end'; readonly sha256: string }
  | { readonly kind: 'bad'; readonly why: LineFault }

const LONGEST_WORDS = 400

/**
 * Reads one line of a file nobody vouches for. What it is shows by one member. The first version knew
 * all of these but `draft`; a line without any of them is left out, and the lines after it are read.
 */
export function readLine(bytes: Uint8Array): CopyLine {
  if (bytes.length > LONGEST_LINE) return bad('tooLong')
  const text = decodeLine(bytes)
  if (text === undefined) return bad('notText')
  const raw = parseJson(text)
  if (raw === undefined) return bad('unreadable')
  if (!isJsonObject(raw)) return bad('unknown')
  if (Object.hasOwn(raw, 'format')) return readHeader(raw)
  if (Object.hasOwn(raw, 'definition')) return readRubric(raw)
  if (Object.hasOwn(raw, 'end')) return readEnd(raw)
  if (Object.hasOwn(raw, 'draft')) return readDraftLine(raw)
  if (Object.hasOwn(raw, 'id')) return readChange(raw)
  return bad('unknown')
}

function bad(why: LineFault): CopyLine {
  return { kind: 'bad', why }
}

/** The line as text, or `undefined` if it is not valid UTF-8. */
function decodeLine(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The JSON value of a text; `undefined` for none. */
function parseJson(text: string): Json | undefined {
  try {
    // Safe: whatever JSON.parse returns is a JSON value.
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function readHeader(raw: { readonly [key: string]: Json }): CopyLine {
  const { format, formatVersion, app, madeAt, title, counts } = raw
  if (format !== COPY_FORMAT || !isCount(formatVersion) || formatVersion === 0)
    return bad('unknown')
  if (formatVersion > COPY_FORMAT_VERSION) return { kind: 'newerFormat', version: formatVersion }
  const changes = isJsonObject(counts) ? counts['changes'] : undefined
  const header: CopyHeader = {
    formatVersion,
    app: wordsOf(app),
    madeAt: wordsOf(madeAt),
    title: wordsOf(title),
    changes: isCount(changes) ? changes : undefined,
  }
  return { kind: 'header', header }
}

function readRubric(raw: { readonly [key: string]: Json }): CopyLine {
  const parsed = parseRubric(raw['definition'])
  if (!parsed.ok) return bad('rubricInvalid')
  const hash = rubricHash(parsed.value)
  if (hash !== raw['hash']) return bad('altered')
  return { kind: 'rubric', rubric: { hash, rubric: parsed.value }, own: readOwnMark(raw['own']) }
}

function readDraftLine(raw: { readonly [key: string]: Json }): CopyLine {
  const draft = readDraft(raw)
  return typeof draft === 'string' ? bad(draft) : { kind: 'draft', draft }
}

function readEnd(raw: { readonly [key: string]: Json }): CopyLine {
  const { end, sha256 } = raw
  if (end !== true || typeof sha256 !== 'string') return bad('unknown')
  return { kind: 'end', sha256 }
}

function readChange(raw: Json): CopyLine {
  const parsed = parseChange(raw)
  if (parsed.ok) return { kind: 'change', change: parsed.value }
  return bad(parsed.problem === ALTERED ? 'altered' : 'unknown')
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

function wordsOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.slice(0, LONGEST_WORDS) : ''
}
