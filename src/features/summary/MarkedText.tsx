import type { Provenance } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './summary.module.css'

/** A text of the rubric and the mark of where it comes from, which never stands on a line alone. */
export function MarkedText({ text, provenance }: { text: string; provenance: Provenance }) {
  const { common } = useMessages()
  const cut = text.lastIndexOf(' ') + 1
  return (
    <>
      {text.slice(0, cut)}
      <span className={styles['lastWord']}>
        {text.slice(cut)}{' '}
        <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} quiet />
      </span>
    </>
  )
}
