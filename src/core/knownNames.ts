import { cleanLine, splitGraphemes } from './text.ts'

// Finds names and initials of known people in what others wrote, and puts a neutral word there.

/** Who must not be told, by every way they are written down. */
export interface KnownNames {
  /** Whole names: "Sam Brown". Their parts count too. */
  readonly names: readonly string[]
  /** As they stand in the boxes. */
  readonly initials: readonly string[]
}

/** Replaces known names and initials in a text that people wrote. */
export interface Scrubber {
  (text: string): string
  /** True if the text holds a known name or initials. */
  readonly finds: (text: string) => boolean
}

/** Words that are names too. In small letters they are left alone: "we may try" is nobody. */
const ALSO_WORDS = new Set(
  (
    'a ace ad ai al am an angel any april art as at august autumn bank bay be bell bill black blue bo ' +
    'brook brown buck bush by can carol carter case chance chase chip christian church clay cook ' +
    'cross daisy dale dawn day dean do drew ed eve faith field fields fin fisher ford forest fox ' +
    'frank gene go grace grant gray green guy hall harmony harper heath herb hill holly home hope ' +
    'house hunter i if in iris is it ivy jack jay jean john joy june justice kay king lake lane lee ' +
    'le little long love ma major man mark marks mason may me merit mike miles miller moon more my ' +
    'newton nick no norm of oh ok olive on or page park parker patience peace pearl penny per pilot pin ' +
    'porter price rain ray read reed rich river rob robin rock rose ruby rule rusty sage sandy say ' +
    'see self shaw short sky so star stone strong sue summer swan tab teach ten the to trinity troy ' +
    'true up us van victor wade ward way we west white will wise wood woods worth wright yes york young'
  ).split(' '),
)

/** Small words inside names, which stand in any sentence. */
const PARTICLES = new Set(
  'al and bin da das de dei del della den der des di do dos du el ibn la las le les los mac of san st ten ter the und van von y'.split(
    ' ',
  ),
)

/** Scripts that put no space between words: a name is found wherever it stands. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u

/** What may belong to a word. */
const WORD = String.raw`[\p{L}\p{N}\p{M}]`

/** Small words that Hebrew and Arabic write as one with the name after them: "and", "to", "from". */
const JOINED = ['והבכלמש', 'وفبكلس']

/** Where a name may begin: at the start of a word, or after up to three small words joined to it. */
const BEGINS = `(?<=(?<!${WORD})(?:${JOINED.map((letters) => `[${letters}]{0,3}`).join('|')}))`

/**
 * Whole words only, but for small words joined before a name and an "s" after a longer one: names in
 * any case and with or without their accents, words that are also names and initials only as they are
 * written or in capitals, initials with and without dots.
 *
 * @param neutral the word that takes their place, in small letters: "someone"
 */
export function scrubber({ names, initials }: KnownNames, neutral: string): Scrubber {
  const whole = names.map(cleanLine).filter((name) => name !== '')
  const every = [...new Set(whole.flatMap((name) => [name, ...partsOf(name)]))]
  const strict = every.filter(isAlsoWord).flatMap(writtenWays)
  const marks = initials.map(cleanLine).flatMap(initialsWays)
  const patterns = [
    patternOf(
      every.filter((name) => !isAlsoWord(name)),
      { flags: 'giu', isName: true },
    ),
    patternOf([...strict, ...marks], { flags: 'gu', isName: false }),
  ].filter((pattern) => pattern !== undefined)
  const twice = new RegExp(
    String.raw`(?<!${WORD})(${escaped(neutral)})(?:\s+\1)+(?!${WORD})`,
    'giu',
  )
  const scrub = (text: string): string => {
    const found = patterns.reduce(
      (said, pattern) =>
        said.replace(pattern, (_, at: unknown) =>
          inPlace(neutral, said.slice(0, typeof at === 'number' ? at : 0)),
        ),
      text,
    )
    return found === text ? text : found.replace(twice, '$1')
  }
  return Object.assign(scrub, {
    finds: (text: string) => patterns.some((pattern) => text.search(pattern) >= 0),
  })
}

