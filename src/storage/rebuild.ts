import { buildHeader, type ReflectionHeader } from './headers.ts'
import type { Tables } from './rows.ts'
import { createView } from './view.ts'

export interface Rebuilt {
  readonly headers: readonly ReflectionHeader[]
  /** Ids of reflections of which nothing is stored any more. */
  readonly gone: readonly string[]
  /** How many changes of erased people were taken off the disk. */
  readonly dropped: number
}

/**
 * Computes headers of reflections from their changes and stores them, within a transaction. Changes
 * of erased people that another page wrote without knowing go, and are no longer counted.
 */
export async function rebuildHeaders(tables: Tables, ids: readonly string[]): Promise<Rebuilt> {
  const headers: ReflectionHeader[] = []
  const gone: string[] = []
  let dropped = 0
  for (const id of ids) {
    const { header, stray } = await readHeader(tables, id)
    await tables.changes.remove(stray)
    dropped += stray.length
    if (header) headers.push(header)
    else gone.push(id)
  }
  await tables.headers.put(headers)
  await tables.headers.remove(gone)
  const meta = dropped > 0 ? await tables.meta.get('meta') : undefined
  if (meta) await tables.meta.put([{ ...meta, count: meta.count - dropped }])
  return { headers, gone, dropped }
}

/** The same, writing nothing: for a disk that takes no more. */
export async function readHeaders(
  tables: Tables,
  ids: readonly string[],
): Promise<readonly ReflectionHeader[]> {
  const read = []
  for (const id of ids) read.push((await readHeader(tables, id)).header)
  return read.filter((header) => header !== undefined)
}

async function readHeader(
  tables: Tables,
  id: string,
): Promise<{ header: ReflectionHeader | undefined; stray: readonly string[] }> {
  const changes = await tables.changes.of(id)
  const view = createView(id, changes)
  const fold = view.fold()
  const stray = changes.filter((change) => !fold.has(change.id)).map((change) => change.id)
  if (fold.size === 0) return { header: undefined, stray }
  const hashes = view.reflection().rubrics.map(({ hash }) => hash)
  const rubrics = (await tables.rubrics.many(hashes)).filter((stored) => stored !== undefined)
  return { header: buildHeader(view, rubrics), stray }
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
