import type { Change, Edit } from '#core/change.ts'
import { mergeChanges as unite } from '#core/fold.ts'
import type { Problem, StorageProblem } from '#core/problem.ts'
import { deleteEdit, pinRubricEdit } from '#core/reflection.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { findRubrics, readAgain } from './following.ts'
import { buildHeader } from './headers.ts'
import { askToKeep, cacheCanaryNow, commit, noteTrouble, singCanary, type Hub } from './hub.ts'
import { acceptLoss, forgetEverything, rescue } from './keeping.ts'
import { readJournal } from './journal.ts'
import { mergeChanges, takeBack, type MergeReceipt, type Redone } from './merges.ts'
import {
  createReflectionStore,
  type OpenReflection,
  type ReflectionStore,
} from './openReflection.ts'
import { readOwnWork, tellOwn, type OwnWork } from './ownWork.ts'
import type { StoredRubric } from './rows.ts'
import type { Storage } from './storage.ts'
import { createView } from './view.ts'

/** How long writing a large file's changes may take, in milliseconds. */
const MERGE_PATIENCE_MS = 180_000

type Deeds = Pick<
  Storage,
  | 'open'
  | 'create'
  | 'allChanges'
  | 'storedRubrics'
  | 'ownWork'
  | 'mergeIn'
  | 'undoMerge'
  | 'deleteReflection'
  | 'restoreReflection'
  | 'askToKeep'
  | 'acceptLoss'
  | 'forgetEverything'
>

/** What can be done with an opened storage. */
export function createDeeds(hub: Hub): Deeds {
  return {
    open: (id) => open(hub, id),
    create: (input) => create(hub, input),
    allChanges: (id) => allChanges(hub, id),
    storedRubrics: (hashes) => storedRubrics(hub, hashes),
    ownWork: () => readOwnWork(hub),
    mergeIn: (input) => mergeIn(hub, input),
    undoMerge: (importId) => undoMerge(hub, importId),
    deleteReflection: (id) => setDeleted(hub, id, true),
    restoreReflection: (id) => setDeleted(hub, id, false),
    askToKeep: () => askToKeep(hub),
    acceptLoss: () => acceptLoss(hub),
    forgetEverything: () => forgetEverything(hub),
  }
}

async function open(hub: Hub, id: string): Promise<Result<ReflectionStore, Problem>> {
  const opened = hub.opened.get(id)
  if (opened) {
    opened.holders += 1
    return ok(opened.store)
  }
  const { arrivals } = hub
  const read = await hub.disk.run('r', (tables) => tables.changes.of(id))
  if (!read.ok) return fail(read.problem)
  const waiting = hub.writer.waiting().filter(({ reflection }) => reflection === id)
  const changes = [...read.value, ...waiting]
  if (changes.length === 0) return fail({ kind: 'reflectionMissing' })
  const view = createView(id, changes)
  const hashes = view.reflection().rubrics.map(({ hash }) => hash)
  const rubrics = await findRubrics(hub, view, hashes)
  // It may have been opened twice at once.
  const other = hub.opened.get(id)
  const store = other?.store ?? newStore(hub, id, { changes, rubrics })
  hub.opened.set(id, { store, holders: (other?.holders ?? 0) + 1 })
  if (hub.arrivals !== arrivals) await readAgain(hub, id)
  return ok(store)
}

function newStore(
  hub: Hub,
  id: string,
  initial: { changes: readonly Change[]; rubrics: readonly StoredRubric[] },
): OpenReflection {
  return createReflectionStore(id, initial, {
    db: () => hub.meta.db,
    tab: hub.tab,
    notes: hub.host.notes,
    disk: hub.disk,
    sealer: hub.sealer,
    writer: hub.writer,
    problem: hub.health.get,
    hashOf: rubricHash,
    async retry() {
      if (hub.health.get()?.kind === 'storageLost') await rescue(hub)
      await hub.writer.flush()
    },
    closed: (closing) => release(hub, closing),
  })
}

/** How many reflections stay in memory after they were closed. */
const IDLE_LIMIT = 6

/** A closed reflection stays in memory for a while: should the disk be lost, a copy can be saved. */
function release(hub: Hub, id: string): void {
  const opened = hub.opened.get(id)
  if (!opened) return
  opened.holders = Math.max(0, opened.holders - 1)
  if (opened.holders > 0) return
  opened.store.commitDrafts()
  const idle = [...hub.opened].filter(([, { holders }]) => holders <= 0)
  if (idle.length <= IDLE_LIMIT || hub.health.get()) return
  const over = idle.find(([other]) => !hub.writer.isWaiting(other))
  if (!over) return
  over[1].store.end()
  hub.opened.delete(over[0])
}

async function create(
  hub: Hub,
  input: { rubrics: readonly Rubric[]; edits(reflectionId: string): readonly Edit[] },
): Promise<Result<string, Problem>> {
  const id = hub.host.newId()
  const rubrics = input.rubrics.map((rubric) => ({ hash: rubricHash(rubric), rubric }))
  const pins = rubrics.map(({ hash, rubric }, order) =>
    pinRubricEdit(id, { id: rubric.id, hash, order }),
  )
  const view = createView(id, [])
  const edits = [...pins, ...input.edits(id)]
  const changes = edits.map((edit) => {
    const change = hub.sealer.seal(edit, { reflection: id, fold: view.fold() })
    view.add([change])
    return change
  })
  const batch = { changes, rubrics, headers: [buildHeader(view, rubrics)] }
  // Where the disk forgets, the journal is all that may outlive the page.
  if (hub.volatile) hub.journal.add({ changes, rubrics })
  const done = await commit(hub, batch)
  return done.ok ? ok(id) : fail(done.problem)
}

