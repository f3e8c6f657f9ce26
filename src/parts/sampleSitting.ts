import { answerEdit, NOTE, responseId, TEAM, type Answer } from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { fieldEdits, scopeEdit, type EvidenceKind } from '#core/reflection.ts'
import { revealEdits, solutionId, trackField } from '#core/workshop.ts'

// The filled sample: an invented team, so that people can look round before they have anything of
// their own. Its words are content, like those of a rubric, and stay as they are in every language.

/** The rubric the sample is about. */
export const SAMPLE_RUBRIC = 'hub-network-organization'
const SECTIONS = ['net.membership', 'net.culture']

const PEOPLE = [
  ['ml', 'ML', 'Maria Lopez', SAMPLE_RUBRIC, 'hub-learning-system'],
  ['sb', 'SB', 'Sam Brown', 'hub-learning-system', SAMPLE_RUBRIC],
  ['ls', 'ŁŠ', 'Łukasz Šimić', 'hub-improvement-activity', 'hub-environmental-relationships'],
  ['lm', '李明', '李明', 'hub-organization', 'hub-improvement-activity'],
  ['ao', 'AO', 'Amina Okafor', 'hub-improvement-activity', 'hub-organization'],
] as const

type Seat = (typeof PEOPLE)[number][0]

/**
 * One letter a person, in the order they sit: 1 to 4 for the boxes, `u` we don't know, `n` not ours,
 * `-` nothing.
 */
const MARKS: Readonly<Record<string, string>> = {
  'net.membership.monitor.1': '33233',
  'net.membership.monitor.2': '32323',
  'net.membership.monitor.3': '21121',
  'net.membership.monitor.4': '14u23',
  'net.membership.roles.1': '32333',
  'net.membership.roles.2': '43434',
  'net.membership.roles.3': '44344',
  'net.membership.roles.4': '12221',
  'net.membership.roles.5': '2u12n',
  'net.culture.norm.1': '22332',
  'net.culture.norm.2': '3413-',
  'net.culture.norm.3': '33343',
  'net.culture.norm.4': '34434',
  'net.culture.evidence.1': '22122',
  'net.culture.evidence.2': '33334',
  'net.culture.evidence.3': '41342',
  'net.culture.evidence.4': '11212',
  'net.culture.identity.1': '33243',
  'net.culture.identity.2': '2232u',
  'net.culture.identity.3': '43444',
  'net.culture.identity.4': '2n1n2',
  'net.culture.trust.1': '34333',
  'net.culture.trust.2': '21221',
  'net.culture.trust.3': '33324',
  'net.culture.trust.4': '32413',
}

const LEVELS: Readonly<Record<string, string>> = { 1: 'need', 2: 'better', 3: 'good', 4: 'great' }

function answerOf(mark: string): Answer | undefined {
  const level = LEVELS[mark]
  if (level !== undefined) return { kind: 'level', level }
  if (mark === 'u') return { kind: 'setAside', reason: 'unknown' }
  return mark === 'n' ? { kind: 'setAside', reason: 'notOurs' } : undefined
}

function markEdits(): readonly Edit[] {
  return Object.entries(MARKS).flatMap(([itemId, marks]) =>
    PEOPLE.flatMap(([seat], at) => {
      const answer = answerOf(marks[at] ?? '-')
      const participantId = personId(seat)
      return answer ? [answerEdit({ participantId, rubricId: SAMPLE_RUBRIC, itemId }, answer)] : []
    }),
  )
}

function personId(seat: Seat): string {
  return `sample-${seat}`
}

interface SampleStrategy {
  readonly name: string
  readonly how: string
  readonly evidence: string
  readonly kind: EvidenceKind
  readonly credit: readonly Seat[]
  readonly items: readonly string[]
}

const STRATEGIES: readonly SampleStrategy[] = [
  {
    name: 'Two-day welcome',
    how: 'Every new cohort starts with two days in one room: why we exist, our aim, one small test, and what the last cohort would do differently.',
    evidence:
      'Spring 2025: 9 of 11 new teams ran a first test within five weeks. The year before it was 4 of 10.',
    kind: 'process',
    credit: ['ml', 'ao'],
    items: ['net.membership.roles.3'],
  },
  {
    name: 'What you sign up for',
    how: 'One page with the hours, the tasks, and the data we will ask for. Principals sign it with the team.',
    evidence: 'Two of 31 schools left in the first year; six of 28 did before we had the page.',
    kind: 'outcome',
    credit: ['sb', 'lm'],
    items: ['net.membership.roles.2', 'net.membership.monitor.1'],
  },
  {
    name: 'The test that did not work',
    how: 'Each meeting opens with somebody’s failed test and the question: what did it teach us?',
    evidence:
      'Survey, May 2025: 26 of 34 members said it is safe to show weak results (17 in 2024).',
    kind: 'survey',
    credit: ['ls'],
    items: ['net.culture.norm.3', 'net.culture.evidence.3'],
  },
  {
    name: 'Idea cards with a name on them',
    how: 'A change idea travels on a card that says who thought of it and who has tried it since.',
    evidence: 'We can lay them out: 41 cards, 15 of them signed by three schools or more.',
    kind: 'artefact',
    credit: ['ao', 'lm'],
    items: ['net.culture.identity.3'],
  },
  {
    name: 'Plain words first',
    how: 'We say “try it out and look” until a team asks what the method is called.',
    evidence: 'Not counted yet. Coaches hear fewer questions about forms.',
    kind: 'notYet',
    credit: ['ls', 'ml'],
    items: ['net.culture.norm.4'],
  },
]

