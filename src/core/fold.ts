import { DELETED, ERASED, type Change } from './change.ts'
import { canonicalJson, type Json } from './json.ts'

/** A field as the set of changes leaves it: one head, or several that nobody has reconciled yet. */
export interface FieldState {
  /** Changes that no other change of the field supersedes, newest first. Never empty. */
  readonly heads: readonly Change[]
  /** The value to show: that of the first head. */
  readonly value: Json
  /** True if heads differ in value: two people wrote different things, both are kept. */
  readonly contested: boolean
}

export interface RecordState {
  readonly kind: string
  readonly id: string
  readonly fields: ReadonlyMap<string, FieldState>
  /** Deleted, and nothing was written to it that the one who deleted it had not seen. */
  readonly hidden: boolean
  /** Deleted on one device while it was changed on another: shown again, with a question. */
  readonly deletedElsewhere: boolean
}

/** The changes of one reflection, folded. Grows by `add`; reads are cached per record. */
export interface Fold {
  /**
   * Adds a change. The order of adds does not matter and repeats change nothing.
   * @returns the keys of the records it touched (see `recordKey`): none if it was known or refused
   */
  add(change: Change): readonly string[]
  has(id: string): boolean
  /** The record's state; the same object until a change touches it. */
  record(kind: string, id: string): RecordState | undefined
  /** All records of a kind that have a change, hidden ones too, ordered by id. */
  records(kind: string): readonly RecordState[]
  /** The ids a change of this field must supersede to be its only head. */
  heads(kind: string, record: string, field: string): readonly string[]
  /** Every head of a record: what a delete must say it has seen. */
  allHeads(kind: string, record: string): readonly string[]
  /** The change with this id, if it is here. */
  change(id: string): Change | undefined
  /** All changes in the set, ordered by id. */
  changes(): readonly Change[]
  readonly size: number
  /** The newest `at` of any change: milliseconds since 1970 UTC, 0 if there is none. */
  latestAt(): number
  /** True once this participant was erased. */
  isErased(participantId: string): boolean
}

/** One key for a record across kinds. */
export function recordKey(kind: string, id: string): string {
  return `${kind}\n${id}`
}

interface FieldSet {
  readonly changes: Map<string, Change>
  readonly superseded: Set<string>
}

interface RecordSet {
  readonly kind: string
  readonly id: string
  readonly fields: Map<string, FieldSet>
  state: RecordState | undefined
}

/** The erased participant a change is about, if its content is that person's own. */
export function participantOf(change: Change): string | undefined {
  if (change.kind === 'participant') return change.record
  const slash = change.kind === 'response' ? change.record.indexOf('/') : -1
  return slash < 0 ? undefined : change.record.slice(0, slash)
}

/** True if the change orders a person to be forgotten. */
export function isErasure(change: Change): boolean {
  return change.kind === 'participant' && change.field === ERASED && change.value === true
}

/**
 * The set union of changes, less whatever belongs to an erased person. Commutative, associative and
 * idempotent: the only merge there is. Ordered by id.
 */
export function mergeChanges(...sets: readonly (readonly Change[])[]): readonly Change[] {
  const fold = foldChanges(...sets)
  return fold.changes()
}

/** Folds sets of changes into one state. */
export function foldChanges(...sets: readonly (readonly Change[])[]): Fold {
  const fold = createFold()
  for (const set of sets) for (const change of set) fold.add(change)
  return fold
}

