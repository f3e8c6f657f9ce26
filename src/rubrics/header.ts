import { minutesOf, type Minutes } from '#core/minutes.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { rubricHash } from '#core/rubricHash.ts'

/** What a list of rubrics shows, known without loading any of them. */
export interface RubricHeader {
  readonly id: string
  readonly version: string
  /** Content hash of the definition this version of the app ships. */
  readonly hash: string
  readonly lang: string
  readonly title: string
  readonly shortTitle: string
  readonly status: Rubric['status']
  readonly family: Rubric['family']
  readonly itemNoun: Rubric['itemNoun']
  readonly counts: {
    readonly sections: number
    readonly skills: number
    /** Items asked today; retired ones do not count. */
    readonly items: number
    readonly strategies: number
    readonly challenges: number
  }
  /** About how long all of it takes. */
  readonly minutes: Minutes
}

/**
 * The header of a definition. The build makes those of the app; the app makes those of own rubrics.
 * @param hash of the definition, where it is known
 */
export function toRubricHeader(rubric: Rubric, hash = rubricHash(rubric)): RubricHeader {
  const { id, version, lang, shortTitle, status, family, itemNoun, sections } = rubric
  const count = (ofSection: (section: Rubric['sections'][number]) => number) =>
    sections.reduce((sum, section) => sum + ofSection(section), 0)
  return {
    id,
    version,
    hash,
    lang,
    title: rubric.title.text,
    shortTitle,
    status,
    family,
    itemNoun,
    counts: {
      sections: sections.length,
      skills: count(({ skills }) => skills.length),
      items: itemsOf(rubric).length,
      strategies: count(({ strategies }) => strategies.length),
      challenges: count(({ challenges }) => challenges.length),
    },
    minutes: minutesOf(rubric),
  }
}
