import { isLeftOut, type Reflection } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'

/**
 * The rubrics of a report, or of a reflection, that are part of the sitting, in the order they were chosen but each family
 * together. Those left out are told apart, because what was answered to them is kept.
 */
export function splitRubrics<Of extends { readonly rubric: Rubric }>({
  rubrics,
  reflection,
}: {
  readonly rubrics: readonly Of[]
  readonly reflection: Pick<Reflection, 'rubrics'>
}): { shown: readonly Of[]; leftOut: readonly Of[] } {
  const leftOut = reflection.rubrics.filter(isLeftOut).map(({ rubricId }) => rubricId)
  // Two devices may each have left out what the other kept: then nothing is out.
  const out = new Set(leftOut.length < reflection.rubrics.length ? leftOut : [])
  const shown = rubrics.filter(({ rubric }) => !out.has(rubric.id))
  const families = [...new Set(shown.map(({ rubric }) => rubric.family))]
  return {
    shown: families.flatMap((family) => shown.filter(({ rubric }) => rubric.family === family)),
    leftOut: rubrics.filter(({ rubric }) => out.has(rubric.id)),
  }
}
