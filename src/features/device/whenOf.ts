import type { Messages } from '#messages/messages.ts'
import { localDay } from '#platform/ids.ts'

/** A moment as people say it: "today at 10:42", or the day. Times in milliseconds since 1970 UTC. */
export function whenOf(at: number, now: number, { device: words, common }: Messages): string {
  const day = localDay(at)
  return day === localDay(now) ? words.today(common.time(at)) : common.day(day)
}
