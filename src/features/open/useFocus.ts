import { useEffect, useRef } from 'react'

/** Moves the focus to what has just come up, so that it is read out and tabbing goes on from there. */
export function useFocus<T extends HTMLElement>() {
  const element = useRef<T>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}
