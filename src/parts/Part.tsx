import { useId, type ReactNode } from 'react'
import styles from './part.module.css'

interface Props {
  title: string
  lead?: string | undefined
  /** What stands at the other end of the heading's line. */
  beside?: ReactNode
  children: ReactNode
}

/** A part of a page about a sitting, under a heading of its own. */
export function Part({ title, lead, beside, children }: Props) {
  const id = useId()
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <div className={styles['headLine']}>
        <h2 className={styles['heading']} id={id}>
          {title}
        </h2>
        {beside}
      </div>
      {lead && <p className={styles['lead']}>{lead}</p>}
      {children}
    </section>
  )
}
