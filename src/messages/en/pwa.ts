/** Words of pwa. */
export const pwa = {
  offline: {
    ready: 'Ready to work offline',
    readyDetail: 'Everything is on this device. You can close the lid on the Wi-Fi.',
    failed: 'Not ready to work offline yet',
    failedDetail:
      'We could not fetch every part of the app. Reload this page while you are connected.',
    incomplete: (count: number) =>
      count === 1 ? 'One part of the app is missing' : `${count} parts of the app are missing`,
    incompleteDetail: 'You can go on. Connect to the internet, then fetch what is missing.',
    fetchMissing: 'Fetch what is missing',
    dismiss: 'OK',
  },
  update: {
    title: 'A new version is ready',
    detail: 'What you have entered stays as it is.',
    now: 'Update now',
    later: 'After this reflection',
    notNow: 'Not now',
    held: 'We update as soon as this form is closed.',
    applying: 'Updating…',
    failed: 'Not updated: what you are typing could not be saved. Try again.',
  },
  install: {
    title: 'Keep Hub Reflect on this device',
    detail:
      'As an app it opens from the home screen, and the browser keeps your reflections safer.',
    install: 'Install',
    later: 'Not now',
    stepsTitle: 'Add it to your home screen first',
    stepsWhy:
      'The app on the home screen has a store of its own. Add it before you start a reflection.',
    steps: [
      'Tap the Share button, the square with an arrow.',
      'Choose “Add to Home Screen”.',
      'Open Hub Reflect from there.',
    ],
  },
}
