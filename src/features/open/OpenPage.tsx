import type { ReactNode } from 'react'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import type { Problem } from '#core/problem.ts'
import type { Rubric } from '#core/rubric.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './open.module.css'
import { OpenFileZone } from './OpenFileZone.tsx'
import { Preview } from './Preview.tsx'
import { Receipt, TakenBack } from './Receipt.tsx'
import { RubricFaults } from './RubricFaults.tsx'
import { RubricKept, RubricPreview } from './RubricPreview.tsx'
import { useOpening, type Opening } from './useOpening.ts'

interface Props {
  /** The sections, skills and items of a rubric, to be read before it is kept. */
  partsOf: (rubric: Rubric) => ReactNode
}

/**
 * Open a copy or a rubric: choose the file, see what is in it, add it, and take it back if it was the
 * wrong one.
 */
export function OpenPage({ partsOf }: Props) {
  const words = useMessages().open
  const { opening, add, undo, keep, drop, leave } = useOpening()
  const file = 'file' in opening ? opening.file : undefined
  const isBusy = opening.kind === 'reading' || opening.kind === 'adding'
  const isFirst = opening.kind === 'idle'
  return (
    <Page title={words.title} lead={words.lead}>
      {file && file.ofMany > 1 && (
        <p className={styles['quiet']}>{words.severalFiles(file.name)}</p>
      )}
      {opening.kind === 'reading' && <Progress opening={opening} onStop={leave} />}
      {opening.kind === 'adding' && <output>{words.adding}</output>}
      {opening.kind === 'problem' && (
        <OpeningProblem name={file?.name ?? ''} problem={opening.problem} />
      )}
      {opening.kind === 'preview' && (
        <Preview
          name={opening.file.name}
          opened={opening.opened}
          onAdd={(forget) => add(opening.opened, forget)}
          onLeave={leave}
        />
      )}
      {opening.kind === 'rubric' && (
        <RubricPreview
          name={opening.file.name}
          opened={opening.opened}
          partsOf={partsOf}
          onKeep={() => keep(opening.opened)}
          onLeave={leave}
        />
      )}
      {opening.kind === 'kept' && <RubricKept own={opening.own} onUndo={() => drop(opening.own)} />}
      {opening.kind === 'added' && (
        <Receipt added={opening.added} onUndo={() => undo(opening.added)} />
      )}
      {opening.kind === 'undone' && <TakenBack forgot={opening.forgot} />}
      {!isBusy && (
        <OpenFileZone main={isFirst} label={isFirst ? words.choose : words.chooseAnother} />
      )}
      {isFirst && (
        <ul className={styles['tips']}>
          {words.tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      )}
    </Page>
  )
}

function Progress({
  opening,
  onStop,
}: {
  opening: Extract<Opening, { kind: 'reading' }>
  onStop: () => void
}) {
  const words = useMessages().open
  const label = words.reading(opening.file.name || words.pastedName)
  return (
    <div className={styles['progress']}>
      <output>{label}</output>
      <progress className={styles['bar']} aria-label={label} value={opening.done} max={1} />
      <Button onClick={onStop}>{words.stop}</Button>
    </div>
  )
}

function OpeningProblem({ name, problem }: { name: string; problem: Problem }) {
  const messages = useMessages()
  if (problem.kind === 'rubricInvalid') return <RubricFaults name={name} faults={problem.faults} />
  const text = problemText(problem, messages)
  return (
    <Notice tone="warn" icon="alert" live="alert" title={text.title}>
      {name !== '' && (
        <p className={styles['fileName']}>
          <bdi>{name}</bdi>
        </p>
      )}
      <p>{text.sentence}</p>
      <p>{text.nextStep}</p>
      {!problem.kind.startsWith('file') && <p>{messages.open.notAdded}</p>}
    </Notice>
  )
}
