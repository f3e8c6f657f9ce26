import { DELETED, type Change, type Edit } from '#core/change.ts'
import { isJsonObject, type Json } from '#core/json.ts'
import type { StorageProblem } from '#core/problem.ts'
import { emptiedValue, type Response } from '#core/answer.ts'
import {
  pinRubricEdit,
  scopeEdit,
  type ItemRef,
  type Participant,
  type Reflection,
} from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { createDrafts, type DraftPlace, type Drafts, type DraftWrite } from './drafts.ts'
import type { Disk } from './disk.ts'
import { buildHeader, pinnedRubrics, type ReflectionHeader } from './headers.ts'
import type { Notes } from './notes.ts'
import type { DraftRow, StoredRubric } from './rows.ts'
import { isIdle, type AimedEdit, type Sealer } from './seal.ts'
import { createListeners } from './signal.ts'
import { createUndoList, type UndoList } from './undo.ts'
import { createView, fieldKey, type FieldPlace, type ResponsePlace, type View } from './view.ts'
import type { Writer } from './writer.ts'

/** Where the newest entry is. `at`: milliseconds since 1970 UTC; `undefined` before the first save. */
export type SaveState =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'unsaved'; readonly problem: StorageProblem }

/**
 * An open reflection. Reads are synchronous and stable: the same object until it changes. Edits are
 * in memory and in the rescue journal when `apply` returns, and on disk before `saved` is said.
 */
export interface ReflectionStore {
  readonly id: string
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void
  /** Without its responses. `changedAt` does not move for a mark: the home list's header has that. */
  reflection(): Reflection
  /** People who were removed and can be brought back, with the marks they gave. */
  removedParticipants(): readonly Participant[]
  responses(): readonly Response[]
  responsesOf(ref: ItemRef): readonly Response[]
  response(place: ResponsePlace): Response | undefined
  /** The stored value of one field, or `undefined` if it has none. */
  value(place: FieldPlace): Json | undefined
  /** The exact definitions the reflection is pinned to, in its order. */
  rubrics(): readonly StoredRubric[]
  saveState(): SaveState
  /** Edits that say what is already so make no change. */
  apply(edits: readonly Edit[]): void
  /** Pins one more rubric and keeps its exact definition. */
  addRubric(rubric: Rubric): void
  /**
   * Pins a rubric of the reflection to another definition of the same id, in the same place, and
   * keeps that definition exactly. Answers stay, whether or not it asks for them; pinning the earlier
   * one again brings all of it back. If it has none of the sections that were chosen, all of its
   * sections are.
   */
  repinRubric(rubric: Rubric): void
  /**
   * Takes back this page's newest act, by new changes. What someone else has written over since
   * stays.
   * @returns the new changes, or `undefined` if there was nothing to take back
   */
  undo(): readonly Change[] | undefined
  canUndo(): boolean
  /**
   * What this page did so far is no longer taken back by `undo`: the next person's undo must not reach
   * into another's turn. What is being typed becomes a change first.
   */
  sealUndo(): void
  /** Tries again to save, after an unsaved state. */
  retry(): Promise<void>
  /** What is being typed into a field, or `undefined` if the stored value stands. */
  draft(place: DraftPlace): string | undefined
  /** Keeps what is being typed. @param founding what else makes the record, if it is new */
  setDraft(place: DraftPlace, text: string, founding?: readonly Edit[]): void
  /** Makes a change of the draft: the writer has left the field. */
  commitDraft(place: DraftPlace): void
  changes(): readonly Change[]
  close(): void
}

/** The same, with what the rest of storage needs of it. */
export interface OpenReflection extends ReflectionStore {
  /** Takes in changes that are already on disk. */
  follow(changes: readonly Change[], rubrics?: readonly StoredRubric[]): void
  /** Starts again from what is on disk and what still waits. */
  restart(stored: readonly Change[]): void
  /** Hashes of pinned definitions that are not at hand. */
  missingRubrics(): readonly string[]
  header(): ReflectionHeader
  has(changeId: string): boolean
  /** Like `apply`, for acts that no undo of this page takes back. */
  applyForGood(edits: readonly Edit[]): void
  commitDrafts(): void
  tell(): void
  /** Ends timers for good. */
  end(): void
}

