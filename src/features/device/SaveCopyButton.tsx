import type { ReactNode } from 'react'
import { useMessages } from '#messages/messages.ts'
import { Button, type ButtonLook } from '#ui/Button.tsx'
import styles from './device.module.css'
import { SavedNotice } from './SavedNotice.tsx'
import type { CopyWish } from './saveCopy.ts'
import { useSaveCopy } from './useSaveCopy.ts'

interface Props {
  wish: CopyWish
  look?: ButtonLook
  /** For a screen reader, where several such buttons stand on one page. */
  label?: string
  children?: ReactNode
}

/** Saves a copy outside of the browser and says what is in it. */
export function SaveCopyButton({ wish, look = 'plain', label, children }: Props) {
  const words = useMessages().device
  const { saving, save } = useSaveCopy()
  const isSaving = saving.kind === 'saving'
  return (
    <div className={styles['saveCopy']}>
      <div>
        <Button
          look={look}
          icon="save"
          aria-label={label}
          aria-disabled={isSaving}
          onClick={() => {
            if (!isSaving) save(wish)
          }}
        >
          {isSaving ? words.saving : (children ?? words.saveCopy)}
        </Button>
      </div>
      <SavedNotice saving={saving} />
    </div>
  )
}
