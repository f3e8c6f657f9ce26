import { useState, type ReactNode } from 'react'
import { isJsonObject, type Json } from '#core/json.ts'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import type { Problem } from '#core/problem.ts'
import type { RubricDraft } from '#storage/rows.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Hidden } from '#ui/Hidden.tsx'
import { Notice } from '#ui/Notice.tsx'
import { localDay } from '#platform/ids.ts'
import styles from './rubrics.module.css'

interface Props {
  drafts: readonly RubricDraft[]
  /** Rows that follow in the same list. */
  children: ReactNode
}

/** Rubrics that are being written: go on, or throw away and take that back. */
export function DraftRows({ drafts, children }: Props) {
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
      <ul className={styles['rows']}>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} onThrow={() => void throwAway(draft)} />
        ))}
        {children}
      </ul>
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

function DraftRow({ draft, onThrow }: { draft: RubricDraft; onThrow: () => void }) {
  const { library: words, common } = useMessages()
  const { id, content, changedAt } = draft
  const title = titleOf(content) ?? words.untitled
  const changed = words.changed(common.day(localDay(changedAt)), common.time(changedAt))
  return (
    <li className={styles['row']}>
      <a className={styles['rowLink']} href={`#/rubrics/edit/${id}`}>
        <span className={styles['rowTitle']}>{title}</span>
        <span className={styles['rowFacts']}>{words.facts([words.beingWritten, changed])}</span>
      </a>
      <Button look="quiet" icon="trash" onClick={onThrow}>
        {words.throwAway}
        <Hidden>{words.ofDraft(title)}</Hidden>
      </Button>
    </li>
  )
}

/** The title as far as it is written. */
function titleOf(content: Json): string | undefined {
  const title = isJsonObject(content) ? content['title'] : undefined
  const text = isJsonObject(title) ? title['text'] : undefined
  return typeof text === 'string' && text.trim() !== '' ? text : undefined
}
