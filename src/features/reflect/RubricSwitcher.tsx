import { useState } from 'react'
import { inScope, type Reflection } from '#core/reflection.ts'
import type { Family, Rubric } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { nameBeside, namedBeside } from '#messages/rubricName.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Icon } from '#ui/Icon.tsx'
import { reflectHref } from './address.ts'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubrics: readonly Rubric[]
  /** The one on the screen. */
  rubric: Rubric
}

/** The rubrics of this sitting, family by family: one at a time is on the screen. */
export function RubricSwitcher({ store, reflection, rubrics, rubric }: Props) {
  const messages = useStartMessages()
  const words = messages.reflect
  const [isOpen, setOpen] = useState(false)
  const order = rubricOrder(reflection, rubrics, rubric)
  if (order.length < 2) return null
  const families = [...new Set(order.map(({ family }) => family))]
  return (
    <nav className={styles['rubrics']} aria-label={words.rubrics} data-open={isOpen}>
      {/* Where all do not fit, the one on the screen stands for them. */}
      <button
        type="button"
        className={styles['rubricPicker']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles['rubricNow']}>{rubric.shortTitle}</span>
        <span>{words.rubricOf(order.indexOf(rubric) + 1, order.length)}</span>
        <Icon name="down" size={16} />
      </button>
      {families.map((family) => (
        <div key={family ?? ''} className={styles['family']}>
          {families.length > 1 && (
            <p className={styles['familyName']} id={`family-${family ?? 'own'}`}>
              {words.families[family ?? 'own']}
            </p>
          )}
          <ul
            className={styles['rubricList']}
            aria-labelledby={families.length > 1 ? `family-${family ?? 'own'}` : undefined}
          >
            {namedBeside(rubric, order, family).map((each) => (
              <li key={each.id}>
                <a
                  className={styles['rubric']}
                  href={reflectHref(store.id, each)}
                  aria-current={each.id === rubric.id ? 'page' : undefined}
                >
                  {nameBeside(rubric, each, messages)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/**
 * The rubrics with something in scope, and the one on the screen, in the reflection's order but with
 * each family together: the way the switcher lists them and "next" goes on.
 */
export function rubricOrder(
  reflection: Reflection,
  rubrics: readonly Rubric[],
  shown: Rubric,
): readonly Rubric[] {
  const open = rubrics.filter(
    (rubric) =>
      rubric === shown || rubric.sections.some(({ id }) => inScope(reflection, rubric, id)),
  )
  const families: readonly Family[] = [...new Set(open.map(({ family }) => family))]
  return families.flatMap((family) => open.filter((rubric) => rubric.family === family))
}
