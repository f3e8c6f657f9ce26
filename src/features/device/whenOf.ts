import type { Messages } from '#messages/messages.ts'

/** A moment as people say it: "today at 10:42", or the day. Times in milliseconds since 1970 UTC. */
export function whenOf(at: number, now: number, { device: words, common }: Messages): string {
  const day = dayOf(at)
  return day === dayOf(now) ? words.today(common.time(at)) : common.day(day)
}

/** The local calendar day, `YYYY-MM-DD`. */
function dayOf(at: number): string {
  const local = new Date(at)
  const parts = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
