import { useState } from 'react'
import { privateSections } from '#core/privacy.ts'
import { useMessages } from '#messages/messages.ts'
import { nameBeside } from '#messages/rubricName.ts'
import { hasRatings } from '#parts/hasRatings.ts'
import { InItsLanguage } from '#parts/InItsLanguage.tsx'
import { RubricTabs } from '#parts/RubricTabs.tsx'
import { splitRubrics } from '#parts/splitRubrics.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { EmptySummary } from './EmptySummary.tsx'
import { ExportSheet } from './ExportSheet.tsx'
import { Legend } from './Legend.tsx'
import { RubricSummary } from './RubricSummary.tsx'
import { isBlank } from './shownRubrics.ts'
import { NextSteps } from './Steps.tsx'
import styles from './summary.module.css'
import { TitleLines } from './TitleLines.tsx'
import { usePrintKey } from './usePrintKey.ts'
import { useReports } from './useReports.ts'
import { Waiting } from './Waiting.tsx'

interface Props {
  store: ReflectionStore
  /** Which of its rubrics to show; the first without. */
  rubricId: string | undefined
}

/** Where everyone stands, live, one rubric at a time: the same report that goes on paper. */
export function SummaryPage({ store, rubricId }: Props) {
  const messages = useMessages()
  const { summary: words, common } = messages
  const { report, onPaper, moves } = useReports(store)
  const removed = useStore(store, (from) => from.removedParticipants())
  const [isExporting, setExporting] = useState(false)
  usePrintKey(() => setExporting(true))
  const { reflection } = report
  const { shown, leftOut } = splitRubrics(report)
  const of = shown.find(({ rubric }) => rubric.id === rubricId) ?? shown[0]
  const unnamed = reflection.mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  const voice = words.voices[reflection.mode]
  const isEmpty = of !== undefined && isBlank(of, reflection.workshop)
  const isWaiting = of !== undefined && privateSections(reflection, of.rubric).length > 0
  return (
    <div className={styles['summary']}>
      <Page
        title={of?.rubric.title.text ?? (reflection.team || unnamed)}
        titleLang={of?.rubric.lang}
        width="grid"
        lead={<TitleLines report={report} rubric={of?.rubric} />}
      >
        {of && (
          <RubricTabs
            id={store.id}
            step="summary"
            rubrics={shown.map(({ rubric }) => rubric)}
            shown={of.rubric}
          />
        )}
        {!of && (
          <Notice icon="alert">
            <p>{words.missingRubric}</p>
          </Notice>
        )}
        {of && isWaiting && (
          <InItsLanguage rubric={of.rubric}>
            <Waiting report={report} of={of} />
          </InItsLanguage>
        )}
        <NextSteps report={report} voice={voice} />
        {of && isEmpty && !isWaiting && (
          <EmptySummary voice={voice} isRated={hasRatings(of.rubric)}>
            <ButtonLink look="main" icon="pencil" href={`#/r/${store.id}/reflect/${of.rubric.id}`}>
              {words.toRubric}
            </ButtonLink>
          </EmptySummary>
        )}
        {of && !isEmpty && (
          <InItsLanguage rubric={of.rubric}>
            <RubricSummary key={of.rubric.id} {...{ report, of, voice, store, moves }} />
          </InItsLanguage>
        )}
        {leftOut.map(({ rubric, hiddenAnswers }) => (
          <p key={rubric.id} className={styles['aside']}>
            {words.leftOut(
              of ? nameBeside(of.rubric, rubric, messages) : rubric.shortTitle,
              hiddenAnswers,
            )}
          </p>
        ))}
        {of && !isEmpty && <Legend rubric={of.rubric} />}
        <div className={styles['bar']}>
          <Button look={isEmpty ? 'plain' : 'main'} icon="paper" onClick={() => setExporting(true)}>
            {words.make}
          </Button>
        </div>
      </Page>
      <ExportSheet
        report={onPaper}
        moves={moves}
        removed={removed}
        open={isExporting}
        onClose={() => setExporting(false)}
      />
    </div>
  )
}
