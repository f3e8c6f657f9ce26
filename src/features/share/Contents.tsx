import { useMessages } from '#messages/messages.ts'
import styles from './share.module.css'
import type { Anchor } from './shareProps.ts'

/** The parts of the page, a tap away. Buttons: the address of this app names pages, not places. */
export function Contents({
  parts,
}: {
  parts: readonly { readonly anchor: Anchor; readonly name: string }[]
}) {
  const { share: words } = useMessages()
  const go = (anchor: Anchor) => {
    const part = document.getElementById(anchor)
    part?.scrollIntoView()
    part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }
  return (
    <nav className={styles['contents']} aria-label={words.contents}>
      <p className={styles['contentsTitle']} aria-hidden="true">
        {words.contents}
      </p>
      <ul className={styles['contentsList']}>
        {parts.map(({ anchor, name }) => (
          <li key={anchor}>
            <button type="button" className={styles['jump']} onClick={() => go(anchor)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
