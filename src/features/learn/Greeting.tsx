import { useState } from 'react'
import { fieldEdits, type Reflection } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Part } from '#parts/Part.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Choice } from '#ui/Choice.tsx'
import styles from './learn.module.css'

/** The next steps that were still open last time: what has become of them? */
export function Greeting({
  store,
  reflection,
}: {
  store: ReflectionStore
  reflection: Reflection
}) {
  const { learn: words, common } = useMessages()
  const carried = reflection.nextSteps.filter(({ carried: from }) => from !== '')
  // One that is ticked here stays, so that the tick can be taken back.
  const [shown] = useState(() => carried.filter(({ done }) => !done).map(({ id }) => id))
  const steps = carried.filter(({ id, done }) => !done || shown.includes(id))
  if (steps.length === 0) return null
  return (
    <Part title={words.voices[reflection.mode].carried} lead={words.carriedHint}>
      <ul className={styles['carried']}>
        {steps.map((step) => (
          <li key={step.id} data-done={step.done}>
            <Choice
              kind="checkbox"
              label={<bdi>{step.what}</bdi>}
              hint={<bdi>{words.stepBy(step.who, common.day(step.by))}</bdi>}
              checked={step.done}
              onChange={(event) =>
                store.apply(fieldEdits('nextStep', step.id, { done: event.currentTarget.checked }))
              }
            />
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink look="quiet" icon="forward" href={`#/r/${store.id}/plan`}>
          {words.toPlan}
        </ButtonLink>
      </p>
    </Part>
  )
}
