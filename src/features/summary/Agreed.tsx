import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LevelName } from './LevelName.tsx'
import { Voices } from './People.tsx'
import styles from './summary.module.css'

/** What the team agreed on beside its individual marks, with the words it put to it. */
export function Agreed(part: PartProps) {
  const words = useMessages().summary
  const agreed = agreedItems(part.of)
  if (agreed.length === 0 || part.report.reflection.mode !== 'team') return null
  return (
    <Part title={words.agreed} lead={words.agreedLead}>
      <Folded
        first={5}
        lines={agreed.map(({ report, index }) => {
          const level = report.boxes[index]?.level
          return (
            <ItemLine key={report.key} part={part} of={report} withSite>
              <div className={styles['end']}>
                {level && <LevelName level={level} number={index + 1} of={report.boxes.length} />}
              </div>
              <Voices of={report.notes.filter(({ author }) => !author)} part={part} note />
            </ItemLine>
          )
        })}
      />
    </Part>
  )
}

/** Rating items with a box the team agreed on, and which. */
function agreedItems({ sections }: RubricReport) {
  return sections
    .flatMap(({ skills }) => skills)
    .flatMap(({ items }) => items)
    .map((report) => ({ report, index: agreedBox(report) }))
    .filter(({ index }) => index >= 0)
}

/** The place of the box the team agreed on, from 0; -1 for none. */
export function agreedBox({ team, boxes }: ItemReport): number {
  return team?.kind === 'level' ? boxes.findIndex(({ level }) => level.id === team.level) : -1
}
