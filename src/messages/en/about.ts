/** Words of the page about the app. */
export const about = {
  title: 'About Hub Reflect',
  lead: 'A conversation tool for the hub teams of education improvement networks. Not a test, not a score, not a validated instrument.',
  whatTitle: 'What it is for',
  what: [
    'A hub team, or one leader, goes through a rubric of leadership methods and places initials in the box that fits today. Where a method is strong, someone names the strategy behind it and how they know it works.',
    'What leaves the room is paper people want to keep: who stands where, strategies by name with their evidence, and what to talk about first.',
  ],
  dataTitle: 'Where your entries are',
  data: [
    'Everything stays in this browser, on this device. There is no account, no server and no tracking, and after the first visit no network is needed.',
    'It is protected by whatever protects the device. Save a copy now and then: browsers can clear what they store.',
  ],
  wordsTitle: 'Where the words come from',
  words:
    'Every goal, name, method, challenge and strategy carries a mark. Most wording is ours, not the researchers’.',
  toSources: 'All sources, rubric by rubric',
  toPlaybook: 'The playbook of strategies',
  licenceTitle: 'License',
  licence:
    'The code is free software under the MIT License. The typefaces are Source Sans 3 and Source Serif 4, in cuts of our own, under the SIL Open Font License.',
  version: (version: string) => `Version ${version}`,
}
