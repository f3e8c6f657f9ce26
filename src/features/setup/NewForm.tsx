import { valibotResolver } from '@hookform/resolvers/valibot'
import { useMemo, useState, type SyntheticEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Problem } from '#core/problem.ts'
import type { Mode, Reflection } from '#core/reflection.ts'
import { beginsWithLearn } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { newId } from '#platform/ids.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { addPeople } from './addPeople.ts'
import type { Keeper } from './keeper.ts'
import styles from './setup.module.css'
import { setupSchema, splitNames, type SetupValues } from './setupForm.ts'
import { SetupForm } from './SetupForm.tsx'
import { useCreation } from './useCreation.ts'
import { dropUnknownSections, useNewRubrics } from './useNewRubrics.ts'
import { useNewSession } from './useNewSession.ts'

interface FormProps {
  mode: Mode
  starting: SetupValues
  /** The reflection it starts from. */
  earlier?: Reflection
  remember: (values: SetupValues) => void
  finish: () => void
}

/** The form of a reflection that does not exist yet. */
export function NewForm({ mode, starting, earlier, remember, finish }: FormProps) {
  const messages = useMessages()
  const words = messages.setup
  const [defaultValues] = useState(starting)
  const schema = useMemo(() => setupSchema(words, mode), [words, mode])
  const form = useForm<SetupValues>({
    resolver: valibotResolver(schema),
    defaultValues,
    // Faults show while typing, never on leaving: what a finger is on its way to must not move.
    mode: 'onChange',
    shouldFocusError: false,
  })
  const creation = useCreation({ mode, earlier, finish })
  const noteForm = () => remember(structuredClone(form.getValues()))
  const keeper: Keeper = {
    typed: noteForm,
    left: noteForm,
    added: noteForm,
    removed: noteForm,
    restored: noteForm,
  }
  const rubrics = useNewRubrics(form, noteForm)
  const session = useNewSession(form, noteForm)
  const submit = (event: SyntheticEvent) => {
    addPeople({
      form,
      keeper,
      newPersonId: newId,
      names: splitNames(form.getValues('adding')),
    })
    dropUnknownSections(form, rubrics.choices)
    void form.handleSubmit((values) => creation.create(values))(event)
  }
  const { problem } = creation
  const plan = useWatch({ control: form.control, name: 'plan' })
  const start = beginsWithLearn(plan) ? words.startSession : words.start
  return (
    <SetupForm
      mode={mode}
      form={form}
      keeper={keeper}
      rubrics={rubrics}
      session={session}
      isUnderWay={false}
      newPersonId={newId}
      onSubmit={submit}
    >
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles['bar']}>
        <Button type="submit" look="main" icon="forward" disabled={creation.isBusy}>
          {creation.isBusy ? words.starting : start}
        </Button>
      </div>
    </SetupForm>
  )
}

function ProblemNotice({ problem }: { problem: Problem }) {
  const text = problemText(problem, useMessages())
  return (
    <Notice tone="warn" icon="alert" live="alert" title={text.title}>
      <p>{text.sentence}</p>
      <p>{text.nextStep}</p>
    </Notice>
  )
}
