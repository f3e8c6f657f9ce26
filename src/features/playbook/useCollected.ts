import { useEffect, useState } from 'react'
import { foldChanges } from '#core/fold.ts'
import { collectedEntries, type CollectedEntry, type Sitting } from '#core/playbook.ts'
import { readReflection } from '#core/reflection.ts'
import type { ReflectionHeader } from '#storage/headers.ts'
import type { Storage } from '#storage/storage.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'

const NONE: readonly CollectedEntry[] = []

/**
 * The strategies people named on this device, those of the newest sitting first. They are read one
 * sitting after the other, so that the page stays quick; until then, and in between, the last list.
 */
export function useCollected(): readonly CollectedEntry[] {
  const storage = useStorage()
  const headers = useReadable(storage.headers)
  const [collected, setCollected] = useState(NONE)
  useEffect(() => {
    let isWanted = true
    void readSittings(storage, headers, () => isWanted).then((sittings) => {
      if (isWanted) setCollected(collectedEntries(sittings))
    })
    return () => {
      isWanted = false
    }
  }, [storage, headers])
  return collected
}

async function readSittings(
  storage: Storage,
  headers: readonly ReflectionHeader[],
  isWanted: () => boolean,
): Promise<readonly Sitting[]> {
  const sittings: Sitting[] = []
  for (const { id, sample } of headers) {
    if (sample || !isWanted()) continue
    sittings.push(await readSitting(storage, id))
  }
  return sittings
}

/** A sitting without its responses, which are most of it and say nothing about strategies. */
async function readSitting(storage: Storage, id: string): Promise<Sitting> {
  const changes = await storage.allChanges(id)
  const fold = foldChanges(changes.filter(({ kind }) => kind !== 'response'))
  const reflection = readReflection(fold, id)
  const stored = await storage.storedRubrics(reflection.rubrics.map(({ hash }) => hash))
  return { reflection, rubrics: stored.map(({ rubric }) => rubric) }
}
