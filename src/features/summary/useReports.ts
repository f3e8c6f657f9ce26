import { useMemo } from 'react'
import { movesOf, type Move } from '#core/moves.ts'
import { ratesInPrivate } from '#core/privacy.ts'
import { withNamedSites } from '#core/reflection.ts'
import type { Report } from '#core/report.ts'
import { buildSharedReport } from '#core/sharedReport.ts'
import { useMessages } from '#messages/messages.ts'
import { splitRubrics } from '#parts/splitRubrics.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'

export interface Reports {
  readonly report: Report
  /** The same while everything is in one language, without the rubrics that are left out. */
  readonly onPaper: Report
  /** Who moved a mark after the reveal: by rubric id. */
  readonly moves: ReadonlyMap<string, readonly Move[]>
}

/** What everyone may see of a sitting, live, for the screen and for paper. */
export function useReports(store: ReflectionStore): Reports {
  const words = useMessages().summary
  const kept = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responses())
  const stored = useStore(store, (from) => from.rubrics())
  const changes = useStore(store, (from) => from.changes())
  const rubrics = useTranslatedAll(stored)
  const paperRubrics = useTranslatedAll(stored, 'paper')
  const reflection = useMemo(() => withNamedSites(kept, words.site), [kept, words])
  const report = useMemo(
    () => buildSharedReport({ reflection, responses, rubrics }),
    [reflection, responses, rubrics],
  )
  const onPaper = useMemo(() => {
    const whole =
      paperRubrics === rubrics
        ? report
        : buildSharedReport({ reflection, responses, rubrics: paperRubrics })
    return { ...whole, rubrics: splitRubrics(whole).shown }
  }, [report, reflection, responses, rubrics, paperRubrics])
  const moves = useMemo(() => {
    if (!ratesInPrivate(reflection) || reflection.workshop.revealed.size === 0) return new Map()
    return new Map(
      rubrics.map(({ rubric }) => [rubric.id, movesOf(changes, reflection, rubric)] as const),
    )
  }, [changes, reflection, rubrics])
  return { report, onPaper, moves }
}
