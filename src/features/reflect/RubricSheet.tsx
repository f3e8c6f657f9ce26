import { lazy, Suspense, useEffect, useState } from 'react'
import { inScope, type Reflection } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { useTelling } from '#messages/telling.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { readPlace, savePlace } from '#storage/places.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { TellingProvider } from '#ui/Told.tsx'
import { lazyPart } from './lazyPart.ts'
import styles from './reflect.module.css'
import { RubricSwitcher } from './RubricSwitcher.tsx'
import { SectionSheet } from './SectionSheet.tsx'
import { SectionTabs } from './SectionTabs.tsx'
import { useTurn } from './useTurn.ts'

const PaperEntry = lazy(async () => ({ default: (await import('./PaperEntry.tsx')).PaperEntry }))
const HandOver = lazyPart(async () => (await import('./HandOver.tsx')).HandOver)

interface Props {
  store: ReflectionStore
  reflection: Reflection
  /** All of the reflection, in its order. */
  rubrics: readonly Rubric[]
  rubric: Rubric
  sectionId: string | undefined
  itemId: string | undefined
}

/** One rubric of a sitting: a section of it, or while marks are private what stands between turns. */
export function RubricSheet({ store, reflection, rubrics, rubric, sectionId, itemId }: Props) {
  const sections = rubric.sections.filter(({ id }) => inScope(reflection, rubric, id))
  const section = sections.find(({ id }) => id === sectionId) ?? sections[0] ?? rubric.sections[0]
  const turn = useTurn({ store, reflection, rubric, section })
  const [siteId, setSiteId] = useState(() => readPlace(store.id)?.siteId)
  const site = reflection.sites.find(({ id }) => id === siteId) ?? reflection.sites[0]
  const [target] = useState(itemId)
  // From paper, the rows are there for what the grid has no place for.
  const [hasRows, setHasRows] = useState(false)
  const isPaper = reflection.mode === 'team' && reflection.way === 'paper'
  const shown = section?.id
  useEffect(() => {
    if (shown !== undefined) savePlace(store.id, { rubricId: rubric.id, sectionId: shown })
  }, [store.id, rubric.id, shown])
  useScrollTo(target)
  const telling = useTelling(rubric)
  const { person, stage } = turn
  if (!section || !person) return null
  return (
    <TellingProvider telling={telling}>
      {isPaper && !hasRows ? (
        <Suspense fallback={<div className={styles['coming']} />}>
          <PaperEntry
            {...{ store, reflection, rubric, sections, section }}
            onRows={() => setHasRows(true)}
          />
        </Suspense>
      ) : stage === 'between' || stage === 'cover' ? (
        <div className={styles['page']}>
          <RubricSwitcher {...{ store, reflection, rubrics, rubric }} />
          {stage === 'between' && <SectionTabs {...{ store, rubric, sections, section }} />}
          <Suspense fallback={<div className={styles['coming']} />}>
            <HandOver key={stage} {...{ store, reflection, rubric, turn }} />
          </Suspense>
        </div>
      ) : (
        <SectionSheet
          // What was open in one person's turn does not stay open for the next.
          onGrid={isPaper ? () => setHasRows(false) : undefined}
          key={stage === 'own' ? person.id : ''}
          {...{ store, reflection, rubrics, rubric, sections, section, turn, person, site }}
          onSite={(id) => {
            setSiteId(id)
            savePlace(store.id, { siteId: id })
          }}
        />
      )}
      {/* There before it is needed: what comes with its words already in it is not read out. */}
      <output>
        <Hidden>{turn.told?.text}</Hidden>
      </output>
    </TellingProvider>
  )
}

/** Brings an item into view once, when the page is opened at it. */
function useScrollTo(itemId: string | undefined) {
  useEffect(() => {
    if (itemId === undefined) return
    const row = document.getElementById(`item-${itemId}`)
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }, [itemId])
}
