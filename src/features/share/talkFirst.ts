import type { ItemReport } from '#core/itemReport.ts'
import type { Participant } from '#core/reflection.ts'
import type { Level } from '#core/rubric.ts'

/** Those who stand at one end of what is seen differently. */
export interface End {
  readonly level: Level
  readonly people: readonly Participant[]
}

/** Who stands in the highest box that has anyone in it, and who in the lowest. */
export function endsOf({ boxes }: ItemReport): { high: End; low: End } | undefined {
  const used = boxes.filter(({ people }) => people.length > 0)
  const [low, high] = [used[0], used.at(-1)]
  return low && high && low !== high ? { low, high } : undefined
}

/** What part of the time for Share goes to talking about differences. */
const PART = 1 / 3

/** Whole minutes for each of some methods, never less than one, out of the minutes for Share. */
export function minutesEach(minutes: number, methods: number): number {
  return Math.max(1, Math.round((minutes * PART) / methods))
}
