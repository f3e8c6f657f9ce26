import { useState, type ReactNode } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStartMessages } from '#messages/messages.ts'
import { useStorage } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './app.module.css'
import { parseRoute } from './routes.ts'

/** An emptied database is never greeted as a first visit while anything remembers more. */
export function Recovery({ children }: { children: ReactNode }) {
  const words = useStartMessages().app
  const storage = useStorage()
  const [path] = useHashLocation()
  const [isAccepted, setAccepted] = useState(false)
  const { boot } = storage
  // Opening a copy is the way out, so it must be reachable; so must a look at what is stored.
  const { page } = parseRoute(path)
  if (
    boot.kind !== 'lost' ||
    !storage.isMissing() ||
    isAccepted ||
    page === 'open' ||
    page === 'device'
  )
    return children
  return (
    <main className={styles['bootPage']}>
      <Page title={words.lostTitle} lead={words.lost(boot.had, boot.has)}>
        <Notice icon="save">
          <p>{words.lostNext}</p>
        </Notice>
        <p className={styles['choices']}>
          <ButtonLink look="main" icon="open" href="#/open">
            {words.openFile}
          </ButtonLink>
          <Button
            onClick={() => {
              setAccepted(true)
              void storage.acceptLoss()
            }}
          >
            {words.lostContinue}
          </Button>
        </p>
      </Page>
    </main>
  )
}
