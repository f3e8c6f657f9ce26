import { useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Problem } from '#core/problem.ts'
import { useMessages } from '#messages/messages.ts'
import { deleteSamples, renewSample } from '#parts/sample.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './home.module.css'
import { ProblemNotice } from './ProblemNotice.tsx'

/** Below every step of the sample: what it is, a fresh start, and the way to be rid of it. */
export function SampleBar({ step }: { step: string }) {
  const { sample: words } = useMessages()
  const storage = useStorage()
  const [, goTo] = useHashLocation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const renew = async () => {
    setBusy(true)
    const made = await renewSample(storage)
    setBusy(false)
    if (made.ok) goTo(`/r/${made.value}/${step}`, { replace: true })
    else setProblem(made.problem)
  }
  const remove = async () => {
    setBusy(true)
    const done = await deleteSamples(storage)
    setBusy(false)
    if (done.ok) goTo('/', { replace: true })
    else setProblem(done.problem)
  }
  return (
    <aside className={styles['sampleBar']}>
      <Notice
        title={words.title}
        actions={
          <>
            <Button icon="undo" disabled={isBusy} onClick={() => void renew()}>
              {words.renew}
            </Button>
            <Button look="quiet" icon="trash" disabled={isBusy} onClick={() => void remove()}>
              {words.remove}
            </Button>
          </>
        }
      >
        <p>{words.lead}</p>
      </Notice>
      {problem && <ProblemNotice problem={problem} />}
    </aside>
  )
}
