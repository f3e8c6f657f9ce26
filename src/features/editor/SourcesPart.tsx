import { useFormContext, useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { useDraft } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import { LineActions, LineCard } from './LineCard.tsx'
import { linesNaming } from './sourceKeys.ts'
import { AddButton } from './TableFields.tsx'
import { nextId } from './usedIds.ts'
import { useLines } from './useLines.ts'

/** Where the words come from: what lines can name. */
export function SourcesPart() {
  const words = useMessages().editor.sources
  const rubric = useDraft()
  const { control } = useFormContext<EditorForm>()
  const sources = useWatch({ control, name: 'sources' })
  const lines = useLines('sources')
  return (
    <>
      <p className={styles['soft']}>{words.hint}</p>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const source = sources[index] ?? field
          const what = words.named(source.key, index + 1)
          return (
            <LineCard
              key={field.id}
              id={`sources/${field.id}`}
              name={what}
              text={source.title}
              tags={[source.key, words.uses(linesNaming(rubric, source.was))].filter(
                (tag) => tag !== '',
              )}
              field={`sources.${index}`}
              actions={
                <LineActions
                  id={`sources/${field.id}`}
                  name={what}
                  position={index}
                  count={lines.fields.length}
                  onMove={(by, button) => lines.move(index, by, what, button)}
                  onRemove={() => lines.remove(index, what, 'add:sources')}
                />
              }
            >
              <LineField name={`sources.${index}.title`} label={words.title} />
              <LineField
                name={`sources.${index}.key`}
                label={words.key}
                hint={words.keyHint}
                width="medium"
                isWords={false}
              />
              <LineField
                name={`sources.${index}.url`}
                label={words.url}
                hint={words.urlHint}
                isWords={false}
              />
            </LineCard>
          )
        })}
      </ol>
      <AddButton
        list="sources"
        label={words.add}
        onAdd={() => {
          const id = nextId(
            'source',
            lines.fields.map((field) => field.id),
          )
          lines.add({ id, key: '', was: '', title: '', url: '' }, words.one, `sources/${id}`)
        }}
      />
    </>
  )
}
