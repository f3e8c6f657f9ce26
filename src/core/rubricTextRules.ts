import type { Rubric } from './rubric.ts'
import { hiddenIn, quote, type FoundFault, type Path } from './rubricFault.ts'
import { innerTexts } from './rubricItemRules.ts'
import { each, items, sections, skills, texts } from './rubricWalk.ts'

/**
 * The longest text of a rated item. The printed row has five lines of 10 pt in a column 98 mm wide,
 * 92 mm without its margins. Our text face averages 1.48 mm a character, so five lines hold about
 * 310; with the ragged right edge, any English text of 260 fits. Paper measures exactly.
 */
export const LONGEST_ITEM_TEXT = 260
/** One word longer than this leaves holes in the printed column or overflows it. */
const LONGEST_WORD = 40
/** The skill column is 36 mm wide, five lines of bold type. */
const LONGEST_SKILL_NAME = 80
const LONGEST_SECTION_NAME = 100
/** The head of a box column: 30 mm, five lines of 9.5 pt. */
const LONGEST_LABEL = 70
const LONGEST_SHORT_LABEL = 24
const LONGEST_NOUN = 24

/** Rules on the length of what is printed in a fixed place. */
export function* fittingTexts(rubric: Rubric): Iterable<FoundFault> {
  for (const { value, path } of items(rubric)) {
    const place = [...path, 'text']
    yield* tooLong(value.text, LONGEST_ITEM_TEXT, place, 'five lines of the printed row')
    const word = value.text.split(/\s+/).find((part) => printedLength(part) > LONGEST_WORD)
    if (word === undefined) continue
    const sentence = `${quote(word)} is too long a word for the printed row. Break it with a space.`
    yield { path: place, sentence }
  }
  for (const { value, path } of skills(rubric)) {
    const place = [...path, 'name', 'text']
    yield* tooLong(value.name.text, LONGEST_SKILL_NAME, place, 'the narrow column of the print')
  }
  for (const { value, path } of sections(rubric)) {
    const place = [...path, 'name', 'text']
    yield* tooLong(value.name.text, LONGEST_SECTION_NAME, place, 'the head of a section')
  }
  for (const scale of each(rubric.scales, ['scales'])) {
    for (const { value, path } of each(scale.value.levels, [...scale.path, 'levels'])) {
      yield* tooLong(value.label, LONGEST_LABEL, [...path, 'label'], 'the head of a box')
      yield* tooLong(value.short, LONGEST_SHORT_LABEL, [...path, 'short'], 'a narrow box')
    }
    for (const { value, path } of each(scale.value.setAside, [...scale.path, 'setAside'])) {
      yield* tooLong(value.label, LONGEST_LABEL, [...path, 'label'], 'a button')
    }
  }
  for (const { text, longest, path, where } of innerTexts(rubric)) {
    yield* tooLong(text, longest, path, where)
  }
  for (const form of ['one', 'many'] as const) {
    yield* tooLong(rubric.itemNoun[form], LONGEST_NOUN, ['itemNoun', form], 'a button')
  }
}

function* tooLong(text: string, longest: number, path: Path, where: string): Iterable<FoundFault> {
  const length = printedLength(text)
  if (length <= longest) return
  const sentence = `This takes the room of ${length} letters; ${where} has room for ${longest}. Shorten it.`
  yield { path, sentence }
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g

/** The room a text takes in print, in Latin letters: a Chinese, Japanese or Korean one takes two. */
export function printedLength(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** What UTF-8 looks like after a program has read it as something else. */
const GARBLED = /\uFFFD|â€|Ã[\u0080-\u00BF]|Â[\u00A0-\u00BF]/

/** Rules against characters nobody can see and texts a wrong encoding has spoilt. */
export function* readableTexts(rubric: Rubric): Iterable<FoundFault> {
  for (const { value, path } of texts(rubric, [])) {
    const hidden = hiddenIn(value)
    if (hidden !== undefined) {
      yield { path, sentence: hiddenSentence(hidden) }
    }
    const garbled = GARBLED.exec(value)
    if (garbled) {
      const sentence = `${quote(garbled[0])} shows that the file was saved in a wrong encoding. Save it as UTF-8 and correct this text.`
      yield { path, sentence }
    }
  }
}

function hiddenSentence(code: string): string {
  return code === 'U+000A' || code === 'U+000D'
    ? 'A line break stands in this text. Write it on one line.'
    : `A hidden character (${code}) stands in this text. Type the text anew.`
}

/** The language tag must be one that `Intl` and the browser understand. */
export function* knownLanguage(rubric: Rubric): Iterable<FoundFault> {
  try {
    Intl.getCanonicalLocales(rubric.lang)
  } catch {
    const sentence = `${quote(rubric.lang)} is not a language tag. Write it as "en-US" or "es".`
    yield { path: ['lang'], sentence }
  }
}
