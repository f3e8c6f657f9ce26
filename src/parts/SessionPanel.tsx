import { secondsLeft } from '#core/clock.ts'
import type { SessionPlan, TimedStep } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { readyChime } from '#platform/chime.ts'
import type { Awake } from '#platform/wakeLock.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { sessionNote } from '#storage/sessionNote.ts'
import { useReadable, useStorage, useStore } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Choice } from '#ui/Choice.tsx'
import { Icon } from '#ui/Icon.tsx'
import { CueCardButton } from './CueCardButton.tsx'
import { FacilitatorNotes } from './FacilitatorNotes.tsx'
import { clockActs, clockFace, minutesOfStep, planOf, stageOf, stepAfter } from './session.ts'
import styles from './session.module.css'
import { useClock } from './sessionClock.ts'

interface Props {
  id: string
  store: ReflectionStore
  /** The step on the screen. */
  step: TimedStep
  awake: Awake
  onStep: (step: TimedStep) => void
  onClose: () => void
}

/** The clock with all that can be done with it, the facilitator's notes, the projector, the cue card. */
export function SessionPanel({ id, store, step, awake, onStep, onClose }: Props) {
  const { session: words, common } = useMessages()
  const { mode, workshop } = useStore(store, (from) => from.reflection())
  const plan = planOf(workshop.plan)
  const isTeam = mode === 'team'
  return (
    <section className={styles['panel']} id={id} aria-label={words.open[mode]}>
      <div className={styles['panelHead']}>
        <p className={styles['panelTitle']}>{words.title}</p>
        <button
          type="button"
          className={styles['close']}
          aria-label={common.close}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </div>
      <ClockPart {...{ store, step, plan, awake, onStep }} />
      {workshop.plan === '' && (
        <p className={styles['hint']}>
          {isTeam ? words.noPlan : words.noPlanAlone}{' '}
          {step !== 'setup' && <a href={`#/r/${store.id}/setup`}>{words.choosePlan}</a>}
        </p>
      )}
      {isTeam && <FacilitatorNotes step={step} />}
      {isTeam && (
        <div className={styles['doors']}>
          <ButtonLink icon="screen" href={`#/r/${store.id}/projector`} apart>
            {words.projector}
          </ButtonLink>
          <CueCardButton plan={plan} />
        </div>
      )}
    </section>
  )
}

interface ClockProps {
  store: ReflectionStore
  step: TimedStep
  plan: SessionPlan
  awake: Awake
  onStep: (step: TimedStep) => void
}

function ClockPart({ store, step, plan, awake, onStep }: ClockProps) {
  const { session: words, app } = useMessages()
  const { clock } = useReadable(sessionNote(store.id))
  const acts = clockActs(store.id)
  const minutes = minutesOfStep(plan, step)
  if (!clock) {
    return (
      <div className={styles['clock']}>
        <p className={styles['planned']}>{words.planned(app[step], minutes)}</p>
        <Button look="main" icon="play" onClick={() => acts.start(step, minutes)}>
          {words.start}
        </Button>
        <Chime />
      </div>
    )
  }
  return (
    <div className={styles['clock']}>
      <ClockFace id={store.id} step={clock.step} />
      {clock.step !== step && (
        <Button look="main" icon="play" onClick={() => acts.start(step, minutes)}>
          {words.startFor(app[step], minutes)}
        </Button>
      )}
      <ClockButtons {...{ store, plan, step, onStep }} />
      <Chime />
      {awake !== 'off' && <p className={styles['hint']}>{words.awake[awake]}</p>}
    </div>
  )
}

function ClockFace({ id, step }: { id: string; step: TimedStep }) {
  const { session: words, app } = useMessages()
  const stage = useClock(id, stageOf)
  const face = useClock(id, (clock, at) => clock && clockFace(secondsLeft(clock, at)))
  return (
    <div className={styles['face']}>
      <p className={styles['planned']}>{app[step]}</p>
      <p
        role="timer"
        aria-live="off"
        aria-label={words.clockOf(app[step])}
        className={styles['time']}
        data-stage={stage}
      >
        {face}
      </p>
      {/* Its line is kept, so that no button moves when it has something to say. */}
      <p className={styles['stage']}>
        {stage === 'off' || stage === 'running' ? '' : words.stages[stage]}
      </p>
    </div>
  )
}

function ClockButtons({ store, plan, step, onStep }: Omit<ClockProps, 'awake'>) {
  const { session: words, app } = useMessages()
  const { clock } = useReadable(sessionNote(store.id))
  const isUp = useClock(store.id, (running, at) => stageOf(running, at) === 'up')
  const acts = clockActs(store.id)
  if (!clock) return null
  const next = stepAfter(plan, clock.step)
  const runs = clock.kind === 'running'
  return (
    <>
      <div className={styles['acts']}>
        <Button icon={runs ? 'pause' : 'play'} onClick={runs ? acts.pause : acts.goOn}>
          {runs ? words.pause : words.goOn}
        </Button>
        <Button onClick={acts.addMinute}>{words.addMinute}</Button>
      </div>
      {next && (
        <Button
          look={isUp && clock.step === step ? 'main' : 'plain'}
          icon="forward"
          onClick={() => {
            acts.start(next, minutesOfStep(plan, next))
            onStep(next)
          }}
        >
          {words.next(app[next], minutesOfStep(plan, next))}
        </Button>
      )}
      <div className={styles['acts']}>
        <Button
          look="quiet"
          icon="undo"
          onClick={() => acts.start(clock.step, minutesOfStep(plan, clock.step))}
        >
          {words.startAgain}
        </Button>
        <Button look="quiet" onClick={acts.putAway}>
          {words.putAway}
        </Button>
      </div>
    </>
  )
}

function Chime() {
  const words = useMessages().session
  const { settings } = useStorage()
  const { chime } = useReadable(settings)
  return (
    <Choice
      kind="checkbox"
      label={words.chime}
      checked={chime}
      onChange={(event) => {
        readyChime()
        settings.set({ chime: event.currentTarget.checked })
      }}
    />
  )
}
