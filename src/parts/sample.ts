import type { Problem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { localDay, now } from '#platform/ids.ts'
import { loadRubric } from '#rubrics/catalog.ts'
import type { Storage } from '#storage/storage.ts'
import { SAMPLE_RUBRIC, sampleEdits } from './sampleSitting.ts'

/**
 * Opens the sample that is on this device, or makes one.
 *
 * @returns its id
 */
export async function openSample(storage: Storage): Promise<Result<string, Problem>> {
  const here = storage.headers.get().find(({ sample }) => sample)
  return here ? ok(here.id) : makeSample(storage)
}

/**
 * Starts the sample anew: a fresh one in place of all that are here.
 *
 * @returns the id of the fresh one
 */
export async function renewSample(storage: Storage): Promise<Result<string, Problem>> {
  const made = await makeSample(storage)
  if (!made.ok) return made
  const gone = await deleteSamples(storage, made.value)
  return gone.ok ? made : fail(gone.problem)
}

/** Deletes the samples of this device; it can be brought back like any reflection. */
export async function deleteSamples(
  storage: Storage,
  butId?: string,
): Promise<Result<void, Problem>> {
  for (const { id, sample } of storage.headers.get()) {
    if (!sample || id === butId) continue
    const done = await storage.deleteReflection(id)
    if (!done.ok) return done
  }
  return ok(undefined)
}

async function makeSample(storage: Storage): Promise<Result<string, Problem>> {
  const loaded = await loadRubric(SAMPLE_RUBRIC)
  if (!loaded.ok) return loaded
  return storage.create({
    rubrics: [loaded.value.rubric],
    edits: (id) => sampleEdits(id, localDay(now())),
  })
}
