import { DELETED, type Edit, type RecordKind } from './change.ts'
import type { Fold, RecordState } from './fold.ts'
import { isJsonObject, type Json } from './json.ts'
import { readerOf, stringsOf, type Conflict } from './record.ts'
import type { Rubric } from './rubric.ts'
import { readWorkshop, type Workshop } from './workshop.ts'

/** Who sits: a hub team, or one leader alone. */
export type Mode = 'team' | 'individual'

/** How marks are given. */
export type WayToRate = 'open' | 'private' | 'paper' | 'devices'

/** One sitting of one team or one person with one or more rubrics. Computed from its changes. */
export interface Reflection {
  readonly id: string
  readonly mode: Mode
  readonly way: WayToRate
  /** The team's name, or the leader's own in individual mode. May be empty. */
  readonly team: string
  /** Local calendar date of the sitting, `YYYY-MM-DD`, or empty. */
  readonly date: string
  readonly facilitator: string
  /** True for the filled example that comes with the app. */
  readonly sample: boolean
  /** The rubrics rated, in the order they were added, each pinned to an exact definition. */
  readonly rubrics: readonly PinnedRubric[]
  /** In the order they sit; deleted ones are left out. */
  readonly participants: readonly Participant[]
  /** The places the team looks at one by one, where a rubric asks about each; deleted ones are left out. */
  readonly sites: readonly Site[]
  readonly strategies: readonly Strategy[]
  readonly growthEdges: readonly GrowthEdge[]
  readonly nextSteps: readonly NextStep[]
  /** What else the session holds. */
  readonly workshop: Workshop
  /** The newest `at` of any change: milliseconds since 1970 UTC, 0 if there is none. */
  readonly changedAt: number
  readonly deleted: boolean
  readonly conflicts: readonly Conflict[]
}

export interface PinnedRubric {
  readonly rubricId: string
  /** Content hash of the definition this reflection is rated on. */
  readonly hash: string
  /** Ids of the sections chosen; `undefined` means all. */
  readonly scope: readonly string[] | undefined
}

export interface Participant {
  readonly id: string
  /** One to four graphemes. */
  readonly initials: string
  readonly name: string
  readonly role: string
  /** Id of the rubric of a domain this person knows well, or empty. */
  readonly knows: string
  /** Id of the rubric of a domain this person wants to learn about, or empty. */
  readonly learns: string
  readonly order: number
  readonly deletedElsewhere: boolean
  readonly conflicts: readonly Conflict[]
}

/** A school, district or other place that a team serves and looks at by itself. */
export interface Site {
  readonly id: string
  readonly name: string
  readonly order: number
  readonly deletedElsewhere: boolean
  readonly conflicts: readonly Conflict[]
}

export const EVIDENCE_KINDS = [
  'process',
  'outcome',
  'survey',
  'observation',
  'words',
  'artefact',
  'notYet',
] as const
/** What sort of evidence a strategy has. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** A short name, what we do, how we know; credited to people, tied to items. */
export interface Strategy {
  readonly id: string
  readonly name: string
  readonly how: string
  readonly evidence: string
  readonly evidenceKind: EvidenceKind | undefined
  /** Participant ids. May name people who have since been deleted or erased. */
  readonly credit: readonly string[]
  readonly items: readonly ItemRef[]
  readonly order: number
  readonly deletedElsewhere: boolean
  readonly conflicts: readonly Conflict[]
}

export interface GrowthEdge {
  readonly id: string
  readonly rubricId: string
  readonly skillId: string
  readonly hard: string
  /** Strategies borrowed, in words that keep their credit. */
  readonly borrowed: string
  readonly order: number
  readonly deletedElsewhere: boolean
  readonly conflicts: readonly Conflict[]
}

