import { counted } from './common.ts'

/** Words between two people's turns while marks are private, at the reveal, and of moves after it. */
export const handOver = {
  title: 'Pass the tablet around',
  lead: 'Tap your initials when it is in your hands. Nobody sees what others marked until all marks are shown at once.',
  isDone: 'Done',
  notYet: 'Not yet',
  doneOf: (done: number, all: number) => `${done} of ${counted(all, 'person', 'people')} done`,
  allDone: 'Everyone is done.',
  reveal: 'Show everyone’s marks',
  askTitle: 'Show the marks now?',
  /** @param all for example "5 people" */
  ask: (open: number, all: string) =>
    `${open} of ${all} ${open === 1 ? 'has' : 'have'} not marked everything. Show anyway?`,
  forGood: 'What was shown cannot be hidden again.',
  revealNow: 'Show them now',
  wait: 'Not yet',
  told: (people: number, items: number, noun: { one: string; many: string }) =>
    `Everyone’s marks are shown: ${counted(people, 'person', 'people')}, ${counted(items, noun.one, noun.many)}.`,
  yourTurn: (initials: string) => `${initials}: it is your turn`,
  nobodyElse: 'Nobody else’s marks are shown.',
  begin: 'Begin',
  notMe: 'That is not me',
  moved: (from: string, to: string) => `moved: ${from} → ${to}`,
  movedAloud: (initials: string, from: string, to: string) =>
    `${initials} moved from “${from}” to “${to}” after the marks were shown.`,
}
