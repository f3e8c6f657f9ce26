import type { Response } from '#core/answer.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { buildItemReport, type ItemReport } from '#core/itemReport.ts'
import { lacksStrategy } from '#core/report.ts'
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

/** The items of one section as the report sees them, so that screen and summary count alike. */
export function sectionItems(input: {
  reflection: Pick<Reflection, 'participants' | 'strategies'>
  rubric: Rubric
  section: Section
  responsesOf: (ref: { rubricId: string; itemId: string }) => readonly Response[]
}): readonly ItemReport[] {
  const { reflection, rubric, section, responsesOf } = input
  return section.skills.flatMap((skill) =>
    askedItems(skill).map((item) => {
      const responses = responsesOf({ rubricId: rubric.id, itemId: item.id })
      return buildItemReport({ reflection, rubric, section, skill, item, responses })
    }),
  )
}

/** How many of the items each person has answered, by participant id. */
export function answeredCounts(
  items: readonly ItemReport[],
  people: readonly Participant[],
): ReadonlyMap<string, number> {
  const answering = items.map((item) => new Set(item.answering))
  return new Map(
    people.map((person) => [person.id, answering.filter((given) => given.has(person)).length]),
  )
}

/** The gaps of a section. */
export function gapsOf(items: readonly ItemReport[], people: readonly Participant[]): SectionGaps {
  const groups = new Map<string, { people: Participant[]; numbers: readonly string[] }>()
  for (const person of people) {
    const open = items.filter((item) => !item.answering.includes(person))
    const numbers = open.map(({ item }) => item.number)
    if (numbers.length === 0) continue
    const group = groups.get(numbers.join())
    if (group) group.people.push(person)
    else groups.set(numbers.join(), { people: [person], numbers })
  }
  return {
    unmarked: [...groups.values()],
    withoutStrategy: items.filter(lacksStrategy).map(({ item }) => item.number),
  }
}
