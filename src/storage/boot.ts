import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { judge, readCanaries, type Canary, type Verdict } from './canary.ts'
import { commitBatch } from './commit.ts'
import type { Disk } from './disk.ts'
import { dropDraftNotes, notedDrafts } from './drafts.ts'
import type { ReflectionHeader } from './headers.ts'
import type { Host } from './host.ts'
import { readJournal, type JournalEntry } from './journal.ts'
import { rebuildAll } from './merges.ts'
import { misfits } from './rebuild.ts'
import { recoverDrafts } from './recoverDrafts.ts'
import type { CopyRow, Meta, Tables } from './rows.ts'
import { createSealer, type Sealer } from './seal.ts'
import { readSettings, type Settings } from './settings.ts'

/**
 * What opening found. `fresh`: nothing was ever stored here. `lost`: this device had more than it
 * holds now, so the person is asked before anything else.
 */
export type BootReport = Verdict & {
  /** Changes and drafts of a page that died, brought to disk now. */
  readonly recovered: number
}

export interface Booted {
  readonly meta: Meta
  readonly report: BootReport
  readonly canaries: readonly Canary[]
  readonly headers: readonly ReflectionHeader[]
  readonly settings: Settings
  readonly copies: readonly CopyRow[]
  readonly sealer: Sealer
  /** Journalled changes that could not be brought to disk: they still wait. */
  readonly leftover: readonly JournalEntry[]
}

/** How long the first transactions may take: a large database has many headers to check. */
const BOOT_PATIENCE_MS = 30_000

/**
 * Reads what storage needs to begin: checks the canaries, drains the rescue journal and the drafts
 * of dead pages, and rebuilds headers that do not fit.
 *
 * @param isVolatile true where the disk forgets: the journal is then read but kept
 */
export async function boot(
  disk: Disk,
  host: Host,
  isVolatile: boolean,
): Promise<Result<Booted, StorageProblem>> {
  const canaries = isVolatile ? [] : await readCanaries(host)
  const started = await disk.run('rw', (tables) => start(tables, host, canaries), BOOT_PATIENCE_MS)
  if (!started.ok) return started
  const { meta, verdict } = started.value
  const sealer = createSealer({ device: meta.device, seq: meta.seq, now: host.now, tz: host.tz })
  const drained = await drain({ disk, host, meta, sealer, isVolatile })
  const read = await disk.run('rw', readLists, BOOT_PATIENCE_MS)
  if (!read.ok) return fail(read.problem)
  return ok({
    meta: drained.meta,
    report: { ...verdict, recovered: drained.recovered },
    canaries,
    ...read.value,
    sealer,
    leftover: drained.leftover,
  })
}

async function start(
  tables: Tables,
  host: Host,
  canaries: readonly Canary[],
): Promise<{ meta: Meta; verdict: Verdict }> {
  const found = await tables.meta.get('meta')
  const has = await tables.changes.count()
  const verdict = judge({ meta: found, has, canaries })
  const meta = found ?? newMeta(host, has)
  // A write in any case: an upgrade is only safe on disk once a strict transaction followed it.
  const counted = verdict.kind === 'lost' ? meta : { ...meta, count: has }
  await tables.meta.put([counted])
  return { meta: counted, verdict }
}

function newMeta(host: Host, has: number): Meta {
  return {
    key: 'meta',
    db: host.newId(),
    device: host.newId(),
    ever: has,
    count: has,
    seq: 0,
    forgot: [],
  }
}

interface Drained {
  readonly meta: Meta
  readonly recovered: number
  readonly leftover: readonly JournalEntry[]
}

async function drain(input: {
  disk: Disk
  host: Host
  meta: Meta
  sealer: Sealer
  isVolatile: boolean
}): Promise<Drained> {
  const { disk, host, meta, sealer, isVolatile } = input
  const entries = readJournal(host.notes).filter(({ db }) => !meta.forgot.includes(db))
  const here = await pagesHere(disk, host)
  const done = await disk.run(
    'rw',
    async (tables) => {
      const batch = {
        changes: uniqueChanges(entries),
        rubrics: entries.flatMap(({ rubrics }) => rubrics),
      }
      const journalled = await commitBatch(tables, batch, meta)
      const drafts = await recoverDrafts(tables, { notes: host.notes, here, sealer })
      const typed = await commitBatch(tables, { changes: drafts.changes }, journalled.meta)
      await tables.drafts.remove(drafts.over)
      return { meta: typed.meta, added: journalled.added.length + typed.added.length, drafts }
    },
    BOOT_PATIENCE_MS,
  )
  if (!done.ok) return { meta, recovered: 0, leftover: entries }
  if (!isVolatile) {
    for (const { key } of entries) host.notes.remove(key)
    dropDraftNotes(host.notes, done.value.drafts.over)
  }
  return { meta: done.value.meta, recovered: done.value.added, leftover: [] }
}

function uniqueChanges(entries: readonly JournalEntry[]): readonly Change[] {
  const all = entries.flatMap(({ changes }) => changes)
  return [...new Map(all.map((change) => [change.id, change])).values()]
}

/** Pages with drafts that are still open: their drafts are theirs. */
async function pagesHere(disk: Disk, host: Host): Promise<(tab: string) => boolean> {
  const rows = await disk.run('r', (tables) => tables.drafts.all())
  const drafts = [...notedDrafts(host.notes), ...(rows.ok ? rows.value : [])]
  const tabs = new Set(drafts.map(({ tab }) => tab))
  const here = new Set<string>()
  for (const tab of tabs) if (await host.presence.isHere(tab)) here.add(tab)
  return (tab) => here.has(tab)
}

async function readLists(tables: Tables): Promise<{
  headers: readonly ReflectionHeader[]
  settings: Settings
  copies: readonly CopyRow[]
}> {
  await rebuildAll(tables, await misfits(tables))
  return {
    headers: await tables.headers.all(),
    settings: readSettings(await tables.settings.get('settings')),
    copies: await tables.copies.all(),
  }
}
