import { useMemo } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { splitRubrics } from '#parts/splitRubrics.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { readPlace } from '#storage/places.ts'
import { useStore } from '#storage/useStorage.ts'
import { useTranslatedAll } from '#storage/useTranslated.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { findPlace } from './address.ts'
import styles from './reflect.module.css'
import { RubricSheet } from './RubricSheet.tsx'

interface Props {
  store: ReflectionStore
  /** From the address; an old one has a section in its place. */
  rubricId?: string | undefined
  /** From the address; the place left last time, or the first section, without. */
  sectionId?: string | undefined
  itemId?: string | undefined
}

/** The rubric as people know it from paper: one section at a time, initials in boxes. */
export function ReflectPage({ store, rubricId, sectionId, itemId }: Props) {
  const words = useStartMessages().reflect
  const reflection = useStore(store, (from) => from.reflection())
  const pinned = useTranslatedAll(useStore(store, (from) => from.rubrics()))
  const rubrics = useMemo(() => pinned.map(({ rubric }) => rubric), [pinned])
  // Those that were left out have nothing to fill in, whatever address leads here.
  const { shown } = splitRubrics({ rubrics: pinned, reflection })
  const inSitting = shown.map(({ rubric }) => rubric.id).join(' ')
  // As it stood when this address was opened: it moves on with every mark, and nothing jumps after it.
  const found = useMemo(() => {
    const ids = new Set(inSitting.split(' '))
    const open = rubrics.filter(({ id }) => ids.has(id))
    return findPlace(open, { rubricId, sectionId, itemId }, readPlace(store.id))
  }, [rubrics, inSitting, store.id, rubricId, sectionId, itemId])
  if (!found) return <NoDefinition />
  if (reflection.participants.length === 0) {
    return (
      <div className={styles['empty']}>
        <h1 className={styles['emptyTitle']}>{words.noPeopleTitle}</h1>
        <p>{words.noPeople}</p>
        <ButtonLink look="main" icon="people" href={`#/r/${store.id}/setup`}>
          {words.addPeople}
        </ButtonLink>
      </div>
    )
  }
  return <RubricSheet key={found.rubric.id} {...{ store, reflection, rubrics }} {...found} />
}

/** The marks are here but not what was marked: a salvaged copy, or one without its definitions. */
function NoDefinition() {
  const { reflect: words, app } = useStartMessages()
  return (
    <div className={styles['empty']}>
      <h1 className={styles['emptyTitle']}>{words.noDefinitionTitle}</h1>
      <p>{words.noDefinition}</p>
      <ButtonLink look="main" icon="open" href="#/open">
        {app.openFile}
      </ButtonLink>
    </div>
  )
}
