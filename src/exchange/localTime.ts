/**
 * A moment as ISO 8601 in a device's own time, to the second: `2026-11-21T10:42:00-05:00`.
 *
 * @param at milliseconds since 1970 UTC; a time no calendar has gives the start of 1970
 * @param minutesAhead minutes the device's clock was ahead of UTC
 */
export function toLocalIso(at: number, minutesAhead: number): string {
  const local = new Date(at + minutesAhead * 60_000)
  const time = Number.isNaN(local.getTime()) ? new Date(0) : local
  const [hours, minutes] = [Math.floor(Math.abs(minutesAhead) / 60), Math.abs(minutesAhead) % 60]
  const offset = `${minutesAhead < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`
  return `${time.toISOString().slice(0, -'.000Z'.length)}${offset}`
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0')
}
