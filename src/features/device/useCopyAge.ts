import { useMemo, useSyncExternalStore } from 'react'
import type { SavedCopy } from '#storage/copies.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'

/** How old the last copy of an open reflection is, in entries and in time. */
export interface CopyAge {
  readonly last: SavedCopy | undefined
  /** Entries since the last copy; without one, all but those of setting up. */
  readonly entries: number
  /** Milliseconds since 1970 UTC: the last copy, or the first entry. */
  readonly since: number
}

/** Follows the age of an open reflection's last copy. Costs nothing on a tap: it looks at the header. */
export function useCopyAge(store: ReflectionStore): CopyAge {
  const { headers, copies } = useStorage()
  const header = useReadable(headers).find(({ id }) => id === store.id)
  const last = useSyncExternalStore(copies.subscribe, () => copies.lastCopy(store.id))
  const total = header?.changes ?? 0
  return useMemo(() => {
    if (last) return { last, entries: Math.max(0, total - last.changes), since: last.at }
    const made = total === 0 ? [] : store.changes().filter(isEntry)
    const since = made.reduce((first, { at }) => Math.min(first, at), Number.MAX_SAFE_INTEGER)
    return { last, entries: made.length, since }
  }, [last, total, store])
}

/** Setting up is soon done again; what people said is not. */
function isEntry({ kind }: { readonly kind: string }): boolean {
  return kind !== 'reflection' && kind !== 'participant'
}
