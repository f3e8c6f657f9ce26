import { withoutPrivate } from './privacy.ts'
import type { EvidenceKind, Mode, Reflection, Strategy } from './reflection.ts'
import { isBlank } from './report.ts'
import {
  itemsOf,
  type NamedStrategy,
  type Provenance,
  type Rubric,
  type Section,
} from './rubric.ts'
import { cleanLine } from './text.ts'

// Strategies by name: those that come with rubrics, and those that people named on this device.

export type Source = Rubric['sources'][number]

/** A section that a strategy belongs to. */
export interface EntryPlace {
  readonly rubricId: string
  /** The rubric's short title. */
  readonly rubricTitle: string
  readonly sectionId: string
  readonly sectionName: string
  /** The language of both titles, for example "en-US". */
  readonly lang: string
}

interface EntryBase {
  /** Unique among all entries, and the same every time. */
  readonly key: string
  /** Empty where people gave it none. */
  readonly name: string
  /** What people do. May be empty in a collected one. */
  readonly what: string
  /** What to look for in a rubric's own; how people knew in a collected one. May be empty there. */
  readonly evidence: string
  /** In printed order; none for a collected one whose rubric is not on this device. */
  readonly places: readonly EntryPlace[]
  /** What a search looks through, folded by `foldText`. */
  readonly searched: { readonly name: string; readonly all: string }
}

/** A strategy that a rubric brings. */
export interface LiteratureEntry extends EntryBase {
  readonly origin: 'literature'
  readonly lang: string
  readonly provenance: Provenance
  readonly sources: readonly Source[]
  readonly sourceNote: string | undefined
}

/** A strategy that people named in a reflection on this device. */
export interface CollectedEntry extends EntryBase {
  readonly origin: 'collected'
  readonly reflectionId: string
  readonly mode: Mode
  /** The team's name, or the leader's own. May be empty. */
  readonly team: string
  /** `YYYY-MM-DD` or empty. */
  readonly date: string
  /** Initials of the people credited who are still part of the reflection. */
  readonly credit: readonly string[]
  readonly evidenceKind: EvidenceKind | undefined
}

export type PlaybookEntry = LiteratureEntry | CollectedEntry

// --- Entries -------------------------------------------------------------------------------------

/**
 * The named strategies of rubrics, in printed order. One that stands in several rubrics word for
 * word, as in a copy of a rubric, is one entry with several places.
 */
export function literatureEntries(rubrics: readonly Rubric[]): readonly LiteratureEntry[] {
  const entries = new Map<string, LiteratureEntry>()
  for (const rubric of rubrics) {
    for (const section of rubric.sections) {
      for (const strategy of section.strategies) {
        const words = foldText([strategy.name, strategy.what, strategy.evidence].join('\n'))
        const entry = { ...literatureEntry(rubric, section, strategy), key: words }
        const known = entries.get(words)
        entries.set(words, known ? withPlaces(known, entry) : entry)
      }
    }
  }
  return [...entries.values()]
}

function literatureEntry(
  rubric: Rubric,
  section: Section,
  strategy: NamedStrategy,
): Omit<LiteratureEntry, 'key'> {
  const { name, what, evidence, provenance, source, sourceNote } = strategy
  const places = [placeOf(rubric, section)]
  const sources = rubric.sources.filter(({ key }) => source.includes(key))
  return {
    origin: 'literature',
    lang: rubric.lang,
    name,
    what,
    evidence,
    places,
    provenance,
    sources,
    sourceNote,
    searched: searchedOf(name, [what, evidence, ...placeWords(places), ...sources.map(titleOf)]),
  }
}

function withPlaces(entry: LiteratureEntry, same: LiteratureEntry): LiteratureEntry {
  const isNew = (place: EntryPlace) => entry.places.every((known) => !isSamePlace(known, place))
  const added = same.places.filter(isNew)
  const all = `${entry.searched.all} ${foldText(placeWords(added).join(' '))}`
  return {
    ...entry,
    places: [...entry.places, ...added],
    searched: { ...entry.searched, all },
  }
}

/** A sitting together with the definitions it is pinned to, as far as they are here. */
export interface Sitting {
  readonly reflection: Reflection
  readonly rubrics: readonly Rubric[]
}

/**
 * The strategies that people named, in the order of the sittings. Samples, deleted sittings and
 * strategies without a word are left out, and those that would tell of marks that are still private.
 */
export function collectedEntries(sittings: readonly Sitting[]): readonly CollectedEntry[] {
  return sittings
    .filter(({ reflection }) => !reflection.sample && !reflection.deleted)
    .flatMap((sitting) =>
      sharedStrategies(sitting)
        .filter((strategy) => !isBlank(strategy))
        .map((strategy) => collectedEntry(sitting, strategy)),
    )
}

