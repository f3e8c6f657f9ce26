/** A new random id: 128 bits as 22 base64url characters. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Milliseconds since 1970 UTC by this device's clock, which may be wrong by years. */
export function now(): number {
  return Date.now()
}

/** Minutes this device's clock is ahead of UTC at a time given in milliseconds since 1970 UTC. */
export function minutesAheadOfUtc(at: number): number {
  const minutes = -new Date(at).getTimezoneOffset()
  return minutes === 0 ? 0 : minutes
}

/**
 * The calendar day where this device is, `YYYY-MM-DD`.
 *
 * @param at milliseconds since 1970 UTC; a time no calendar has gives the start of 1970
 */
export function localDay(at: number): string {
  const time = new Date(at)
  const local = Number.isNaN(time.getTime()) ? new Date(0) : time
  const parts = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
