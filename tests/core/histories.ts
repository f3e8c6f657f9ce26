import { DELETED, ERASED, type Change, type UnsealedChange } from '#core/change.ts'
import type { Fold } from '#core/fold.ts'
import type { Json } from '#core/json.ts'

/**
 * Random histories of two to six devices that edit, exchange parts of what they know, are cloned,
 * wiped and restored, with clocks that are years apart. `Spec` says what must come out, written
 * independently of the fold and as plainly as possible.
 */

/** What is under test: the fold, or a mutant of it. */
export type CreateFold = () => Fold

export interface Device {
  readonly name: string
  readonly skew: number
  fold: Fold
  /** Every change that ever reached it, in the order of arrival. */
  received: Change[]
  seq: number
}

export interface History {
  readonly devices: readonly Device[]
  /** Changes that were written and not lost with a wiped device. */
  acknowledged(): readonly Change[]
}

const YEAR = 31_557_600_000
const START = 1_795_000_000_000
/** Clocks up to ten years off, some of them equal. */
const SKEWS = [0, 0, 10 * YEAR, -10 * YEAR, 3, YEAR]

interface Place {
  readonly kind: string
  readonly record: string
  readonly field: string
}

const PLACES: readonly Place[] = [
  { kind: 'response', record: 'p1/r/i1', field: 'answer' },
  { kind: 'response', record: 'p1/r/i2', field: 'answer' },
  { kind: 'response', record: 'p2/r/i1', field: 'answer' },
  { kind: 'response', record: 'team/r/t1', field: 'cell/row/column' },
  { kind: 'response', record: 'p1/r/m1/s1', field: 'answer' },
  { kind: 'site', record: 's1', field: 'name' },
  { kind: 'participant', record: 'p1', field: 'initials' },
  { kind: 'participant', record: 'p2', field: 'initials' },
  { kind: 'strategy', record: 's1', field: 'name' },
  { kind: 'strategy', record: 's1', field: 'how' },
  { kind: 'reflection', record: 'r1', field: 'team' },
]
const DELETABLE: readonly Place[] = [
  { kind: 'strategy', record: 's1', field: DELETED },
  { kind: 'participant', record: 'p2', field: DELETED },
  { kind: 'site', record: 's1', field: DELETED },
]
const VALUES: readonly Json[] = ['a', 'b', 'c', null]

/** Thrown when a device does not show its own newest write. */
export class BrokenPromise extends Error {}

/** Plays a history. Each number is one act; it says who does what to what. */
export function play(acts: readonly number[], createFold: CreateFold): History {
  const [first = 0] = acts
  const devices: Device[] = Array.from({ length: 2 + (scramble(first) % 5) }, (_, index) => ({
    name: `d${index}`,
    skew: SKEWS[index] ?? 0,
    fold: createFold(),
    received: [],
    seq: 0,
  }))
  const saved: Change[][] = []
  for (const [step, act] of acts.entries()) {
    act1(scramble(act + step), { devices, saved, createFold, step })
  }
  return {
    devices,
    acknowledged: () => devices.flatMap(({ received }) => received),
  }
}

interface Stage {
  readonly devices: Device[]
  /** Copies saved in files. */
  readonly saved: Change[][]
  readonly createFold: CreateFold
  readonly step: number
}

function act1(random: number, stage: Stage): void {
  const { devices, saved } = stage
  const [what, rest] = split(random, 16)
  const [at, more] = split(rest, devices.length)
  const device = devices[at]!
  if (what < 7) write(device, pick(PLACES, more), pick(VALUES, more >> 3), stage)
  else if (what === 7) write(device, pick(DELETABLE, more), true, stage)
  else if (what === 8) write(device, pick(DELETABLE, more), more % 3 === 0, stage)
  else if (what === 9 && more % 4 === 0) erase(device, more % 8 === 0 ? 'p1' : 'p2', stage)
  else if (what < 13) exchange(device, devices[more % devices.length]!, more >> 3)
  else if (what === 13) cloneOnto(devices, at, more % devices.length, stage)
  else if (what === 14) saved.push([...device.received])
  else restore(devices, at, saved[more % Math.max(1, saved.length)] ?? [], stage)
}

function write(device: Device, place: Place, value: Json, { step }: Stage): void {
  const { fold } = device
  device.seq += 1
  const change = nameByContent({
    v: 1,
    device: device.name,
    seq: device.seq,
    // Coarse on purpose: equal timestamps are the rule, not the exception.
    at: START + device.skew + (step >> 2),
    tz: 0,
    reflection: 'r1',
    ...place,
    value,
    supersedes: [...fold.heads(place.kind, place.record, place.field)],
    ...(place.field === DELETED && value === true
      ? { seen: [...fold.allHeads(place.kind, place.record)] }
      : {}),
  })
  device.received.push(change)
  fold.add(change)
  if (isErasedBySpec(device.received, change)) return
  const state = fold.record(place.kind, place.record)?.fields.get(place.field)
  const shown = state?.heads.length === 1 ? state.heads[0]?.id : undefined
  if (shown !== change.id) throw new BrokenPromise('a device does not show its own newest write')
}

/** As `sealChange` does, with a quick hash: the fold must not care how ids are made. */
function nameByContent(content: UnsealedChange): Change {
  let [one, other] = [0x811c9dc5, 0x1000193]
  const text = JSON.stringify(content)
  for (let index = 0; index < text.length; index += 1) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193)
    other = Math.imul(other ^ one, 0x85ebca6b) + index
  }
  return { id: `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`, ...content }
}

function erase(device: Device, person: string, stage: Stage): void {
  write(device, { kind: 'participant', record: person, field: ERASED }, true, stage)
}

