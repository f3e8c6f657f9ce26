import type { Reflection } from '#core/reflection.ts'
import { scaleOf, type Level, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { useTitleFocus } from '#ui/useTitleFocus.ts'
import styles from './reflect.module.css'

interface Props {
  reflection: Reflection
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  onHelp: () => void
}

/** Title of the section, how to mark, and the heads of the boxes where they form columns. */
export function SectionHead({ reflection, rubric, sections, section, onHelp }: Props) {
  const { reflect: words, common } = useMessages()
  const place = sections.findIndex(({ id }) => id === section.id) + 1
  const title = useTitleFocus(section.id)
  return (
    <>
      <header className={styles['head']}>
        {sections.length > 1 && (
          <p className={styles['overline']}>{words.sectionOf(place, sections.length)}</p>
        )}
        <h1 className={styles['title']} tabIndex={-1} ref={title}>
          {section.name.text}
        </h1>
        <p className={styles['how']}>{reflection.mode === 'team' ? words.how : words.howAlone}</p>
        <div className={styles['aids']}>
          {section.challenges.length > 0 && (
            <details className={styles['challenges']}>
              <summary>{words.challenges}</summary>
              <ul>
                {section.challenges.map((challenge) => (
                  <li key={challenge.id}>
                    {challenge.text}{' '}
                    <ProvenanceMark
                      provenance={challenge.provenance}
                      label={common.provenance[challenge.provenance]}
                      quiet
                    />
                  </li>
                ))}
              </ul>
            </details>
          )}
          <span className={styles['forKeys']}>
            <Button look="quiet" icon="keyboard" onClick={onHelp}>
              {words.shortcuts}
            </Button>
          </span>
        </div>
      </header>
      <LevelHeads levels={levelsOf(rubric, section)} />
    </>
  )
}

/** Heads of the four columns. Hidden from assistive technology: each box carries its own name. */
function LevelHeads({ levels }: { levels: readonly Level[] }) {
  if (levels.length === 0) return null
  return (
    <div className={styles['heads']} data-levels={levels.length} aria-hidden="true">
      <span />
      {levels.map((level, index) => (
        <span key={level.id} className={styles['levelHead']} data-level={index + 1}>
          <span className={styles['levelNumber']}>{index + 1}</span>
          {level.label}
        </span>
      ))}
    </div>
  )
}

/** The levels of the section's first rating scale: hub rubrics have one scale throughout. */
function levelsOf(rubric: Rubric, section: Section): readonly Level[] {
  const items = section.skills.flatMap((skill) => skill.items)
  const rating = items.find((item) => item.kind === 'rating')
  return rating?.kind === 'rating' ? scaleOf(rubric, rating).levels : []
}
