import { buildHeader, type ReflectionHeader } from './headers.ts'
import type { Tables } from './rows.ts'
import { createView } from './view.ts'

/** What rebuilding found of a reflection. */
export interface Rebuilt {
  /** `undefined`: nothing is stored of it any more. */
  readonly header: ReflectionHeader | undefined
  /** How many changes of erased people were taken off the disk. */
  readonly dropped: number
}

/** Computes a reflection's header from its changes and stores it, within a transaction. */
export async function rebuildHeader(tables: Tables, id: string): Promise<Rebuilt> {
  const changes = await tables.changes.of(id)
  const view = createView(id, changes)
  const fold = view.fold()
  const stray = changes.filter((change) => !fold.has(change.id))
  await tables.changes.remove(stray.map((change) => change.id))
  if (fold.size === 0) {
    await tables.headers.remove([id])
    return { header: undefined, dropped: stray.length }
  }
  const hashes = view.reflection().rubrics.map(({ hash }) => hash)
  const rubrics = (await tables.rubrics.many(hashes)).filter((stored) => stored !== undefined)
  const header = buildHeader(view, rubrics)
  await tables.headers.put([header])
  return { header, dropped: stray.length }
}

/** Ids of reflections whose cached header is missing, left over, or counts something else. */
export async function misfits(tables: Tables): Promise<readonly string[]> {
  const headers = new Map((await tables.headers.all()).map((header) => [header.id, header]))
  const ids = new Set([...(await tables.changes.reflections()), ...headers.keys()])
  const found: string[] = []
  for (const id of ids) {
    if ((await tables.changes.countOf(id)) !== headers.get(id)?.changes) found.push(id)
  }
  return found
}
