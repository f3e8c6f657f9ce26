import { useDeferredValue, useMemo } from 'react'
import { chipLook } from '#core/people.ts'
import type { Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './reflect.module.css'
import { gapsOf, sectionItems } from './turn.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  sections: readonly Section[]
  section: Section
}

/** The end of a section: what is still open, said gently, and where to go next. */
export function SectionFoot({ store, reflection, rubric, sections, section }: Props) {
  const { reflect: words, common } = useMessages()
  const index = sections.findIndex(({ id }) => id === section.id)
  const next = sections[index + 1]
  const previous = sections[index - 1]
  return (
    <footer className={styles['foot']}>
      <Gaps {...{ store, reflection, rubric, section }} />
      <nav className={styles['footNav']}>
        {previous && (
          <ButtonLink icon="back" href={`#/r/${store.id}/reflect/${previous.id}`}>
            {words.previous(previous.name.text)}
          </ButtonLink>
        )}
        {next ? (
          <ButtonLink look="main" icon="forward" href={`#/r/${store.id}/reflect/${next.id}`}>
            {words.next(next.name.text)}
          </ButtonLink>
        ) : (
          <ButtonLink look="main" icon="paper" href={`#/r/${store.id}/summary`}>
            {words.toSummary}
          </ButtonLink>
        )}
      </nav>
      <div className={styles['legend']}>
        <p>{words.legend}</p>
        <ul className={styles['legendList']}>
          {(['source', 'adapted', 'drafted'] as const).map((provenance) => (
            <li key={provenance}>
              <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
            </li>
          ))}
        </ul>
        <p>{rubric.credit}</p>
      </div>
    </footer>
  )
}

function Gaps({ store, reflection, rubric, section }: Omit<Props, 'sections'>) {
  const words = useMessages().reflect
  const responses = useDeferredValue(useStore(store, (from) => from.responses()))
  const gaps = useMemo(
    () =>
      // `responses` is the trigger: the store's own per-item reads are stable in between.
      responses &&
      gapsOf(
        sectionItems({ reflection, rubric, section, responsesOf: store.responsesOf }),
        reflection.participants,
      ),
    [responses, reflection, rubric, section, store],
  )
  const isAlone = reflection.mode === 'individual'
  const isDone = gaps.unmarked.length === 0
  return (
    <section className={styles['gaps']}>
      <h2 className={styles['gapsTitle']}>{words.gapsTitle}</h2>
      {isDone ? (
        <p>{isAlone ? words.nothingOpenAlone : words.nothingOpen}</p>
      ) : (
        <>
          <p className={styles['gapsLead']}>{words.gapsLead}</p>
          <ul className={styles['gapsList']}>
            {gaps.unmarked.map(({ people, numbers }) => (
              <li key={numbers.join()} className={styles['gap']}>
                {!isAlone && (
                  <span className={styles['gapPeople']}>
                    {people.map((person) => (
                      <PersonChip
                        key={person.id}
                        initials={person.initials}
                        look={chipLook(reflection.participants.indexOf(person))}
                      />
                    ))}
                  </span>
                )}
                <span>{words.gapsUnmarked(numbers)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {gaps.withoutStrategy.length > 0 && <p>{words.gapsStrategy(gaps.withoutStrategy)}</p>}
    </section>
  )
}
