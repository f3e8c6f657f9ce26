import { useEffect, useState, type ReactNode } from 'react'
import { problemText } from '#messages/problemText.ts'
import { useMessages } from '#messages/messages.ts'
import { useReadable, useStorage, useStorageBoot } from '#storage/useStorage.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Mark } from './Shell.tsx'
import styles from './app.module.css'

/** Nothing is shown before storage has answered: what it says decides what may be shown. */
export function Boot({ children }: { children: ReactNode }) {
  const messages = useMessages()
  const boot = useStorageBoot()
  if (boot.kind === 'loading') {
    return (
      <output className={styles['boot']}>
        <Mark />
        {messages.app.opening}
      </output>
    )
  }
  if (boot.kind === 'problem') {
    const text = problemText(boot.problem, messages)
    return (
      <main className={styles['bootPage']}>
        <Page title={text.title} lead={text.sentence}>
          <p>{text.nextStep}</p>
          <p className={styles['choices']}>
            <Button look="main" onClick={() => location.reload()}>
              {messages.common.tryAgain}
            </Button>
          </p>
        </Page>
      </main>
    )
  }
  return (
    <>
      <Appearance />
      <Recovery>{children}</Recovery>
    </>
  )
}

/** Theme and text size from the settings, on the root element. */
function Appearance() {
  const { theme, textSize } = useReadable(useStorage().settings)
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  }, [theme, textSize])
  return null
}

/** An emptied database is never greeted as a first visit while anything remembers more. */
function Recovery({ children }: { children: ReactNode }) {
  const words = useMessages().app
  const { boot } = useStorage()
  const [accepted, setAccepted] = useState(false)
  const isElsewhere = location.hash.startsWith('#/open') || location.hash.startsWith('#/device')
  if (boot.kind !== 'lost' || accepted || isElsewhere) return <>{children}</>
  return (
    <main className={styles['bootPage']}>
      <Page title={words.lostTitle} lead={words.lost(boot.had, boot.has)}>
        <Notice icon="save">
          <p>{words.lostNext}</p>
        </Notice>
        <p className={styles['choices']}>
          <span onClickCapture={() => setAccepted(true)}>
            <ButtonLink look="main" icon="open" href="#/open">
              {words.openFile}
            </ButtonLink>
          </span>
          <Button onClick={() => setAccepted(true)}>{words.lostContinue}</Button>
        </p>
      </Page>
    </main>
  )
}
