import type { ItemReport } from './itemReport.ts'
import { isPrivate } from './privacy.ts'
import type { Participant, Reflection, Site } from './reflection.ts'
import { buildReport, type ReportInput, type RubricReport } from './report.ts'
import type { Level, RatingItem, Rubric } from './rubric.ts'

// An earlier sitting beside this one. Two sittings show who stood where, then and now; they make no
// trend. So there is no difference, no direction and no number here but how many were compared.

/** What two sittings have in common, and what they have not. Computed, never stored. */
export interface Comparison {
  readonly people: ComparedPeople
  /** Rubrics that both sittings rated, in the order of this one. */
  readonly rubrics: readonly ComparedRubric[]
  /** Rubrics with something to rate that only one of them has. */
  readonly onlyNow: readonly Rubric[]
  readonly onlyThen: readonly Rubric[]
}

/** Who is known to be the same: the ids say so, and nothing else does. */
export interface ComparedPeople {
  /** As they are called today. */
  readonly both: readonly Participant[]
  readonly onlyNow: readonly Participant[]
  readonly onlyThen: readonly Participant[]
}

export interface ComparedRubric {
  /** Today's definition. */
  readonly rubric: Rubric
  /** In printed order. */
  readonly rows: readonly ComparedRow[]
  /** The other items that either sitting rated: this one's in printed order, then the earlier one's. */
  readonly notCompared: readonly NotCompared[]
}

/** One item that both sittings marked. */
export interface ComparedRow {
  /** As in `ItemReport`. */
  readonly key: string
  readonly item: RatingItem
  readonly site: Site | undefined
  /** How the item was worded then, if it was in other words. */
  readonly before: string | undefined
  /** The levels as they were called then, if any was called otherwise. */
  readonly levelsBefore: readonly Level[] | undefined
  /** Lowest first. Whoever is in both sittings is the same `Participant` then and now. */
  readonly boxes: readonly ComparedBox[]
  /** People in both sittings who placed their initials in another box, in the order they sit. */
  readonly moves: readonly BoxChange[]
}

export interface ComparedBox {
  readonly level: Level
  readonly earlier: readonly Participant[]
  readonly now: readonly Participant[]
}

export interface BoxChange {
  readonly person: Participant
  /** Places of the boxes, counted from 0. */
  readonly from: number
  readonly to: number
}

export const REASONS = [
  'onlyNow',
  'onlyThen',
  'otherLevels',
  'notShown',
  'unmarkedThen',
  'unmarkedNow',
  'unmarked',
] as const
/**
 * Why an item is not compared: only one sitting asks it; the boxes were others; its marks are still
 * private; nobody who counts placed a mark then, now, or ever.
 */
export type Reason = (typeof REASONS)[number]

export interface NotCompared {
  readonly key: string
  readonly item: RatingItem
  readonly site: Site | undefined
  readonly reason: Reason
}

export interface CompareInput {
  /** Both as everyone may see them: see `withoutPrivate`. */
  readonly now: ReportInput
  readonly earlier: ReportInput
  /** True to count only the marks of people who are in both. */
  readonly samePeople: boolean
}

/** Puts an earlier sitting beside this one: the same items of the same rubrics, answered alike. */
export function compareSittings({ now, earlier, samePeople }: CompareInput): Comparison {
  const people = comparePeople(now.reflection, earlier.reflection)
  const [today, before] = [ratedRubrics(now), ratedRubrics(earlier)]
  const counted = samePeople ? new Set(people.both.map(({ id }) => id)) : undefined
  const sittings: Sittings = {
    now: now.reflection,
    earlier: earlier.reflection,
    both: new Map(people.both.map((person) => [person.id, person])),
    isCounted: ({ id }) => counted?.has(id) ?? true,
  }
  const only = (some: readonly RatedRubric[], others: readonly RatedRubric[]) =>
    some
      .filter(({ rubric }) => !others.some((other) => other.rubric.id === rubric.id))
      .map(({ rubric }) => rubric)
  return {
    people,
    rubrics: today.flatMap((one) => {
      const other = before.find(({ rubric }) => rubric.id === one.rubric.id)
      return other ? [compareRubric(one, other, sittings)] : []
    }),
    onlyNow: only(today, before),
    onlyThen: only(before, today),
  }
}

function comparePeople(
  { participants: now }: Reflection,
  { participants: then }: Reflection,
): ComparedPeople {
  const [idsNow, idsThen] = [now, then].map((people) => new Set(people.map(({ id }) => id)))
  return {
    both: now.filter(({ id }) => idsThen?.has(id)),
    onlyNow: now.filter(({ id }) => !idsThen?.has(id)),
    onlyThen: then.filter(({ id }) => !idsNow?.has(id)),
  }
}