export interface NextStep {
  readonly id: string
  readonly what: string
  readonly who: string
  /** `YYYY-MM-DD` or the person's own words. */
  readonly by: string
  readonly sign: string
  readonly done: boolean
  /** The strategy it came from, in words that keep its credit. May be empty. */
  readonly from: string
  /** Id of the earlier reflection it was still open in, or empty. */
  readonly carried: string
  readonly order: number
  readonly deletedElsewhere: boolean
  readonly conflicts: readonly Conflict[]
}

export interface ItemRef {
  readonly rubricId: string
  readonly itemId: string
}

// --- Names of records and fields -------------------------------------------------------------

/** An item's name across rubrics, as strategies store it. */
export function itemRefKey(ref: ItemRef): string {
  return `${ref.rubricId}/${ref.itemId}`
}

// --- Edits -----------------------------------------------------------------------------------

/** Sets several fields of one record. */
export function fieldEdits(
  kind: RecordKind,
  record: string,
  fields: { readonly [field: string]: Json },
): readonly Edit[] {
  return Object.entries(fields).map(([field, value]) => ({ kind, record, field, value }))
}

/** Deletes a record, or brings it back. Storage adds what the deleter had seen. */
export function deleteEdit(kind: RecordKind, record: string, deleted = true): Edit {
  return { kind, record, field: DELETED, value: deleted }
}

/** Adds a rubric to a reflection, pinned to one exact definition. */
export function pinRubricEdit(
  reflectionId: string,
  rubric: { id: string; hash: string; order: number },
): Edit {
  return {
    kind: 'reflection',
    record: reflectionId,
    field: `rubric:${rubric.id}`,
    value: { hash: rubric.hash, order: rubric.order },
  }
}

/** Chooses sections; `undefined` chooses all. Marks outside the scope stay, unseen. */
export function scopeEdit(
  reflectionId: string,
  rubricId: string,
  sectionIds: readonly string[] | undefined,
): Edit {
  return {
    kind: 'reflection',
    record: reflectionId,
    field: `scope:${rubricId}`,
    value: sectionIds ?? null,
  }
}

// --- Reading ---------------------------------------------------------------------------------

/** The reflection its changes describe. Tolerates any value in any field. */
export function readReflection(fold: Fold, id: string): Reflection {
  const record = fold.record('reflection', id)
  const read = readerOf(record)
  return {
    id,
    mode: read.text('mode') === 'individual' ? 'individual' : 'team',
    way: readWay(read.text('way')),
    team: read.text('team'),
    date: read.text('date'),
    facilitator: read.text('facilitator'),
    sample: read.flag('sample'),
    rubrics: readRubrics(record),
    participants: shown(fold, 'participant').map(readParticipant).toSorted(byOrder),
    sites: shown(fold, 'site').map(readSite).toSorted(byOrder),
    strategies: shown(fold, 'strategy').map(readStrategy).toSorted(byOrder),
    growthEdges: shown(fold, 'growthEdge').map(readGrowthEdge).toSorted(byOrder),
    nextSteps: shown(fold, 'nextStep').map(readNextStep).toSorted(byOrder),
    workshop: readWorkshop(fold, id),
    changedAt: fold.latestAt(),
    deleted: record?.hidden ?? false,
    conflicts: read.conflicts(),
  }
}

/**
 * The people who were removed and whose marks are kept, in the order they sat. An erased person is
 * none of them.
 */
export function readRemovedParticipants(fold: Fold): readonly Participant[] {
  return fold
    .records('participant')
    .filter((record) => record.hidden && !fold.isErased(record.id))
    .map(readParticipant)
    .toSorted(byOrder)
}

/**
 * The same reflection, with every site that has no name called by its place, counted from 1: what a
 * report for readers is built from, so that screen and paper call it alike.
 */
export function withNamedSites(
  reflection: Reflection,
  nameOf: (position: number) => string,
): Reflection {
  if (reflection.sites.every(({ name }) => name.trim() !== '')) return reflection
  const sites = reflection.sites.map((site, index) =>
    site.name.trim() === '' ? { ...site, name: nameOf(index + 1) } : site,
  )
  return { ...reflection, sites }
}

