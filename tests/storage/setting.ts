import type { Change } from '#core/change.ts'
import { fieldEdits } from '#core/reflection.ts'
import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import { DATABASE_NAME } from '#storage/db.ts'
import type { Host } from '#storage/host.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { openStorage, type Storage } from '#storage/storage.ts'
import { aRubric } from '../support/builders.ts'
import type { TestBrowser } from './testHost.ts'

export const PLACE = { participantId: 'p1', rubricId: 'test-rubric', itemId: 'a.one.1' }
export const NAME = { kind: 'strategy', record: 's1', field: 'name' } as const

/** The value of a result that must be one. */
export function must<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

export async function openIn(browser: TestBrowser, overrides?: Partial<Host>): Promise<Storage> {
  return must(await openStorage(browser.tab(overrides).host))
}

/** Makes a team of two with one rubric and opens it. */
export async function aTeam(storage: Storage): Promise<ReflectionStore> {
  const id = must(await storage.create({ rubrics: [aRubric()], edits: teamEdits }))
  return must(await storage.open(id))
}

export function teamEdits(id: string) {
  return [
    ...fieldEdits('reflection', id, { team: 'Cedar hub', mode: 'team' }),
    ...fieldEdits('participant', 'p1', { initials: 'SB', order: 1 }),
    ...fieldEdits('participant', 'p2', { initials: 'ML', order: 2 }),
  ]
}

/** Everything in a table, read without our own code. */
export async function raw<Row = unknown>(browser: TestBrowser, table: string): Promise<Row[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = browser.indexedDB.open(DATABASE_NAME)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const rows = await new Promise<Row[]>((resolve, reject) => {
    const request = database.transaction(table).objectStore(table).getAll()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  database.close()
  return rows
}

export async function rawIds(browser: TestBrowser): Promise<ReadonlySet<string>> {
  return new Set((await raw<Change>(browser, 'changes')).map(({ id }) => id))
}

/** Lets everything that is under way come to an end. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** What the journal holds. */
export function journal(browser: TestBrowser): readonly string[] {
  return [...browser.notes.keys()].filter((key) => key.startsWith('hub-reflect.journal.'))
}

/** What the localStorage drafts hold. */
export function draftNotes(browser: TestBrowser): readonly string[] {
  return [...browser.notes.keys()].filter((key) => key.startsWith('hub-reflect.draft.'))
}
