import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import type { SetAsideReason } from '#core/rubric.ts'
import styles from './editor.module.css'
import { LineField } from './FormFields.tsx'
import { useLines } from './useLines.ts'

const REASONS = ['unknown', 'notOurs'] as const satisfies readonly SetAsideReason[]

/** The answers beside the others: none, one or both of the two there are, in the rubric's own words. */
export function SetAsideFields({
  name,
}: {
  name: `section.skills.${number}.items.${number}.setAside` | `scales.${number}.setAside`
}) {
  const words = useMessages().editor
  const lines = useLines(name)
  const missing = REASONS.filter((reason) => lines.fields.every(({ id }) => id !== reason))
  return (
    <fieldset className={styles['group']} data-field={name}>
      <legend className={styles['legend']}>{words.fields.setAside}</legend>
      <p className={styles['soft']}>{words.setAside.hint}</p>
      <ul className={styles['rows']}>
        {lines.fields.map(({ id }, index) => (
          <li key={id} className={styles['row']} data-focus={`${name}/${id}`}>
            <div className={styles['rowFields']}>
              <LineField name={`${name}.${index}.label`} label={words.setAside.reasons[id]} />
            </div>
            <Button
              look="quiet"
              icon="cross"
              onClick={() => lines.remove(index, words.setAside.reasons[id], `add:${name}/${id}`)}
            >
              {words.setAside.leaveOut}
            </Button>
          </li>
        ))}
      </ul>
      {missing.map((id) => (
        <div key={id} className={styles['add']}>
          <Button
            look="quiet"
            icon="plus"
            data-focus={`add:${name}/${id}`}
            onClick={() =>
              lines.add(
                { id, label: words.starter[id] },
                words.setAside.reasons[id],
                `${name}/${id}`,
              )
            }
          >
            {words.setAside.add(words.setAside.reasons[id])}
          </Button>
        </div>
      ))}
    </fieldset>
  )
}
