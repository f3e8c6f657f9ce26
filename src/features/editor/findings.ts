import type { Rubric } from '#core/rubric.ts'
import { judgeDraft, type DraftFault, type RubricDraft } from '#core/rubricDraft.ts'
import { describeFault, type Path } from '#core/rubricFault.ts'
import { hintsOf, type Hint } from '#core/rubricHints.ts'
import type { Messages } from '#messages/messages.ts'

type Words = Messages['editor']

/** Something to do or to think about, with the way to it. */
export interface Finding {
  readonly keys: Path
  /** Where it is, as people would say. */
  readonly place: string
  readonly sentence: string
  /** True for a field that nobody has filled yet. */
  readonly isEmpty: boolean
}

/** What the validator and the hints say of a draft. Paths are spelt with dots: `title.text`. */
export interface Findings {
  /** The rubric, once nothing is left to do. */
  readonly rubric: Rubric | undefined
  readonly todo: readonly Finding[]
  readonly thoughts: readonly Finding[]
  /** The first fault of each field. */
  readonly faults: ReadonlyMap<string, Finding>
  readonly hints: ReadonlyMap<string, readonly string[]>
}

export const EMPTY: Findings = {
  rubric: undefined,
  todo: [],
  thoughts: [],
  faults: new Map(),
  hints: new Map(),
}

/**
 * @param before what the draft was copied from
 * @param otherIds ids of rubrics that are not this one
 */
export function findingsOf(
  draft: RubricDraft,
  { before, otherIds }: { before: Rubric | undefined; otherIds: ReadonlySet<string> },
  words: Words,
): Findings {
  const judged = judgeDraft(draft)
  const isTaken = otherIds.has(draft.id)
  const taken = { keys: ['id'], place: words.parts.head, sentence: words.faults.idTaken }
  const todo = [
    ...(isTaken ? [{ ...taken, isEmpty: false }] : []),
    ...(judged.ok ? [] : judged.problem.map((fault) => findingOf(draft, fault, words))),
  ].toSorted((one, other) => orderOf(one.keys) - orderOf(other.keys))
  // What is too long is told as a fault already.
  const isSaid = (hint: Hint) => hint.kind === 'long' && hint.length > hint.room
  const hintsLeft = hintsOf(draft, before).filter((hint) => !isSaid(hint))
  const thoughts = hintsLeft.map((hint) => ({
    keys: hint.path,
    place: describeFault(draft, { path: hint.path, sentence: '' }).place,
    sentence: sayHint(hint, words.hints),
    isEmpty: false,
  }))
  const faults = new Map<string, Finding>()
  for (const finding of todo) {
    const path = finding.keys.join('.')
    if (!faults.has(path)) faults.set(path, finding)
  }
  const hints = new Map<string, string[]>()
  for (const { keys, sentence } of thoughts) {
    const path = keys.join('.')
    hints.set(path, [...(hints.get(path) ?? []), sentence])
  }
  return { rubric: judged.ok && !isTaken ? judged.value : undefined, todo, thoughts, faults, hints }
}

/** As one meets the parts, and the fields of the first, from top to bottom. */
const ORDER = [
  'title',
  'shortTitle',
  'goal',
  'itemNoun',
  'credit',
  'lang',
  'id',
  'subtitle',
  'about',
  'scales',
  'sections',
  'sources',
]

function orderOf([first]: Path): number {
  return ORDER.indexOf(String(first))
}

function findingOf(draft: RubricDraft, fault: DraftFault, words: Words): Finding {
  const { keys, place } = fault
  return {
    keys,
    place: placeOf(draft, keys, place, words),
    sentence: plainSentence(draft, fault, words),
    isEmpty: valueAt(draft, keys) === '',
  }
}

/** Scales have no names, sources are known by their keys, and nobody sees a file. */
function placeOf(draft: RubricDraft, keys: Path, place: string, words: Words): string {
  const [list, index, inner, at] = keys
  if (list === 'scales') {
    const level = inner === 'levels' ? [words.levels.named(Number(at) + 1)] : []
    return [words.scales.named(Number(index) + 1), ...level].join(' › ')
  }
  if (list === 'sources') {
    const key = draft.sources[Number(index)]?.key ?? ''
    return words.line.heading(words.sources.named(key, Number(index) + 1))
  }
  return /^(?:The whole file|Top of the file)$/.test(place) ? words.parts.head : place
}

/** The validator speaks to people who edit files; here nobody sees one. */
function plainSentence(draft: RubricDraft, { keys, sentence }: DraftFault, words: Words): string {
  const { faults, fields } = words
  const last = String(keys.at(-1))
  const isEmpty = valueAt(draft, keys) === ''
  if (sentence.startsWith('This text is empty')) return faults.empty(fieldWord(keys, fields))
  if (keys.length === 2 && keys[0] === 'scales') return faults.unusedScale
  switch (last) {
    case 'number':
      return isEmpty ? faults.noNumber : sentence
    case 'scale':
      return faults.noScale
    case 'no':
    case 'yes':
      return faults.noZone
    case 'kind':
      return faults.mapNeedsSites
    case 'rows':
      return sentence.startsWith('This table') ? faults.noRows : sentence
    case 'source':
      return sentence.startsWith('What is') ? faults.needsSource : sentence
    case 'asksForStrategy':
      return faults.asksUpward
    default:
      return keys.at(-2) === 'source' ? faults.unlisted : sentence
  }
}

/** What a field is called, by the last word of its path that has a name. */
function fieldWord(keys: Path, fields: Words['fields']): string {
  const named = keys.findLast(
    (key): key is keyof typeof fields => typeof key === 'string' && key !== 'text' && key in fields,
  )
  const isDirect = named !== undefined && keys.lastIndexOf(named) >= keys.length - 2
  return isDirect ? fields[named] : fields.text
}

function valueAt(draft: RubricDraft, keys: Path): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === String(key))?.[1] as unknown // one member
  }, draft)
}

function sayHint(hint: Hint, words: Words['hints']): string {
  switch (hint.kind) {
    case 'twoIdeas':
      return words.twoIdeas(hint.first, hint.second)
    case 'long':
      return words.long(hint.length, hint.room)
    case 'same':
      return words.same(hint.number)
    case 'similar':
      return words.similar(hint.number)
    case 'noVerb':
      return words.noVerb
    case 'jargon':
      return words.jargon(hint.word, hint.instead)
    case 'capitals':
      return words.capitals
    case 'mixed':
      return words.mixed[hint.is]
    case 'reworded':
      return words.reworded
  }
}
