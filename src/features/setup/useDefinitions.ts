import { useEffect, useState } from 'react'
import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { LoadedRubric } from '#rubrics/catalog.ts'
import { loadEntry } from '#storage/library.ts'
import { useStorage } from '#storage/useStorage.ts'

type Loaded = Result<LoadedRubric, Problem>

/** The definitions of entries of the library, each as soon as it is there. One that failed is tried again when the list changes. */
export function useDefinitions(keys: readonly string[]): ReadonlyMap<string, Loaded> {
  const storage = useStorage()
  const [definitions, setDefinitions] = useState<ReadonlyMap<string, Loaded>>(new Map())
  const all = keys.join('\n')
  useEffect(() => {
    let isWanted = true
    for (const key of all.split('\n').filter((one) => one !== '')) {
      void loadEntry(storage, key).then((loaded) => {
        if (isWanted) setDefinitions((before) => new Map(before).set(key, loaded))
      })
    }
    return () => {
      isWanted = false
    }
  }, [storage, all])
  return definitions
}
