import { contentId } from './hash.ts'
import { isJsonObject, type Json } from './json.ts'
import { fail, ok, type Result } from './result.ts'

/** What a change may be about. A kind this version does not know is kept and passed on unread. */
export type RecordKind =
  | 'reflection'
  | 'participant'
  | 'site'
  | 'response'
  | 'strategy'
  | 'growthEdge'
  | 'nextStep'
  | 'solution'

/**
 * One immutable fact: this device, at this time, set this field of this record to this value, and
 * had seen these earlier changes of the same field. Its id is the hash of everything else in it, so
 * the same fact has the same id everywhere and merging devices is set union.
 */
export interface Change {
  readonly id: string
  /** Format of the change; 1 today. */
  readonly v: number
  /** Random id of the installation that made it. */
  readonly device: string
  /** Counts the changes of one device up from 1. A hint for people, never relied upon. */
  readonly seq: number
  /** Milliseconds since 1970 UTC by the device's clock. For display and ties only. */
  readonly at: number
  /** Minutes the device's clock was ahead of UTC. For display only. */
  readonly tz: number
  /** Id of the reflection the record belongs to. */
  readonly reflection: string
  readonly kind: string
  readonly record: string
  readonly field: string
  readonly value: Json
  /** Ids of the changes of this field that its author saw and replaced. The only order there is. */
  readonly supersedes: readonly string[]
  /** For a delete: every head of the record its author had seen. */
  readonly seen?: readonly string[]
}

export type UnsealedChange = Omit<Change, 'id'>

/** Something to be set: an edit becomes a change once a device has signed it with what it had seen. */
export interface Edit {
  readonly kind: RecordKind
  readonly record: string
  readonly field: string
  readonly value: Json
}

/** The format of changes this version writes. */
export const CHANGE_VERSION = 1

/** The field that says a record is deleted (`true`) or brought back (`false`). */
export const DELETED = '_deleted'

/** The field of a participant that says: this person is to be forgotten, everywhere and for good. */
export const ERASED = '_erased'

/** Names a change by its content. */
export function sealChange(change: UnsealedChange): Change {
  return { id: contentId(change), ...change }
}

/** True if the change's id is the hash of its content: nothing was altered on the way. */
export function isIntact(change: Change): boolean {
  const { id, ...content } = change
  return contentId(content) === id
}

/** The reason `parseChange` gives for a change whose id is not the hash of its content. */
export const ALTERED = 'its id does not match its content'

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const DEEPEST_VALUE = 8
/** What a Date can hold, in milliseconds either side of 1970 UTC. */
const LATEST_TIME = 8.64e15

/**
 * Reads a change from untrusted JSON. Members it does not know are kept, because their hash counts
 * them and a newer version may need them.
 *
 * @returns the change, or a developer's reason why it is none (for logs and tests, not for screens)
 */
export function parseChange(raw: unknown): Result<Change, string> {
  if (!isJsonObject(raw)) return fail('not an object')
  for (const name of ['id', 'device', 'reflection', 'kind', 'record', 'field'] as const) {
    const member = raw[name]
    if (typeof member !== 'string' || member === '' || member.length > 400) return fail(name)
  }
  for (const name of ['v', 'seq', 'at', 'tz'] as const) {
    if (typeof raw[name] !== 'number' || !Number.isSafeInteger(raw[name])) return fail(name)
  }
  // A time no calendar has would break whatever shows it.
  if (Math.abs(Number(raw['at'])) > LATEST_TIME) return fail('at')
  if (!isIdList(raw['supersedes'])) return fail('supersedes')
  if (raw['seen'] !== undefined && !isIdList(raw['seen'])) return fail('seen')
  if (raw['value'] === undefined) return fail('value')
  if (!isPlain(raw, DEEPEST_VALUE)) return fail('a key, number or depth that is not allowed')
  // Safe: each member of Change was checked just above.
  const change = raw as unknown as Change
  return isIntact(change) ? ok(change) : fail(ALTERED)
}

function isIdList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 10_000 &&
    value.every((id) => typeof id === 'string' && id.length > 0 && id.length <= 64)
  )
}

function isPlain(value: Json, depth: number): boolean {
  // Infinity (what 1e400 parses to) and -0 are spelt as null and 0: two contents would share an id.
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((entry: Json) => isPlain(entry, depth - 1))
  return Object.entries(value).every(
    ([key, entry]) => !FORBIDDEN_KEYS.has(key) && isPlain(entry, depth - 1),
  )
}
