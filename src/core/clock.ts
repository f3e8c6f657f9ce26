import { isJsonObject } from './json.ts'
import { TIMED_STEPS, type TimedStep } from './sessionPlan.ts'

// The clock of a step. It is told the time and never asks for it; times are milliseconds.

/** A clock for one step: it runs towards a moment, or stands with some time left. */
export type Clock = Timed &
  (
    | {
        readonly kind: 'running'
        /** Since 1970 UTC. */
        readonly endsAt: number
      }
    | {
        readonly kind: 'paused'
        /** Below zero once time was up. */
        readonly left: number
      }
  )

interface Timed {
  readonly step: TimedStep
  /** What the step was given, added minutes included. */
  readonly length: number
}

export const MINUTE = 60_000

/** Longer than any session: what a note beyond it says is not believed. */
const LONGEST = 24 * 60 * MINUTE

/** A clock that starts now. */
export function startClock(step: TimedStep, minutes: number, now: number): Clock {
  const length = minutes * MINUTE
  return { kind: 'running', step, length, endsAt: now + length }
}

/** What is left, in milliseconds; below zero by how long time has been up. */
export function timeLeft(clock: Clock, now: number): number {
  // A device's clock may be set back while it runs: a step never has more left than it was given.
  return clock.kind === 'paused' ? clock.left : Math.min(clock.length, clock.endsAt - now)
}

/** What is left as shown: whole seconds, counted up to the next one, never below zero. */
export function secondsLeft(clock: Clock, now: number): number {
  return Math.max(0, Math.ceil(timeLeft(clock, now) / 1000))
}

/** Stops it where it is. */
export function pauseClock(clock: Clock, now: number): Clock {
  if (clock.kind === 'paused') return clock
  const { step, length } = clock
  return { kind: 'paused', step, length, left: timeLeft(clock, now) }
}

/** Lets it go on from where it stood. */
export function resumeClock(clock: Clock, now: number): Clock {
  if (clock.kind === 'running') return clock
  const { step, length, left } = clock
  return { kind: 'running', step, length, endsAt: now + left }
}

/** One minute more, from now if time was up. A clock that stands keeps standing. */
export function addMinute(clock: Clock, now: number): Clock {
  const left = Math.max(0, timeLeft(clock, now)) + MINUTE
  const length = Math.max(clock.length + MINUTE, left)
  return clock.kind === 'paused'
    ? { ...clock, length, left }
    : { ...clock, length, endsAt: now + left }
}

/** A clock from an untrusted note, or `undefined`. */
export function readClock(noted: unknown): Clock | undefined {
  if (!isJsonObject(noted)) return undefined
  const step = TIMED_STEPS.find((known) => known === noted['step'])
  const { kind, length, endsAt, left } = noted
  if (step === undefined || !isTime(length) || length < 0 || length > LONGEST) return undefined
  if (kind === 'running' && isTime(endsAt)) return { kind, step, length, endsAt }
  if (kind === 'paused' && isTime(left) && left <= length) return { kind, step, length, left }
  return undefined
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