async function allChanges(hub: Hub, id?: string): Promise<readonly Change[]> {
  const read = await hub.disk.run('r', (tables) =>
    id === undefined ? tables.changes.all() : tables.changes.of(id),
  )
  const inMemory = [...hub.opened.values()]
    .filter(({ store }) => id === undefined || store.id === id)
    .flatMap(({ store }) => store.changes())
  const waiting = hub.writer.waiting().filter(({ reflection }) => (id ?? reflection) === reflection)
  // Whatever the disk says, a copy can be made of what is in memory.
  return uniteEach([...(read.ok ? read.value : []), ...inMemory, ...waiting])
}

/** The union within each reflection: forgetting a person reaches no further than where it was said. */
function uniteEach(changes: readonly Change[]): readonly Change[] {
  const sets = new Map<string, Change[]>()
  for (const change of changes) {
    const set = sets.get(change.reflection)
    if (set) set.push(change)
    else sets.set(change.reflection, [change])
  }
  return [...sets.values()].flatMap((set) => unite(set))
}

async function storedRubrics(
  hub: Hub,
  hashes: readonly string[],
): Promise<readonly StoredRubric[]> {
  const wanted = [...new Set(hashes)]
  const read = await hub.disk.run('r', (tables) => tables.rubrics.many(wanted))
  const stored = read.ok ? read.value.filter((row) => row !== undefined) : []
  const open = [...hub.opened.values()].flatMap(({ store }) => store.rubrics())
  return wanted.flatMap(
    (hash) =>
      stored.find((row) => row.hash === hash) ?? open.find((row) => row.hash === hash) ?? [],
  )
}

async function mergeIn(
  hub: Hub,
  input: { changes: readonly Change[]; rubrics: readonly StoredRubric[]; work?: OwnWork },
): Promise<Result<MergeReceipt, Problem>> {
  const importId = hub.host.newId()
  const at = hub.host.now()
  await hub.writer.flush()
  if (input.work) await settleDrafts(hub)
  const own = unsavedIds(hub)
  const done = await hub.disk.run(
    'rw',
    (tables) => mergeChanges(tables, { ...input, importId, at, own, known: hub.meta }),
    MERGE_PATIENCE_MS,
  )
  if (!done.ok) return refuse(hub, done.problem)
  const { receipt } = done.value
  await showRedone(hub, done.value, receipt.reflections)
  if (hub.mourning.length > 0 && (await isHealed(hub))) await acceptLoss(hub)
  return ok(receipt)
}

/** Brings to disk what is being written, here and by pages that died: it is to be compared. */
async function settleDrafts({ rubricDrafts }: Hub): Promise<void> {
  await rubricDrafts.list()
  await rubricDrafts.flush()
}

/** What this page and its neighbours have not brought to disk yet. */
function unsavedIds({ writer, host }: Hub): ReadonlySet<string> {
  const journalled = readJournal(host.notes).flatMap(({ changes }) => changes)
  return new Set([...writer.waiting(), ...journalled].map(({ id }) => id))
}

/** True once the device holds as much as its canaries remember. */
async function isHealed({ disk, mourning }: Hub): Promise<boolean> {
  const had = Math.max(...mourning.map(({ count }) => count))
  const has = await disk.run('r', (tables) => tables.changes.count())
  return has.ok && has.value >= had
}

async function undoMerge(hub: Hub, importId: string): Promise<Result<void, Problem>> {
  await settleDrafts(hub)
  const done = await hub.disk.run(
    'rw',
    (tables) => takeBack(tables, importId, hub.meta),
    MERGE_PATIENCE_MS,
  )
  if (!done.ok) return refuse(hub, done.problem)
  if (done.value) await showRedone(hub, done.value, done.value.reflections)
  return ok(undefined)
}

function refuse(hub: Hub, problem: StorageProblem): Result<never, Problem> {
  noteTrouble(hub, problem)
  return fail(problem)
}

async function showRedone(hub: Hub, redone: Redone, ids: readonly string[]): Promise<void> {
  hub.meta = redone.meta
  singCanary(hub)
  void cacheCanaryNow(hub)
  hub.headers.put(redone.headers)
  hub.headers.remove(redone.gone)
  hub.tabs.tell({ kind: 'redone', reflections: ids, headers: redone.headers })
  for (const id of ids) await readAgain(hub, id)
  await tellOwn(hub, redone.own)
}

async function setDeleted(hub: Hub, id: string, deleted: boolean): Promise<Result<void, Problem>> {
  const opened = await open(hub, id)
  if (!opened.ok) return fail(opened.problem)
  const store = opened.value
  // Bringing it back is the button beside; an undo inside the reflection would delete it unseen.
  hub.opened.get(id)?.store.applyForGood([deleteEdit('reflection', id, deleted)])
  await hub.writer.flush()
  const state = store.saveState()
  store.close()
  return state.kind === 'unsaved' && !hub.volatile ? fail(state.problem) : ok(undefined)
}
