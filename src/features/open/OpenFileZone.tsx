import { useCallback, useId } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { useMessages } from '#messages/messages.ts'
import { Icon } from '#ui/Icon.tsx'
import { offerFiles } from './offeredFile.ts'
import styles from './open.module.css'
import { useDropAndPaste } from './useDropAndPaste.ts'

interface Props {
  label?: string
  /** True where choosing a file is the one thing to do. */
  main?: boolean
}

/**
 * A place to choose, drop or paste a copy; then goes to the page that shows what is in it. It asks
 * for no kind of file: iPads grey out what they do not know, and we judge by content.
 */
export function OpenFileZone({ label, main = false }: Props) {
  const words = useMessages().open
  const [, goTo] = useHashLocation()
  const showFile = useCallback(() => goTo('/open'), [goTo])
  const isOver = useDropAndPaste(showFile)
  const hintId = useId()
  return (
    <div className={styles['zone']} data-over={isOver}>
      <label className={styles['choose']} data-main={main}>
        <Icon name="open" />
        <span>{label ?? words.choose}</span>
        <input
          type="file"
          className={styles['input']}
          aria-describedby={hintId}
          onChange={(event) => {
            const { files } = event.currentTarget
            if (offerFiles([...(files ?? [])])) showFile()
            // So that the same file can be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p className={styles['hint']} id={hintId}>
        {isOver ? words.dropHere : words.drop}
      </p>
    </div>
  )
}
