import { useState, type ReactNode } from 'react'
import type { Mode } from '#core/reflection.ts'
import { startAgain, type Again } from '#core/startAgain.ts'
import { useMessages } from '#messages/messages.ts'
import { localDay, now } from '#platform/ids.ts'
import { keyOfPinned, useRubricLibrary } from '#storage/library.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useReflectionStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { NewForm } from './NewForm.tsx'
import { emptyValues, sectionsIn, startingSections, type SetupValues } from './setupForm.ts'
import { useDefinitions } from './useDefinitions.ts'
import { useUnfinished } from './useUnfinished.ts'

interface Props {
  mode: Mode
  /** Id of the earlier reflection. */
  from: string
  /** What stands here if it cannot be had. */
  empty: ReactNode
}

/** The form of a new reflection, filled from an earlier one. */
export function FromEarlier({ mode, from, empty }: Props) {
  const { app, setup: words } = useMessages()
  const opening = useReflectionStore(from)
  if (opening.kind === 'ready') return <Filled mode={mode} store={opening.store} />
  if (opening.kind === 'loading') return <output>{app.opening}</output>
  return (
    <>
      <Notice icon="question" live="status">
        <p>{words.againMissing}</p>
      </Notice>
      {empty}
    </>
  )
}

function Filled({ mode, store }: { mode: Mode; store: ReflectionStore }) {
  const { app, setup: words } = useMessages()
  // As it was when it was opened: what happens there meanwhile does not change this form.
  const [earlier] = useState(() => store.reflection())
  const [again] = useState(() => startAgain(earlier))
  const values = useAgainValues(again)
  const unfinished = useUnfinished(mode, earlier.id)
  const [round, setRound] = useState(0)
  const isRestored = round === 0 && unfinished.restored !== undefined
  if (!values) return <output>{app.opening}</output>
  return (
    <>
      <Notice
        icon="check"
        actions={
          isRestored && (
            <Button
              look="quiet"
              onClick={() => {
                unfinished.forget()
                setRound(round + 1)
              }}
            >
              {words.againAfresh}
            </Button>
          )
        }
      >
        <p>
          {words.againKept({
            alone: mode === 'individual',
            people: again.people.length,
            rubrics: again.rubrics.length,
            sites: again.sites,
            steps: again.openSteps,
          })}
        </p>
        {isRestored && <p>{words.restored}</p>}
      </Notice>
      <NewForm
        key={round}
        mode={mode}
        earlier={earlier}
        starting={(isRestored && unfinished.restored) || values}
        remember={unfinished.remember}
        finish={unfinished.finish}
      />
    </>
  )
}

/** What the form starts with; `undefined` while the definitions of the rubrics are being read. */
function useAgainValues({ team, facilitator, way, plan, people, rubrics }: Again) {
  const library = useRubricLibrary()
  const [pinned] = useState(() =>
    rubrics.map((pin) => ({ key: keyOfPinned(library, pin), scope: pin.scope })),
  )
  const definitions = useDefinitions(pinned.map(({ key }) => key))
  if (pinned.some(({ key }) => !definitions.has(key))) return undefined
  const values: SetupValues = {
    ...emptyValues(localDay(now())),
    team,
    facilitator,
    way,
    plan,
    people: Object.fromEntries(people.map(({ id, name, initials }) => [id, { name, initials }])),
    rubrics: pinned.flatMap(({ key, scope }) => {
      const loaded = definitions.get(key)
      if (!loaded?.ok) return []
      const { rubric } = loaded.value
      const sections = sectionsIn(rubric, scope)
      // None of those that were chosen is in the newest definition.
      return [{ key, sections: sections.length > 0 ? sections : startingSections(rubric) }]
    }),
  }
  return values
}
