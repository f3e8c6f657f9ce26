import { useMemo, useState } from 'react'
import { buildReport, type Report } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { EmptySummary } from './EmptySummary.tsx'
import { ExportSheet } from './ExportSheet.tsx'
import { RubricSummary } from './RubricSummary.tsx'
import { NextSteps } from './Steps.tsx'
import styles from './summary.module.css'
import { TitleLines } from './TitleLines.tsx'
import { usePrintKey } from './usePrintKey.ts'

/** Where everyone stands, live: the same report that goes on paper. */
export function SummaryPage({
  store,
}: {
  store: ReflectionStore
  /** Which of its rubrics to show; the first without. */
  rubricId: string | undefined
}) {
  const { summary: words, common } = useMessages()
  const report = useReport(store)
  const [isExporting, setExporting] = useState(false)
  usePrintKey(() => setExporting(true))
  const { reflection, rubrics } = report
  const only = rubrics.length === 1 ? rubrics[0] : undefined
  const unnamed = reflection.mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  const title = only?.rubric.title.text ?? (reflection.team || unnamed)
  const voice = words.voices[reflection.mode]
  return (
    <div className={styles['summary']}>
      <Page title={title} width="grid" lead={<TitleLines report={report} />}>
        {rubrics.length === 0 && (
          <Notice icon="alert">
            <p>{words.missingRubric}</p>
          </Notice>
        )}
        {isBlank(report) ? (
          <EmptySummary voice={voice}>
            <ButtonLink look="main" icon="pencil" href={`#/r/${store.id}/reflect`}>
              {words.toRubric}
            </ButtonLink>
          </EmptySummary>
        ) : (
          rubrics.map((rubric) => (
            <RubricSummary
              key={rubric.rubric.id}
              report={report}
              of={rubric}
              voice={voice}
              isOneOfSeveral={only === undefined}
            />
          ))
        )}
        <NextSteps report={report} voice={voice} />
        <div className={styles['bar']}>
          <Button
            look={isBlank(report) ? 'plain' : 'main'}
            icon="paper"
            onClick={() => setExporting(true)}
          >
            {words.make}
          </Button>
        </div>
      </Page>
      <ExportSheet report={report} open={isExporting} onClose={() => setExporting(false)} />
    </div>
  )
}

function useReport(store: ReflectionStore): Report {
  const reflection = useStore(store, (from) => from.reflection())
  const responses = useStore(store, (from) => from.responses())
  const rubrics = useStore(store, (from) => from.rubrics())
  return useMemo(
    () => buildReport({ reflection, responses, rubrics }),
    [reflection, responses, rubrics],
  )
}

/** True while there is nothing to show but the frame. */
function isBlank({ rubrics, nextSteps }: Report): boolean {
  return (
    nextSteps.length === 0 &&
    rubrics.every(
      ({ coverage, strengths, growthEdges, hiddenAnswers }) =>
        coverage.items === 0 &&
        strengths.length === 0 &&
        growthEdges.length === 0 &&
        hiddenAnswers === 0,
    )
  )
}
