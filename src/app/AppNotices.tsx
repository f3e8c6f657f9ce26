import { useEffect } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { pwa } from '#pwa/register.ts'
import { UpdateNotice } from '#pwa/UpdateNotice.tsx'
import { useStorage } from '#storage/useStorage.ts'
import styles from './app.module.css'
import { parseRoute } from './routes.ts'

/** What floats above the page: offline readiness and updates. Nothing reloads before drafts are saved. */
export function AppNotices() {
  const storage = useStorage()
  const { page } = parseRoute(useHashLocation()[0])
  useEffect(() => pwa.flushWith(() => storage.flushDrafts()), [storage])
  return (
    <div className={styles['notices']}>
      <UpdateNotice inReflection={page === 'reflection'} tellsReadiness={page === 'home'} />
    </div>
  )
}
