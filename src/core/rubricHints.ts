import type { Item, Rubric } from './rubric.ts'
import type { Path } from './rubricFault.ts'
import {
  ABBREVIATIONS,
  CAUSING,
  EMPTY_WORDS,
  JARGON,
  LEADING,
  NO_VERBS,
  OBJECTS,
  SUBORDINATE,
  VERBS,
  VERBS_OR_NOUNS,
} from './rubricHintWords.ts'
import { LONGEST_ITEM_TEXT, printedLength } from './rubricTextRules.ts'
import { each, sections, skills, type Placed } from './rubricWalk.ts'

/** What could be said of a line to make it easier to answer. It blocks nothing. */
export type HintKind =
  /** Two ideas in one line: the two parts, as they are written. */
  | { readonly kind: 'twoIdeas'; readonly first: string; readonly second: string }
  /** Near the end of the room of the printed row, or beyond it: in Latin letters. */
  | { readonly kind: 'long'; readonly length: number; readonly room: number }
  /** It says the same, or nearly, as the item with this row number. */
  | { readonly kind: 'same' | 'similar'; readonly number: string }
  /** The other lines begin with a verb. */
  | { readonly kind: 'noVerb' }
  | { readonly kind: 'jargon'; readonly word: string; readonly instead: string }
  | { readonly kind: 'capitals' }
  /** Of its skill it is the one question, or the one statement. */
  | { readonly kind: 'mixed'; readonly is: 'question' | 'statement' }
  /** It is tagged as the source's, and says something else than where it was copied from. */
  | { readonly kind: 'reworded' }

export type Hint = HintKind & {
  /** The text it is about. */
  readonly path: Path
}

/** From here on a line is long for one idea: about four of the five lines of the printed row. */
const LONG = 200

/**
 * Gentle remarks on the words of a rubric, in the order of the file. A line that stands as it was in
 * `before` is left alone. What depends on English is only said of rubrics in English.
 *
 * @param rubric a rubric or a draft: its texts may be empty
 * @param before what it was copied from
 */
export function hintsOf(rubric: Rubric, before?: Rubric): readonly Hint[] {
  const old = oldTexts(before)
  const isNew = ({ id, text }: Line) => old.get(id)?.text !== text
  const lines = linesOf(rubric)
  const fresh = lines.filter(isNew)
  const found: Hint[] = fresh.flatMap((line) => wordingHints(line, isEnglish(rubric)))
  found.push(...fresh.flatMap((line) => rewordedHint(line, old)))
  found.push(...doubles(lines, isNew))
  if (isEnglish(rubric)) found.push(...withoutVerb(lines, isNew))
  found.push(...mixedSkills(rubric, isNew))
  const order = new Map(lines.map(({ path }, index) => [path.join('.'), index]))
  const placeOf = ({ path }: Hint) => order.get(path.join('.')) ?? 0
  return found.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** A text that somebody wrote, with what is asked of it. */
interface Line {
  readonly id: string
  readonly text: string
  readonly path: Path
  readonly provenance: Item['provenance']
  /** The item whose question it is. */
  readonly item: Item | undefined
}

function linesOf(rubric: Rubric): readonly Line[] {
  const named = ({ value, path }: Placed<{ id: string; name: Rubric['title'] }>): Line => ({
    id: value.id,
    text: value.name.text,
    path: [...path, 'name', 'text'],
    provenance: value.name.provenance,
    item: undefined,
  })
  const told = ({ value, path }: Placed<Rubric['title'] & { id: string }>): Line => ({
    id: value.id,
    text: value.text,
    path: [...path, 'text'],
    provenance: value.provenance,
    item: undefined,
  })
  return [
    told({ value: { ...rubric.title, id: '/title' }, path: ['title'] }),
    told({ value: { ...rubric.goal, id: '/goal' }, path: ['goal'] }),
    ...[...sections(rubric)].flatMap((section) => [
      named(section),
      ...[...each(section.value.challenges, [...section.path, 'challenges'])].map(told),
      ...[...each(section.value.skills, [...section.path, 'skills'])].flatMap((skill) => [
        named(skill),
        ...[...each(skill.value.items, [...skill.path, 'items'])]
          .filter(({ value }) => !value.retired)
          .map((item) => ({ ...told(item), item: item.value })),
      ]),
      ...[...each(section.value.strategies, [...section.path, 'strategies'])].map(
        ({ value, path }) => ({
          ...told({ value: { ...value, text: value.what }, path }),
          path: [...path, 'what'],
        }),
      ),
    ]),
  ]
}

function oldTexts(before: Rubric | undefined): ReadonlyMap<string, Line> {
  return new Map(before ? linesOf(before).map((line) => [line.id, line]) : [])
}

function isEnglish({ lang }: Rubric): boolean {
  return /^en\b/i.test(lang)
}

// --- One line -----------------------------------------------------------------------------------

function wordingHints(line: Line, english: boolean): readonly Hint[] {
  const { text, path, item } = line
  const found: HintKind[] = []
  if (item) {
    const pair = isJudged(item) ? twoIdeas(text, english) : undefined
    if (pair) found.push({ kind: 'twoIdeas', ...pair })
    const length = printedLength(text)
    if (length > LONG) found.push({ kind: 'long', length, room: LONGEST_ITEM_TEXT })
  }
  if (isShouting(text)) found.push({ kind: 'capitals' })
  if (english) found.push(...jargonIn(text))
  return found.map((hint) => ({ ...hint, path }))
}

/** One mark answers it, so it should hold one idea. A text or a table has room for more. */
function isJudged({ kind }: Item): boolean {
  return kind === 'rating' || kind === 'choice' || kind === 'status'
}

function rewordedHint(
  { id, text, path, provenance }: Line,
  old: ReadonlyMap<string, Line>,
): Hint[] {
  const before = old.get(id)
  const isReworded =
    before?.provenance === 'source' &&
    provenance === 'source' &&
    text.trim() !== '' &&
    plainWords(before.text).join(' ') !== plainWords(text).join(' ')
  return isReworded ? [{ kind: 'reworded', path }] : []
}

/** Where a line holds two ideas, its two parts. */
export function twoIdeas(
  text: string,
  english = true,
): { readonly first: string; readonly second: string } | undefined {
  // What stands in brackets or after a colon explains; it is no second idea.
  const main = text.replace(/\([^)]*\)/g, ' ').replace(/:.*$/su, '')
  const isWhole = main.trim() === text.replace(/\([^)]*\)/g, ' ').trim()
  return (
    (isWhole ? sentencePair(main) : undefined) ??
    cutAt(main, /;\s+/u) ??
    (english ? (cutAt(main, AND_ALSO) ?? verbPair(main)) : undefined)
  )
}

