import { isErasure } from '#core/fold.ts'
import type { Problem } from '#core/problem.ts'
import { ok, type Result } from '#core/result.ts'
import { pinnedRubrics, type PinnedDefinition } from '#exchange/contents.ts'
import { readingCopy } from '#exchange/copyFile.ts'
import type { Copy, OwnCounts, StoredRubric } from '#exchange/copyFormat.ts'
import { countOwn } from '#exchange/ownLines.ts'
import { previewing, type CopyPreview } from '#exchange/preview.ts'
import { now } from '#platform/ids.ts'
import { runInTurns, type Turns } from '#platform/turns.ts'
import { loadRubric } from '#rubrics/catalog.ts'
import type { MergeReceipt } from '#storage/merges.ts'
import { planDrafts } from '#storage/ownWork.ts'
import type { Storage } from '#storage/storage.ts'

/** What a file turned out to be. Nothing was stored yet. */
export interface OpenedCopy {
  readonly copy: Copy
  readonly preview: CopyPreview
  readonly own: OwnPreview
  /** The definitions in the file, and those this app can add to it. */
  readonly rubrics: readonly StoredRubric[]
}

/** What is in a file beside reflections, and how much of it is not on this device. */
export interface OwnPreview {
  readonly found: OwnCounts
  readonly added: OwnCounts
  readonly isAdding: boolean
}

/** Beyond so many reflections in a file, reading everything is quicker than asking for each. */
const MOST_ASKED_ONE_BY_ONE = 20

/**
 * Reads a copy and compares it with this device. Changes nothing.
 *
 * @returns `undefined` once it was stopped
 */
export async function openCopy(
  bytes: Uint8Array,
  storage: Storage,
  turns: Turns = {},
): Promise<Result<OpenedCopy, Problem> | undefined> {
  const read = await runInTurns(readingCopy(bytes), turns)
  if (!read?.ok) return read
  const copy = read.value
  const ids = [...new Set(copy.changes.map(({ reflection }) => reflection))]
  const changes = await knownChanges(storage, ids)
  const pinned = pinnedRubrics(copy.changes)
  const held = await storage.storedRubrics([...pinned, ...copy.rubrics].map(({ hash }) => hash))
  const hashes = new Set([...held, ...copy.rubrics].map(({ hash }) => hash))
  const shipped = await shippedRubrics(pinned.filter(({ hash }) => !hashes.has(hash)))
  const rubricTitles = new Map(
    [...held, ...shipped].map(({ hash, rubric }) => [hash, rubric.shortTitle] as const),
  )
  const preview = await runInTurns(previewing(copy, { changes, rubricTitles }), {
    signal: turns.signal,
  })
  if (!preview) return undefined
  const rubrics = [...copy.rubrics, ...shipped]
  return ok({ copy, preview, own: await previewOwn(copy, storage), rubrics })
}

/** Adds a copy to this device by set union, in one transaction. */
export async function addCopy(
  { copy, rubrics }: OpenedCopy,
  storage: Storage,
  { forget }: { readonly forget: boolean },
): Promise<Result<MergeReceipt, Problem>> {
  const changes = forget ? copy.changes : copy.changes.filter((change) => !isErasure(change))
  return storage.mergeIn({ changes, rubrics, work: copy.own })
}

/** Compares own rubrics and unfinished ones with those of this device. */
async function previewOwn({ own }: Copy, storage: Storage): Promise<OwnPreview> {
  const found = countOwn(own)
  if (found.rubrics + found.drafts === 0) return { found, added: found, isAdding: false }
  const here = await storage.ownWork()
  const hashes = new Set(here.rubrics.map(({ hash }) => hash))
  const added = countOwn({
    rubrics: own.rubrics.filter(({ hash }) => !hashes.has(hash)),
    drafts: planDrafts(own.drafts, here.drafts, now()),
  })
  return { found, added, isAdding: added.rubrics + added.drafts > 0 }
}

async function knownChanges(storage: Storage, ids: readonly string[]) {
  if (ids.length > MOST_ASKED_ONE_BY_ONE) return storage.allChanges()
  const each = await Promise.all(ids.map((id) => storage.allChanges(id)))
  return each.flat()
}

/** Definitions a damaged file lacks but this app brings along, if they are exactly those. */
async function shippedRubrics(
  missing: readonly PinnedDefinition[],
): Promise<readonly StoredRubric[]> {
  const found: StoredRubric[] = []
  for (const { rubricId, hash } of missing.slice(0, MOST_ASKED_ONE_BY_ONE)) {
    const loaded = await loadRubric(rubricId)
    if (loaded.ok && loaded.value.hash === hash) found.push(loaded.value)
  }
  return found
}
