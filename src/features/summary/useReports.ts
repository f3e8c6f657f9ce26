import { useMemo } from 'react'
import { movesOf, type Move } from '#core/moves.ts'
import { ratesInPrivate } from '#core/privacy.ts'
import type { Report } from '#core/report.ts'
import { buildSharedReport } from '#core/sharedReport.ts'
import { splitRubrics } from '#parts/splitRubrics.ts'
import { useSitting } from '#parts/useSitting.ts'
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
  const sitting = useSitting(store)
  const { reflection, rubrics } = sitting
  const changes = useStore(store, (from) => from.changes())
  const paperRubrics = useTranslatedAll(
    useStore(store, (from) => from.rubrics()),
    'paper',
  )
  const report = useMemo(() => buildSharedReport(sitting), [sitting])
  const onPaper = useMemo(() => {
    const whole =
      paperRubrics === sitting.rubrics
        ? report
        : buildSharedReport({ ...sitting, rubrics: paperRubrics })
    return { ...whole, rubrics: splitRubrics(whole).shown }
  }, [report, sitting, paperRubrics])
  const moves = useMemo(() => {
    if (!ratesInPrivate(reflection) || reflection.workshop.revealed.size === 0) return new Map()
    return new Map(
      rubrics.map(({ rubric }) => [rubric.id, movesOf(changes, reflection, rubric)] as const),
    )
  }, [changes, reflection, rubrics])
  return { report, onPaper, moves }
}
