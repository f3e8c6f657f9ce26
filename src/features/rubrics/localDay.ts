import { toLocalIso } from '#exchange/localTime.ts'
import { minutesAheadOfUtc } from '#platform/ids.ts'

/** The calendar day of a time on this device. @param at milliseconds since 1970 UTC */
export function localDay(at: number): string {
  return toLocalIso(at, minutesAheadOfUtc(at)).slice(0, 'YYYY-MM-DD'.length)
}
