import { useId, type ReactNode } from 'react'
import styles from './summary.module.css'

interface Props {
  title: string
  lead?: string | undefined
  children: ReactNode
}

/** A part of the summary under a heading of its own. */
export function Part({ title, lead, children }: Props) {
  const id = useId()
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 className={styles['heading']} id={id}>
        {title}
      </h2>
      {lead && <p className={styles['lead']}>{lead}</p>}
      {children}
    </section>
  )
}
