import type { ReactNode } from 'react'
import styles from './Hidden.module.css'

/** Words for a screen reader alone. */
export function Hidden({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span className={styles['hidden']} id={id}>
      {children}
    </span>
  )
}
