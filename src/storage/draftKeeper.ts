import type { StorageProblem } from '#core/problem.ts'
import type { Disk } from './disk.ts'
import { readJson, type Notes } from './notes.ts'
import type { DraftRow } from './rows.ts'

/** Keeps drafts in localStorage at once, and on disk soon after. */
export interface DraftKeeper {
  keep(row: DraftRow): void
  /** The draft says what is stored: nothing has to be kept of it. */
  drop(settled: DraftRow): void
  /** The draft travels with its change now: its own way to the disk ends. */
  handOver(key: string): void
  /** The draft is in a change on disk: its note may go, unless it is a newer one. */
  release(settled: DraftRow): void
  /** Writes what waits, now. */
  flush(): Promise<void>
  /** Why the last draft could not be kept on disk, until one could. */
  problem(): StorageProblem | undefined
  close(): void
}

/** How long typing may be on its way to the disk, in milliseconds. */
const DISK_MS = 300
/** After a failure we try again by ourselves, so often. */
const RETRY_MS = 4000

const PREFIX = 'hub-reflect.draft.'

/** @param changed told when `problem` comes or goes */
export function createDraftKeeper(input: {
  notes: Notes
  disk: Disk
  changed(): void
}): DraftKeeper {
  const { notes, disk, changed } = input
  const waiting = new Map<string, DraftRow>()
  /** Drafts that went on with their change. */
  const done = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let problem: StorageProblem | undefined

  async function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const rows = [...waiting.values()]
    if (rows.length === 0) return
    waiting.clear()
    const written = await disk.run('rw', (tables) => tables.drafts.put(rows))
    const before = problem
    problem = written.ok ? undefined : written.problem
    if (!written.ok) waitAgain(rows)
    if (before !== problem) changed()
  }

  /** What was typed or made a change of meanwhile is newer. */
  function waitAgain(rows: readonly DraftRow[]): void {
    for (const row of rows) {
      if (!waiting.has(row.key) && !done.has(row.key)) waiting.set(row.key, row)
    }
    if (waiting.size > 0) timer ??= setTimeout(() => void write(), RETRY_MS)
  }

  function keepOnDisk(row: DraftRow): void {
    done.delete(row.key)
    waiting.set(row.key, row)
    timer ??= setTimeout(() => void write(), DISK_MS)
  }

  function release({ key, at }: DraftRow): void {
    const noted = readDraft(readJson(notes.read(PREFIX + key)))
    if (!noted || noted.at <= at) notes.remove(PREFIX + key)
  }

  return {
    keep(row) {
      notes.write(PREFIX + row.key, JSON.stringify(row))
      keepOnDisk(row)
    },
    drop(settled) {
      keepOnDisk(settled)
      release(settled)
    },
    handOver(key) {
      waiting.delete(key)
      done.add(key)
    },
    release,
    flush: write,
    // What travels with its change is the writer's concern.
    problem: () => (waiting.size > 0 ? problem : undefined),
    close: () => clearTimeout(timer),
  }
}

/** Drafts noted in localStorage by any page. */
export function notedDrafts(notes: Notes): readonly DraftRow[] {
  return notes.keys(PREFIX).flatMap((key) => readDraft(readJson(notes.read(key))) ?? [])
}

/** Takes away the notes of drafts that have served. */
export function dropDraftNotes(notes: Notes, keys: readonly string[]): void {
  for (const key of keys) notes.remove(PREFIX + key)
}

function readDraft(stored: unknown): DraftRow | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  // Safe: the members recovery relies on are checked; the app itself wrote the rest.
  const row = stored as DraftRow
  const { key, db, tab, reflection, kind, record, field } = row
  const names: readonly unknown[] = [key, db, tab, reflection, kind, record, field]
  const isDraft =
    names.every((name) => typeof name === 'string') &&
    (row.text === null || typeof row.text === 'string') &&
    typeof row.at === 'number' &&
    Array.isArray(row.base) &&
    Array.isArray(row.founding)
  return isDraft ? row : undefined
}
