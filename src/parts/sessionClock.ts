import { useCallback, useSyncExternalStore } from 'react'
import { secondsLeft, type Clock } from '#core/clock.ts'
import type { TimedStep } from '#core/sessionPlan.ts'
import { now } from '#platform/ids.ts'
import { sessionNote } from '#storage/sessionNote.ts'

/**
 * What a clock says, live.
 *
 * @param read what to show of it at a time, in milliseconds since 1970 UTC: something that compares by
 *   value, so that the component renders again only when it says something else
 */
export function useClock<T extends string | number | boolean | undefined>(
  reflectionId: string,
  read: (clock: Clock | undefined, at: number) => T,
): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stopNote = sessionNote(reflectionId).subscribe(listener)
      // More often than once a second, so that no second is skipped or stands for two.
      const ticks = setInterval(listener, 250)
      return () => {
        stopNote()
        clearInterval(ticks)
      }
    },
    [reflectionId],
  )
  return useSyncExternalStore(subscribe, () => read(sessionNote(reflectionId).get().clock, now()))
}

/**
 * Minutes left of a step, rounded up, 0 once its time is up; `undefined` while no clock runs for it.
 * Renders again once a minute.
 */
export function useMinutesLeft(reflectionId: string, step: TimedStep): number | undefined {
  return useClock(reflectionId, (clock, at) =>
    clock?.step === step ? Math.ceil(secondsLeft(clock, at) / 60) : undefined,
  )
}
