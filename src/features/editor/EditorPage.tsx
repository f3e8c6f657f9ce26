import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Json } from '#core/json.ts'
import type { Rubric } from '#core/rubric.ts'
import { readRubricDraft } from '#core/rubricDraft.ts'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import type { RubricDraft } from '#storage/rows.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { ButtonLink } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import { useLoaded } from '#ui/useLoaded.ts'
import { useTitleFocus } from '#ui/useTitleFocus.ts'
import { CheckPart } from './CheckPart.tsx'
import { createEditing } from './editing.ts'
import { EditorBar, UnsavedNotice } from './EditorBar.tsx'
import {
  EditorProvider,
  FindingsProvider,
  useDraft,
  useEditor,
  usePart,
  type Editor,
} from './editorContext.ts'
import styles from './editor.module.css'
import { createEditorUi } from './editorUi.ts'
import { findingsOf } from './findings.ts'
import { openDraft, type DraftOpening, type OpenedDraft } from './openDraft.ts'
import { Outline } from './Outline.tsx'
import { PartForm } from './PartForm.tsx'
import { partName } from './places.ts'
import { usedIn, usedTogether } from './usedIds.ts'
import { useQuiet } from './useQuiet.ts'

/** Writes a rubric: a draft of this device, under the hands of somebody who is no programmer. */
export function EditorPage({ draftId }: { draftId: string }) {
  const messages = useMessages()
  const words = messages.editor
  const storage = useStorage()
  const load = useCallback((id: string) => openDraft(storage, id, messages), [storage, messages])
  const opening = useLoaded(draftId, load)
  if (!opening) return <output className={styles['waiting']}>{words.opening}</output>
  if (opening.kind === 'ready') return <Writing key={draftId} opened={opening.opened} />
  return <NoDraft opening={opening} />
}

function NoDraft({ opening }: { opening: Exclude<DraftOpening, { kind: 'ready' }> }) {
  const messages = useMessages()
  const words = messages.editor
  const lead = {
    missing: () => words.missing,
    unreadable: () => words.unreadable,
    problem: () =>
      opening.kind === 'problem' ? problemText(opening.problem, messages).sentence : '',
  }[opening.kind]()
  return (
    <Page title={words.title} lead={lead}>
      <p>
        <ButtonLink look="main" icon="back" href="#/rubrics">
          {words.allRubrics}
        </ButtonLink>
      </p>
    </Page>
  )
}

function Writing({ opened }: { opened: OpenedDraft }) {
  const editor = useWriting(opened)
  return (
    <EditorProvider value={editor}>
      <Found opened={opened} />
    </EditorProvider>
  )
}

/** The draft under the hands of this page: kept with every change, and followed in other tabs. */
function useWriting(opened: OpenedDraft): Editor {
  const { rubricDrafts } = useStorage()
  const words = useMessages().editor
  const [used, setUsed] = useState(opened.used)
  const [desk] = useState(() => {
    let from = opened.from
    let base = opened.base
    const save = (rubric: Rubric) =>
      // Safe: a draft is plain JSON.
      rubricDrafts.save({ id: opened.id, content: rubric as unknown as Json, from })
    const editing = createEditing(opened.draft, save)
    return {
      draftId: opened.id,
      editing,
      ui: createEditorUi(opened.id),
      before: opened.before,
      otherIds: opened.otherIds,
      base: () => base,
      isIdFixed: () => from?.id === editing.get().rubric.id,
      onKept(rubric: Rubric, hash: string) {
        from = { id: rubric.id, hash }
        base = rubric
        save(editing.get().rubric)
        setUsed((before) => usedTogether(before, usedIn([rubric])))
      },
    }
  })
  const editor: Editor = useMemo(() => ({ ...desk, used }), [desk, used])
  useEffect(() => {
    const stop = rubricDrafts.subscribe((id, where) => {
      if (id !== opened.id || where !== 'elsewhere') return
      void rubricDrafts
        .open(id)
        .then((stored) =>
          adopt(editor, stored.ok ? stored.value : undefined, words.steps.elsewhere),
        )
    })
    return () => {
      stop()
      void rubricDrafts.flush()
    }
  }, [rubricDrafts, opened, editor, words])
  return editor
}

function adopt(editor: Editor, stored: RubricDraft | undefined, label: string): void {
  const draft = stored && readRubricDraft(stored.content)
  if (!draft) return
  editor.editing.adopt({ label, part: editor.ui.get().part }, draft)
  editor.ui.tell(label)
}

/** Looks the draft over in the pauses, so that typing never waits for it. */
function Found({ opened }: { opened: OpenedDraft }) {
  const words = useMessages().editor
  const draft = useQuiet(useEditor().editing)
  const { before, otherIds } = opened
  const findings = useMemo(
    () => findingsOf(draft, { before, otherIds }, words),
    [draft, before, otherIds, words],
  )
  return (
    <FindingsProvider value={findings}>
      <Desk />
    </FindingsProvider>
  )
}

function Desk() {
  const words = useMessages().editor
  const { editing, ui, before } = useEditor()
  const { revision, rubric } = useReadable(editing)
  const part = usePart()
  const heading = useTitleFocus(words.title)
  // Draws of any part may be what the focus waited for.
  useEffect(() => ui.settle())
  return (
    <div className={styles['desk']}>
      <header className={styles['head']}>
        <a className={styles['back']} href="#/rubrics">
          {words.allRubrics}
        </a>
        <h1 className={styles['title']} tabIndex={-1} ref={heading}>
          {rubric.title.text === '' ? words.untitled : <bdi>{rubric.title.text}</bdi>}
        </h1>
        <p className={styles['soft']}>
          {before ? words.copyOf(before.title.text, before.version) : words.fromNothing}
        </p>
      </header>
      <EditorBar />
      <UnsavedNotice />
      <div className={styles['columns']}>
        <Outline />
        <section className={styles['sheet']} aria-labelledby="editor-part">
          <PartHeading />
          {part.kind === 'check' ? (
            <CheckPart />
          ) : (
            <PartForm key={`${partName(part)} ${revision}`} part={part} />
          )}
        </section>
      </div>
    </div>
  )
}

function PartHeading() {
  const words = useMessages().editor
  const { sections } = useDraft()
  const part = usePart()
  const section = sections.find(({ id }) => part.kind === 'section' && part.id === id)
  return (
    <h2 className={styles['partTitle']} id="editor-part" tabIndex={-1} data-focus="part">
      {part.kind === 'section'
        ? words.sections.heading(section?.number ?? '')
        : words.parts[part.kind]}
    </h2>
  )
}
