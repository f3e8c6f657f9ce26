import { Dexie, type Table } from 'dexie'
import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Host } from './host.ts'
import { problemError, problemOfOpening } from './problemOf.ts'
import type { ChangeRows, Rows, Tables } from './rows.ts'
import { KNOWN_VERSION, NATIVE_STEP, SCHEMA_VERSIONS } from './versions.ts'

/** The database's name: one per origin, whatever path the app is served under. */
export const DATABASE_NAME = 'hub-reflect'

/** How long opening may take before we say that storage does not answer, in milliseconds. */
export const OPENING_LIMIT_MS = 4000

export interface Connection {
  readonly dexie: Dexie
  readonly tables: Tables
}

/**
 * Opens the database, upgrading it if it is older. Never touches a newer one.
 *
 * @returns the connection, or storageUnavailable, storageBlocked, storageSilent, storageNewer
 */
export async function connect(host: Host): Promise<Result<Connection, StorageProblem>> {
  if (!host.indexedDB) return fail({ kind: 'storageUnavailable', detail: 'no indexedDB' })
  const dexie = newDexie(host, host.indexedDB)
  let isBlocked = false
  dexie.on('blocked', () => {
    isBlocked = true
  })
  const opening = dexie.open().then(
    () => undefined,
    (error: unknown) => problemOfOpening(error),
  )
  const limit = timer(OPENING_LIMIT_MS)
  const problem = await Promise.race([
    opening,
    limit.passed.then((): StorageProblem => ({
      kind: isBlocked ? 'storageBlocked' : 'storageSilent',
    })),
  ])
  limit.stop()
  if (!problem) return ok({ dexie, tables: tablesOf(dexie) })
  dexie.close()
  return fail(problem.kind === 'storageNewer' ? await newerFound(host.indexedDB) : problem)
}

async function newerFound(factory: IDBFactory): Promise<StorageProblem> {
  try {
    const databases = await factory.databases()
    return newerProblem(databases.find(({ name }) => name === DATABASE_NAME)?.version)
  } catch {
    return newerProblem(undefined) // some browsers do not list databases
  }
}

function newDexie(host: Host, factory: IDBFactory): Dexie {
  const dexie = new Dexie(DATABASE_NAME, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    indexedDB: refusingNewer(factory),
    ...(host.keyRange ? { IDBKeyRange: host.keyRange } : {}),
  })
  for (const { version, tables } of SCHEMA_VERSIONS) dexie.version(version).stores(tables)
  return dexie
}

/**
 * Dexie answers "this database is newer" by opening it without a version, and would write to it.
 * This factory refuses that second try.
 */
function refusingNewer(factory: IDBFactory): IDBFactory {
  return {
    cmp: (first: unknown, second: unknown) => factory.cmp(first, second),
    databases: () => factory.databases(),
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    open(name: string, version?: number) {
      if (version === undefined) throw problemError(newerProblem(undefined))
      return factory.open(name, version)
    },
  }
}

/** The problem of a database whose native version is higher than what we know. */
export function newerProblem(nativeVersion: number | undefined): StorageProblem {
  const found = nativeVersion === undefined ? KNOWN_VERSION + 1 : nativeVersion / NATIVE_STEP
  return { kind: 'storageNewer', found, known: KNOWN_VERSION }
}

/** A promise that resolves after some milliseconds, unless stopped. */
export function timer(ms: number): { passed: Promise<void>; stop(): void } {
  let handle: ReturnType<typeof setTimeout> | undefined
  const passed = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, ms)
  })
  return { passed, stop: () => clearTimeout(handle) }
}

function tablesOf(dexie: Dexie): Tables {
  const changes: Table<Change, string> = dexie.table('changes')
  const changeRows: ChangeRows = {
    ...rowsOf(changes),
    of: (reflectionId) => changes.where('reflection').equals(reflectionId).toArray(),
    idsOf: (reflectionId) => changes.where('reflection').equals(reflectionId).primaryKeys(),
    countOf: (reflectionId) => changes.where('reflection').equals(reflectionId).count(),
    async reflections() {
      const keys = await changes.orderBy('reflection').uniqueKeys()
      return keys.filter((key): key is string => typeof key === 'string')
    },
  }
  return {
    changes: changeRows,
    rubrics: rowsOf(dexie.table('rubrics')),
    drafts: rowsOf(dexie.table('drafts')),
    settings: rowsOf(dexie.table('settings')),
    meta: rowsOf(dexie.table('meta')),
    headers: rowsOf(dexie.table('headers')),
    imports: rowsOf(dexie.table('imports')),
    copies: rowsOf(dexie.table('copies')),
    ownRubrics: rowsOf(dexie.table('ownRubrics')),
    rubricDrafts: rowsOf(dexie.table('rubricDrafts')),
  }
}

function rowsOf<Row>(table: Table<Row, string>): Rows<Row> {
  return {
    get: (key) => table.get(key),
    many: (keys) => table.bulkGet([...keys]),
    all: () => table.toArray(),
    count: () => table.count(),
    async put(rows) {
      if (rows.length > 0) await table.bulkPut([...rows])
    },
    async remove(keys) {
      if (keys.length > 0) await table.bulkDelete([...keys])
    },
    clear: () => table.clear(),
  }
}
