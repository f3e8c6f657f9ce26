import type { Change, Edit } from '#core/change.ts'
import type { Problem, StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Persistence } from '#platform/persistence.ts'
import { boot, type BootReport } from './boot.ts'
import type { Copies } from './copies.ts'
import { createStorage } from './createStorage.ts'
import { openDisk } from './disk.ts'
import type { ReflectionHeader } from './headers.ts'
import { browserHost, type Host } from './host.ts'
import { memoryDisk } from './memoryDisk.ts'
import type { MergeReceipt } from './merges.ts'
import { pageNotes } from './notes.ts'
import type { ReflectionStore } from './openReflection.ts'
import type { OwnRubric, OwnRubrics } from './ownRubrics.ts'
import type { OwnWork } from './ownWork.ts'
import type { RubricOrigin, StoredRubric } from './rows.ts'
import type { RubricDrafts } from './rubricDrafts.ts'
import { notedSettings, type Settings, type SettingsStore } from './settings.ts'
import { createSignal, type Readable } from './signal.ts'

/** Everything kept on this device. */
export interface Storage {
  /** What opening found: fresh, ready, or lost, and how much of a dead page was recovered. */
  readonly boot: BootReport
  /** The home list: reflections that are not deleted, newest first, live across tabs. */
  readonly headers: Readable<readonly ReflectionHeader[]>
  /** Deleted reflections, newest first: they can be brought back. */
  readonly deletedHeaders: Readable<readonly ReflectionHeader[]>
  readonly settings: SettingsStore
  /** When reflections were last saved outside of the browser. */
  readonly copies: Copies
  /** Rubrics people brought to this device or wrote on it: the newest of each id, live across tabs. */
  readonly ownRubrics: OwnRubrics
  /**
   * Puts a definition among this device's own. Again: the newest time counts.
   * @returns it, once it is on disk
   */
  keepRubric(rubric: Rubric, from: RubricOrigin): Promise<Result<OwnRubric, Problem>>
  /**
   * Takes a rubric off this device's own. Definitions stay, for the reflections that are rated on
   * them; `keepRubric` undoes it.
   *
   * @param reach `all`, if left out: earlier versions of the same id go too, so that none comes up in
   *   its place. `one`: an earlier one comes up again; this undoes `keepRubric`
   */
  dropRubric(hash: string, reach?: 'all' | 'one'): Promise<Result<void, Problem>>
  /** Rubrics that are being written in the editor. */
  readonly rubricDrafts: RubricDrafts
  /** A problem of the whole storage, such as a window that stores nothing; `undefined` if all is well. */
  readonly problem: Readable<StorageProblem | undefined>
  /** Whether the browser has promised to keep this site's storage. */
  readonly persistence: Readable<Persistence>
  /**
   * Opens a reflection. The same page gets the same store; each opening wants its `close`.
   * @returns `reflectionMissing` if nothing of it is here, or why the disk could not be read
   */
  open(reflectionId: string): Promise<Result<ReflectionStore, Problem>>
  /**
   * Makes a reflection, keeps the exact definitions of its rubrics and pins them.
   * @returns its id, once it is on disk
   */
  create(input: {
    rubrics: readonly Rubric[]
    edits(reflectionId: string): readonly Edit[]
  }): Promise<Result<string, Problem>>
  /** What is on disk and in memory, of one reflection or of all. Never fails: memory is always there. */
  allChanges(reflectionId?: string): Promise<readonly Change[]>
  /** Those of the definitions that are here. */
  storedRubrics(hashes: readonly string[]): Promise<readonly StoredRubric[]>
  /**
   * Every version of every own rubric, and what is being written: for a copy of everything. Never
   * fails: memory is always there.
   */
  ownWork(): Promise<OwnWork>
  /**
   * Adds changes that were checked by `parseChange`, all or none of them.
   * @param input `work`: own rubrics and rubrics under way; what is here already is not added again
   */
  mergeIn(input: {
    changes: readonly Change[]
    rubrics: readonly StoredRubric[]
    work?: OwnWork
  }): Promise<Result<MergeReceipt, Problem>>
  /** Takes away exactly what that import added. */
  undoMerge(importId: string): Promise<Result<void, Problem>>
  deleteReflection(reflectionId: string): Promise<Result<void, Problem>>
  restoreReflection(reflectionId: string): Promise<Result<void, Problem>>
  /** Makes changes of all drafts and writes what waits: before an update, and when the page hides. */
  flushDrafts(): Promise<void>
  /** True while something is neither on disk nor about to be there: not a moment to load the page anew. */
  hasUnsaved(): boolean
  /** True while a canary remembers more than is here, and nobody has said to go on without it. */
  isMissing(): boolean
  /** Writes, reads and removes a line: whether the disk keeps what it is given. */
  probe(): Promise<Result<void, StorageProblem>>
  /** Asks the browser to keep this site's storage, and remembers the answer. */
  askToKeep(): Promise<Persistence>
  /** After `boot.kind === 'lost'`: go on with what is left. */
  acceptLoss(): Promise<Result<void, Problem>>
  /** Clears this device. The page must be loaded anew afterwards. */
  forgetEverything(): Promise<Result<void, Problem>>
  /** Lets go of the database. For tests; a page just ends. */
  close(): void
}

/**
 * Opens what is kept on this device; once per page. Checks the canaries, drains the rescue journal,
 * recovers drafts.
 */
export async function openStorage(
  host: Host = browserHost(),
): Promise<Result<Storage, StorageProblem>> {
  const closed = createSignal<StorageProblem | undefined>(undefined)
  const disk = await openDisk(host, closed.set)
  if (!disk.ok) return disk
  const booted = await boot(disk.value, host, false)
  if (!booted.ok) {
    disk.value.close()
    return fail(booted.problem)
  }
  const tab = host.newId()
  const input = { host, disk: disk.value, tab, booted: booted.value, volatile: undefined }
  return ok(createStorage({ ...input, closed }))
}

/**
 * A storage that works and forgets with the page, for when `openStorage` met a problem: people can
 * go on, and save a copy. What they do is also journalled, in case storage answers next time.
 */
export async function openMemoryStorage(
  problem: StorageProblem,
  host: Host = browserHost(),
): Promise<Storage> {
  const disk = memoryDisk()
  const booted = await boot(disk, host, true)
  // Cannot happen: memory has no problems.
  if (!booted.ok) throw new Error(`Invariant broken: memory failed with ${booted.problem.kind}`)
  const closed = createSignal<StorageProblem | undefined>(undefined)
  return createStorage({
    host,
    disk,
    tab: host.newId(),
    booted: booted.value,
    volatile: problem,
    closed,
  })
}

/** The settings as last noted, before storage is open: for the theme of the first frame. */
export function earlySettings(): Settings {
  return notedSettings(pageNotes())
}
