import type { ForeignKind } from '#core/problem.ts'
import { counted } from './common.ts'

const entries = (count: number) => counted(count, 'entry', 'entries')

/** Bytes as a person would say them. */
function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${Math.round(bytes / 1_000_000)} MB`
}

const foreign: Record<ForeignKind, string> = {
  pdf: 'a PDF',
  word: 'a Word document',
  spreadsheet: 'a spreadsheet',
  slides: 'a slide deck',
  zip: 'a ZIP archive',
  picture: 'a picture',
  film: 'a video',
  sound: 'a sound recording',
  webPage: 'a web page',
  xml: 'an XML file',
  rubric: 'a rubric definition',
  json: 'a JSON file of another program',
  table: 'a table',
  text: 'a plain text',
  binary: 'a file of another program',
}

/** What went wrong, in words: a title, what it means, and what to do next. */
export const problems = {
  storageUnavailable: {
    title: 'This window cannot save',
    sentence:
      'The browser does not let us keep anything here. Private windows and some school settings do that.',
    nextStep:
      'Open the app in a normal window. Or go on here, and save a copy before you close the window.',
  },
  storageFull: {
    title: 'This device is full',
    sentence:
      'Your latest entries are still in this window, but there is no room to save them on this device.',
    nextStep: 'Save a copy now. Then free some space, for example old downloads, and try again.',
  },
  storageBlocked: {
    title: 'Another tab is in the way',
    sentence:
      'An older version of this app is still open in another tab and holds on to the storage.',
    nextStep: 'Close the other tabs of this app, then try again.',
  },
  storageSilent: {
    title: 'Storage does not answer',
    sentence: 'The browser is taking far too long to read or write on this device.',
    nextStep: 'Try again. If that does not help, close the browser fully and open it again.',
  },
  storageNewer: {
    title: 'A newer version was used here',
    sentence:
      'What is stored on this device was written by a newer version of the app. This older one leaves it untouched.',
    nextStep: 'Close all tabs of this app, then open it again to get the newer version.',
  },
  storageGone: {
    title: 'The connection to storage broke',
    sentence:
      'The browser has closed the storage under us. Your latest entries are noted and will be saved when the app is loaded again.',
    nextStep: 'Load the page again.',
  },
  storageLost: {
    title: 'What was stored here is gone',
    sentence: (had: number, has: number) =>
      `This device had ${entries(had)} and now has ${has === 0 ? 'none' : entries(has)}. The browser may have cleared it.`,
    nextStep:
      'Save a copy now: what is open in this window is still here. Then try again to store it on this device.',
  },
  storageFailed: {
    title: 'Saving did not work',
    sentence:
      'The browser refused to save and did not say why. Your latest entries are still in this window.',
    nextStep: 'Try again. If it happens again, save a copy, then load the page again.',
  },
  fileTooLarge: {
    title: 'This file is too large',
    sentence: (bytes: number, limit: number) =>
      `It has ${size(bytes)}; a saved copy never has more than ${size(limit)}.`,
    nextStep: 'Check that you picked the right file. Nothing on this device was changed.',
  },
  fileEmpty: {
    title: 'This file is empty',
    sentence: 'There is nothing in it. It may not have been downloaded or copied to the end.',
    nextStep: 'Save or copy it again where it comes from. Nothing on this device was changed.',
  },
  fileUnreadable: {
    title: 'This file could not be read',
    sentence: 'The device did not hand it over. It may have been moved, or not be downloaded yet.',
    nextStep:
      'Download it to this device first, then pick it again. Nothing on this device was changed.',
  },
  fileNotText: {
    title: 'This file cannot be read',
    sentence: 'A saved copy is a text file, and this is not one, or it was damaged on its way.',
    nextStep: 'Pick another file, or copy this one again. Nothing on this device was changed.',
  },
  fileForeign: {
    title: 'We cannot open this file',
    sentence: (kind: ForeignKind | undefined) =>
      kind === undefined
        ? 'It does not come from this app.'
        : `It looks like ${foreign[kind]}, not like a saved copy or a rubric.`,
    nextStep:
      'Pick a file that was made with Save a copy, or a rubric. Nothing on this device was changed.',
  },
  fileNewer: {
    title: 'This file is from a newer version',
    sentence: 'A newer version of the app saved it, in a form this version cannot read.',
    nextStep: 'Update this app, then open the file again. Nothing on this device was changed.',
  },
  fileHeaderBroken: {
    title: 'The start of this file is damaged',
    sentence: {
      cut: 'It ends inside its first lines, as if the download had stopped.',
      rearranged: 'Another program has laid its text out anew, so we cannot trust what it says.',
    },
    nextStep:
      'Get the file again from where it was saved, without opening it in another program. Nothing on this device was changed.',
  },
  fileNothingUsable: {
    title: 'Nothing in this file can be read',
    sentence: (lines: number) =>
      `It starts like a saved copy, but none of its ${counted(lines, 'line', 'lines')} can be used.`,
    nextStep: 'Get the file again from where it was saved. Nothing on this device was changed.',
  },
  fileRereadFailed: {
    title: 'The copy was not saved',
    sentence: 'We made the copy, read it back to check, and it was not the same.',
    nextStep: 'Try again. If it happens again, load the page again and save the copy then.',
  },
  rubricInvalid: {
    title: 'This rubric has mistakes',
    sentence: (count: number, first: string) =>
      count === 1 ? first : `${counted(count, 'mistake', 'mistakes')}. The first: ${first}`,
    unnamed: 'It does not follow the rules for rubrics.',
    nextStep: 'Correct it, or ask whoever wrote it to, then try again.',
  },
  rubricMissing: {
    title: 'A rubric is missing',
    sentence: (id: string) => `The rubric “${id}” could not be loaded.`,
    nextStep:
      'Load the page again while you are online. Or open a saved copy of the reflection: it brings its rubric along.',
  },
  reflectionMissing: {
    title: 'This reflection is not on this device',
    sentence: 'It may have been made on another device, or in another browser.',
    nextStep: 'Open a saved copy of it, or go back to the first page.',
  },
  pdfFailed: {
    title: 'The PDF could not be made',
    sentence: 'Something went wrong while we drew the pages. Nothing you entered is affected.',
    nextStep: 'Try again. If it happens again, save a copy and make the PDF on another device.',
  },
  saveFileFailed: {
    title: 'The file was not saved',
    sentence: 'The browser did not take the file.',
    nextStep: 'Try again, and allow downloads for this app if the browser asks.',
  },
  offlineIncomplete: {
    title: 'Not ready for offline yet',
    sentence: (count: number) =>
      `We could not store ${counted(count, 'part', 'parts')} of the app on this device.`,
    nextStep: 'Stay online for a moment and load the page again.',
  },
}
