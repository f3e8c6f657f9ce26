import { useWatch } from 'react-hook-form'
import type { Mode } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Icon } from '#ui/Icon.tsx'
import { TextField } from '#ui/TextField.tsx'
import styles from './plan.module.css'
import type { StepFormApi } from './useStepForm.ts'

/** By when: words at a tap, own words, or a date. The last of them that was given stands. */
export function ByField({ api, mode }: { api: StepFormApi; mode: Mode }) {
  const words = useMessages().plan
  const { form } = api
  const byWords = useWatch({ control: form.control, name: 'byWords' })
  const picks = mode === 'team' ? words.byTexts : words.byTextsMine
  const pick = (text: string) => {
    form.setValue('byWords', text)
    form.setValue('byDate', '')
    api.write('by', text)
  }
  const keep = (field: 'byWords' | 'byDate', other: 'byWords' | 'byDate') => ({
    onChange: () => {
      if (form.getValues(field) !== '') form.setValue(other, '')
      api.type('by', form.getValues(field) || form.getValues(other))
    },
    onBlur: () => api.leave('by'),
  })
  return (
    <fieldset className={styles['field']}>
      <legend className={styles['legend']}>{words.by}</legend>
      <p className={styles['hint']}>{words.byHint}</p>
      <div className={styles['picks']} role="group" aria-label={words.byPicks}>
        {picks.map((text) => (
          <button
            key={text}
            type="button"
            className={styles['pick']}
            aria-pressed={byWords === text}
            onClick={() => pick(byWords === text ? '' : text)}
          >
            <Icon name={byWords === text ? 'check' : 'plus'} size={18} />
            <span>{text}</span>
          </button>
        ))}
      </div>
      <div className={styles['pair']}>
        <TextField label={words.byWords} {...form.register('byWords', keep('byWords', 'byDate'))} />
        <TextField
          type="date"
          label={words.byDate}
          {...form.register('byDate', keep('byDate', 'byWords'))}
        />
      </div>
    </fieldset>
  )
}
