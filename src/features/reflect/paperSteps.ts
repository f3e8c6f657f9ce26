interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/**
 * Goes from one box of the printed page to another by key: Enter to the first box of the next row,
 * arrows to the same box of the row above or below. From the last row, Enter goes to the way on.
 *
 * @returns true if the key was one of these
 */
export function stepFrom(field: HTMLElement, pressed: Pressed): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed
  if (altKey || ctrlKey || metaKey) return false
  if (key !== 'Enter' && (shiftKey || (key !== 'ArrowUp' && key !== 'ArrowDown'))) return false
  const page = field.closest('[data-paper]')
  const own = field.closest('[data-row]')
  const rows = [...(page?.querySelectorAll('[data-row]') ?? [])]
  const way = key === 'ArrowUp' || (key === 'Enter' && shiftKey) ? -1 : 1
  const next = own && rows[rows.indexOf(own) + way]
  const column = key === 'Enter' || !own ? 0 : boxesOf(own).indexOf(field)
  const boxes = next ? boxesOf(next) : []
  const target = boxes[column] ?? boxes.at(-1)
  if (target) target.focus()
  else if (key === 'Enter' && way === 1) wayOn(page)?.focus()
  return true
}

function boxesOf(row: Element): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-box]')]
}

function wayOn(page: Element | null): HTMLElement | undefined {
  return [...(page?.querySelectorAll<HTMLElement>('footer nav a') ?? [])].at(-1)
}
