import { useMemo } from 'react'
import { withNamedSites } from '#core/reflection.ts'
import type { ReportInput } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'

/**
 * What a report for readers is made from, live: every site with a name, the rubrics in the language
 * they are shown in. It still holds what is private; see `withoutPrivate`.
 */
export function useSitting(store: ReflectionStore): ReportInput {
  const words = useMessages().summary
  const kept = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responses())
  const rubrics = useTranslatedAll(useStore(store, (from) => from.rubrics()))
  return useMemo(
    () => ({ reflection: withNamedSites(kept, words.site), responses, rubrics }),
    [kept, responses, rubrics, words],
  )
}
