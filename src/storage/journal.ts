import { parseChange, type Change } from '#core/change.ts'
import { readJson, type Notes } from './notes.ts'
import type { StoredRubric } from './rows.ts'

/** Changes that are not known to be on disk, kept where a dying storage process cannot reach them. */
export interface Journal {
  /** @returns the entry's key, or `undefined` if the browser would not keep it */
  add(entry: { changes: readonly Change[]; rubrics: readonly StoredRubric[] }): string | undefined
  remove(keys: readonly string[]): void
}

export interface JournalEntry {
  readonly key: string
  /** The database the changes were meant for. */
  readonly db: string
  readonly changes: readonly Change[]
  readonly rubrics: readonly StoredRubric[]
}

const PREFIX = 'hub-reflect.journal.'

/** The journal of one page. Pages write under keys of their own and never disturb each other. */
export function createJournal(input: { notes: Notes; tab: string; db: string }): Journal {
  let count = 0
  return {
    add({ changes, rubrics }) {
      count += 1
      const key = `${PREFIX}${input.tab}.${count}`
      const text = JSON.stringify({ db: input.db, changes, rubrics })
      return input.notes.write(key, text) ? key : undefined
    },
    remove(keys) {
      for (const key of keys) input.notes.remove(key)
    },
  }
}

/** What pages left in the journal, this one's predecessors and its neighbours. Unreadable entries stay. */
export function readJournal(notes: Notes): readonly JournalEntry[] {
  return notes.keys(PREFIX).flatMap((key) => {
    const entry = readJson(notes.read(key))
    if (typeof entry !== 'object' || entry === null) return []
    // Safe: every member is read as unknown and checked.
    const { db, changes, rubrics } = entry as Record<string, unknown>
    if (typeof db !== 'string' || !Array.isArray(changes)) return []
    const intact = changes.flatMap((raw: unknown) => {
      const parsed = parseChange(raw)
      return parsed.ok ? [parsed.value] : []
    })
    // Safe: the app wrote these definitions itself, after they were parsed.
    const stored = Array.isArray(rubrics) ? (rubrics as StoredRubric[]) : []
    return [{ key, db, changes: intact, rubrics: stored }]
  })
}
