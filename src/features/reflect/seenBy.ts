import { ownReflection, ownResponses } from '#core/ownView.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { itemsOf, type Rubric, type Section } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { sectionItems } from './turn.ts'

interface Sheet {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  section: Section
}

/** What the counting goes by: everything, or during a private turn what is this person's own. */
export function seenBy(
  own: Participant | undefined,
  all: Sheet,
): Parameters<typeof sectionItems>[0] {
  const { store, reflection, rubric, section } = all
  if (!own) return { reflection, rubric, section, responsesOf: store.responsesOf }
  const items = new Map(itemsOf(rubric).map(({ item }) => [item.id, item]))
  return {
    reflection: ownReflection(reflection, own),
    rubric,
    section,
    responsesOf(ref) {
      const item = items.get(ref.itemId)
      return item ? ownResponses(item, store.responsesOf(ref), own) : []
    },
  }
}
