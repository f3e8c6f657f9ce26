// "By when" is one text: a date as `YYYY-MM-DD`, or people's own words.

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** What stands in the two boxes for it. */
export function splitBy(by: string): { byWords: string; byDate: string } {
  return DATE.test(by) ? { byWords: '', byDate: by } : { byWords: by, byDate: '' }
}

/** True for a date, false for words. */
export function isDay(by: string): boolean {
  return DATE.test(by)
}
