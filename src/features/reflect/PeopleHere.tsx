import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import { useStartMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'
import { WeTag } from './WeTag.tsx'

/** Who stands at an answer. */
interface Here {
  here: readonly Participant[]
  /**
   * Whose turn it is; their own chip is said by the control itself. `undefined` while the team marks
   * what it agrees on.
   */
  person: Participant | undefined
  /** True if the team agreed on this answer, beside the marks of each. */
  agreed: boolean
}

interface Props extends Here {
  /** Of the words that say who else is here. */
  id: string
  /** Everybody at the table, in the order they sit. */
  people: readonly Participant[]
  isAlone: boolean
}

/** The initials that stand at an answer: chips to see, and words for who cannot see them. */
export function PeopleHere({ id, people, here, person, agreed, isAlone }: Props) {
  const words = useStartMessages().reflect
  const others = othersIn(here, person)
  return (
    <>
      <span className={styles['chips']} aria-hidden="true">
        {agreed && <WeTag />}
        {here.map((other) => (
          <span key={other.id} className={styles['landing']}>
            <PersonChip
              initials={other.initials}
              look={chipLook(people.indexOf(other))}
              current={!isAlone && other.id === person?.id}
            />
          </span>
        ))}
      </span>
      {isTold({ here, person, agreed }) && (
        <Hidden id={id}>
          {[
            ...(others.length > 0 ? [words.marksHere(others.map(({ initials }) => initials))] : []),
            ...(agreed && person ? [words.agreedHere] : []),
          ].join('. ')}
        </Hidden>
      )}
    </>
  )
}

/** True if there is more to say of an answer than its own control says. */
export function isTold({ here, person, agreed }: Here): boolean {
  return othersIn(here, person).length > 0 || (agreed && person !== undefined)
}

/** Everybody here but the person whose turn it is. */
function othersIn(
  here: readonly Participant[],
  person: Participant | undefined,
): readonly Participant[] {
  return here.filter(({ id }) => id !== person?.id)
}
