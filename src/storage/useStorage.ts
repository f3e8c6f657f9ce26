import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { invariant } from '#core/assert.ts'
import type { Edit } from '#core/change.ts'
import type { Problem } from '#core/problem.ts'
import type { DraftPlace } from './drafts.ts'
import type { ReflectionStore } from './openReflection.ts'
import type { Readable } from './signal.ts'
import type { Storage } from './storage.ts'

const StorageContext = createContext<Storage | undefined>(undefined)

/** Gives the opened storage to everything inside. */
export const StorageProvider = StorageContext.Provider

/** The opened storage. */
export function useStorage(): Storage {
  const storage = useContext(StorageContext)
  invariant(storage, 'useStorage outside of StorageProvider')
  return storage
}

/** A live value. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get)
}

export type Opening =
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly store: ReflectionStore }

const LOADING: Opening = { kind: 'loading' }

/** Opens a reflection while the component is there. */
export function useReflectionStore(id: string): Opening {
  const storage = useStorage()
  const [opened, setOpened] = useState<{ id: string; opening: Opening }>()
  useEffect(() => {
    let isOver = false
    let store: ReflectionStore | undefined
    void storage.open(id).then((result) => {
      if (isOver) return result.ok && result.value.close()
      if (result.ok) store = result.value
      setOpened({ id, opening: toOpening(result) })
      return undefined
    })
    return () => {
      isOver = true
      store?.close()
    }
  }, [storage, id])
  return opened?.id === id ? opened.opening : LOADING
}

function toOpening(result: Awaited<ReturnType<Storage['open']>>): Opening {
  if (result.ok) return { kind: 'ready', store: result.value }
  const { problem } = result
  return problem.kind === 'reflectionMissing' ? { kind: 'missing' } : { kind: 'problem', problem }
}

/**
 * Part of an open reflection, live. The component renders again only when what `select` returns is
 * another object, so select something the store keeps stable.
 */
export function useStore<T>(store: ReflectionStore, select: (from: ReflectionStore) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store))
}

/** A text field of a record: what is being typed, or else what is stored. */
export interface DraftText {
  readonly text: string
  /** Keeps a keystroke. @param founding what else makes the record, if it is new */
  setText(text: string, founding?: readonly Edit[]): void
  /** Makes a change of it: call it when the field is left. */
  commit(): void
}

/** Ties a text field to the store. */
export function useDraftText(
  store: ReflectionStore,
  { kind, record, field }: DraftPlace,
): DraftText {
  const text = useSyncExternalStore(store.subscribe, () => {
    const place = { kind, record, field }
    const stored = store.value(place)
    return store.draft(place) ?? (typeof stored === 'string' ? stored : '')
  })
  const setText = useCallback(
    (typed: string, founding?: readonly Edit[]) =>
      store.setDraft({ kind, record, field }, typed, founding),
    [store, kind, record, field],
  )
  const commit = useCallback(
    () => store.commitDraft({ kind, record, field }),
    [store, kind, record, field],
  )
  // A field that vanishes while it has the focus gets no blur.
  useEffect(() => commit, [commit])
  return { text, setText, commit }
}
