import { useState } from 'react'
import { TEAM } from '#core/answer.ts'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Icon } from '#ui/Icon.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'
import { WeTag } from './WeTag.tsx'

interface Props {
  reflection: Reflection
  person: Participant
  /** True while the team marks what it agrees on. */
  agrees: boolean
  /** How many items each person has answered, by participant id. */
  done: ReadonlyMap<string, number>
  total: number
  /** Told the id of a participant, or `TEAM` for what all agree on. */
  onTurn: (seat: string) => void
}

/** Who can have the turn: each person, and all of them where they agree. */
export function Seats({ reflection, person, agrees, done, total, onTurn }: Props) {
  const words = useStartMessages().reflect
  const [open, setOpen] = useState(false)
  const { participants } = reflection
  const seatProps = (seat: string) => ({
    checked: seat === (agrees ? TEAM : person.id),
    onClick: () => setOpen(false),
    onChange: () => {
      setOpen(false)
      onTurn(seat)
    },
  })
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
        {agrees ? (
          <WeTag />
        ) : (
          <PersonChip initials={person.initials} look={chipLook(participants.indexOf(person))} />
        )}
        <Icon name="down" size={16} />
      </button>
      {participants.map((seated, seat) => (
        <label key={seated.id} className={styles['seat']} title={seated.name}>
          <input
            type="radio"
            name="turn"
            className={styles['seatInput']}
            {...seatProps(seated.id)}
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
      <label className={styles['seat']} title={words.agreeHint}>
        <input type="radio" name="turn" className={styles['seatInput']} {...seatProps(TEAM)} />
        <WeTag />
        <Hidden>{words.agreeHint}</Hidden>
      </label>
    </fieldset>
  )
}
