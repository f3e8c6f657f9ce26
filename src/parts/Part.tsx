import { useId, type ReactNode } from 'react'
import styles from './part.module.css'

interface Props {
  title: string
  lead?: string | undefined
  /** What stands at the other end of the heading's line. */
  beside?: ReactNode
  /** A name for links within the page; then the heading can have the focus. */
  anchor?: string | undefined
  children: ReactNode
}

/** A part of a page about a sitting, under a heading of its own. */
export function Part({ title, lead, beside, anchor, children }: Props) {
  const id = useId()
  return (
    <section className={styles['part']} aria-labelledby={id} id={anchor}>
      <div className={styles['headLine']}>
        <h2 className={styles['heading']} id={id} tabIndex={anchor === undefined ? undefined : -1}>
          {title}
        </h2>
        {beside}
      </div>
      {lead && <p className={styles['lead']}>{lead}</p>}
      {children}
    </section>
  )
}
