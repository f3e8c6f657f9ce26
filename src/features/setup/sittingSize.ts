import { minutesOf, roundMinutes } from '#core/minutes.ts'
import { askedItems, type Section } from '#core/rubric.ts'

/** How many items these sections ask. */
export function countItems(sections: readonly Section[]): number {
  return sections.flatMap(({ skills }) => skills.flatMap(askedItems)).length
}

/** About how many minutes these sections take, once and for each site, as one would say it. */
export function roundedMinutes(sections: Section[]): [once: number, eachSite: number] {
  const { once, eachSite } = minutesOf(sections)
  return [roundMinutes(once), roundMinutes(eachSite)]
}
