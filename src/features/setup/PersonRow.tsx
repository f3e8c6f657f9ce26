import { useId, type KeyboardEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { chipLook, cleanInitials } from '#core/people.ts'
import { useMessages } from '#messages/messages.ts'
import { FieldError } from '#ui/FieldError.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Icon } from '#ui/Icon.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { keptField, type Keeper, type SetupFormApi } from './keeper.ts'
import styles from './setup.module.css'

interface Props {
  id: string
  /** Place in the order they sit, from 0. */
  position: number
  form: SetupFormApi
  keeper: Keeper
  onRemove: () => void
  onSettled: () => void
}

/** One person: chip, name, initials, remove. */
export function PersonRow({ id, position, form, keeper, onRemove, onSettled }: Props) {
  const words = useMessages().setup
  const errorId = useId()
  const person = useWatch({ control: form.control, name: `people.${id}` })
  const fault = form.formState.errors.people?.[id]?.initials?.message
  const name = person.name.trim()
  const goOnByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onSettled()
  }
  const line = { type: 'text', autoComplete: 'off', dir: 'auto', onKeyDown: goOnByEnter } as const
  return (
    <li className={styles['row']}>
      <PersonChip initials={cleanInitials(person.initials)} look={chipLook(position)} />
      <input
        {...line}
        className={styles['line']}
        aria-label={words.nameOf(position + 1)}
        autoCapitalize="words"
        {...keptField(form, keeper, `people.${id}.name`)}
      />
      <input
        {...line}
        className={styles['line']}
        data-width="initials"
        aria-label={words.initialsOf(name, position + 1)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? errorId : undefined}
        spellCheck={false}
        {...keptField(form, keeper, `people.${id}.initials`)}
      />
      <button type="button" className={styles['remove']} onClick={onRemove}>
        <Icon name="cross" />
        <Hidden>{words.removePerson(name || person.initials || words.person(position + 1))}</Hidden>
      </button>
      {fault && (
        <div className={styles['fault']}>
          <FieldError id={errorId}>{fault}</FieldError>
        </div>
      )}
    </li>
  )
}
