import { useId } from 'react'
import { useMessages, type Messages } from '#messages/messages.ts'
import type { CopyHeader } from '#exchange/copyFormat.ts'
import type { ReflectionPreview } from '#exchange/preview.ts'
import { Button } from '#ui/Button.tsx'
import styles from './open.module.css'
import type { OpenedCopy, OwnPreview } from './openCopy.ts'
import { nameOf } from './reflectionName.ts'
import { Remarks } from './Remarks.tsx'
import { useFocus } from './useFocus.ts'

/** The most reflections that are listed one by one. */
const MOST_LISTED = 20

interface Props {
  /** The file's name; empty for something pasted. */
  name: string
  opened: OpenedCopy
  onAdd: (forget: boolean) => void
  onLeave: () => void
}

/** What is in a file and what adding it would do, before anything is done. */
export function Preview({ name, opened, onAdd, onLeave }: Props) {
  const messages = useMessages()
  const words = messages.open
  const { copy, preview, own } = opened
  const titleId = useId()
  const title = useFocus<HTMLHeadingElement>()
  const isNothingNew = preview.added === 0 && preview.addedRubrics === 0 && !own.isAdding
  const more = preview.reflections.length - MOST_LISTED
  return (
    <section className={styles['preview']} aria-labelledby={titleId}>
      <h2 className={styles['heading']} id={titleId} ref={title} tabIndex={-1}>
        {words.previewTitle}
      </h2>
      <p className={styles['fileName']}>
        <bdi>{name || words.pastedName}</bdi>
        {copy.header && <span>{savedOn(copy.header, messages)}</span>}
      </p>
      <ul className={styles['reflections']}>
        {preview.reflections.slice(0, MOST_LISTED).map((reflection) => (
          <ReflectionRow key={reflection.id} reflection={reflection} />
        ))}
        {own.found.rubrics + own.found.drafts > 0 && <OwnRow own={own} />}
      </ul>
      {more > 0 && <p className={styles['quiet']}>{words.moreReflections(more)}</p>}
      <Remarks opened={opened} />
      {isNothingNew && <output>{words.nothingNew}</output>}
      <div className={styles['actions']}>
        {!isNothingNew && <AddButtons opened={opened} onAdd={onAdd} />}
        <Button onClick={onLeave}>{isNothingNew ? messages.common.done : words.notNow}</Button>
      </div>
    </section>
  )
}

/** Where adding would take somebody from this device for good, that is a choice of its own. */
function AddButtons({ opened, onAdd }: Pick<Props, 'opened' | 'onAdd'>) {
  const words = useMessages().open
  const { forgets, added, addedErasures, addedRubrics } = opened.preview
  const isMore = added > addedErasures || addedRubrics > 0 || opened.own.isAdding
  if (forgets.length === 0) {
    return (
      <Button look="main" icon="plus" onClick={() => onAdd(true)}>
        {words.add}
      </Button>
    )
  }
  return (
    <>
      {isMore && (
        <Button look="main" icon="plus" onClick={() => onAdd(false)}>
          {words.addWithoutForgetting}
        </Button>
      )}
      <Button icon="trash" onClick={() => onAdd(true)}>
        {words.addAndForget(forgets.length)}
      </Button>
    </>
  )
}

/** Rubrics of one's own and unfinished ones, in numbers. */
function OwnRow({ own: { found, added, isAdding } }: { own: OwnPreview }) {
  const words = useMessages().open
  const isNew = added.rubrics === found.rubrics && added.drafts === found.drafts
  const adds = isNew ? words.isNew : words.addsOwn(words.ownCounts(added))
  return (
    <li className={styles['reflection']}>
      <p className={styles['team']}>{words.ownWork}</p>
      <p className={styles['facts']}>{words.ownCounts(found)}</p>
      <p className={styles['effect']}>{isAdding ? adds : words.isHere}</p>
    </li>
  )
}

function ReflectionRow({ reflection }: { reflection: ReflectionPreview }) {
  const messages = useMessages()
  const words = messages.open
  const { date, rubricTitles, people, marks, strategies, added, isNew, deleted } = reflection
  const facts = [...rubricTitles, date === '' ? '' : messages.common.day(date)]
  const effect = isNew ? words.isNew : added > 0 ? words.addsTo(added) : words.isHere
  return (
    <li className={styles['reflection']}>
      <p className={styles['team']}>
        <bdi>{nameOf(reflection, messages)}</bdi>
      </p>
      <p className={styles['facts']}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <p className={styles['facts']}>
        {deleted ? words.deleted : words.counts(people, marks, strategies)}
      </p>
      <p className={styles['effect']}>{effect}</p>
    </li>
  )
}

function savedOn(header: CopyHeader, { open: words, common }: Messages): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(header.madeAt)?.[0]
  return day === undefined ? '' : words.savedOn(common.day(day), header.app)
}
