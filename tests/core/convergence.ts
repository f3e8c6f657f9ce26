import fc from 'fast-check'
import type { Change } from '#core/change.ts'
import type { Fold } from '#core/fold.ts'
import {
  digest,
  play,
  scramble,
  shuffle,
  specDigest,
  survivors,
  type CreateFold,
  type History,
} from './histories.ts'

/** One fault of a fold, found by a history; `undefined` if it kept every promise. */
export function faultOf(acts: readonly number[], createFold: CreateFold): string | undefined {
  try {
    const history = play(acts, createFold)
    return (
      faultOfDevices(history) ??
      // Reading between all steps is slow: every third history does.
      (acts.length % 3 === 0 ? staleRead(history, createFold) : undefined) ??
      faultOfMerge(history, acts, createFold)
    )
  } catch (error) {
    return String(error)
  }
}

/** Histories of 8 to 32 acts. */
export const HISTORIES = fc.array(fc.nat(), { minLength: 8, maxLength: 32, size: 'max' })

/** Runs many histories. @returns the first fault with its acts, if there is one */
export function search(
  createFold: CreateFold,
  options: { runs: number; seed: number },
): { fault: string; acts: readonly number[] } | undefined {
  let found: { fault: string; acts: readonly number[] } | undefined
  fc.check(
    fc.property(HISTORIES, (acts) => {
      const fault = faultOf(acts, createFold)
      if (fault !== undefined) found = { fault, acts }
      return fault === undefined
    }),
    { numRuns: options.runs, seed: options.seed, endOnFailure: true },
  )
  return found
}

/** Every device shows what the changes it received must give, whatever order they came in. */
function faultOfDevices({ devices }: History): string | undefined {
  const wrong = devices.find(({ fold, received }) => digest(fold) !== specDigest(received))
  return wrong && `${wrong.name} shows something else than it was told`
}

/** Plays changes in another order, with states read in between so that caches are warm. */
function staleRead({ devices }: History, createFold: CreateFold): string | undefined {
  const received = devices[0]?.received ?? []
  const fold = createFold()
  let before = warm(fold)
  for (const change of shuffle(received, received.length)) {
    const touched = new Set(fold.add(change))
    const after = warm(fold)
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (!touched.has(key) && before.get(key) !== after.get(key)) {
        return `${key} changed without being told`
      }
    }
    before = after
  }
  return digest(fold) === specDigest(received) ? undefined : 'a device depends on the order'
}

function warm(fold: Fold): Map<string, unknown> {
  const states = new Map<string, unknown>()
  for (const kind of ['response', 'strategy', 'participant', 'reflection']) {
    for (const state of fold.records(kind)) states.set(`${kind}\n${state.id}`, state)
  }
  return states
}

/** All devices exchange everything: one state, nothing missing, in any order and any grouping. */
function faultOfMerge(
  { devices, acknowledged }: History,
  acts: readonly number[],
  createFold: CreateFold,
): string | undefined {
  const merge = (...sets: (readonly Change[])[]) => {
    const fold = createFold()
    for (const set of sets) for (const change of set) fold.add(change)
    return fold
  }
  const [a = [], b = [], ...more] = devices.map(({ received }) => received)
  const c = more.flat()
  const all = merge(a, b, c)
  const state = digest(all)
  const ids = idsOf(all.changes())
  if (idsOf(survivors(acknowledged())) !== ids) return 'a change is missing or came back'
  if (state !== specDigest(acknowledged())) return 'the merged state is not what was told'
  const ways: [string, Fold][] = [
    ['merge is not commutative', merge(c, b, a)],
    ['merge is not associative', merge(merge(a, b).changes(), c)],
    ['merge is not associative or not idempotent', merge(a, merge(b, c).changes(), a, b)],
    ['merge depends on order', merge(shuffle([...a, ...b, ...c], scramble(acts.length)))],
  ]
  for (const [fault, fold] of ways) {
    if (digest(fold) !== state || idsOf(fold.changes()) !== ids) return fault
  }
  return hiddenText(all)
}

/** Every text that nobody has written over is shown: as the value, or as one of the versions. */
function hiddenText(fold: Fold): string | undefined {
  const changes = fold.changes()
  const replaced = new Set(
    changes.flatMap((change) => change.supersedes.map((id) => `${fieldOf(change)} ${id}`)),
  )
  for (const change of changes) {
    if (replaced.has(`${fieldOf(change)} ${change.id}`)) continue
    const state = fold.record(change.kind, change.record)?.fields.get(change.field)
    if (!state?.heads.some(({ id }) => id === change.id)) return 'a text nobody replaced is gone'
  }
  return undefined
}

function fieldOf({ kind, record, field }: Change): string {
  return `${kind} ${record} ${field}`
}

function idsOf(changes: readonly Change[]): string {
  return changes
    .map(({ id }) => id)
    .toSorted()
    .join(' ')
}
