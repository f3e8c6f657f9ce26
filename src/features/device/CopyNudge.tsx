import { useState } from 'react'
import { useMessages } from '#messages/messages.ts'
import { now } from '#platform/ids.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { copyTitle } from './copyTitle.ts'
import styles from './device.module.css'
import { ENTRIES_BEFORE_NUDGE, isCopyDue } from './nudge.ts'
import { SavedNotice } from './SavedNotice.tsx'
import { useCopyAge } from './useCopyAge.ts'
import { useSaveCopy } from './useSaveCopy.ts'
import { whenOf } from './whenOf.ts'

/** A quiet word, below the page, when much was entered and no copy is outside of the browser. */
export function CopyNudge({ store }: { store: ReflectionStore }) {
  const messages = useMessages()
  const words = messages.device
  const reflection = useStore(store, (from) => from.reflection())
  const rubrics = useStore(store, (from) => from.rubrics())
  const { last, entries, since } = useCopyAge(store)
  const { saving, save, rest } = useSaveCopy()
  /** Entries when it was put off: it comes back after as many again. */
  const [putOff, setPutOff] = useState<number>()
  const isPutOff = putOff !== undefined && entries < putOff + ENTRIES_BEFORE_NUDGE
  const isDue = !reflection.sample && !isPutOff && isCopyDue({ entries, since, now: now() })
  if (saving.kind === 'done' || saving.kind === 'problem') {
    return (
      <aside className={styles['nudge']}>
        <SavedNotice saving={saving} />
        <div>
          <Button look="quiet" onClick={rest}>
            {messages.common.done}
          </Button>
        </div>
      </aside>
    )
  }
  if (!isDue) return null
  const titles = rubrics.map(({ rubric }) => rubric.shortTitle)
  return (
    <aside className={styles['nudge']}>
      <Notice
        icon="save"
        title={words.nudgeTitle}
        actions={
          <>
            <Button
              icon="save"
              onClick={() =>
                save({ reflectionId: store.id, title: copyTitle(reflection, titles, messages) })
              }
            >
              {saving.kind === 'saving' ? words.saving : words.saveCopy}
            </Button>
            <Button look="quiet" onClick={() => setPutOff(entries)}>
              {words.later}
            </Button>
          </>
        }
      >
        <p>
          {last
            ? words.nudgeSince(entries, whenOf(last.at, now(), messages))
            : words.nudgeNever(entries)}
        </p>
      </Notice>
    </aside>
  )
}
