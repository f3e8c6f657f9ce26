import type { Transaction } from 'dexie'
import type { StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { connect, newerProblem, timer, type Connection } from './db.ts'
import type { Host } from './host.ts'
import { problemOfWork } from './problemOf.ts'
import type { Tables } from './rows.ts'

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

/** The one connection of a page, and how it ended if it did. */
interface Line {
  readonly host: Host
  readonly onClosed: (problem: StorageProblem) => void
  connection: Connection | undefined
  opening: Promise<StorageProblem | undefined> | undefined
  /** Why nothing may be opened any more. */
  end: StorageProblem | undefined
}

/**
 * A disk on IndexedDB. A connection that died is opened anew, once per piece of work.
 *
 * @param onClosed told when the browser takes the connection away
 */
export async function openDisk(
  host: Host,
  onClosed: (problem: StorageProblem) => void,
): Promise<Result<Disk, StorageProblem>> {
  const line: Line = { host, onClosed, connection: undefined, opening: undefined, end: undefined }
  const problem = await reopen(line)
  if (problem) return fail(problem)
  return ok({
    run: (mode, work, patienceMs = PATIENCE_MS) =>
      run(line, (connection) => attempt(connection, mode, work, patienceMs)),
    close() {
      line.end = { kind: 'storageGone', detail: 'closed by us' }
      drop(line)
    },
  })
}

type Attempt<T> = (connection: Connection) => Promise<Result<T, StorageProblem>>

async function run<T>(line: Line, work: Attempt<T>): Promise<Result<T, StorageProblem>> {
  if (line.end) return fail(line.end)
  const problem = line.connection ? undefined : await reopen(line)
  const { connection } = line
  if (!connection) return fail(problem ?? GONE)
  const first = await work(connection)
  if (first.ok || line.end) return first
  const { kind } = first.problem
  // A connection that is silent may be dead: the next work gets a new one.
  if (kind === 'storageSilent' && line.connection === connection) drop(line)
  if (kind !== 'storageGone') return first
  const again = line.connection === connection ? await reopen(line) : undefined
  if (again?.kind === 'storageNewer') return fail(again)
  return line.connection ? work(line.connection) : first
}

const GONE: StorageProblem = { kind: 'storageGone', detail: 'no connection' }

function drop(line: Line): void {
  const dead = line.connection
  line.connection = undefined
  dead?.dexie.close()
}

function reopen(line: Line): Promise<StorageProblem | undefined> {
  line.opening ??= openAnew(line).finally(() => {
    line.opening = undefined
  })
  return line.opening
}

async function openAnew(line: Line): Promise<StorageProblem | undefined> {
  drop(line)
  const opened = await connect(line.host)
  if (!opened.ok) return opened.problem
  if (line.end) {
    opened.value.dexie.close()
    return line.end
  }
  line.connection = opened.value
  watch(line, opened.value)
  return undefined
}

function watch(line: Line, opened: Connection): void {
  const { dexie } = opened
  dexie.on('versionchange', (event) => {
    // A newer version wants to upgrade: this page must not write any more, nor stand in its way.
    if (event.newVersion !== null) line.end = newerProblem(event.newVersion)
    dexie.close()
    return false
  })
  dexie.on('close', () => {
    if (line.connection !== opened) return
    line.connection = undefined
    line.onClosed(line.end ?? { kind: 'storageGone', detail: 'the connection was closed' })
  })
}

async function attempt<T>(
  { dexie, tables }: Connection,
  mode: 'r' | 'rw',
  work: (tables: Tables) => Promise<T>,
  patienceMs: number,
): Promise<Result<T, StorageProblem>> {
  const limit = timer(patienceMs)
  const silence = limit.passed.then(() => fail<StorageProblem>({ kind: 'storageSilent' }))
  const outcome = await Promise.race([transact({ dexie, tables }, mode, work), silence])
  limit.stop()
  return outcome
}

async function transact<T>(
  { dexie, tables }: Connection,
  mode: 'r' | 'rw',
  work: (tables: Tables) => Promise<T>,
): Promise<Result<T, StorageProblem>> {
  let native: IDBTransaction | undefined
  try {
    // The function must be async: by that Dexie knows to keep its transaction through native awaits.
    const scope = async (transaction: Transaction) => {
      native = transaction.idbtrans
      return work(tables)
    }
    return ok(await dexie.transaction(mode, dexie.tables, scope))
  } catch (error) {
    // The request that failed may only know that it was aborted; its transaction knows why.
    return fail(problemOfWork({ cause: error, inner: native?.error }))
  }
}
