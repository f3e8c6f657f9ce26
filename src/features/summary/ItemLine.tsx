import type { ReactNode } from 'react'
import type { ItemReport } from '#core/itemReport.ts'
import type { Report } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { itemHref } from './itemHref.ts'
import { MarkedText } from './MarkedText.tsx'
import styles from './summary.module.css'

interface Props {
  report: Report
  of: ItemReport
  children?: ReactNode
}

/** A method with its number, leading to its row; what belongs to it stands below. */
export function ItemLine({ report, of, children }: Props) {
  const { item } = of
  return (
    <li className={styles['itemLine']}>
      <ItemLink report={report} of={of} />
      <div className={styles['itemWords']}>
        <p>
          <MarkedText text={item.text} provenance={item.provenance} />
        </p>
        {children}
      </div>
    </li>
  )
}

/** The number of a method, as the way to its row. */
export function ItemLink({ report, of }: { report: Report; of: ItemReport }) {
  const words = useMessages().summary
  const { number, text } = of.item
  return (
    <a
      className={styles['itemLink']}
      href={itemHref(report, of)}
      title={text}
      aria-label={words.goTo(number)}
    >
      {number}
    </a>
  )
}
