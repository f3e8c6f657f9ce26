import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './app.module.css'

/** Says that the entries are safe, then offers a copy, then loads again. Never wipes anything. */
export function ErrorScreen({ error }: { error: unknown }) {
  const words = useMessages().app
  return (
    <main className={styles['bootPage']} role="alert">
      <Page title={words.crashTitle} lead={words.crash}>
        <p className={styles['choices']}>
          <Button look="main" onClick={() => location.reload()}>
            {words.crashReload}
          </Button>
        </p>
        <details>
          <summary>{words.crashDetail}</summary>
          <pre className={styles['detail']}>
            {error instanceof Error ? (error.stack ?? error.message) : String(error)}
          </pre>
        </details>
      </Page>
    </main>
  )
}
