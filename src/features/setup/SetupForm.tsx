import { useEffect, useRef, type ReactNode, type SyntheticEvent } from 'react'
import type { Mode } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { TextField } from '#ui/TextField.tsx'
import { keptField, type Keeper, type SetupFormApi } from './keeper.ts'
import { OwnName } from './OwnName.tsx'
import { PeopleField } from './PeopleField.tsx'
import type { RemovedPeople } from './removedPeople.ts'
import type { RubricChoices } from './rubrics.ts'
import { SessionField, type SessionChoices } from './SessionField.tsx'
import { RubricsField } from './RubricsField.tsx'
import styles from './setup.module.css'

interface Props {
  mode: Mode
  form: SetupFormApi
  keeper: Keeper
  rubrics: RubricChoices
  session: SessionChoices
  /** True for a reflection that exists: there may be marks to keep. */
  isUnderWay: boolean
  newPersonId: () => string
  removed?: RemovedPeople
  onSubmit: (event: SyntheticEvent) => void
  children?: ReactNode
}

/** The form of Set up. The same for a new reflection and for one under way. */
export function SetupForm(props: Props) {
  const { mode, form, keeper, rubrics, isUnderWay, onSubmit, children } = props
  const words = useMessages().setup
  const element = useRef<HTMLFormElement>(null)
  const { errors, submitCount } = form.formState
  useFirstFault(element, submitCount)
  return (
    <form className={styles['form']} noValidate onSubmit={onSubmit} ref={element}>
      <div className={styles['basics']}>
        {mode === 'team' ? (
          <TextField
            label={words.team}
            hint={words.teamHint}
            autoCapitalize="words"
            error={errors.team?.message}
            {...keptField(form, keeper, 'team')}
          />
        ) : (
          <OwnName form={form} keeper={keeper} />
        )}
        <div className={styles['pair']}>
          <TextField
            type="date"
            label={words.date}
            error={errors.date?.message}
            {...keptField(form, keeper, 'date')}
          />
          {mode === 'team' && (
            <TextField
              label={words.facilitator}
              autoCapitalize="words"
              {...keptField(form, keeper, 'facilitator')}
            />
          )}
        </div>
      </div>
      {mode === 'team' && (
        <PeopleField
          form={form}
          keeper={keeper}
          isUnderWay={isUnderWay}
          newPersonId={props.newPersonId}
          removed={props.removed}
        />
      )}
      <RubricsField of={rubrics} isUnderWay={isUnderWay} />
      {mode === 'team' && <SessionField of={props.session} isUnderWay={isUnderWay} />}
      {children}
    </form>
  )
}

/** A button cannot be invalid to a screen reader; what is wrong stands beside it. */
const FAULTS = '[aria-invalid="true"], [data-fault="true"]'

/**
 * After a try to submit, puts the focus on the first field in reading order that is marked as wrong.
 * @param tries counts the tries; it arrives together with what they found
 */
function useFirstFault(form: { current: HTMLFormElement | null }, tries: number) {
  useEffect(() => {
    if (tries === 0) return
    form.current?.querySelector<HTMLElement>(FAULTS)?.focus()
  }, [form, tries])
}
