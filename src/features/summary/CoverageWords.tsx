import type { ItemReport } from '#core/itemReport.ts'
import type { Coverage } from '#core/report.ts'
import { isTogether } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

interface Props {
  of: Coverage
  part: PartProps
  /** What is covered. */
  items: readonly ItemReport[]
}

/**
 * "5 of 7 people, 12 of 16 methods"; only the methods for one person and for what is answered as one;
 * words while there is nothing.
 */
export function CoverageWords({ of, part, items: covered }: Props) {
  const { common, summary: words } = useMessages()
  const isEach =
    part.report.reflection.mode === 'team' && !covered.every(({ item }) => isTogether(item))
  const items = common.ofItems(of.items, of.ofItems, part.of.rubric.itemNoun)
  const people = words.coveragePeople(common.ofPeople(of.people, of.ofPeople))
  const facts = of.items === 0 ? [words.coverageNone] : isEach ? [people, items] : [items]
  return (
    <span className={styles['coverage']}>
      {facts.map((fact) => (
        <span key={fact}>{fact} </span>
      ))}
    </span>
  )
}
