import { minutesOf, roundMinutes } from '#core/minutes.ts'
import { askedItems, type Rubric, type Section } from '#core/rubric.ts'

/** How many items these sections ask. */
export function countItems(sections: readonly Section[]): number {
  return sections.flatMap(({ skills }) => skills.flatMap(askedItems)).length
}

/** Some sections of a rubric. */
export interface SectionsOf {
  readonly rubric: Rubric
  readonly sections: Section[]
}

/** About how many minutes these sections take, once and for each site, as one would say it. */
export function roundedMinutes(of: readonly SectionsOf[]): [once: number, eachSite: number] {
  const minutes = of.map(({ rubric, sections }) => minutesOf(rubric, sections))
  const sum = (member: 'once' | 'eachSite') =>
    roundMinutes(minutes.reduce((all, each) => all + each[member], 0))
  return [sum('once'), sum('eachSite')]
}
