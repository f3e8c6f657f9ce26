import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon.tsx'

/** `main`: the one thing to do here. `plain`: anything else. `quiet`: beside text. */
export type ButtonLook = 'main' | 'plain' | 'quiet'

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  look?: ButtonLook
  icon?: IconName
  children: ReactNode
}

export function Button({ look = 'plain', icon, children, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={styles['button']} data-look={look} {...rest}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

interface LinkProps {
  href: string
  look?: ButtonLook
  icon?: IconName
  /** Opens a window of its own. */
  apart?: boolean
  children: ReactNode
}

/** A link that goes somewhere and looks like a button. `href` includes the hash: `#/print`. */
export function ButtonLink({ href, look = 'plain', icon, apart = false, children }: LinkProps) {
  return (
    <a
      href={href}
      className={styles['button']}
      data-look={look}
      {...(apart && { target: '_blank', rel: 'noreferrer' })}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}
