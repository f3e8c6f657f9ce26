import { useMemo, useState } from 'react'
import { compareSittings } from '#core/compare.ts'
import { withoutPrivate } from '#core/privacy.ts'
import type { ReportInput } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { hasRatings } from '#parts/hasRatings.ts'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'
import type { ReflectionHeader } from '#storage/headers.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useReadable, useReflectionStore, useStorage, useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Choice } from '#ui/Choice.tsx'
import { Select } from '#ui/Select.tsx'
import styles from './earlier.module.css'
import { earlierSittings } from './earlierSittings.ts'
import { EarlierFacts } from './EarlierFacts.tsx'
import { EarlierTable } from './EarlierTable.tsx'

interface Props extends PartProps {
  store: ReflectionStore
}

/** An earlier sitting beside this one, for whoever asks for it. Nothing at all where there is none. */
export function Earlier({ store, ...part }: Props) {
  const { earlier: words } = useMessages()
  const headers = useReadable(useStorage().headers)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const { reflection } = part.report
  const { after } = reflection.workshop
  const sittings = earlierSittings(headers, reflection, part.of.rubric.id)
  if (!hasRatings(part.of.rubric) || (sittings.length === 0 && after === '')) return null
  const id = chosen ?? after
  const isHere = sittings.some((each) => each.id === id)
  return (
    <Part title={words.title} lead={isOpen ? words.voices[reflection.mode].lead : undefined}>
      <div className={styles['fold']}>
        <Button
          look="quiet"
          icon={isOpen ? 'up' : 'down'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.show}
        </Button>
      </div>
      {isOpen && (
        <div className={styles['earlier']}>
          {id !== '' && !isHere && <p className={styles['aside']}>{words.missing}</p>}
          {(sittings.length > 1 || !isHere) && sittings.length > 0 && (
            <SittingPicker sittings={sittings} id={isHere ? id : ''} onChoose={setChosen} />
          )}
          {isHere && <Opened key={id} id={id} store={store} part={part} />}
        </div>
      )}
    </Part>
  )
}

function SittingPicker({
  sittings,
  id,
  onChoose,
}: {
  sittings: readonly ReflectionHeader[]
  id: string
  onChoose: (id: string | undefined) => void
}) {
  const { earlier: words, common } = useMessages()
  return (
    <Select
      label={words.choose}
      value={id}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      {id === '' && <option value="">{words.chooseNone}</option>}
      {sittings.map(({ id: each, date, mode, initials }) => (
        <option key={each} value={each}>
          {words.sitting(
            date === '' ? words.noDay : common.day(date),
            mode === 'team' ? initials : [],
          )}
        </option>
      ))}
    </Select>
  )
}

interface OpenedProps {
  store: ReflectionStore
  part: PartProps
}

/** The earlier sitting is only read. */
function Opened({ id, ...rest }: OpenedProps & { id: string }) {
  const { earlier: words } = useMessages()
  const opening = useReflectionStore(id)
  switch (opening.kind) {
    case 'loading':
      return <p className={styles['aside']}>{words.opening}</p>
    case 'missing':
    case 'problem':
      return <p className={styles['aside']}>{words.unreadable}</p>
    case 'ready':
      return <Beside before={opening.store} {...rest} />
  }
}

function Beside({ before, store, part }: OpenedProps & { before: ReflectionStore }) {
  const { earlier: words, common } = useMessages()
  const [samePeople, setSamePeople] = useState(false)
  const now = useSitting(store)
  const earlier = useSitting(before)
  const comparison = useMemo(
    () => compareSittings({ now, earlier, samePeople }),
    [now, earlier, samePeople],
  )
  const { date } = earlier.reflection
  const compared = comparison.rubrics.find(({ rubric }) => rubric.id === part.of.rubric.id)
  return (
    <>
      <h3 className={styles['title']}>
        {words.comparedWith(date === '' ? words.noDay : common.day(date))}
      </h3>
      {part.report.reflection.mode === 'team' && comparison.people.both.length > 0 && (
        <div className={styles['only']}>
          <Choice
            kind="checkbox"
            label={words.onlyBoth}
            checked={samePeople}
            onChange={(event) => setSamePeople(event.target.checked)}
          />
        </div>
      )}
      <EarlierFacts {...{ comparison, compared, part }}>
        {compared && compared.rows.length > 0 && (
          <EarlierTable
            {...{ compared, part }}
            people={[...now.reflection.participants, ...comparison.people.onlyThen]}
            withMoves={samePeople}
          />
        )}
      </EarlierFacts>
    </>
  )
}

/** A sitting as everyone may see it. */
function useSitting(store: ReflectionStore): ReportInput {
  const reflection = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responses())
  const rubrics = useStore(store, (from) => from.rubrics())
  return useMemo(
    () => withoutPrivate({ reflection, responses, rubrics }),
    [reflection, responses, rubrics],
  )
}
