import { useMessages } from '#messages/messages.ts'
import { Hidden } from '#ui/Hidden.tsx'
import { Icon } from '#ui/Icon.tsx'
import styles from './editor.module.css'

interface Props {
  id: string
  /** What the buttons are about: "box 2". */
  name: string
  position: number
  count: number
  onMove: (by: -1 | 1, button: Element) => void
  /** Left out where answers may name it: it stays. */
  onRemove?: (() => void) | undefined
}

/** The buttons of a short row, beside its fields. */
export function RowButtons({ id, name, position, count, onMove, onRemove }: Props) {
  const words = useMessages().editor.line
  return (
    <div className={styles['rowButtons']}>
      <button
        type="button"
        className={styles['icon']}
        aria-disabled={position === 0}
        data-focus={`up:${id}`}
        onClick={(event) => onMove(-1, event.currentTarget)}
      >
        <Icon name="up" />
        <Hidden>{words.moveUp(name)}</Hidden>
      </button>
      <button
        type="button"
        className={styles['icon']}
        aria-disabled={position === count - 1}
        data-focus={`down:${id}`}
        onClick={(event) => onMove(1, event.currentTarget)}
      >
        <Icon name="down" />
        <Hidden>{words.moveDown(name)}</Hidden>
      </button>
      {onRemove && (
        <button type="button" className={styles['icon']} onClick={onRemove}>
          <Icon name="cross" />
          <Hidden>{words.remove(name)}</Hidden>
        </button>
      )}
    </div>
  )
}
