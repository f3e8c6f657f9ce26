import type { Rubric } from '#core/rubric.ts'

/** True if anything in the rubric is rated: if there are boxes to stand in. */
export function hasRatings({ sections }: Rubric): boolean {
  return sections.some(({ skills }) =>
    skills.some(({ items }) => items.some(({ kind }) => kind === 'rating')),
  )
}
