import { counted } from './common.ts'

const KEYS: readonly (readonly [string, string])[] = [
  ['Space', 'next initials in the same box'],
  ['Tab', 'next box'],
  ['Enter', 'next row'],
  ['↑ ↓', 'same box, row above or below'],
]

/** Words of the screen that takes in a printed page. */
export const paperEntry = {
  how: 'Type the initials that stand in each printed box. The first letter is enough where nobody else’s begin with it.',
  keys: KEYS,
  keysLabel: 'Keys',
  /** The name of a field. */
  field: (number: string, box: string, site: string) =>
    `${site === '' ? number : `${number} at ${site}`}, ${box}: initials`,
  in: (box: string) => `In “${box}”:`,
  nobody: (typed: string, initials: readonly string[]) =>
    `“${typed}” is nobody at the table. People here: ${initials.join(', ')}.`,
  several: (typed: string, initials: readonly string[]) =>
    `“${typed}” could be ${initials.join(' or ')}. Type one more letter.`,
  twins: (typed: string) =>
    `More than one person here has the initials “${typed}”. Give them different ones in Set up.`,
  addInSetup: 'Add them in Set up',
  moved: (initials: string, number: string, box: string) =>
    `${initials} moved to “${box}” at ${number}.`,
  marked: (done: number, all: number) => `${done} of ${all}`,
  markedLong: (initials: string, done: number, all: number) =>
    `${initials}: ${done} of ${all} rows marked`,
  progress: 'How many rows each person is marked in',
  others: (count: number, noun: { one: string; many: string }) =>
    `${counted(count, noun.one, noun.many)} here ${count === 1 ? 'has' : 'have'} no boxes for initials. What people wrote is entered person by person.`,
  noSites: 'Some rows here are asked for each site. Name the sites first, person by person.',
  toRows: 'Enter person by person',
  toRowsHint: 'For strategies, and for what you agree on.',
}
