import { problemText } from '#messages/problemText.ts'
import { useStartMessages } from '#messages/messages.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './app.module.css'

/**
 * The permanent word on where the entries are: saving, saved and when, or not saved. Room for the
 * longest is kept, so that no mark moves the steps beside it.
 */
export function SaveStateLine({ store }: { store: ReflectionStore }) {
  const { app: words, common } = useStartMessages()
  const state = useStore(store, (from) => from.saveState())
  const at = state.kind === 'saved' ? state.at : undefined
  const long = {
    saving: words.saving,
    saved: at === undefined ? words.savedBefore : words.saved(common.time(at)),
    unsaved: words.unsaved,
  }[state.kind]
  const short = {
    saving: words.saving,
    saved: at === undefined ? words.savedBeforeShort : words.savedShort(common.time(at)),
    unsaved: words.unsavedShort,
  }[state.kind]
  return (
    <p className={styles['saved']} data-state={state.kind}>
      <Icon name={state.kind === 'unsaved' ? 'alert' : 'check'} size={18} />
      <span className={styles['long']} data-room={words.saved(common.widestTime)}>
        {long}
      </span>
      <span
        className={styles['short']}
        data-room={words.savedShort(common.widestTime)}
        aria-hidden="true"
      >
        {short}
      </span>
    </p>
  )
}

/** What is wrong and what to do, as long as something is not on the disk. */
export function UnsavedBar({ store }: { store: ReflectionStore }) {
  const messages = useStartMessages()
  const state = useStore(store, (from) => from.saveState())
  if (state.kind !== 'unsaved') return null
  const text = problemText(state.problem, messages)
  return (
    <div className={styles['bar']}>
      <Notice
        tone="warn"
        icon="alert"
        live="alert"
        title={text.title}
        actions={
          <>
            <Button look="main" onClick={() => void store.retry()}>
              {messages.common.tryAgain}
            </Button>
            <ButtonLink icon="save" href="#/device">
              {messages.app.device}
            </ButtonLink>
          </>
        }
      >
        <p>{text.sentence}</p>
        <p>{text.nextStep}</p>
        <p>{messages.app.unsavedKeep}</p>
      </Notice>
    </div>
  )
}
