import { sealChange, type Change, type UnsealedChange } from '#core/change.ts'
import type { Answer, Response } from '#core/answer.ts'
import type { Workshop } from '#core/workshop.ts'
import type { GrowthEdge, NextStep, Participant, Reflection, Strategy } from '#core/reflection.ts'
import type {
  CreditedText,
  Level,
  NamedStrategy,
  RatingItem,
  Rubric,
  Scale,
  Section,
  Skill,
  TextItem,
} from '#core/rubric.ts'
import { aChoiceItem, aPlacementItem, aStatusItem, aTableItem, aTogetherText } from './kinds.ts'

/** Valid values with overrides: every test says only what it is about. */

export const FOUR_LEVELS: readonly Level[] = [
  { id: 'need', label: 'We really need to do this', short: 'Need to', asksForStrategy: false },
  {
    id: 'better',
    label: 'We could probably get better at this',
    short: 'Get better',
    asksForStrategy: false,
  },
  { id: 'good', label: "We're pretty good at this", short: 'Pretty good', asksForStrategy: true },
  { id: 'great', label: "We're great at this", short: 'Great', asksForStrategy: true },
]

export function aCreditedText(text: string, overrides: Partial<CreditedText> = {}): CreditedText {
  return { text, provenance: 'drafted', source: [], ...overrides }
}

export function aScale(overrides: Partial<Scale> = {}): Scale {
  return {
    id: 'four-boxes',
    levels: [...FOUR_LEVELS],
    setAside: [
      { id: 'unknown', label: "We don't know" },
      { id: 'notOurs', label: 'Not our job, or not yet' },
    ],
    ...overrides,
  }
}

export function aRatingItem(overrides: Partial<RatingItem> = {}): RatingItem {
  return {
    kind: 'rating',
    id: 'a.one.1',
    number: '1.1a',
    text: 'Adapt the membership guide as the needs of the network shift.',
    provenance: 'drafted',
    source: [],
    scale: 'four-boxes',
    ...overrides,
  }
}

export function aTextItem(overrides: Partial<TextItem> = {}): TextItem {
  return {
    kind: 'text',
    id: 'a.one.words',
    number: '1.1b',
    text: 'What makes you say so?',
    provenance: 'drafted',
    source: [],
    length: 'long',
    ...overrides,
  }
}

export function aSkill(overrides: Partial<Skill> = {}): Skill {
  return {
    id: 'a.one',
    number: '1.1',
    name: aCreditedText('Build membership'),
    items: [aRatingItem()],
    ...overrides,
  }
}

export function aNamedStrategy(overrides: Partial<NamedStrategy> = {}): NamedStrategy {
  return {
    id: 'a.s1',
    name: 'Membership guide',
    what: 'A living page on who should be in the network.',
    evidence: 'The page with dates of changes.',
    provenance: 'drafted',
    source: [],
    ...overrides,
  }
}

export function aSection(overrides: Partial<Section> = {}): Section {
  return {
    id: 'a',
    number: '1',
    name: aCreditedText('Build membership and engagement'),
    challenges: [{ id: 'a.c1', text: 'Managing turnover', provenance: 'drafted', source: [] }],
    skills: [aSkill()],
    strategies: [aNamedStrategy()],
    ...overrides,
  }
}

/** A small valid rubric: two sections, three skills, four rating items and one text item. */
export function aRubric(overrides: Partial<Rubric> = {}): Rubric {
  return {
    format: 'hub-reflect-rubric',
    formatVersion: 1,
    id: 'test-rubric',
    version: '1.0.0',
    lang: 'en-US',
    title: aCreditedText('Managing the network', { provenance: 'source', source: ['DECK'] }),
    shortTitle: 'Network',
    goal: aCreditedText('Let the network grow as a learning organization.'),
    status: 'based-on',
    itemNoun: { one: 'method', many: 'methods' },
    scales: [aScale()],
    sections: [
      aSection({
        skills: [
          aSkill({ items: [aRatingItem(), aTextItem()] }),
          aSkill({
            id: 'a.two',
            number: '1.2',
            name: aCreditedText('Develop roles'),
            items: [
              aRatingItem({ id: 'a.two.1', number: '1.2a', text: 'Say what each role does.' }),
              aRatingItem({ id: 'a.two.2', number: '1.2b', text: 'Welcome new members.' }),
            ],
          }),
        ],
      }),
      aSection({
        id: 'b',
        number: '2',
        name: aCreditedText('Build network culture'),
        challenges: [],
        strategies: [],
        skills: [
          aSkill({
            id: 'b.one',
            number: '2.1',
            name: aCreditedText('Build trust'),
            items: [aRatingItem({ id: 'b.one.1', number: '2.1a', text: 'Keep promises.' })],
          }),
        ],
      }),
    ],
    sources: [{ key: 'DECK', title: 'On or Off Track', url: 'https://example.org/deck' }],
    credit: 'Based on a published tool. Wording by the makers of this app.',
    ...overrides,
  }
}

