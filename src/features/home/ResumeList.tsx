import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Problem } from '#core/problem.ts'
import { useStartMessages, type StartMessages } from '#messages/messages.ts'
import { localDay, now } from '#platform/ids.ts'
import type { ReflectionHeader } from '#storage/headers.ts'
import { readPlace } from '#storage/places.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './home.module.css'
import { ProblemNotice } from './ProblemNotice.tsx'

interface Deleted {
  readonly id: string
  readonly title: string
}

/**
 * What is under way on this device, newest first, with a way back for what was just deleted: it
 * stays when the list is empty.
 */
export function ResumeList({
  headers,
  empty,
}: {
  headers: readonly ReflectionHeader[]
  empty: ReactNode
}) {
  const storage = useStorage()
  const [deleted, setDeleted] = useState<readonly Deleted[]>([])
  const [problem, setProblem] = useState<Problem>()
  const remove = async (gone: Deleted) => {
    const done = await storage.deleteReflection(gone.id)
    setProblem(done.ok ? undefined : done.problem)
    if (done.ok) setDeleted((before) => [...before, gone])
  }
  const bringBack = async (gone: Deleted) => {
    const done = await storage.restoreReflection(gone.id)
    setProblem(done.ok ? undefined : done.problem)
    if (done.ok) setDeleted((before) => before.filter(({ id }) => id !== gone.id))
  }
  return (
    <>
      {headers.length === 0 && empty}
      {headers.length > 0 && (
        <ul className={styles['cards']}>
          {headers.map((header) => (
            <ResumeCard
              key={header.id}
              header={header}
              onDelete={(title) => void remove({ id: header.id, title })}
            />
          ))}
        </ul>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {deleted.map((gone) => (
        <DeletedNotice key={gone.id} gone={gone} onUndo={() => void bringBack(gone)} />
      ))}
    </>
  )
}

/** Takes the focus, which was on a button that is gone. */
function DeletedNotice({ gone, onUndo }: { gone: Deleted; onUndo: () => void }) {
  const { home: words, common } = useStartMessages()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  return (
    <div ref={place}>
      <Notice
        live="status"
        actions={
          <Button icon="undo" onClick={onUndo}>
            {common.undo}
          </Button>
        }
      >
        <p>{words.deleted(gone.title)}</p>
      </Notice>
    </div>
  )
}

function ResumeCard({
  header,
  onDelete,
}: {
  header: ReflectionHeader
  onDelete: (title: string) => void
}) {
  const messages = useStartMessages()
  const { home: words, app } = messages
  const isTeam = header.mode === 'team'
  const title = header.team || (isTeam ? words.untitledTeam : words.untitledAlone)
  const step = stepOf(header)
  return (
    <li className={styles['card']}>
      <a className={styles['cardLink']} href={`#/r/${header.id}/${step}`}>
        <span className={styles['cardTitle']}>
          <bdi>{title}</bdi>
        </span>
        <span className={styles['cardPlace']}>
          {[
            app[step],
            rubricsOf(header, words),
            isTeam ? words.cardPeople(header.answeringPeople, header.people) : '',
            words.cardAnswered(header.answeredItems, header.items),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <span className={styles['cardWhen']}>
          {words.cardWhen(whenOf(header.changedAt, messages))}
        </span>
      </a>
      {isEarlier(header) && (
        <a
          className={styles['cardAgain']}
          href={`#/new/team?from=${header.id}`}
          aria-label={words.startAgainOf(title)}
        >
          {words.startAgain}
        </a>
      )}
      <button
        type="button"
        className={styles['cardDelete']}
        aria-label={words.cardDelete(title)}
        // The list moves up under the finger: its second tap is not meant for the next one.
        onClick={(event) => event.detail < 2 && onDelete(title)}
      >
        <Icon name="trash" />
      </button>
    </li>
  )
}

const STEPS = ['setup', 'learn', 'reflect', 'share', 'plan', 'summary'] as const

/** Where it was left on this device; with the rubric, if the browser does not remember. */
function stepOf({ id }: ReflectionHeader): (typeof STEPS)[number] {
  const { step } = readPlace(id) ?? {}
  return STEPS.find((name) => name === step) ?? 'reflect'
}

/** True for a team's sitting of another day, or one in which everything has an answer. */
function isEarlier({ mode, answeredItems, items, date, changedAt }: ReflectionHeader): boolean {
  if (mode !== 'team' || answeredItems === 0) return false
  const today = localDay(now())
  return answeredItems === items || localDay(changedAt) < today || (date !== '' && date < today)
}

/** More rubrics than this are counted, not named. */
const MOST_NAMED = 2

function rubricsOf({ rubricTitles }: ReflectionHeader, words: StartMessages['home']): string {
  // One more is named rather than counted: "and 1 more" would be as long.
  const named = rubricTitles.length <= MOST_NAMED + 1 ? rubricTitles.length : MOST_NAMED
  return words.cardRubrics(rubricTitles.slice(0, named), rubricTitles.length - named)
}

function whenOf(at: number, { home: words, common }: StartMessages): string {
  const today = now()
  if (localDay(at) === localDay(today)) return words.today(common.time(at))
  if (localDay(at) === localDay(today - 86_400_000)) return words.yesterday(common.time(at))
  return common.day(localDay(at))
}
