import { useEffect, useState } from 'react'
import type { RubricDraft } from '#core/rubricDraft.ts'
import type { Editing } from './editing.ts'

/** How long nothing must be typed before a draft is looked over, in milliseconds. */
const PAUSE_MS = 250

/** The draft as it was when nobody had typed for a moment: looking it over takes longer than a key. */
export function useQuiet(editing: Editing): RubricDraft {
  const [quiet, setQuiet] = useState(() => editing.get().rubric)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => setQuiet(editing.get().rubric)
    const stop = editing.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(settle, PAUSE_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editing])
  return quiet
}
