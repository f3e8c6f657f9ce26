import { TEAM, type Response } from './answer.ts'
import type { Participant, Reflection, Strategy } from './reflection.ts'
import { isTogether, type Item } from './rubric.ts'

// What one person sees of a section that is still private: the rest does not exist for their screen.

/** The answers to an item that are a person's own, and the team's where it answers as one. */
export function ownResponses(
  item: Item,
  responses: readonly Response[],
  { id }: Participant,
): readonly Response[] {
  // What a team once agreed on would sway as much as the marks of others.
  const owner = isTogether(item) ? TEAM : id
  return responses.filter(({ participantId }) => participantId === owner)
}

/** The strategies credited to one person and nobody else. */
export function ownStrategies(
  strategies: readonly Strategy[],
  { id }: Participant,
): readonly Strategy[] {
  return strategies.filter(({ credit }) => credit.length === 1 && credit[0] === id)
}

/**
 * A reflection as one person sees it during their turn: everyone is still at the table, but only this
 * person's strategies are named.
 */
export function ownReflection(reflection: Reflection, person: Participant): Reflection {
  return { ...reflection, strategies: ownStrategies(reflection.strategies, person) }
}
