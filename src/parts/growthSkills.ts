import type { GrowthEdge } from '#core/reflection.ts'
import type { RubricReport, SkillBox } from '#core/report.ts'
import type { Section, Skill } from '#core/rubric.ts'

/** A skill to choose, and how many marks stand in the boxes on its left. */
export interface SkillChoice {
  readonly skill: Skill
  readonly onTheLeft: number
  readonly isChosen: boolean
}

export interface SectionChoices {
  readonly section: Section
  readonly skills: readonly SkillChoice[]
}

/**
 * The skills of a rubric in scope, by section. Where marks stand on the left comes first, sections
 * and skills alike; the rest is as in print. A skill asked for each site stands once.
 */
export function skillChoices({ sections, growthEdges }: RubricReport): readonly SectionChoices[] {
  const chosen = new Set(growthEdges.map(({ skillId }) => skillId))
  return sections
    .map(({ section, skills }) => {
      const unique = [...new Set(skills.map(({ skill }) => skill))]
      const choices = unique.map((skill) => ({
        skill,
        isChosen: chosen.has(skill.id),
        onTheLeft: skills
          .filter((report) => report.skill === skill)
          .reduce((sum, { boxes }) => sum + marksOnTheLeft(boxes), 0),
      }))
      return { section, skills: choices.toSorted((a, b) => b.onTheLeft - a.onTheLeft) }
    })
    .toSorted((a, b) => mostOnTheLeft(b) - mostOnTheLeft(a))
}

function mostOnTheLeft({ skills }: SectionChoices): number {
  return Math.max(...skills.map(({ onTheLeft }) => onTheLeft))
}

/** Left of the boxes that ask for a strategy; the first half where none does. */
function marksOnTheLeft(boxes: readonly SkillBox[]): number {
  const strong = boxes.findIndex(({ level }) => level.asksForStrategy)
  const left = boxes.slice(0, strong < 0 ? Math.floor(boxes.length / 2) : strong)
  return left.flatMap(({ people }) => people).reduce((sum, { count }) => sum + count, 0)
}

/** The skill of a growth edge with its section, as long as the rubric has it. */
export function placeOfEdge(
  { rubric }: RubricReport,
  { skillId }: Pick<GrowthEdge, 'skillId'>,
): { readonly section: Section; readonly skill: Skill } | undefined {
  for (const section of rubric.sections) {
    const skill = section.skills.find(({ id }) => id === skillId)
    if (skill) return { section, skill }
  }
  return undefined
}
