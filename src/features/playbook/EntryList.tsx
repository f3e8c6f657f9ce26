import { memo, useMemo } from 'react'
import type { EntryPlace, PlaybookEntry, PlaybookFilter } from '#core/playbook.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Entry } from './Entry.tsx'
import { groupEntries } from './groupEntries.ts'
import styles from './playbook.module.css'

interface Props {
  entries: readonly PlaybookEntry[]
  /** True for what a search found: in the order of its fit instead of by section. */
  isSearch: boolean
  within: PlaybookFilter
}

/** Strategies under their domain and section, or as a search found them. */
export const EntryList = memo(function EntryList({ entries, isSearch, within }: Props) {
  const words = useMessages().playbook
  const groups = useMemo(() => groupEntries(entries, within), [entries, within])
  if (isSearch) {
    return (
      <section className={styles['entries']}>
        <h2>
          <Hidden>{words.list}</Hidden>
        </h2>
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} level={3} showsPlace />
        ))}
      </section>
    )
  }
  return groups.map(({ place, sections }) => (
    <section key={place?.rubricId ?? ''} className={styles['domain']}>
      <h2 className={styles['domainName']} lang={place?.lang}>
        {place?.rubricTitle ?? words.elsewhere}
      </h2>
      {sections.map((section) => (
        <div key={section.place?.sectionId ?? ''} className={styles['section']}>
          <SectionName place={section.place} />
          <div className={styles['entries']}>
            {section.entries.map((entry) => (
              <Entry key={entry.key} entry={entry} level={section.place ? 4 : 3} />
            ))}
          </div>
        </div>
      ))}
    </section>
  ))
})

function SectionName({ place }: { place: EntryPlace | undefined }) {
  return (
    place && (
      <h3 className={styles['sectionName']} lang={place.lang}>
        {place.sectionName}
      </h3>
    )
  )
}
