import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { askedItems, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { FieldError } from '#ui/FieldError.tsx'
import type { Keeper, SetupFormApi } from './keeper.ts'
import styles from './setup.module.css'
import { sittingMinutes } from './setupForm.ts'

interface Props {
  form: SetupFormApi
  keeper: Keeper
  rubric: Rubric | undefined
  isUnderWay: boolean
}

/** Which sections of the rubric this sitting looks at. */
export function ScopeField({ form, keeper, rubric, isUnderWay }: Props) {
  const words = useMessages().setup
  const errorId = useId()
  const chosen = useWatch({ control: form.control, name: 'sections' })
  const fault = form.formState.errors.sections?.message
  if (!rubric) return <p role="status">{words.openingRubric}</p>

  const choose = (id: string, isChosen: boolean) => {
    const inOrder = rubric.sections.map((section) => section.id)
    const next = inOrder.filter((other) => (other === id ? isChosen : chosen.includes(other)))
    form.setValue('sections', next, { shouldDirty: true })
    if (next.length > 0) form.clearErrors('sections')
    else if (isUnderWay) form.setError('sections', { message: words.sectionsMissing })
    keeper.scoped(next)
  }
  const sizes = rubric.sections.filter(({ id }) => chosen.includes(id)).map(sizeOf)
  const items = sizes.reduce((sum, size) => sum + size, 0)
  const minutes = sizes.reduce((sum, size) => sum + sittingMinutes(size), 0)
  return (
    <div className={styles['scope']}>
      <ChoiceGroup
        legend={words.scope}
        hint={isUnderWay ? `${words.scopeHint} ${words.scopeKept}` : words.scopeHint}
      >
        {rubric.sections.map((section) => (
          <Choice
            key={section.id}
            kind="checkbox"
            name="sections"
            value={section.id}
            label={section.name.text}
            hint={words.sectionHolds(
              sizeOf(section),
              sittingMinutes(sizeOf(section)),
              rubric.itemNoun,
            )}
            checked={chosen.includes(section.id)}
            onChange={(event) => choose(section.id, event.target.checked)}
            aria-invalid={fault ? true : undefined}
            aria-describedby={fault ? errorId : undefined}
          />
        ))}
      </ChoiceGroup>
      {fault && <FieldError id={errorId}>{fault}</FieldError>}
      <p className={styles['sum']} role="status">
        {sizes.length === 0
          ? words.scopeNone
          : words.scopeChosen(sizes.length, items, minutes, rubric.itemNoun)}
      </p>
    </div>
  )
}

function sizeOf(section: Section): number {
  return section.skills.flatMap(askedItems).length
}
