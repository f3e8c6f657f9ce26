import { Suspense } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './app.module.css'
import { lazyPage } from './lazyPage.ts'

const SaveCopyButton = lazyPage(
  async () => (await import('#features/device/SaveCopyButton.tsx')).SaveCopyButton,
)

interface Props {
  error: unknown
  canSaveCopy: boolean
}

/** Says that the entries are safe, then offers a copy, then loads again. Never wipes anything. */
export function ErrorScreen({ error, canSaveCopy }: Props) {
  const { app: words, common } = useStartMessages()
  return (
    <main className={styles['bootPage']} role="alert">
      <Page title={words.crashTitle} lead={words.crash}>
        <div className={styles['choices']}>
          <Button look="main" onClick={() => location.reload()}>
            {words.crashReload}
          </Button>
          {canSaveCopy && (
            <Suspense fallback={null}>
              <SaveCopyButton wish={{ reflectionId: undefined, title: common.product }}>
                {words.crashSave}
              </SaveCopyButton>
            </Suspense>
          )}
        </div>
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
