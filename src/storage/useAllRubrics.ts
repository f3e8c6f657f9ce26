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

/**
 * Loads the definitions of all entries of the library; `undefined` until the first time all of them
 * were tried. When the library changes, the last list stands until the next is whole.
 */
export function useAllRubrics(): AllRubrics | undefined {
  const storage = useStorage()
  const library = useRubricLibrary()
  const [all, setAll] = useState<AllRubrics>()
  useEffect(() => {
    let isWanted = true
    const loading = library.map(async ({ key, origin }) => {
      const loaded = await loadEntry(storage, key)
      return loaded.ok ? [{ ...loaded.value, key, origin }] : []
    })
    void Promise.all(loading).then((loaded) => {
      const rubrics = loaded.flat()
      if (isWanted) setAll({ rubrics, missing: library.length - rubrics.length })
    })
    return () => {
      isWanted = false
    }
  }, [storage, library])
  return all
}