/** What an open reflection needs of the storage it came from. */
export interface ReflectionDesk {
  /** The id of the database. */
  db(): string
  readonly tab: string
  readonly notes: Notes
  readonly disk: Disk
  readonly sealer: Sealer
  readonly writer: Writer
  /** A problem of the whole storage, such as a window that stores nothing. */
  problem(): StorageProblem | undefined
  hashOf(rubric: Rubric): string
  retry(): Promise<void>
  closed(id: string): void
}

interface Parts {
  readonly id: string
  readonly desk: ReflectionDesk
  readonly view: View
  readonly undo: UndoList
  readonly drafts: Drafts
  readonly rubrics: Map<string, StoredRubric>
  /** Ids of this page's own changes: whoever types here has seen them. */
  readonly own: Set<string>
  header(): ReflectionHeader
  tell(): void
}

/** @param initial everything stored about the reflection */
export function createReflectionStore(
  id: string,
  initial: { changes: readonly Change[]; rubrics: readonly StoredRubric[] },
  desk: ReflectionDesk,
): OpenReflection {
  const listeners = createListeners()
  const view = createView(id, initial.changes)
  const rubrics = new Map(initial.rubrics.map((stored) => [stored.hash, stored]))
  const undo = createUndoList()
  const header = () => buildHeader(view, [...rubrics.values()])
  const drafts = createDrafts({
    db: desk.db,
    tab: desk.tab,
    reflection: id,
    notes: desk.notes,
    disk: desk.disk,
    time: desk.sealer.time,
    value: view.value,
    heads: ({ kind, record, field }) => view.fold().heads(kind, record, field),
    hasRecord: ({ kind, record }) => view.fold().record(kind, record) !== undefined,
    write: (draft) => writeDraft(parts, draft),
    changed: listeners.tell,
  })
  const own = new Set<string>()
  const { tell } = listeners
  const parts: Parts = { id, desk, view, undo, drafts, rubrics, own, header, tell }
  const endWatch = desk.writer.subscribe(listeners.tell)
  return {
    id,
    subscribe: listeners.add,
    reflection: view.reflection,
    removedParticipants: view.removedParticipants,
    responses: view.responses,
    responsesOf: view.responsesOf,
    response: view.response,
    value: view.value,
    changes: view.changes,
    rubrics: createRubricList(parts),
    saveState: createSaveState(parts),
    ...writingOf(parts),
    ...followingOf(parts),
    close: () => desk.closed(id),
    end() {
      endWatch()
      drafts.close()
    },
  }
}

function writingOf(parts: Parts) {
  const { desk, drafts, undo, view } = parts
  return {
    apply(edits: readonly Edit[]) {
      write(parts, edits, {})
    },
    addRubric(rubric: Rubric) {
      pin(parts, rubric, view.reflection().rubrics.length)
    },
    repinRubric(rubric: Rubric) {
      const field = { kind: 'reflection', record: parts.id, field: `rubric:${rubric.id}` }
      const stored = view.value(field)
      const order = isJsonObject(stored) ? stored['order'] : undefined
      const { scope } = view.reflection().rubrics.find((pin) => pin.rubricId === rubric.id) ?? {}
      const isChosen = rubric.sections.some(({ id }) => scope?.includes(id) ?? true)
      const freed = isChosen ? [] : [scopeEdit(parts.id, rubric.id, undefined)]
      pin(parts, rubric, typeof order === 'number' ? order : 0, freed)
    },
    undo() {
      const back = undo.take(view.fold())
      if (!back) return undefined
      const changes = write(parts, back.edits, { isUndo: true })
      back.note(changes)
      return changes
    },
    canUndo: undo.isPossible,
    sealUndo() {
      drafts.commitAll()
      undo.seal()
      parts.tell()
    },
    async retry() {
      await desk.retry()
      await drafts.retry()
      parts.tell()
    },
    draft: drafts.text,
    setDraft: drafts.set,
    commitDraft(place: DraftPlace) {
      drafts.commit(place, true)
      undo.endRun()
    },
    applyForGood(edits: readonly Edit[]) {
      write(parts, edits, { isForGood: true })
    },
    commitDrafts: drafts.commitAll,
  }
}

function pin(parts: Parts, rubric: Rubric, order: number, more: readonly Edit[] = []): void {
  const stored = { hash: parts.desk.hashOf(rubric), rubric }
  parts.rubrics.set(stored.hash, stored)
  const edit = pinRubricEdit(parts.id, { id: rubric.id, hash: stored.hash, order })
  write(parts, [edit, ...more], { rubrics: [stored] })
}

