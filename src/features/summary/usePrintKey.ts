import { useEffect, useRef } from 'react'

/** Ctrl+P or ⌘P asks for our own paper: pages of a browser's making would cut through rows. */
export function usePrintKey(onPrint: () => void) {
  const latest = useRef(onPrint)
  useEffect(() => {
    latest.current = onPrint
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isPrint = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      if (!isPrint || event.key.toLowerCase() !== 'p') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
