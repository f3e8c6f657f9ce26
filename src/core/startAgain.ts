import type { Edit } from './change.ts'
import {
  fieldEdits,
  isLeftOut,
  type NextStep,
  type PinnedRubric,
  type Reflection,
  type WayToRate,
} from './reflection.ts'

// A new sitting that starts from an earlier one: the same people and rubrics, with empty marks.

/** What a new reflection takes over from an earlier one, before anybody changes it. */
export interface Again {
  readonly team: string
  readonly facilitator: string
  readonly way: WayToRate
  /** Id of the plan of the session, or empty. */
  readonly plan: string
  /** With the ids they had, so that the same people can be compared. */
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly initials: string
  }[]
  /** Those that were in sight, with their sections. */
  readonly rubrics: readonly PinnedRubric[]
  readonly sites: number
  /** Next steps that are not done and say something. */
  readonly openSteps: number
}

/** What a new reflection can take over. */
export function startAgain(earlier: Reflection): Again {
  const { mode, team, facilitator, way, workshop, participants, sites } = earlier
  return {
    team,
    facilitator,
    way: againWay(mode, way),
    plan: workshop.plan,
    people: participants.map(({ id, name, initials }) => ({ id, name, initials })),
    rubrics: earlier.rubrics.filter((pin) => !isLeftOut(pin)),
    sites: sites.length,
    openSteps: openSteps(earlier).length,
  }
}

/** A way that is no longer offered gives way to the one that new teams start with. */
function againWay(mode: Reflection['mode'], way: WayToRate): WayToRate {
  if (mode === 'individual') return 'open'
  return way === 'devices' ? 'private' : way
}

/**
 * The edits that give a new reflection what its form does not hold: which one it follows, the roles of
 * people who are there again, the sites, and the next steps that are still open.
 *
 * @param input.people ids of those who take part in the new one
 * @param input.newId gives an id for each next step
 */
export function carryEdits(input: {
  readonly earlier: Reflection
  readonly reflectionId: string
  readonly people: readonly string[]
  readonly newId: () => string
}): readonly Edit[] {
  const { earlier, reflectionId, people, newId } = input
  return [
    ...fieldEdits('reflection', reflectionId, { after: earlier.id }),
    ...earlier.participants
      .filter(({ id, role }) => role !== '' && people.includes(id))
      .flatMap(({ id, role }) => fieldEdits('participant', id, { role })),
    ...earlier.sites.flatMap(({ id, name, order }) => fieldEdits('site', id, { name, order })),
    ...openSteps(earlier).flatMap(({ what, who, by, sign, from }, order) =>
      fieldEdits('nextStep', newId(), { what, who, by, sign, from, order, carried: earlier.id }),
    ),
  ]
}

function openSteps({ nextSteps }: Reflection): readonly NextStep[] {
  return nextSteps.filter(
    ({ done, ...step }) => !done && [step.what, step.who, step.sign].some((text) => text !== ''),
  )
}
