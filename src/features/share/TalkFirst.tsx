import { chipLook } from '#core/people.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { Participant } from '#core/reflection.ts'
import { sessionPlan } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import { useMinutesLeft } from '#parts/sessionClock.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './share.module.css'
import type { ShareProps } from './shareProps.ts'
import { endsOf, minutesEach, type End } from './talkFirst.ts'

/** Where people stand far apart: the conversation to begin with, and a question for each side. */
export function TalkFirst(props: ShareProps) {
  const { share: words } = useMessages()
  const { of, store } = props
  return (
    <Part
      title={words.talkFirst}
      anchor="talk-first"
      lead={of.talkFirst.length > 0 ? words.talkFirstRule : undefined}
    >
      {of.talkFirst.length > 0 ? (
        <>
          <TimeEach reflectionId={store.id} props={props} />
          <ol className={styles['talks']}>
            {of.talkFirst.map((item) => (
              <Talk key={item.key} item={item} people={props.report.people} />
            ))}
          </ol>
        </>
      ) : (
        <p className={styles['aside']}>{noneWords(props, words)}</p>
      )}
    </Part>
  )
}

function noneWords(
  { of, hidden }: ShareProps,
  words: { talkFirstNone: string; talkFirstPrivate: string; noMarks: string },
): string {
  if (hidden.length > 0) return words.talkFirstPrivate
  return of.coverage.people > 1 ? words.talkFirstNone : words.noMarks
}

/** A third of what is left of the step, or of the step itself while no clock runs. */
function TimeEach({ reflectionId, props }: { reflectionId: string; props: ShareProps }) {
  const { share: words } = useMessages()
  const left = useMinutesLeft(reflectionId, 'share')
  const planned = sessionPlan(props.report.reflection.workshop.plan)?.steps.share
  const minutes = left ?? planned
  if (minutes === undefined) return null
  const each = minutesEach(minutes, props.of.talkFirst.length)
  return <p className={styles['time']}>{words.minutesEach(each, left !== undefined)}</p>
}

function Talk({ item, people }: { item: ItemReport; people: readonly Participant[] }) {
  const { share: words } = useMessages()
  const ends = endsOf(item)
  return (
    <li className={styles['talk']}>
      <h3 className={styles['talkText']}>
        <span className={styles['number']}>{item.item.number}</span>
        <span>
          <Told text={item.item.text} />
          {item.site && <span className={styles['site']}>{item.site.name}</span>}
        </span>
      </h3>
      <ol className={styles['boxes']} data-levels={item.boxes.length}>
        {item.boxes.map(({ level, people: here }, index) => (
          <li
            key={level.id}
            className={styles['box']}
            data-level={rampOf(index, item.boxes.length)}
            data-empty={here.length === 0}
          >
            <span className={styles['boxName']}>
              <Told text={level.short} />
            </span>
            <Chips here={here} people={people} />
          </li>
        ))}
      </ol>
      {ends && (
        <div className={styles['questions']}>
          <Question end={ends.high} people={people} ask={words.askHigh(ends.high.level.label)} />
          <Question end={ends.low} people={people} ask={words.askLow} />
        </div>
      )}
    </li>
  )
}

/** Which of the four steps of the ramp a box has. */
function rampOf(index: number, count: number): number {
  return count < 2 ? 1 : 1 + Math.round((index * 3) / (count - 1))
}

function Question({ end, people, ask }: { end: End; people: readonly Participant[]; ask: string }) {
  return (
    <p className={styles['question']}>
      <Chips here={end.people} people={people} />
      <span>{ask}</span>
    </p>
  )
}

export function Chips({
  here,
  people,
}: {
  here: readonly Participant[]
  people: readonly Participant[]
}) {
  return (
    <span className={styles['chips']}>
      {here.map((person) => (
        <PersonChip
          key={person.id}
          initials={person.initials}
          look={chipLook(people.indexOf(person))}
        />
      ))}
    </span>
  )
}
