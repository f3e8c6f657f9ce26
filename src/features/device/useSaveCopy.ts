import { useState } from 'react'
import type { Problem } from '#core/problem.ts'
import { useStorage } from '#storage/useStorage.ts'
import { saveCopy, type CopyWish, type SavedFile } from './saveCopy.ts'

/** Where the saving of a copy stands. */
export type Saving =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'done'; readonly file: SavedFile }
  | { readonly kind: 'problem'; readonly problem: Problem }

interface CopySaver {
  readonly saving: Saving
  save(wish: CopyWish): void
  /** Clears what was said of the last one. */
  rest(): void
}

/** Saves copies, one at a time. */
export function useSaveCopy(): CopySaver {
  const storage = useStorage()
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  async function save(wish: CopyWish) {
    setSaving({ kind: 'saving' })
    const saved = await saveCopy(wish, storage)
    setSaving(
      saved.ok ? { kind: 'done', file: saved.value } : { kind: 'problem', problem: saved.problem },
    )
  }
  return { saving, save: (wish) => void save(wish), rest: () => setSaving({ kind: 'idle' }) }
}
