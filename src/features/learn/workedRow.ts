import { inScope, type Reflection } from '#core/reflection.ts'
import {
  itemsOf,
  scaleOf,
  type Level,
  type NamedStrategy,
  type RatingItem,
  type Rubric,
} from '#core/rubric.ts'

/** A row of the rubric to show how it works. */
export interface WorkedRow {
  readonly item: RatingItem
  readonly levels: readonly Level[]
  /** A strategy of its section, if a level asks for one and the rubric brings one. */
  readonly strategy: NamedStrategy | undefined
}

/** The first rated row in scope; `undefined` where nothing is rated. */
export function workedRow(reflection: Reflection, rubric: Rubric): WorkedRow | undefined {
  const rows = itemsOf(rubric).flatMap(({ item, section }) =>
    item.kind === 'rating' ? [{ item, section }] : [],
  )
  const row = rows.find(({ section }) => inScope(reflection, rubric, section.id)) ?? rows[0]
  if (!row) return undefined
  const { levels } = scaleOf(rubric, row.item)
  const asks = levels.some(({ asksForStrategy }) => asksForStrategy)
  return { item: row.item, levels, strategy: asks ? row.section.strategies[0] : undefined }
}

/**
 * Which of the example's people stand at each level, lowest first: apart by one or two boxes, as people
 * often are.
 */
export function exampleMarks<Person>(
  levels: number,
  people: readonly Person[],
): readonly (readonly Person[])[] {
  const seats = [levels - 2, levels - 1, levels - 2, 1].map((at) => Math.max(0, at))
  return Array.from({ length: levels }, (_, level) =>
    people.filter((_person, seat) => seats[seat % seats.length] === level),
  )
}
