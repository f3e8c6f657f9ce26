import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import { commitBatch } from './commit.ts'
import type { Disk } from './disk.ts'
import { dropDraftNotes, notedDrafts } from './draftKeeper.ts'
import type { Host } from './host.ts'
import { readJournal, type JournalEntry } from './journal.ts'
import type { Notes } from './notes.ts'
import { recoverDrafts } from './recoverDrafts.ts'
import type { DraftRow, Meta, Tables } from './rows.ts'
import type { Sealer } from './seal.ts'

export interface Drained {
  readonly meta: Meta
  /** How many changes were brought to disk. */
  readonly recovered: number
  /** Journalled changes that could not be: they still wait. */
  readonly leftover: readonly JournalEntry[]
  /** What was typed but never became a change, as changes that only memory holds. */
  readonly typed: readonly Change[]
  readonly problem: StorageProblem | undefined
}

interface DrainInput {
  readonly disk: Disk
  readonly host: Host
  readonly meta: Meta
  readonly sealer: Sealer
  /** True where the disk forgets: the journal stays as it is then. */
  readonly isVolatile: boolean
}

/** Draining writes a few entries; a long queue in other tabs may be before it. */
const DRAIN_PATIENCE_MS = 30_000

/** Brings to disk what pages that died had journalled or were typing. Writes only if there is any. */
export async function drain(input: DrainInput): Promise<Drained> {
  const { disk, host, meta, isVolatile } = input
  const nothing = { meta, recovered: 0, leftover: [], typed: [], problem: undefined }
  sweepForgotten(host.notes, meta)
  const entries = readJournal(host.notes)
  const rows = await disk.run('r', (tables) => tables.drafts.all())
  if (!rows.ok) return { ...nothing, leftover: entries, problem: rows.problem }
  const drafts = await deadDrafts([...rows.value, ...notedDrafts(host.notes)], host)
  if (entries.length === 0 && drafts.length === 0) return nothing
  const done = await disk.run(
    'rw',
    (tables) => writeAll(tables, input, { entries, drafts }),
    DRAIN_PATIENCE_MS,
  )
  if (!done.ok) return { ...nothing, leftover: entries, problem: done.problem }
  const { typed, over, recovered } = done.value
  if (!isVolatile) for (const { key } of entries) host.notes.remove(key)
  dropDraftNotes(host.notes, over)
  return { ...nothing, meta: done.value.meta, recovered, typed: isVolatile ? typed : [] }
}

/** A browser that was killed right after clearing may bring old notes back: they go for good now. */
function sweepForgotten(notes: Notes, { forgot }: Meta): void {
  const journalled = readJournal(notes).filter(({ db }) => forgot.includes(db))
  for (const { key } of journalled) notes.remove(key)
  const typed = notedDrafts(notes).filter(({ db }) => forgot.includes(db))
  dropDraftNotes(
    notes,
    typed.map(({ key }) => key),
  )
}

async function writeAll(
  tables: Tables,
  { meta, sealer }: DrainInput,
  found: { entries: readonly JournalEntry[]; drafts: readonly DraftRow[] },
): Promise<{ meta: Meta; recovered: number; typed: readonly Change[]; over: readonly string[] }> {
  const changes = found.entries.flatMap((entry) => entry.changes)
  const unique = [...new Map(changes.map((change) => [change.id, change])).values()]
  const rubrics = found.entries.flatMap((entry) => entry.rubrics)
  const journalled = await commitBatch(tables, { changes: unique, rubrics }, meta)
  const { changes: typed, over } = await recoverDrafts(tables, found.drafts, sealer)
  const written = await commitBatch(tables, { changes: typed }, journalled.meta)
  await tables.drafts.remove(over)
  return {
    meta: written.meta,
    recovered: journalled.added.length + written.added.length,
    typed,
    over,
  }
}

/** Drafts of pages that are not open any more: an open page keeps its own. */
async function deadDrafts(drafts: readonly DraftRow[], host: Host): Promise<readonly DraftRow[]> {
  const here = new Set<string>()
  for (const tab of new Set(drafts.map((draft) => draft.tab))) {
    if (await host.presence.isHere(tab)) here.add(tab)
  }
  return drafts.filter(({ tab }) => !here.has(tab))
}
