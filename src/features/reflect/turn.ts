import { itemRefKey, type Participant, type Reflection, type Response } from '#core/reflection.ts'
import { askedItems, type Rubric, type Section } from '#core/rubric.ts'

/** What is still open in one section, by item number. Never blocks anything; shown as a list. */
export interface SectionGaps {
  /** Unmarked items, one entry for all the people who lack the same ones, in seat order. */
  readonly unmarked: readonly {
    readonly people: readonly Participant[]
    readonly numbers: readonly string[]
  }[]
  /** Items marked strong by someone, with no strategy naming them. */
  readonly withoutStrategy: readonly string[]
}

/** Which of the items of one section one person has answered. */
export function answeredItems(
  section: Section,
  participantId: string,
  answered: (itemId: string, participantId: string) => boolean,
): readonly string[] {
  return section.skills
    .flatMap(askedItems)
    .filter((item) => answered(item.id, participantId))
    .map(({ id }) => id)
}

/** The gaps of a section. */
export function gapsOf(input: {
  reflection: Reflection
  rubric: Rubric
  section: Section
  responsesOf: (ref: { rubricId: string; itemId: string }) => readonly Response[]
}): SectionGaps {
  const { reflection, rubric, section } = input
  const items = section.skills.flatMap(askedItems)
  const named = new Set(reflection.strategies.flatMap(({ items: refs }) => refs.map(itemRefKey)))
  const answersOf = (itemId: string) =>
    input.responsesOf({ rubricId: rubric.id, itemId }).filter(({ answer }) => answer !== undefined)
  const asking = new Set(
    rubric.scales.flatMap(({ levels }) =>
      levels.filter(({ asksForStrategy }) => asksForStrategy).map(({ id }) => id),
    ),
  )
  return {
    unmarked: groupByNumbers(
      reflection.participants.map((person) => ({
        person,
        numbers: items
          .filter((item) => !answersOf(item.id).some((given) => given.participantId === person.id))
          .map(({ number }) => number),
      })),
    ),
    withoutStrategy: items
      .filter(
        (item) =>
          !named.has(itemRefKey({ rubricId: rubric.id, itemId: item.id })) &&
          answersOf(item.id).some(
            ({ answer }) => answer?.kind === 'level' && asking.has(answer.level),
          ),
      )
      .map(({ number }) => number),
  }
}

function groupByNumbers(
  gaps: readonly { person: Participant; numbers: readonly string[] }[],
): SectionGaps['unmarked'] {
  const groups = new Map<string, { people: Participant[]; numbers: readonly string[] }>()
  for (const { person, numbers } of gaps) {
    if (numbers.length === 0) continue
    const group = groups.get(numbers.join())
    if (group) group.people.push(person)
    else groups.set(numbers.join(), { people: [person], numbers })
  }
  return [...groups.values()]
}
