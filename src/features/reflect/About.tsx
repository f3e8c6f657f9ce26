import type { CreditedText } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import styles from './reflect.module.css'
import { NO_BREAK } from './noBreak.ts'

/** How many paragraphs stand open; what is more is folded, so that the first row stays in reach. */
const OPEN = 2

/** Paragraphs that help to answer. */
export function About({ paragraphs }: { paragraphs: readonly CreditedText[] }) {
  const words = useStartMessages().reflect
  if (paragraphs.length === 0) return null
  const folded = paragraphs.slice(OPEN)
  return (
    <div className={styles['about']}>
      <Paragraphs paragraphs={paragraphs.slice(0, OPEN)} />
      {folded.length > 0 && (
        <details className={styles['challenges']}>
          <summary>{words.moreAbout}</summary>
          <div className={styles['about']}>
            <Paragraphs paragraphs={folded} />
          </div>
        </details>
      )}
    </div>
  )
}

function Paragraphs({ paragraphs }: { paragraphs: readonly CreditedText[] }) {
  const { common } = useStartMessages()
  return paragraphs.map(({ text, provenance }) => (
    <p key={text}>
      <Told text={text} />
      {NO_BREAK}
      <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} quiet />
    </p>
  ))
}
