import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './summary.module.css'

/** Where the words of a rubric come from: what the marks mean, and whom it is owed to. */
export function Legend({ rubric }: { rubric: Rubric }) {
  const { summary: words, common } = useMessages()
  return (
    <footer className={styles['legend']}>
      <p>{words.legend}</p>
      <ul className={styles['legendList']}>
        {(['source', 'adapted', 'drafted'] as const).map((provenance) => (
          <li key={provenance}>
            <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
          </li>
        ))}
      </ul>
      <p lang={rubric.lang}>{rubric.credit}</p>
    </footer>
  )
}
