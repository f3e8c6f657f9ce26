// How long the steps of a session take. Times are ours: nothing found says how long the workshop was.

/** The steps a facilitator leads through, in order. */
export const TIMED_STEPS = ['setup', 'learn', 'reflect', 'share', 'plan', 'summary'] as const
export type TimedStep = (typeof TIMED_STEPS)[number]

/** A preset: minutes for each step. */
export interface SessionPlan {
  readonly id: 'minutes45' | 'minutes60' | 'minutes90' | 'halfDay'
  /** In all. */
  readonly minutes: number
  readonly steps: Readonly<Record<TimedStep, number>>
}

/** The presets, shortest first. */
export const SESSION_PLANS: readonly SessionPlan[] = [
  plan('minutes45', { setup: 2, learn: 0, reflect: 12, share: 21, plan: 7, summary: 3 }),
  plan('minutes60', { setup: 5, learn: 4, reflect: 20, share: 21, plan: 7, summary: 3 }),
  plan('minutes90', { setup: 11, learn: 15, reflect: 20, share: 34, plan: 6, summary: 4 }),
  plan('halfDay', { setup: 15, learn: 25, reflect: 60, share: 80, plan: 20, summary: 10 }),
]

function plan(id: SessionPlan['id'], steps: SessionPlan['steps']): SessionPlan {
  return { id, steps, minutes: Object.values(steps).reduce((sum, each) => sum + each, 0) }
}

/** The plan of this id, if there is one. */
export function sessionPlan(id: string): SessionPlan | undefined {
  return SESSION_PLANS.find((each) => each.id === id)
}

/** True if a session of this plan begins with Learn: its id, or empty for no plan. */
export function beginsWithLearn(id: string): boolean {
  return (sessionPlan(id)?.steps.learn ?? 0) > 0
}
