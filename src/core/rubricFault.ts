import type { RubricFault } from './problem.ts'
import { isJsonObject } from './json.ts'

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[]

/** A fault before its place is put into words. */
export interface FoundFault {
  readonly path: Path
  readonly sentence: string
}

/** Puts the place of a fault into words: as JSON path, and as a person would name it. */
export function describeFault(raw: unknown, { path, sentence }: FoundFault): RubricFault {
  return { path: spellPath(path), place: namePlace(raw, path), sentence }
}

/** `sections[0].skills[1].items[2].text` */
export function spellPath(path: Path): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return /^[$\w]{1,40}$/.test(step) ? `.${step}` : `[${quote(step)}]`
  })
  return steps.join('').replace(/^\./, '')
}

const TOP: { readonly [key: string]: string } = {
  title: 'Title',
  shortTitle: 'Short title',
  subtitle: 'Subtitle',
  goal: 'Goal',
  credit: 'Credit line',
  itemNoun: 'Item noun',
}

/** "Build network culture › Build trust › method 3.4b" */
function namePlace(raw: unknown, path: Path): string {
  const names: string[] = []
  let value = raw
  path.forEach((step, index) => {
    const list = path[index - 1]
    value = memberOf(value, step)
    if (typeof step === 'number' && typeof list === 'string') {
      names.push(...nameEntry({ list, index: step, value, noun: nounOf(raw) }))
    }
  })
  const [first] = path
  if (names.length > 0) return names.join(' › ')
  if (first === undefined) return 'The whole file'
  return (Object.hasOwn(TOP, first) && TOP[first]) || 'Top of the file'
}

/** The name of one entry of a list; none for lists that people do not think in. */
function nameEntry(entry: { list: string; index: number; value: unknown; noun: string }): string[] {
  const { list, index, value, noun } = entry
  const count = index + 1
  const text = (key: string) => wordsAt(value, key)
  const name = wordsAt(memberOf(value, 'name'), 'text')
  switch (list) {
    case 'sections':
      return [name ?? `section ${text('number') ?? count}`]
    case 'skills':
      return [name ?? `skill ${text('number') ?? count}`]
    case 'items':
      return [`${noun} ${text('number') ?? count}`]
    case 'strategies':
      return [`strategy ${quoteOr(text('name'), count)}`]
    case 'challenges':
      return [`challenge ${count}`]
    case 'scales':
      return [`scale ${quoteOr(text('id'), count)}`]
    case 'levels':
      return [`level ${count}`]
    case 'setAside':
      return [`set-aside answer ${count}`]
    case 'about':
      return [`paragraph ${count}`]
    case 'options':
      return [`option ${quoteOr(text('label'), count)}`]
    case 'columns':
      return [`column ${quoteOr(text('label'), count)}`]
    case 'rows':
      return [`row ${quoteOr(text('label'), count)}`]
    case 'zones':
      return [`zone ${text('letter') ?? count}`]
    case 'steps':
      return [`question ${count}`]
    case 'sources':
      return [`source ${quoteOr(text('key'), count)}`]
    default:
      return []
  }
}

function nounOf(raw: unknown): string {
  return wordsAt(memberOf(raw, 'itemNoun'), 'one') ?? 'item'
}

function memberOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)]
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

function wordsAt(value: unknown, key: string): string | undefined {
  const found = memberOf(value, key)
  return typeof found === 'string' && found.trim() !== '' ? plain(found.trim()) : undefined
}

function quoteOr(text: string | undefined, count: number): string {
  return text === undefined ? `${count}` : `“${text}”`
}

/** A text of the file as it may be quoted in a sentence: short, on one line, nothing hidden in it. */
export function quote(text: string): string {
  return `“${plain(text)}”`
}

const LONGEST_QUOTE = 60

function plain(text: string): string {
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
  return short.replace(new RegExp(HIDDEN, 'gu'), codeOf)
}

/**
 * Characters that a reader cannot see and an author did not mean: controls, line separators, lone
 * surrogates, direction overrides, zero-width spaces, soft hyphens, private use, tags. The joiners
 * U+200C and U+200D stay: Persian, Indic scripts and emoji need them.
 */
const HIDDEN =
  '[\\p{Cc}\\p{Cs}\\p{Co}\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E' +
  '\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFC\\u{E0000}-\\u{E007F}]'

const FIRST_HIDDEN = new RegExp(HIDDEN, 'u')

/** The first hidden character of a text as "U+202E", or `undefined` if there is none. */
export function hiddenIn(text: string): string | undefined {
  const found = FIRST_HIDDEN.exec(text)
  return found ? codeOf(found[0]) : undefined
}

function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
