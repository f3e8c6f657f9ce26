import { hasWords } from './itemReport.ts'
import type { Rubric, Section } from './rubric.ts'
import type { Solution } from './workshop.ts'

/** A challenge with what could help, as it is shown. */
export interface ToldSolution {
  readonly solution: Solution
  /** Where it belongs; `undefined` if the rubric no longer has the section. */
  readonly section: Section | undefined
  /** The rubric's own challenge; `undefined` where people wrote theirs. */
  readonly named: Section['challenges'][number] | undefined
}

/**
 * The challenges of a rubric that anyone wrote something to: in printed order, in each section the
 * rubric's own ones first.
 */
export function toldSolutions(
  rubric: Rubric,
  solutions: readonly Solution[],
): readonly ToldSolution[] {
  const told = solutions
    .filter(
      ({ rubricId, text, challenge }) =>
        rubricId === rubric.id && (hasWords(text) || hasWords(challenge)),
    )
    .map((solution): ToldSolution => {
      const section = rubric.sections.find(({ id }) => id === solution.sectionId)
      const own = section?.challenges.find(({ id }) => id === solution.challengeId)
      return { solution, section, named: hasWords(solution.challenge) ? undefined : own }
    })
  const lastIfNone = (place: number) => (place < 0 ? Infinity : place)
  const placeOf = ({ section, named }: ToldSolution) => ({
    section: lastIfNone(rubric.sections.findIndex((one) => one === section)),
    challenge: lastIfNone(section?.challenges.findIndex((one) => one === named) ?? -1),
  })
  return told.toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)]
    return compare(one.section, other.section) || compare(one.challenge, other.challenge)
  })
}

/** Infinity less itself is no number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other
}
