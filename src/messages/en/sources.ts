import type { Provenance } from '#core/rubric.ts'
import { counted } from './common.ts'
import { rubricFacts } from './rubricFacts.ts'

const marks: Record<Provenance, string> = {
  source:
    'A published text or a slide says this. We say it in our own words; a few short labels are kept as they are.',
  adapted:
    'The idea is a source’s. We turned it into something a hub can rate, ask or do, so the words and the fit are ours.',
  drafted:
    'No source we know says this. We wrote it because the rubric needs it. Take it as a draft: try it, and change what does not fit.',
}

/** Words of the page on where the words come from. */
export const sources = {
  title: 'Sources',
  lead: 'Where the words come from: what researchers and practitioners have published, and what is ours.',
  loading: 'Opening the rubrics…',
  missing:
    'Some rubrics could not be read just now, so this page is not whole. Load it again to try once more.',
  marksTitle: 'The three marks',
  marks,
  oursTitle: 'What is official, and what is ours',
  ours: [
    'Nothing in this app is an official instrument. The people and organizations named here have not reviewed it, and none of it is validated: there are no scores, no norms and no ranking.',
    '“Based on published work” means that the structure, and often the labels, are a source’s. “Community draft” means that structure and words are ours, with the sources we leaned on.',
    'Most wording is ours, not the researchers’. Where a line is marked as ours, please do not quote it as theirs.',
  ],
  rubricsTitle: 'Rubrics',
  families: rubricFacts.families,
  statuses: rubricFacts.origins,
  version: (version: string) => `Version ${version}`,
  lines: (count: number) => counted(count, 'line', 'lines'),
  linesBy: {
    source: (count: number) => `${count} stated by a source`,
    adapted: (count: number) => `${count} adapted`,
    drafted: (count: number) => `${count} ours`,
  } satisfies Record<Provenance, (count: number) => string>,
  listTitle: (count: number) => counted(count, 'source', 'sources'),
  usedIn: 'Drawn on by',
  used: (rubric: string, lines: string) => `${rubric} (${lines})`,
  newTab: ' (opens in a new tab, needs a network)',
  licenseTitle: 'Licenses',
  license: [
    'The texts of our rubrics may be used, changed and passed on together with this app, under the MIT License, with the credit lines above. That holds for our wording only.',
    'Titles, labels and ideas of the sources belong to their authors. Most of them state no license for their instruments: ask them before you print their words.',
  ],
}
