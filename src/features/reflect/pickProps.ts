import type { KeyboardEvent, MouseEvent } from 'react'

/** What makes a native radio one that is taken back by choosing it again. */
export function pickProps({
  checked,
  onPick,
  onTakeBack,
}: {
  checked: boolean
  onPick: () => void
  onTakeBack: () => void
}) {
  return {
    checked,
    onChange: onPick,
    onClick(event: MouseEvent) {
      // The second tap of a nervous finger must not take back what the first placed.
      if (checked && event.detail < 2) onTakeBack()
    },
    onKeyUp(event: KeyboardEvent) {
      // Browsers differ on whether the space bar clicks a radio that is checked.
      if (event.key !== ' ' || !checked) return
      event.preventDefault()
      onTakeBack()
    },
  }
}
