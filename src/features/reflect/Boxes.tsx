import { useId } from 'react'
import { useStore } from '#storage/useStorage.ts'
import { Told } from '#ui/Told.tsx'
import { isAgreed } from './agreed.ts'
import type { ControlProps } from './controlProps.ts'
import { groupName } from './groupName.ts'
import { isTold, PeopleHere } from './PeopleHere.tsx'
import { pickProps } from './pickProps.ts'
import styles from './reflect.module.css'

/**
 * The boxes of one item: native radios, one group for the person whose turn it is. A tap places, a
 * tap elsewhere moves, a tap on the same box takes back.
 */
export function Boxes({ store, report, person, place, isHeaded, answer, pick }: ControlProps) {
  const id = useId()
  const reflection = useStore(store, (from) => from.reflection())
  return (
    <div
      className={styles['boxes']}
      role="radiogroup"
      aria-labelledby={groupName(report.item, person)}
      data-levels={report.boxes.length}
      data-headed={isHeaded}
    >
      {report.boxes.map(({ level, people: here }, index) => {
        const agreed = isAgreed(report, level.id)
        return (
          <label key={level.id} className={styles['box']} data-level={index + 1}>
            <input
              type="radio"
              className={styles['radio']}
              name={`${id}-${place.participantId}`}
              aria-labelledby={`${id}-${level.id}`}
              aria-describedby={
                isTold({ here, person, agreed }) ? `${id}-${level.id}-here` : undefined
              }
              {...pickProps({
                checked: answer?.kind === 'level' && answer.level === level.id,
                onPick: () => pick({ kind: 'level', level: level.id }),
                onTakeBack: () => pick(undefined),
              })}
            />
            <span className={styles['boxHead']}>
              <span className={styles['boxNumber']} aria-hidden="true">
                {index + 1}
              </span>
              <span id={`${id}-${level.id}`}>
                <Told text={level.label} />
              </span>
            </span>
            <PeopleHere
              id={`${id}-${level.id}-here`}
              people={reflection.participants}
              isAlone={reflection.mode === 'individual'}
              {...{ here, person, agreed }}
            />
          </label>
        )
      })}
    </div>
  )
}
