import { assertNever } from './assert.ts'
import { askedItems, isTogether, scaleOf, type Item, type Rubric } from './rubric.ts'

/** How long answering takes, in minutes: what is asked once, and what is asked for each site. */
export interface Minutes {
  readonly once: number
  readonly eachSite: number
}

/**
 * About how long a team takes to answer these sections of a rubric. Workshops show that 12 to 16
 * methods take 10 to 15 minutes to rate, strategies named; a plain statement is quicker, and what the
 * other kinds take is our guess. Not rounded: see `roundMinutes`.
 */
export function minutesOf(rubric: Rubric, sections: Rubric['sections'] = rubric.sections): Minutes {
  const skills = sections.flatMap((section) => section.skills)
  const sum = (eachSite: boolean) =>
    skills
      .filter((skill) => (skill.eachSite ?? false) === eachSite)
      .flatMap(askedItems)
      .reduce((minutes, item) => minutes + itemMinutes(rubric, item), 0)
  return { once: sum(false), eachSite: sum(true) }
}

/** As one would say it: the nearest five minutes, and never none for a little; 0 stays 0. */
export function roundMinutes(minutes: number): number {
  return minutes === 0 ? 0 : Math.max(5, Math.round(minutes / 5) * 5)
}

function itemMinutes(rubric: Rubric, item: Item): number {
  switch (item.kind) {
    case 'rating':
      return scaleOf(rubric, item).levels.some((level) => level.asksForStrategy) ? 0.9 : 0.3
    case 'status':
      return 0.5
    case 'choice':
      return 1
    case 'text':
      return isTogether(item) ? 2 : 1
    case 'placement':
      return 2
    case 'table':
      return Math.max(5, 2 * item.rows.length)
    default:
      return assertNever(item)
  }
}
