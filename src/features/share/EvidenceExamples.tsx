import { useState } from 'react'
import { useMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './share.module.css'

/** What counts as evidence, shown rather than told. Open as long as nobody has named a strategy. */
export function EvidenceExamples({ open }: { open: boolean }) {
  const { share: words, common } = useMessages()
  // What is open stays open while people write below it.
  const [wasOpen] = useState(open)
  return (
    <details className={styles['examples']} open={wasOpen}>
      <summary className={styles['examplesTitle']}>{words.examplesTitle}</summary>
      <ol className={styles['exampleList']}>
        {words.examples.map((example) => (
          <li key={example.challenge}>
            <dl className={styles['example']}>
              {(['challenge', 'strategy', 'evidence'] as const).map((part) => (
                <div key={part}>
                  <dt className={styles['kicker']}>{words.exampleParts[part]}</dt>
                  <dd>{example[part]}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      <p className={styles['credit']}>
        <ProvenanceMark provenance="source" label={common.provenance.source} />
        <cite>{words.examplesFrom}</cite>
      </p>
    </details>
  )
}