/** Part of what one device knows reaches another: in another order, some of it twice. */
function exchange(from: Device, to: Device, random: number): void {
  const [share, seed] = split(random, 3)
  const sent = shuffle(from.received, seed).filter((_, index) => (index + seed) % 3 <= share)
  deliver(to, seed % 2 === 0 ? [...sent, ...sent.slice(0, 3)] : sent)
}

export function deliver(to: Device, changes: readonly Change[]): void {
  for (const change of changes) {
    to.received.push(change)
    to.fold.add(change)
  }
}

/** A profile copied to another tablet: same device id, same counter. */
function cloneOnto(devices: Device[], from: number, onto: number, { createFold }: Stage): void {
  const source = devices[from]!
  if (from === onto) return
  const fold = createFold()
  for (const change of source.received) fold.add(change)
  devices[onto] = { ...source, fold, received: [...source.received] }
}

/** A device is wiped and starts again from an old copy; what only it knew is gone with it. */
function restore(devices: Device[], at: number, copy: Change[], { createFold }: Stage): void {
  const device = { ...devices[at]!, name: `${devices[at]!.name}'`, fold: createFold(), seq: 0 }
  device.received = []
  deliver(device, copy)
  devices[at] = device
}

// --- The specification -------------------------------------------------------------------------

/** What must be left of a set of changes: all of it, less what belongs to an erased person. */
export function survivors(received: readonly Change[]): readonly Change[] {
  const unique = new Map(received.map((change) => [change.id, change]))
  const people = new Set<string>()
  for (const change of unique.values()) if (orders(change)) people.add(change.record)
  return [...unique.values()].filter(
    (change) => orders(change) || !people.has(personOf(change) ?? ''),
  )
}

/** The one spelling of the state a set of changes must give. Quadratic and proud of it. */
export function specDigest(received: readonly Change[]): string {
  const changes = survivors(received)
  const records = groups(changes, ({ kind, record }) => `${kind}|${record}`)
  const lines = [...records].map(([key, ofRecord]) => {
    const fields = [...groups(ofRecord, ({ field }) => field)].map(([field, ofField]) => {
      const heads = ofField.filter(
        ({ id }) => !ofField.some(({ supersedes }) => supersedes.includes(id)),
      )
      heads.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
      // A conflict is told if, and only if, the heads differ in value.
      const contested = new Set(heads.map(({ value }) => JSON.stringify(value))).size > 1
      return { field, heads, value: heads[0]?.value ?? null, contested }
    })
    return recordLine(key, fields)
  })
  return lines.toSorted().join('\n')
}

function recordLine(key: string, fields: readonly Spelt[]): string {
  const deletion = fields.find(({ field }) => field === DELETED)?.heads ?? []
  const deletes = deletion.filter(({ value }) => value === true)
  const isSeen = (id: string) => deletes.some(({ seen = [] }) => seen.includes(id))
  const others = fields.filter(({ field }) => field !== DELETED).flatMap(({ heads }) => heads)
  const isShown = deletes.length < deletion.length || !others.every(({ id }) => isSeen(id))
  const hidden = deletes.length > 0 && !isShown
  return spell(key, fields, hidden, deletes.length > 0 && isShown)
}

interface Spelt {
  readonly field: string
  readonly heads: readonly Change[]
  readonly value: Json
  readonly contested: boolean
}

function spell(
  key: string,
  fields: readonly Spelt[],
  hidden: boolean,
  deletedElsewhere: boolean,
): string {
  const spelt = fields.map(({ field, heads, value, contested }) => {
    const ids = heads.map(({ id }) => id).join(' ')
    return `${field}=${JSON.stringify(value)}${contested ? '!' : ''}[${ids}]`
  })
  return `${key} ${hidden ? 'hidden' : ''} ${deletedElsewhere ? 'elsewhere' : ''} ${spelt.toSorted().join(' ')}`
}

const KINDS = ['response', 'participant', 'site', 'strategy', 'reflection']

/** The state of a fold, in the same spelling. */
export function digest(fold: Fold): string {
  const lines: string[] = []
  for (const kind of KINDS) {
    for (const { id, fields, hidden, deletedElsewhere } of fold.records(kind)) {
      const spelt: Spelt[] = []
      for (const [field, state] of fields) spelt.push({ field, ...state })
      lines.push(spell(`${kind}|${id}`, spelt, hidden, deletedElsewhere))
    }
  }
  return lines.toSorted().join('\n')
}

function orders(change: Change): boolean {
  return change.kind === 'participant' && change.field === ERASED && change.value === true
}

function personOf({ kind, record }: Change): string | undefined {
  if (kind === 'participant') return record
  return kind === 'response' ? record.split('/')[0] : undefined
}

function isErasedBySpec(received: readonly Change[], change: Change): boolean {
  const person = personOf(change)
  if (person === undefined || orders(change)) return false
  return received.some((other) => orders(other) && other.record === person)
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    found.set(key, [...(found.get(key) ?? []), item])
  }
  return found
}

// --- Dice --------------------------------------------------------------------------------------

/** Spreads a number over 32 bits, so that small numbers lead to different acts too. */
export function scramble(number: number): number {
  let bits = Math.imul((number >>> 0) ^ 0x9e3779b9, 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

function split(random: number, by: number): [number, number] {
  return [random % by, Math.floor(random / by)]
}

function pick<T>(list: readonly T[], random: number): T {
  return list[Math.abs(random) % list.length]!
}

/** A permutation that depends on the seed alone. */
export function shuffle<T>(list: readonly T[], seed: number): T[] {
  const shuffled = [...list]
  let state = seed + 1
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    state = scramble(state)
    const other = state % (index + 1)
    const kept = shuffled[index]!
    shuffled[index] = shuffled[other]!
    shuffled[other] = kept
  }
  return shuffled
}
