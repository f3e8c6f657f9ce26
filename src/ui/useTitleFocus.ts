import { useEffect, useRef, type RefObject } from 'react'

// The page somebody opens begins where the browser puts them; only pages they go to from there
// begin at the title.
let isOpening = true

/**
 * Begins a page at its title, for keyboard and screen reader: without it the focus stays on a link
 * that is gone, or at the foot of the page that was left.
 *
 * @param page what the title stands for; another one is another page
 */
export function useTitleFocus(page: string): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isOpening) isOpening = false
    else title.current?.focus({ preventScroll: true })
  }, [page])
  return title
}
