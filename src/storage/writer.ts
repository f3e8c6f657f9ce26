import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { Batch } from './commit.ts'
import type { ReflectionHeader } from './headers.ts'
import type { Journal } from './journal.ts'
import type { DraftRow, StoredRubric } from './rows.ts'
import { createListeners, type Listeners } from './signal.ts'

/** Some changes of one reflection on their way to the disk. */
export interface Entry {
  readonly reflection: string
  readonly changes: readonly Change[]
  readonly rubrics?: readonly StoredRubric[]
  readonly settled?: readonly DraftRow[]
  /** The reflection's header once everything queued is written, if the reflection is open. */
  header?(): ReflectionHeader
  /** Where it lies in the journal already, if an earlier page put it there. */
  readonly journalKey?: string | undefined
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

type Queued = Entry & { readonly journalKey: string | undefined }

/** After a failure we try again by ourselves: space may have been freed, a hiccup may be over. */
const RETRY_MS = [1000, 4000, 15_000, 60_000]

interface WriterInput {
  /** Writes one batch in one strict transaction. */
  commit(batch: Batch): Promise<Result<unknown, StorageProblem>>
  readonly journal: Journal
  /** Milliseconds since 1970 UTC. */
  now(): number
  afterPaint(work: () => void): void
}

interface Line extends WriterInput {
  readonly listeners: Listeners
  readonly savedAt: Map<string, number>
  queue: readonly Queued[]
  problem: StorageProblem | undefined
  running: Promise<void> | undefined
  failures: number
  retry: ReturnType<typeof setTimeout> | undefined
  isClosed: boolean
}

/** A writer with an empty queue. */
export function createWriter(input: WriterInput): Writer {
  const line: Line = {
    ...input,
    listeners: createListeners(),
    savedAt: new Map(),
    queue: [],
    problem: undefined,
    running: undefined,
    failures: 0,
    retry: undefined,
    isClosed: false,
  }
  return {
    add(entry) {
      const { changes, rubrics = [] } = entry
      const journalKey = entry.journalKey ?? line.journal.add({ changes, rubrics })
      line.queue = [...line.queue, { ...entry, journalKey }]
      line.afterPaint(() => void start(line))
    },
    async flush() {
      // A write that is under way may have begun before whatever made the caller ask.
      await line.running
      if (line.queue.length > 0) await start(line)
    },
    isWaiting: (reflectionId) => line.queue.some(({ reflection }) => reflection === reflectionId),
    savedAt: (reflectionId) => line.savedAt.get(reflectionId),
    problem: () => line.problem,
    waiting: () => line.queue.flatMap(({ changes }) => changes),
    subscribe: line.listeners.add,
    close() {
      line.isClosed = true
      clearTimeout(line.retry)
    },
  }
}

function start(line: Line): Promise<void> {
  line.running ??= writeAll(line).finally(() => {
    line.running = undefined
  })
  return line.running
}

async function writeAll(line: Line): Promise<void> {
  while (line.queue.length > 0 && !line.isClosed) {
    const entries = line.queue
    const done = await line.commit(toBatch(entries))
    if (!done.ok) return failed(line, done.problem)
    succeeded(line, entries)
  }
}

function succeeded(line: Line, entries: readonly Queued[]): void {
  const written = new Set(entries)
  line.queue = line.queue.filter((entry) => !written.has(entry))
  line.journal.remove(entries.flatMap(({ journalKey }) => journalKey ?? []))
  line.problem = undefined
  line.failures = 0
  clearTimeout(line.retry)
  const at = line.now()
  for (const { reflection, onSaved } of entries) {
    line.savedAt.set(reflection, at)
    onSaved?.()
  }
  line.listeners.tell()
}

function failed(line: Line, problem: StorageProblem): void {
  line.problem = problem
  clearTimeout(line.retry)
  const wait = RETRY_MS[Math.min(line.failures, RETRY_MS.length - 1)]
  if (!line.isClosed) line.retry = setTimeout(() => void start(line), wait)
  line.failures += 1
  line.listeners.tell()
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
