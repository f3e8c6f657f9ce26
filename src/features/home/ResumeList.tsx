import { useState } from 'react'
import { useMessages, type Messages } from '#messages/messages.ts'
import { now } from '#platform/ids.ts'
import type { ReflectionHeader } from '#storage/headers.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './home.module.css'

/** What is under way on this device, newest first. */
export function ResumeList({ headers }: { headers: readonly ReflectionHeader[] }) {
  const { home: words, common } = useMessages()
  const storage = useStorage()
  const [deleted, setDeleted] = useState<{ id: string; title: string }>()
  return (
    <>
      <ul className={styles['cards']}>
        {headers.map((header) => (
          <ResumeCard
            key={header.id}
            header={header}
            onDelete={(title) => {
              void storage.deleteReflection(header.id)
              setDeleted({ id: header.id, title })
            }}
          />
        ))}
      </ul>
      {deleted && (
        <Notice
          live="status"
          actions={
            <Button
              icon="undo"
              onClick={() => {
                void storage.restoreReflection(deleted.id)
                setDeleted(undefined)
              }}
            >
              {common.undo}
            </Button>
          }
        >
          <p>{words.deleted(deleted.title)}</p>
        </Notice>
      )}
    </>
  )
}

function ResumeCard({
  header,
  onDelete,
}: {
  header: ReflectionHeader
  onDelete: (title: string) => void
}) {
  const messages = useMessages()
  const { home: words } = messages
  const isTeam = header.mode === 'team'
  const title = header.team || (isTeam ? words.untitledTeam : words.untitledAlone)
  return (
    <li className={styles['card']}>
      <a className={styles['cardLink']} href={`#/r/${header.id}/reflect`}>
        <span className={styles['cardTitle']}>
          <bdi>{title}</bdi>
        </span>
        <span className={styles['cardPlace']}>
          {words.cardPlace(header.rubricTitles.join(', '), header.answeredItems, header.items)}
        </span>
        <span className={styles['cardWhen']}>
          {[isTeam ? words.cardPeople(header.people) : '', whenOf(header.changedAt, messages)]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </a>
      <button
        type="button"
        className={styles['cardDelete']}
        aria-label={words.cardDelete(title)}
        onClick={() => onDelete(title)}
      >
        <Icon name="trash" />
      </button>
    </li>
  )
}

function whenOf(at: number, { home: words, common }: Messages): string {
  const day = (time: number) => new Date(time).toDateString()
  const today = now()
  if (day(at) === day(today)) return words.today(common.time(at))
  if (day(at) === day(today - 86_400_000)) return words.yesterday(common.time(at))
  const local = new Date(at)
  const pad = (part: number) => String(part).padStart(2, '0')
  return common.day(`${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`)
}
