import { useMessages } from '#messages/messages.ts'
import { responseId, type Answer } from '#core/answer.ts'
import type { TextItem } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText } from '#storage/useStorage.ts'
import { TextArea, TextField } from '#ui/TextField.tsx'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  item: TextItem
  answer: Answer | undefined
  place: { participantId: string; rubricId: string; itemId: string }
}

/** An answer in words: every keystroke is kept, one change is made when the writer pauses. */
export function TextAnswer({ store, item, place }: Props) {
  const words = useMessages().reflect
  const draft = useDraftText(store, {
    kind: 'response',
    record: responseId(place),
    field: 'answer',
  })
  const control = {
    label: words.answerLabel,
    'aria-describedby': `text-${item.id}`,
    value: draft.text,
    onBlur: draft.commit,
  }
  return (
    <div className={styles['textAnswer']}>
      {item.length === 'short' ? (
        <TextField {...control} onChange={(event) => draft.setText(event.target.value)} />
      ) : (
        <TextArea {...control} rows={3} onChange={(event) => draft.setText(event.target.value)} />
      )}
    </div>
  )
}
