import type { Response } from '#core/answer.ts'
import { isLeftOut, type Mode, type Reflection, type WayToRate } from '#core/reflection.ts'
import { scopedItemIds } from '#core/report.ts'
import type { StoredRubric } from './rows.ts'
import { createSignal, type Readable } from './signal.ts'
import type { View } from './view.ts'

/** A reflection on the home list. Cached beside its changes and rebuilt whenever it does not fit. */
export interface ReflectionHeader {
  readonly id: string
  readonly mode: Mode
  readonly way: WayToRate
  /** The team's name, or the leader's own. May be empty. */
  readonly team: string
  /** `YYYY-MM-DD` or empty. */
  readonly date: string
  readonly sample: boolean
  /** In the order they were added. */
  readonly rubricIds: readonly string[]
  /** Short titles of those in sight, where the definition is on this device. */
  readonly rubricTitles: readonly string[]
  readonly initials: readonly string[]
  /** How many people take part. */
  readonly people: number
  /** How many of them answered something. */
  readonly answeringPeople: number
  /** How many items are in scope. */
  readonly items: number
  /** How many of those have an answer of anyone. */
  readonly answeredItems: number
  /** Milliseconds since 1970 UTC. */
  readonly changedAt: number
  readonly deleted: boolean
  /** How many changes it was computed from: if that is not what is stored, it is out of date. */
  readonly changes: number
}

/** Computes a reflection's header. */
export function buildHeader(view: View, rubrics: readonly StoredRubric[]): ReflectionHeader {
  const reflection = view.reflection()
  const { id, mode, way, team, date, sample, participants, deleted } = reflection
  const pinned = pinnedRubrics(reflection, rubrics)
  const leftOut = reflection.rubrics.filter(isLeftOut).map(({ hash }) => hash)
  return {
    id,
    mode,
    way,
    team,
    date,
    sample,
    deleted,
    rubricIds: reflection.rubrics.map(({ rubricId }) => rubricId),
    rubricTitles: pinned
      .filter(({ hash }) => !leftOut.includes(hash))
      .map(({ rubric }) => rubric.shortTitle),
    initials: participants.map(({ initials }) => initials),
    people: participants.length,
    ...countAnswers(reflection, view.responses(), pinned),
    changedAt: view.fold().latestAt(),
    changes: view.fold().size,
  }
}

/** The definitions a reflection is pinned to, in its order, as far as they are at hand. */
export function pinnedRubrics(
  reflection: Reflection,
  rubrics: readonly StoredRubric[],
): readonly StoredRubric[] {
  return reflection.rubrics.flatMap(
    ({ hash }) => rubrics.find((stored) => stored.hash === hash) ?? [],
  )
}

function countAnswers(
  reflection: Reflection,
  responses: readonly Response[],
  rubrics: readonly StoredRubric[],
): Pick<ReflectionHeader, 'items' | 'answeredItems' | 'answeringPeople'> {
  const people = new Set<string>()
  const answered = new Set<string>()
  for (const { participantId, rubricId, itemId, answer } of responses) {
    if (!answer) continue
    people.add(participantId)
    answered.add(`${rubricId}/${itemId}`)
  }
  const scoped = rubrics.flatMap(({ rubric }) =>
    scopedItemIds(reflection, rubric).map((itemId) => `${rubric.id}/${itemId}`),
  )
  return {
    items: scoped.length,
    answeredItems: scoped.filter((item) => answered.has(item)).length,
    answeringPeople: reflection.participants.filter(({ id }) => people.has(id)).length,
  }
}

export interface HeaderList {
  /** Reflections that are not deleted, newest first. */
  readonly current: Readable<readonly ReflectionHeader[]>
  /** Deleted ones, newest first: they can be brought back. */
  readonly deleted: Readable<readonly ReflectionHeader[]>
  put(headers: readonly ReflectionHeader[]): void
  remove(ids: readonly string[]): void
}

/** The home list in memory. */
export function createHeaderList(initial: readonly ReflectionHeader[]): HeaderList {
  const byId = new Map(initial.map((header) => [header.id, header]))
  const pick = (deleted: boolean) =>
    [...byId.values()].filter((header) => header.deleted === deleted).toSorted(newestFirst)
  const current = createSignal<readonly ReflectionHeader[]>(pick(false))
  const deleted = createSignal<readonly ReflectionHeader[]>(pick(true))
  const refresh = () => {
    current.set(pick(false))
    deleted.set(pick(true))
  }
  return {
    current,
    deleted,
    put(headers) {
      for (const header of headers) byId.set(header.id, header)
      if (headers.length > 0) refresh()
    },
    remove(ids) {
      for (const id of ids) byId.delete(id)
      if (ids.length > 0) refresh()
    },
  }
}

function newestFirst(one: ReflectionHeader, other: ReflectionHeader): number {
  return other.changedAt - one.changedAt || (one.id < other.id ? -1 : 1)
}
