import type { ReactNode } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useMessages } from '#messages/messages.ts'
import { newId } from '#platform/ids.ts'
import { byFamily } from '#rubrics/families.ts'
import { useRubricLibrary, type LibraryEntry } from '#storage/library.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Page, PageSection } from '#ui/Page.tsx'
import { DraftRows } from './DraftRows.tsx'
import { blankDraft, isBlank } from './newDrafts.ts'
import styles from './rubrics.module.css'
import { useDrafts } from './useDrafts.ts'

/** The library: this device's own rubrics, and those that come with the app by family. */
export function RubricsPage({ openZone }: { openZone: ReactNode }) {
  const words = useMessages().library
  const library = useRubricLibrary()
  const own = library.filter(({ origin }) => origin === 'own')
  const shipped = byFamily(library.filter(({ origin }) => origin === 'shipped'))
  return (
    <Page title={words.title} lead={words.lead}>
      <Yours own={own} openZone={openZone} />
      {shipped.map(({ family, entries }) => (
        <PageSection key={family} title={words.families[family]}>
          <ul className={styles['rows']}>
            <Entries entries={entries} />
          </ul>
        </PageSection>
      ))}
    </Page>
  )
}

function Yours({ own, openZone }: { own: readonly LibraryEntry[]; openZone: ReactNode }) {
  const words = useMessages().library
  const { rubricDrafts } = useStorage()
  const [, goTo] = useHashLocation()
  const all = useDrafts()
  const drafts = all?.filter((draft) => !isBlank(draft))
  const write = () => {
    // One that was begun and left empty is as good as a new one.
    const draft = all?.find(isBlank) ?? blankDraft(newId())
    rubricDrafts.save(draft)
    goTo(`/rubrics/edit/${draft.id}`)
  }
  return (
    <PageSection title={words.families.own}>
      {drafts && (
        <DraftRows drafts={drafts}>
          <Entries entries={own} />
        </DraftRows>
      )}
      {drafts?.length === 0 && own.length === 0 && (
        <p className={styles['quiet']}>{words.noneOfYours}</p>
      )}
      <div>
        <Button icon="pencil" onClick={write}>
          {words.write}
        </Button>
      </div>
      {openZone}
    </PageSection>
  )
}

function Entries({ entries }: { entries: readonly LibraryEntry[] }) {
  const words = useMessages().library
  return (
    <>
      {entries.map(({ key, title, lang, counts, itemNoun, status, version }) => (
        <li key={key} className={styles['row']}>
          <a className={styles['rowLink']} href={`#/rubrics/show/${key}`}>
            <span className={styles['rowTitle']} lang={lang}>
              {title}
            </span>
            <span className={styles['rowFacts']}>
              {words.facts([
                words.sections(counts.sections),
                words.items(counts.items, itemNoun),
                words.origins[status],
                words.version(version),
              ])}
            </span>
          </a>
        </li>
      ))}
    </>
  )
}
