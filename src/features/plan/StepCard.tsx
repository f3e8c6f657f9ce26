import type { ReactNode } from 'react'
import { deleteEdit, fieldEdits, type NextStep } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { OtherVersions } from '#parts/OtherVersions.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { isDay } from './byWhen.ts'
import styles from './plan.module.css'
import { remarksOn } from './stepSchema.ts'

interface Props {
  store: ReflectionStore
  step: NextStep
  /** Buttons. */
  children: ReactNode
}

/** A next step as it stands and as it goes on paper, with a box to tick. */
export function StepCard({ store, step, children }: Props) {
  const { plan: words, common } = useMessages()
  const { what, who, by, sign, from, carried, done } = step
  const sittings = useReadable(useStorage().headers)
  const carriedDay = sittings.find(({ id }) => id === carried)?.date ?? ''
  return (
    <div className={styles['card']} data-done={done}>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={done}
          aria-label={words.doneOf(what === '' ? words.empty : what)}
          onChange={(event) =>
            store.apply(fieldEdits('nextStep', step.id, { done: event.target.checked }))
          }
        />
      </label>
      <div className={styles['said']}>
        {carriedDay !== '' && (
          <p className={styles['kicker']}>{words.carriedFrom(common.day(carriedDay))}</p>
        )}
        <h3 className={styles['what']} tabIndex={-1} dir="auto">
          {what === '' ? words.empty : what}
        </h3>
        {(who !== '' || by !== '' || done) && (
          <p className={styles['facts']}>
            {done && <span className={styles['doneWord']}>{words.done}</span>}
            {who !== '' && <span dir="auto">{who}</span>}
            {by !== '' && (
              <span data-words={!isDay(by)} dir="auto">
                {isDay(by) ? words.byThen(common.day(by)) : by}
              </span>
            )}
          </p>
        )}
        {sign !== '' && (
          <p className={styles['text']} dir="auto">
            {words.signIs(sign)}
          </p>
        )}
        {from !== '' && (
          <p className={styles['aside']} dir="auto">
            {words.fromIs(from)}
          </p>
        )}
        {!done &&
          remarksOn(step, words, store.reflection().mode).map((remark) => (
            <p key={remark} className={styles['remark']}>
              {remark}
            </p>
          ))}
        <StepVersions store={store} step={step} />
      </div>
      <div className={styles['actions']}>{children}</div>
    </div>
  )
}

const JOINTS = { what: '\n', who: ', ', sign: '\n', by: undefined, from: undefined } as const

/** What two devices wrote differently, and whether it is there at all. */
function StepVersions({ store, step }: { store: ReflectionStore; step: NextStep }) {
  const { plan: words, common } = useMessages()
  const contested = (['what', 'who', 'by', 'sign', 'from'] as const).flatMap((field) => {
    const conflict = step.conflicts.find((each) => each.field === field)
    return conflict ? [{ field, conflict }] : []
  })
  return (
    <>
      {contested.map(({ field, conflict }) => (
        <OtherVersions
          key={field}
          store={store}
          kind="nextStep"
          record={step.id}
          conflict={conflict}
          about={words.fields[field]}
          {...(field === 'by' && { say: common.day })}
          joint={JOINTS[field]}
        />
      ))}
      {step.deletedElsewhere && (
        <p className={styles['contested']}>
          {words.deletedElsewhere}{' '}
          <Button
            look="quiet"
            onClick={() => store.apply([deleteEdit('nextStep', step.id, false)])}
          >
            {words.keepIt}
          </Button>
        </p>
      )}
    </>
  )
}
