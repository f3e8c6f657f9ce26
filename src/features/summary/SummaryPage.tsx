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
import { Legend } from './Legend.tsx'
import { RubricSummary } from './RubricSummary.tsx'
import { RubricTabs } from './RubricTabs.tsx'
import { hasRatings, isBlank, splitRubrics } from './shownRubrics.ts'
import { NextSteps } from './Steps.tsx'
import styles from './summary.module.css'
import { TitleLines } from './TitleLines.tsx'
import { usePrintKey } from './usePrintKey.ts'

interface Props {
  store: ReflectionStore
  /** Which of its rubrics to show; the first without. */
  rubricId: string | undefined
}

/** Where everyone stands, live, one rubric at a time: the same report that goes on paper. */
export function SummaryPage({ store, rubricId }: Props) {
  const { summary: words, common } = useMessages()
  const report = useReport(store)
  const [isExporting, setExporting] = useState(false)
  usePrintKey(() => setExporting(true))
  const { reflection } = report
  const { shown, leftOut } = splitRubrics(report)
  const onPaper = useMemo(() => ({ ...report, rubrics: splitRubrics(report).shown }), [report])
  const of = shown.find(({ rubric }) => rubric.id === rubricId) ?? shown[0]
  const unnamed = reflection.mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  const voice = words.voices[reflection.mode]
  const isEmpty = of !== undefined && isBlank(of)
  return (
    <div className={styles['summary']}>
      <Page
        title={of?.rubric.title.text ?? (reflection.team || unnamed)}
        width="grid"
        lead={<TitleLines report={report} rubric={of?.rubric} />}
      >
        {of && <RubricTabs report={report} rubrics={shown} shown={of} />}
        {!of && (
          <Notice icon="alert">
            <p>{words.missingRubric}</p>
          </Notice>
        )}
        {of && isEmpty && (
          <EmptySummary voice={voice} isRated={hasRatings(of.rubric)}>
            <ButtonLink look="main" icon="pencil" href={`#/r/${store.id}/reflect/${of.rubric.id}`}>
              {words.toRubric}
            </ButtonLink>
          </EmptySummary>
        )}
        {of && !isEmpty && <RubricSummary key={of.rubric.id} {...{ report, of, voice, store }} />}
        <NextSteps report={report} voice={voice} />
        {leftOut.map(({ rubric, hiddenAnswers }) => (
          <p key={rubric.id} className={styles['aside']}>
            {words.leftOut(rubric.shortTitle, hiddenAnswers)}
          </p>
        ))}
        {of && !isEmpty && <Legend rubric={of.rubric} />}
        <div className={styles['bar']}>
          <Button look={isEmpty ? 'plain' : 'main'} icon="paper" onClick={() => setExporting(true)}>
            {words.make}
          </Button>
        </div>
      </Page>
      <ExportSheet report={onPaper} open={isExporting} onClose={() => setExporting(false)} />
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
