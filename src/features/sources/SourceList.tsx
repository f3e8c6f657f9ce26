import type { SourceUse } from '#core/sourceUse.ts'
import { sourceId } from '#core/playbook.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import styles from './sources.module.css'

/** Every source once, with its address and the rubrics that draw on it. Nothing here is fetched. */
export function SourceList({ uses }: { uses: readonly SourceUse[] }) {
  const words = useMessages().sources
  return (
    <ul className={styles['rows']}>
      {uses.map(({ source, rubrics }) => (
        <li key={sourceId(source)} className={styles['row']}>
          <p className={styles['text']} dir="auto">
            <cite className={styles['title']}>{source.title}</cite>
          </p>
          {source.url !== undefined && (
            <p>
              <a className={styles['address']} href={source.url} target="_blank" rel="noreferrer">
                {source.url}
                <Hidden>{words.newTab}</Hidden>
              </a>
            </p>
          )}
          <p className={styles['facts']}>
            <span>{words.usedIn}</span>
            {rubrics.map(({ rubric, lines }) => (
              <span key={`${rubric.id} ${rubric.version}`}>
                {words.used(
                  rubric.shortTitle,
                  words.lines(lines.source + lines.adapted + lines.drafted),
                )}
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}
