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
