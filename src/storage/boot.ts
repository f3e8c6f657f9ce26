import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { judge, readCanaries, type Canary, type Verdict } from './canary.ts'
import type { Disk } from './disk.ts'
import { drain } from './drain.ts'
import type { ReflectionHeader } from './headers.ts'
import type { Host } from './host.ts'
import type { JournalEntry } from './journal.ts'
import { newMeta } from './meta.ts'
import { misfits, readHeaders, rebuildHeaders } from './rebuild.ts'
import type { CopyRow, Meta, Tables } from './rows.ts'
import { createSealer, type Sealer } from './seal.ts'
import type { Notes } from './notes.ts'
import { latestSettings, type Settings } from './settings.ts'
import { KNOWN_VERSION } from './versions.ts'

/**
 * What opening found. `fresh`: nothing was ever stored here. `lost`: this device had more than it
 * holds now, so the person is asked before anything else.
 */
export type BootReport = Verdict & {
  /** How many changes and drafts of a page that died were brought to disk now. */
  readonly recovered: number
}

export interface Booted {
  readonly meta: Meta
  readonly report: BootReport
  /** Canaries that remember a loss nobody has accepted yet. */
  readonly mourning: readonly Canary[]
  readonly headers: readonly ReflectionHeader[]
  readonly settings: Settings
  readonly copies: readonly CopyRow[]
  readonly sealer: Sealer
  /** Journalled changes that could not be brought to disk: they still wait. */
  readonly leftover: readonly JournalEntry[]
  /** Recovered drafts that only memory holds. */
  readonly typed: readonly Change[]
  /** Why something could not be written; reading works. */
  readonly problem: StorageProblem | undefined
}

/** How long the first transactions may take: a large database has many headers to check. */
const BOOT_PATIENCE_MS = 30_000

/**
 * Reads what storage needs to begin: checks the canaries, drains the rescue journal and the drafts
 * of dead pages, and rebuilds headers that do not fit. A disk that takes nothing more can still be
 * read.
 *
 * @param isVolatile true where the disk forgets: the journal is then read but kept
 */
export async function boot(
  disk: Disk,
  host: Host,
  isVolatile: boolean,
): Promise<Result<Booted, StorageProblem>> {
  const canaries = isVolatile ? [] : await readCanaries(host)
  const began = await begin(disk, host, canaries)
  if (!began.ok) return began
  const { meta, verdict } = began.value
  const sealer = createSealer({ device: meta.device, seq: meta.seq, now: host.now, tz: host.tz })
  const drained = await drain({ disk, host, meta, sealer, isVolatile })
  const lists = await readLists(disk, host.notes)
  if (!lists.ok) return fail(lists.problem)
  return ok({
    ...lists.value,
    meta: drained.meta,
    report: { ...verdict, recovered: drained.recovered },
    mourning: verdict.kind === 'lost' ? mournersOf(verdict.had, meta, canaries) : [],
    sealer,
    leftover: drained.leftover,
    typed: drained.typed,
    problem: drained.problem,
  })
}

/** Reads the database's own row and writes it where it is missing or out of date. */
async function begin(
  disk: Disk,
  host: Host,
  canaries: readonly Canary[],
): Promise<Result<{ meta: Meta; verdict: Verdict }, StorageProblem>> {
  const read = await disk.run('r', readSelf, BOOT_PATIENCE_MS)
  if (!read.ok) return read
  const { meta: found, has } = read.value
  const verdict = judge({ meta: found, has, canaries })
  const isCurrent = found?.schema === KNOWN_VERSION
  if (found && isCurrent && (found.count === has || verdict.kind === 'lost')) {
    return ok({ meta: found, verdict })
  }
  // An upgrade is only safe on disk once a strict transaction followed it: this one.
  const written = await disk.run('rw', async (tables) => {
    const self = await readSelf(tables)
    const meta = self.meta ?? newMeta(host, self.has)
    const count = verdict.kind === 'lost' ? meta.count : self.has
    const next = { ...meta, count, schema: KNOWN_VERSION }
    await tables.meta.put([next])
    return next
  })
  if (written.ok) return ok({ meta: written.value, verdict })
  return found ? ok({ meta: found, verdict }) : fail(written.problem)
}

async function readSelf(tables: Tables): Promise<{ meta: Meta | undefined; has: number }> {
  return { meta: await tables.meta.get('meta'), has: await tables.changes.count() }
}

function mournersOf(had: number, meta: Meta, canaries: readonly Canary[]): readonly Canary[] {
  // If only the database's own row remembers, it mourns alone.
  return canaries.length > 0 ? canaries : [{ db: meta.db, ever: meta.ever, count: had }]
}

interface Lists {
  readonly headers: readonly ReflectionHeader[]
  readonly settings: Settings
  readonly copies: readonly CopyRow[]
}

async function readLists(disk: Disk, notes: Notes): Promise<Result<Lists, StorageProblem>> {
  const unfit = await disk.run('r', misfits, BOOT_PATIENCE_MS)
  if (!unfit.ok) return unfit
  if (unfit.value.length > 0) {
    await disk.run('rw', (tables) => rebuildHeaders(tables, unfit.value), BOOT_PATIENCE_MS)
  }
  return disk.run('r', async (tables) => {
    // What could not be rebuilt on a full disk is computed for this page alone.
    const stillUnfit = unfit.value.length > 0 ? await misfits(tables) : []
    const fit = (await tables.headers.all()).filter(({ id }) => !stillUnfit.includes(id))
    return {
      headers: [...fit, ...(await readHeaders(tables, stillUnfit))],
      settings: latestSettings(notes, await tables.settings.get('settings')),
      copies: await tables.copies.all(),
    }
  })
}
