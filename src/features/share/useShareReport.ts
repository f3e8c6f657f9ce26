import { useMemo } from 'react'
import { privateSections, withoutPrivate } from '#core/privacy.ts'
import { withNamedSites } from '#core/reflection.ts'
import { buildReport, type Report } from '#core/report.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'

export interface Shared {
  /** Holds nothing of sections that are still private. */
  readonly report: Report
  /** Those of a rubric that are in scope and still private. */
  privateOf(rubric: Rubric): readonly Section[]
}

/** What everyone at the table may see, live. */
export function useShareReport(store: ReflectionStore): Shared {
  const words = useMessages().summary
  const kept = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responses())
  const rubrics = useTranslatedAll(useStore(store, (from) => from.rubrics()))
  return useMemo(() => {
    const reflection = withNamedSites(kept, words.site)
    return {
      report: buildReport(withoutPrivate({ reflection, responses, rubrics })),
      privateOf: (rubric) => privateSections(kept, rubric),
    }
  }, [kept, responses, rubrics, words])
}
