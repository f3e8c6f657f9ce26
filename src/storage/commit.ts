import type { Change } from '#core/change.ts'
import { isErasure, participantOf } from '#core/fold.ts'
import { readMeta } from './meta.ts'
import type { ReflectionHeader } from './headers.ts'
import type { DraftRow, Meta, StoredRubric, Tables } from './rows.ts'

/** What is written together or not at all. */
export interface Batch {
  readonly changes: readonly Change[]
  readonly rubrics?: readonly StoredRubric[]
  readonly headers?: readonly ReflectionHeader[]
  /** Drafts that these changes carry. */
  readonly settled?: readonly DraftRow[]
}

export interface Committed {
  /** The database's row after it. */
  readonly meta: Meta
  /** Those that were not there before. */
  readonly added: readonly Change[]
  /** Reflections whose header does not count what is stored: someone else wrote meanwhile. */
  readonly outdated: readonly string[]
}

/** Writes a batch within a transaction. Repeating it changes nothing. */
export async function commitBatch(tables: Tables, batch: Batch, known: Meta): Promise<Committed> {
  const meta = await readMeta(tables, known)
  const added = await putChanges(tables, batch.changes)
  const dropped = await dropErased(tables, added)
  await tables.rubrics.put(batch.rubrics ?? [])
  await tables.headers.put(batch.headers ?? [])
  await tables.drafts.put(batch.settled ?? [])
  const seqs = batch.changes.filter(({ device }) => device === meta.device).map(({ seq }) => seq)
  const next: Meta = {
    ...meta,
    ever: meta.ever + added.length,
    count: meta.count + added.length - dropped,
    seq: Math.max(meta.seq, ...seqs),
  }
  await tables.meta.put([next])
  return { meta: next, added, outdated: await outdatedOf(tables, batch.headers ?? []) }
}

/** Adds those changes that are not there yet. @returns them */
export async function putChanges(
  tables: Tables,
  changes: readonly Change[],
): Promise<readonly Change[]> {
  const stored = await tables.changes.many(changes.map(({ id }) => id))
  const added = changes.filter((_, index) => stored[index] === undefined)
  await tables.changes.put(added)
  return added
}

/** Takes everything of erased people off the disk. @returns how many changes went */
export async function dropErased(tables: Tables, added: readonly Change[]): Promise<number> {
  const erasures = added.filter(isErasure)
  let dropped = 0
  for (const reflectionId of new Set(erasures.map(({ reflection }) => reflection))) {
    const people = new Set(
      erasures.filter(({ reflection }) => reflection === reflectionId).map(({ record }) => record),
    )
    const stored = await tables.changes.of(reflectionId)
    const theirs = stored.filter((change) => {
      const person = participantOf(change)
      return person !== undefined && people.has(person) && !isErasure(change)
    })
    await tables.changes.remove(theirs.map(({ id }) => id))
    dropped += theirs.length
  }
  return dropped
}

async function outdatedOf(
  tables: Tables,
  headers: readonly ReflectionHeader[],
): Promise<readonly string[]> {
  const outdated: string[] = []
  for (const { id, changes } of headers) {
    if ((await tables.changes.countOf(id)) !== changes) outdated.push(id)
  }
  return outdated
}