interface Rated {
  readonly item: RatingItem
  readonly report: ItemReport
}

interface RatedRubric {
  readonly rubric: Rubric
  readonly items: readonly Rated[]
}

interface Sittings {
  readonly now: Reflection
  readonly earlier: Reflection
  /** By id: people as they are called today. */
  readonly both: ReadonlyMap<string, Participant>
  isCounted(person: Participant): boolean
}

/** The rubrics of a sitting with anything to rate in scope, and what is rated. */
function ratedRubrics(input: ReportInput): readonly RatedRubric[] {
  return buildReport(input)
    .rubrics.map((of) => ({ rubric: of.rubric, items: ratedItems(of) }))
    .filter(({ items }) => items.length > 0)
}

function ratedItems({ sections }: RubricReport): readonly Rated[] {
  return sections
    .flatMap(({ skills }) => skills)
    .flatMap(({ items }) => items)
    .flatMap((report) => (report.item.kind === 'rating' ? [{ item: report.item, report }] : []))
}

function compareRubric(now: RatedRubric, earlier: RatedRubric, sittings: Sittings): ComparedRubric {
  const before = new Map(earlier.items.map((each) => [each.report.key, each]))
  const today = new Set(now.items.map(({ report }) => report.key))
  const pairs = now.items.map((each) => {
    const other = before.get(each.report.key)
    return other
      ? comparePair(each, other, { now, earlier, sittings })
      : notCompared(each, 'onlyNow')
  })
  const gone = earlier.items.filter(({ report }) => !today.has(report.key))
  return {
    rubric: now.rubric,
    rows: pairs.filter((pair) => 'boxes' in pair),
    notCompared: [
      ...pairs.filter((pair) => 'reason' in pair),
      ...gone.map((each) => notCompared(each, 'onlyThen')),
    ],
  }
}

function notCompared({ item, report }: Rated, reason: Reason): NotCompared {
  return { key: report.key, item, site: report.site, reason }
}

interface PairOf {
  readonly now: RatedRubric
  readonly earlier: RatedRubric
  readonly sittings: Sittings
}

function comparePair(now: Rated, then: Rated, of: PairOf): ComparedRow | NotCompared {
  const levels = now.report.boxes.map(({ level }) => level)
  const levelsThen = then.report.boxes.map(({ level }) => level)
  if (!isSameList(levels.map(idOf), levelsThen.map(idOf))) return notCompared(now, 'otherLevels')
  if (isHidden(now, then, of)) return notCompared(now, 'notShown')
  const { sittings } = of
  const here = now.report.boxes.map(({ people }) => people.filter(sittings.isCounted))
  const there = then.report.boxes.map(({ people }) =>
    people.filter(sittings.isCounted).map((person) => sittings.both.get(person.id) ?? person),
  )
  const reason = whyUnmarked(here.flat().length, there.flat().length)
  if (reason) return notCompared(now, reason)
  return {
    key: now.report.key,
    item: now.item,
    site: now.report.site,
    before: now.item.text === then.item.text ? undefined : then.item.text,
    levelsBefore: isSameList(levels.map(labelOf), levelsThen.map(labelOf)) ? undefined : levelsThen,
    boxes: levels.map((level, index) => ({
      level,
      earlier: there[index] ?? [],
      now: here[index] ?? [],
    })),
    moves: movesOf(here, there, sittings),
  }
}

function isHidden(now: Rated, then: Rated, { now: today, earlier: before, sittings }: PairOf) {
  return (
    isPrivate(sittings.now, today.rubric.id, now.report.section) ||
    isPrivate(sittings.earlier, before.rubric.id, then.report.section)
  )
}

function whyUnmarked(now: number, then: number): Reason | undefined {
  if (now === 0) return then === 0 ? 'unmarked' : 'unmarkedNow'
  return then === 0 ? 'unmarkedThen' : undefined
}

type People = readonly Participant[]

function movesOf(
  here: readonly People[],
  there: readonly People[],
  { now, both }: Sittings,
): readonly BoxChange[] {
  return now.participants.flatMap((person) => {
    if (!both.has(person.id)) return []
    const from = there.findIndex((people) => people.includes(person))
    const to = here.findIndex((people) => people.includes(person))
    return from < 0 || to < 0 || from === to ? [] : [{ person, from, to }]
  })
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index])
}

function idOf({ id }: Level): string {
  return id
}

function labelOf({ label }: Level): string {
  return label
}
