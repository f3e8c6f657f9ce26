import { DELETED, type Change, type Edit, type RecordKind } from '#core/change.ts'
import type { Fold } from '#core/fold.ts'
import type { Json } from '#core/json.ts'
import { deleteEdit } from '#core/reflection.ts'
import type { AimedEdit } from './seal.ts'
import { fieldKey } from './view.ts'

/** A value, and the change that had set it. */
interface Stood {
  readonly id: string
  readonly value: Json
}

/** What one act of this page did, and what stood there before. */
export interface Step {
  readonly changes: readonly Change[]
  /** By field key: what stood there, newest first; nothing if the field was new. */
  readonly before: ReadonlyMap<string, readonly Stood[]>
  /** Record keys that did not exist before. */
  readonly founded: ReadonlySet<string>
  /** Names a run of acts that belong together, such as typing on in one field. */
  readonly run: string | undefined
}

/** Edits that take an act back. */
export interface TakenBack {
  readonly edits: readonly AimedEdit[]
  /** Notes what the edits became: it stands for what it brought back when more is taken back. */
  note(changes: readonly Change[]): void
}

/** The own acts of this page, to be taken back one by one as new changes. */
export interface UndoList {
  /** Notes what stands before the edits are applied. @returns a function that notes what they became */
  begin(fold: Fold, edits: readonly Edit[], run?: string): (changes: readonly Change[]) => void
  /** Ends a run: what is written next is an act of its own. */
  endRun(): void
  /** The edits that take back the newest act that can still be taken back. */
  take(fold: Fold): TakenBack | undefined
  /** True if there is something to take back. */
  isPossible(): boolean
  /** Forgets every act so far: none of them can be taken back from here any more. */
  seal(): void
}

const LONGEST = 200

/** An empty list. */
export function createUndoList(): UndoList {
  const steps: Step[] = []
  const past: Past = { own: new Set(), standsFor: new Map() }
  const { own } = past
  return {
    begin(fold, edits, run) {
      const before = new Map(edits.map((edit) => [fieldKey(edit), stoodAt(fold, edit)]))
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
    endRun() {
      const last = steps.pop()
      if (last) steps.push({ ...last, run: undefined })
    },
    take(fold) {
      for (let step = steps.pop(); step; step = steps.pop()) {
        const edits = editsBack(step, fold, past)
        if (edits.length > 0) return { edits, note: (changes) => noteBack(past, step, changes) }
      }
      return undefined
    },
    isPossible: () => steps.length > 0,
    seal() {
      steps.length = 0
    },
  }
}

function recordOf({ kind, record }: { kind: string; record: string }): string {
  return fieldKey({ kind, record, field: '' })
}

/** What this page has written. */
interface Past {
  readonly own: Set<string>
  /** By id of a change that took something back: the id of the change whose value it brought back. */
  readonly standsFor: Map<string, string>
}

function noteBack({ own, standsFor }: Past, step: Step, changes: readonly Change[]): void {
  for (const change of changes) {
    own.add(change.id)
    const [before, ...others] = step.before.get(fieldKey(change)) ?? []
    if (before && others.length === 0) standsFor.set(change.id, before.id)
  }
}

function stoodAt(fold: Fold, { kind, record, field }: Edit): readonly Stood[] {
  const heads = fold.record(kind, record)?.fields.get(field)?.heads ?? []
  return heads.map(({ id, value }) => ({ id, value }))
}

/** A record that is a place rather than a thing: taking back its first answer does not delete it. */
const PLACES: ReadonlySet<string> = new Set(['reflection', 'response'])

function editsBack(step: Step, fold: Fold, past: Past): readonly AimedEdit[] {
  const edits: AimedEdit[] = []
  const done = new Set<string>()
  for (const change of step.changes.toReversed()) {
    const isFounded = step.founded.has(recordOf(change)) && !PLACES.has(change.kind)
    const key = isFounded ? recordOf(change) : fieldKey(change)
    if (done.has(key)) continue
    done.add(key)
    edits.push(
      ...(isFounded ? dropBack(change, fold, past) : fieldBack(change, step, { fold, past })),
    )
  }
  return edits
}

/** A record made by the act is deleted, unless someone else has written to it since. */
function dropBack(change: Change, fold: Fold, { own }: Past): readonly AimedEdit[] {
  const heads = fold.allHeads(change.kind, change.record)
  const isOurs = heads.every((id) => own.has(id))
  const isHidden = fold.record(change.kind, change.record)?.hidden ?? true
  return isOurs && !isHidden ? [deleteEdit(kindOf(change), change.record)] : []
}

/** A field gets back what stood there, unless someone else has written to it since. */
function fieldBack(
  change: Change,
  step: Step,
  { fold, past }: { fold: Fold; past: Past },
): readonly AimedEdit[] {
  const { record, field } = change
  const base = fold.heads(change.kind, record, field)
  const [head] = base
  if (base.length !== 1 || head === undefined || origin(past, head) !== origin(past, change.id)) {
    return []
  }
  const nothing = field === DELETED ? false : null
  const before = step.before.get(fieldKey(change)) ?? []
  const values = before.length > 0 ? before.map(({ value }) => value).toReversed() : [nothing]
  // Several values: they were contested before, and are so again. The newest is written last.
  return values.map((value) => ({ kind: kindOf(change), record, field, value, base }))
}

/** The change whose value stands here: the same for a value that was brought back. */
function origin({ standsFor }: Past, id: string): string {
  let found = id
  for (let before = standsFor.get(found); before; before = standsFor.get(found)) found = before
  return found
}

function kindOf(change: Change): RecordKind {
  // Safe: only changes made from this page's own edits are noted here, and an edit's kind is one.
  return change.kind as RecordKind
}
