import { useMemo } from 'react'
import type { Problem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { loadRubric, rubricHeaders, type LoadedRubric } from '#rubrics/catalog.ts'
import { toRubricHeader, type RubricHeader } from '#rubrics/header.ts'
import type { OwnRubric } from './ownRubrics.ts'
import type { Storage } from './storage.ts'
import { useReadable, useStorage } from './useStorage.ts'

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

const SHIPPED_HASHES: ReadonlySet<string> = new Set(SHIPPED.map(({ hash }) => hash))

/** How keys of own rubrics begin; no rubric id has a colon. */
const OWN = 'own:'

/**
 * Every rubric there is to choose: the app's at once, then this device's own as soon as they are
 * read. Two of one id are two entries, unless they are the same to the letter.
 */
export function useRubricLibrary(): readonly LibraryEntry[] {
  const own = useReadable(useStorage().ownRubrics)
  return useMemo(() => (own.length === 0 ? SHIPPED : [...SHIPPED, ...ownEntries(own)]), [own])
}

/** What a list shows of own rubrics; those that also come with the app are left out. */
export function ownEntries(own: readonly OwnRubric[]): readonly LibraryEntry[] {
  return own
    .filter(({ hash }) => !SHIPPED_HASHES.has(hash))
    .map(({ rubric, hash }) => ({
      ...toRubricHeader(rubric, hash),
      key: OWN + hash,
      origin: 'own',
    }))
}

/**
 * The key of the definition a new reflection would be rated on, where an earlier one was pinned to
 * some version of it: that version while the library has it, else the newest one of its id. One that
 * is in no list any more goes by what is stored of it.
 */
export function keyOfPinned(
  library: readonly LibraryEntry[],
  { rubricId, hash }: { readonly rubricId: string; readonly hash: string },
): string {
  const versions = library.filter(({ id }) => id === rubricId)
  const found = versions.find((version) => version.hash === hash) ?? versions.at(-1)
  return found?.key ?? OWN + hash
}

/**
 * Loads the definition of an entry. One that was taken off the list meanwhile is still found.
 * @returns `rubricMissing` if it is neither with the app nor on this device
 */
export async function loadEntry(
  storage: Storage,
  key: string,
): Promise<Result<LoadedRubric, Problem>> {
  if (!key.startsWith(OWN)) return loadRubric(key)
  const [stored] = await storage.storedRubrics([key.slice(OWN.length)])
  return stored ? ok(stored) : fail({ kind: 'rubricMissing', rubricId: key })
}
