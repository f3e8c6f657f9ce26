import { minutesAheadOfUtc, now } from '#platform/ids.ts'

/** Today where the person is, `YYYY-MM-DD`. */
export function today(): string {
  const at = now()
  return new Date(at + minutesAheadOfUtc(at) * 60_000).toISOString().slice(0, 10)
}
