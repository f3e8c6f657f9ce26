import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Problem } from '#core/problem.ts'
import type { MergeReceipt } from '#storage/merges.ts'
import { useStorage } from '#storage/useStorage.ts'
import { offeredFile, type OfferedFile } from './offeredFile.ts'
import { addCopy, openCopy, type OpenedCopy } from './openCopy.ts'

/** What was added, and whether somebody was forgotten on the way. */
export interface Added {
  readonly receipt: MergeReceipt
  readonly opened: OpenedCopy
  readonly forgot: number
}

/** Where the opening of a file stands. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: OfferedFile; readonly done: number }
  | { readonly kind: 'preview'; readonly file: OfferedFile; readonly opened: OpenedCopy }
  | { readonly kind: 'adding' }
  | { readonly kind: 'added'; readonly added: Added }
  | { readonly kind: 'undone'; readonly added: Added }
  | { readonly kind: 'problem'; readonly file?: OfferedFile; readonly problem: Problem }

interface OpeningActions {
  readonly opening: Opening
  add(opened: OpenedCopy, forget: boolean): void
  undo(added: Added): void
  /** Back to the beginning; stops reading. */
  leave(): void
}

/** Reads the offered file, adds it when told to, and takes it back when told to. */
export function useOpening(): OpeningActions {
  const storage = useStorage()
  const offered = useSyncExternalStore(offeredFile.subscribe, offeredFile.get)
  const [read, setRead] = useState<{ file: OfferedFile; done: number }>()
  const [settled, setSettled] = useState<Opening>({ kind: 'idle' })
  const done = read?.file === offered ? (read?.done ?? 0) : 0

  useEffect(() => {
    if (!offered) return undefined
    const stop = new AbortController()
    const onProgress = (progress: number) => setRead({ file: offered, done: progress })
    void openCopy(offered.content, storage, { signal: stop.signal, onProgress }).then((result) => {
      if (!result || stop.signal.aborted) return
      setSettled(
        result.ok
          ? { kind: 'preview', file: offered, opened: result.value }
          : { kind: 'problem', file: offered, problem: result.problem },
      )
      offeredFile.set(undefined)
    })
    return () => stop.abort()
  }, [offered, storage])

  async function add(opened: OpenedCopy, forget: boolean) {
    setSettled({ kind: 'adding' })
    const result = await addCopy(opened, storage, { forget })
    if (!result.ok) return setSettled({ kind: 'problem', problem: result.problem })
    const forgot = forget ? opened.preview.forgets.length : 0
    return setSettled({ kind: 'added', added: { receipt: result.value, opened, forgot } })
  }

  async function undo(added: Added) {
    const result = await storage.undoMerge(added.receipt.importId)
    setSettled(result.ok ? { kind: 'undone', added } : { kind: 'problem', problem: result.problem })
  }

  return {
    opening: offered ? { kind: 'reading', file: offered, done } : settled,
    add: (opened, forget) => void add(opened, forget),
    undo: (added) => void undo(added),
    leave() {
      offeredFile.set(undefined)
      setSettled({ kind: 'idle' })
    },
  }
}
