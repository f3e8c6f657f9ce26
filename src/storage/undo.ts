import { DELETED, type Change, type Edit, type RecordKind } from '#core/change.ts'
import type { Fold } from '#core/fold.ts'
import type { Json } from '#core/json.ts'
import { deleteEdit } from '#core/reflection.ts'
import type { AimedEdit } from './seal.ts'
import { fieldKey } from './view.ts'

/** What one act of this page did, and what stood there before. */
export interface Step {
  readonly changes: readonly Change[]
  /** By field key: the values that stood there, newest first; none if the field was new. */
  readonly before: ReadonlyMap<string, readonly Json[]>
  /** Record keys that did not exist before. */
  readonly founded: ReadonlySet<string>
  /** Names a run of acts that belong together, such as typing on in one field. */
  readonly run: string | undefined
}

/** The own acts of this page, to be taken back one by one as new changes. */
export interface UndoList {
  /** Notes what stands before the edits are applied. @returns a function that notes what they became */
  begin(fold: Fold, edits: readonly Edit[], run?: string): (changes: readonly Change[]) => void
  /** The edits that take back the newest act that can still be taken back. */
  take(fold: Fold): readonly AimedEdit[] | undefined
  /** True if there is something to take back. */
  isPossible(): boolean
}

const LONGEST = 200

/** An empty list. */
export function createUndoList(): UndoList {
  const steps: Step[] = []
  const own = new Set<string>()
  return {
    begin(fold, edits, run) {
      const before = new Map(edits.map((edit) => [fieldKey(edit), valuesOf(fold, edit)]))
      const founded = new Set(
        edits.filter(({ kind, record }) => !fold.record(kind, record)).map(recordOf),
      )
      return (changes) => {
        for (const { id } of changes) own.add(id)
        const last = steps.at(-1)
        const goesOn = run !== undefined && last?.run === run
        if (goesOn) steps.pop()
        steps.push({
          changes: goesOn ? [...last.changes, ...changes] : changes,
          before: goesOn ? new Map([...before, ...last.before]) : before,
          founded: goesOn ? new Set([...founded, ...last.founded]) : founded,
          run,
        })
        if (steps.length > LONGEST) steps.shift()
      }
    },
    take(fold) {
      for (let step = steps.pop(); step; step = steps.pop()) {
        const edits = editsBack(step, fold, own)
        if (edits.length > 0) return edits
      }
      return undefined
    },
    isPossible: () => steps.length > 0,
  }
}

function recordOf({ kind, record }: { kind: string; record: string }): string {
  return fieldKey({ kind, record, field: '' })
}

function valuesOf(fold: Fold, { kind, record, field }: Edit): readonly Json[] {
  const heads = fold.record(kind, record)?.fields.get(field)?.heads ?? []
  return heads.map(({ value }) => value)
}

/** A record that is a place rather than a thing: taking back its first answer does not delete it. */
const PLACES: ReadonlySet<string> = new Set(['reflection', 'response'])

function editsBack(step: Step, fold: Fold, own: ReadonlySet<string>): readonly AimedEdit[] {
  const edits: AimedEdit[] = []
  const done = new Set<string>()
  for (const change of step.changes.toReversed()) {
    const isFounded = step.founded.has(recordOf(change)) && !PLACES.has(change.kind)
    const key = isFounded ? recordOf(change) : fieldKey(change)
    if (done.has(key)) continue
    done.add(key)
    edits.push(...(isFounded ? dropBack(change, fold, own) : fieldBack(change, step, fold)))
  }
  return edits
}

/** A record made by the act is deleted, unless someone else has written to it since. */
function dropBack(change: Change, fold: Fold, own: ReadonlySet<string>): readonly AimedEdit[] {
  const heads = fold.allHeads(change.kind, change.record)
  const isOurs = heads.every((id) => own.has(id))
  const isHidden = fold.record(change.kind, change.record)?.hidden ?? true
  return isOurs && !isHidden ? [deleteEdit(kindOf(change), change.record)] : []
}

/** A field gets back what stood there, unless someone else has written to it since. */
function fieldBack(change: Change, step: Step, fold: Fold): readonly AimedEdit[] {
  const { record, field } = change
  const base = fold.heads(change.kind, record, field)
  if (base.length !== 1 || base[0] !== change.id) return []
  const nothing = field === DELETED ? false : null
  const before = step.before.get(fieldKey(change)) ?? []
  const values = before.length > 0 ? before.toReversed() : [nothing]
  // Several values: they were contested before, and are so again. The newest is written last.
  return values.map((value) => ({ kind: kindOf(change), record, field, value, base }))
}

function kindOf(change: Change): RecordKind {
  // Safe: only changes made from this page's own edits are noted here, and an edit's kind is one.
  return change.kind as RecordKind
}
