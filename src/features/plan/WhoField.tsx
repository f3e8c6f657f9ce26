import { useWatch } from 'react-hook-form'
import { chipLook } from '#core/people.ts'
import type { Participant } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { TextField } from '#ui/TextField.tsx'
import { isNamed, toggleName } from './people.ts'
import styles from './plan.module.css'
import type { StepFormApi } from './useStepForm.ts'

/** Who looks after a step: people of the sitting at a tap, and anyone else in words. */
export function WhoField({ api, people }: { api: StepFormApi; people: readonly Participant[] }) {
  const words = useMessages().plan
  const { form } = api
  const who = useWatch({ control: form.control, name: 'who' })
  const toggle = (person: Participant) => {
    const text = toggleName(who, person)
    form.setValue('who', text)
    api.write('who', text)
  }
  return (
    <div className={styles['field']}>
      <TextField
        label={words.who}
        hint={words.whoHint}
        autoCapitalize="words"
        {...form.register('who', {
          onChange: () => api.type('who', form.getValues('who')),
          onBlur: () => api.leave('who'),
        })}
      />
      {people.length > 0 && (
        <div className={styles['picks']} role="group" aria-label={words.whoChips}>
          {people.map((person, seat) => (
            <button
              key={person.id}
              type="button"
              className={styles['person']}
              aria-pressed={isNamed(who, person)}
              title={person.name}
              onClick={() => toggle(person)}
            >
              <PersonChip initials={person.initials} look={chipLook(seat)} />
              {person.name !== '' && <Hidden>{person.name}</Hidden>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
