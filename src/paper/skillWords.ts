import type { Skill } from '#core/rubric.ts'
import { line } from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

/** A skill's name beside its rows; again, as continued, on the next page. */
export function skillLead(continued: string, skill: Skill) {
  const number = line(skill.number, 'stripNumber')
  return {
    first: [number, skillName(skill, [])],
    again: [number, skillName(skill, [text(` ${continued}`, 'note')])],
  }
}

function skillName({ name }: Skill, more: readonly Inline[]): Paragraph {
  return {
    inlines: [
      text(`${name.text}\u00A0`, 'tableStrong'),
      { kind: 'provenance', provenance: name.provenance },
      ...more,
    ],
  }
}

/** A skill's number and name in one line, above what is as wide as the page. */
export function skillHeading(skill: Skill, above: number): Paragraph {
  return {
    ...skillName(skill, []),
    lead: { inlines: [text(skill.number, 'stripNumber')], width: 8.5 },
    above,
  }
}
