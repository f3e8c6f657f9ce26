import { secondsLeft } from '#core/clock.ts'
import type { TimedStep } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { clockFace, stageOf } from '#parts/session.ts'
import { useClock } from '#parts/sessionClock.ts'
import styles from './projector.module.css'

/** What is left, large. At zero it says so kindly and stays as calm as before. */
export function WallClock({ id, shown }: { id: string; shown: TimedStep }) {
  const { app, projector: words, session } = useMessages()
  const step = useClock(id, (clock) => clock?.step)
  const stage = useClock(id, stageOf)
  const face = useClock(id, (clock, at) => clock && clockFace(secondsLeft(clock, at)))
  if (step === undefined || face === undefined) return null
  if (stage === 'up') return <p className={styles['up']}>{words.timesUp}</p>
  return (
    <div className={styles['clock']} data-stage={stage}>
      {(step !== shown || stage === 'paused') && (
        <p className={styles['clockStep']}>
          {[step === shown ? '' : app[step], stage === 'paused' ? words.clockStands : '']
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      )}
      <p role="timer" aria-live="off" aria-label={session.clockOf(app[step])}>
        {face}
      </p>
    </div>
  )
}