/**
 * A valid rubric with an item of every kind. Section `k`: a rating and a text (`k.rate.*`), a choice
 * of one, a choice of many, a status and a text answered together (`k.ask.*`), a table
 * (`k.plan.table`). Section `s` is asked for each site: a map and a text (`s.place.*`).
 */
export function aRubricOfAllKinds(overrides: Partial<Rubric> = {}): Rubric {
  const rate = [
    aRatingItem({ id: 'k.rate.1', text: 'We keep our promises.' }),
    aTextItem({ id: 'k.rate.words', number: '1.1b' }),
  ]
  const many = aChoiceItem({
    id: 'k.ask.many',
    number: '1.2b',
    text: 'What do we want to practice today?',
    many: true,
    note: true,
    options: [
      { id: 'teach', label: 'All teach, all learn' },
      { id: 'curious', label: 'Curiosity over certainty' },
      { id: 'share', label: 'Share the air' },
    ],
  })
  const why = aTextItem({ id: 's.place.why', number: '2.1b', text: 'What is our evidence?' })
  return aRubric({
    id: 'kinds-rubric',
    title: aCreditedText('Every kind of item', { provenance: 'source', source: ['DECK'] }),
    shortTitle: 'Every kind',
    family: 'improvement',
    itemNoun: { one: 'question', many: 'questions' },
    about: [aCreditedText('Answer what helps you today. The rest can wait.')],
    sections: [
      aSection({
        id: 'k',
        name: aCreditedText('One of each'),
        about: [aCreditedText('Some are answered by each person, some by all together.')],
        skills: [
          aSkill({ id: 'k.rate', name: aCreditedText('Rate and say why'), items: rate }),
          aSkill({
            id: 'k.ask',
            number: '1.2',
            name: aCreditedText('Choose and check'),
            items: [aChoiceItem(), many, aStatusItem(), aTogetherText()],
          }),
          aSkill({
            id: 'k.plan',
            number: '1.3',
            name: aCreditedText('Plan in a table'),
            items: [aTableItem()],
          }),
        ],
      }),
      aSection({
        id: 's',
        number: '2',
        name: aCreditedText('Site by site'),
        challenges: [],
        strategies: [],
        skills: [
          aSkill({
            id: 's.place',
            number: '2.1',
            name: aCreditedText('Place each site'),
            eachSite: true,
            items: [aPlacementItem(), why],
          }),
        ],
      }),
    ],
    ...overrides,
  })
}

/** A valid rubric of a given size, for paper and speed: every name and number is in its place. */
export function aRubricOfSize(size: { sections: number; skills: number; items: number }): Rubric {
  const count = (length: number) => Array.from({ length }, (_, index) => index + 1)
  const letter = (index: number) => String.fromCharCode(96 + index)
  return aRubric({
    id: 'sized-rubric',
    sections: count(size.sections).map((s) =>
      aSection({
        id: `s${s}`,
        number: `${s}`,
        name: aCreditedText(`Section ${s}`),
        challenges: [],
        strategies: [],
        skills: count(size.skills).map((k) =>
          aSkill({
            id: `s${s}.k${k}`,
            number: `${s}.${k}`,
            name: aCreditedText(`Skill ${s}.${k}`),
            items: count(size.items).map((i) =>
              aRatingItem({
                id: `s${s}.k${k}.${i}`,
                number: `${s}.${k}${letter(i)}`,
                text: `Method ${s}.${k}${letter(i)}: return to the guide as the network's needs shift.`,
              }),
            ),
          }),
        ),
      }),
    ),
  })
}

