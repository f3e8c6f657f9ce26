import type { Participant } from '#core/reflection.ts'

/** Two people who might sit together. */
export interface Pair {
  /** Knows what `learner` wants to learn about. */
  readonly teacher: Participant
  readonly learner: Participant
  /** True where it goes both ways. */
  readonly isMutual: boolean
}

type Seat = Pick<Participant, 'knows' | 'learns'>

function helps(teacher: Seat, learner: Seat): boolean {
  return teacher.knows !== '' && teacher.knows === learner.learns
}

/**
 * Who could sit together: nobody is in two pairs, and those who can help each other come first. In the
 * order people sit.
 */
export function pairsOf(people: readonly Participant[]): readonly Pair[] {
  const possible = people.flatMap((learner) =>
    people
      .filter((teacher) => teacher !== learner && helps(teacher, learner))
      .map((teacher) => ({ teacher, learner, isMutual: helps(learner, teacher) })),
  )
  const pairs: Pair[] = []
  for (const pair of possible.toSorted((a, b) => Number(b.isMutual) - Number(a.isMutual))) {
    const seated = pairs.flatMap(({ teacher, learner }) => [teacher, learner])
    if (!seated.includes(pair.teacher) && !seated.includes(pair.learner)) pairs.push(pair)
  }
  return pairs
}
