import { TEAM, type AnswerPlace } from '#core/answer.ts'
import type { Participant, Site } from '#core/reflection.ts'
import { isTogether, type Item, type Rubric } from '#core/rubric.ts'

/** Where the answer of this screen belongs: to the person whose turn it is, or to the team as one. */
export function ownPlace(where: {
  rubric: Rubric
  item: Item
  person: Participant
  /** Only for what is asked for each. */
  site: Site | undefined
  /** True while the team marks what it agrees on. */
  agrees: boolean
}): AnswerPlace {
  const { rubric, item, person, site, agrees } = where
  const participantId = agrees || isTogether(item) ? TEAM : person.id
  return { participantId, rubricId: rubric.id, itemId: item.id, siteId: site?.id }
}
