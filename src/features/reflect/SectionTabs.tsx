import { useStartMessages } from '#messages/messages.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Told } from '#ui/Told.tsx'
import { reflectHref } from './address.ts'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  rubric: Rubric
  sections: readonly Section[]
  section: Section
}

/** The sections chosen for this sitting. Nothing to choose with one. */
export function SectionTabs({ store, rubric, sections, section }: Props) {
  const words = useStartMessages().reflect
  if (sections.length < 2) return null
  return (
    <nav className={styles['tabs']} aria-label={words.sections}>
      <ol className={styles['tabList']}>
        {sections.map((each) => (
          <li key={each.id}>
            <a
              className={styles['tab']}
              href={reflectHref(store.id, rubric, each)}
              aria-current={each.id === section.id ? 'page' : undefined}
            >
              <span className={styles['tabNumber']}>{each.number}</span>
              <span className={styles['tabName']}>
                <Told text={each.name.text} />
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