/** An empty fold. */
// oxlint-disable-next-line max-lines-per-function -- one closure over the fold's maps; each method is short
export function createFold(): Fold {
  const byId = new Map<string, Change>()
  const records = new Map<string, RecordSet>()
  const kinds = new Map<string, Map<string, RecordSet>>()
  const erased = new Set<string>()
  // By person, so that forgetting many people costs no more than their own changes.
  const ofPerson = new Map<string, Set<Change>>()

  function recordSet(kind: string, id: string): RecordSet {
    const key = recordKey(kind, id)
    let found = records.get(key)
    if (!found) {
      found = { kind, id, fields: new Map(), state: undefined }
      records.set(key, found)
      const ofKind = kinds.get(kind) ?? new Map<string, RecordSet>()
      ofKind.set(id, found)
      kinds.set(kind, ofKind)
    }
    return found
  }

  function fieldSet(record: RecordSet, field: string): FieldSet {
    let found = record.fields.get(field)
    if (!found) {
      found = { changes: new Map(), superseded: new Set() }
      record.fields.set(field, found)
    }
    return found
  }

  function refuses(change: Change): boolean {
    const participantId = participantOf(change)
    return participantId !== undefined && erased.has(participantId) && !isErasure(change)
  }

  function forget(participantId: string): string[] {
    const touched: string[] = []
    const own = ofPerson.get(participantId) ?? new Set()
    for (const change of own) {
      if (isErasure(change)) continue
      own.delete(change)
      byId.delete(change.id)
      const key = recordKey(change.kind, change.record)
      records.delete(key)
      kinds.get(change.kind)?.delete(change.record)
      touched.push(key)
    }
    for (const erasure of own) put(erasure)
    return touched
  }

  function put(change: Change): string {
    const record = recordSet(change.kind, change.record)
    const field = fieldSet(record, change.field)
    field.changes.set(change.id, change)
    for (const id of change.supersedes) field.superseded.add(id)
    record.state = undefined
    return recordKey(change.kind, change.record)
  }

  function add(change: Change): readonly string[] {
    if (byId.has(change.id) || refuses(change)) return []
    byId.set(change.id, change)
    const personId = participantOf(change)
    if (personId !== undefined) {
      const own = ofPerson.get(personId) ?? new Set()
      ofPerson.set(personId, own.add(change))
    }
    const key = put(change)
    if (!isErasure(change) || erased.has(change.record)) return [key]
    erased.add(change.record)
    return [...new Set([key, ...forget(change.record)])]
  }

  function state(record: RecordSet): RecordState {
    record.state ??= readRecord(record)
    return record.state
  }

  return {
    add,
    has: (id) => byId.has(id),
    record(kind, id) {
      const found = records.get(recordKey(kind, id))
      return found && state(found)
    },
    records(kind) {
      const found = [...(kinds.get(kind)?.values() ?? [])]
      return found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(state)
    },
    heads(kind, record, field) {
      const set = records.get(recordKey(kind, record))?.fields.get(field)
      return set ? headsOf(set).map((change) => change.id) : []
    },
    allHeads(kind, record) {
      const set = records.get(recordKey(kind, record))
      if (!set) return []
      return [...set.fields.values()]
        .flatMap((field) => headsOf(field).map(({ id }) => id))
        .toSorted()
    },
    change: (id) => byId.get(id),
    changes: () => [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    get size() {
      return byId.size
    },
    latestAt() {
      let latest = 0
      for (const { at } of byId.values()) latest = Math.max(latest, at)
      return latest
    },
    isErased: (participantId) => erased.has(participantId),
  }
}

function headsOf(field: FieldSet): Change[] {
  const heads = [...field.changes.values()].filter((change) => !field.superseded.has(change.id))
  return heads.toSorted(newestFirst)
}

/** Newest first; equal times fall back to the id, so that every device shows the same one. */
function newestFirst(a: Change, b: Change): number {
  if (a.at !== b.at) return b.at - a.at
  return a.id < b.id ? 1 : -1
}

function readRecord(record: RecordSet): RecordState {
  const fields = new Map<string, FieldState>()
  // By name, not by arrival: what is listed by field is listed the same on every device.
  for (const [name, set] of [...record.fields].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const heads = headsOf(set)
    const [first] = heads
    if (!first) continue // only possible for a hash cycle, which content ids rule out
    fields.set(name, { heads, value: first.value, contested: differ(heads) })
  }
  return { kind: record.kind, id: record.id, fields, ...deletion(fields) }
}

function differ(heads: readonly Change[]): boolean {
  // Nearly always one: a long text is not spelt out to be compared with nothing.
  return heads.length > 1 && new Set(heads.map(({ value }) => canonicalJson(value))).size > 1
}

/**
 * A record is hidden only if every head of its other fields is in what a deleting change had seen.
 * Anything written without knowing of the delete brings it back, marked.
 */
function deletion(
  fields: ReadonlyMap<string, FieldState>,
): Pick<RecordState, 'hidden' | 'deletedElsewhere'> {
  const deletes = (fields.get(DELETED)?.heads ?? []).filter((change) => change.value === true)
  if (deletes.length === 0) return { hidden: false, deletedElsewhere: false }
  const seen = new Set(deletes.flatMap((change) => change.seen ?? []))
  const kept = fields.get(DELETED)?.heads.some((change) => change.value === false) ?? false
  const unseen = [...fields].some(
    ([name, field]) => name !== DELETED && field.heads.some((change) => !seen.has(change.id)),
  )
  const shown = unseen || kept
  return { hidden: !shown, deletedElsewhere: shown }
}
