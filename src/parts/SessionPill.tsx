import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import { secondsLeft } from '#core/clock.ts'
import type { TimedStep } from '#core/sessionPlan.ts'
import { useMessages } from '#messages/messages.ts'
import { playChime } from '#platform/chime.ts'
import { now } from '#platform/ids.ts'
import { keepAwake, type Awake } from '#platform/wakeLock.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { sessionNote } from '#storage/sessionNote.ts'
import { useReadable, useStorage, useStore } from '#storage/useStorage.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Icon } from '#ui/Icon.tsx'
import { clockFace, stageOf } from './session.ts'
import styles from './session.module.css'
import { useClock } from './sessionClock.ts'
import { SessionPanel } from './SessionPanel.tsx'

interface Props {
  store: ReflectionStore
  place: {
    readonly step: TimedStep
    readonly rubricId: string | undefined
    readonly sectionId: string | undefined
  }
  /** Goes to a step. */
  onStep: (step: TimedStep) => void
}

/** The clock of the session in the header; behind it what a facilitator needs. */
export function SessionPill({ store, place, onStep }: Props) {
  const words = useMessages().session
  const mode = useStore(store, (from) => from.reflection().mode)
  const [open, setOpen] = useState(false)
  const panelId = useId()
  const desk = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useNotedPlace(store.id, place)
  const awake = useAwake(store.id)
  useChime(store.id)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useDismissal(desk, open, (how) => (how === 'tap' ? setOpen(false) : close()))
  return (
    <div className={styles['desk']} ref={desk}>
      <button
        type="button"
        className={styles['pill']}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        ref={button}
        onClick={() => setOpen(!open)}
      >
        <Icon name="clock" size={18} />
        <Hidden>{words.open[mode]}</Hidden>
        <PillFace id={store.id} />
      </button>
      <ClockTold id={store.id} />
      {open && (
        <SessionPanel
          id={panelId}
          store={store}
          step={place.step}
          awake={awake}
          onStep={onStep}
          onClose={close}
        />
      )}
    </div>
  )
}

/** What is left, in the header; nothing while no clock was started. */
function PillFace({ id }: { id: string }) {
  const words = useMessages().session
  const { clock } = useReadable(sessionNote(id))
  const stage = useClock(id, stageOf)
  const face = useClock(id, (running, at) => running && clockFace(secondsLeft(running, at)))
  if (!clock || face === undefined) return null
  return (
    <span className={styles['pillTime']} data-stage={stage}>
      {stage === 'up' ? words.timesUpShort : face}
    </span>
  )
}

/** Says once that a minute is left and once that time is up; nothing in between. */
function ClockTold({ id }: { id: string }) {
  const { session: words, app } = useMessages()
  const stage = useClock(id, stageOf)
  const step = useClock(id, (clock) => clock?.step)
  const isTold = stage === 'lastMinute' || stage === 'up'
  return (
    <output className={styles['told']}>{isTold && step ? words.told[stage](app[step]) : ''}</output>
  )
}

/** Tells the other windows of this session where this one is. */
function useNotedPlace(reflectionId: string, { step, rubricId, sectionId }: Props['place']) {
  useEffect(() => {
    sessionNote(reflectionId).set({ place: { step, rubricId, sectionId } })
  }, [reflectionId, step, rubricId, sectionId])
}

/** Keeps the screen on while a clock runs, its last second and after included. */
function useAwake(reflectionId: string): Awake {
  const [awake, setAwake] = useState<Awake>('off')
  const runs = useClock(reflectionId, (clock) => clock?.kind === 'running')
  useEffect(() => (runs ? keepAwake(setAwake) : undefined), [runs])
  return awake
}

/** One soft sound when the time runs out while this window is there, if someone asked for it. */
function useChime(reflectionId: string) {
  const { settings } = useStorage()
  const { chime } = useReadable(settings)
  useEffect(() => {
    if (!chime) return undefined
    const read = () => stageOf(sessionNote(reflectionId).get().clock, now())
    let last = read()
    const ticks = setInterval(() => {
      const stage = read()
      if (stage === 'up' && last === 'lastMinute') playChime()
      last = stage
    }, 250)
    return () => clearInterval(ticks)
  }, [chime, reflectionId])
}

/** A tap anywhere else closes the panel, and so does Escape. */
function useDismissal(
  inside: RefObject<HTMLElement | null>,
  open: boolean,
  onDismiss: (how: 'tap' | 'key') => void,
) {
  const told = useRef(onDismiss)
  useEffect(() => {
    told.current = onDismiss
  })
  useEffect(() => {
    if (!open) return undefined
    const onTap = ({ target }: Event) => {
      if (target instanceof Node && !inside.current?.contains(target)) told.current('tap')
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') told.current('key')
    }
    document.addEventListener('pointerdown', onTap)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onTap)
      document.removeEventListener('keydown', onKey)
    }
  }, [open, inside])
}
