import { useMemo } from 'react'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { askedItems, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'
import { answeredItems } from './turn.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  section: Section
  person: Participant
  onTurn: (participantId: string) => void
}

/** Whose initials the next tap places. */
export function TurnBar({ store, reflection, rubric, section, person, onTurn }: Props) {
  const words = useMessages().reflect
  const responses = useStore(store, (from) => from.responses())
  const total = section.skills.flatMap(askedItems).length
  const done = useMemo(() => {
    const given = new Set(
      responses
        .filter(({ rubricId, answer }) => rubricId === rubric.id && answer !== undefined)
        .map(({ itemId, participantId }) => `${itemId}/${participantId}`),
    )
    const isGiven = (itemId: string, id: string) => given.has(`${itemId}/${id}`)
    return new Map(
      reflection.participants.map(({ id }) => [id, answeredItems(section, id, isGiven).length]),
    )
  }, [responses, reflection, rubric, section])
  const own = done.get(person.id) ?? 0
  return (
    <fieldset className={styles['turn']}>
      <legend className={styles['turnLegend']}>{words.turn}</legend>
      <div className={styles['seats']}>
        {reflection.participants.map((seated, seat) => (
          <label key={seated.id} className={styles['seat']} title={seated.name}>
            <input
              type="radio"
              name="turn"
              className={styles['seatInput']}
              checked={seated.id === person.id}
              onChange={() => onTurn(seated.id)}
            />
            <PersonChip initials={seated.initials} look={chipLook(seat)} />
            {seated.name !== '' && seated.name !== seated.initials && (
              <Hidden>{seated.name}</Hidden>
            )}
            <span className={styles['seatDone']} data-done={done.get(seated.id) === total} />
          </label>
        ))}
      </div>
      <p className={styles['turnProgress']}>
        {own === total
          ? words.turnDone(person.initials)
          : words.turnProgress(person.initials, own, total)}
      </p>
    </fieldset>
  )
}
