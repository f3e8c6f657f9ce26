import type * as v from 'valibot'
// Types only: the schema itself is read where files are, and not at the start of the app.
import type { CreditedTextSchema, ProvenanceSchema } from './rubricItemSchema.ts'
import type { RubricSchema } from './rubricSchema.ts'

/** One rubric definition. */
export type Rubric = v.InferOutput<typeof RubricSchema>
export type Scale = Rubric['scales'][number]
export type Level = Scale['levels'][number]
export type Section = Rubric['sections'][number]
export type Skill = Section['skills'][number]
export type Item = Skill['items'][number]
export type RatingItem = Extract<Item, { kind: 'rating' }>
export type ChoiceItem = Extract<Item, { kind: 'choice' }>
export type StatusItem = Extract<Item, { kind: 'status' }>
export type TextItem = Extract<Item, { kind: 'text' }>
export type TableItem = Extract<Item, { kind: 'table' }>
export type PlacementItem = Extract<Item, { kind: 'placement' }>
export type Option = ChoiceItem['options'][number]
export type Column = TableItem['columns'][number]
export type TableRow = TableItem['rows'][number]
export type Zone = PlacementItem['zones'][number]
/** What a rubric belongs to; `undefined` for one that says nothing. */
export type Family = Rubric['family']
export type NamedStrategy = Section['strategies'][number]
export type Provenance = v.InferOutput<typeof ProvenanceSchema>
export type CreditedText = v.InferOutput<typeof CreditedTextSchema>

/** The reasons to set an item aside: distinct from each other and from unanswered, never a low mark. */
export type SetAsideReason = 'unknown' | 'notOurs'

/**
 * True if the domains of two families may be named on one screen. Those of hub leadership and those of
 * network health may not: both have a domain on culture and one on improvement, and mean other things.
 */
export function mayShareScreen(one: Family, other: Family): boolean {
  const both = [one, other]
  return !(both.includes('hub-leadership') && both.includes('network-health'))
}

/** A way to set an item aside, in the rubric's own words. */
export type SetAsideAnswer = Scale['setAside'][number]

/** How far something on a checklist is, in order. The words for them are the app's. */
export const STATUSES = ['notStarted', 'begun', 'inPlace', 'toRevisit'] as const
export type Status = (typeof STATUSES)[number]

/** An item with where it stands. */
export interface PlacedItem {
  readonly item: Item
  readonly skill: Skill
  readonly section: Section
}

/** Every item in printed order; retired ones only if asked for. */
export function itemsOf(rubric: Rubric, { retired = false } = {}): readonly PlacedItem[] {
  return rubric.sections.flatMap((section) =>
    section.skills.flatMap((skill) =>
      skill.items
        .filter((item) => retired || !item.retired)
        .map((item) => ({ item, skill, section })),
    ),
  )
}

/** The items of one skill that are asked today. */
export function askedItems(skill: Skill): readonly Item[] {
  return skill.items.filter((item) => !item.retired)
}

/** The scale a rating item uses. The validator guarantees that it exists. */
export function scaleOf(rubric: Rubric, item: RatingItem): Scale {
  const scale = rubric.scales.find(({ id }) => id === item.scale)
  if (!scale) throw new Error(`Invariant broken: scale "${item.scale}" in rubric "${rubric.id}"`)
  return scale
}

/** The ways to set an item aside: its scale's for a rating, its own for every other kind. */
export function setAsideOf(rubric: Rubric, item: Item): readonly SetAsideAnswer[] {
  return item.kind === 'rating' ? scaleOf(rubric, item).setAside : (item.setAside ?? [])
}

/** True for what the team answers as one. */
export function isTogether(item: Item): boolean {
  return item.kind !== 'rating' && item.answeredBy === 'together'
}

/** The zone nearest to a point of the map, in percent; zones that hold it come first, in their order. */
export function zoneAt(item: PlacementItem, x: number, y: number): Zone {
  const distance = ({ area }: Zone) =>
    Math.hypot(
      Math.max(area.left - x, 0, x - area.right),
      Math.max(area.bottom - y, 0, y - area.top),
    )
  const [nearest] = item.zones.toSorted((a, b) => distance(a) - distance(b))
  if (!nearest) throw new Error(`Invariant broken: no zones in item "${item.id}"`)
  return nearest
}

/** The middle of a zone: where a site stands that was put there from the list. */
export function middleOf({ area }: Zone): { x: number; y: number } {
  return { x: (area.left + area.right) / 2, y: (area.bottom + area.top) / 2 }
}
