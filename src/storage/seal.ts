import { cellHeads, removedRow } from '#core/answer.ts'
import { invariant } from '#core/assert.ts'
import { CHANGE_VERSION, DELETED, sealChange, type Change, type Edit } from '#core/change.ts'
import type { Fold } from '#core/fold.ts'
import { canonicalJson, isJsonObject, type Json } from '#core/json.ts'
import { cleanText } from '#core/text.ts'

/** An edit that may say which changes its author had in view; all current heads otherwise. */
export interface AimedEdit extends Edit {
  readonly base?: readonly string[] | undefined
}

/** Signs edits for this device: the hand that writes changes. */
export interface Sealer {
  /** Milliseconds since 1970 UTC, always later than the last one it gave. */
  time(): number
  seal(edit: AimedEdit, about: { reflection: string; fold: Fold; at?: number }): Change
}

/**
 * @param device the id that signs
 * @param seq the highest `seq` the device has given so far
 */
export function createSealer(input: {
  device: string
  seq: number
  now(): number
  tz(at: number): number
}): Sealer {
  let seq = input.seq
  let last = 0
  const time = () => {
    last = Math.max(Math.trunc(input.now()), last + 1)
    return last
  }
  return {
    time,
    seal(edit, { reflection, fold, at = time() }) {
      const { kind, record, field, base } = edit
      const value = cleanJson(edit.value)
      seq += 1
      return sealChange({
        v: CHANGE_VERSION,
        device: input.device,
        seq,
        at,
        tz: input.tz(at),
        reflection,
        kind,
        record,
        field,
        value,
        supersedes: base ?? fold.heads(kind, record, field),
        ...seenBy(edit, fold),
      })
    },
  }
}

/** What the author of a delete had seen of the record, or of the row of a table. */
function seenBy(edit: Edit, fold: Fold): Pick<Change, 'seen'> {
  const { kind, record, field, value } = edit
  if (field === DELETED && value === true) return { seen: fold.allHeads(kind, record) }
  const rowId = removedRow(edit)
  const fields = rowId === undefined ? undefined : fold.record(kind, record)?.fields
  return rowId === undefined || !fields ? {} : { seen: cellHeads(rowId, fields) }
}

/** True if the edit would say what is already so. */
export function isIdle(edit: AimedEdit, fold: Fold): boolean {
  const record = fold.record(edit.kind, edit.record)
  const state = record?.fields.get(edit.field)
  if (edit.field === DELETED && edit.value === true) return record?.hidden ?? false
  if (!state || state.heads.length !== 1) return false
  return canonicalJson(state.value) === canonicalJson(cleanJson(edit.value))
}

/** A value whose texts are fit to be stored: what is hashed is what every device will read. */
function cleanJson(value: Json): Json {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), 'a number that JSON cannot carry')
    return value === 0 ? 0 : value // minus zero is spelt as zero
  }
  if (Array.isArray(value)) return value.map((entry: Json) => cleanJson(entry))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleanJson(entry)]))
}
