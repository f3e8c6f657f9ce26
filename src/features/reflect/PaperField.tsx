import { useRef, type ChangeEvent, type KeyboardEvent } from 'react'
import styles from './paperEntry.module.css'
import { stepFrom } from './paperSteps.ts'

interface Props {
  /** What a screen reader calls it. */
  name: string
  text: string
  describedBy: string | undefined
  isWrong: boolean
  /** True for a character that ends the initials before it. */
  isSeparator: (character: string) => boolean
  onEnter: () => void
  onType: (text: string, isWhole: boolean) => void
  onLeave: () => void
}

/** A printed box: a line that grows with the initials in it. */
export function PaperField(props: Props) {
  const { name, text, describedBy, isWrong, isSeparator, onEnter, onType, onLeave } = props
  const isComposing = useRef(false)
  const read = (field: HTMLTextAreaElement) => {
    const { value, selectionStart } = field
    // While letters are taken away, nothing is whole until the field is left.
    const isGrowing = !isComposing.current && value.length > text.length
    onType(value, isGrowing && isSeparator(value.charAt(selectionStart - 1)))
  }
  return (
    <textarea
      className={styles['field']}
      rows={1}
      aria-label={name}
      aria-describedby={describedBy}
      aria-invalid={isWrong ? true : undefined}
      data-box
      dir="auto"
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="next"
      value={text}
      onFocus={(event) => {
        onEnter()
        toEnd(event.currentTarget)
      }}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => read(event.currentTarget)}
      onCompositionStart={() => {
        isComposing.current = true
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false
        read(event.currentTarget)
      }}
      onKeyDown={(event: KeyboardEvent<HTMLTextAreaElement>) => {
        // Enter and the arrows choose among the characters an input method offers.
        if (event.nativeEvent.isComposing || isComposing.current) return
        if (stepFrom(event.currentTarget, event)) event.preventDefault()
      }}
      onBlur={onLeave}
    />
  )
}

/** Whoever comes by Tab goes on after what stands there: the first letter must not replace it. */
function toEnd(field: HTMLTextAreaElement): void {
  requestAnimationFrame(() => {
    const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length
    if (document.activeElement === field && isAll) {
      field.setSelectionRange(field.value.length, field.value.length)
    }
  })
}
