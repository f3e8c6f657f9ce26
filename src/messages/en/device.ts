import { common, counted } from './common.ts'
import { ownWork } from './ownWork.ts'

const entries = (count: number) => counted(count, 'entry', 'entries')

/** Words of the device page, of saving a copy, and of the nudge to do so. */
export const device = {
  ownCounts: ownWork.ownCounts,
  title: 'This device',
  lead: 'What is kept here, how safe it is, and how to take it with you.',

  copiesTitle: 'Reflections on this device',
  copiesHint:
    'A copy is one text file. It opens on any device with Hub Reflect, and any text editor can read it.',
  noReflections:
    'Your reflections will be listed here, each with the day of its last copy. Start one, or open a copy from another device.',
  start: 'Start a reflection',
  openFile: 'Open a file…',
  saveCopy: 'Save a copy',
  saveCopyOf: (team: string) => `Save a copy of ${team}`,
  saveEverything: 'Save a copy of everything',
  alsoHere: (own: string) => `Also on this device: ${own}. A copy of everything has them too.`,
  saving: 'Saving…',
  neverCopied: (count: number) => `No copy yet, ${entries(count)}`,
  copied: (when: string) => `Copied ${when}, nothing new since`,
  copiedBefore: (when: string, count: number) => `Copied ${when}, ${entries(count)} since`,
  today: (time: string) => `today at ${time}`,
  everythingTitle: 'Everything on this device',

  saved: (counts: string) => `Saved: ${counts}.`,
  shared: (counts: string) => `Handed over: ${counts}.`,
  savedWhere: (name: string) => `Look for ${name} in your downloads.`,
  sharedWhere: (name: string) => `The file is called ${name}.`,
  reread: 'We read the file back: it is whole.',
  cancelled: 'No copy was saved.',
  counts: (counts: { reflections: number; people: number; marks: number; strategies: number }) =>
    [
      counted(counts.reflections, 'reflection', 'reflections'),
      common.people(counts.people),
      counted(counts.marks, 'mark', 'marks'),
      counted(counts.strategies, 'strategy', 'strategies'),
    ].join(', '),
  unfit: (count: number) =>
    `${counted(count, 'rubric is', 'rubrics are')} too large or too damaged for a copy. Everything else is in it.`,
  deletedToo: (count: number) =>
    `It also holds ${counted(count, 'deleted reflection', 'deleted reflections')}.`,

  nudgeTitle: 'Take a copy off this device',
  nudgeNever: (count: number) =>
    `${entries(count)} so far, and no copy from this device yet. A copy survives a lost tablet or a cleaned-up browser.`,
  nudgeSince: (count: number, when: string) =>
    `${entries(count)} since your last copy, ${when}. A copy survives a lost tablet or a cleaned-up browser.`,
  later: 'Later',

  keptTitle: 'What is kept, and where',
  kept: 'Everything you enter is kept in this browser, on this device. Nothing is sent anywhere. Whoever can unlock this device can read it.',
  granted: 'The browser has promised to keep it, even when space runs short.',
  refused:
    'The browser has not promised to keep it: it may clear it when space runs short. Copies are your safety net.',
  unknown: 'This browser does not say whether it keeps it when space runs short.',
  ask: 'Ask the browser to keep it',
  askedAgain: 'It still has not. Most browsers do so once the app is installed or used often.',
  room: (used: string, quota: string) => `${used} used of about ${quota} this browser allows us.`,
  safariTitle: 'Safari forgets after 7 days',
  safari:
    'In a Safari tab, everything is deleted after 7 days of using Safari without a visit here. Save a copy, add Hub Reflect to your home screen, and open the copy there: the app on the home screen has a store of its own.',

  offlineTitle: 'Without a network',
  checkOffline: 'Check now',
  checking: 'Looking at every part of the app…',
  offlineUnknown: 'We look whether every part of the app is on this device.',
  offlineReady: 'Ready to work offline: every part of the app is on this device.',
  offlineIncomplete: (count: number) =>
    `${counted(count, 'part', 'parts')} of the app missing on this device. Connect to the internet and open this page again.`,
  offlineFailed:
    'The app could not be put on this device in full. Load this page again while you are connected.',
  offlineUnavailable:
    'This browser does not let the app work offline here, for example in a private window.',

  looksTitle: 'How it looks and works',
  theme: 'Light or dark',
  themes: { system: 'As this device', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: (size: number) => (size === 100 ? 'Usual' : `${size} %`),
  rubricLang: 'Language of the rubrics',
  rubricLangHint:
    'Where a rubric is translated. What is not is shown in the original, with a mark. Answers are the same in every language.',
  original: 'As written',
  keyboard: 'Keyboard',
  shortcuts: 'Single-key shortcuts on the rubric page',
  shortcutsHint: '1 to 4 to mark, u, n, s, j and k. Off if you use speech input.',
  writing: 'Writing',
  evidenceHints: 'Hints under what we write as evidence',
  evidenceHintsHint: 'A line that asks for a count, a date or a source. It never blocks.',

  deletedTitle: 'Deleted reflections',
  noDeleted: 'Reflections you delete wait here until you bring them back.',
  restore: 'Bring back',
  restoreOf: (team: string) => `Bring back ${team}`,
  restored: (team: string) => `${team} is back.`,
}
