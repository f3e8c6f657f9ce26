/** The longest text one field of a record may hold, in UTF-16 code units. */
export const LONGEST_TEXT = 60_000

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
// What the cut after the longest text leaves of a character that lies across it.
const CUT_SURROGATE = /[\uD800-\uDBFF]$/
// C0 and C1 controls but tab and newline: they have no glyph and break files and paper.
// eslint-disable-next-line no-control-regex -- these are the very characters to drop
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/**
 * A person's text as it is stored: line ends as `\n`, lone surrogates as U+FFFD, control characters
 * gone, NFC. What a person can see stays as it was typed; markup and bidi marks are just text.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(CONTROL, '')
    .normalize('NFC')
    .slice(0, LONGEST_TEXT)
    .replace(CUT_SURROGATE, '')
}

/** The same for a text that has one line: white space runs become one space, ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

// Made when it is first wanted: it reads tables that the start of the app does without.
let graphemes: Intl.Segmenter | undefined

/** A text as the characters a reader sees: "é", "Ł" or a family emoji are one each. */
export function splitGraphemes(text: string): string[] {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text), (part) => part.segment)
}
