import { useStartMessages } from '#messages/messages.ts'
import styles from './agreed.module.css'

/** What the team agrees on: an outlined word, so that it is never taken for a person's initials. */
export function WeTag() {
  const words = useStartMessages().reflect
  return <span className={styles['we']}>{words.we}</span>
}
