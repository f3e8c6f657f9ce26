import type { Change } from '#core/change.ts'
import { isErasure } from '#core/fold.ts'
import { putChanges } from './commit.ts'
import { readMeta } from './meta.ts'
import type { ReflectionHeader } from './headers.ts'
import { addOwnWork, takeBackOwn, type OwnWork } from './ownWork.ts'
import { rebuildHeaders } from './rebuild.ts'
import type { AddedOwn, ImportRow, Meta, StoredRubric, Tables } from './rows.ts'

/** What a merge did, for the person and for undoing it. */
export interface MergeReceipt {
  readonly importId: string
  /** Changes that were not here before. */
  readonly added: number
  /** Changes that were here already. */
  readonly same: number
  /** Changes of people who were erased here: not taken in. */
  readonly refused: number
  /** Orders to forget a person that came with it; undoing does not bring those people back. */
  readonly erasures: number
  /** Ids of the reflections it has changes of. */
  readonly reflections: readonly string[]
  /** Those of them that were not on this device before. */
  readonly newReflections: readonly string[]
  /** Own rubrics that were not among those of this device. */
  readonly ownRubrics: number
  /** Rubrics under way that were not here, or were older here. */
  readonly drafts: number
}

/** What changed on disk, for the parts of storage that show it. */
export interface Redone {
  readonly meta: Meta
  readonly headers: readonly ReflectionHeader[]
  /** Reflections of which nothing is left. */
  readonly gone: readonly string[]
  /** Own work that came or went. */
  readonly own: AddedOwn
}

const NOTHING: AddedOwn = { rubrics: [], drafts: [] }

/** Adds changes, rubrics and own work as one import, within a transaction. */
export async function mergeChanges(
  tables: Tables,
  input: {
    importId: string
    at: number
    changes: readonly Change[]
    rubrics: readonly StoredRubric[]
    /** Own rubrics and rubrics under way. */
    work?: OwnWork | undefined
    /** Ids of changes made here that are only on their way to the disk: no import brings those. */
    own: ReadonlySet<string>
    known: Meta
  },
): Promise<Redone & { receipt: MergeReceipt }> {
  const meta = await readMeta(tables, input.known)
  const before = new Set(await tables.changes.reflections())
  const unique = [...new Map(input.changes.map((change) => [change.id, change])).values()]
  const put = await putChanges(tables, unique)
  await tables.rubrics.put(input.rubrics)
  await tables.meta.put([{ ...meta, ever: meta.ever + put.length, count: meta.count + put.length }])
  const reflections = [...new Set(unique.map(({ reflection }) => reflection))]
  const { headers, gone } = await rebuildHeaders(tables, reflections)
  const kept = await tables.changes.many(put.map(({ id }) => id))
  const foreign = put.filter(({ id }) => !input.own.has(id))
  const stays = new Set(kept.flatMap((change) => change?.id ?? []))
  const added = foreign.filter(({ id }) => stays.has(id))
  const own = input.work ? await addOwnWork(tables, input.work, input.at) : NOTHING
  const row: ImportRow = {
    id: input.importId,
    at: input.at,
    added: added.map(({ id }) => id),
    reflections,
    own,
  }
  await tables.imports.put([row])
  const receipt: MergeReceipt = {
    importId: input.importId,
    added: added.length,
    same: unique.length - foreign.length,
    refused: foreign.length - added.length,
    erasures: added.filter(isErasure).length,
    reflections,
    newReflections: reflections.filter((id) => !before.has(id)),
    ownRubrics: own.rubrics.length,
    drafts: own.drafts.length,
  }
  return { meta: await readMeta(tables, input.known), headers, gone, own, receipt }
}

/** Takes away exactly what an import added, within a transaction. `undefined`: no such import. */
export async function takeBack(
  tables: Tables,
  importId: string,
  known: Meta,
): Promise<(Redone & { reflections: readonly string[] }) | undefined> {
  const meta = await readMeta(tables, known)
  const row = await tables.imports.get(importId)
  if (!row) return undefined
  const stored = await tables.changes.many(row.added)
  const going = row.added.filter((_, index) => stored[index] !== undefined)
  await tables.changes.remove(going)
  await tables.imports.remove([importId])
  await tables.meta.put([{ ...meta, count: meta.count - going.length }])
  const { own = NOTHING, reflections } = row
  await takeBackOwn(tables, own)
  const { headers, gone } = await rebuildHeaders(tables, reflections)
  return { meta: await readMeta(tables, known), headers, gone, own, reflections }
}
