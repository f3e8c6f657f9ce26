import { useMemo, useState } from 'react'
import { withoutNames } from '#core/anonymous.ts'
import type { Move } from '#core/moves.ts'
import type { Problem } from '#core/problem.ts'
import type { Participant } from '#core/reflection.ts'
import type { Report, RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import type { Parts } from '#paper/composing.ts'
import type { SaveOutcome } from '#platform/saveFile.ts'
import { localePaper } from '#platform/localePaper.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Choice, ChoiceGroup } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { MakingResult } from '#ui/MakingResult.tsx'
import { useFileMaking } from '#ui/useFileMaking.ts'
import { makePdf, savePdf } from './makePdf.ts'
import { partsWithContent, presetsFor, type Preset } from './presets.ts'
import styles from './summary.module.css'
import { Undrawable } from './Undrawable.tsx'

const PAPERS = ['letter', 'a4'] as const

interface Props {
  report: Report
  moves: ReadonlyMap<string, readonly Move[]>
  /** People who left: their names stay out of paper without names, too. */
  removed: readonly Participant[]
  open: boolean
  onClose: () => void
}

/** Whom the paper is for, what goes in, how large it is; then the file, and what became of it. */
export function ExportSheet({ report, moves, removed, open, onClose }: Props) {
  const messages = useMessages()
  const { summary: words, common } = messages
  const { settings } = useStorage()
  const paper = useReadable(settings).paper ?? localePaper()
  const { making, make, handOver, reset } = useFileMaking<PdfFile, SaveOutcome, Problem>(savePdf)
  const choice = usePreset({ report, removed, onChange: reset })
  const { shared, parts, isAnyPart } = choice
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
            onClick={() =>
              void make(() => makePdf({ report: shared, paper, parts, moves, words: messages }))
            }
          >
            {making.kind === 'making' ? words.making : words.make}
          </Button>
        </>
      }
    >
      <div className={styles['choices']}>
        <PresetChoice choice={choice} />
        <PartsChoice choice={choice} />
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
      </div>
      {open && <Undrawable report={shared} />}
    </Dialog>
  )
}

/** True unless it came with the app just as it is. */
function isWritten({ rubric, hash }: RubricReport): boolean {
  return !rubricHeaders.some((header) => header.id === rubric.id && header.hash === hash)
}

type Chosen = ReturnType<typeof usePreset>

/** What is chosen on the sheet, and the report as it goes on that paper. */
function usePreset({
  report,
  removed,
  onChange,
}: Pick<Props, 'report' | 'removed'> & { onChange: () => void }) {
  const words = useMessages().summary
  const presets = presetsFor(report.reflection.mode)
  const [preset, setPreset] = useState<Preset>(presets[0])
  const [chosen, setChosen] = useState<Parts>(presets[0].parts)
  const offered = partsWithContent(report.reflection)
  const parts: Parts = Object.fromEntries(offered.map((name) => [name, chosen[name] === true]))
  const shared = useMemo(
    () =>
      preset.withoutNames ? withoutNames(report, words.someone, { removed, isWritten }) : report,
    [preset, report, removed, words],
  )
  return {
    presets,
    preset,
    offered,
    parts,
    shared,
    isAlone: report.reflection.mode === 'individual',
    isAnyPart: offered.some((name) => parts[name]),
    choose(next: Preset) {
      setPreset(next)
      setChosen(next.parts)
      onChange()
    },
    setPart(name: keyof Parts, isIn: boolean) {
      setChosen({ ...chosen, [name]: isIn })
      onChange()
    },
  }
}

function PresetChoice({ choice }: { choice: Chosen }) {
  const words = useMessages().summary
  const { presets, preset, choose, isAlone } = choice
  return (
    <ChoiceGroup legend={words.presets}>
      {presets.map((one) => (
        <Choice
          key={one.id}
          kind="radio"
          name="preset"
          label={words.presetNames[one.id]}
          hint={isAlone ? words.presetHintsMine[one.id] : words.presetHints[one.id]}
          checked={one.id === preset.id}
          onChange={() => choose(one)}
        />
      ))}
    </ChoiceGroup>
  )
}

function PartsChoice({ choice }: { choice: Chosen }) {
  const words = useMessages().summary
  const { offered, parts, setPart, isAnyPart, isAlone } = choice
  return (
    <ChoiceGroup legend={words.parts} hint={isAnyPart ? undefined : words.partsMissing}>
      {offered.map((name) => (
        <Choice
          key={name}
          kind="checkbox"
          label={words.partNames[name]}
          hint={isAlone ? words.partHintsMine[name] : words.partHints[name]}
          checked={parts[name] === true}
          onChange={(event) => setPart(name, event.target.checked)}
        />
      ))}
    </ChoiceGroup>
  )
}
