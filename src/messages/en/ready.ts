import { counted } from './common.ts'

/** What is wrong, and what to do about it. */
interface Told {
  readonly what: string
  readonly todo: string
}

/** Words of the check before a workshop. */
export const ready = {
  title: 'Ready for the room',
  lead: 'One tap checks whether this device can carry a workshop without a network. Do it where you have one, the day before.',
  start: 'Check this device',
  again: 'Check again',
  checking: 'Looking…',
  waiting: 'Next',
  /** What is read out when all checks are made. */
  allGood: 'Ready for the room',
  allGoodHint: 'Everything that we can look at is as it should be.',
  toLookAt: (count: number) => `${counted(count, 'thing', 'things')} to look at`,
  toLookAtHint: 'What to do stands beside each. Then check again.',
  good: 'Good',
  look: 'Look at this',
  results: 'What was checked',
  ask: 'Ask the browser to keep it',
  askedInVain:
    'The browser did not promise it. Most do once the app is installed or used more often.',
  toDevice: 'To this device',
  notChecked:
    'We cannot look at everything: charge the tablets, try the projector and the printer, and bring a few blank rubrics on paper.',
  toPrint: 'Print blank rubrics',

  checks: {
    offline: 'Works without a network',
    storage: 'Keeps what you enter',
    room: 'Has room for it',
    persistence: 'Will not be cleared away',
    fonts: 'Has its letters',
    clock: 'Has the right time',
    pdf: 'Makes a PDF',
  },
  /** What is said where all is well. */
  fine: {
    offline: 'Every part of the app is on this device.',
    storage: 'We wrote a line, read it, and took it away again.',
    room: (free: string) => `${free} are free.`,
    roomUnknown: 'This browser does not say how much is free. Usually it is plenty.',
    persistence: 'The browser has promised to keep it, even when space runs short.',
    fonts: 'All typefaces are here.',
    clock: (when: string) => `It says: ${when}.`,
    pdf: 'We made one of the sample, and read it back page by page.',
  },

  offlineIncomplete: (count: number): Told => ({
    what: `${counted(count, 'part', 'parts')} of the app missing on this device.`,
    todo: 'Connect to the internet, open this page again, and wait a minute.',
  }),
  offlineFailed: {
    what: 'The app could not be put on this device in full.',
    todo: 'Load this page again while you are connected.',
  },
  offlineUnavailable: {
    what: 'This browser does not let the app work without a network here.',
    todo: 'Leave a private window if you are in one, or use another browser. Until then, keep this page open.',
  },
  offlineUnknown: {
    what: 'The app is still being put on this device.',
    todo: 'Stay connected, wait a minute, and check again.',
  },
  roomLow: (free: string): Told => ({
    what: `Only ${free} are left for this app.`,
    todo: 'Free some space on this device: old downloads, photos, films.',
  }),
  notKept: {
    what: 'The browser has not promised to keep what you enter: it may clear it when space runs short.',
    todo: 'Ask it below, or install the app. And save a copy at the end of the session.',
  },
  keepingUnknown: {
    what: 'This browser does not say whether it keeps what you enter.',
    todo: 'Save a copy at the end of the session.',
  },
  fontsMissing: (names: string): Told => ({
    what: `Not on this device: ${names}. Everything still works, with other letters.`,
    todo: 'Connect to the internet and open this page again.',
  }),
  clockBehind: (now: string, past: string): Told => ({
    what: `This device says it is ${now}. But something here is from ${past}.`,
    todo: 'Set date and time in the settings of this device. Nothing is lost by a wrong clock, but dates on paper will be wrong.',
  }),
  clockAhead: (now: string): Told => ({
    what: `This device says it is ${now}. Nothing here is from the past year.`,
    todo: 'If that is today, all is well. If not, set date and time in the settings of this device.',
  }),
  pdfBroken: {
    header: 'The file that was made is no PDF.',
    end: 'The PDF that was made ends too soon.',
    pages: 'The PDF that was made does not have all its pages.',
    text: 'A page of the PDF that was made cannot be read.',
  },
  pdfTodo:
    'Load this page again and check again. If it stays so, use another browser for the PDF: a saved copy brings everything there.',
  checkFailed: (detail: string): Told => ({
    what: `This could not be checked: ${detail}`,
    todo: 'Load this page again. If it stays so, try another browser.',
  }),
}
