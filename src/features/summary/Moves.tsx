import { chipLook } from '#core/people.ts'
import type { Move } from '#core/moves.ts'
import type { RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'
import { Icon } from '#ui/Icon.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LevelName } from './LevelName.tsx'
import styles from './summary.module.css'

/** Who stands elsewhere than when all marks were shown: listening, made visible. */
export function Moves({ moves, ...part }: PartProps & { moves: readonly Move[] }) {
  const words = useMessages().summary
  const rows = movedItems(part.of, moves)
  if (rows.length === 0) return null
  return (
    <Part title={words.moves} lead={words.movesLead}>
      <Folded
        first={3}
        lines={rows.map(({ report, own }) => (
          <ItemLine key={report.key} part={part} of={report} withSite>
            <ul className={styles['moves']}>
              {own.map((move) => (
                <li key={move.person.id} className={styles['move']}>
                  <PersonChip
                    initials={move.person.initials}
                    look={chipLook(part.report.people.findIndex(({ id }) => id === move.person.id))}
                  />
                  <Box of={report.boxes} level={move.from} />
                  <span className={styles['moveTo']}>
                    <Icon name="forward" size={18} />
                    <span>{words.movedTo}</span>
                  </span>
                  <Box of={report.boxes} level={move.to} />
                </li>
              ))}
            </ul>
          </ItemLine>
        ))}
      />
    </Part>
  )
}

function Box({
  of: boxes,
  level,
}: {
  of: RubricReport['differences'][number]['boxes']
  level: Move['to']
}) {
  const place = boxes.findIndex((box) => box.level.id === level.id)
  return <LevelName level={level} number={place + 1} of={boxes.length} />
}

function movedItems({ sections }: RubricReport, moves: readonly Move[]) {
  return sections
    .flatMap(({ skills }) => skills)
    .flatMap(({ items }) => items)
    .map((report) => ({
      report,
      own: moves.filter(
        ({ itemId, siteId }) => itemId === report.item.id && siteId === report.site?.id,
      ),
    }))
    .filter(({ own }) => own.length > 0)
}
