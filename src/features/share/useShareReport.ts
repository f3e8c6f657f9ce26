import { useMemo } from 'react'
import { privateSections, withoutPrivate } from '#core/privacy.ts'
import { buildReport, type Report } from '#core/report.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useSitting } from '#parts/useSitting.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'

export interface Shared {
  /** Holds nothing of sections that are still private. */
  readonly report: Report
  /** Those of a rubric that are in scope and still private. */
  privateOf(rubric: Rubric): readonly Section[]
}

/** What everyone at the table may see, live. */
export function useShareReport(store: ReflectionStore): Shared {
  const sitting = useSitting(store)
  return useMemo(
    () => ({
      report: buildReport(withoutPrivate(sitting)),
      privateOf: (rubric) => privateSections(sitting.reflection, rubric),
    }),
    [sitting],
  )
}
