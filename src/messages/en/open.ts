import { common, counted } from './common.ts'
import { ownWork } from './ownWork.ts'
import { rubricFacts } from './rubricFacts.ts'

const entries = (count: number) => counted(count, 'entry', 'entries')

/** Words for opening a saved copy or a rubric. */
export const open = {
  ownCounts: ownWork.ownCounts,
  facts: rubricFacts.facts,
  sections: rubricFacts.sections,
  items: rubricFacts.items,
  origins: rubricFacts.origins,
  title: 'Open a file',
  lead: 'A saved copy, or a rubric. You see what is in it before anything is added.',
  choose: 'Choose a file…',
  chooseAnother: 'Choose another file…',
  drop: 'You can also drop it anywhere on this page, or paste it.',
  tips: [
    'Copies end in .hubreflect.txt. On a tablet they are in Files, mostly under Downloads.',
    'Rubrics end in .json, or in .csv if somebody worked on one in a spreadsheet.',
    'Where a copy meets a reflection that is here already, it adds to it. Nothing is replaced, and you can take it back.',
  ],
  dropHere: 'Let go to open it',
  severalFiles: (name: string) => `We open one file at a time. This is ${name}.`,
  pastedName: 'What you pasted',
  reading: (name: string) => `Reading ${name}…`,
  adding: 'Adding…',
  stop: 'Stop',
  notAdded: 'Nothing of the file was added.',

  previewTitle: 'What is in it',
  savedOn: (day: string, version: string) =>
    version === '' ? `Saved on ${day}.` : `Saved on ${day} with version ${version}.`,
  deleted: 'Deleted, can be brought back',
  counts: (people: number, marks: number, strategies: number) =>
    [
      people > 0 ? common.people(people) : '',
      marks > 0 ? counted(marks, 'mark', 'marks') : '',
      strategies > 0 ? counted(strategies, 'strategy', 'strategies') : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  isNew: 'New on this device',
  addsTo: (count: number) => `Adds ${entries(count)} to what is here`,
  isHere: 'All of it is here already',
  ownWork: 'Beside reflections',
  addsOwn: (own: string) => `Adds ${own} to what is here`,
  moreReflections: (count: number) =>
    `And ${counted(count, 'more reflection', 'more reflections')}`,
  add: 'Add to this device',
  addAndForget: (count: number) => `Add, and forget ${common.people(count)}`,
  addWithoutForgetting: 'Add without forgetting anyone',
  notNow: 'Not now',
  nothingNew: 'Everything in this file is on this device already. There is nothing to add.',

  erases: (count: number) => `This file asks to forget ${common.people(count)}`,
  erasesHere: (initials: string) =>
    `On this device that is ${initials}. Their marks and their name go for good, here and wherever this device’s copies are opened. Undo cannot bring them back.`,
  erasesUnnamed: 'someone without initials',
  erasesNobody:
    'Nobody on this device is concerned, but from then on they stay forgotten here too.',
  truncatedTitle: 'The end of this file is missing',
  truncated: (found: number) =>
    found === 0 ? 'What we found is whole.' : `Each of the ${entries(found)} we found is whole.`,
  truncatedOf: (found: number, all: number) =>
    found === 0
      ? `We found none of ${entries(all)}. What we found is whole.`
      : `We found ${found} of ${entries(all)}. Each of them is whole.`,
  differentTitle: 'This file was changed after it was saved',
  different:
    'Every entry proves itself, so what we show is as it was written. Some may be missing.',
  recoded: 'Another program saved this file in its own encoding. No entry suffered.',
  headerless: 'Its first line is damaged, so we cannot say when it was saved.',
  rejectedTitle: (count: number) => `${counted(count, 'line', 'lines')} left out`,
  rejectedShow: 'Which lines, and why',
  rejectedMore: (count: number) => `And ${counted(count, 'more line', 'more lines')}.`,
  rejectedLine: (line: number, why: string) => `Line ${line}: ${why}`,
  whyRejected: {
    notText: 'not readable as text',
    tooLong: 'far too long',
    unreadable: 'damaged',
    altered: 'changed after it was saved',
    unknown: 'nothing this version knows',
    rubricInvalid: 'a rubric that is damaged or made for a newer version',
  },
  newer: (count: number) =>
    `${entries(count)} from a newer version of the app: kept, and shown once you update.`,
  lacksRubric: (team: string) =>
    `The rubric of ${team} is not in this file. Its marks are kept, and show up once a copy brings the rubric.`,

  receiptTitle: 'Added to this device',
  receiptAdded: (count: number) => `${entries(count)} added`,
  receiptOwn: (own: string) => `${own} added`,
  receiptSame: (count: number) => `${entries(count)} here already`,
  receiptNewer: (count: number) => `${entries(count)} from a newer version, kept for later`,
  receiptLeftOut: (count: number) => `${counted(count, 'line', 'lines')} left out`,
  receiptForgot: (count: number) => `${common.people(count)} forgotten`,
  openReflection: (team: string) => `Open ${team}`,
  receiptRefused: (count: number) =>
    `${entries(count)} about people forgotten on this device, not taken in`,

  rubricTitle: 'A rubric',
  version: (version: string) => `Version ${version}`,
  standing: {
    new: 'New on this device',
    withTheApp: 'This very rubric comes with the app. There is nothing to add.',
    keptHere: 'This very rubric is among yours already. There is nothing to add.',
    newer: (version: string) =>
      `Newer than version ${version}, which is among yours. Reflections rated on that one keep it until you say otherwise.`,
    sameVersion: (version: string) =>
      `You have another wording of version ${version}. Your list shows the one that was kept last.`,
    older: (version: string) =>
      `Older than version ${version}, which is among yours. Your list goes on showing the newer one.`,
  },
  twinTitle: 'A rubric with this id comes with the app',
  twin: (title: string, version: string) =>
    `It is “${title}”, version ${version}. Both will be listed side by side, and no reflection changes by itself.`,
  keep: 'Keep on this device',
  keptTitle: 'Kept on this device',
  keptWhere:
    'It is among yours on the Rubrics page, and wherever you choose a rubric for a reflection.',
  toRubrics: 'Go to Rubrics',
  faults: (count: number) =>
    count === 1
      ? 'We found one mistake, so nothing was added.'
      : `We found ${count} mistakes, so nothing was added.`,
  moreFaults: (count: number) => counted(count, 'more mistake', 'more mistakes'),
  faultsNext: 'Correct the file, or send this list to whoever wrote it. Then open the file again.',

  undoneTitle: 'Taken back',
  undone: 'This device is as it was before.',
  undoneButForgotten:
    'Everything that came with the file is gone. Who was forgotten stays forgotten.',
}
