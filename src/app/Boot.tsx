import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import type { StorageProblem } from '#core/problem.ts'
import { useStartMessages } from '#messages/messages.ts'
import { problemText } from '#messages/problemText.ts'
import { earlySettings, openMemoryStorage, openStorage, type Storage } from '#storage/storage.ts'
import type { Settings } from '#storage/settings.ts'
import { StorageProvider, useReadable, useStorage } from '#storage/useStorage.ts'
import { Button } from '#ui/Button.tsx'
import { Page } from '#ui/Page.tsx'
import styles from './app.module.css'
import { Recovery } from './Recovery.tsx'
import { Mark } from './Shell.tsx'

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: StorageProblem }
  | { readonly kind: 'ready'; readonly storage: Storage }

/** Nothing is shown before storage has answered: what it says decides what may be shown. */
export function Boot({ children }: { children: ReactNode }) {
  const words = useStartMessages().app
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    let isOver = false
    void opening.then((result) => {
      if (isOver) return
      setOpened(
        result.ok
          ? { kind: 'ready', storage: result.value }
          : { kind: 'problem', problem: result.problem },
      )
    })
    return () => {
      isOver = true
    }
  }, [])
  switch (opened.kind) {
    case 'opening':
      return (
        <output className={styles['boot']}>
          <Appearance {...EARLY} />
          <Mark />
          {words.opening}
        </output>
      )
    case 'problem':
      return (
        <OpeningProblem
          problem={opened.problem}
          onGoOn={(storage) => setOpened({ kind: 'ready', storage })}
        />
      )
    case 'ready':
      return (
        <StorageProvider value={opened.storage}>
          <StoredAppearance />
          <Recovery>{children}</Recovery>
        </StorageProvider>
      )
  }
}

// Once per page, before React: the database is opening while the first frame is drawn.
const opening = openStorage()
const EARLY = earlySettings()

/** Storage does not answer: what is wrong, what to do, and a way to work without it. */
function OpeningProblem({
  problem,
  onGoOn,
}: {
  problem: StorageProblem
  onGoOn: (storage: Storage) => void
}) {
  const messages = useStartMessages()
  const text = problemText(problem, messages)
  return (
    <main className={styles['bootPage']}>
      <Page title={text.title} lead={text.sentence}>
        <p>{text.nextStep}</p>
        <p className={styles['choices']}>
          <Button look="main" onClick={() => location.reload()}>
            {messages.common.tryAgain}
          </Button>
          <Button onClick={() => void openMemoryStorage(problem).then(onGoOn)}>
            {messages.app.memoryGoOn}
          </Button>
        </p>
        <p>{messages.app.memoryHint}</p>
      </Page>
    </main>
  )
}

function StoredAppearance() {
  return <Appearance {...useReadable(useStorage().settings)} />
}

/** Theme and text size on the root element, before the frame is painted. */
function Appearance({ theme, textSize }: Pick<Settings, 'theme' | 'textSize'>) {
  useLayoutEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  }, [theme, textSize])
  return null
}
