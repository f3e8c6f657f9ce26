import { useId } from 'react'
import { chipLook } from '#core/people.ts'
import type { Answer } from '#core/answer.ts'
import type { Participant } from '#core/reflection.ts'
import type { ItemReport } from '#core/itemReport.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  report: ItemReport
  person: Participant
  answer: Answer | undefined
  pick: (answer: Answer | undefined) => void
}

/**
 * The boxes of one item: native radios, one group for the person whose turn it is. A tap places, a
 * tap elsewhere moves, a tap on the same box takes back.
 */
export function Boxes({ store, report, person, answer, pick }: Props) {
  const words = useMessages().reflect
  const id = useId()
  const reflection = useStore(store, (from) => from.reflection())
  const people = reflection.participants
  const isAlone = reflection.mode === 'individual'
  return (
    <div
      className={styles['boxes']}
      role="radiogroup"
      aria-labelledby={`text-${report.item.id}`}
      data-levels={report.boxes.length}
    >
      {report.boxes.map(({ level, people: here }, index) => {
        const isChecked = answer?.kind === 'level' && answer.level === level.id
        const others = here.filter((other) => other.id !== person.id)
        return (
          <label key={level.id} className={styles['box']} data-level={index + 1}>
            <input
              type="radio"
              className={styles['radio']}
              name={`${id}-${person.id}`}
              aria-labelledby={`${id}-${level.id}`}
              aria-describedby={others.length > 0 ? `${id}-${level.id}-here` : undefined}
              checked={isChecked}
              onChange={() => pick({ kind: 'level', level: level.id })}
              onClick={(event) => {
                // The second tap of a nervous finger must not take back what the first placed.
                if (isChecked && event.detail < 2) pick(undefined)
              }}
              onKeyUp={(event) => {
                // Browsers differ on whether the space bar clicks a radio that is checked.
                if (event.key !== ' ' || !isChecked) return
                event.preventDefault()
                pick(undefined)
              }}
            />
            <span className={styles['boxHead']}>
              <span className={styles['boxNumber']} aria-hidden="true">
                {index + 1}
              </span>
              <span id={`${id}-${level.id}`}>{level.label}</span>
            </span>
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
              <Hidden id={`${id}-${level.id}-here`}>
                {words.marksHere(others.map(({ initials }) => initials))}
              </Hidden>
            )}
          </label>
        )
      })}
    </div>
  )
}
