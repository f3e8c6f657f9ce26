import { useLayoutEffect, useRef } from 'react'
import { useStartMessages } from '#messages/messages.ts'
import { Icon, type IconName } from '#ui/Icon.tsx'
import styles from './app.module.css'
import { STEPS, type Step } from './routes.ts'

const ICONS: Readonly<Record<Step, IconName>> = {
  setup: 'people',
  learn: 'bulb',
  reflect: 'pencil',
  share: 'talk',
  plan: 'flag',
  summary: 'paper',
}

/** The steps, any reachable at any time. Where they do not all fit, the current one is in view. */
export function Rail({ id, step }: { id: string; step: Step }) {
  const words = useStartMessages().app
  const rail = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const current = rail.current?.querySelector<HTMLElement>('[aria-current]')
    if (!rail.current || !current) return
    // By hand: `scrollIntoView` would move the page as well.
    const { offsetLeft, offsetWidth } = current
    rail.current.scrollLeft = offsetLeft - (rail.current.clientWidth - offsetWidth) / 2
  }, [step])
  return (
    <nav className={styles['rail']} aria-label={words.steps} ref={rail}>
      {STEPS.map((name) => (
        <a
          key={name}
          className={styles['step']}
          href={`#/r/${id}/${name}`}
          aria-current={name === step ? 'step' : undefined}
        >
          <Icon name={ICONS[name]} size={18} />
          <span>{words[name]}</span>
        </a>
      ))}
    </nav>
  )
}
