import { useState } from 'react'
import { NOTE, responseId, type AnswerPlace } from '#core/answer.ts'
import type { Item } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { TextArea } from '#ui/TextField.tsx'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  item: Item
  place: AnswerPlace
}

/** A few words beside an answer: folded away until somebody wants them or has written some. */
export function Note({ store, item, place }: Props) {
  const words = useStartMessages().reflect
  const draft = useDraftText(store, {
    kind: 'response',
    record: responseId(place),
    field: NOTE,
  })
  const [isOpen, setOpen] = useState(false)
  if (!isOpen && draft.text === '') {
    return (
      <div className={styles['addNote']}>
        <Button look="quiet" icon="plus" onClick={() => setOpen(true)}>
          {words.addNote}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles['note']} role="group" aria-labelledby={`text-${item.id}`}>
      <TextArea
        label={words.note}
        // The button that was pressed is gone: what it opened is where the writing goes on.
        {...(isOpen && { ref: focusOnce })}
        value={draft.text}
        onBlur={draft.commit}
        onChange={(event) => {
          setOpen(true)
          draft.setText(event.target.value)
        }}
      />
    </div>
  )
}

function focusOnce(area: HTMLTextAreaElement | null) {
  area?.focus()
}
