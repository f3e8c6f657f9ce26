/** So many entries without a copy are worth a word. */
export const ENTRIES_BEFORE_NUDGE = 20
/** So long without a copy is worth a word, if anything changed since. */
export const HOURS_BEFORE_NUDGE = 24

const HOUR_MS = 3_600_000

/**
 * True when a copy is due: many entries since the last one, or some and a day has gone by.
 *
 * @param entries entries since the last copy, or since the beginning if there is none
 * @param since milliseconds since 1970 UTC: the last copy, or the first entry if there is none
 */
export function isCopyDue({
  entries,
  since,
  now,
}: {
  entries: number
  since: number
  now: number
}): boolean {
  if (entries >= ENTRIES_BEFORE_NUDGE) return true
  return entries > 0 && now - since >= HOURS_BEFORE_NUDGE * HOUR_MS
}
