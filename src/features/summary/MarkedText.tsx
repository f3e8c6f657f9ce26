import type { Provenance } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { ToldMark, useTold } from '#ui/Told.tsx'
import styles from './summary.module.css'

/** A text of the rubric and the mark of where it comes from, which never stands on a line alone. */
export function MarkedText({ text, provenance }: { text: string; provenance: Provenance }) {
  const { common } = useMessages()
  const { lang, mark } = useTold(text)
  const cut = text.lastIndexOf(' ') + 1
  return (
    <>
      <span lang={lang}>{text.slice(0, cut)}</span>
      <span className={styles['lastWord']}>
        <span lang={lang}>{text.slice(cut)}</span> {mark && <ToldMark mark={mark} />}{' '}
        <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} quiet />
      </span>
    </>
  )
}
