import { readAnswer, readResponseId } from './answer.ts'
import type { Change } from './change.ts'
import type { Participant, Reflection } from './reflection.ts'
import { itemsOf, scaleOf, type Level, type RatingItem, type Rubric } from './rubric.ts'
import { revealKey } from './workshop.ts'

/** Somebody's mark that stands in another box than when the marks were shown to all. */
export interface Move {
  readonly person: Participant
  readonly itemId: string
  /** The printed number of the item. */
  readonly number: string
  readonly siteId: string | undefined
  /** At the reveal. */
  readonly from: Level
  readonly to: Level
}

/**
 * Who moved a mark after the marks of its section were shown, in printed order of the items and then
 * in the order people sit. A mark that was only placed later, was taken back or set aside is none.
 *
 * Which change came before which is read from what each had seen (`supersedes`). Clocks decide one
 * thing only, and only for this display: whether a change was made before the reveal or after it.
 *
 * @param changes all changes of the reflection, in any order
 */
export function movesOf(
  changes: readonly Change[],
  reflection: Pick<Reflection, 'participants' | 'workshop'>,
  rubric: Rubric,
): readonly Move[] {
  const { participants, workshop } = reflection
  const revealed = itemsOf(rubric).flatMap(({ item, section }) => {
    const at = workshop.revealed.get(revealKey(rubric.id, section.id))
    return item.kind === 'rating' && at !== undefined ? [{ item, at }] : []
  })
  if (revealed.length === 0) return []
  const byItem = answersByItem(changes, rubric.id)
  return revealed.flatMap(({ item, at }) =>
    [...(byItem.get(item.id) ?? [])].flatMap(([siteId, byPerson]) =>
      participants.flatMap((person) => {
        const own = byPerson.get(person.id)
        const levels = own && levelsOf(own, rubric, item, at)
        if (!levels) return []
        return [{ person, itemId: item.id, number: item.number, siteId, ...levels }]
      }),
    ),
  )
}

/** Changes of answers: by item, then site, then person. */
type ByItem = ReadonlyMap<
  string,
  ReadonlyMap<string | undefined, ReadonlyMap<string, readonly Change[]>>
>

function answersByItem(changes: readonly Change[], rubricId: string): ByItem {
  const items = new Map<string, Map<string | undefined, Map<string, Change[]>>>()
  for (const change of changes) {
    if (change.kind !== 'response' || change.field !== 'answer') continue
    const place = readResponseId(change.record)
    if (place?.rubricId !== rubricId) continue
    const sites = items.get(place.itemId) ?? new Map<string | undefined, Map<string, Change[]>>()
    const people = sites.get(place.siteId) ?? new Map<string, Change[]>()
    const own = people.get(place.participantId) ?? []
    own.push(change)
    people.set(place.participantId, own)
    sites.set(place.siteId, people)
    items.set(place.itemId, sites)
  }
  return items
}

/** The level at a time and the one now, if both are levels and differ. */
function levelsOf(
  changes: readonly Change[],
  rubric: Rubric,
  item: RatingItem,
  at: number,
): { from: Level; to: Level } | undefined {
  const replaced = new Set(changes.flatMap(({ supersedes }) => supersedes))
  const head = newestOf(changes.filter(({ id }) => !replaced.has(id)))
  if (!head || head.at <= at) return undefined
  const from = levelOf(newestOf(stoodBefore(head, changes, at)), rubric, item)
  const to = levelOf(head, rubric, item)
  return from && to && from !== to ? { from, to } : undefined
}

/** The changes not later than a time that the head goes back to, each the first on its way. */
function stoodBefore(head: Change, changes: readonly Change[], at: number): readonly Change[] {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const seen = new Set<string>()
  const waiting = [head]
  const found: Change[] = []
  for (let change = waiting.pop(); change; change = waiting.pop()) {
    if (seen.has(change.id)) continue
    seen.add(change.id)
    if (change.at <= at) found.push(change)
    else waiting.push(...change.supersedes.flatMap((id) => byId.get(id) ?? []))
  }
  return found
}

/** The newest, by the clock and then by id: the one that is shown of several. */
function newestOf(changes: readonly Change[]): Change | undefined {
  const [newest] = changes.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return newest
}

function levelOf(change: Change | undefined, rubric: Rubric, item: RatingItem): Level | undefined {
  const answer = change && readAnswer(change.value)
  if (answer?.kind !== 'level') return undefined
  return scaleOf(rubric, item).levels.find(({ id }) => id === answer.level)
}
