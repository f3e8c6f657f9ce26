import { useEffect, useState } from 'react'
import type { RubricDraft } from '#storage/rows.ts'
import { useStorage } from '#storage/useStorage.ts'

/** The rubrics that are being written, live; `undefined` until they are read, none if they cannot be. */
export function useDrafts(): readonly RubricDraft[] | undefined {
  const { rubricDrafts } = useStorage()
  const [drafts, setDrafts] = useState<readonly RubricDraft[]>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const list = await rubricDrafts.list()
      if (!isOver) setDrafts((last) => (list.ok ? list.value : (last ?? [])))
    }
    void read()
    const stop = rubricDrafts.subscribe(() => void read())
    return () => {
      isOver = true
      stop()
    }
  }, [rubricDrafts])
  return drafts
}
