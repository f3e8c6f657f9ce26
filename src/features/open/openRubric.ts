import type { Problem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { compareVersions } from '#core/rubricVersion.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import { toRubricHeader, type RubricHeader } from '#rubrics/header.ts'
import type { OwnRubric } from '#storage/ownRubrics.ts'
import type { Storage } from '#storage/storage.ts'

/** A rubric read from a file. Nothing was stored yet. */
export interface OpenedRubric {
  readonly rubric: Rubric
  readonly header: RubricHeader
  readonly standing: Standing
  /** One that comes with the app, has the same id and other content. */
  readonly shippedTwin: RubricHeader | undefined
}

/** What a rubric is beside those of this device. `version`: the one that is here. */
export type Standing =
  | { readonly kind: 'new' }
  /** The very same comes with the app, or was kept here. */
  | { readonly kind: 'withTheApp' | 'keptHere' }
  | { readonly kind: 'newer' | 'sameVersion' | 'older'; readonly version: string }

/** Reads a rubric from a file and compares it with this device. */
export async function openRubric(
  bytes: Uint8Array,
  name: string,
  storage: Storage,
): Promise<Result<OpenedRubric, Problem>> {
  const { readRubricFile } = await import('#rubrics/rubricFile.ts')
  const read = readRubricFile(bytes, name)
  if (!read.ok) return fail(read.problem)
  const own = await storage.ownRubrics.load()
  if (!own.ok) return own
  const rubric = read.value
  const header = toRubricHeader(rubric, rubricHash(rubric))
  const twin = rubricHeaders.find(({ id }) => id === rubric.id)
  return ok({
    rubric,
    header,
    standing: standingOf(header, twin, own.value),
    shippedTwin: twin && twin.hash !== header.hash ? twin : undefined,
  })
}

function standingOf(
  { id, hash, version }: RubricHeader,
  twin: RubricHeader | undefined,
  own: readonly OwnRubric[],
): Standing {
  if (twin?.hash === hash) return { kind: 'withTheApp' }
  const kept = own.find(({ rubric }) => rubric.id === id)
  if (!kept) return { kind: 'new' }
  if (kept.hash === hash) return { kind: 'keptHere' }
  const order = compareVersions(version, kept.rubric.version)
  const kind = order > 0 ? 'newer' : order < 0 ? 'older' : 'sameVersion'
  return { kind, version: kept.rubric.version }
}
