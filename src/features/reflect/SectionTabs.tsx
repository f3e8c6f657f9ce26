import { useMessages } from '#messages/messages.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  sections: readonly Section[]
  section: Section
}

/** The sections chosen for this sitting. Nothing to choose with one. */
export function SectionTabs({ store, sections, section }: Props) {
  const words = useMessages().reflect
  if (sections.length < 2) return null
  return (
    <nav className={styles['tabs']} aria-label={words.sections}>
      <ol className={styles['tabList']}>
        {sections.map(({ id, number, name }) => (
          <li key={id}>
            <a
              className={styles['tab']}
              href={`#/r/${store.id}/reflect/${id}`}
              aria-current={id === section.id ? 'page' : undefined}
            >
              <span className={styles['tabNumber']}>{number}</span>
              <span className={styles['tabName']}>{name.text}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
