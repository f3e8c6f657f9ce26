import { useSyncExternalStore } from 'react'
import { useMessages, type Messages } from '#messages/messages.ts'
import { now } from '#platform/ids.ts'
import type { SavedCopy } from '#storage/copies.ts'
import type { ReflectionHeader } from '#storage/headers.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { ButtonLink, type ButtonLook } from '#ui/Button.tsx'
import { copyTitle, reflectionName } from './copyTitle.ts'
import styles from './device.module.css'
import { SaveCopyButton } from './SaveCopyButton.tsx'
import { useOwnCounts } from './useOwnCounts.ts'
import { whenOf } from './whenOf.ts'

/** Each reflection with the age of its last copy, and the means to make a new one. */
export function CopiesSection() {
  const messages = useMessages()
  const words = messages.device
  const headers = useReadable(useStorage().headers)
  const own = useOwnCounts()
  // What is read later comes last, so that no button moves.
  const alsoHere = own && <p className={styles['quiet']}>{words.alsoHere(words.ownCounts(own))}</p>
  if (headers.length === 0) {
    return (
      <>
        <p className={styles['quiet']}>{words.noReflections}</p>
        <div className={styles['actions']}>
          <ButtonLink icon="plus" href="#/">
            {words.start}
          </ButtonLink>
          <OpenLink />
          {own && <SaveEverything />}
        </div>
        {alsoHere}
      </>
    )
  }
  return (
    <>
      <p className={styles['quiet']}>{words.copiesHint}</p>
      <ul className={styles['rows']}>
        {headers.map((header) => (
          <CopyRow key={header.id} header={header} />
        ))}
      </ul>
      <div className={styles['actions']}>
        <SaveEverything look="main" />
        <OpenLink />
      </div>
      {alsoHere}
    </>
  )
}

function SaveEverything({ look = 'plain' }: { look?: ButtonLook }) {
  const words = useMessages().device
  return (
    <SaveCopyButton look={look} wish={{ reflectionId: undefined, title: words.everythingTitle }}>
      {words.saveEverything}
    </SaveCopyButton>
  )
}

function OpenLink() {
  return (
    <ButtonLink icon="open" href="#/open">
      {useMessages().device.openFile}
    </ButtonLink>
  )
}

function CopyRow({ header }: { header: ReflectionHeader }) {
  const messages = useMessages()
  const words = messages.device
  const { copies } = useStorage()
  const last = useSyncExternalStore(copies.subscribe, () => copies.lastCopy(header.id))
  const name = reflectionName(header, messages)
  const title = copyTitle(header, header.rubricTitles, messages)
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <a className={styles['name']} href={`#/r/${header.id}/reflect`}>
          <bdi>{name}</bdi>
        </a>
        <span className={styles['quiet']}>{factsOf(header, messages)}</span>
        <span className={styles['quiet']}>{ageOf(header, last, messages)}</span>
      </div>
      <SaveCopyButton
        wish={{ reflectionId: header.id, title }}
        label={words.saveCopyOf([name, ...header.rubricTitles].join(', '))}
      />
    </li>
  )
}

function factsOf({ rubricTitles, date }: ReflectionHeader, { common }: Messages): string {
  return [...rubricTitles, date === '' ? '' : common.day(date)]
    .filter((fact) => fact !== '')
    .join(' · ')
}

function ageOf(
  { changes }: ReflectionHeader,
  last: SavedCopy | undefined,
  messages: Messages,
): string {
  const words = messages.device
  if (!last) return words.neverCopied(changes)
  const since = Math.max(0, changes - last.changes)
  const when = whenOf(last.at, now(), messages)
  return since === 0 ? words.copied(when) : words.copiedBefore(when, since)
}
