import { valibotResolver } from '@hookform/resolvers/valibot'
import { useMemo, useState, type SyntheticEvent } from 'react'
import { useForm } from 'react-hook-form'
import type { Problem } from '#core/problem.ts'
import type { Mode } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { localDay, newId, now } from '#platform/ids.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { addPeople } from './addPeople.ts'
import type { Keeper } from './keeper.ts'
import styles from './setup.module.css'
import { emptyValues, setupSchema, splitNames, type SetupValues } from './setupForm.ts'
import { SetupForm } from './SetupForm.tsx'
import { useCreation } from './useCreation.ts'
import { dropUnknownSections, useNewRubrics } from './useNewRubrics.ts'
import { useUnfinished } from './useUnfinished.ts'

/** Sets up a new reflection of a team, or of one leader alone. */
export function NewReflectionPage({ mode }: { mode: Mode }) {
  const words = useMessages().setup
  const unfinished = useUnfinished(mode)
  const [round, setRound] = useState(0)
  const isRestored = round === 0 && unfinished.restored !== undefined
  const startAfresh = () => {
    unfinished.forget()
    setRound(round + 1)
  }
  return (
    <Page
      title={mode === 'team' ? words.newTeam : words.newAlone}
      lead={mode === 'team' ? words.leadTeam : words.leadAlone}
    >
      {isRestored && (
        <Notice
          icon="pencil"
          actions={
            <Button look="quiet" onClick={startAfresh}>
              {words.startAfresh}
            </Button>
          }
        >
          <p>{words.restored}</p>
        </Notice>
      )}
      <NewForm
        key={round}
        mode={mode}
        starting={(isRestored && unfinished.restored) || startingValues(mode)}
        remember={unfinished.remember}
        finish={unfinished.finish}
      />
    </Page>
  )
}

function startingValues(mode: Mode): SetupValues {
  const empty = emptyValues(localDay(now()))
  return mode === 'team' ? empty : { ...empty, people: { [newId()]: { name: '', initials: '' } } }
}

interface FormProps {
  mode: Mode
  starting: SetupValues
  remember: (values: SetupValues) => void
  finish: () => void
}

function NewForm({ mode, starting, remember, finish }: FormProps) {
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
  const creation = useCreation({ mode, finish })
  const noteForm = () => remember(structuredClone(form.getValues()))
  const keeper: Keeper = {
    typed: noteForm,
    left: noteForm,
    added: noteForm,
    removed: noteForm,
    restored: noteForm,
  }
  const rubrics = useNewRubrics(form, noteForm)
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
  return (
    <SetupForm
      mode={mode}
      form={form}
      keeper={keeper}
      rubrics={rubrics}
      isUnderWay={false}
      newPersonId={newId}
      onSubmit={submit}
    >
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles['bar']}>
        <Button type="submit" look="main" icon="forward" disabled={creation.isBusy}>
          {creation.isBusy ? words.starting : words.start}
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
