import { useState } from 'react'
import type { Mode } from '#core/reflection.ts'
import { useMessages } from '#messages/messages.ts'
import { localDay, newId, now } from '#platform/ids.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { AgainField } from './AgainField.tsx'
import { FromEarlier } from './FromEarlier.tsx'
import { NewForm } from './NewForm.tsx'
import { emptyValues, type SetupValues } from './setupForm.ts'
import { useUnfinished } from './useUnfinished.ts'

/**
 * Sets up a new reflection of a team, or of one leader alone.
 * @param props.from id of an earlier reflection it starts from
 */
export function NewReflectionPage({ mode, from }: { mode: Mode; from?: string | undefined }) {
  const words = useMessages().setup
  return (
    <Page
      title={mode === 'team' ? words.newTeam : words.newAlone}
      lead={mode === 'team' ? words.leadTeam : words.leadAlone}
    >
      <AgainField mode={mode} from={from} />
      {from === undefined ? (
        <Empty mode={mode} />
      ) : (
        <FromEarlier key={from} {...{ mode, from }} empty={<Empty mode={mode} />} />
      )}
    </Page>
  )
}

/** A form with nothing in it, or as it was left earlier. */
function Empty({ mode }: { mode: Mode }) {
  const words = useMessages().setup
  const unfinished = useUnfinished(mode)
  const [round, setRound] = useState(0)
  const isRestored = round === 0 && unfinished.restored !== undefined
  const startAfresh = () => {
    unfinished.forget()
    setRound(round + 1)
  }
  return (
    <>
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
    </>
  )
}

function startingValues(mode: Mode): SetupValues {
  const empty = emptyValues(localDay(now()))
  return mode === 'team' ? empty : { ...empty, people: { [newId()]: { name: '', initials: '' } } }
}
