import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Change } from '#core/change.ts'
import { NOTE, readResponseId } from '#core/answer.ts'
import type { Reflection } from '#core/reflection.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  onUndone: () => void
}

/** Takes back the last thing done in this reflection, and says what it was. */
export function UndoButton({ store, reflection, rubric, onUndone }: Props) {
  const words = useStartMessages().reflect
  const possible = useSyncExternalStore(store.subscribe, store.canUndo)
  const [undone, setUndone] = useState<string>()
  useEffect(() => {
    if (undone === undefined) return
    const timer = setTimeout(() => setUndone(undefined), 6000)
    return () => clearTimeout(timer)
  }, [undone])
  return (
    <div className={styles['undo']}>
      <Button
        look="quiet"
        icon="undo"
        disabled={!possible}
        onClick={() => {
          const changes = store.undo()
          setUndone(changes && whatOf(changes, { reflection, rubric, words }))
          onUndone()
        }}
      >
        {words.undo}
      </Button>
      <output className={styles['undone']}>{undone}</output>
    </div>
  )
}

/** What was taken back, so that an undo out of sight is not a riddle. */
function whatOf(
  [change]: readonly Change[],
  {
    reflection,
    rubric,
    words,
  }: Pick<Props, 'reflection' | 'rubric'> & { words: StartMessages['reflect'] },
): string {
  switch (change?.kind) {
    case 'response': {
      const place = readResponseId(change.record)
      const person = reflection.participants.find(({ id }) => id === place?.participantId)
      const row = itemsOf(rubric, { retired: true }).find(({ item }) => item.id === place?.itemId)
      const number = row?.item.number ?? ''
      if (change.field === NOTE) return words.undoneNote(number)
      return row?.item.kind === 'rating' && person
        ? words.undoneMark(person.initials, number)
        : words.undoneAnswer(person?.initials, number)
    }
    case 'site':
      return words.undoneSite
    case 'strategy':
      return words.undoneStrategy
    case 'reflection':
    case 'participant':
      return words.undoneSetup
    default:
      return words.undone
  }
}
