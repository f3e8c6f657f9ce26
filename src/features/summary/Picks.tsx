import type { ItemPick, ItemReport } from '#core/itemReport.ts'
import { useMessages } from '#messages/messages.ts'
import { Chosen } from './People.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** What was chosen, in printed order, and by whom. What nobody chose is left out. */
export function Picks({ of, part }: { of: ItemReport; part: PartProps }) {
  const { common } = useMessages()
  const label = ({ id, label: own }: ItemPick) =>
    own ?? Object.entries(common.statuses).find(([status]) => status === id)?.[1] ?? id
  const picks = of.picks.filter(isChosen)
  if (picks.length === 0) return null
  return (
    <ul className={styles['picks']}>
      {picks.map((pick) => (
        <li key={pick.id} className={styles['pick']}>
          <span className={styles['pickLabel']}>{label(pick)}</span>
          <Chosen people={pick.people} part={part} />
        </li>
      ))}
    </ul>
  )
}

export function isChosen({ people, together }: ItemPick): boolean {
  return together || people.length > 0
}
