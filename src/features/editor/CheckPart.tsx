import { useState } from 'react'
import type { Problem } from '#core/problem.ts'
import type { Rubric } from '#core/rubric.ts'
import { compareVersions } from '#core/rubricVersion.ts'
import { judgeDraft } from '#core/rubricDraft.ts'
import { rubricToJson } from '#core/rubricJson.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { saveFile } from '#platform/saveFile.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useDraft, useEditor, useFindings, usePart } from './editorContext.ts'
import styles from './editor.module.css'
import { FindingList } from './FindingList.tsx'
import { PrintedPage } from './PrintedPage.tsx'
import { proposeVersion, type Proposal } from './versions.ts'

/** What is left to do, what could be better, and what can be done with a rubric that is done. */
export function CheckPart() {
  const words = useMessages().editor.check
  const { base } = useEditor()
  const { rubric, todo, thoughts } = useFindings()
  const draft = useDraft()
  const proposal = proposeVersion(draft, base())
  return (
    <div className={styles['form']}>
      <section className={styles['block']}>
        <h3 className={styles['heading']}>{words.todo(todo.length)}</h3>
        {todo.length === 0 ? (
          <p>{words.nothingToDo}</p>
        ) : (
          <>
            <p className={styles['soft']}>{words.todoHint}</p>
            <FindingList findings={todo} />
          </>
        )}
      </section>
      <section className={styles['block']}>
        <h3 className={styles['heading']}>{words.use}</h3>
        <VersionField proposal={proposal} />
        <Use isReady={rubric !== undefined} version={proposal.version} />
      </section>
      <PrintedPage rubric={rubric} />
      {thoughts.length > 0 && (
        <section className={styles['block']}>
          <h3 className={styles['heading']}>{words.thoughts(thoughts.length)}</h3>
          <p className={styles['soft']}>{words.thoughtsHint}</p>
          <FindingList findings={thoughts} />
        </section>
      )}
    </div>
  )
}

/** The version that is proposed, why, and another one for those who know better. */
function VersionField({ proposal }: { proposal: Proposal }) {
  const words = useMessages().editor.check
  const { editing, base } = useEditor()
  const part = usePart()
  const [typed, setTyped] = useState<string>()
  const since = base()?.version
  const isVersion = (text: string) => /^\d+\.\d+\.\d+$/.test(text)
  const isLater = (text: string) => since === undefined || compareVersions(text, since) > 0
  const error = () => {
    if (typed === undefined || typed === proposal.version) return undefined
    if (!isVersion(typed)) return words.noVersion
    return isLater(typed) ? undefined : words.oldVersion(since ?? '')
  }
  return (
    <TextField
      label={words.version}
      hint={reasonOf(proposal, words)}
      width="short"
      inputMode="decimal"
      value={typed ?? proposal.version}
      error={error()}
      onChange={(event) => {
        const version = event.target.value.trim()
        setTyped(version)
        if (!isVersion(version) || !isLater(version)) return
        editing.change({ label: words.version, part }, (draft) => ({ ...draft, version }))
      }}
      onBlur={() => {
        if (error() === undefined) setTyped(undefined)
      }}
    />
  )
}

type Words = ReturnType<typeof useMessages>['editor']['check']

function reasonOf({ reason, version }: Proposal, words: Words): string {
  switch (reason.kind) {
    case 'first':
      return words.firstVersion
    case 'same':
      return words.sameVersion(reason.since)
    case 'words':
      return words.wordsVersion(version, reason.since)
    case 'items':
      return words.itemsVersion(version, reason)
  }
}

type Done =
  | { readonly kind: 'kept'; readonly rubric: Rubric }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Keeps the rubric on this device, or hands it out as a file. */
function Use({ isReady, version }: { isReady: boolean; version: string }) {
  const messages = useMessages()
  const words = messages.editor.check
  const storage = useStorage()
  const { editing, onKept } = useEditor()
  const part = usePart()
  const [done, setDone] = useState<Done>()
  /** What is given away is judged anew, and has the version that the next one is counted from. */
  const settle = (): Rubric | undefined => {
    const judged = judgeDraft({ ...editing.get().rubric, version })
    if (!judged.ok) return undefined
    editing.change({ label: words.version, part }, (draft) => ({ ...draft, version }))
    return judged.value
  }
  const keep = async () => {
    const rubric = settle()
    if (!rubric) return
    const kept = await storage.keepRubric(rubric, 'editor')
    if (kept.ok) onKept(rubric, kept.value.hash)
    setDone(kept.ok ? { kind: 'kept', rubric } : { kind: 'failed', problem: kept.problem })
  }
  const exportFile = async () => {
    const rubric = settle()
    if (!rubric) return
    const name = `${rubric.id}.json`
    const saved = await saveFile({ name, type: 'application/json', text: rubricToJson(rubric) })
    if (!saved.ok) setDone({ kind: 'failed', problem: saved.problem })
    else setDone(saved.value === 'cancelled' ? undefined : { kind: 'saved', name })
  }
  return (
    <>
      <div className={styles['uses']}>
        <Button look="main" icon="device" disabled={!isReady} onClick={() => void keep()}>
          {words.keep}
        </Button>
        <Button icon="save" disabled={!isReady} onClick={() => void exportFile()}>
          {words.export}
        </Button>
      </div>
      <p className={styles['soft']}>{isReady ? words.useHint : words.notYet}</p>
      <div role="status">{done && <Outcome done={done} />}</div>
    </>
  )
}

function Outcome({ done }: { done: Done }) {
  const messages = useMessages()
  const words = messages.editor.check
  if (done.kind === 'failed') {
    const text = problemText(done.problem, messages)
    return (
      <Notice tone="warn" icon="alert" title={text.title}>
        <p>{text.sentence}</p>
        <p>{text.nextStep}</p>
      </Notice>
    )
  }
  if (done.kind === 'saved') {
    return (
      <Notice tone="good" icon="check" title={words.exported}>
        <p>{words.exportedText(done.name)}</p>
      </Notice>
    )
  }
  return (
    <Notice
      tone="good"
      icon="check"
      title={words.kept(done.rubric.version)}
      actions={
        <>
          <ButtonLink href="#/new/team">{words.reflect}</ButtonLink>
          <ButtonLink look="quiet" href="#/rubrics">
            {messages.editor.allRubrics}
          </ButtonLink>
        </>
      }
    >
      <p>{words.keptText}</p>
    </Notice>
  )
}
