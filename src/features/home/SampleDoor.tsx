import { useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Problem } from '#core/problem.ts'
import { useStartMessages } from '#messages/messages.ts'
import type * as Sample from '#parts/sample.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './home.module.css'
import { ProblemNotice } from './ProblemNotice.tsx'

/** Opens the filled sample in one tap; while there is one, another tap is rid of it. */
export function SampleDoor({ isHere }: { isHere: boolean }) {
  const { home: words } = useStartMessages()
  const storage = useStorage()
  const [, goTo] = useHashLocation()
  const [problem, setProblem] = useState<Problem>()
  const withSample = async (act: (sample: typeof Sample) => Promise<Problem | undefined>) => {
    // Its words and its rubric are read only now.
    const sample = await import('#parts/sample.ts').catch(() => undefined)
    setProblem(sample ? await act(sample) : { kind: 'offlineIncomplete', missing: ['sample'] })
  }
  const open = () =>
    withSample(async ({ openSample }) => {
      const opened = await openSample(storage)
      if (!opened.ok) return opened.problem
      goTo(`/r/${opened.value}/summary`)
      return undefined
    })
  const remove = () =>
    withSample(async ({ deleteSamples }) => {
      const done = await deleteSamples(storage)
      return done.ok ? undefined : done.problem
    })
  return (
    <>
      <span className={styles['sampleDoor']}>
        <button type="button" className={styles['side']} onClick={() => void open()}>
          <Icon name="spark" />
          <span>
            <span className={styles['sideTitle']}>{words.sample}</span>
            <span className={styles['sideHint']}>{words.sampleHint}</span>
          </span>
        </button>
        {isHere && (
          <button
            type="button"
            className={styles['cardDelete']}
            aria-label={words.sampleDelete}
            onClick={() => void remove()}
          >
            <Icon name="trash" />
          </button>
        )}
      </span>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}
