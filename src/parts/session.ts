import {
  addMinute,
  pauseClock,
  resumeClock,
  secondsLeft,
  startClock,
  type Clock,
} from '#core/clock.ts'
import { sessionPlan, TIMED_STEPS, type SessionPlan, type TimedStep } from '#core/sessionPlan.ts'
import { readyChime } from '#platform/chime.ts'
import { now } from '#platform/ids.ts'
import { sessionNote } from '#storage/sessionNote.ts'

/** The plan whose minutes stand in where a session has none. */
const USUAL_PLAN = 'minutes60'

/** The plan of a session: the one chosen at set up, or the usual one. */
export function planOf(planId: string): SessionPlan {
  const plan = sessionPlan(planId) ?? sessionPlan(USUAL_PLAN)
  if (!plan) throw new Error('Invariant broken: the usual plan is none of the plans')
  return plan
}

/** What a step gets that the plan leaves out. */
const UNPLANNED_MINUTES = 5

/** How many minutes the clock of a step starts with. */
export function minutesOfStep(plan: SessionPlan, step: TimedStep): number {
  return plan.steps[step] || UNPLANNED_MINUTES
}

/** The step after this one that the plan has time for, if there is any. */
export function stepAfter(plan: SessionPlan, step: TimedStep): TimedStep | undefined {
  return TIMED_STEPS.slice(TIMED_STEPS.indexOf(step) + 1).find((next) => plan.steps[next] > 0)
}

/** "12:05", or "1:02:05" from an hour on. */
export function clockFace(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`
}

/** Where a clock stands: `up` at zero, whether it was stopped there or not. */
export type ClockStage = 'off' | 'paused' | 'running' | 'lastMinute' | 'up'

/** @param at milliseconds since 1970 UTC */
export function stageOf(clock: Clock | undefined, at: number): ClockStage {
  if (!clock) return 'off'
  const left = secondsLeft(clock, at)
  if (left === 0) return 'up'
  if (clock.kind === 'paused') return 'paused'
  return left <= 60 ? 'lastMinute' : 'running'
}

/** What can be done with the clock of a session. Each is called in the handler of a tap. */
export function clockActs(reflectionId: string) {
  const note = sessionNote(reflectionId)
  const turn = (next: (clock: Clock, at: number) => Clock) => () => {
    readyChime()
    const { clock } = note.get()
    if (clock) note.set({ clock: next(clock, now()) })
  }
  return {
    start(step: TimedStep, minutes: number) {
      readyChime()
      note.set({ clock: startClock(step, minutes, now()) })
    },
    pause: turn(pauseClock),
    goOn: turn(resumeClock),
    addMinute: turn(addMinute),
    putAway: () => note.set({ clock: undefined }),
  }
}