export function aParticipant(overrides: Partial<Participant> = {}): Participant {
  return {
    id: 'p1',
    initials: 'SB',
    name: 'Sam Brown',
    role: '',
    knows: '',
    learns: '',
    order: 1,
    deletedElsewhere: false,
    conflicts: [],
    ...overrides,
  }
}

/** A response; `answer` may be given short: a level id, or `unknown` / `notOurs`. */
export function aResponse(
  overrides: Partial<Omit<Response, 'answer'>> & { answer?: Answer | string | undefined } = {},
): Response {
  const { answer = 'good', ...rest } = overrides
  return {
    participantId: 'p1',
    rubricId: 'test-rubric',
    itemId: 'a.one.1',
    siteId: undefined,
    note: '',
    at: 1_795_000_000_000,
    conflicts: [],
    ...rest,
    answer: 'answer' in overrides && overrides.answer === undefined ? undefined : toAnswer(answer),
  }
}

function toAnswer(answer: Answer | string): Answer {
  if (typeof answer !== 'string') return answer
  if (answer === 'unknown' || answer === 'notOurs') return { kind: 'setAside', reason: answer }
  return { kind: 'level', level: answer }
}

export function aStrategy(overrides: Partial<Strategy> = {}): Strategy {
  return {
    id: 'st1',
    name: 'Weekly team note',
    how: 'A few lines a week, answered within days.',
    evidence: 'Nine of ten teams report each week.',
    evidenceKind: 'process',
    credit: ['p1'],
    items: [{ rubricId: 'test-rubric', itemId: 'a.one.1' }],
    order: 1,
    deletedElsewhere: false,
    conflicts: [],
    ...overrides,
  }
}

export function aGrowthEdge(overrides: Partial<GrowthEdge> = {}): GrowthEdge {
  return {
    id: 'g1',
    rubricId: 'test-rubric',
    skillId: 'a.two',
    hard: 'People leave before they settle in.',
    borrowed: '',
    order: 1,
    deletedElsewhere: false,
    conflicts: [],
    ...overrides,
  }
}

export function aNextStep(overrides: Partial<NextStep> = {}): NextStep {
  return {
    id: 'n1',
    what: 'Draft the welcome',
    who: 'Sam',
    by: '2026-12-15',
    sign: 'Two new members say it helped',
    done: false,
    from: '',
    carried: '',
    order: 1,
    deletedElsewhere: false,
    conflicts: [],
    ...overrides,
  }
}

/** A session in which nothing was settled yet. */
export function aWorkshop(overrides: Partial<Workshop> = {}): Workshop {
  return {
    plan: '',
    after: '',
    revealed: new Map(),
    commitments: [],
    tracks: new Map(),
    feedback: new Map(),
    solutions: [],
    ...overrides,
  }
}

/** A team of two (SB and ML) with `aRubric()` pinned and every section in scope. */
export function aReflection(overrides: Partial<Reflection> = {}): Reflection {
  return {
    id: 'r1',
    mode: 'team',
    way: 'open',
    team: 'Cedar hub',
    date: '2026-11-22',
    facilitator: 'Ana',
    sample: false,
    rubrics: [{ rubricId: 'test-rubric', hash: 'hash-of-test-rubric', scope: undefined }],
    participants: [
      aParticipant(),
      aParticipant({ id: 'p2', initials: 'ML', name: 'Mei Lin', order: 2 }),
    ],
    sites: [],
    strategies: [],
    growthEdges: [],
    nextSteps: [],
    workshop: aWorkshop(),
    changedAt: 1_795_000_000_000,
    deleted: false,
    conflicts: [],
    ...overrides,
  }
}

/** A sealed, intact change: the first one of device A, naming the team of reflection r1. */
export function aChange(overrides: Partial<UnsealedChange> = {}): Change {
  return sealChange({
    v: 1,
    device: 'device-a',
    seq: 1,
    at: 1_795_000_000_000,
    tz: -300,
    reflection: 'r1',
    kind: 'reflection',
    record: 'r1',
    field: 'team',
    value: 'Cedar hub',
    supersedes: [],
    ...overrides,
  })
}
