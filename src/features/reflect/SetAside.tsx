import { chipLook } from '#core/people.ts'
import type { Answer } from '#core/answer.ts'
import type { Reflection } from '#core/reflection.ts'
import { hasWords, type ItemReport } from '#core/itemReport.ts'
import { setAsideOf, type Item, type Rubric } from '#core/rubric.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import { Told } from '#ui/Told.tsx'
import { isAgreed } from './agreed.ts'
import styles from './reflect.module.css'
import { WeTag } from './WeTag.tsx'

interface Props {
  rubric: Rubric
  item: Item
  report: ItemReport
  reflection: Reflection
  answer: Answer | undefined
  pick: (answer: Answer | undefined) => void
}

/** The ways to set an item aside: their own answers, never a low mark, outside the control. */
export function SetAside({ rubric, item, report, reflection, answer, pick }: Props) {
  const setAside = setAsideOf(rubric, item)
  if (setAside.length === 0) return null
  // Words are not wiped out by one tap beside them.
  const isWritten = answer?.kind === 'text' && hasWords(answer.text)
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
            disabled={isWritten}
            onClick={() => pick(isPressed ? undefined : { kind: 'setAside', reason })}
          >
            <Told text={label} />
            {isAgreed(report, reason) && <WeTag />}
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
