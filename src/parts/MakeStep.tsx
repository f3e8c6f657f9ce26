import { useState } from 'react'
import { deleteEdit, fieldEdits, type NextStep } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './growth.module.css'

interface Props {
  store: ReflectionStore
  steps: readonly NextStep[]
  /** What to do, in a few words. */
  what: string
  /** The strategy it comes from, in words that keep its credit; empty for an idea of one's own. */
  from: string
}

/** Makes a next step of what is borrowed. The button that made it takes it back, in the same place. */
export function MakeStep({ store, steps, what, from }: Props) {
  const { growth: words, common } = useMessages()
  const [madeId, setMadeId] = useState<string>()
  const step = steps.find((one) => (from === '' ? one.what === what : one.from === from))
  const make = () => {
    const id = newId()
    const order = Math.max(0, ...store.reflection().nextSteps.map((one) => one.order)) + 1
    store.apply(fieldEdits('nextStep', id, { what, from, order }))
    setMadeId(id)
  }
  const isOurs = step !== undefined && step.id === madeId
  return (
    <div className={styles['makeStep']}>
      <output className={styles['stepNews']}>
        {step && (
          <>
            <Icon name="check" size={18} />
            {words.isStep}
          </>
        )}
      </output>
      {step && (
        <a className={styles['toPlan']} href={`#/r/${store.id}/plan`}>
          {words.toPlan}
        </a>
      )}
      {(!step || isOurs) && (
        <Button
          look="quiet"
          icon={isOurs ? 'undo' : 'forward'}
          aria-label={isOurs ? words.undoStepOf(what) : words.makeStepOf(what)}
          onClick={isOurs ? () => store.apply([deleteEdit('nextStep', step.id)]) : make}
        >
          {isOurs ? common.undo : words.makeStep}
        </Button>
      )}
    </div>
  )
}