/** "Jean-Luc", "Jean", "Luc" and "Berg" of "Jean-Luc van Berg", but not "van", nor a letter alone. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[\s,;/&+()]+/u)
  return [...words, ...words.flatMap((word) => word.split(/[-‐‑]/u))]
    .map((part) => part.replace(/^[.'"“”’]+|[.'"“”’]+$/gu, ''))
    .filter((part) => splitGraphemes(part).length > 1 && !PARTICLES.has(part.toLocaleLowerCase()))
}

function isAlsoWord(name: string): boolean {
  return splitGraphemes(name).length === 1 || ALSO_WORDS.has(name.toLocaleLowerCase())
}

function writtenWays(name: string): readonly string[] {
  return [...new Set([name, capital(name), name.toLocaleUpperCase()])]
}

/** "SQ", "S.Q." and "S. Q.", as they are and in capitals. */
function initialsWays(mark: string): readonly string[] {
  const letters = splitGraphemes(mark).filter((letter) => /^\p{L}/u.test(letter))
  const dotted =
    letters.length < 2
      ? []
      : ['.', '. '].flatMap((dot) => [letters.join(dot), `${letters.join(dot)}.`])
  const bare = dotted.includes(mark) ? letters.join('') : ''
  return [mark, bare, ...dotted]
    .filter((way) => way !== '')
    .flatMap((way) => [way, way.toLocaleUpperCase()])
}

function capital(word: string): string {
  const [first = '', ...rest] = splitGraphemes(word)
  return [first.toLocaleUpperCase(), ...rest].join('')
}

/** The neutral word after what stands before it: large at the start, with a hyphen to a joined word. */
function inPlace(neutral: string, before: string): string {
  if (opensSentence(before)) return capital(neutral)
  const joined = JOINED.some((letters) => letters.includes(before.slice(-1) || ' '))
  return joined ? `-${neutral}` : neutral
}

function opensSentence(before: string): boolean {
  return /(?:^|[.!?…]\s+|\n\s*)["“(]?$/u.test(before)
}

/**
 * The longest first, so that a whole name goes before its parts.
 *
 * @param isName true where small words may be joined to it and an "s" may follow: with initials and
 *   words that are also names, too many ordinary words would be found
 */
function patternOf(
  words: readonly string[],
  { flags, isName }: { flags: string; isName: boolean },
): RegExp | undefined {
  if (words.length === 0) return undefined
  const longest = [...new Set(words)].toSorted((a, b) => b.length - a.length)
  const choices = longest.map((word) => {
    const letters = splitGraphemes(word).map(letterPattern).join('')
    if (UNSPACED.test(word)) return letters
    return isName ? `${BEGINS}${letters}${endOf(word)}` : `(?<!${WORD})${letters}(?!${WORD})`
  })
  return new RegExp(choices.join('|'), flags)
}

/** Where a name ends: with the word, or before the "s" of "the Okafors", which short names do without. */
function endOf(name: string): string {
  return splitGraphemes(name).length < 4 ? `(?!${WORD})` : `(?=s?(?!${WORD}))`
}

/** Letters that lose their stroke where somebody has no key for it. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  ['Łł:Ll', 'Øø:Oo', 'Đđ:Dd', 'ı:i', 'Ħħ:Hh'].flatMap((pair) => {
    const [from = '', to = ''] = pair.split(':')
    return from.split('').map((letter, at) => [letter, to[at] ?? ''] as const)
  }),
)

/** A letter as it is, or without its accents; any space and any apostrophe for one. */
function letterPattern(letter: string): string {
  if (/^\s$/u.test(letter)) return String.raw`\s+`
  if (/^['’‘ʼ´`]$/u.test(letter)) return "['’‘ʼ´`]"
  if (/^[-‐‑]$/u.test(letter)) return '[-‐‑]'
  const bare = PLAIN.get(letter) ?? letter.normalize('NFD').replace(/\p{M}+/gu, '')
  const ways = [letter, letter.normalize('NFD'), bare].filter((way) => way !== '')
  return `(?:${[...new Set(ways)].map(escaped).join('|')})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`)
}
