import { readEvidence, type EvidencePoint } from '#core/evidenceHint.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import styles from './strategy.module.css'

/**
 * What a text given as evidence says already, and one thing it could also say. It has the room of two
 * lines from the start, so that nothing below it moves while someone writes.
 */
export function EvidenceHint({ text }: { text: string }) {
  const { share: words } = useMessages()
  const { settings } = useStorage()
  const { evidenceHints } = useReadable(settings)
  return (
    <div className={styles['hint']}>
      <p className={styles['hintWords']}>{evidenceHints ? hintFor(text, words) : ''}</p>
      <Button look="quiet" onClick={() => settings.set({ evidenceHints: !evidenceHints })}>
        {evidenceHints ? words.hintsOff : words.hintsOn}
      </Button>
    </div>
  )
}

function hintFor(text: string, words: Messages['share']): string {
  if (text.trim() === '') return words.hintNone
  const { has, ask } = readEvidence(text)
  if (ask === undefined) return words.hintAll
  return words.hint(listOf(has, words), words.hintAsks[ask])
}

function listOf(points: readonly EvidencePoint[], words: Messages['share']): string {
  return words.hintList(points.map((point) => words.hintPoints[point]))
}
