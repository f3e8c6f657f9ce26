import type {
  ChoiceItem,
  PlacementItem,
  StatusItem,
  TableItem,
  TextItem,
  Zone,
} from '#core/rubric.ts'

/** Valid items of the kinds beside the rating, with overrides. */

const OURS = { provenance: 'drafted', source: [] as string[] } as const

export function aChoiceItem(overrides: Partial<ChoiceItem> = {}): ChoiceItem {
  return {
    kind: 'choice',
    id: 'k.ask.one',
    number: '1.2a',
    text: 'Which stage are we mainly in?',
    ...OURS,
    many: false,
    options: [
      { id: 'initiate', label: 'Initiate', hint: 'We plan and gather people.' },
      { id: 'develop', label: 'Develop' },
      { id: 'sustain', label: 'Sustain, spread, scale' },
    ],
    setAside: [{ id: 'unknown', label: "We can't tell" }],
    ...overrides,
  }
}

export function aStatusItem(overrides: Partial<StatusItem> = {}): StatusItem {
  return {
    kind: 'status',
    id: 'k.ask.status',
    number: '1.2c',
    text: 'Create a charter: purpose, members, and decisions are agreed in writing.',
    ...OURS,
    answeredBy: 'together',
    note: true,
    ...overrides,
  }
}

/** Two rows with words to start from, a text, a choice and a date; it grows. */
export function aTableItem(overrides: Partial<TableItem> = {}): TableItem {
  return {
    kind: 'table',
    id: 'k.plan.table',
    number: '1.3a',
    text: 'How does each way of spreading work for us?',
    ...OURS,
    answeredBy: 'together',
    columns: [
      { id: 'offers', label: 'What it offers', kind: 'text', length: 'long' },
      {
        id: 'decision',
        label: 'Decision',
        kind: 'choice',
        options: [
          { id: 'now', label: 'Use now' },
          { id: 'plan', label: 'Plan' },
          { id: 'no', label: 'Not for us' },
        ],
      },
      { id: 'by', label: 'By when', kind: 'date' },
    ],
    rows: [
      {
        id: 'informal',
        label: 'Informal sharing with colleagues',
        cells: { offers: 'Uses ties that exist.' },
        ...OURS,
      },
      { id: 'formal', label: 'Formal presentations', ...OURS },
    ],
    grows: true,
    ...overrides,
  }
}

function aZone(zone: Pick<Zone, 'id' | 'letter' | 'name' | 'text'>, area: Zone['area']): Zone {
  return { ...zone, ...OURS, area }
}

/** Five zones from "no traction" (A) to "impact at scale" (E), and the questions that lead to them. */
export function aPlacementItem(overrides: Partial<PlacementItem> = {}): PlacementItem {
  return {
    kind: 'placement',
    id: 's.place.zone',
    number: '2.1a',
    text: 'Where is this site on the way to impact at scale?',
    ...OURS,
    note: true,
    setAside: [{ id: 'unknown', label: "We don't know" }],
    across: { label: 'Spread', low: 'Hardly anyone', high: 'Whole organization' },
    up: { label: 'Impact on students', low: 'Slight', high: 'High' },
    zones: [
      aZone(
        { id: 'a', letter: 'A', name: 'No traction', text: 'The site has no working team.' },
        { left: 0, right: 25, bottom: 0, top: 15 },
      ),
      aZone(
        { id: 'b', letter: 'B', name: 'Low traction', text: 'Things are done, loosely linked.' },
        { left: 25, right: 100, bottom: 0, top: 20 },
      ),
      aZone(
        { id: 'c', letter: 'C', name: 'Some traction', text: 'A small team tests real changes.' },
        { left: 10, right: 40, bottom: 20, top: 45 },
      ),
      aZone(
        { id: 'd', letter: 'D', name: 'Traction', text: 'Tested changes are spreading.' },
        { left: 40, right: 75, bottom: 40, top: 75 },
      ),
      aZone(
        { id: 'e', letter: 'E', name: 'Impact at scale', text: 'Changes have spread and last.' },
        { left: 75, right: 100, bottom: 75, top: 100 },
      ),
    ],
    guide: {
      steps: [
        { id: 'team', question: 'Is there a team that meets and tests?', no: 'a' },
        { id: 'grounded', question: 'Could what they test really move the aim?', no: 'b' },
        { id: 'beyond', question: 'Has it spread beyond the team?', no: 'c' },
        { id: 'lasting', question: 'Are results better across the system, and lasting?', no: 'd' },
      ],
      yes: 'e',
    },
    ...overrides,
  }
}

export function aTogetherText(overrides: Partial<TextItem> = {}): TextItem {
  return {
    kind: 'text',
    id: 'k.ask.words',
    number: '1.2d',
    text: 'What are we ready to share at this stage?',
    ...OURS,
    answeredBy: 'together',
    length: 'long',
    ...overrides,
  }
}
