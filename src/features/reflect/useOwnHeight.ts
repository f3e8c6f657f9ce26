import { useEffect, type RefObject } from 'react'

/** Tells the sheet how tall this bar is, so that the heads of the columns stick right below it. */
export function useOwnHeight(bar: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = bar.current
    const sheet = element?.parentElement
    if (!element || !sheet) return
    const observer = new ResizeObserver(() =>
      sheet.style.setProperty('--turn', `${element.offsetHeight}px`),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [bar])
}
