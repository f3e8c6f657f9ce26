import { useState, type ReactNode } from 'react'
import { useMessages } from '#messages/messages.ts'
import { Button } from '#ui/Button.tsx'
import styles from './summary.module.css'

interface Props {
  /** Lines of the list, each with a key. */
  lines: readonly ReactNode[]
  /** How many are shown before the rest is asked for. */
  first: number
}

/** A list of methods that shows its first lines; the rest comes with a tap. */
export function Folded({ lines, first }: Props) {
  const words = useMessages().summary
  const [isOpen, setOpen] = useState(false)
  const isShort = lines.length <= first + 1
  return (
    <div className={styles['folded']}>
      <ul className={styles['items']}>{isShort || isOpen ? lines : lines.slice(0, first)}</ul>
      {!isShort && (
        <Button
          look="quiet"
          icon={isOpen ? 'up' : 'down'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.showFewer : words.showAll(lines.length)}
        </Button>
      )}
    </div>
  )
}
