import { counted } from './common.ts'
import { rubricFacts } from './rubricFacts.ts'

/** Words of the library of rubrics. */
export const library = {
  families: rubricFacts.families,
  origins: rubricFacts.origins,
  facts: rubricFacts.facts,
  sections: rubricFacts.sections,
  items: rubricFacts.items,
  title: 'Rubrics',
  lead: 'Those that come with the app, and your own. Look at one before you use it, or start from a copy.',
  version: (version: string) => `Version ${version}`,
  noneOfYours: 'Rubrics you write or open from a file are listed here.',
  write: 'Write your own',
  openingRubric: 'Opening the rubric…',
  missingTitle: 'This rubric is not on this device',
  missing: 'It may have been taken off the list, or be on another device.',

  untitled: 'Untitled rubric',
  beingWritten: 'Being written',
  changed: (day: string, time: string) => `Changed ${day}, ${time}`,
  throwAway: 'Throw away',
  ofDraft: (title: string) => ` ${title}`,
  thrownAway: (title: string) => `“${title}” was thrown away.`,
  kept: {
    file: (day: string) => `Opened from a file on ${day}`,
    editor: (day: string) => `Written here, kept on ${day}`,
  },

  copy: 'Start from a copy',
  take: 'Take off the list',
  taken: 'Taken off your list. Reflections that use it keep it.',
  saveJson: 'Save as a file',
  saveCsv: 'Save for a spreadsheet',
  saved: {
    saved: (name: string) => `${name} is saved, mostly under Downloads.`,
    shared: (name: string) => `${name} is handed over.`,
    cancelled: (name: string) => `${name} was not saved.`,
  },

  legend: 'Where the words come from',
  boxes: 'Boxes',
  boxesOf: (name: string) => `Boxes: ${name}`,
  orAside: 'Or set aside:',
  eachSite: 'Asked once for each site you name.',
  together: 'The team answers as one.',
  answered: {
    short: 'Answered in a few words.',
    long: 'Answered in your own words.',
    one: 'Choose one:',
    many: 'Choose any:',
    map: (across: string, up: string) => `Place each site on a map of ${across} and ${up}:`,
    columns: 'A table with these columns:',
    rows: 'And these rows:',
    grows: 'You can add rows.',
  },
  strategies: (count: number) => counted(count, 'named strategy', 'named strategies'),
  challenges: (count: number) => counted(count, 'known challenge', 'known challenges'),
  sources: (count: number) => counted(count, 'source', 'sources'),

  /** What a new rubric starts with; people write over it. */
  blank: {
    noun: { one: 'statement', many: 'statements' },
    levels: ['Not yet', 'A little', 'Mostly', 'Fully'],
    unknown: 'We don’t know',
  },
}
