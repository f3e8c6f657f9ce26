import { counted } from './common.ts'

/** Words of the first page. */
export const home = {
  title: 'Talk about what works',
  lead: 'Put your initials in the box that fits today, name the strategies that work and how you know, and leave with them on paper.',
  trust: 'Nothing leaves this device unless you share it. No account, no network needed.',
  doors: 'Start here',
  workshop: 'Run a workshop',
  workshopHint: 'A hub team around one tablet, 45 to 90 minutes.',
  alone: 'Reflect on my own',
  aloneHint: 'One leader, in stolen quarters of an hour.',
  print: 'Print blank rubrics',
  printHint: 'For pens, tables and walls. No set-up needed.',
  more: 'Look something up',
  playbook: 'Playbook',
  playbookHint: 'strategies others use',
  rubrics: 'Rubrics',
  rubricsHint: 'all instruments, and your own',
  ready: 'Ready for the room',
  readyHint: 'check this device first',
  sample: 'See a filled sample',
  sampleHint: 'an invented team',
  sampleDelete: 'Delete the sample',
  resume: 'Pick up where you left off',
  untitledTeam: 'Unnamed team',
  untitledAlone: 'My reflection',
  cardPeople: (answering: number, all: number) =>
    `${answering} of ${counted(all, 'person', 'people')}`,
  cardAnswered: (answered: number, all: number) => `${answered} of ${all} answered`,
  /** The first titles, and how many more. */
  cardRubrics: (titles: readonly string[], more: number) =>
    more === 0 ? titles.join(', ') : `${titles.join(', ')} and ${more} more`,
  startAgain: 'Start from last time',
  startAgainOf: (team: string) => `Start from last time: ${team}`,
  cardWhen: (when: string) => `Last change ${when}`,
  cardDelete: (team: string) => `Delete ${team}`,
  deleted: (team: string) => `${team} was deleted from this list.`,
  today: (time: string) => `today at ${time}`,
  yesterday: (time: string) => `yesterday at ${time}`,
  nothingYet:
    'Reflections you start will wait here, on this device, at the very spot where you stopped.',
  open: 'Bring one in',
}
