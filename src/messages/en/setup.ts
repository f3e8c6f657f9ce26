import { common, counted } from './common.ts'
import { rubricFacts } from './rubricFacts.ts'

// Marks that steer the direction of text would go on steering our sentence after a name.
const STEERING = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A name as it can stand inside a sentence. */
const inSentence = (name: string) => name.replace(STEERING, '')

type Noun = { readonly one: string; readonly many: string }

/** Words of Set up, for a new reflection and for one that is under way. */
export const setup = {
  ...rubricFacts,
  newTeam: 'Set up a workshop',
  newAlone: 'Reflect on my own',
  title: 'Set up',
  leadTeam:
    'Who is at the table, and what will you look at together? Everything here can change later.',
  leadAlone: 'A quarter of an hour is enough for one section. Everything here can change later.',
  leadStored: 'What you change here is kept as soon as you leave the field.',
  restored: 'This is what you began earlier. Nothing was lost.',
  startAfresh: 'Start with an empty form',
  team: 'Team',
  teamHint: 'It stands at the top of your summary and in the names of your files.',
  name: 'Your name',
  nameHint: 'It stands at the top of your summary, and in no file name.',
  date: 'Date',
  facilitator: 'Facilitator (optional)',
  initialsOwn: 'Your initials',
  people: 'People',
  addPerson: 'Add a person',
  addPersonHint: 'Type a name and press Enter. Paste a list to add several at once.',
  add: 'Add',
  noPeople: 'The people you add are listed here, each with initials for the boxes.',
  columnName: 'Name',
  columnInitials: 'Initials',
  nameOf: (position: number) => `Name of person ${position}`,
  initialsOf: (name: string, position: number) =>
    name === '' ? `Initials of person ${position}` : `Initials of ${name}`,
  removePerson: (name: string) => `Remove ${name}`,
  person: (position: number) => `person ${position}`,
  added: (people: readonly { name: string; initials: string }[], all: number) => {
    const [first] = people
    const count = counted(all, 'person', 'people')
    return people.length === 1 && first
      ? `${inSentence(first.name)} is ${inSentence(first.initials)}. ${count} so far.`
      : `${counted(people.length, 'person', 'people')} added. ${count} so far.`
  },
  notAdded: (count: number, most: number) =>
    `A reflection holds up to ${most} people. ${counted(count, 'name is', 'names are')} still in the field above.`,
  removed: (name: string) => `${inSentence(name)} was removed.`,
  removedKept: (name: string) =>
    `${inSentence(name)} was removed. Their marks are kept, out of sight.`,
  removedPerson: (name: string, marks: number) =>
    marks === 0
      ? `Removed: ${inSentence(name)}`
      : `Removed: ${inSentence(name)}, ${counted(marks, 'mark', 'marks')} kept`,
  someone: 'someone without a name',
  bringBack: (name: string) => `Bring back ${inSentence(name)}`,
  bringBackMarks: (name: string, marks: number) =>
    marks === 0
      ? `Bring back ${inSentence(name)}`
      : `Bring back ${inSentence(name)} with ${counted(marks, 'mark', 'marks')}`,
  broughtBack: (name: string) => `${inSentence(name)} is back.`,
  wasHere: (name: string) => `${inSentence(name)} was here before and was removed.`,
  addNew: 'Add as a new person',
  notKept: 'Something here is not kept yet',
  stillName: (stored: string) =>
    `The name is still “${inSentence(stored)}” until you write another.`,
  stillDate: (stored: string) =>
    stored === ''
      ? 'There is still no date, until you choose a whole one.'
      : `The date is still ${common.day(stored)} until you choose another.`,
  stillInitials: (name: string, stored: string) =>
    name === ''
      ? `Someone still has the initials ${inSentence(stored)}, until others fit.`
      : `${inSentence(name)} still has the initials ${inSentence(stored)}, until others fit.`,
  deletedElsewhere: (name: string) =>
    `${inSentence(name)} was removed on another device, and changed since.`,
  keep: 'Keep',
  alsoWritten: 'Also written, on another device:',
  useVersion: (text: string) => `Use “${text}”`,
  rubrics: 'Rubrics',
  rubricsHint: 'One or two sections are enough for a sitting.',
  rubricsKept: 'Answers to what you leave out are kept, and come back with it.',
  noRubric: 'No rubric chosen yet.',
  rubricMissing: 'Choose at least one rubric.',
  addRubric: 'Add a rubric',
  addAnother: 'Add another rubric',
  chooseRubrics: 'Choose rubrics',
  chooseRubricsHint: 'Each is looked at by itself. The first one you choose comes first.',
  lastRubric: 'One rubric has to stay: this one goes when you choose another.',
  ways: { takeOut: 'Take out', leaveOut: 'Leave out', bringBack: 'Bring back' },
  ofRubric: (title: string) => ` ${title}`,
  leftOut: (answers: number) =>
    answers === 0
      ? 'Left out of this sitting.'
      : `Left out of this sitting. ${counted(answers, 'answer is', 'answers are')} kept.`,
  sites: 'You name your sites on the rubric itself.',
  language: 'Language',
  languageHint: 'For all rubrics on this device. Answers are the same in every language.',
  original: 'As written',
  scope: 'Sections for this sitting',
  sectionsOf: (chosen: number, all: number) =>
    chosen === all ? `All ${all} sections` : `${chosen} of ${counted(all, 'section', 'sections')}`,
  chooseSections: 'Choose sections',
  sectionHolds: (items: number, noun: Noun, minutes: string) =>
    rubricFacts.facts([counted(items, noun.one, noun.many), minutes]),
  scopeChosen: (sections: number, items: number, noun: Noun) =>
    `${counted(sections, 'section', 'sections')}, ${counted(items, noun.one, noun.many)}`,
  rubricsChosen: (rubrics: number, sections: number) =>
    `${counted(rubrics, 'rubric', 'rubrics')}, ${counted(sections, 'section', 'sections')}`,
  scopeNone: 'No section chosen yet',
  missingRubric:
    'The rubric of this reflection is not on this device. The marks are kept; open a saved copy of the reflection to bring the rubric back.',
  openingRubric: 'Opening the rubric…',
  session: 'The session',
  rate: 'How to rate',
  rateLater: 'This can change at any time. No mark is lost, and what everyone has seen stays seen.',
  rateWays: {
    private: {
      label: 'Private, then reveal',
      hint: 'You hand the device around. Everyone’s initials show at once, when you are ready.',
    },
    open: {
      label: 'Open initialing',
      hint: 'As on paper: everyone sees whose initials stand in which box.',
    },
    paper: {
      label: 'Enter from paper',
      hint: 'You wrote on printed pages. One person types the initials of each box.',
    },
    devices: {
      label: 'Each on their own device',
      hint: 'Marks are brought together by file.',
    },
  },
  showTitle: 'Show what was marked in private?',
  showLead:
    'Some people have marked in private, and their marks have not been revealed yet. This way to rate shows them to everyone at once. What was seen cannot be hidden again.',
  showMarks: 'Change and show the marks',
  planLength: 'Length of the session',
  planHint: 'Each step then shows how long it may take. Nothing stops you when the time is over.',
  planNone: 'No plan',
  planNames: {
    minutes45: (minutes: number) => `${minutes} minutes`,
    minutes60: (minutes: number) => `${minutes} minutes`,
    minutes90: (minutes: number) => `${minutes} minutes`,
    halfDay: (minutes: number) => `Half a day (${minutes / 60} hours)`,
  },
  planSteps: 'Minutes for each step',
  planMinutes: (minutes: number) => `${minutes} min`,
  again: 'Start from last time',
  againNone: 'Start with an empty form',
  againFrom: (team: string, date: string, rubrics: readonly string[]) =>
    [team, date, rubrics.join(', ')].filter((part) => part !== '').join(' · '),
  againKept: (input: {
    alone: boolean
    people: number
    rubrics: number
    sites: number
    steps: number
  }) => {
    const kept = [
      ...(input.alone ? ['your name'] : ['team', counted(input.people, 'person', 'people')]),
      `${counted(input.rubrics, 'rubric', 'rubrics')} with the same sections`,
      ...(input.sites > 0 ? [counted(input.sites, 'site', 'sites')] : []),
      ...(input.steps > 0 ? [counted(input.steps, 'open next step', 'open next steps')] : []),
    ]
    return `Kept: ${kept.join(', ')}. Marks, strategies and growth edges start empty.`
  },
  againAfresh: 'Start from last time again',
  againMissing: 'That reflection is not on this device. Here is an empty form.',
  start: 'Start reflecting',
  startSession: 'Start the session',
  starting: 'Opening…',
  toRubric: 'Go to the rubric',
  teamMissing: 'Write your team’s name, so that the summary says whose it is.',
  nameMissing: 'Write your name, so that the summary says whose it is.',
  dateWrong: 'This is not a whole date. Choose day, month and year, or leave it empty.',
  yearWrong: (first: number, last: number) =>
    `Write the year in full, between ${first} and ${last}.`,
  peopleMissing: 'Add at least one person, so that there are initials to place.',
  peopleTooMany: (most: number) =>
    `A reflection holds up to ${most} people. Remove some, or start a second reflection.`,
  initialsMissing: 'Write one to four characters.',
  initialsLong: (most: number) => `Use at most ${most} characters, so that they fit a box.`,
  initialsTaken: (other: string, suggestion: string) =>
    `${inSentence(other)} has these initials too. Try ${inSentence(suggestion)}.`,
  sectionsMissing: 'Choose at least one section.',
}
