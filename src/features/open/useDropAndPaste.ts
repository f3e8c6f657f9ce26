import { useEffect, useState } from 'react'
import { offerFiles, offerText } from './offeredFile.ts'

/**
 * Takes files dropped anywhere on the page, or pasted, as long as the component is there. A drop
 * that misses would otherwise make the browser leave the app for the file.
 *
 * @param onOffered called once something was offered
 * @returns true while files are dragged over the page
 */
export function useDropAndPaste(onOffered: () => void): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const listen = { signal: stop.signal }
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    window.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setIsOver(true)
      },
      listen,
    )
    window.addEventListener(
      'dragleave',
      // Only leaving the window has no next element.
      (event) => event.relatedTarget === null && setIsOver(false),
      listen,
    )
    window.addEventListener(
      'drop',
      (event) => {
        setIsOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        if (offerFiles([...(event.dataTransfer?.files ?? [])])) onOffered()
      },
      listen,
    )
    document.addEventListener(
      'paste',
      (event) => {
        if (isTypingPlace(event.target)) return
        const pasted = event.clipboardData
        const isOffered =
          offerFiles([...(pasted?.files ?? [])]) || offerText(pasted?.getData('text/plain') ?? '')
        if (!isOffered) return
        event.preventDefault()
        onOffered()
      },
      listen,
    )
    return () => stop.abort()
  }, [onOffered])
  return isOver
}

function isTypingPlace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
}
