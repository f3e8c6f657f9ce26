import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { nameBeside, namedBeside } from '#messages/rubricName.ts'
import styles from './tabs.module.css'

interface Props {
  /** Of the reflection. */
  id: string
  /** The step whose page it is. */
  step: 'learn' | 'share' | 'summary'
  /** Each family together. */
  rubrics: readonly Rubric[]
  /** The one on the page. */
  shown: Rubric
}

/** The rubrics of the sitting, family by family. One at a time is on the page; none is a tab alone. */
export function RubricTabs({ id, step, rubrics, shown }: Props) {
  const messages = useMessages()
  const words = messages.summary
  if (rubrics.length < 2) return null
  const families = [...new Set(rubrics.map(({ family }) => family))]
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
            {namedBeside(shown, rubrics, family).map((rubric) => (
              <li key={rubric.id}>
                <a
                  className={styles['tab']}
                  href={`#/r/${id}/${step}/${rubric.id}`}
                  aria-current={rubric.id === shown.id ? 'page' : undefined}
                  lang={rubric.lang}
                >
                  {nameBeside(shown, rubric, messages)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
