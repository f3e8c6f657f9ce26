import { useId, type ReactNode } from 'react'
import type { Rubric } from '#core/rubric.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import type { OwnRubric } from '#storage/ownRubrics.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './open.module.css'
import type { OpenedRubric, Standing } from './openRubric.ts'
import { useFocus } from './useFocus.ts'

interface Props {
  /** The file's name; empty for something pasted. */
  name: string
  opened: OpenedRubric
  /** Its sections, skills and items, to be read. */
  partsOf: (rubric: Rubric) => ReactNode
  onKeep: () => void
  onLeave: () => void
}

/** What rubric is in a file and what it would be on this device, before it is kept. */
export function RubricPreview({ name, opened, partsOf, onKeep, onLeave }: Props) {
  const messages = useMessages()
  const words = messages.open
  const { rubric, header, standing, shippedTwin } = opened
  const titleId = useId()
  const title = useFocus<HTMLHeadingElement>()
  const isKeepable = standing.kind !== 'withTheApp' && standing.kind !== 'keptHere'
  const facts = [
    words.sections(header.counts.sections),
    words.items(header.counts.items, header.itemNoun),
    words.origins[header.status],
    words.version(header.version),
  ]
  return (
    <section className={styles['preview']} aria-labelledby={titleId}>
      <h2 className={styles['heading']} id={titleId} ref={title} tabIndex={-1}>
        {words.rubricTitle}
      </h2>
      <p className={styles['fileName']}>
        <bdi>{name || words.pastedName}</bdi>
      </p>
      <div className={styles['rubric']}>
        <p className={styles['rubricTitle']} lang={header.lang}>
          {header.title}
        </p>
        <p className={styles['facts']}>{words.facts(facts)}</p>
        <p lang={header.lang}>{rubric.goal.text}</p>
        <p className={styles['credit']} lang={header.lang}>
          {rubric.credit}
        </p>
        <p className={styles['effect']}>{standingText(standing, messages)}</p>
      </div>
      {shippedTwin && (
        <Notice icon="book" title={words.twinTitle}>
          <p>{words.twin(shippedTwin.title, shippedTwin.version)}</p>
        </Notice>
      )}
      <div className={styles['actions']}>
        {isKeepable && (
          <Button look="main" icon="plus" onClick={onKeep}>
            {words.keep}
          </Button>
        )}
        <Button onClick={onLeave}>{isKeepable ? words.notNow : messages.common.done}</Button>
      </div>
      {partsOf(rubric)}
    </section>
  )
}

function standingText(standing: Standing, { open: words }: Messages): string {
  switch (standing.kind) {
    case 'new':
    case 'withTheApp':
    case 'keptHere':
      return words.standing[standing.kind]
    case 'newer':
    case 'sameVersion':
    case 'older':
      return words.standing[standing.kind](standing.version)
  }
}

/** After a rubric was kept: where it is now, and a way back. */
export function RubricKept({ own, onUndo }: { own: OwnRubric; onUndo: () => void }) {
  const messages = useMessages()
  const words = messages.open
  const title = useFocus<HTMLHeadingElement>()
  return (
    <section className={styles['preview']}>
      <h2 className={styles['heading']} ref={title} tabIndex={-1}>
        {words.keptTitle}
      </h2>
      <ul className={styles['receipt']}>
        <li>
          <Icon name="check" />
          <span lang={own.rubric.lang}>{own.rubric.title.text}</span>
        </li>
      </ul>
      <p>{words.keptWhere}</p>
      <div className={styles['actions']}>
        <ButtonLink look="main" icon="forward" href="#/rubrics">
          {words.toRubrics}
        </ButtonLink>
        <Button icon="undo" onClick={onUndo}>
          {messages.common.undo}
        </Button>
      </div>
    </section>
  )
}
