import type { RubricReport } from '#core/report.ts'
import { useMessages } from '#messages/messages.ts'
import { nameBeside, namedBeside } from '#messages/rubricName.ts'
import styles from './tabs.module.css'

interface Props {
  /** Of the reflection. */
  id: string
  /** The step whose page it is. */
  step: 'share' | 'summary'
  rubrics: readonly RubricReport[]
  /** The one on the page. */
  shown: RubricReport
}

/** The rubrics of the sitting, family by family. One at a time is on the page; none is a tab alone. */
export function RubricTabs({ id, step, rubrics, shown }: Props) {
  const messages = useMessages()
  const words = messages.summary
  if (rubrics.length < 2) return null
  const all = rubrics.map(({ rubric }) => rubric)
  const families = [...new Set(all.map(({ family }) => family))]
  return (
    <nav className={styles['tabs']} aria-label={words.rubrics}>
      {families.map((family) => (
        <div key={family ?? 'own'} className={styles['family']}>
          {families.length > 1 && (
            <p className={styles['familyName']} id={`family-${family ?? 'own'}`}>
              {words.families[family ?? 'own']}
            </p>
          )}
          <ul
            className={styles['tabList']}
            aria-labelledby={families.length > 1 ? `family-${family ?? 'own'}` : undefined}
          >
            {namedBeside(shown.rubric, all, family).map((rubric) => (
              <li key={rubric.id}>
                <a
                  className={styles['tab']}
                  href={`#/r/${id}/${step}/${rubric.id}`}
                  aria-current={rubric.id === shown.rubric.id ? 'page' : undefined}
                  lang={rubric.lang}
                >
                  {nameBeside(shown.rubric, rubric, messages)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
