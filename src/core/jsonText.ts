import { fail, ok, type Result } from './result.ts'

/** Where and why a text is not JSON, said for the person who wrote it. */
export interface JsonTextFault {
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number
  readonly sentence: string
}

/** No file of ours nests anywhere near this deep; some engines' own parsers give up not far above. */
const DEEPEST = 100

/**
 * Reads JSON text. Unlike `JSON.parse` it names the place in every browser, explains the usual slips
 * (a comma too many, curly quotes, a comment) and refuses a key that stands twice in one object, of
 * which JSON would silently keep the last.
 */
export function parseJsonText(text: string): Result<unknown, JsonTextFault> {
  const fault = faultIn(text)
  if (!fault) return ok(JSON.parse(text))
  const before = text.slice(0, fault.at).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  return fail({ line: before.length, column, sentence: fault.sentence })
}

interface Fault {
  readonly at: number
  readonly sentence: string
}

/** An object or list that is still open: the keys seen in it, or `undefined` for a list. */
interface Frame {
  readonly at: number
  readonly keys: Set<string> | undefined
}

type Step = { readonly end: number } | Fault

function isFault(step: Step): step is Fault {
  return 'sentence' in step
}

/** Walks the text once, without recursion: depth costs no stack. */
function faultIn(text: string): Fault | undefined {
  const open: Frame[] = []
  let at = skipSpace(text, 0)
  for (;;) {
    // Here a value stands.
    const opening = text[at]
    if (opening === '{' || opening === '[') {
      open.push({ at, keys: opening === '{' ? new Set() : undefined })
      if (open.length > DEEPEST) {
        return { at, sentence: `This is nested more than ${DEEPEST} deep. Flatten it.` }
      }
      const inside = enter(text, at + 1, open)
      if (isFault(inside)) return inside
      at = inside.end
      if (!hasClosed(text, at)) continue
    } else {
      const scalar = readScalar(text, at)
      if (isFault(scalar)) return scalar
      at = scalar.end
    }
    // Here a value has ended: close brackets until the next value is due.
    const next = leave(text, at, open)
    if (next === undefined) return undefined
    if (isFault(next)) return next
    at = next.end
  }
}

/** After an opening bracket: on to the first value, or to the closing bracket of an empty one. */
function enter(text: string, from: number, open: readonly Frame[]): Step {
  const at = skipSpace(text, from)
  const frame = open.at(-1)
  if (hasClosed(text, at)) return { end: at }
  return frame?.keys ? readKey(text, at, frame.keys) : { end: at }
}

function hasClosed(text: string, at: number): boolean {
  return text[at] === '}' || text[at] === ']'
}

/** After a value: over closing brackets and a comma to the next value; `undefined` at the end. */
function leave(text: string, from: number, open: Frame[]): Step | undefined {
  let at = skipSpace(text, from)
  for (;;) {
    const frame = open.at(-1)
    const found = text[at]
    if (!frame) {
      if (at >= text.length) return undefined
      return { at, sentence: 'Something stands after the end of the file’s object. Remove it.' }
    }
    const closing = frame.keys ? '}' : ']'
    if (found === closing) {
      open.pop()
      at = skipSpace(text, at + 1)
      continue
    }
    if (found === ',') {
      const next = skipSpace(text, at + 1)
      if (hasClosed(text, next)) {
        return { at, sentence: `There is a comma before the closing ${text[next]}. Remove it.` }
      }
      return frame.keys ? readKey(text, next, frame.keys) : { end: next }
    }
    return missingSeparator(text, at, { frame, closing })
  }
}

function missingSeparator(
  text: string,
  at: number,
  { frame, closing }: { frame: Frame; closing: string },
): Fault {
  const found = text[at]
  if (found === undefined) {
    const from = text.slice(0, frame.at).split('\n').length
    return {
      at,
      sentence: `The file ends too early: the ${text[frame.at]} of line ${from} has no ${closing}.`,
    }
  }
  if (found === '}' || found === ']') {
    return { at, sentence: `A ${closing} is expected here, but a ${found} stands here.` }
  }
  if (/["{[\w-]/.test(found)) {
    return { at, sentence: 'A comma is missing before this.' }
  }
  return { at, sentence: `A comma or ${closing} is expected here, but ${show(found)} stands here.` }
}

/** A key with its colon; ends where its value starts. */
function readKey(text: string, at: number, keys: Set<string>): Step {
  if (text[at] !== '"') {
    if (text[at] === undefined) return { at, sentence: 'The file ends too early.' }
    return quoteFault(text, at) ?? { at, sentence: 'A name in double quotes is expected here.' }
  }
  const name = readString(text, at)
  if (isFault(name)) return name
  // Safe: readString has just found a complete JSON string here.
  const key = JSON.parse(text.slice(at, name.end)) as string
  if (keys.has(key)) {
    return { at, sentence: `${show(key)} stands twice in the same object. Remove one of them.` }
  }
  keys.add(key)
  const colon = skipSpace(text, name.end)
  if (text[colon] !== ':') {
    return { at: colon, sentence: `A colon is missing after ${show(key)}.` }
  }
  return { end: skipSpace(text, colon + 1) }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y
const WORD = /(?:true|false|null)(?!\w)/y

function readScalar(text: string, at: number): Step {
  if (text[at] === '"') return readString(text, at)
  for (const pattern of [NUMBER, WORD]) {
    pattern.lastIndex = at
    if (pattern.test(text)) return { end: pattern.lastIndex }
  }
  if (text[at] === undefined)
    return { at, sentence: 'The file ends too early: a value is missing.' }
  if (hasClosed(text, at) || text[at] === ',') {
    return { at, sentence: 'A value is missing before this.' }
  }
  return quoteFault(text, at) ?? { at, sentence: 'This is no value: a text needs double quotes.' }
}

/** The slips that word processors and other languages bring. */
function quoteFault(text: string, at: number): Fault | undefined {
  const found = text[at] ?? ''
  if (found === "'") {
    return { at, sentence: 'This is a single quote. JSON needs double quotes (").' }
  }
  if ('“”„«»‘’'.includes(found)) {
    return { at, sentence: 'This is a curly quote. JSON needs straight double quotes (").' }
  }
  if (found === '/' || found === '#') {
    return { at, sentence: 'JSON has no comments. Remove this one.' }
  }
  return undefined
}

function readString(text: string, start: number): Step {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at)
    if (Number.isNaN(code)) {
      return { at: start, sentence: 'This text has no closing double quote.' }
    }
    if (code === 0x22) return { end: at + 1 }
    if (code === 0x0a || code === 0x0d) {
      return { at: start, sentence: 'This text has no closing double quote on its line.' }
    }
    if (code < 0x20) {
      return {
        at,
        sentence: 'A hidden control character stands in this text. Type a space instead.',
      }
    }
    if (code !== 0x5c) continue
    const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))
    if (!escaped) {
      return {
        at,
        sentence: 'This backslash starts nothing JSON knows. Write \\\\ for a backslash.',
      }
    }
    at += escaped[0].length
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (' \t\n\r'.includes(text[at] ?? 'x')) at += 1
  return at
}

function show(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}
