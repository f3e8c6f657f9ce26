import type { ItemReport } from '#core/itemReport.ts'
import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import type { Level } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told } from '#ui/Told.tsx'
import type { Slide } from './deck.ts'
import styles from './projector.module.css'

interface People {
  people: readonly Participant[]
}

/** The rows of a skill, with the initials in their boxes. */
export function SkillOnWall({
  section,
  skill,
  rows,
  people,
}: Extract<Slide, { kind: 'marks' }> & People) {
  const heads = rows.find(({ boxes }) => boxes.length > 0)?.boxes ?? []
  return (
    <>
      <p className={styles['soft']}>
        <Told text={section.name.text} />
      </p>
      <h1 className={styles['title']}>
        <Told text={skill.skill.name.text} />
        {skill.site && (
          <>
            {' · '}
            <bdi>{skill.site.name}</bdi>
          </>
        )}
      </h1>
      <div className={styles['rows']}>
        {heads.length > 0 && <Heads levels={heads.map(({ level }) => level)} />}
        {rows.map((report) => (
          <RowOnWall key={report.key} report={report} people={people} />
        ))}
      </div>
    </>
  )
}

/** The names of the levels, once for all rows; each box says its own to a screen reader. */
function Heads({ levels }: { levels: readonly Level[] }) {
  return (
    <div className={styles['heads']} aria-hidden="true">
      {levels.map(({ id, short }, index) => (
        <p key={id} className={styles['head']} data-level={index + 1}>
          {short}
        </p>
      ))}
    </div>
  )
}

function RowOnWall({ report, people }: { report: ItemReport } & People) {
  return (
    <div className={styles['row']}>
      <p className={styles['method']}>
        <span className={styles['number']}>{report.item.number}</span>
        <span>
          <Told text={report.item.text} />
        </span>
      </p>
      {report.boxes.length > 0 ? (
        <Boxes report={report} people={people} />
      ) : (
        <OtherAnswers report={report} people={people} />
      )}
    </div>
  )
}

function Boxes({ report, people }: { report: ItemReport } & People) {
  const words = useMessages().projector
  const agreed = report.team?.kind === 'level' ? report.team.level : undefined
  const level = report.boxes.find((box) => box.level.id === agreed)?.level
  return (
    <>
      <ul className={styles['boxes']}>
        {report.boxes.map((box, index) => (
          <li
            key={box.level.id}
            className={styles['box']}
            data-level={index + 1}
            data-held={box.people.length > 0}
          >
            <Hidden>
              {box.level.label}
              {': '}
              {box.people.length === 0 && words.notMarked}
            </Hidden>
            <Chips of={box.people} people={people} />
          </li>
        ))}
      </ul>
      {level && <p className={styles['agreed']}>{words.agreed(level.label)}</p>}
    </>
  )
}

function OtherAnswers({ report, people }: { report: ItemReport } & People) {
  const words = useMessages()
  const chosen = report.picks.filter(({ people: by, together }) => by.length > 0 || together)
  if (chosen.length === 0) {
    return (
      <p className={styles['soft']}>{words.projector.answered(report.answered, people.length)}</p>
    )
  }
  return (
    <ul className={styles['picks']}>
      {chosen.map(({ id, label, people: by }) => (
        <li key={id} className={styles['pick']}>
          <span>
            {label === undefined ? statusName(id, words.common.statuses) : <Told text={label} />}
          </span>
          <Chips of={by} people={people} />
        </li>
      ))}
    </ul>
  )
}

function statusName(id: string, statuses: Readonly<Record<string, string>>): string {
  return statuses[id] ?? ''
}

function Chips({ of, people }: { of: readonly Participant[] } & People) {
  return (
    <span className={styles['chips']}>
      {of.map((person) => (
        <PersonChip
          key={person.id}
          initials={person.initials}
          look={chipLook(people.indexOf(person))}
        />
      ))}
    </span>
  )
}

/** One row that fills the wall: what we see most differently, and the question to begin with. */
export function ItemOnWall({ item, people }: Extract<Slide, { kind: 'talkFirst' }> & People) {
  const words = useMessages().projector
  return (
    <>
      <p className={styles['soft']}>{words.talkFirst}</p>
      <h1 className={styles['method']} data-large>
        <span className={styles['number']}>{item.item.number}</span>
        <span>
          <Told text={item.item.text} />
        </span>
      </h1>
      <div className={styles['wide']}>
        <Heads levels={item.boxes.map(({ level }) => level)} />
        <Boxes report={item} people={people} />
      </div>
      <p className={styles['question']}>{words.question}</p>
    </>
  )
}
