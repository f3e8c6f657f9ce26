import type { ItemReport } from '#core/itemReport.ts'
import { STATUSES, type Status } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { ItemLine } from './ItemLine.tsx'
import { Voices } from './People.tsx'
import styles from './summary.module.css'
import type { PartProps } from '#parts/voice.ts'

/** What is done first, what has not begun last: a checklist is read for what stands. */
const ORDER: readonly Status[] = ['inPlace', 'begun', 'toRevisit', 'notStarted']

/** The lines of a checklist that the team answered as one, by how far each is. */
export function Statuses({ of, part }: { of: readonly ItemReport[]; part: PartProps }) {
  const { common, summary: words } = useMessages()
  const statusOf = ({ picks }: ItemReport) =>
    STATUSES.find((status) => picks.some(({ id, together }) => together && id === status))
  const groups = ORDER.map((status) => ({
    name: common.statuses[status],
    lines: of.filter((report) => statusOf(report) === status),
  }))
  const noted = of.filter((report) => !statusOf(report) && report.notes.length > 0)
  const open = of.filter((report) => report.answered === 0).length
  return (
    <div className={styles['statuses']}>
      {[...groups, { name: words.noted, lines: noted }]
        .filter(({ lines }) => lines.length > 0)
        .map(({ name, lines }) => (
          <div key={name} className={styles['status']}>
            <p className={styles['statusName']}>{name}</p>
            <ul className={styles['items']}>
              {lines.map((report) => (
                <ItemLine key={report.key} part={part} of={report}>
                  <Voices of={report.notes} part={part} note />
                </ItemLine>
              ))}
            </ul>
          </div>
        ))}
      {open > 0 && (
        <p className={styles['aside']}>{words.notAnswered(open, part.of.rubric.itemNoun)}</p>
      )}
    </div>
  )
}