function followingOf(parts: Parts) {
  const { view, rubrics, desk, id } = parts
  return {
    follow(changes: readonly Change[], definitions: readonly StoredRubric[] = []) {
      for (const stored of definitions) rubrics.set(stored.hash, stored)
      const isNew = view.add(changes)
      if (isNew || definitions.length > 0) parts.tell()
    },
    restart(stored: readonly Change[]) {
      const waiting = desk.writer.waiting().filter(({ reflection }) => reflection === id)
      view.reset([...stored, ...waiting])
      parts.tell()
    },
    missingRubrics: () =>
      view
        .reflection()
        .rubrics.map(({ hash }) => hash)
        .filter((hash) => !rubrics.has(hash)),
    header: parts.header,
    has: (changeId: string) => view.fold().has(changeId),
    tell: parts.tell,
  }
}

interface WriteOptions {
  readonly isUndo?: boolean
  /** True for what the undo of the page must not take back. */
  readonly isForGood?: boolean
  /** Names a run of acts that are taken back together. */
  readonly run?: string
  readonly rubrics?: readonly StoredRubric[]
  readonly settled?: readonly DraftRow[]
  onSaved?(): void
}

/** Memory, undo list, journal and queue, then the subscribers: all before this returns. */
function write(
  parts: Parts,
  edits: readonly AimedEdit[],
  { isUndo = false, isForGood = false, run, ...rest }: WriteOptions,
): readonly Change[] {
  const { id, desk, view, undo, drafts, own, header } = parts
  for (const { kind, record, field, value } of edits) {
    // What is being typed goes with its record: as a later change it would bring the record back.
    if (field === DELETED && value === true) drafts.endRecord(kind, record)
  }
  const fold = view.fold()
  // An undo may write several values of one field, all over the same base.
  const telling = isUndo ? edits : edits.filter((edit) => edit.base || !isIdle(edit, fold))
  if (telling.length === 0) return []
  const note = isUndo || isForGood ? undefined : undo.begin(fold, telling, run)
  const changes = telling.flatMap((edit) => {
    const change = desk.sealer.seal(edit, { reflection: id, fold })
    // The fold takes nothing about a person who was erased.
    return view.add([change]) ? [change] : []
  })
  if (changes.length === 0) return []
  for (const change of changes) own.add(change.id)
  note?.(changes)
  desk.writer.add({ reflection: id, changes, header, ...rest })
  parts.tell()
  return changes
}

function writeDraft(parts: Parts, draft: DraftWrite): string {
  const { place, text, founding, settled, onSaved } = draft
  const heads = parts.view.fold().heads(place.kind, place.record, place.field)
  const base = [...new Set([...draft.base, ...heads.filter((head) => parts.own.has(head))])]
  const value = place.kind === 'response' && text === '' ? emptiedValue(place.field) : text
  const edit: AimedEdit = { ...place, value, base }
  const changes = write(parts, [...founding, edit], {
    run: fieldKey(place),
    settled: [settled],
    onSaved,
  })
  return changes.at(-1)?.id ?? ''
}

function createRubricList({ view, rubrics }: Parts): () => readonly StoredRubric[] {
  let list: readonly StoredRubric[] = []
  return () => {
    const next = pinnedRubrics(view.reflection(), [...rubrics.values()])
    const isSame = next.length === list.length && next.every((stored, at) => stored === list[at])
    if (!isSame) list = next
    return list
  }
}

/** The state as one stable object, so that the header re-renders only when it changes. */
function createSaveState({ id, desk, drafts }: Parts): () => SaveState {
  let state: SaveState = { kind: 'saved', at: undefined }
  const read = (): SaveState => {
    const { writer } = desk
    const isWaiting = writer.isWaiting(id)
    const problem = desk.problem() ?? (isWaiting ? writer.problem() : undefined) ?? drafts.problem()
    if (problem) return { kind: 'unsaved', problem }
    if (isWaiting || drafts.isTyping()) return { kind: 'saving' }
    return { kind: 'saved', at: writer.savedAt(id) }
  }
  return () => {
    const next = read()
    if (!isSameState(state, next)) state = next
    return state
  }
}

function isSameState(one: SaveState, other: SaveState): boolean {
  if (one.kind === 'saved' && other.kind === 'saved') return one.at === other.at
  if (one.kind === 'unsaved' && other.kind === 'unsaved') return one.problem === other.problem
  return one.kind === other.kind
}
