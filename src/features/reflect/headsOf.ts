import { askedItems, scaleOf, type Level, type Rubric, type Skill } from '#core/rubric.ts'

/** Where the heads of the boxes stand: over a whole section, over single skills, or in each box. */
interface Heads {
  /** Over the whole section; empty where its skills are of different kinds. */
  readonly common: readonly Level[]
  /** Over each skill, by its id, where they do not stand over the section. */
  readonly own: ReadonlyMap<string, readonly Level[]>
}

/**
 * The heads of the boxes of some skills. A scale stands over the section if all skills are rated on
 * it, else over each skill that is rated on one alone; where scales mix, each box has its words.
 */
export function headsOf(rubric: Rubric, skills: readonly Skill[]): Heads {
  const asked = skills.filter((skill) => askedItems(skill).length > 0)
  const own = new Map(asked.map((skill) => [skill.id, scaleOver(rubric, skill)]))
  const scales = [...new Set(own.values())]
  const [only] = scales
  if (scales.length === 1 && only) return { common: only, own: new Map() }
  return {
    common: [],
    own: new Map([...own].flatMap(([id, levels]) => (levels ? [[id, levels]] : []))),
  }
}

/** The one scale that a skill's ratings use. */
function scaleOver(rubric: Rubric, skill: Skill): readonly Level[] | undefined {
  const scales = askedItems(skill).flatMap((item) =>
    item.kind === 'rating' ? [scaleOf(rubric, item).levels] : [],
  )
  const [first] = scales
  return scales.every((levels) => levels === first) ? first : undefined
}
