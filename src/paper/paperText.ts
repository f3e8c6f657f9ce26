import { splitGraphemes } from '#core/text.ts'
import coverage from './fonts/coverage.json'

// Zero width and bidi controls have no ink, and on paper nothing they could steer: letters are set from
// left to right one by one, and what needs more is drawn by the device. Joiners (200C, 200D) stay.
const INKLESS =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\u034F/g
// Most texts are plain and most words have no place to break: looking closer takes time.
const PLAIN = /^(?:[\x21-\x7E\n]| (?! ))*$/
const PLAIN_WORD = /^[A-Za-z0-9.,;:!'’“”()\u00A0]*$/
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
// eslint-disable-next-line no-control-regex -- these are the very characters to drop
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/**
 * A text as it can stand on paper: NFC, line ends as `\n`, other white space as single spaces but for
 * no-break spaces, nothing invisible. A lone surrogate becomes U+FFFD.
 */
export function cleanForPaper(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(CONTROL, '')
    .replace(INKLESS, '')
    .replace(/[^\S\n\u00A0\u202F]+/g, ' ')
    .normalize('NFC')
}

const RANGES = coverage.ranges.split(' ').map((range) => {
  const [first = 0, last = 0] = range.split('-').map((point) => Number.parseInt(point, 16))
  return { first, last }
})

/** True if all our faces can draw the code point. */
export function isCovered(codePoint: number): boolean {
  let low = 0
  let high = RANGES.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = RANGES[middle]
    if (range === undefined || codePoint < range.first) high = middle - 1
    else if (codePoint > range.last) low = middle + 1
    else return true
  }
  return false
}

/** A stretch of text that the fonts can draw, or one that they cannot. */
export interface Stretch {
  readonly text: string
  readonly drawable: boolean
}

/**
 * A text cut where drawable and undrawable characters meet. Spaces between two undrawable characters
 * belong to them, so that the device can order words of a script that runs from right to left.
 */
export function stretchesOf(text: string, has: (codePoint: number) => boolean): readonly Stretch[] {
  if (isDrawable(text, has)) return text === '' ? [] : [{ text, drawable: true }]
  const stretches: { text: string; drawable: boolean }[] = []
  for (const grapheme of splitGraphemes(text)) {
    const drawable = isDrawable(grapheme, has)
    const last = stretches.at(-1)
    if (last?.drawable === drawable) last.text += grapheme
    else stretches.push({ text: grapheme, drawable })
  }
  return joinOverSpaces(stretches)
}

function joinOverSpaces(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  stretches.forEach((stretch, index) => {
    const before = joined.at(-1)
    const isGap = stretch.drawable && stretch.text.trim() === ''
    const isBetween = before?.drawable === false && stretches[index + 1]?.drawable === false
    const continues = before?.drawable === false && !stretch.drawable
    if (before && ((isGap && isBetween) || continues)) {
      joined.splice(-1, 1, { text: before.text + stretch.text, drawable: false })
    } else joined.push(stretch)
  })
  return joined
}

function isDrawable(text: string, has: (codePoint: number) => boolean): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (codePoint !== 0x0a && !has(codePoint)) return false
  }
  return true
}

/** How a character that nothing here can draw is shown: "U+738B". */
export function codeOf(text: string): string {
  const codePoint = text.codePointAt(0) ?? 0xfffd
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

// Break after these; a slash or dash inside a number stays whole.
const BREAK_AFTER = /(?<=[-‐–—…])(?=\p{L})|(?<=[^/:]\/)(?=[\p{L}\p{N}])|(?<=[?&=])(?=\p{L})/u
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/** A text without spaces, cut where a line may end. */
export function breakable(text: string): readonly string[] {
  if (PLAIN_WORD.test(text)) return [text]
  if (!IDEOGRAPH.test(text)) return text.split(BREAK_AFTER)
  return splitGraphemes(text)
}
