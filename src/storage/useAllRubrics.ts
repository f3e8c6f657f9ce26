import { useEffect, useState } from 'react'
import { loadEntry, useRubricLibrary, type LibraryEntry } from './library.ts'
import type { StoredRubric } from './rows.ts'
import { useStorage } from './useStorage.ts'

/** Every definition of the library, in its order. */
export interface AllRubrics {
  readonly rubrics: readonly (StoredRubric & Pick<LibraryEntry, 'key' | 'origin'>)[]
  /** How many could not be read just now. */
  readonly missing: number
}

const EVERY = () => true

/**
 * Loads the definitions of all entries of the library; `undefined` until the first time all of them
 * were tried. When the library changes, the last list stands until the next is whole.
 *
 * @param isWanted which of them, to spare the others; the same function at every render
 */
export function useAllRubrics(
  isWanted: (entry: LibraryEntry) => boolean = EVERY,
): AllRubrics | undefined {
  const storage = useStorage()
  const library = useRubricLibrary()
  const [all, setAll] = useState<AllRubrics>()
  useEffect(() => {
    let isHere = true
    const wanted = library.filter(isWanted)
    const loading = wanted.map(async ({ key, origin }) => {
      const loaded = await loadEntry(storage, key)
      return loaded.ok ? [{ ...loaded.value, key, origin }] : []
    })
    void Promise.all(loading).then((loaded) => {
      const rubrics = loaded.flat()
      if (isHere) setAll({ rubrics, missing: wanted.length - rubrics.length })
    })
    return () => {
      isHere = false
    }
  }, [storage, library, isWanted])
  return all
}
