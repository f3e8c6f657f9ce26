import { Fragment, memo, useId } from 'react'
import {
  shortSourceTitle,
  type CollectedEntry,
  type EntryPlace,
  type LiteratureEntry,
  type PlaybookEntry,
  type Source,
} from '#core/playbook.ts'
import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { ProvenanceMark } from '#ui/ProvenanceMark.tsx'
import styles from './playbook.module.css'

/** Between facts on one line. */
const SEPARATOR = ' · '

interface Props {
  entry: PlaybookEntry
  /** Of its heading. */
  level: 3 | 4
  /** True where nothing above says which domain and section it belongs to. */
  showsPlace?: boolean
}

/** One strategy: its name, what people do, what to look for, and where it comes from. */
export const Entry = memo(function Entry({ entry, level, showsPlace = false }: Props) {
  const words = useMessages().playbook
  const id = useId()
  const Name = `h${level}` as const
  const lang = entry.origin === 'literature' ? entry.lang : undefined
  return (
    <article className={styles['entry']} aria-labelledby={id}>
      {showsPlace && entry.places.length > 0 && (
        <div className={styles['places']}>
          {entry.places.map((place) => (
            <Place key={placeKey(place)} place={place} />
          ))}
        </div>
      )}
      <div className={styles['doing']} lang={lang}>
        <Name className={styles['name']} id={id} dir="auto">
          {entry.name || words.unnamed}
        </Name>
        {entry.what !== '' && (
          <p className={styles['text']} dir="auto">
            {entry.what}
          </p>
        )}
      </div>
      {entry.evidence !== '' && (
        <div className={styles['looking']}>
          <p className={styles['kicker']}>{kickerOf(entry, words)}</p>
          <p className={styles['text']} lang={lang} dir="auto">
            {entry.evidence}
          </p>
        </div>
      )}
      <footer className={styles['foot']}>
        {entry.origin === 'literature' ? <Origin entry={entry} /> : <NamedHere entry={entry} />}
      </footer>
    </article>
  )
})

function kickerOf(entry: PlaybookEntry, words: ReturnType<typeof useMessages>['playbook']): string {
  if (entry.origin === 'literature') return words.evidence
  return entry.mode === 'team' ? words.evidenceTheirs : words.evidenceMine
}

function placeKey({ rubricId, sectionId }: EntryPlace): string {
  return `${rubricId}/${sectionId}`
}

function Place({ place }: { place: EntryPlace }) {
  const words = useMessages().playbook
  return (
    <p className={styles['place']} lang={place.lang}>
      {words.place(place.rubricTitle, place.sectionName)}
    </p>
  )
}

function Origin({ entry }: { entry: LiteratureEntry }) {
  const { common } = useMessages()
  const { provenance, sources, lang } = entry
  return (
    <p>
      <ProvenanceMark provenance={provenance} label={common.provenance[provenance]} />
      {sources.map((source) => (
        <Fragment key={source.key}>
          {SEPARATOR}
          <span lang={lang}>
            <SourceTitle source={source} />
          </span>
        </Fragment>
      ))}
    </p>
  )
}

/** In short: the page of sources has it in full. */
function SourceTitle({ source }: { source: Source }) {
  const words = useMessages().playbook
  const { title, url } = source
  const short = shortSourceTitle(source)
  if (url === undefined) return <cite title={title}>{short}</cite>
  return (
    <a href={url} title={title} target="_blank" rel="noreferrer">
      <cite>{short}</cite>
      <Hidden>{words.newTab}</Hidden>
    </a>
  )
}

/** Whose it is. It is on this device and nowhere else, so it may say so. */
function NamedHere({ entry }: { entry: CollectedEntry }) {
  const { playbook: words, common } = useMessages()
  const { mode, team, date, credit, reflectionId } = entry
  const unnamed = mode === 'team' ? common.unnamedTeam : common.unnamedLeader
  return (
    <p>
      {words.namedHere}
      {SEPARATOR}
      <a href={`#/r/${reflectionId}/summary`}>
        <bdi>{team || unnamed}</bdi>
      </a>
      {mode === 'team' && credit.length > 0 && (
        <>
          {SEPARATOR}
          <bdi>{credit.join(', ')}</bdi>
        </>
      )}
      {date !== '' && SEPARATOR + common.day(date)}
    </p>
  )
}
