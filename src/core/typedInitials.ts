import type { Participant } from './reflection.ts'
import { sameInitials } from './people.ts'

// Initials typed from a sheet of paper, several in a row: "SB ml, 李明".

type Person = Pick<Participant, 'id' | 'initials'>

/** One of the initials that were typed, and who is meant. */
export type TypedToken =
  | { readonly kind: 'person'; readonly text: string; readonly id: string }
  /** Nobody at the table has initials that begin so. */
  | { readonly kind: 'nobody'; readonly text: string }
  /** Several have initials that begin so, or the same ones. `among`: theirs, in the order they sit. */
  | { readonly kind: 'several'; readonly text: string; readonly among: readonly string[] }

const SEPARATORS = [',', ';', '、', '，', '；', '،']

/** True for a character that ends what was typed before it, unless someone's own initials have it. */
export function isSeparator(character: string, people: readonly Person[]): boolean {
  if (/^\s$/u.test(character)) return true
  return (
    SEPARATORS.includes(character) && !people.some(({ initials }) => initials.includes(character))
  )
}

/** Whose initials a typed text holds, in the order they were typed; each person once. */
export function readTyped(text: string, people: readonly Person[]): readonly TypedToken[] {
  const seen = new Set<string>()
  return splitTyped(text, people)
    .map((part) => readToken(part, people))
    .filter((token) => {
      const key = token.kind === 'person' ? token.id : token.text
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
}

function splitTyped(text: string, people: readonly Person[]): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const character of `${text.normalize('NFC')} `) {
    if (!isSeparator(character, people)) part += character
    else {
      if (part !== '') parts.push(part)
      part = ''
    }
  }
  return parts
}

/** As it stands, then without case and accents, then as a keyboard without them writes it, then its beginning. */
function readToken(text: string, people: readonly Person[]): TypedToken {
  const seated = people.filter(({ initials }) => initials !== '')
  const ways: readonly ((initials: string) => boolean)[] = [
    (initials) => initials.normalize('NFC') === text,
    (initials) => sameInitials(initials, text),
    (initials) => plain(initials) === plain(text),
    (initials) => plain(initials).startsWith(plain(text)),
  ]
  for (const isMeant of ways) {
    const found = seated.filter(({ initials }) => isMeant(initials))
    const [first, second] = found
    if (first && !second) return { kind: 'person', text, id: first.id }
    if (first) return { kind: 'several', text, among: found.map(({ initials }) => initials) }
  }
  return { kind: 'nobody', text }
}

/** Letters with a stroke or joined have no accent that Unicode would take off. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  Ł: 'L',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  Ŧ: 'T',
  Æ: 'AE',
  Œ: 'OE',
  Þ: 'TH',
  ẞ: 'SS',
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]+/g, '')
    .toLocaleUpperCase('en')
    .replace(/[ŁØĐÐĦŦÆŒÞẞ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
}

/**
 * What changes when a field is left that held some people and now holds others. Whoever stood there
 * and is still named is left alone: they may have been moved elsewhere meanwhile.
 */
export function changesOf(
  before: readonly string[],
  tokens: readonly TypedToken[],
): { readonly placed: readonly string[]; readonly takenBack: readonly string[] } {
  const now = tokens.flatMap((token) => (token.kind === 'person' ? [token.id] : []))
  return {
    placed: now.filter((id) => !before.includes(id)),
    takenBack: before.filter((id) => !now.includes(id)),
  }
}
