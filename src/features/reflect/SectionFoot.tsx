import { useDeferredValue, useMemo } from 'react'
import { chipLook } from '#core/people.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { nameBeside } from '#messages/rubricName.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { PersonChip } from '#ui/PersonChip.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import { Told } from '#ui/Told.tsx'
import { reflectHref } from './address.ts'
import styles from './reflect.module.css'
import { rubricOrder } from './RubricSwitcher.tsx'
import { seenBy } from './seenBy.ts'
import { siteName } from './siteName.ts'
import { gapsOf, natureOf, sectionItems, type Gap } from './turn.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubrics: readonly Rubric[]
  rubric: Rubric
  sections: readonly Section[]
  section: Section
  /** Whose private turn it is: nobody else's gaps are named. */
  own?: Participant | undefined
  /** Ends a private turn. */
  onPass?: () => void
}

/** The end of a section: what is still open, said gently, and where to go next. */
export function SectionFoot(props: Props) {
  const { store, reflection, rubrics, rubric, sections, section, own, onPass } = props
  const messages = useStartMessages()
  const { reflect: words, common } = messages
  const index = sections.findIndex(({ id }) => id === section.id)
  const next = sections[index + 1]
  const previous = sections[index - 1]
  const order = rubricOrder(reflection, rubrics, rubric)
  const nextRubric = order[order.indexOf(rubric) + 1]
  return (
    <footer className={styles['foot']}>
      <Gaps {...{ store, reflection, rubric, section, own }} />
      <nav className={styles['footNav']} aria-label={words.goOn}>
        {previous && (
          <ButtonLink icon="back" href={reflectHref(store.id, rubric, previous)}>
            {words.previous(previous.name.text)}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink look="main" icon="forward" href={reflectHref(store.id, rubric, next)}>
            {words.next(next.name.text)}
          </ButtonLink>
        )}
        {!next && own && (
          <Button look="main" icon="check" onClick={onPass}>
            {words.passOn}
          </Button>
        )}
        {!next && !own && nextRubric && (
          <ButtonLink look="main" icon="forward" href={reflectHref(store.id, nextRubric)}>
            {words.nextRubric(nameBeside(rubric, nextRubric, messages))}
          </ButtonLink>
        )}
        {!next && !own && !nextRubric && (
          <>
            <ButtonLink icon="paper" href={`#/r/${store.id}/summary`}>
              {words.toSummary}
            </ButtonLink>
            <ButtonLink look="main" icon="forward" href={`#/r/${store.id}/share`}>
              {words.toShare}
            </ButtonLink>
          </>
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
        {rubric.status === 'community-draft' && <p>{words.draftStatus}</p>}
        <p>
          <Told text={rubric.credit} />
        </p>
      </div>
    </footer>
  )
}

function Gaps({
  store,
  reflection,
  rubric,
  section,
  own,
}: Pick<Props, 'store' | 'reflection' | 'rubric' | 'section' | 'own'>) {
  const words = useStartMessages().reflect
  const responses = useDeferredValue(useStore(store, (from) => from.responses()))
  const { gaps, isAsked } = useMemo(() => {
    // `responses` is the trigger: the store's own per-item reads are stable in between.
    const items = sectionItems(responses && seenBy(own, { store, reflection, rubric, section }))
    const isAlone = reflection.mode === 'individual'
    const people = own ? [own] : reflection.participants
    return { gaps: gapsOf(items, people, { isAlone }), isAsked: items.length > 0 }
  }, [responses, reflection, rubric, section, store, own])
  const isAlone = own !== undefined || reflection.mode === 'individual'
  const isRated = natureOf(section).isRated
  const isDone = gaps.unmarked.length === 0
  // Without any site there is nothing to be open: the section itself says what to do.
  if (!isAsked) return null
  return (
    <section className={styles['gaps']}>
      <h2 className={styles['gapsTitle']}>{words.gapsTitle}</h2>
      {isDone ? (
        <p>
          {isAlone
            ? isRated
              ? words.nothingOpenAlone
              : words.nothingUnansweredAlone
            : isRated
              ? words.nothingOpen
              : words.nothingUnanswered}
        </p>
      ) : (
        <>
          <p className={styles['gapsLead']}>{words.gapsLead}</p>
          <ul className={styles['gapsList']}>
            {gaps.unmarked.map((gap) => (
              <GapLine key={keyOf(gap)} {...{ gap, reflection, isRated }} />
            ))}
          </ul>
        </>
      )}
      {gaps.withoutStrategy.length > 0 && <p>{words.gapsStrategy(gaps.withoutStrategy)}</p>}
    </section>
  )
}

function keyOf({ people, sites, numbers }: Gap): string {
  return [...people, ...sites].map(({ id }) => id).join() + numbers.join()
}

function GapLine({
  gap: { people, sites, numbers },
  reflection,
  isRated,
}: {
  gap: Gap
  reflection: Reflection
  isRated: boolean
}) {
  const words = useStartMessages().reflect
  const isTogether = people.length === 0
  const isEverySite = sites.length === reflection.sites.length && sites.length > 1
  return (
    <li className={styles['gap']}>
      {reflection.mode === 'team' && !isTogether && (
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
      <span>
        {isRated && words.gapsUnmarked(numbers)}
        {!isRated && (isTogether ? words.gapsTogether(numbers) : words.gapsUnanswered(numbers))}
        {sites.length > 0 && (
          <bdi className={styles['gapSites']}>
            {isEverySite
              ? words.atEverySite
              : sites.map((site) => siteName(site, reflection, words)).join(', ')}
          </bdi>
        )}
      </span>
    </li>
  )
}
