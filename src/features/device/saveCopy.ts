import type { Change } from '#core/change.ts'
import type { Problem } from '#core/problem.ts'
import { ok, type Result } from '#core/result.ts'
import { pinnedRubrics } from '#exchange/contents.ts'
import { writingCopy } from '#exchange/copyFile.ts'
import type { Counts, OwnCounts } from '#exchange/copyFormat.ts'
import { toLocalIso } from '#exchange/localTime.ts'
import { APP_VERSION } from '#platform/version.ts'
import { minutesAheadOfUtc, now } from '#platform/ids.ts'
import { saveFile, type SaveOutcome } from '#platform/saveFile.ts'
import { runAtOnce, runInTurns } from '#platform/turns.ts'
import type { Storage } from '#storage/storage.ts'

/** What to save: one reflection, or everything on this device. */
export interface CopyWish {
  /** `undefined`: everything. */
  readonly reflectionId: string | undefined
  /** What the copy is called; becomes the file's name. */
  readonly title: string
}

/** A copy that was read back, found whole and handed over. */
export interface SavedFile {
  readonly outcome: SaveOutcome
  readonly name: string
  readonly counts: Counts
  /** Rubrics of one's own and unfinished ones in it. */
  readonly own: OwnCounts
  /** How many of those are too large for any copy. */
  readonly unfit: number
}

/** Up to so many changes are written at once: the share sheet opens only right after a tap. */
const AT_ONCE = 2_000

/** Writes a copy, reads it back, hands it over, and notes when. What is being typed is in it. */
export async function saveCopy(
  { reflectionId, title }: CopyWish,
  storage: Storage,
): Promise<Result<SavedFile, Problem>> {
  await storage.flushDrafts()
  const changes = await changesOf(reflectionId, storage)
  const rubrics = await storage.storedRubrics(pinnedRubrics(changes).map(({ hash }) => hash))
  const own = reflectionId === undefined ? await storage.ownWork() : { rubrics: [], drafts: [] }
  const at = now()
  const madeAt = toLocalIso(at, minutesAheadOfUtc(at))
  const steps = writingCopy({ changes, rubrics, own, appVersion: APP_VERSION, madeAt, title })
  const written = changes.length > AT_ONCE ? await runInTurns(steps) : runAtOnce(steps)
  if (!written?.ok) return written ?? neverStopped()
  const { name, counts, contents, own: carried, unfit } = written.value
  const handed = await saveFile(written.value)
  if (!handed.ok) return handed
  if (handed.value !== 'cancelled') {
    for (const each of contents) {
      storage.copies.noteSaved(each.id, { at, changes: each.changes, name })
    }
  }
  return ok({ outcome: handed.value, name, counts, own: carried, unfit })
}

/**
 * Reflection by reflection: an order to forget a person holds within its own reflection, and must
 * not take anything from the others.
 */
async function changesOf(
  reflectionId: string | undefined,
  storage: Storage,
): Promise<readonly Change[]> {
  if (reflectionId !== undefined) return storage.allChanges(reflectionId)
  const headers = [...storage.headers.get(), ...storage.deletedHeaders.get()]
  const each = await Promise.all(headers.map(({ id }) => storage.allChanges(id)))
  return each.flat()
}

function neverStopped(): never {
  throw new Error('Invariant broken: nobody can stop this writing')
}
