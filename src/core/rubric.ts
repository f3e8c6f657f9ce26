import type * as v from 'valibot'
// Types only: the schema itself is read where files are, and not at the start of the app.
import type { CreditedTextSchema, ProvenanceSchema, RubricSchema } from './rubricSchema.ts'

/** One rubric definition. */
export type Rubric = v.InferOutput<typeof RubricSchema>
export type Scale = Rubric['scales'][number]
export type Level = Scale['levels'][number]
export type Section = Rubric['sections'][number]
export type Skill = Section['skills'][number]
export type Item = Skill['items'][number]
export type RatingItem = Extract<Item, { kind: 'rating' }>
export type TextItem = Extract<Item, { kind: 'text' }>
export type NamedStrategy = Section['strategies'][number]
export type Provenance = v.InferOutput<typeof ProvenanceSchema>
export type CreditedText = v.InferOutput<typeof CreditedTextSchema>

/** The reasons to set an item aside: distinct from each other and from unanswered, never a low mark. */
export type SetAsideReason = 'unknown' | 'notOurs'

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
