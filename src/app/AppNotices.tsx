import { useEffect, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { invariant } from '#core/assert.ts'
import { useStartMessages } from '#messages/messages.ts'
import { pwa } from '#pwa/register.ts'
import { UpdateNotice } from '#pwa/UpdateNotice.tsx'
import { useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import styles from './app.module.css'
import { parseRoute } from './routes.ts'

/** What a page that died had not brought to disk, and this one has: said once. */
function Recovered() {
  const { app: words, common } = useStartMessages()
  const { recovered } = useStorage().boot
  const [isRead, setRead] = useState(false)
  if (recovered === 0 || isRead) return null
  return (
    <Notice
      live="status"
      tone="good"
      icon="check"
      actions={
        <Button look="quiet" onClick={() => setRead(true)}>
          {common.done}
        </Button>
      }
    >
      <p>{words.recovered(recovered)}</p>
    </Notice>
  )
}

/** What floats above the page: offline readiness and updates. Nothing reloads before drafts are saved. */
export function AppNotices() {
  const storage = useStorage()
  const { page } = parseRoute(useHashLocation()[0])
  useEffect(
    () =>
      pwa.flushWith(async () => {
        await storage.flushDrafts()
        // The update is then told as failed, and can be asked for again.
        invariant(!storage.hasUnsaved(), 'everything is on disk before the page is loaded anew')
      }),
    [storage],
  )
  return (
    <div className={styles['notices']}>
      <Recovered />
      <UpdateNotice inReflection={page === 'reflection'} tellsReadiness={page === 'home'} />
    </div>
  )
}
