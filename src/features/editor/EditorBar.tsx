import { useEffect } from 'react'
import { useMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useEditor, useFindings, usePart } from './editorContext.ts'
import styles from './editor.module.css'

/** Always in reach: the way back, what happened last, whether it is saved, and what is left to do. */
export function EditorBar() {
  const words = useMessages().editor
  const { editing, ui } = useEditor()
  const { canUndo, canRedo } = useReadable(editing)
  const { told } = useReadable(ui)
  const { todo } = useFindings()
  const part = usePart()
  const { undo, redo } = useUndo()
  return (
    <div className={styles['bar']}>
      <div className={styles['steps']}>
        <Button look="quiet" icon="undo" aria-disabled={!canUndo} onClick={undo}>
          {words.undo}
        </Button>
        <Button look="quiet" aria-disabled={!canRedo} onClick={redo}>
          {words.redo}
        </Button>
        <p className={styles['told']} role="status">
          {told}
        </p>
      </div>
      <div className={styles['state']}>
        <SaveLine />
        {part.kind !== 'check' && (
          <Button
            look={todo.length === 0 ? 'main' : 'plain'}
            onClick={() => {
              ui.go({ kind: 'check' })
              ui.focus('part')
            }}
          >
            {words.toCheck(todo.length)}
          </Button>
        )}
      </div>
    </div>
  )
}

/** One step back or forward, shown where it happened, by button and by Ctrl Z outside of texts. */
function useUndo() {
  const words = useMessages().editor.steps
  const { editing, ui } = useEditor()
  const turn = (way: 'undo' | 'redo') => {
    const step = editing[way]()
    if (!step) return ui.tell(words.nothing[way])
    ui.go(step.part)
    ui.tell(words[way === 'undo' ? 'undone' : 'redone'](step.label))
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndoKey = (event.ctrlKey || event.metaKey) && !event.altKey
      const key = event.key.toLowerCase()
      if (!isUndoKey || (key !== 'z' && key !== 'y') || isText(event.target)) return
      event.preventDefault()
      turn(key === 'y' || event.shiftKey ? 'redo' : 'undo')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  return { undo: () => turn('undo'), redo: () => turn('redo') }
}

/** Texts have an undoing of their own, key by key. */
function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')
  )
}

function SaveLine() {
  const { editor: words, common } = useMessages()
  const { rubricDrafts } = useStorage()
  const state = useReadable(rubricDrafts.saveState)
  const text = {
    saving: words.save.saving,
    unsaved: words.save.unsaved,
    saved:
      state.kind === 'saved' && state.at !== undefined
        ? words.save.saved(common.time(state.at))
        : words.save.savedBefore,
  }[state.kind]
  return (
    <p className={styles['saved']} data-state={state.kind}>
      <Icon name={state.kind === 'unsaved' ? 'alert' : 'check'} size={18} />
      <span>{text}</span>
    </p>
  )
}

/** What is wrong and what to do, as long as something is not on the disk. */
export function UnsavedNotice() {
  const messages = useMessages()
  const { rubricDrafts } = useStorage()
  const state = useReadable(rubricDrafts.saveState)
  if (state.kind !== 'unsaved') return null
  const text = problemText(state.problem, messages)
  return (
    <Notice
      tone="warn"
      icon="alert"
      live="alert"
      title={text.title}
      actions={
        <Button look="main" onClick={() => void rubricDrafts.retry()}>
          {messages.common.tryAgain}
        </Button>
      }
    >
      <p>{text.sentence}</p>
      <p>{text.nextStep}</p>
    </Notice>
  )
}
