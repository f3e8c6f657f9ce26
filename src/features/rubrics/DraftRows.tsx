import { useState } from 'react'
import { isJsonObject, type Json } from '#core/json.ts'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import type { Problem } from '#core/problem.ts'
import type { RubricDraft } from '#storage/rows.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Notice } from '#ui/Notice.tsx'
import { localDay } from './localDay.ts'
import styles from './rubrics.module.css'

/** Rubrics that are being written: go on, or throw away and take that back. */
export function DraftRows({ drafts }: { drafts: readonly RubricDraft[] }) {
  const messages = useMessages()
  const { library: words, common } = messages
  const { rubricDrafts } = useStorage()
  const [thrown, setThrown] = useState<RubricDraft>()
  const [problem, setProblem] = useState<Problem>()
  const throwAway = async (draft: RubricDraft) => {
    const done = await rubricDrafts.remove(draft.id)
    setProblem(done.ok ? undefined : done.problem)
    if (done.ok) setThrown(draft)
  }
  const bringBack = (draft: RubricDraft) => {
    rubricDrafts.save(draft)
    void rubricDrafts.flush()
    setThrown(undefined)
  }
  const trouble = problem && problemText(problem, messages)
  return (
    <>
      {drafts.length > 0 && (
        <ul className={styles['rows']}>
          {drafts.map((draft) => (
            <li key={draft.id} className={styles['row']}>
              <a className={styles['rowLink']} href={`#/rubrics/edit/${draft.id}`}>
                <span className={styles['rowTitle']}>
                  {titleOf(draft.content) ?? words.untitled}
                </span>
                <span className={styles['rowFacts']}>
                  <strong>{words.beingWritten}</strong>
                  {` · ${words.changed(common.day(localDay(draft.changedAt)), common.time(draft.changedAt))}`}
                </span>
              </a>
              <Button look="quiet" icon="trash" onClick={() => void throwAway(draft)}>
                {words.throwAway}
                <Hidden>{words.ofDraft(titleOf(draft.content) ?? words.untitled)}</Hidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {trouble && (
        <Notice tone="warn" icon="alert" live="alert" title={trouble.title}>
          <p>{trouble.nextStep}</p>
        </Notice>
      )}
      {thrown && (
        <Notice
          live="status"
          icon="trash"
          actions={
            <Button icon="undo" onClick={() => bringBack(thrown)}>
              {common.undo}
            </Button>
          }
        >
          <p>{words.thrownAway(titleOf(thrown.content) ?? words.untitled)}</p>
        </Notice>
      )}
    </>
  )
}

/** The title as far as it is written. */
function titleOf(content: Json): string | undefined {
  const title = isJsonObject(content) ? content['title'] : undefined
  const text = isJsonObject(title) ? title['text'] : undefined
  return typeof text === 'string' && text.trim() !== '' ? text : undefined
}