const AND_ALSO = /,?\s+and\s+(?:also|then|at the same time|in addition)\b,?\s*/iu

/** Both parts must be long enough to be an idea. */
function cutAt(text: string, mark: RegExp) {
  const found = mark.exec(text)
  if (!found) return undefined
  return parts(text.slice(0, found.index), text.slice(found.index + found[0].length))
}

function parts(first: string, second: string) {
  const isIdea = (part: string) => part.trim().split(/\s+/).length >= 2
  return isIdea(first) && isIdea(second)
    ? { first: first.trim(), second: second.trim() }
    : undefined
}

function sentencePair(text: string) {
  for (const found of text.matchAll(/[.!?]\s+(?=\p{Lu})/gu)) {
    const first = text.slice(0, found.index + 1)
    if (!ABBREVIATIONS.test(first)) return parts(first, text.slice(found.index + found[0].length))
  }
  return undefined
}

/** "Plan the meeting and keep its notes": two things to do, joined by "and". */
function verbPair(text: string) {
  const words = [...afterLeading(text).matchAll(/[\p{L}\p{N}'’-]+/gu)]
  const spelt = words.map(([word]) => word.toLowerCase())
  const start = spelt[0] === 'we' || spelt[0] === 'i' ? 1 : 0
  const opening = spelt[start] ?? ''
  if (!isVerb(opening) || CAUSING.has(opening)) return undefined
  for (let at = start + 1; at < spelt.length; at += 1) {
    const word = spelt[at] ?? ''
    if (SUBORDINATE.has(word)) return undefined
    if (word !== 'and') continue
    const next = spelt.findIndex((other, index) => index > at && !other.endsWith('ly'))
    const second = spelt[next] ?? ''
    const isSure = VERBS.has(second)
    const isLikely = VERBS_OR_NOUNS.has(second) && OBJECTS.has(spelt[next + 1] ?? '')
    // "Tell and retell" is one.
    if (second.endsWith(spelt[at - 1] ?? '')) return undefined
    if (isSure || isLikely) return halves(afterLeading(text), words[at]?.index ?? 0)
  }
  return undefined
}

/** "…, and adjust" ends what was begun; two words and more begin something. */
function halves(text: string, at: number) {
  const first = text.slice(0, at).replace(/[,\s]+$/u, '')
  const second = text.slice(at).replace(/^and\s+/iu, '')
  return /\S\s+\S/.test(second) ? { first: first.trim(), second: second.trim() } : undefined
}

/** "When conditions change, decide …" begins with "decide". */
function afterLeading(text: string): string {
  const first = /^[\p{L}]+/u.exec(text.trim())?.[0].toLowerCase() ?? ''
  const comma = text.indexOf(', ')
  return LEADING.has(first) && comma > 0 ? text.slice(comma + 2) : text
}

function isVerb(word: string): boolean {
  return VERBS.has(word) || VERBS_OR_NOUNS.has(word) || CAUSING.has(word)
}

function isShouting(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  const isLoud = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase()
  if (words.length >= 2 && words.every(isLoud)) return words.join('').length >= 8
  const loud = words.map((word) => (isLoud(word) ? word : ' ')).join('')
  return loud.split(' ').some((run) => run.length >= 16)
}

function jargonIn(text: string): readonly HintKind[] {
  return JARGON.flatMap(([word, instead]) =>
    new RegExp(`\\b${word}\\b`, 'i').test(text) ? [{ kind: 'jargon' as const, word, instead }] : [],
  ).slice(0, 1)
}

// --- Lines beside each other --------------------------------------------------------------------

/** How alike two lines are before they count as nearly the same: 0 to 1. */
const ALIKE = 0.8

function doubles(lines: readonly Line[], isNew: (line: Line) => boolean): readonly Hint[] {
  const asked = lines.flatMap((line) => {
    const words = plainWords(line.text)
    return line.item && words.length > 0 ? [{ line, item: line.item, words }] : []
  })
  const sets = asked.map(({ words }) => new Set(words.filter((word) => !EMPTY_WORDS.has(word))))
  return asked.flatMap(({ line, words }, at) => {
    for (let before = 0; before < at; before += 1) {
      const other = asked[before]
      if (!other || !(isNew(line) || isNew(other.line)) || !areRivals(line, other.line)) continue
      const isSame = other.words.join(' ') === words.join(' ')
      const isSimilar = !isSame && likeness(sets[before], sets[at]) >= ALIKE
      if (!isSame && !isSimilar) continue
      return [{ kind: isSame ? 'same' : 'similar', number: other.item.number, path: line.path }]
    }
    return []
  })
}

/** "Our evidence" may be asked in every skill; two marks for one thing help nobody. */
function areRivals(one: Line, other: Line): boolean {
  const isOneSkill = one.path.slice(0, 4).join('.') === other.path.slice(0, 4).join('.')
  return isOneSkill || (one.item?.kind === 'rating' && other.item?.kind === 'rating')
}

/** Dice's measure; lines of one or two words are not compared. */
function likeness(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()) {
  const sizes = one.size + other.size
  if (Math.min(one.size, other.size) < 3) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return (2 * shared) / sizes
}

/** The words of a text, without case, marks and most endings. */
function plainWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).map((word) =>
    word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word,
  )
}

/** From this share on, and this many, lines that begin with a verb are the custom of a rubric. */
const CUSTOM_SHARE = 0.7
const CUSTOM_LEAST = 4

function withoutVerb(lines: readonly Line[], isNew: (line: Line) => boolean): readonly Hint[] {
  const rated = lines.filter(({ item, text }) => item?.kind === 'rating' && text.trim() !== '')
  const opening = (text: string) =>
    /^[\p{L}'’-]+/u.exec(afterLeading(text).trim())?.[0].toLowerCase() ?? ''
  const withVerb = rated.filter(({ text }) => isVerb(opening(text))).length
  if (withVerb < CUSTOM_LEAST || withVerb < CUSTOM_SHARE * rated.length) return []
  return rated
    .filter((line) => isNew(line) && NO_VERBS.has(opening(line.text)))
    .map(({ path }) => ({ kind: 'noVerb', path }))
}

/** Questions among statements within a skill, or the other way round. */
function mixedSkills(rubric: Rubric, isNew: (line: Line) => boolean): readonly Hint[] {
  const byPath = new Map(linesOf(rubric).map((line) => [line.path.join('.'), line]))
  return [...skills(rubric)].flatMap((skill) => {
    const rated = [...each(skill.value.items, [...skill.path, 'items'])].flatMap(({ path }) => {
      const line = byPath.get([...path, 'text'].join('.'))
      return line?.item?.kind === 'rating' && line.text.trim() !== '' ? [line] : []
    })
    const questions = rated.filter(({ text }) => isQuestion(text))
    if (rated.length < 3 || questions.length === 0 || questions.length === rated.length) return []
    const isFewer = questions.length * 2 <= rated.length
    return rated
      .filter((line) => isQuestion(line.text) === isFewer && isNew(line))
      .map(({ path }) => ({ kind: 'mixed', is: isFewer ? 'question' : 'statement', path }))
  })
}

function isQuestion(text: string): boolean {
  return /^[^:]*[?？؟]\s*$/u.test(text)
}
