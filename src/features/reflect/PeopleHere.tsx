import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'

interface Props {
  /** Of the words that say who else is here. */
  id: string
  /** Everybody at the table, in the order they sit. */
  people: readonly Participant[]
  here: readonly Participant[]
  /** Whose turn it is; their own chip is said by the control itself. `undefined` alone. */
  person: Participant
  isAlone: boolean
}

/** The initials that stand at an answer: chips to see, and words for who cannot see them. */
export function PeopleHere({ id, people, here, person, isAlone }: Props) {
  const words = useStartMessages().reflect
  const others = othersIn(here, person)
  return (
    <>
      <span className={styles['chips']} aria-hidden="true">
        {here.map((other) => (
          <span key={other.id} className={styles['landing']}>
            <PersonChip
              initials={other.initials}
              look={chipLook(people.indexOf(other))}
              current={!isAlone && other.id === person.id}
            />
          </span>
        ))}
      </span>
      {others.length > 0 && (
        <Hidden id={id}>{words.marksHere(others.map(({ initials }) => initials))}</Hidden>
      )}
    </>
  )
}

/** Everybody here but the person whose turn it is. */
export function othersIn(
  here: readonly Participant[],
  person: Participant,
): readonly Participant[] {
  return here.filter(({ id }) => id !== person.id)
}
