import type { Problem } from '#core/problem.ts'
import { fail, type Result } from '#core/result.ts'
import type { SessionPlan } from '#core/sessionPlan.ts'
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
import styles from './session.module.css'

/** Makes the facilitator's cue card: the session step by step on one page. */
export function CueCardButton({ plan }: { plan: SessionPlan }) {
  const messages = useMessages()
  const words = messages.session.cue
  const { settings } = useStorage()
  const paper = useReadable(settings).paper ?? localePaper()
  const { making, make, handOver } = useFileMaking<PdfFile, SaveOutcome, Problem>(savePdf)
  return (
    <div className={styles['cue']}>
      <Button
        icon="print"
        disabled={making.kind === 'making'}
        onClick={() => void make(() => makeCue({ plan, paper, words: messages }))}
      >
        {words.make}
      </Button>
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
  )
}

/** The drawing code is read only now; where it is not to be had, that is told. */
async function makeCue(input: {
  plan: SessionPlan
  paper: 'letter' | 'a4'
  words: Messages
}): Promise<Result<PdfFile, Problem>> {
  const door = await import('#paper/exportCue.ts').catch(() => undefined)
  if (!door) return fail({ kind: 'offlineIncomplete', missing: ['paper'] })
  return door.exportCueCard({
    ...input,
    appVersion: APP_VERSION,
    printedAt: new Date(now()).toISOString(),
  })
}

function savePdf({ name, bytes }: PdfFile) {
  return saveFile({ name, type: 'application/pdf', bytes })
}
