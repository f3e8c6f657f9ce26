import { useId } from 'react'
import { STATUSES } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { useStore } from '#storage/useStorage.ts'
import { Icon } from '#ui/Icon.tsx'
import { isAgreed } from './agreed.ts'
import styles from './answers.module.css'
import type { ControlProps } from './controlProps.ts'
import { groupName } from './groupName.ts'
import { isTold, PeopleHere } from './PeopleHere.tsx'
import { pickProps } from './pickProps.ts'

/** How far something is: four words in a row, none of them better dressed than another. */
export function StatusAnswer({ store, report, person, place, answer, pick }: ControlProps) {
  const { common } = useStartMessages()
  const id = useId()
  const reflection = useStore(store, (from) => from.reflection())
  return (
    <div
      className={styles['statuses']}
      role="radiogroup"
      aria-labelledby={groupName(report.item, person)}
    >
      {STATUSES.map((status) => {
        const here = report.picks.find((each) => each.id === status)?.people ?? []
        const agreed = isAgreed(report, status)
        const own = `${id}-${status}`
        return (
          <label key={status} className={styles['status']}>
            <input
              type="radio"
              className={styles['overlay']}
              name={`${id}-${place.participantId}`}
              aria-labelledby={own}
              aria-describedby={isTold({ here, person, agreed }) ? `${own}-here` : undefined}
              {...pickProps({
                checked: answer?.kind === 'status' && answer.status === status,
                onPick: () => pick({ kind: 'status', status }),
                onTakeBack: () => pick(undefined),
              })}
            />
            <span className={styles['statusWord']}>
              <span className={styles['tick']}>
                <Icon name="check" size={16} />
              </span>
              <span id={own}>{common.statuses[status]}</span>
            </span>
            <PeopleHere
              id={`${own}-here`}
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
