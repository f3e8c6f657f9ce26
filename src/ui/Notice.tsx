import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

interface Props {
  tone?: 'calm' | 'warn' | 'good'
  icon?: IconName
  title?: string
  children?: ReactNode
  /** Buttons. */
  actions?: ReactNode
  /** Read out at once (`alert`) or when there is a pause (`status`). */
  live?: 'alert' | 'status'
}

/** A few sentences that stand apart, and what can be done about them. */
export function Notice({ tone = 'calm', icon, title, children, actions, live }: Props) {
  return (
    <div className={styles['notice']} data-tone={tone} role={live}>
      {icon && <Icon name={icon} size={24} />}
      <div className={styles['words']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  )
}
