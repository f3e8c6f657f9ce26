import { useStartMessages } from '#messages/messages.ts'
import { responseId, TEAM } from '#core/answer.ts'
import type { TextItem } from '#core/rubric.ts'
import { useDraftText, useStore } from '#storage/useStorage.ts'
import { TextArea, TextField } from '#ui/TextField.tsx'
import type { ControlProps } from './controlProps.ts'
import styles from './reflect.module.css'

/** An answer in words: every keystroke is kept, one change is made when the writer pauses. */
export function TextAnswer({ store, item, place }: ControlProps & { item: TextItem }) {
  const words = useStartMessages().reflect
  const draft = useDraftText(store, {
    kind: 'response',
    record: responseId(place),
    field: 'answer',
  })
  const isTeam = useStore(store, (from) => from.reflection().mode) === 'team'
  const isTogether = isTeam && place.participantId === TEAM
  const control = {
    label: isTogether ? words.answerTogether : words.answerLabel,
    value: draft.text,
    onBlur: draft.commit,
  }
  return (
    <div className={styles['textAnswer']} role="group" aria-labelledby={`text-${item.id}`}>
      {item.length === 'short' ? (
        <TextField {...control} onChange={(event) => draft.setText(event.target.value)} />
      ) : (
        <TextArea {...control} rows={3} onChange={(event) => draft.setText(event.target.value)} />
      )}
    </div>
  )
}