function sharedStrategies({ reflection, rubrics }: Sitting): readonly Strategy[] {
  const definitions = rubrics.map((rubric) => ({ rubric }))
  return withoutPrivate({ reflection, responses: [], rubrics: definitions }).reflection.strategies
}

function collectedEntry({ reflection, rubrics }: Sitting, strategy: Strategy): CollectedEntry {
  const { id, mode, team, date, participants } = reflection
  const places = rubrics.flatMap((rubric) => placesIn(rubric, strategy))
  const name = cleanLine(strategy.name)
  const credit = participants.filter((person) => strategy.credit.includes(person.id))
  return {
    origin: 'collected',
    key: `${id}/${strategy.id}`,
    reflectionId: id,
    mode,
    team,
    date,
    name,
    what: strategy.how,
    evidence: strategy.evidence,
    evidenceKind: strategy.evidenceKind,
    places,
    credit: credit.map(({ initials }) => initials),
    searched: searchedOf(name, [strategy.how, strategy.evidence, team, ...placeWords(places)]),
  }
}

/** The sections of the items a strategy names, retired items included. */
function placesIn(rubric: Rubric, { items }: Strategy): readonly EntryPlace[] {
  const named = new Set(items.filter(({ rubricId }) => rubricId === rubric.id).map(itemIdOf))
  const sections = itemsOf(rubric, { retired: true })
    .filter(({ item }) => named.has(item.id))
    .map(({ section }) => section)
  return [...new Set(sections)].map((section) => placeOf(rubric, section))
}

function itemIdOf({ itemId }: { itemId: string }): string {
  return itemId
}

function placeOf(rubric: Rubric, section: Section): EntryPlace {
  return {
    rubricId: rubric.id,
    rubricTitle: rubric.shortTitle,
    sectionId: section.id,
    sectionName: section.name.text,
    lang: rubric.lang,
  }
}

function isSamePlace(one: EntryPlace, other: EntryPlace): boolean {
  return one.rubricId === other.rubricId && one.sectionId === other.sectionId
}

function placeWords(places: readonly EntryPlace[]): readonly string[] {
  return places.flatMap(({ rubricTitle, sectionName }) => [rubricTitle, sectionName])
}

function titleOf({ title }: Source): string {
  return title
}

// --- Sources -----------------------------------------------------------------------------------

/** A shorter cut would say nothing: in UTF-16 code units. */
const SHORTEST_TITLE = 6

/**
 * The title of a source in a few words: what stands before its subtitle, its authors or its second
 * sentence. The whole title if nothing handy is left.
 */
