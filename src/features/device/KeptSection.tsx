import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import { isSafariTab } from '#platform/safariTab.ts'
import { useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './device.module.css'
import { formatBytes } from './formatBytes.ts'
import { usePersistence } from './usePersistence.ts'

/** Where entries are kept, and what the browser has promised about them: no more than it has. */
export function KeptSection() {
  const messages = useMessages()
  const words = messages.device
  const problem = useReadable(useStorage().problem)
  const { answer, room, wasAsked, ask } = usePersistence()
  if (problem) {
    const text = problemText(problem, messages)
    return (
      <Notice tone="warn" icon="alert" title={text.title}>
        <p>{text.sentence}</p>
        <p>{text.nextStep}</p>
      </Notice>
    )
  }
  return (
    <>
      <p className={styles['reading']}>{words.kept}</p>
      {isSafariTab() && (
        <Notice tone="warn" icon="alert" title={words.safariTitle}>
          <p>{words.safari}</p>
        </Notice>
      )}
      <p className={styles['reading']}>{words[answer]}</p>
      {answer !== 'granted' && (
        <div className={styles['actions']}>
          <Button onClick={ask}>{words.ask}</Button>
          <output className={styles['quiet']}>{wasAsked ? words.askedAgain : ''}</output>
        </div>
      )}
      {room && (
        <p className={styles['quiet']}>
          {words.room(formatBytes(room.used), formatBytes(room.quota))}
        </p>
      )}
    </>
  )
}
