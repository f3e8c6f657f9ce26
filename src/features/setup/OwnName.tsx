import { useWatch } from 'react-hook-form'
import { chipLook, cleanInitials, suggestInitials } from '#core/people.ts'
import { useMessages } from '#messages/messages.ts'
import { PersonChip } from '#ui/PersonChip.tsx'
import { TextField } from '#ui/TextField.tsx'
import { keptField, type Keeper, type SetupFormApi } from './keeper.ts'
import styles from './setup.module.css'

/** The name of someone who reflects alone; their initials follow it until they are changed by hand. */
export function OwnName({ form, keeper }: { form: SetupFormApi; keeper: Keeper }) {
  const words = useMessages().setup
  const people = useWatch({ control: form.control, name: 'people' })
  const [id, own] = Object.entries(people)[0] ?? []
  const { errors } = form.formState
  const field = keptField(form, keeper, 'team')
  const follow = (name: string) => {
    if (id === undefined || own === undefined) return
    const isTheirs = own.initials !== '' && own.initials !== suggestedFor(own.name)
    form.setValue(`people.${id}.name`, name)
    keeper.typed(`people.${id}.name`, name)
    if (isTheirs) return
    form.setValue(`people.${id}.initials`, suggestedFor(name))
    keeper.typed(`people.${id}.initials`, suggestedFor(name))
  }
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        autoCapitalize="words"
        error={errors.team?.message}
        {...field}
        onChange={(event) => {
          void field.onChange(event)
          follow(event.target.value)
        }}
        onBlur={(event) => {
          void field.onBlur(event)
          if (id === undefined) return
          keeper.left(`people.${id}.name`)
          keeper.left(`people.${id}.initials`)
        }}
      />
      {id !== undefined && own !== undefined && own.name.trim() !== '' && (
        <div className={styles['own']}>
          <TextField
            label={words.initialsOwn}
            width="short"
            autoCapitalize="characters"
            error={errors.people?.[id]?.initials?.message}
            {...keptField(form, keeper, `people.${id}.initials`)}
          />
          <PersonChip initials={cleanInitials(own.initials)} look={chipLook(0)} />
        </div>
      )}
    </>
  )
}

function suggestedFor(name: string): string {
  return name.trim() === '' ? '' : suggestInitials(name, [])
}
