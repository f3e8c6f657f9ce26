import type { Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { nameBeside, namedBeside } from '#messages/rubricName.ts'
import styles from './learn.module.css'

interface Props {
  /** Of the reflection. */
  id: string
  /** Each family together. */
  rubrics: readonly Rubric[]
  /** The one on the page. */
  shown: Rubric
}

/** The rubrics of the sitting, one at a time on the page; none is a tab alone. */
export function RubricTabs({ id, rubrics, shown }: Props) {
  const messages = useMessages()
  if (rubrics.length < 2) return null
  const families = [...new Set(rubrics.map(({ family }) => family))]
  return (
    <nav className={styles['tabs']} aria-label={messages.learn.rubrics}>
      <ul className={styles['tabList']}>
        {families
          .flatMap((family) => namedBeside(shown, rubrics, family))
          .map((rubric) => (
            <li key={rubric.id}>
              <a
                className={styles['tab']}
                href={`#/r/${id}/learn/${rubric.id}`}
                aria-current={rubric.id === shown.id ? 'page' : undefined}
                lang={rubric.lang}
              >
                {nameBeside(shown, rubric, messages)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
