import type { Provenance, Status } from '#core/rubric.ts'

// Intl brings its tables along when it is first used: a tenth of a second on a tablet. The words of
// the first screens and of a tap do without; its other uses make their formatter when called.

/** "1 method", "12 methods". */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

const provenance: Record<Provenance, string> = {
  source: 'Stated by the source, in our words',
  adapted: 'Adapted from a source',
  drafted: 'Drafted by us',
}

const statuses: Record<Status, string> = {
  notStarted: 'Not started',
  begun: 'Begun',
  inPlace: 'In place',
  toRevisit: 'To revisit',
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
  time: formatTime,
  /** As wide as any time of day. */
  widestTime: '10:58\u202FPM',
  day: formatDay,
  inLanguage: (language: string) => `(in ${language})`,
  /** Where they may not be named one by one. */
  hubRubrics: 'Rubrics of hub leadership',
  unnamedTeam: 'Unnamed team',
  unnamedLeader: 'My reflection',
  provenance,
  /** How far something on a checklist is. */
  statuses,
  provenanceShort: { source: 'Source', adapted: 'Adapted', drafted: 'Ours' } satisfies Record<
    Provenance,
    string
  >,
}

/** "9:05 AM", in the time zone of the device. */
function formatTime(at: number): string {
  const local = new Date(at)
  const hours = local.getHours()
  const minutes = String(local.getMinutes()).padStart(2, '0')
  return `${hours % 12 || 12}:${minutes}\u202F${hours < 12 ? 'AM' : 'PM'}`
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
