import { useState } from 'react'
import { assertNever } from '#core/assert.ts'
import { useMessages, type Messages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import styles from './device.module.css'

/** Whether the app can start here without a network. */
export type OfflineAnswer =
  | { readonly kind: 'unknown' | 'ready' | 'failed' | 'unavailable' }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }

/** Says "ready" only after every part of the app was found on this device. */
export function OfflineCheck({ verifyOffline }: { verifyOffline: () => Promise<OfflineAnswer> }) {
  const messages = useMessages()
  const words = messages.device
  const [answer, setAnswer] = useState<OfflineAnswer | 'checking'>({ kind: 'unknown' })
  async function check() {
    setAnswer('checking')
    setAnswer(await verifyOffline())
  }
  return (
    <>
      <output className={styles['reading']}>
        {answer === 'checking' ? words.checking : sentenceOf(answer, messages)}
      </output>
      <div className={styles['actions']}>
        <Button onClick={() => void check()}>{words.checkOffline}</Button>
      </div>
    </>
  )
}

function sentenceOf(answer: OfflineAnswer, { device: words }: Messages): string {
  switch (answer.kind) {
    case 'unknown':
      return words.offlineUnknown
    case 'ready':
      return words.offlineReady
    case 'incomplete':
      return words.offlineIncomplete(answer.missing.length)
    case 'failed':
      return words.offlineFailed
    case 'unavailable':
      return words.offlineUnavailable
    default:
      return assertNever(answer)
  }
}
