import { useState } from 'react'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import type { Problem } from '#core/problem.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { localePaper } from '#platform/localePaper.ts'
import type { SaveOutcome } from '#platform/saveFile.ts'
import { loadRubric, rubricHeaders } from '#rubrics/catalog.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { MakingResult } from '#ui/MakingResult.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { useFileMaking } from '#ui/useFileMaking.ts'
import { useLoaded } from '#ui/useLoaded.ts'
import { makeBlank, savePdf } from './makeBlank.ts'
import styles from './print.module.css'
import { PrintChoices, type BlankChoices } from './PrintChoices.tsx'
import { PagePreview } from './PagePreview.tsx'

/** Blank rubrics for pens: from Home in two taps, without a reflection. */
export function PrintPage() {
  const words = useMessages().print
  const [rubricId, setRubricId] = useState(rubricHeaders[0]?.id ?? '')
  const loaded = useLoaded(rubricId, loadRubric)
  return (
    <div className={styles['print']}>
      <Page title={words.title} lead={words.lead} width="grid">
        {!loaded && <p role="status">{words.opening}</p>}
        {loaded && !loaded.ok && <Failure problem={loaded.problem} />}
        {loaded?.ok && <Blank key={rubricId} rubric={loaded.value.rubric} onRubric={setRubricId} />}
      </Page>
    </div>
  )
}

function Blank({ rubric, onRubric }: { rubric: Rubric; onRubric: (id: string) => void }) {
  const messages = useMessages()
  const words = messages.print
  const { settings } = useStorage()
  const paper = useReadable(settings).paper ?? localePaper()
  const [own, setOwn] = useState<Omit<BlankChoices, 'paper'>>({
    sections: rubric.sections.map(({ id }) => id),
    boxes: 'usual',
    strategyLines: false,
  })
  const { making, make, handOver, reset } = useFileMaking<PdfFile, SaveOutcome, Problem>(savePdf)
  const choices: BlankChoices = { ...own, paper }
  const choose = (patch: Partial<BlankChoices>) => {
    const { paper: nextPaper, ...rest } = patch
    if (nextPaper) settings.set({ paper: nextPaper })
    setOwn({ ...own, ...rest })
    reset()
  }
  const chosen = itemsOf(rubric).filter(({ section }) => own.sections.includes(section.id))
  const isNone = own.sections.length === 0
  return (
    <>
      <div className={styles['columns']}>
        <PrintChoices rubric={rubric} choices={choices} choose={choose} onRubric={onRubric} />
        <PagePreview rubric={rubric} choices={choices} />
      </div>
      <div className={styles['bar']}>
        <MakingResult
          making={making}
          words={{
            ...words,
            made: (saved) => words.made[saved],
            save: (saved) => (saved === 'cancelled' ? words.saveNow : words.saveAgain),
          }}
          failure={(problem) => problemText(problem, messages)}
          onSave={(file) => void handOver(file)}
        />
        <Button
          look="main"
          icon="print"
          disabled={isNone || making.kind === 'making'}
          onClick={() => void make(() => makeBlank({ rubric, choices, words: messages }))}
        >
          {making.kind === 'making' ? words.making : words.make}
        </Button>
        <p className={styles['sum']}>
          {isNone
            ? words.sectionsMissing
            : words.holds(own.sections.length, chosen.length, rubric.itemNoun)}
        </p>
      </div>
    </>
  )
}

function Failure({ problem }: { problem: Problem }) {
  const text = problemText(problem, useMessages())
  return (
    <Notice tone="warn" icon="alert" title={text.title} live="alert">
      <p>{text.sentence}</p>
      <p>{text.nextStep}</p>
    </Notice>
  )
}
