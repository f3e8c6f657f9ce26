import type { StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { connect, newerProblem, timer, type Connection } from './db.ts'
import type { Host } from './host.ts'
import { problemError, problemOfWork } from './problemOf.ts'
import type { Meta, Tables } from './rows.ts'

/** Where rows lie: IndexedDB, or memory where there is none. */
export interface Disk {
  /**
   * Does some work in one transaction: all of it is on disk when this resolves to a value, none of
   * it when it resolves to a problem. Never rejects.
   *
   * @param patienceMs how long to wait before we say that storage does not answer
   */
  run<T>(
    mode: 'r' | 'rw',
    work: (tables: Tables) => Promise<T>,
    patienceMs?: number,
  ): Promise<Result<T, StorageProblem>>
  close(): void
}

const PATIENCE_MS = 8000

/**
 * A disk on IndexedDB. A connection that died is opened anew, once per piece of work.
 *
 * @param onClosed told when the browser takes the connection away
 */
export async function openDisk(
  host: Host,
  onClosed: (problem: StorageProblem) => void,
): Promise<Result<Disk, StorageProblem>> {
  let connection: Connection | undefined
  let end: StorageProblem | undefined

  async function reopen(): Promise<StorageProblem | undefined> {
    const dead = connection
    connection = undefined
    dead?.dexie.close()
    const opened = await connect(host)
    if (!opened.ok) return opened.problem
    connection = opened.value
    watch(opened.value)
    return undefined
  }

  function watch(opened: Connection): void {
    const { dexie } = opened
    dexie.on('versionchange', (event) => {
      const isDeletion = event.newVersion === null
      if (!isDeletion) end = newerProblem(event.newVersion ?? undefined)
      dexie.close()
      onClosed(end ?? { kind: 'storageGone', detail: 'the database was deleted' })
      return false
    })
    dexie.on('close', () => {
      if (connection !== opened) return
      connection = undefined
      onClosed(end ?? { kind: 'storageGone', detail: 'the connection was closed' })
    })
  }

  const run: Disk['run'] = async (mode, work, patienceMs = PATIENCE_MS) => {
    if (end) return fail(end)
    const problem = connection ? undefined : await reopen()
    if (problem || !connection) return fail(problem ?? GONE)
    const first = await attempt(connection, mode, work, patienceMs)
    if (first.ok || first.problem.kind !== 'storageGone' || end) return first
    await reopen()
    return connection ? attempt(connection, mode, work, patienceMs) : first
  }

  const problem = await reopen()
  if (problem) return fail(problem)
  return ok({
    run,
    close() {
      end = { kind: 'storageGone', detail: 'closed by us' }
      const open = connection
      connection = undefined
      open?.dexie.close()
    },
  })
}

const GONE: StorageProblem = { kind: 'storageGone', detail: 'no connection' }

async function attempt<T>(
  { dexie, tables }: Connection,
  mode: 'r' | 'rw',
  work: (tables: Tables) => Promise<T>,
  patienceMs: number,
): Promise<Result<T, StorageProblem>> {
  const limit = timer(patienceMs)
  // The arrow must be async: by that Dexie knows to keep its transaction through native awaits.
  const working = Promise.resolve(
    dexie
      .transaction(mode, dexie.tables, async () => work(tables))
      .then(ok<T>, (error: unknown) => fail(problemOfWork(error))),
  )
  const silence = limit.passed.then(() => fail<StorageProblem>({ kind: 'storageSilent' }))
  const outcome = await Promise.race([working, silence])
  limit.stop()
  return outcome
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
