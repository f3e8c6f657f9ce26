import { useEffect, useState } from 'react'
import type { OwnCounts } from '#exchange/copyFormat.ts'
import { countOwn } from '#exchange/ownLines.ts'
import { useStorage } from '#storage/useStorage.ts'

/** How many rubrics of one's own and unfinished ones are here, live; `undefined` if there are none. */
export function useOwnCounts(): OwnCounts | undefined {
  const storage = useStorage()
  const [counts, setCounts] = useState<OwnCounts>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const found = countOwn(await storage.ownWork())
      if (!isOver) setCounts(found.rubrics + found.drafts > 0 ? found : undefined)
    }
    void read()
    const stops = [
      storage.ownRubrics.subscribe(() => void read()),
      storage.rubricDrafts.subscribe(() => void read()),
    ]
    return () => {
      isOver = true
      for (const stop of stops) stop()
    }
  }, [storage])
  return counts
}
