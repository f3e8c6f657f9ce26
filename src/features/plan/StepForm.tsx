import { useEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import type { NextStep, Reflection } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextField.tsx'
import { ByField } from './ByField.tsx'
import styles from './plan.module.css'
import { borrowedLines, roomLines } from './strategyLines.ts'
import { useStepForm, type StepFormApi } from './useStepForm.ts'
import { WhoField } from './WhoField.tsx'

interface Props {
  store: ReflectionStore
  /** As everyone may see it. */
  reflection: Reflection
  id: string
  /** `undefined` for a new one, which nothing is stored of yet. */
  step: NextStep | undefined
  onRemove: () => void
  onDone: () => void
}

/** What, who, by when, the first sign, and where it comes from. "Done" only folds the form away. */
export function StepForm({ store, reflection, id, step, onRemove, onDone }: Props) {
  const { plan: words, common } = useMessages()
  const api = useStepForm(store, id, step)
  const { mode } = reflection
  const element = useRef<HTMLFormElement>(null)
  const isNew = useRef(step === undefined)
  useEffect(() => {
    // A new one is to be written; in one that exists a field would cover half of it with its keys.
    element.current?.querySelector<HTMLElement>(isNew.current ? 'textarea' : 'h3')?.focus()
  }, [])
  const done = (event: { preventDefault(): void }) => {
    event.preventDefault()
    api.leaveAll()
    onDone()
  }
  return (
    <form className={styles['form']} onSubmit={done} noValidate ref={element}>
      <h3 className={styles['formTitle']} tabIndex={-1}>
        {words.formTitle}
      </h3>
      <TextArea
        label={words.voices[mode].what}
        hint={words.whatHint}
        remark={api.form.formState.errors.what?.message}
        {...typed(api, 'what')}
      />
      {mode === 'team' && <WhoField api={api} people={reflection.participants} />}
      <ByField api={api} mode={mode} />
      <TextArea
        label={words.sign}
        hint={mode === 'team' ? words.signHint : words.signHintMine}
        {...typed(api, 'sign')}
      />
      <FromField api={api} reflection={reflection} stored={step?.from ?? ''} />
      <div className={styles['formActions']}>
        {step ? (
          <Button look="quiet" icon="trash" onClick={onRemove}>
            {common.remove}
          </Button>
        ) : (
          <span />
        )}
        <Button type="submit" look="main" icon="check">
          {common.done}
        </Button>
      </div>
    </form>
  )
}

/** A field of the form that is a field of the step: drafts while typing, a change when it is left. */
function typed(api: StepFormApi, field: 'what' | 'sign') {
  return api.form.register(field, {
    onChange: () => api.type(field, api.form.getValues(field)),
    onBlur: () => api.leave(field),
  })
}

/** The strategy it comes from: borrowed at a growth edge, or named in the room. */
function FromField({
  api,
  reflection,
  stored,
}: {
  api: StepFormApi
  reflection: Reflection
  stored: string
}) {
  const { plan: words, growth } = useMessages()
  const chosen = useWatch({ control: api.form.control, name: 'from' })
  const borrowed = borrowedLines(reflection)
  const room = roomLines(reflection, growth).filter((line) => !borrowed.includes(line))
  // What was chosen stays on offer when the strategy is gone or called otherwise.
  const others = [...new Set([stored, chosen])].filter(
    (line) => line !== '' && !borrowed.includes(line) && !room.includes(line),
  )
  const groups = [
    { label: words.fromStored, lines: others },
    { label: words.fromBorrowed, lines: borrowed },
    { label: words.fromRoom, lines: room },
  ].filter(({ lines }) => lines.length > 0)
  if (groups.length === 0) return null
  return (
    <Select
      label={words.from}
      hint={words.fromHint}
      width="full"
      {...api.form.register('from', {
        onChange: () => api.choose(api.form.getValues('from')),
      })}
    >
      <option value="">{words.fromNone}</option>
      {groups.map(({ label, lines }) => (
        <optgroup key={label} label={label}>
          {lines.map((line) => (
            <option key={line} value={line}>
              {line}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}
