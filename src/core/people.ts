import { cleanLine, cleanText, splitGraphemes } from './text.ts'

/** The most graphemes initials may have: four still fit a box on paper. */
export const LONGEST_INITIALS = 4

/**
 * Initials for a new person, distinct from those already taken.
 *
 * "Sam Brown" gives SB; beside another SB it becomes SaB, then SB2. A name in a script without
 * spaces gives its first two characters. Works on graphemes, so an accent never gets lost.
 *
 * @param name as the person says it; empty gives the first free of P1, P2 …
 * @param taken the initials of the others
 * @returns 1 to 4 graphemes
 */
export function suggestInitials(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(comparable))
  const free = (initials: string) => initials !== '' && !used.has(comparable(initials))
  const words = wordsOf(name)
  const candidates = words.length === 0 ? [] : candidatesOf(words)
  const found = candidates.find(free)
  if (found !== undefined) return found
  const stem = splitGraphemes(candidates[0] ?? 'P')
    .slice(0, 2)
    .join('')
  for (let count = candidates.length > 0 ? 2 : 1; ; count += 1) {
    const numbered = `${fitting(stem, String(count).length)}${count}`
    if (free(numbered)) return numbered
  }
}

/** Spaces and whatever has no shape of its own; the joiners inside emoji and letters stay. */
const SHAPELESS = /[\s\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu

/**
 * Initials as they are stored: no spaces, at most four graphemes. Empty if nothing is left that a
 * person could see in a box.
 */
export function cleanInitials(text: string): string {
  const graphemes = splitGraphemes(cleanText(text).replace(SHAPELESS, ''))
  const initials = graphemes.slice(0, LONGEST_INITIALS).join('')
  return /[^\p{M}\p{Cf}]/u.test(initials) ? initials : ''
}

/** True if two people would be told apart by these initials: case and accents do not count. */
export function sameInitials(one: string, other: string): boolean {
  return comparable(one) === comparable(other)
}

/** Drops accents only: the vowel signs of Indic scripts are marks too, but they tell words apart. */
function comparable(initials: string): string {
  return initials
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]+/g, '')
    .toLocaleUpperCase('en')
}

function fitting(stem: string, digits: number): string {
  return splitGraphemes(stem)
    .slice(0, Math.max(1, LONGEST_INITIALS - digits))
    .join('')
}

function wordsOf(name: string): string[][] {
  return cleanLine(name)
    .split(/[\s\-‐‑.,'’]+/u)
    .map((word) => splitGraphemes(word).filter((character) => /[\p{L}\p{N}]/u.test(character)))
    .filter((word) => word.length > 0)
}

function candidatesOf(words: readonly string[][]): string[] {
  // One letter may have two capitals ("ß" has "SS"); the first is enough.
  const upper = (character = '') => splitGraphemes(character.toLocaleUpperCase())[0] ?? ''
  const first = words[0] ?? []
  const last = words.at(-1) ?? []
  if (words.length === 1) {
    const [one, two, three] = first
    const isUncased = upper(one) === (one ?? '').toLocaleLowerCase()
    const pair = `${upper(one)}${isUncased ? (two ?? '') : (two ?? '').toLocaleLowerCase()}`
    return [pair, `${pair}${three ?? ''}`, upper(one)].filter((text) => text !== '')
  }
  const short = `${upper(first[0])}${upper(last[0])}`
  return [
    short,
    `${upper(first[0])}${first[1] ?? ''}${upper(last[0])}`,
    `${upper(first[0])}${upper(last[0])}${last[1] ?? ''}`,
    words.length > 2
      ? words
          .slice(0, LONGEST_INITIALS)
          .map((word) => upper(word[0]))
          .join('')
      : '',
  ].filter((text) => text !== '')
}

/** How a person's chip is drawn, the same on screen, projector and paper. */
export interface ChipLook {
  readonly outline: 'solid' | 'dashed' | 'dotted' | 'double'
  readonly heavy: boolean
  /** Which of the six soft tints; a help for the eye, never the only difference. */
  readonly tint: number
}

const OUTLINES = ['solid', 'dashed', 'double', 'dotted'] as const

/**
 * The look of the chip of the n-th person. Outline and weight repeat after eight people, tints after
 * six, so the first 24 people all look different in colour and the first eight in grey.
 */
export function chipLook(seat: number): ChipLook {
  return {
    outline: OUTLINES[seat % 4] ?? 'solid',
    heavy: seat % 8 >= 4,
    tint: seat % 6,
  }
}
