import { counted } from './common.ts'

/** Words of the playbook. */
export const playbook = {
  title: 'Playbook',
  lead: 'Strategies by name: what people do, and what to look for to know that it works. From published work, from us, and from the reflections on this device.',
  search: 'Search',
  searchHint: 'A word or two, such as “trust” or “new members”',
  domain: 'Domain',
  allDomains: 'All domains',
  section: 'Section',
  allSections: 'All sections',
  domainFirst: 'Choose a domain first',
  source: 'Origin',
  allSources: 'All origins',
  sourceNames: { collected: 'Named on this device', ours: 'Drafted by us' },
  option: (label: string, count: number) => `${label} (${count})`,
  found: (count: number) => counted(count, 'strategy', 'strategies'),
  showAll: 'Show all',
  showEverything: 'Show all strategies',
  print: 'Print',
  list: 'Strategies',
  loading: 'Opening the strategies…',
  missing:
    'Some rubrics could not be read just now, so their strategies are not listed. Load the page again to try once more.',
  noneTitle: 'No strategy fits',
  none: 'Try fewer or other words, or look in all domains. A strategy that you name in a reflection will be here too.',
  evidence: 'What to look for',
  evidenceTheirs: 'How they know',
  evidenceMine: 'How I know',
  unnamed: 'A strategy without a name',
  elsewhere: 'In a rubric that is not on this device',
  legend:
    'Strategies that come with a rubric say whether a source states them, or whether we adapted or drafted them. None of them is a recipe: look for your own evidence.',
  toSources: 'All sources in full',
  place: (domain: string, section: string) => `${domain} › ${section}`,
  namedHere: 'Named on this device',
  newTab: ' (opens in a new tab, needs a network)',
}
