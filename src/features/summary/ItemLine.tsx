import type { ReactNode } from 'react'
import type { ItemReport } from '#core/itemReport.ts'
import { useMessages } from '#messages/messages.ts'
import { itemHref } from './itemHref.ts'
import { MarkedText } from './MarkedText.tsx'
import { SiteName } from './SiteName.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

interface Props {
  part: PartProps
  of: ItemReport
  /** True where what belongs to it is wider than text. */
  wide?: boolean
  /** True in a list that goes through several sites. */
  withSite?: boolean
  children?: ReactNode
}

/** A method with its number, leading to its row; what belongs to it stands below. */
export function ItemLine({ part, of, wide = false, withSite = false, children }: Props) {
  const { item, site } = of
  return (
    <li className={styles['itemLine']} data-wide={wide}>
      <ItemLink part={part} of={of} />
      <div className={styles['itemWords']}>
        <p className={styles['itemText']}>
          <MarkedText text={item.text} provenance={item.provenance} />
        </p>
        {withSite && site && <SiteName of={site} part={part} />}
        {children}
      </div>
    </li>
  )
}

/** The number of a method, as the way to its row. */
export function ItemLink({ part, of }: { part: PartProps; of: ItemReport }) {
  const words = useMessages().summary
  const { number, text } = of.item
  return (
    <a
      className={styles['itemLink']}
      href={itemHref(part.report, part.of.rubric, of)}
      title={text}
      aria-label={words.goTo(number)}
    >
      {number}
    </a>
  )
}
