import { chipLook } from '#core/people.ts'
import type { Answer } from '#core/answer.ts'
import type { Reflection } from '#core/reflection.ts'
import type { ItemReport } from '#core/itemReport.ts'
import { scaleOf, type RatingItem, type Rubric } from '#core/rubric.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'

interface Props {
  rubric: Rubric
  item: RatingItem
  report: ItemReport
  reflection: Reflection
  answer: Answer | undefined
  pick: (answer: Answer | undefined) => void
}

/** The ways to set an item aside: their own answers, never a low mark, outside the boxes. */
export function SetAside({ rubric, item, report, reflection, answer, pick }: Props) {
  const { setAside } = scaleOf(rubric, item)
  return (
    <div className={styles['setAside']}>
      {setAside.map(({ id: reason, label }) => {
        const isPressed = answer?.kind === 'setAside' && answer.reason === reason
        const people = report.setAside.find((entry) => entry.reason === reason)?.people ?? []
        return (
          <button
            key={reason}
            type="button"
            className={styles['aside']}
            aria-pressed={isPressed}
            onClick={() => pick(isPressed ? undefined : { kind: 'setAside', reason })}
          >
            {label}
            {people.map((person) => (
              <PersonChip
                key={person.id}
                initials={person.initials}
                look={chipLook(reflection.participants.indexOf(person))}
              />
            ))}
          </button>
        )
      })}
    </div>
  )
}
