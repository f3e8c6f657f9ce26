import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Problem } from '#core/problem.ts'
import type { MergeReceipt } from '#storage/merges.ts'
import type { OwnRubric } from '#storage/ownRubrics.ts'
import { useStorage } from '#storage/useStorage.ts'
import { offeredFile, type OfferedFile } from './offeredFile.ts'
import { addCopy, type OpenedCopy } from './openCopy.ts'
import { openFile } from './openFile.ts'
import type { OpenedRubric } from './openRubric.ts'

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
  | { readonly kind: 'rubric'; readonly file: OfferedFile; readonly opened: OpenedRubric }
  | { readonly kind: 'adding' }
  | { readonly kind: 'added'; readonly added: Added }
  | { readonly kind: 'kept'; readonly own: OwnRubric }
  /** `forgot`: how many people an import made forgotten, which no undo brings back. */
  | { readonly kind: 'undone'; readonly forgot: number }
  | { readonly kind: 'problem'; readonly file?: OfferedFile; readonly problem: Problem }

interface OpeningActions {
  readonly opening: Opening
  add(opened: OpenedCopy, forget: boolean): void
  undo(added: Added): void
  /** Puts the rubric among this device's own. */
  keep(opened: OpenedRubric): void
  /** Takes it off again. */
  drop(own: OwnRubric): void
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
    void openFile(offered, storage, { signal: stop.signal, onProgress }).then((result) => {
      if (!result || stop.signal.aborted) return
      setSettled(result.ok ? toPreview(offered, result.value) : toProblem(offered, result.problem))
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

  async function keep({ rubric }: OpenedRubric) {
    setSettled({ kind: 'adding' })
    const kept = await storage.keepRubric(rubric, 'file')
    setSettled(
      kept.ok ? { kind: 'kept', own: kept.value } : { kind: 'problem', problem: kept.problem },
    )
  }

  async function takeBack(
    work: Promise<Awaited<ReturnType<typeof storage.undoMerge>>>,
    forgot = 0,
  ) {
    const result = await work
    setSettled(
      result.ok ? { kind: 'undone', forgot } : { kind: 'problem', problem: result.problem },
    )
  }

  return {
    opening: offered ? { kind: 'reading', file: offered, done } : settled,
    add: (opened, forget) => void add(opened, forget),
    undo: ({ receipt, forgot }) => void takeBack(storage.undoMerge(receipt.importId), forgot),
    keep: (opened) => void keep(opened),
    drop: ({ hash }) => void takeBack(storage.dropRubric(hash, 'one')),
    leave() {
      offeredFile.set(undefined)
      setSettled({ kind: 'idle' })
    },
  }
}

type Read = Extract<Awaited<ReturnType<typeof openFile>>, { ok: true }>['value']

function toPreview(file: OfferedFile, read: Read): Opening {
  return read.kind === 'copy'
    ? { kind: 'preview', file, opened: read.copy }
    : { kind: 'rubric', file, opened: read.rubric }
}

function toProblem(file: OfferedFile, problem: Problem): Opening {
  return { kind: 'problem', file, problem }
}
