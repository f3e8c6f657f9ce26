import { useState } from 'react'
import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './summary.module.css'

/** More people than this in one box are folded. */
const MOST_SHOWN = 8

interface Props {
  /** Everyone in the reflection: the order gives each chip its look. */
  people: readonly Participant[]
  here: readonly { readonly person: Participant; readonly count: number }[]
  /** What a count counts. */
  noun: { one: string; many: string }
}

/** The people in one box, as chips; read out as one list. A crowd is folded and opens with a tap. */
export function Crowd({ people, here, noun }: Props) {
  const words = useMessages().summary
  const [isOpen, setOpen] = useState(false)
  const isFolded = here.length > MOST_SHOWN && !isOpen
  const shown = isFolded ? here.slice(0, MOST_SHOWN - 1) : here
  const told = here.map(({ person, count }) =>
    count > 1 ? words.times(person.initials, count, noun) : person.initials,
  )
  return (
    <div className={styles['crowd']}>
      <Hidden>{told.length > 0 ? told.join(', ') : words.nobody}</Hidden>
      {shown.map(({ person, count }) => (
        <span key={person.id} aria-hidden="true" title={person.name}>
          <PersonChip
            initials={person.initials}
            look={chipLook(people.indexOf(person))}
            count={count}
          />
        </span>
      ))}
      {here.length > MOST_SHOWN && (
        <button
          type="button"
          className={styles['more']}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.showFewer : words.more(here.length - shown.length)}
          {!isOpen && <Hidden>{words.morePeople(here.length - shown.length)}</Hidden>}
        </button>
      )}
    </div>
  )
}
