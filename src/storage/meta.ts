import type { Host } from './host.ts'
import { problemError } from './problemOf.ts'
import type { Meta, Tables } from './rows.ts'
import { KNOWN_VERSION } from './versions.ts'

/** The row of a new database that holds `has` changes. */
export function newMeta(host: Pick<Host, 'newId'>, has: number): Meta {
  return {
    key: 'meta',
    db: host.newId(),
    device: host.newId(),
    schema: KNOWN_VERSION,
    ever: has,
    count: has,
    seq: 0,
    forgot: [],
  }
}

/**
 * The database's own row. Its absence, or a stranger's in its place, means that the database was
 * cleared or swapped under us: nothing may be written then.
 */
export async function readMeta(tables: Tables, known: Meta): Promise<Meta> {
  const meta = await tables.meta.get('meta')
  if (meta?.db === known.db) return meta
  const has = await tables.changes.count()
  throw problemError({ kind: 'storageLost', had: known.count, has })
}
