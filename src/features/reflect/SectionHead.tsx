import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Participant, Reflection } from '#core/reflection.ts'
import { scaleOf, type Level, type Rubric, type Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { Button } from '#ui/Button.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './reflect.module.css'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  person: Participant
  onHelp: () => void
}

/** Title of the section, how to mark, and the heads of the boxes where they form columns. */
export function SectionHead({ store, reflection, rubric, sections, section, onHelp }: Props) {
  const { reflect: words, common } = useMessages()
  const place = sections.findIndex(({ id }) => id === section.id) + 1
  return (
    <>
      <header className={styles['head']}>
        <div className={styles['headWords']}>
          {sections.length > 1 && (
            <p className={styles['overline']}>{words.sectionOf(place, sections.length)}</p>
          )}
          <h1 className={styles['title']} tabIndex={-1}>
            {section.name.text}
          </h1>
          <p className={styles['how']}>{reflection.mode === 'team' ? words.how : words.howAlone}</p>
        </div>
        <div className={styles['tools']}>
          <UndoButton store={store} />
          <Button look="quiet" icon="keyboard" onClick={onHelp}>
            {words.shortcuts}
          </Button>
        </div>
      </header>
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

function UndoButton({ store }: { store: ReflectionStore }) {
  const words = useMessages().reflect
  const possible = useSyncExternalStore(store.subscribe, store.canUndo)
  const [undone, setUndone] = useState(false)
  useEffect(() => {
    if (!undone) return
    const timer = setTimeout(() => setUndone(false), 4000)
    return () => clearTimeout(timer)
  }, [undone])
  return (
    <>
      <Button
        look="quiet"
        icon="undo"
        disabled={!possible}
        onClick={() => setUndone(store.undo() !== undefined)}
      >
        {words.undo}
      </Button>
      <span role="status" className={styles['undone']}>
        {undone ? words.undone : ''}
      </span>
    </>
  )
}
