import { useState } from 'react'
import type { Item } from '#core/rubric.ts'
import { itemsOf } from '#core/rubric.ts'
import { feedbackField } from '#core/workshop.ts'
import { useMessages } from '#messages/messages.ts'
import { OtherVersions } from '#parts/OtherVersions.tsx'
import { loadRubric } from '#rubrics/catalog.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useDraftText, useStore } from '#storage/useStorage.ts'
import { useTranslated } from '#storage/useTranslated.ts'
import { TextArea } from '#ui/TextField.tsx'
import { useLoaded } from '#ui/useLoaded.ts'
import styles from './plan.module.css'

/** Questions about the tool itself: optional, folded, and off paper unless someone wants them there. */
export function Feedback({ store }: { store: ReflectionStore }) {
  const words = useMessages().plan
  const [isOpen, setOpen] = useState(false)
  const { feedback } = useStore(store, (from) => from.reflection()).workshop
  return (
    <details className={styles['feedback']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles['feedbackTitle']}>
        <h2>{words.feedback}</h2>
        {feedback.size > 0 && (
          <span className={styles['aside']}>{words.feedbackCount(feedback.size)}</span>
        )}
      </summary>
      {isOpen && <Questions store={store} />}
    </details>
  )
}

function Questions({ store }: { store: ReflectionStore }) {
  const words = useMessages().plan
  const loaded = useLoaded('workshop-feedback', loadRubric)
  const rubric = useTranslated(loaded?.ok === true ? loaded.value.rubric : undefined)
  const { conflicts } = useStore(store, (from) => from.reflection())
  if (loaded?.ok === false) return <p className={styles['aside']}>{words.feedbackMissing}</p>
  if (!rubric) return null
  const questions = itemsOf(rubric).flatMap(({ item }) => (item.kind === 'text' ? [item] : []))
  return (
    <div className={styles['questions']}>
      <p className={styles['aside']}>{words.feedbackLead}</p>
      {questions.map((item) => {
        const conflict = conflicts.find(({ field }) => field === feedbackField(item.id))
        return (
          <div key={item.id} lang={rubric.lang}>
            <Question store={store} item={item} />
            {conflict && (
              <OtherVersions
                store={store}
                kind="reflection"
                record={store.id}
                conflict={conflict}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}

function Question({ store, item }: { store: ReflectionStore; item: Item }) {
  const answer = useDraftText(store, {
    kind: 'reflection',
    record: store.id,
    field: feedbackField(item.id),
  })
  return (
    <TextArea
      label={item.text}
      value={answer.text}
      onChange={(event) => answer.setText(event.target.value)}
      onBlur={answer.commit}
    />
  )
}
