import type { Problem } from '#core/problem.ts'
import { fail, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { now } from '#platform/ids.ts'
import { localePaper } from '#platform/localePaper.ts'
import { saveFile, type SaveOutcome } from '#platform/saveFile.ts'
import { APP_VERSION } from '#platform/version.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { MakingResult } from '#ui/MakingResult.tsx'
import { useFileMaking } from '#ui/useFileMaking.ts'
import styles from './editor.module.css'

/** The blank form as it is printed: the one preview that cannot be wrong. */
export function PrintedPage({ rubric }: { rubric: Rubric | undefined }) {
  const messages = useMessages()
  const words = messages.editor.paper
  const { settings } = useStorage()
  const paper = useReadable(settings).paper ?? localePaper()
  const { making, make, handOver } = useFileMaking<PdfFile, SaveOutcome, Problem>(savePdf)
  return (
    <section className={styles['block']}>
      <h3 className={styles['heading']}>{words.title}</h3>
      <p className={styles['soft']}>{words.hint}</p>
      <div className={styles['uses']}>
        <Button
          icon="print"
          disabled={!rubric || making.kind === 'making'}
          onClick={() => rubric && void make(() => makePage(rubric, paper, messages))}
        >
          {words.make}
        </Button>
      </div>
      <MakingResult
        making={making}
        words={{
          making: words.making,
          made: (saved) => words.made[saved],
          size: words.size,
          save: () => words.saveAgain,
        }}
        failure={(problem) => problemText(problem, messages)}
        onSave={(file) => void handOver(file)}
      />
    </section>
  )
}

async function makePage(
  rubric: Rubric,
  paper: 'letter' | 'a4',
  words: Messages,
): Promise<Result<PdfFile, Problem>> {
  const room = await import('#paper/exportPdf.ts').catch(() => undefined)
  if (!room) return fail({ kind: 'offlineIncomplete', missing: ['paper'] })
  return room.exportBlankRubric({
    rubric,
    paper,
    boxes: 'usual',
    strategyLines: false,
    words,
    appVersion: APP_VERSION,
    printedAt: new Date(now()).toISOString(),
  })
}

function savePdf({ name, bytes }: PdfFile) {
  return saveFile({ name, type: 'application/pdf', bytes })
}
