import type { Rubric } from '#core/rubric.ts'
import { useStartMessages } from '#messages/messages.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Choice } from '#ui/Choice.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './reflect.module.css'

/** The keys of the rubric screen, and their off switch. */
export function ShortcutsDialog({
  open,
  onClose,
  rubric,
}: {
  open: boolean
  onClose: () => void
  rubric: Rubric
}) {
  const { reflect: words, common } = useStartMessages()
  const { settings } = useStorage()
  const { shortcuts } = useReadable(settings)
  return (
    <Dialog open={open} title={words.shortcuts} close={common.close} onClose={onClose}>
      <dl className={styles['keys']}>
        {words.shortcutList(rubric.itemNoun.one).map(([keys, meaning]) => (
          <div key={keys} className={styles['key']}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Choice
        kind="checkbox"
        label={words.shortcutsOn}
        checked={shortcuts}
        onChange={(event) => settings.set({ shortcuts: event.target.checked })}
      />
    </Dialog>
  )
}