function strategyEdits(): readonly Edit[] {
  return STRATEGIES.flatMap(({ name, how, evidence, kind, credit, items }, order) =>
    fieldEdits('strategy', `sample-strategy-${order}`, {
      name,
      how,
      evidence,
      evidenceKind: kind,
      credit: credit.map(personId),
      items: items.map((itemId) => `${SAMPLE_RUBRIC}/${itemId}`),
      order,
    }),
  )
}

const GROWTH_EDGES = [
  {
    skillId: 'net.membership.monitor',
    hard: 'Our membership guide is three years old. Nobody feels that it is theirs to change, and rural schools are missing from it.',
    borrowed: 'Hold members steady (adapted from Understanding Variation in Improvement Networks)',
  },
  {
    skillId: 'net.culture.evidence',
    hard: 'We look at averages. When we break them down by student group, the room goes quiet.',
    borrowed:
      'The test that did not work (from ŁŠ)\nTrust before tough data (adapted from Generating Traction with Continuous Improvement)',
  },
]

const NEXT_STEPS = [
  {
    what: 'Write the membership guide anew with two rural principals',
    who: 'ML, 李明',
    by: 'Before the fall recruiting',
    sign: 'Both principals can say in a sentence who the network is for',
    from: 'Hold members steady (adapted from Understanding Variation in Improvement Networks)',
  },
  {
    what: 'Break down one chart by student group at the next convening, and talk in pairs first',
    who: 'ŁŠ',
    by: 'Next convening',
    sign: 'At least half of the pairs bring a question of their own',
    from: 'The test that did not work (from ŁŠ)',
  },
]

const SOLUTIONS = [
  {
    sectionId: 'net.membership',
    challengeId: 'net.membership.c2',
    text: 'Two people of each school in every meeting, so that one can leave. Ask for the second name at sign-up.',
  },
  {
    sectionId: 'net.culture',
    challengeId: 'net.culture.c2',
    text: 'One measure on one page, the same every month. Let the school that owns the data speak first.',
  },
]

function planEdits(): readonly Edit[] {
  return [
    ...GROWTH_EDGES.flatMap((edge, order) =>
      fieldEdits('growthEdge', `sample-edge-${order}`, {
        rubricId: SAMPLE_RUBRIC,
        ...edge,
        order,
      }),
    ),
    ...NEXT_STEPS.flatMap((step, order) =>
      fieldEdits('nextStep', `sample-step-${order}`, { ...step, done: false, order }),
    ),
    ...SOLUTIONS.flatMap((solution, order) =>
      fieldEdits('solution', solutionId(SAMPLE_RUBRIC, solution.challengeId), {
        rubricId: SAMPLE_RUBRIC,
        ...solution,
        order,
      }),
    ),
  ]
}

/** What the team agreed on beside its marks, and why. */
function agreedEdits(): readonly Edit[] {
  const place = {
    participantId: TEAM,
    rubricId: SAMPLE_RUBRIC,
    itemId: 'net.membership.monitor.4',
  }
  return [
    answerEdit(place, { kind: 'level', level: 'better' }),
    {
      kind: 'response',
      record: responseId(place),
      field: NOTE,
      value: 'Many kinds of schools, but no rural ones. We had different schools in mind.',
    },
  ]
}

/**
 * Everything in the sample but its rubric.
 *
 * @param date the day it is said to be from, `YYYY-MM-DD`
 */
export function sampleEdits(reflectionId: string, date: string): readonly Edit[] {
  return [
    ...fieldEdits('reflection', reflectionId, {
      sample: true,
      mode: 'team',
      way: 'private',
      plan: 'minutes60',
      team: 'Sample: Cedar Valley hub',
      facilitator: 'Noor Haddad',
      date,
      commitments: ['Share the Air.', 'Say what we do not know'],
      [trackField(SAMPLE_RUBRIC, 'on')]:
        'Teams call each other without us. New people can say what the aim is.',
      [trackField(SAMPLE_RUBRIC, 'off')]:
        'The same three schools talk at every convening. Reports come in late or not at all.',
    }),
    scopeEdit(reflectionId, SAMPLE_RUBRIC, SECTIONS),
    ...PEOPLE.flatMap(([seat, initials, name, knows, learns], order) =>
      fieldEdits('participant', personId(seat), { initials, name, knows, learns, order }),
    ),
    ...markEdits(),
    ...revealEdits(reflectionId, SAMPLE_RUBRIC, SECTIONS),
    ...agreedEdits(),
    ...strategyEdits(),
    ...planEdits(),
  ]
}
