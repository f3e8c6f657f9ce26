import type { Item, Level, Rubric, Section, Skill } from './rubric.ts'
import { mapTexts, translationOf } from './rubricTranslation.ts'
import type { Scrubber } from './knownNames.ts'

/** A rubric and its parts as they may be told: each part of a report finds its own here. */
export interface RubricWords {
  readonly rubric: Rubric
  readonly section: (section: Section) => Section
  readonly skill: (skill: Skill) => Skill
  readonly item: (item: Item) => Item
  readonly level: (level: Level) => Level
  readonly text: (text: string) => string
}

/**
 * A rubric without names of people in its words, its credit and its sources. A web address with a
 * name in it is left out; ids stay, because answers point at them, and are not for telling.
 *
 * @param scrub nothing is replaced without one: the parts are those that are asked for
 */
export function rubricWords(rubric: Rubric, scrub: Scrubber | undefined): RubricWords {
  const same = <Part>(part: Part) => part
  if (!scrub) return { rubric, section: same, skill: same, item: same, level: same, text: same }
  const told = withoutNamesIn(rubric, scrub)
  const skills = told.sections.flatMap((section) => section.skills)
  const section = byId(told.sections)
  const skill = byId(skills)
  const item = byId(skills.flatMap(({ items }) => items))
  // Levels of two scales may have one id: each is mapped by itself.
  const level = ({ label, short, ...rest }: Level): Level => ({
    ...rest,
    label: scrub(label),
    short: scrub(short),
  })
  return { rubric: told, section, skill, item, level, text: scrub }
}

function withoutNamesIn(rubric: Rubric, scrub: Scrubber): Rubric {
  const note = translationOf(rubric)
  return {
    ...mapTexts(rubric, (_, text) => scrub(text)),
    sources: rubric.sources.map(({ url, ...source }, index) => ({
      key: scrub.finds(source.key) ? `SOURCE-${index + 1}` : source.key,
      title: scrub(source.title),
      ...(url === undefined || scrub.finds(url) ? {} : { url }),
    })),
    ...(note && { translation: note }),
  }
}

/** The part of the same id; itself if there is none. */
function byId<Part extends { readonly id: string }>(parts: readonly Part[]): (of: Part) => Part {
  const known = new Map(parts.map((part) => [part.id, part]))
  return (of) => known.get(of.id) ?? of
}
