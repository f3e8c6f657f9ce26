import { useFormContext, useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { CreditFields, RewordedOffer } from './CreditFields.tsx'
import { useEditor } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField, TextBox } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import { freshStrategy } from './fresh.ts'
import { LineActions, LineCard } from './LineCard.tsx'
import type { StrategyName } from './names.ts'
import { AddButton } from './TableFields.tsx'
import { idsOf, nextId } from './usedIds.ts'
import { useLines } from './useLines.ts'

/** Named strategies of a section: offered where a team wants to grow. */
export function StrategyLines({ sectionId }: { sectionId: string }) {
  const words = useMessages().editor.strategies
  const { editing, used } = useEditor()
  const { control } = useFormContext<EditorForm>()
  const name = 'section.strategies'
  const strategies = useWatch({ control, name })
  const lines = useLines(name)
  return (
    <section className={styles['block']} data-field={name}>
      <h3 className={styles['heading']}>{words.title}</h3>
      <p className={styles['soft']}>{words.hint}</p>
      <ol className={styles['lines']}>
        {lines.fields.map((field, index) => {
          const strategy = strategies[index] ?? field
          const what = words.named(strategy.name, index + 1)
          return (
            <LineCard
              key={field.id}
              id={field.id}
              name={what}
              text={strategy.name}
              storedId={field.id}
              provenance={strategy.provenance}
              sources={strategy.source}
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
              <StrategyFields name={`${name}.${index}`} />
            </LineCard>
          )
        })}
      </ol>
      <AddButton
        list={name}
        label={words.add}
        onAdd={() => {
          const id = nextId(`${sectionId}.s`, [...idsOf(editing.get().rubric), ...used.ids])
          lines.add(freshStrategy(id), words.one, id)
        }}
      />
    </section>
  )
}

function StrategyFields({ name }: { name: StrategyName }) {
  const words = useMessages().editor.strategies
  return (
    <>
      <LineField name={`${name}.name`} label={words.name} hint={words.nameHint} />
      <TextBox name={`${name}.what`} label={words.what} />
      <TextBox name={`${name}.evidence`} label={words.evidence} hint={words.evidenceHint} />
      <RewordedOffer name={name} />
      <CreditFields name={name} />
    </>
  )
}
