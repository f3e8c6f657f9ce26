import { useDeferredValue, useMemo } from 'react'
import {
  findEntries,
  literatureEntries,
  NO_FILTER,
  playbookFacets,
  type PlaybookEntry,
} from '#core/playbook.ts'
import { useMessages } from '#messages/messages.ts'
import type { LibraryEntry } from '#storage/library.ts'
import { useAllRubrics } from '#storage/useAllRubrics.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { EntryList } from './EntryList.tsx'
import { Filters } from './Filters.tsx'
import styles from './playbook.module.css'
import { useCollected } from './useCollected.ts'
import { useFilter } from './useFilter.ts'

/** All strategies by name: those of the rubrics, and those people named on this device. */
export function PlaybookPage() {
  const words = useMessages().playbook
  const [filter, change] = useFilter()
  const all = useAllRubrics(hasStrategies)
  const collected = useCollected()
  const entries = useMemo(
    // What people of this device named stands first in its section.
    (): readonly PlaybookEntry[] =>
      all ? [...collected, ...literatureEntries(all.rubrics.map(({ rubric }) => rubric))] : [],
    [all, collected],
  )
  // What is typed paints first; the list follows.
  const asked = useDeferredValue(filter)
  const found = useMemo(() => findEntries(entries, asked), [entries, asked])
  const facets = useMemo(() => playbookFacets(entries, asked), [entries, asked])
  const showAll = () => change(NO_FILTER)
  const isNarrowed = Object.values(filter).some((value) => value.trim() !== '')
  return (
    <div className={styles['playbook']}>
      <Page title={words.title} lead={words.lead} width="grid">
        <Filters filter={filter} facets={facets} change={change} />
        <div className={styles['bar']}>
          <p className={styles['count']} role="status">
            {all ? words.found(found.length) : words.loading}
          </p>
          {isNarrowed && found.length > 0 && (
            <Button look="quiet" icon="cross" onClick={showAll}>
              {words.showAll}
            </Button>
          )}
          <div className={styles['print']}>
            <Button look="quiet" icon="print" disabled={!all} onClick={() => window.print()}>
              {words.print}
            </Button>
          </div>
        </div>
        {all && all.missing > 0 && (
          <Notice icon="alert" tone="warn">
            <p>{words.missing}</p>
          </Notice>
        )}
        {all && found.length === 0 ? (
          <Nothing showAll={showAll} />
        ) : (
          <EntryList entries={found} isSearch={asked.query.trim() !== ''} within={asked} />
        )}
        <p className={styles['legend']}>
          {words.legend} <a href="#/sources">{words.toSources}</a>
        </p>
      </Page>
    </div>
  )
}

function hasStrategies({ counts }: LibraryEntry): boolean {
  return counts.strategies > 0
}

function Nothing({ showAll }: { showAll: () => void }) {
  const words = useMessages().playbook
  return (
    <section className={styles['nothing']}>
      <h2 className={styles['nothingTitle']}>{words.noneTitle}</h2>
      <p>{words.none}</p>
      <Button icon="book" onClick={showAll}>
        {words.showEverything}
      </Button>
    </section>
  )
}
