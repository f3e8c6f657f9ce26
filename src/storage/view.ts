import type { Change } from '#core/change.ts'
import { createFold, recordKey, type Fold } from '#core/fold.ts'
import type { Json } from '#core/json.ts'
import { readResponse, readResponseId, responseId, type Response } from '#core/answer.ts'
import {
  itemRefKey,
  readReflection,
  readRemovedParticipants,
  type ItemRef,
  type Participant,
  type Reflection,
} from '#core/reflection.ts'

/** One reflection in memory: its changes folded once, then one by one, read through caches. */
export interface View {
  fold(): Fold
  /** @returns true if any of them was new */
  add(changes: readonly Change[]): boolean
  /** Starts again from these changes. */
  reset(changes: readonly Change[]): void
  reflection(): Reflection
  removedParticipants(): readonly Participant[]
  responses(): readonly Response[]
  responsesOf(ref: ItemRef): readonly Response[]
  response(place: ResponsePlace): Response | undefined
  value(place: FieldPlace): Json | undefined
  changes(): readonly Change[]
}

export interface ResponsePlace {
  readonly participantId: string
  readonly rubricId: string
  readonly itemId: string
}

/** One field of one record. */
export interface FieldPlace {
  readonly kind: string
  readonly record: string
  readonly field: string
}

/** Reads are stable: the same object until a change touches what it shows. */
export function createView(id: string, initial: readonly Change[]): View {
  let fold = createFold()
  let reflection: Reflection | undefined
  let removed: readonly Participant[] | undefined
  let changes: readonly Change[] | undefined
  let answers = createAnswers()

  function add(added: readonly Change[]): boolean {
    let isNew = false
    for (const change of added) {
      for (const key of fold.add(change)) {
        isNew = true
        touch(key)
      }
    }
    return isNew
  }

  function touch(key: string): void {
    changes = undefined
    const split = key.indexOf('\n')
    const kind = key.slice(0, split)
    if (kind !== 'response') {
      reflection = undefined
      removed = undefined
      return
    }
    const record = key.slice(split + 1)
    const state = fold.record(kind, record)
    answers.put(record, state && readResponse(state))
  }

  add(initial)
  return {
    fold: () => fold,
    add,
    reset(all) {
      fold = createFold()
      answers = createAnswers()
      reflection = undefined
      removed = undefined
      changes = undefined
      add(all)
    },
    reflection: () => (reflection ??= readReflection(fold, id)),
    removedParticipants: () => (removed ??= readRemovedParticipants(fold)),
    responses: () => answers.all(),
    responsesOf: (ref) => answers.of(itemRefKey(ref)),
    response: (place) => answers.get(responseId(place)),
    value: ({ kind, record, field }) => fold.record(kind, record)?.fields.get(field)?.value,
    changes: () => (changes ??= fold.changes()),
  }
}

interface Answers {
  get(record: string): Response | undefined
  put(record: string, response: Response | undefined): void
  all(): readonly Response[]
  of(item: string): readonly Response[]
}

const NONE: readonly Response[] = []

/** Responses by record and by item, so that a tap costs its own row only. */
function createAnswers(): Answers {
  const byRecord = new Map<string, Response>()
  const recordsOf = new Map<string, Set<string>>()
  const lists = new Map<string, readonly Response[]>()
  let list: readonly Response[] | undefined

  function read(records: Iterable<string>): readonly Response[] {
    const ordered = [...records].toSorted()
    return ordered.flatMap((record) => byRecord.get(record) ?? [])
  }

  return {
    get: (record) => byRecord.get(record),
    put(record, response) {
      const place = readResponseId(record)
      if (!place) return
      const item = itemRefKey(place)
      if (response) byRecord.set(record, response)
      else byRecord.delete(record)
      const records = recordsOf.get(item) ?? new Set()
      recordsOf.set(item, records.add(record))
      lists.delete(item)
      list = undefined
    },
    all: () => (list ??= read(byRecord.keys())),
    of(item) {
      const found = lists.get(item) ?? read(recordsOf.get(item) ?? [])
      const kept = found.length === 0 ? NONE : found
      lists.set(item, kept)
      return kept
    },
  }
}

/** One key for a field of a record, across kinds. */
export function fieldKey({ kind, record, field }: FieldPlace): string {
  return `${recordKey(kind, record)}\n${field}`
}
