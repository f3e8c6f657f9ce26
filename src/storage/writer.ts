import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { Batch } from './commit.ts'
import type { ReflectionHeader } from './headers.ts'
import type { Journal } from './journal.ts'
import type { DraftRow, StoredRubric } from './rows.ts'
import { createListeners } from './signal.ts'

/** Some changes of one reflection on their way to the disk. */
export interface Entry {
  readonly reflection: string
  readonly changes: readonly Change[]
  readonly rubrics?: readonly StoredRubric[]
  readonly settled?: readonly DraftRow[]
  /** The reflection's header once everything queued is written, if the reflection is open. */
  header?(): ReflectionHeader
  /** Where it lies in the journal already, if an earlier page put it there. */
  readonly journalKey?: string
  /** Told after the commit. */
  onSaved?(): void
}

/** The way of changes to the disk: journalled at once, written in order, never called saved before. */
export interface Writer {
  add(entry: Entry): void
  /** Writes what waits, now. Resolves when all is on disk or a write has failed. */
  flush(): Promise<void>
  /** True while changes of the reflection wait. */
  isWaiting(reflectionId: string): boolean
  /** When changes of the reflection last reached the disk: milliseconds since 1970 UTC. */
  savedAt(reflectionId: string): number | undefined
  /** Why the last write failed, until one succeeds. */
  problem(): StorageProblem | undefined
  /** Changes that wait, of all reflections. */
  waiting(): readonly Change[]
  subscribe(listener: () => void): () => void
  close(): void
}

interface Queued extends Omit<Entry, 'journalKey'> {
  readonly journalKey: string | undefined
}

/** After a failure we try again by ourselves: space may have been freed, a hiccup may be over. */
const RETRY_MS = [1000, 4000, 15_000, 60_000]

/** @param commit writes one batch in one strict transaction */
export function createWriter(input: {
  commit(batch: Batch): Promise<Result<unknown, StorageProblem>>
  journal: Journal
  now(): number
  afterPaint(work: () => void): void
}): Writer {
  const { commit, journal, now, afterPaint } = input
  const listeners = createListeners()
  const savedAt = new Map<string, number>()
  let queue: readonly Queued[] = []
  let problem: StorageProblem | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  async function writeAll(): Promise<void> {
    while (queue.length > 0 && !isClosed) {
      const entries = queue
      const done = await commit(toBatch(entries))
      if (!done.ok) return failed(done.problem)
      succeeded(entries)
    }
  }

  function succeeded(entries: readonly Queued[]): void {
    const written = new Set(entries)
    queue = queue.filter((entry) => !written.has(entry))
    journal.remove(entries.flatMap(({ journalKey }) => journalKey ?? []))
    problem = undefined
    failures = 0
    for (const { reflection } of entries) savedAt.set(reflection, now())
    for (const { onSaved } of entries) onSaved?.()
    listeners.tell()
  }

  function failed(reason: StorageProblem): void {
    problem = reason
    clearTimeout(retry)
    if (!isClosed) retry = setTimeout(start, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    failures += 1
    listeners.tell()
  }

  function start(): Promise<void> {
    running ??= writeAll().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    add(entry) {
      const { changes, rubrics = [] } = entry
      const journalKey = entry.journalKey ?? journal.add({ changes, rubrics })
      queue = [...queue, { ...entry, journalKey }]
      afterPaint(() => void start())
    },
    async flush() {
      await start()
      // A write under way had been started before the newest changes came.
      if (queue.length > 0 && !problem) await start()
    },
    isWaiting: (reflectionId) => queue.some(({ reflection }) => reflection === reflectionId),
    savedAt: (reflectionId) => savedAt.get(reflectionId),
    problem: () => problem,
    waiting: () => queue.flatMap(({ changes }) => changes),
    subscribe: listeners.add,
    close() {
      isClosed = true
      clearTimeout(retry)
    },
  }
}

function toBatch(entries: readonly Queued[]): Batch {
  const headers = new Map(entries.map(({ reflection, header }) => [reflection, header]))
  return {
    changes: entries.flatMap(({ changes }) => changes),
    rubrics: entries.flatMap(({ rubrics = [] }) => rubrics),
    settled: entries.flatMap(({ settled = [] }) => settled),
    headers: [...headers.values()].flatMap((header) => header?.() ?? []),
  }
}
