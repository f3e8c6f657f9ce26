import type { RefObject } from 'react'
import type { Mode } from '#core/reflection.ts'
import { mayShareScreen, type Rubric } from '#core/rubric.ts'
import { useMessages } from '#messages/messages.ts'
import styles from './learn.module.css'

interface Props {
  /** Where the parts of the page stand. */
  body: RefObject<HTMLDivElement | null>
  rubric: Rubric | undefined
  mode: Mode
}

/** Where to go on the page, for whoever is in a hurry: the address is the place in the app, so buttons. */
export function Contents({ body, rubric, mode }: Props) {
  const { learn: words } = useMessages()
  const voice = words.voices[mode]
  const isHub = rubric?.family === 'hub-leadership'
  const titles = [
    ...(rubric ? [isHub ? words.domainHub : words.domain, words.how] : []),
    voice.practice,
    ...(mayShareScreen(rubric?.family, 'hub-leadership') ? [voice.domains] : []),
    words.hub,
  ]
  const go = (title: string) => {
    const heading = [...(body.current?.querySelectorAll('h2') ?? [])].find(
      ({ textContent }) => textContent === title,
    )
    if (!heading) return
    heading.tabIndex = -1
    heading.scrollIntoView({ block: 'start' })
    heading.focus({ preventScroll: true })
  }
  return (
    <nav aria-label={words.contents}>
      <ul className={styles['jumps']}>
        {titles.map((title) => (
          <li key={title}>
            <button type="button" className={styles['jump']} onClick={() => go(title)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
