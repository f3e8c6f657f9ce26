import { useDeferredValue, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Icon } from '#ui/Icon.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'
import { answeredCounts, natureOf, sectionItems, type SectionNature } from './turn.ts'
import { UndoButton } from './UndoButton.tsx'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  section: Section
  person: Participant
  onTurn: (participantId: string) => void
  /** Told after something was taken back. */
  onUndone: () => void
}

/** Whose initials the next tap places, how far they are, and the way back. */
export function TurnBar({ store, reflection, rubric, section, person, onTurn, onUndone }: Props) {
  // The mark paints first; the count beside it may come a moment later.
  const responses = useDeferredValue(useStore(store, (from) => from.responses()))
  const { done, total } = useMemo(() => {
    // `responses` is the trigger: the store's own per-item reads are stable in between.
    const responsesOf = responses && store.responsesOf
    const items = sectionItems({ reflection, rubric, section, responsesOf })
    return { done: answeredCounts(items, reflection.participants), total: items.length }
  }, [responses, reflection, rubric, section, store])
  const own = done.get(person.id) ?? 0
  const words = useStartMessages().reflect
  const nature = natureOf(section)
  const isAlone = reflection.mode === 'individual'
  const hasTurns = !isAlone && !nature.isTogether
  const bar = useRef<HTMLDivElement>(null)
  useOwnHeight(bar)
  return (
    <div className={styles['turn']} ref={bar}>
      {hasTurns && <Seats {...{ reflection, person, done, total, onTurn }} />}
      <p className={styles['turnProgress']} data-alone={!hasTurns}>
        {total === 0
          ? ''
          : progressIn(words, nature, {
              initials: isAlone ? undefined : person.initials,
              own,
              total,
            })}
      </p>
      <UndoButton {...{ store, reflection, rubric, onUndone }} />
    </div>
  )
}

/** How far someone is, or the team together: marks where all is rated, answers elsewhere. */
function progressIn(
  words: StartMessages['reflect'],
  { isRated, isTogether }: SectionNature,
  { initials, own, total }: { initials: string | undefined; own: number; total: number },
): string {
  const isDone = own === total
  if (initials === undefined) {
    if (isRated) return isDone ? words.selfDone : words.selfProgress(own, total)
    return isDone ? words.selfAnsweredAll : words.selfAnswered(own, total)
  }
  if (isTogether) return isDone ? words.teamAnsweredAll : words.teamAnswered(own, total)
  if (isRated) return isDone ? words.turnDone(initials) : words.turnProgress(initials, own, total)
  return isDone ? words.turnAnsweredAll(initials) : words.turnAnswered(initials, own, total)
}

interface SeatsProps {
  reflection: Reflection
  person: Participant
  /** How many items each person has answered, by participant id. */
  done: ReadonlyMap<string, number>
  total: number
  onTurn: (participantId: string) => void
}

function Seats({ reflection, person, done, total, onTurn }: SeatsProps) {
  const words = useStartMessages().reflect
  const [open, setOpen] = useState(false)
  const { participants } = reflection
  return (
    <fieldset className={styles['seats']} data-open={open}>
      <legend className={styles['turnLegend']}>{words.turn}</legend>
      <button
        type="button"
        className={styles['seatPicker']}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles['turnLegend']}>{words.turn}</span>
        <PersonChip initials={person.initials} look={chipLook(participants.indexOf(person))} />
        <Icon name="down" size={16} />
      </button>
      {participants.map((seated, seat) => (
        <label key={seated.id} className={styles['seat']} title={seated.name}>
          <input
            type="radio"
            name="turn"
            className={styles['seatInput']}
            checked={seated.id === person.id}
            onClick={() => setOpen(false)}
            onChange={() => {
              setOpen(false)
              onTurn(seated.id)
            }}
          />
          <PersonChip initials={seated.initials} look={chipLook(seat)} />
          {seated.name !== '' && seated.name !== seated.initials && (
            <Hidden>
              <bdi>{seated.name}</bdi>
            </Hidden>
          )}
          <span
            className={styles['seatDone']}
            data-done={total > 0 && done.get(seated.id) === total}
          />
        </label>
      ))}
    </fieldset>
  )
}

/** Tells the sheet how tall this bar is, so that the heads of the columns stick right below it. */
function useOwnHeight(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = bar.current
    const sheet = element?.parentElement
    if (!element || !sheet) return
    const observer = new ResizeObserver(() =>
      sheet.style.setProperty('--turn', `${element.offsetHeight}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [bar])
}
