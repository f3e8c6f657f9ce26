import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'

interface Props {
  open: boolean
  title: string
  /** The word on the button that closes it. */
  close: string
  onClose: () => void
  children: ReactNode
  /** Buttons beside the closing one. */
  actions?: ReactNode
}

/** A native modal dialog: Escape closes it, focus goes in and comes back. */
export function Dialog({ open, title, close, onClose, children, actions }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open === open) return
    if (open) element.showModal()
    else element.close()
  }, [open])
  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <div className={styles['sheet']}>
          <h2 className={styles['title']} id={titleId}>
            {title}
          </h2>
          <div className={styles['body']}>{children}</div>
          <div className={styles['actions']}>
            {actions}
            <Button onClick={onClose}>{close}</Button>
          </div>
        </div>
      )}
    </dialog>
  )
}
