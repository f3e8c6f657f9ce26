import { counted } from './common.ts'
import { rubricFacts } from './rubricFacts.ts'

type Noun = { readonly one: string; readonly many: string }

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
  openFile: 'Open a rubric file…',
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

  /** Another definition of a rubric that a reflection is rated on. */
  offer: {
    newer: (title: string, version: string) =>
      `A newer version of “${title}” is here: ${version}. Nothing changes until you say so.`,
    reworded: (title: string) =>
      `Another wording of “${title}” is here. Nothing changes until you say so.`,
    see: 'See what changes',
    seeOf: (title: string) => `See what changes in ${title}`,
    notNow: 'Not now',
    title: 'What the newer version changes',
    titleBack: 'What the earlier version changes',
    use: (version: string) => `Use version ${version}`,
    stay: 'Stay with this one',
    accepted: (title: string, version: string) =>
      `This reflection now uses version ${version} of “${title}”.`,
    acceptedAside: (answers: number) =>
      answers === 0
        ? 'Every answer has its place.'
        : `${counted(answers, 'answer is', 'answers are')} set aside. Nothing is lost: the earlier version brings all of it back.`,
    again: (title: string, version: string) =>
      `This reflection uses version ${version} of “${title}” again.`,
    againWhole: 'All answers given to it are back in their places.',
    back: 'Use the earlier version again',
    hadEarlier: (title: string, version: string) =>
      `“${title}” is version ${version} here. Before, it was another one.`,
    seeEarlier: 'Look at the earlier version',
  },
  changes: {
    versions: (from: string, to: string) =>
      from === to ? `Two wordings of version ${from}` : `From version ${from} to version ${to}`,
    kept: (count: number, noun: Noun) =>
      `${counted(count, noun.one, noun.many)} ${count === 1 ? 'stays' : 'stay'} word for word`,
    reworded: (count: number, noun: Noun) =>
      `${counted(count, noun.one, noun.many)} in other words; answers stay`,
    changed: (count: number, noun: Noun) =>
      `${counted(count, noun.one, noun.many)} answered in another way`,
    retired: (count: number, noun: Noun) =>
      `${counted(count, noun.one, noun.many)} no longer asked`,
    added: (count: number, noun: Noun) => counted(count, `new ${noun.one}`, `new ${noun.many}`),
    aside: (answers: number) =>
      answers === 0 ? 'No answer is set aside.' : `Answers that will be set aside: ${answers}.`,
    asideKept: 'They are kept, and come back with the version we have now.',
    strategies: (count: number) =>
      `${counted(count, 'strategy is', 'strategies are')} named only at what is no longer asked. Kept too, out of sight.`,
    titles: {
      reworded: 'In other words',
      changed: 'Answered in another way',
      retired: 'No longer asked',
      added: 'New',
    },
    before: 'Before:',
    instead: (number: string) => `In its place, ${number}:`,
    otherKind: 'It is another kind of question now.',
    otherWay: 'It is asked of others, or its answers stand in another order.',
    gone: (labels: string) => `Gone: ${labels}.`,
    gained: (labels: string) => `New: ${labels}.`,
    otherWords: (count: number) =>
      counted(count, 'other text is worded anew', 'other texts are worded anew'),
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
}
