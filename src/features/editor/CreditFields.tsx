import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { useDraft, useEditor, useFieldNotes, useFindings, usePart } from './editorContext.ts'
import styles from './editor.module.css'
import { LineField, ListField } from './FormFields.tsx'
import type { EditorForm } from './formModel.ts'
import type { CreditName } from './names.ts'
import { pathOfField } from './places.ts'

const PROVENANCES = ['drafted', 'adapted', 'source'] as const

/** Where a line comes from. Folded, because most lines are ours and need no word. */
export function CreditFields({ name }: { name: CreditName }) {
  const { editor: words, common } = useMessages()
  const { control } = useFormContext<EditorForm>()
  const provenance = useWatch({ control, name: `${name}.provenance` })
  const sources = useWatch({ control, name: `${name}.source` })
  const { error } = useFieldNotes(`${name}.source`)
  const origin = [common.provenanceShort[provenance], sources.join(', ')]
  return (
    <details className={styles['credit']}>
      <summary className={styles['summary']}>
        <span>{words.credit.title}</span>
        <ProvenanceMark
          provenance={provenance}
          label={origin.filter((part) => part !== '').join(' · ')}
        />
      </summary>
      <div className={styles['creditFields']}>
        <ListField name={`${name}.provenance`} label={words.credit.provenance}>
          {PROVENANCES.map((value) => (
            <option key={value} value={value}>
              {words.credit.kinds[value]}
            </option>
          ))}
        </ListField>
        <SourceChoices name={name} error={error} />
        {sources.length > 0 && (
          <LineField
            name={`${name}.sourceNote`}
            label={words.credit.note}
            hint={words.credit.noteHint}
          />
        )}
      </div>
    </details>
  )
}

function SourceChoices({ name, error }: { name: CreditName; error: string | undefined }) {
  const words = useMessages().editor.credit
  const { ui } = useEditor()
  // One without a key cannot be named yet.
  const sources = useDraft().sources.filter(({ key }) => key !== '')
  const { control } = useFormContext<EditorForm>()
  const { field } = useController({ control, name: `${name}.source` })
  const chosen: readonly string[] = field.value
  if (sources.length === 0) {
    return (
      <div className={styles['none']}>
        <p>{words.noSources}</p>
        <Button look="quiet" icon="plus" onClick={() => ui.go({ kind: 'sources' })}>
          {words.toSources}
        </Button>
        {error && <FieldError id={`${name}-sources`}>{error}</FieldError>}
      </div>
    )
  }
  return (
    <div className={styles['sources']}>
      <ChoiceGroup legend={words.sources}>
        {sources.map(({ key, title }) => (
          <Choice
            key={key}
            kind="checkbox"
            name={field.name}
            label={title === '' ? key : title}
            hint={key}
            checked={chosen.includes(key)}
            aria-describedby={error ? `${name}-sources` : undefined}
            onChange={(event) =>
              field.onChange(
                event.target.checked ? [...chosen, key] : chosen.filter((other) => other !== key),
              )
            }
          />
        ))}
      </ChoiceGroup>
      {error && <FieldError id={`${name}-sources`}>{error}</FieldError>}
    </div>
  )
}

/** Offers the honest mark where a line of a source says something else by now. */
export function RewordedOffer({ name }: { name: CreditName }) {
  const words = useMessages().editor
  const { editing } = useEditor()
  const part = usePart()
  const { hints } = useFindings()
  const { setValue } = useFormContext<EditorForm>()
  const texts = ['text', 'what'].map((text) =>
    pathOfField(editing.get().rubric, part, `${name}.${text}`),
  )
  const isOffered = texts.some((path) => hints.get(path)?.includes(words.hints.reworded))
  if (!isOffered) return null
  return (
    <p>
      <Button
        look="quiet"
        onClick={() => {
          editing.begin({ label: words.steps.markedAdapted, part })
          setValue(`${name}.provenance`, 'adapted')
        }}
      >
        {words.credit.markAdapted}
      </Button>
    </p>
  )
}
