import { useMessages } from '#messages/messages.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import styles from './projector.module.css'

interface Props {
  back: { readonly href: string; readonly words: string }
  /** From 1. */
  position: number
  all: number
  onTurn: (by: 1 | -1) => void
  /** Only while something else is shown than where the session is. */
  onFollow: (() => void) | undefined
}

/** Quiet, at the foot: for whoever stands at the laptop. */
export function WallControls({ back, position, all, onTurn, onFollow }: Props) {
  const words = useMessages().projector
  return (
    <nav className={styles['controls']} aria-label={words.controls}>
      <ButtonLink look="quiet" icon="back" href={back.href}>
        {back.words}
      </ButtonLink>
      <div className={styles['turning']}>
        <Button icon="back" disabled={position === 1} onClick={() => onTurn(-1)}>
          {words.previous}
        </Button>
        <p className={styles['position']}>{words.place(position, all)}</p>
        <Button icon="forward" disabled={position === all} onClick={() => onTurn(1)}>
          {words.next}
        </Button>
        {onFollow && (
          <Button look="quiet" onClick={onFollow}>
            {words.follow}
          </Button>
        )}
      </div>
      {document.fullscreenEnabled && (
        <Button
          look="quiet"
          icon="expand"
          // Refused only where the browser has said so already: then the button does nothing.
          onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
        >
          {words.fullScreen}
        </Button>
      )}
    </nav>
  )
}
