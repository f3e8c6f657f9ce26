import type { ReactNode } from 'react'
import styles from './Page.module.css'
import { useTitleFocus } from './useTitleFocus.ts'

interface Props {
  title: string
  /** The language of the title, if it is another than that of the page, BCP 47. */
  titleLang?: string | undefined
  /** A line under the title. */
  lead?: ReactNode
  /** `reading`: one column of text. `grid`: as wide as a table needs. */
  width?: 'reading' | 'grid'
  children: ReactNode
}

/** One column with a title: every route that is not the rubric itself. */
export function Page({ title, titleLang, lead, width = 'reading', children }: Props) {
  const heading = useTitleFocus(title)
  return (
    <div className={styles['page']} data-width={width}>
      <header className={styles['head']}>
        <h1 className={styles['title']} tabIndex={-1} ref={heading} lang={titleLang}>
          {title}
        </h1>
        {lead && <div className={styles['lead']}>{lead}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a page with a heading of its own. */
export function PageSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{title}</h2>
      {children}
    </section>
  )
}
