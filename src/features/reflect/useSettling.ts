import { useEffect, useState } from 'react'

/** How long what has just come takes no taps: the second tap of a nervous finger would land on it. */
const SETTLING_MS = 400

/** True for a moment whenever something else is shown. @param shown names what is on the screen */
export function useSettling(shown: string): boolean {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(shown), SETTLING_MS)
    return () => clearTimeout(timer)
  }, [shown])
  return settled !== shown
}
