import { useMessages } from '#messages/messages.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './open.module.css'
import { nameOf } from './reflectionName.ts'
import { useFocus } from './useFocus.ts'
import type { Added } from './useOpening.ts'

const MOST_LINKS = 6

interface Props {
  added: Added
  onUndo: () => void
}

/** What adding did, a way back, and where to go on. */
export function Receipt({ added, onUndo }: Props) {
  const messages = useMessages()
  const words = messages.open
  const { receipt, opened, forgot } = added
  const title = useFocus<HTMLHeadingElement>()
  const { newer, rejectedCount } = opened.copy
  const rubrics = Math.min(opened.own.added.rubrics, receipt.ownRubrics)
  const own = { rubrics, drafts: receipt.drafts }
  const hasOwn = receipt.ownRubrics + receipt.drafts > 0
  const lines = [
    receipt.added > 0 || !hasOwn ? words.receiptAdded(receipt.added) : '',
    hasOwn ? words.receiptOwn(words.ownCounts(own)) : '',
    receipt.same > 0 ? words.receiptSame(receipt.same) : '',
    newer > 0 ? words.receiptNewer(newer) : '',
    receipt.refused > 0 ? words.receiptRefused(receipt.refused) : '',
    rejectedCount > 0 ? words.receiptLeftOut(rejectedCount) : '',
    forgot > 0 ? words.receiptForgot(forgot) : '',
  ].filter((line) => line !== '')
  const shown = opened.preview.reflections.filter(({ deleted }) => !deleted).slice(0, MOST_LINKS)
  return (
    <section className={styles['preview']}>
      <h2 className={styles['heading']} ref={title} tabIndex={-1}>
        {words.receiptTitle}
      </h2>
      <ul className={styles['receipt']}>
        {lines.map((line) => (
          <li key={line}>
            <Icon name="check" />
            {line}
          </li>
        ))}
      </ul>
      <div className={styles['actions']} data-many={shown.length > 1}>
        {shown.map((reflection) => (
          <ButtonLink
            key={reflection.id}
            look={shown.length === 1 ? 'main' : 'plain'}
            icon="forward"
            href={`#/r/${reflection.id}/reflect`}
          >
            <bdi>{words.openReflection(nameOf(reflection, messages))}</bdi>
          </ButtonLink>
        ))}
        {hasOwn && (
          <ButtonLink icon="book" href="#/rubrics">
            {words.toRubrics}
          </ButtonLink>
        )}
        <Button icon="undo" onClick={onUndo}>
          {messages.common.undo}
        </Button>
      </div>
    </section>
  )
}

/** After Undo. */
export function TakenBack({ forgot }: { forgot: number }) {
  const words = useMessages().open
  const title = useFocus<HTMLHeadingElement>()
  return (
    <section className={styles['preview']}>
      <h2 className={styles['heading']} ref={title} tabIndex={-1}>
        {words.undoneTitle}
      </h2>
      <p>{forgot > 0 ? words.undoneButForgotten : words.undone}</p>
    </section>
  )
}
