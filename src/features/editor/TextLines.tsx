import { useFormContext, useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { CreditedField } from './CreditedField.tsx'
import { useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import type { EditorForm } from './formModel.ts'
import { freshChallenge, freshText } from './fresh.ts'
import { LineActions, LineCard } from './LineCard.tsx'
import { AddButton } from './TableFields.tsx'
import { idsOf, nextId } from './usedIds.ts'
import { useLines } from './useLines.ts'

/** Paragraphs that help to answer. */
export function AboutLines({ name }: { name: 'head.about' | 'section.about' }) {
  const words = useMessages().editor.about
  const { control } = useFormContext<EditorForm>()
  const texts = useWatch({ control, name })
  const lines = useLines(name)
  return (
    <section className={styles['block']} data-field={name}>
      <h3 className={styles['heading']}>{words.title}</h3>
      <p className={styles['soft']}>{words.hint}</p>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const what = words.paragraph(index + 1)
          const text = texts[index] ?? field
          return (
            <LineCard
              key={field.id}
              id={`${name}/${field.id}`}
              name={what}
              text={text.text}
              provenance={text.provenance}
              sources={text.source}
              field={`${name}.${index}`}
              actions={
                <LineActions
                  id={`${name}/${field.id}`}
                  name={what}
                  position={index}
                  count={lines.fields.length}
                  onMove={(by, button) => lines.move(index, by, what, button)}
                  onRemove={() => lines.remove(index, what, `add:${name}`)}
                />
              }
            >
              <CreditedField name={`${name}.${index}`} label={words.text} isLong />
            </LineCard>
          )
        })}
      </ol>
      <AddButton
        list={name}
        label={words.add}
        onAdd={() => {
          const id = nextId(
            'paragraph',
            lines.fields.map((field) => field.id),
          )
          lines.add({ id, ...freshText() }, words.one, `${name}/${id}`)
        }}
      />
    </section>
  )
}

/** What makes a section hard, as others have said it. */
export function ChallengeLines({ sectionId }: { sectionId: string }) {
  const words = useMessages().editor.challenges
  const { editing, used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const name = 'section.challenges'
  const texts = useWatch({ control, name })
  const lines = useLines(name)
  return (
    <section className={styles['block']} data-field={name}>
      <h3 className={styles['heading']}>{words.title}</h3>
      <p className={styles['soft']}>{words.hint}</p>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const what = words.named(index + 1)
          const challenge = texts[index] ?? field
          return (
            <LineCard
              key={field.id}
              id={field.id}
              name={what}
              text={challenge.text}
              storedId={field.id}
              provenance={challenge.provenance}
              sources={challenge.source}
              field={`${name}.${index}`}
              actions={
                <LineActions
                  id={field.id}
                  name={what}
                  position={index}
                  count={lines.fields.length}
                  onMove={(by, button) => lines.move(index, by, what, button)}
                  onRemove={() => lines.remove(index, what, `add:${name}`)}
                />
              }
            >
              <CreditedField name={`${name}.${index}`} label={words.text} isLong />
            </LineCard>
          )
        })}
      </ol>
      <AddButton
        list={name}
        label={words.add}
        onAdd={() => {
          const id = nextId(`${sectionId}.c`, [...idsOf(editing.get().rubric), ...used.ids])
          lines.add(freshChallenge(id), words.one, id)
        }}
      />
    </section>
  )
}