/** True if the item is within the sections chosen for its rubric. */
export function inScope(reflection: Reflection, rubric: Rubric, sectionId: string): boolean {
  const scope = reflection.rubrics.find(({ rubricId }) => rubricId === rubric.id)?.scope
  return scope === undefined || scope.includes(sectionId)
}

/** True for a rubric with no section in scope: out of sight, with whatever was answered to it kept. */
export function isLeftOut({ scope }: PinnedRubric): boolean {
  return scope?.length === 0
}

function shown(fold: Fold, kind: RecordKind): readonly RecordState[] {
  return fold
    .records(kind)
    .filter((record) => !record.hidden && !(kind === 'participant' && fold.isErased(record.id)))
}

function byOrder(a: { order: number; id: string }, b: { order: number; id: string }): number {
  if (a.order !== b.order) return a.order - b.order
  return a.id < b.id ? -1 : 1
}

function readWay(text: string): WayToRate {
  return text === 'private' || text === 'paper' || text === 'devices' ? text : 'open'
}

function readRubrics(record: RecordState | undefined): readonly PinnedRubric[] {
  const found: (PinnedRubric & { order: number })[] = []
  for (const [name, field] of record?.fields ?? []) {
    if (!name.startsWith('rubric:') || !isJsonObject(field.value)) continue
    const { hash, order } = field.value
    if (typeof hash !== 'string') continue
    const rubricId = name.slice('rubric:'.length)
    const scope = record?.fields.get(`scope:${rubricId}`)?.value
    found.push({
      rubricId,
      hash,
      order: typeof order === 'number' ? order : 0,
      scope: Array.isArray(scope) ? stringsOf(scope) : undefined,
    })
  }
  return found
    .toSorted((a, b) => a.order - b.order || (a.rubricId < b.rubricId ? -1 : 1))
    .map(({ rubricId, hash, scope }) => ({ rubricId, hash, scope }))
}

function common(record: RecordState) {
  const read = readerOf(record)
  return {
    id: record.id,
    order: read.number('order'),
    deletedElsewhere: record.deletedElsewhere,
    conflicts: read.conflicts(),
  }
}

function readParticipant(record: RecordState): Participant {
  const read = readerOf(record)
  return {
    ...common(record),
    initials: read.text('initials'),
    name: read.text('name'),
    role: read.text('role'),
    knows: read.text('knows'),
    learns: read.text('learns'),
  }
}

function readSite(record: RecordState): Site {
  return { ...common(record), name: readerOf(record).text('name') }
}

function readStrategy(record: RecordState): Strategy {
  const read = readerOf(record)
  const kind = read.text('evidenceKind')
  return {
    ...common(record),
    name: read.text('name'),
    how: read.text('how'),
    evidence: read.text('evidence'),
    evidenceKind: EVIDENCE_KINDS.find((known) => known === kind),
    credit: read.texts('credit'),
    items: read.texts('items').flatMap((text) => {
      const [rubricId, itemId, ...rest] = text.split('/')
      return rubricId && itemId && rest.length === 0 ? [{ rubricId, itemId }] : []
    }),
  }
}

function readGrowthEdge(record: RecordState): GrowthEdge {
  const read = readerOf(record)
  return {
    ...common(record),
    rubricId: read.text('rubricId'),
    skillId: read.text('skillId'),
    hard: read.text('hard'),
    borrowed: read.text('borrowed'),
  }
}

function readNextStep(record: RecordState): NextStep {
  const read = readerOf(record)
  return {
    ...common(record),
    what: read.text('what'),
    who: read.text('who'),
    by: read.text('by'),
    sign: read.text('sign'),
    done: read.flag('done'),
    from: read.text('from'),
    carried: read.text('carried'),
  }
}
