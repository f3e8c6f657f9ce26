import type { Provenance } from '#core/rubric.ts'

const counts = new Intl.PluralRules('en-US')

/** "1 method", "12 methods". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${counts.select(count) === 'one' ? one : many}`
}

const provenance: Record<Provenance, string> = {
  source: 'Stated by the source, in our words',
  adapted: 'Adapted from a source',
  drafted: 'Drafted by us',
}

/** Words used in more than one room. */
export const common = {
  product: 'Hub Reflect',
  close: 'Close',
  done: 'Done',
  undo: 'Undo',
  back: 'Back',
  home: 'Home',
  edit: 'Edit',
  remove: 'Remove',
  tryAgain: 'Try again',
  people: (count: number) => counted(count, 'person', 'people'),
  ofPeople: (count: number, all: number) => `${count} of ${counted(all, 'person', 'people')}`,
  items: (count: number, noun: { one: string; many: string }) =>
    counted(count, noun.one, noun.many),
  ofItems: (count: number, all: number, noun: { one: string; many: string }) =>
    `${count} of ${counted(all, noun.one, noun.many)}`,
  list: (words: readonly string[]) =>
    new Intl.ListFormat('en-US', { type: 'conjunction' }).format(words),
  time: (at: number) =>
    new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(at),
  day: formatDay,
  unnamedTeam: 'Unnamed team',
  unnamedLeader: 'My reflection',
  provenance,
  provenanceShort: { source: 'Source', adapted: 'Adapted', drafted: 'Ours' } satisfies Record<
    Provenance,
    string
  >,
}

/** A plain `YYYY-MM-DD` date in words, without a time zone ever touching it; as it is if it is none. */
function formatDay(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return date
  const [, year, month, day] = match
  // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
  const noon = new Date(0)
  noon.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  noon.setUTCHours(12)
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(noon)
}
