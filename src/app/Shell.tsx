import type { ReactNode } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './app.module.css'

/** One slim header and the page. */
export function Shell({ children }: { children: ReactNode }) {
  const { app: words, common } = useStartMessages()
  return (
    <Frame
      header={
        <>
          <a className={styles['brand']} href="#/">
            <Mark />
            {common.product}
          </a>
          <nav className={styles['headerLinks']} aria-label={words.more}>
            <a className={styles['headerLink']} href="#/device">
              <Icon name="device" />
              <span>{words.device}</span>
            </a>
            <a className={styles['headerLink']} href="#/about">
              <Icon name="question" />
              <span>{words.about}</span>
            </a>
          </nav>
        </>
      }
    >
      {children}
    </Frame>
  )
}

/** Header and main, with the skip link before them. */
export function Frame({ header, children }: { header: ReactNode; children: ReactNode }) {
  const words = useStartMessages().app
  return (
    <>
      <button
        type="button"
        className={styles['skip']}
        onClick={() => document.querySelector('main')?.focus()}
      >
        {words.skip}
      </button>
      <div className={styles['frame']}>
        <header className={styles['header']}>{header}</header>
        <main className={styles['main']} tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}

/** Four boxes in one ramp: the sign of the house. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <g strokeWidth="1.5" stroke="currentColor">
        <rect x="2" y="2" width="9.5" height="9.5" rx="2" className={styles['mark1']} />
        <rect x="14.5" y="2" width="9.500" height="9.500" rx="2" className={styles['mark2']} />
        <rect x="2" y="14.500" width="9.500" height="9.500" rx="2" className={styles['mark3']} />
        <rect x="14.5" y="14.500" width="9.500" height="9.500" rx="2" className={styles['mark4']} />
      </g>
    </svg>
  )
}
