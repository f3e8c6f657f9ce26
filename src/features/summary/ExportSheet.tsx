import { useState } from 'react'
import type { Problem } from '#core/problem.ts'
import type { Report } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import type { SaveOutcome } from '#platform/saveFile.ts'
import { localePaper } from '#platform/localePaper.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { MakingResult } from '#ui/MakingResult.tsx'
import { useFileMaking } from '#ui/useFileMaking.ts'
import { makePdf, PARTS, savePdf, type Parts } from './makePdf.ts'
import styles from './summary.module.css'
import { Undrawable } from './Undrawable.tsx'

const PAPERS = ['letter', 'a4'] as const

interface Props {
  report: Report
  open: boolean
  onClose: () => void
}

/** What goes on paper and how large the paper is; then the file, and what became of it. */
export function ExportSheet({ report, open, onClose }: Props) {
  const messages = useMessages()
  const { summary: words, common } = messages
  const { settings } = useStorage()
  const paper = useReadable(settings).paper ?? localePaper()
  const [parts, setParts] = useState<Parts>({ summary: true, catalogue: true, rubric: true })
  const { making, make, handOver, reset } = useFileMaking<PdfFile, SaveOutcome, Problem>(savePdf)
  const isAnyPart = PARTS.some((part) => parts[part])
  return (
    <Dialog
      open={open}
      title={words.sheetTitle}
      close={common.close}
      onClose={onClose}
      actions={
        <>
          <div className={styles['result']}>
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
          </div>
          <Button
            look="main"
            icon="paper"
            disabled={!isAnyPart || making.kind === 'making'}
            onClick={() => void make(() => makePdf({ report, paper, parts, words: messages }))}
          >
            {making.kind === 'making' ? words.making : words.make}
          </Button>
        </>
      }
    >
      <div className={styles['choices']}>
        <ChoiceGroup legend={words.paper}>
          <div className={styles['pair']}>
            {PAPERS.map((size) => (
              <Choice
                key={size}
                kind="radio"
                name="paper"
                label={words.papers[size]}
                hint={words.paperHints[size]}
                checked={size === paper}
                onChange={() => {
                  settings.set({ paper: size })
                  reset()
                }}
              />
            ))}
          </div>
        </ChoiceGroup>
        <ChoiceGroup legend={words.parts} hint={isAnyPart ? undefined : words.partsMissing}>
          {PARTS.map((part) => (
            <Choice
              key={part}
              kind="checkbox"
              label={words.partNames[part]}
              hint={words.partHints[part]}
              checked={parts[part]}
              onChange={(event) => {
                setParts({ ...parts, [part]: event.target.checked })
                reset()
              }}
            />
          ))}
        </ChoiceGroup>
      </div>
      {open && <Undrawable report={report} />}
    </Dialog>
  )
}
