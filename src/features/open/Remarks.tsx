import { useMessages, type Messages } from '#messages/messages.ts'
import type { Copy } from '#exchange/copyFormat.ts'
import type { CopyPreview } from '#exchange/preview.ts'
import { Notice } from '#ui/Notice.tsx'
import styles from './open.module.css'
import type { OpenedCopy } from './openCopy.ts'
import { nameOf } from './reflectionName.ts'

/** What a person should know of a file before adding it: damage, lines left out, people to forget. */
export function Remarks({ opened }: { opened: OpenedCopy }) {
  const messages = useMessages()
  const words = messages.open
  const { copy, preview } = opened
  const lacking = preview.reflections.filter(({ lacksRubric }) => lacksRubric)
  return (
    <>
      {copy.erases > 0 && (
        <Notice tone="warn" icon="person" title={words.erases(copy.erases)}>
          <p>{whoIsForgotten(preview, messages)}</p>
        </Notice>
      )}
      <EndingNotice copy={copy} />
      {copy.rejectedCount > 0 && <RejectedLines copy={copy} />}
      {copy.newer > 0 && <p className={styles['quiet']}>{words.newer(copy.newer)}</p>}
      {lacking.map((reflection) => (
        <p className={styles['quiet']} key={reflection.id}>
          {words.lacksRubric(nameOf(reflection, messages))}
        </p>
      ))}
      {copy.recoded && <p className={styles['quiet']}>{words.recoded}</p>}
      {!copy.header && <p className={styles['quiet']}>{words.headerless}</p>}
    </>
  )
}

function EndingNotice({ copy }: { copy: Copy }) {
  const words = useMessages().open
  const found = copy.changes.length
  const expected = copy.header?.changes
  if (copy.ending === 'intact') return null
  if (copy.ending === 'different') {
    return (
      <Notice tone="warn" icon="alert" title={words.differentTitle}>
        <p>{words.different}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warn" icon="alert" title={words.truncatedTitle}>
      <p>
        {expected !== undefined && expected > found
          ? words.truncatedOf(found, expected)
          : words.truncated(found)}
      </p>
    </Notice>
  )
}

function RejectedLines({ copy }: { copy: Copy }) {
  const words = useMessages().open
  const more = copy.rejectedCount - copy.rejected.length
  return (
    <Notice tone="warn" icon="alert" title={words.rejectedTitle(copy.rejectedCount)}>
      <details>
        <summary className={styles['summary']}>{words.rejectedShow}</summary>
        <ul className={styles['lines']}>
          {copy.rejected.map(({ line, why }) => (
            <li key={line}>{words.rejectedLine(line, words.whyRejected[why])}</li>
          ))}
        </ul>
        {more > 0 && <p>{words.rejectedMore(more)}</p>}
      </details>
    </Notice>
  )
}

function whoIsForgotten(preview: CopyPreview, { open: words, common }: Messages): string {
  if (preview.forgets.length === 0) return words.erasesNobody
  const initials = preview.forgets.map((person) => person.initials || words.erasesUnnamed)
  return words.erasesHere(common.list(initials))
}
