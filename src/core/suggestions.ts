import { hasWords } from './itemReport.ts'
import type { Source } from './playbook.ts'
import type { Participant, Reflection, Strategy } from './reflection.ts'
import { isBlank } from './report.ts'
import {
  itemsOf,
  type Item,
  type NamedStrategy,
  type PlacedItem,
  type Rubric,
  type Section,
} from './rubric.ts'

/** A strategy worth borrowing, and how near it is to where someone wants to grow. */
export type Suggestion =
  | {
      readonly kind: 'room'
      /** Unique among the suggestions for a place. */
      readonly key: string
      readonly near: 'method' | 'skill' | 'section'
      readonly strategy: Strategy
      /** What it was named at: the nearest of its items, the first of them in print. */
      readonly item: Item
      /** Who is credited and still part of the reflection. */
      readonly by: readonly Participant[]
    }
  | {
      readonly kind: 'named'
      readonly key: string
      readonly near: 'section' | 'rubric'
      readonly strategy: NamedStrategy
      readonly section: Section
      readonly sources: readonly Source[]
    }

/** Where someone wants to grow: at a whole skill, or at one item of it. */
export type GrowthPlace =
  | { readonly rubricId: string; readonly skillId: string }
  | { readonly rubricId: string; readonly itemId: string }

export interface SuggestionInput {
  readonly reflection: Reflection
  /** The definitions the reflection is pinned to. */
  readonly rubrics: readonly Rubric[]
  readonly place: GrowthPlace
  /** Who wants to grow, if it is one of a team: what is theirs alone is not suggested to them. */
  readonly participantId?: string
}

/**
 * What others do: strategies named in the room at the same method, then at the same skill, then in
 * the same section; then those the rubric brings for the section, then its others. Someone alone is
 * never offered their own. The same input gives the same order.
 */
export function suggestStrategies(input: SuggestionInput): readonly Suggestion[] {
  const rubric = input.rubrics.find(({ id }) => id === input.place.rubricId)
  if (!rubric) return []
  const placed = itemsOf(rubric, { retired: true })
  const at = placed.find(({ item, skill }) =>
    'itemId' in input.place ? item.id === input.place.itemId : skill.id === input.place.skillId,
  )
  return [...(at ? fromRoom(input, placed, at) : []), ...fromRubric(rubric, at?.section)]
}

type RoomSuggestion = Extract<Suggestion, { kind: 'room' }>

const NEARNESS = ['method', 'skill', 'section'] as const

function fromRoom(
  { reflection, place, participantId }: SuggestionInput,
  placed: readonly PlacedItem[],
  at: PlacedItem,
): readonly RoomSuggestion[] {
  if (reflection.mode === 'individual') return []
  const isOwn = ({ credit }: Strategy) =>
    participantId !== undefined && credit.length > 0 && credit.every((id) => id === participantId)
  const nearnessOf = ({ item, skill, section }: PlacedItem) => {
    if ('itemId' in place && item === at.item) return 'method'
    if (skill === at.skill) return 'skill'
    return section === at.section ? 'section' : undefined
  }
  return reflection.strategies
    .filter((strategy) => !isBlank(strategy) && !isOwn(strategy))
    .flatMap((strategy): readonly RoomSuggestion[] => {
      const named = new Set(
        strategy.items.flatMap(({ rubricId, itemId }) =>
          rubricId === place.rubricId ? [itemId] : [],
        ),
      )
      const here = placed.filter(({ item }) => named.has(item.id))
      const near = NEARNESS.find((one) => here.some((other) => nearnessOf(other) === one))
      const nearest = here.find((other) => nearnessOf(other) === near)
      if (!near || !nearest) return []
      const by = reflection.participants.filter(({ id }) => strategy.credit.includes(id))
      return [{ kind: 'room', key: `room/${strategy.id}`, near, strategy, item: nearest.item, by }]
    })
    .toSorted(nearestFirst)
}

/** Nearest first; then those with evidence, then the widest held, then as the reflection has them. */
function nearestFirst(a: RoomSuggestion, b: RoomSuggestion): number {
  const evident = ({ strategy }: RoomSuggestion) => Number(hasWords(strategy.evidence))
  return (
    NEARNESS.indexOf(a.near) - NEARNESS.indexOf(b.near) ||
    evident(b) - evident(a) ||
    b.by.length - a.by.length
  )
}

function fromRubric(rubric: Rubric, here: Section | undefined): readonly Suggestion[] {
  const inPrint = rubric.sections.flatMap((section) =>
    section.strategies.map((strategy): Suggestion => ({
      kind: 'named',
      key: `named/${strategy.id}`,
      near: section === here ? 'section' : 'rubric',
      strategy,
      section,
      sources: rubric.sources.filter(({ key }) => strategy.source.includes(key)),
    })),
  )
  return inPrint.toSorted((a, b) => Number(b.near === 'section') - Number(a.near === 'section'))
}
