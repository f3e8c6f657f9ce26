import type { StorageProblem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { Persistence } from '#platform/persistence.ts'
import { cacheCanary, noteCanary, type Canary } from './canary.ts'
import { commitBatch, type Batch, type Committed } from './commit.ts'
import type { CopyList } from './copies.ts'
import type { Disk } from './disk.ts'
import type { HeaderList } from './headers.ts'
import type { Host } from './host.ts'
import type { Journal } from './journal.ts'
import { rebuildHeaders } from './rebuild.ts'
import { readMeta } from './meta.ts'
import type { OpenReflection } from './openReflection.ts'
import type { OwnRubricList } from './ownRubrics.ts'
import type { Meta, Tables } from './rows.ts'
import type { RubricDraftKeeper } from './rubricDrafts.ts'
import type { Sealer } from './seal.ts'
import type { SettingsStore } from './settings.ts'
import type { Signal } from './signal.ts'
import type { Tabs } from './tabs.ts'
import type { Writer } from './writer.ts'

/** What the parts of an opened storage share. */
export interface Hub {
  readonly host: Host
  readonly disk: Disk
  /** Random id of this page. */
  readonly tab: string
  /** Why this storage forgets with the page, if it does. */
  readonly volatile: StorageProblem | undefined
  /** The database's own row as last seen. */
  meta: Meta
  /** Canaries that remember a loss nobody has accepted yet: they must not be overwritten. */
  mourning: readonly Canary[]
  /** True once this page has asked the browser to keep its storage. */
  hasAsked: boolean
  /** A problem of the whole storage; `undefined` while all is well. */
  readonly health: Signal<StorageProblem | undefined>
  readonly persistence: Signal<Persistence>
  readonly headers: HeaderList
  readonly opened: Map<string, Opened>
  /** Counts what other tabs have written: a reflection that is being opened reads again if it moved. */
  arrivals: number
  readonly sealer: Sealer
  readonly journal: Journal
  readonly tabs: Tabs
  readonly writer: Writer
  readonly settings: SettingsStore & { follow(stored: unknown): void }
  readonly copies: CopyList
  readonly ownRubrics: OwnRubricList
  readonly rubricDrafts: RubricDraftKeeper
}

/** An open reflection and how many hold it. */
export interface Opened {
  readonly store: OpenReflection
  holders: number
}

/** Writes a batch in one transaction and, once it is on disk, tells everyone who should know. */
export async function commit(hub: Hub, batch: Batch): Promise<Result<Committed, StorageProblem>> {
  const done = await hub.disk.run('rw', (tables) => commitBatch(tables, batch, hub.meta))
  if (!done.ok) {
    noteTrouble(hub, done.problem)
    return done
  }
  const { meta, outdated } = done.value
  hub.meta = meta
  hub.health.set(hub.volatile)
  singCanary(hub)
  hub.headers.put(batch.headers ?? [])
  tellAdded(hub, batch)
  if (outdated.length > 0) void refreshHeaders(hub, outdated)
  if (batch.headers?.some(({ sample }) => !sample)) void askOnce(hub)
  return done
}

/** Writes what is no change of a reflection, in one transaction, into our own database only. */
export async function commitBeside<T>(
  hub: Hub,
  work: (tables: Tables) => Promise<T>,
): Promise<Result<T, StorageProblem>> {
  const done = await hub.disk.run('rw', async (tables) => {
    await readMeta(tables, hub.meta)
    return work(tables)
  })
  if (done.ok) hub.health.set(hub.volatile)
  else noteTrouble(hub, done.problem)
  return done
}

function tellAdded({ tabs }: Hub, { changes, headers = [] }: Batch): void {
  const ids: Record<string, string[]> = {}
  for (const { id, reflection } of changes) (ids[reflection] ??= []).push(id)
  tabs.tell({ kind: 'added', ids, headers })
}

/** Problems that concern more than the write that met them. */
export function noteTrouble(hub: Hub, problem: StorageProblem): void {
  const { kind } = problem
  if (kind !== 'storageLost' && kind !== 'storageNewer' && kind !== 'storageGone') return
  hub.health.set(problem)
  // The site's storage may have been cleared under us: the next boot must not take it for a first run.
  if (kind === 'storageLost') {
    singCanary(hub)
    void cacheCanaryNow(hub)
  }
}

/** Tells the canaries what the database holds, unless they still mourn an earlier one. */
export function singCanary(hub: Hub): void {
  if (hub.volatile || hub.mourning.length > 0) return
  noteCanary(hub.host.notes, canaryOf(hub))
}

/** The same for the slow one. */
export async function cacheCanaryNow(hub: Hub): Promise<void> {
  if (hub.volatile || hub.mourning.length > 0) return
  await cacheCanary(hub.host, canaryOf(hub))
}

/** What the canaries are told. */
export function canaryOf({ meta, copies }: Hub): Canary {
  const { db, ever, count } = meta
  const lastCopy = copies.newest()
  return { db, ever, count, ...(lastCopy ? { lastCopy } : {}) }
}

/** Computes headers anew from what is on disk, and tells everyone. */
export async function refreshHeaders(hub: Hub, ids: readonly string[]): Promise<void> {
  const done = await hub.disk.run('rw', (tables) => rebuildHeaders(tables, ids))
  if (!done.ok) return noteTrouble(hub, done.problem)
  const { headers, gone } = done.value
  hub.headers.put(headers)
  hub.headers.remove(gone)
  hub.tabs.tell({ kind: 'redone', reflections: ids, headers })
}

/** Asks the browser to keep this site's storage, once: after something was saved that matters. */
export async function askOnce(hub: Hub): Promise<void> {
  if (hub.volatile || hub.hasAsked || hub.meta.persistence !== undefined) return
  hub.hasAsked = true
  await askToKeep(hub)
  await cacheCanaryNow(hub)
}

/** Asks the browser to keep this site's storage, and remembers the answer. */
export async function askToKeep(hub: Hub): Promise<Persistence> {
  const answer = await hub.host.askToPersist()
  hub.persistence.set(answer)
  await hub.disk.run('rw', async (tables) => {
    const meta = await tables.meta.get('meta')
    if (meta?.db === hub.meta.db) await tables.meta.put([{ ...meta, persistence: answer }])
  })
  return answer
}
