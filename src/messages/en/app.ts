/** Words of the shell: header, rail, screens for when something is wrong. */
export const app = {
  skip: 'Skip to the page',
  rubrics: (count: number) => `${count} rubrics`,
  opening: 'Opening what is stored on this device…',
  steps: 'Steps of this reflection',
  setup: 'Set up',
  learn: 'Learn',
  reflect: 'Reflect',
  share: 'Share',
  plan: 'Plan',
  summary: 'Summary',
  device: 'This device',
  about: 'About',
  /** What the browser calls the pages. */
  titles: {
    new: { team: 'Set up a workshop', individual: 'Reflect on my own' },
    print: 'Print blank rubrics',
    open: 'Open a file',
    device: 'This device',
    playbook: 'Playbook',
    rubrics: 'Rubrics',
    rubric: 'Rubrics',
    sources: 'Sources',
    editor: 'Write a rubric',
    ready: 'Ready for the room',
    projector: 'Projector view',
    about: 'About Hub Reflect',
  },
  more: 'More',
  saving: 'Saving…',
  saved: (time: string) => `Saved on this device ${time}`,
  savedBefore: 'Saved on this device',
  savedShort: (time: string) => `Saved ${time}`,
  savedBeforeShort: 'Saved',
  unsaved: 'Not saved: what to do',
  unsavedShort: 'Not saved',
  unsavedKeep:
    'Everything you entered is still on screen and will be kept while this page is open.',
  missingTitle: 'This reflection is not on this device',
  missing:
    'It may have been started on another device, or deleted here. If you have a saved copy, open it.',
  openFile: 'Open a file…',
  notFoundTitle: 'There is no such page',
  notFound: 'The address may be from an older version. Everything you entered is where it was.',
  lostTitle: 'Something is missing from this device',
  lost: (had: number, has: number) =>
    `This browser held ${had} entries for Hub Reflect and now holds ${has}. The browser may have cleared them, or its files may be damaged. Nothing was deleted by Hub Reflect.`,
  lostNext: 'If you saved a copy, open it now: what is still here is kept and the rest comes back.',
  lostContinue: 'Go on with what is here',
  deleted: 'This reflection was deleted. Everything in it is still here.',
  bringBack: 'Bring it back',
  recovered: (count: number) =>
    count === 1
      ? 'One entry that had not reached the disk was recovered.'
      : `${count} entries that had not reached the disk were recovered.`,
  crashTitle: 'This page stopped working',
  crash:
    'Your entries are on this device: nothing here deletes them. Load the page again to go on where you were.',
  crashReload: 'Load again',
  crashSave: 'Save a copy of everything',
  crashDetail: 'For whoever helps you',
  memoryGoOn: 'Go on without storage',
  memoryHint:
    'Without storage everything works, but closing this page loses it: save a copy before you close.',
  sampleBadge: 'Sample',
  individual: 'On my own',
}