export function shortSourceTitle({ title }: Source): string {
  const ends = [...title.matchAll(/\?\s|[:.,]\s|\s\(/g)].map(
    ({ 0: mark, index }) => index + Number(mark.startsWith('?')),
  )
  const end = ends.find((index) => index >= SHORTEST_TITLE)
  return end === undefined ? title : title.slice(0, end)
}

// --- Search --------------------------------------------------------------------------------------

/** What is looked for. An empty text does not narrow. */
export interface PlaybookFilter {
  readonly query: string
  readonly rubricId: string
  /** Counts only together with its rubric. */
  readonly sectionId: string
  /** The id of a source facet. */
  readonly source: string
}

/** The filter that lets everything through. */
export const NO_FILTER: PlaybookFilter = { query: '', rubricId: '', sectionId: '', source: '' }

/**
 * The entries within the filter that hold every word of the query or a longer word that begins like
 * it, whatever case and accents. The more of them stand in the name, the earlier; otherwise in the
 * order given.
 */
export function findEntries<Entry extends PlaybookEntry>(
  entries: readonly Entry[],
  filter: PlaybookFilter,
): readonly Entry[] {
  const words = wordsOf(filter.query)
  const found = entries.filter((entry) => holds(entry, words) && isWithin(entry, filter))
  if (words.length === 0) return found
  const missing = new Map(
    found.map((entry) => [entry, words.filter((word) => !hasWord(entry.searched.name, word))]),
  )
  const rank = (entry: Entry) => missing.get(entry)?.length ?? 0
  return found.toSorted((a, b) => rank(a) - rank(b))
}

function searchedOf(name: string, rest: readonly string[]): EntryBase['searched'] {
  const folded = foldText(name)
  return { name: folded, all: `${folded} ${foldText(rest.join(' '))}` }
}

/** A text as a search sees it: without case, accents and punctuation, its words a space apart. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F'’ʼ]+/g, '')
    .replace(/[\s\p{P}]+/gu, ' ')
    .toLocaleUpperCase('en')
    .trim()
}

function wordsOf(query: string): readonly string[] {
  return foldText(query)
    .split(' ')
    .filter((word) => word !== '')
}

function holds({ searched }: PlaybookEntry, words: readonly string[]): boolean {
  return words.every((word) => hasWord(searched.all, word))
}

/** Scripts that put no spaces between words: there a word may begin anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u

function hasWord(folded: string, word: string): boolean {
  return UNSPACED.test(word) ? folded.includes(word) : ` ${folded}`.includes(` ${word}`)
}

function isWithin(entry: PlaybookEntry, { rubricId, sectionId, source }: PlaybookFilter): boolean {
  return (
    (rubricId === '' ||
      entry.places.some(
        (place) =>
          place.rubricId === rubricId && (sectionId === '' || place.sectionId === sectionId),
      )) &&
    (source === '' || sourceIdsOf(entry).includes(source))
  )
}

// --- Facets --------------------------------------------------------------------------------------

/** The source facet of what people named on this device. */
export const COLLECTED = 'collected'
/** The source facet of what the makers of the app drafted without a source. */
export const UNSOURCED = 'ours'

/** One way to narrow, and how many entries it would leave. */
export interface Facet {
  readonly id: string
  /** Empty for `COLLECTED` and `UNSOURCED`, whose words are the app's. */
  readonly label: string
  readonly count: number
}

export interface PlaybookFacets {
  /** In the order of the entries. */
  readonly rubrics: readonly Facet[]
  /** Those of the rubric chosen; none before one is. */
  readonly sections: readonly Facet[]
  /** What was collected, then sources by title and in short, then what is ours alone. */
  readonly sources: readonly Facet[]
}

/**
 * The ways to narrow further: each counts what it would leave beside everything else that is
 * chosen. Those that would leave nothing are left out, unless they are chosen.
 */
export function playbookFacets(
  entries: readonly PlaybookEntry[],
  filter: PlaybookFilter,
): PlaybookFacets {
  const { rubricId, sectionId, source } = filter
  const anywhere = new Set(findEntries(entries, { ...filter, rubricId: '', sectionId: '' }))
  const inRubric = new Set(findEntries(entries, { ...filter, sectionId: '' }))
  const fromAny = new Set(findEntries(entries, { ...filter, source: '' }))
  return {
    rubrics: facetsOf(entries, anywhere, rubricId, ({ places }) =>
      places.map((place) => [place.rubricId, place.rubricTitle]),
    ),
    sections: facetsOf(entries, inRubric, sectionId, ({ places }) =>
      places
        .filter((place) => rubricId !== '' && place.rubricId === rubricId)
        .map((place) => [place.sectionId, place.sectionName]),
    ),
    sources: inShort(facetsOf(entries, fromAny, source, sourceLabelsOf).toSorted(bySource)),
  }
}

type Labels = (entry: PlaybookEntry) => readonly (readonly [id: string, label: string])[]

function facetsOf(
  entries: readonly PlaybookEntry[],
  counted: ReadonlySet<PlaybookEntry>,
  chosen: string,
  labelsOf: Labels,
): readonly Facet[] {
  const facets = new Map<string, Facet>()
  for (const entry of entries) {
    const added = counted.has(entry) ? 1 : 0
    for (const [id, label] of new Map(labelsOf(entry))) {
      const known = facets.get(id) ?? { id, label, count: 0 }
      facets.set(id, { ...known, count: known.count + added })
    }
  }
  return [...facets.values()].filter(({ id, count }) => count > 0 || id === chosen)
}

function sourceLabelsOf(entry: PlaybookEntry): readonly (readonly [string, string])[] {
  if (entry.origin === 'collected') return [[COLLECTED, '']]
  if (entry.sources.length === 0) return [[UNSOURCED, '']]
  return entry.sources.map((source) => [sourceId(source), source.title])
}

/** Titles in short, but for those that would then look the same. */
function inShort(facets: readonly Facet[]): readonly Facet[] {
  const shorts = facets.map(({ id, label }) => shortSourceTitle({ key: id, title: label }))
  return facets.map((facet, index) => {
    const short = shorts[index] ?? ''
    const isAlone = shorts.indexOf(short) === shorts.lastIndexOf(short)
    return isAlone ? { ...facet, label: short } : facet
  })
}

function sourceIdsOf(entry: PlaybookEntry): readonly string[] {
  return sourceLabelsOf(entry).map(([id]) => id)
}

/** Names a source across rubrics: the same key and title are the same source. */
export function sourceId({ key, title }: Source): string {
  return `${key} ${title}`
}

function bySource(one: Facet, other: Facet): number {
  const place = ({ id }: Facet) => (id === COLLECTED ? 0 : id === UNSOURCED ? 2 : 1)
  const [a, b] = [foldText(one.label), foldText(other.label)]
  return place(one) - place(other) || (a < b ? -1 : Number(a > b))
}
