import type { Response } from './answer.ts'
import { itemRefKey, type ItemRef, type Reflection } from './reflection.ts'
import { isTogether, itemsOf, type Rubric, type Section } from './rubric.ts'
import { revealKey } from './workshop.ts'

// Private, then reveal: until a section's marks are shown to all, only their own author sees them.

/** True for a team that rates in private; one leader alone has nobody to keep marks from. */
export function ratesInPrivate({ mode, way }: Pick<Reflection, 'mode' | 'way'>): boolean {
  return mode === 'team' && way === 'private'
}

/** True while nobody but their authors may see the marks of a section. */
export function isPrivate(
  reflection: Pick<Reflection, 'mode' | 'way' | 'workshop'>,
  rubricId: string,
  section: Section,
): boolean {
  const { revealed } = reflection.workshop
  if (!ratesInPrivate(reflection) || revealed.has(revealKey(rubricId, section.id))) return false
  return isAnsweredEach(section)
}

/** True if anything in the section is answered by each person: what a reveal is for. */
export function isAnsweredEach({ skills }: Section): boolean {
  return skills.some(({ items }) => items.some((item) => !item.retired && !isTogether(item)))
}

interface Sitting {
  readonly reflection: Reflection
  readonly responses: readonly Response[]
  readonly rubrics: readonly { readonly rubric: Rubric }[]
}

/**
 * What everyone may see of a sitting: without the answers of sections that are still private and
 * without strategies that would tell who is strong there. What the team answers as one is everyone's.
 * Of a rubric whose definition is not at hand nobody can say what is private, so none of its answers
 * and strategies is told.
 * Every screen and paper but the one of whoever is rating is made from this.
 */
export function withoutPrivate<Input extends Sitting>(input: Input): Input {
  const { reflection, responses } = input
  if (!ratesInPrivate(reflection)) return input
  const shown = shownItems(input)
  const isShown = (ref: ItemRef) => shown.has(itemRefKey(ref))
  return {
    ...input,
    responses: responses.filter(isShown),
    reflection: {
      ...reflection,
      strategies: reflection.strategies.flatMap((strategy) => {
        const items = strategy.items.filter(isShown)
        if (items.length === strategy.items.length) return [strategy]
        return items.length === 0 ? [] : [{ ...strategy, items }]
      }),
    },
  }
}

/** The items whose answers everyone may see. An item no definition knows is not among them. */
function shownItems({ reflection, rubrics }: Sitting): ReadonlySet<string> {
  const keys = rubrics.flatMap(({ rubric }) =>
    itemsOf(rubric, { retired: true }).flatMap(({ item, section }) =>
      isTogether(item) || !isPrivate(reflection, rubric.id, section)
        ? [itemRefKey({ rubricId: rubric.id, itemId: item.id })]
        : [],
    ),
  )
  return new Set(keys)
}

/** The sections in scope whose marks are still private. */
export function privateSections(reflection: Reflection, rubric: Rubric): readonly Section[] {
  const { scope } = reflection.rubrics.find(({ rubricId }) => rubricId === rubric.id) ?? {}
  return rubric.sections.filter(
    (section) =>
      (scope === undefined || scope.includes(section.id)) &&
      isPrivate(reflection, rubric.id, section),
  )
}
