import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { isNameless, withoutNames } from '#core/anonymous.ts'
import type { Conflict } from '#core/record.ts'
import type { Participant, Reflection } from '#core/reflection.ts'
import { buildReport, type Report } from '#core/report.ts'
import {
  aGrowthEdge,
  aNextStep,
  aParticipant,
  aRatingItem,
  aReflection,
  aResponse,
  aRubric,
  aSection,
  aSkill,
  aStrategy,
  aWorkshop,
} from '../support/builders.ts'
import { aTableItem } from '../support/kinds.ts'

interface Person {
  name: string
  initials: string
}

/** Names that are hard to find, or hard to tell from words. */
const PEOPLE: readonly Person[] = [
  { name: 'Łukasz Šimić', initials: 'ŁŠ' },
  { name: '李明', initials: '李' },
  { name: "Bill O'Neil", initials: 'BO' },
  { name: 'May', initials: 'M' },
  { name: 'Will Long', initials: 'W' },
  { name: 'Jean-Luc van der Berg', initials: 'JvB' },
  { name: 'Sam Brown', initials: 'SB' },
  { name: 'Ωmega Ågren', initials: 'Ω' },
  { name: '', initials: 'P1' },
  { name: 'Ana (Ani) Ruiz', initials: 'A.R' },
  { name: 'N. Q. Xu', initials: 'NQX' },
]

/** Words nobody is called by. */
const FILLER = ['weekly', 'notes', 'helped', 'teams', 'we', 'may', 'will', '52', '“quiet”', 'ünder']

/** A text with people in it, by seat; everything a person can be called. */
type Piece = { word: string } | { seat: number; as: 'name' | 'first' | 'initials' | 'caps' }

const somePiece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ word: fc.constantFrom(...FILLER) }),
  fc.record({
    seat: fc.nat(2),
    as: fc.constantFrom('name' as const, 'first' as const, 'initials' as const, 'caps' as const),
  }),
)
const someText = fc.array(somePiece, { maxLength: 8 })

function calledBy({ name, initials }: Person, as: 'name' | 'first' | 'initials' | 'caps'): string {
  if (name === '' || as === 'initials') return initials
  if (as === 'first') return name.split(' ').find((part) => !part.includes('.')) ?? name
  return as === 'caps' ? name.toLocaleUpperCase() : name
}

/** Punctuation between the words, so that no two names touch: those become one. */
function say(pieces: readonly Piece[], cast: readonly Person[]): string {
  return pieces
    .map((piece) => {
      if ('word' in piece) return piece.word
      const person = cast[piece.seat]
      return person ? calledBy(person, piece.as) : ''
    })
    .join(', ')
}

/** A reflection that says the same things of whoever is in it. */
function reportOf(cast: readonly Person[], texts: readonly (readonly Piece[])[]): Report {
  const text = (index: number) => say(texts[index % texts.length] ?? [], cast)
  const people: readonly Participant[] = cast.map((person, seat) =>
    aParticipant({ ...person, id: `p${seat}`, role: text(0), order: seat }),
  )
  const ref = { rubricId: 'test-rubric', itemId: 'a.one.1' }
  const conflicts: readonly Conflict[] = ['name', 'who', 'hard'].map((field) => ({
    field,
    versions: [text(1), text(2)].map((value, at) => ({ changeId: 'c', value, at, device: 'd' })),
  }))
  const initials = cast.map((person) => person.initials).join(', ')
  const reflection: Reflection = aReflection({
    team: text(3),
    facilitator: cast[0]?.name ?? '',
    participants: people,
    strategies: [
      aStrategy({
        name: text(0),
        how: text(1),
        evidence: text(2),
        credit: people.map(({ id }) => id),
        conflicts,
      }),
    ],
    growthEdges: [
      aGrowthEdge({ hard: text(4), borrowed: `Weekly note (from ${initials})`, conflicts }),
    ],
    nextSteps: [
      aNextStep({
        what: text(5),
        who: text(6),
        by: text(7),
        sign: text(0),
        from: `Weekly note (from ${initials})`,
        conflicts,
      }),
    ],
    workshop: aWorkshop({
      commitments: [text(1)],
      tracks: new Map([['test-rubric', { on: text(2), off: text(3) }]]),
      feedback: new Map([['q', text(4)]]),
      solutions: [
        {
          id: 's',
          rubricId: 'test-rubric',
          sectionId: 'a',
          challengeId: '',
          challenge: text(5),
          text: text(6),
          order: 0,
          deletedElsewhere: false,
          conflicts,
        },
      ],
    }),
    conflicts,
  })
  const responses = [
    ...people.map(({ id }, seat) =>
      aResponse({
        ...ref,
        participantId: id,
        answer: seat === 0 ? 'need' : 'great',
        note: text(seat),
      }),
    ),
    aResponse({ ...ref, participantId: TEAM, answer: 'good', note: text(3) }),
    aResponse({
      ...ref,
      itemId: 'a.one.words',
      participantId: TEAM,
      answer: { kind: 'text', text: text(6) || 'x' },
    }),
    // Strong without a strategy, and set aside: each is in a list of its own.
    aResponse({ ...ref, itemId: 'a.two.1', participantId: 'p1', answer: 'great', note: text(4) }),
    aResponse({ ...ref, itemId: 'a.two.2', participantId: 'p2', answer: 'unknown', note: text(5) }),
    aResponse({
      ...ref,
      itemId: 'a.one.words',
      participantId: 'p0',
      answer: { kind: 'text', text: text(1) || 'x' },
      conflicts,
    }),
  ]
  return buildReport({ reflection, responses, rubrics: [{ rubric: aRubric(), hash: 'h' }] })
}

/** Every string a person wrote in a report; the rubric's own words are left out. */
function ownTexts(report: Report): readonly string[] {
  const found: string[] = []
  const seen = new Set<unknown>()
  const walk = (value: unknown) => {
    if (typeof value === 'string') found.push(value)
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    if (value instanceof Map) for (const one of value.values()) walk(one)
    const members = Object.entries(value)
    for (const [key, one] of members) if (!RUBRICS_OWN.has(key)) walk(one)
  }
  walk(report)
  return found
}

const RUBRICS_OWN = new Set([
  ...'rubric item skill section level id key rubricId itemId sectionId skillId hash boxes'.split(
    ' ',
  ),
  ...'participantId order changeId device field answer'.split(' '),
])

const threePeople = fc.shuffledSubarray([...PEOPLE], { minLength: 3, maxLength: 3 })
const someTexts = fc.array(someText, { minLength: 8, maxLength: 8 })
const STRANGERS: readonly Person[] = [
  { name: 'Zzyzx Qwfp', initials: 'ZQX' },
  { name: 'Brynjolf Teufel', initials: 'TFL' },
  { name: 'Ngaio Umbridge', initials: 'UMB' },
]

describe('a report without names', () => {
  it('is the same whoever was in the room', () => {
    fc.assert(
      fc.property(threePeople, someTexts, (cast, texts) => {
        const mine = withoutNames(reportOf(cast, texts), 'someone')
        const theirs = withoutNames(reportOf(STRANGERS, texts), 'someone')
        expect(mine).toEqual(theirs)
      }),
      { numRuns: 60 },
    )
  })

  it('holds no name and no initials as a word in anything that was written', () => {
    fc.assert(
      fc.property(threePeople, someTexts, (cast, texts) => {
        const said = ownTexts(withoutNames(reportOf(cast, texts), 'someone'))
        for (const { name, initials } of cast) {
          for (const word of [name, initials].filter((one) => one !== '')) {
            expect(said.filter((text) => holdsWord(text, word))).toEqual([])
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('leaves out who left the reflection but is still in the words', () => {
    const strategies = [aStrategy({ evidence: 'Ana Ruiz runs the call; AR sends notes' })]
    const reflection = aReflection({ strategies })
    const report = buildReport({ reflection, responses: [], rubrics: [] })
    const gone = aParticipant({ id: 'p9', name: 'Ana Ruiz', initials: 'AR' })
    const [strategy] = withoutNames(report, 'someone', { removed: [gone] }).reflection.strategies
    expect(strategy?.evidence).toBe('Someone runs the call; someone sends notes')
  })

  it('keeps how many stand in each box, and says that it is nameless', () => {
    const report = reportOf(PEOPLE.slice(0, 3), [[{ word: 'weekly' }]])
    const nameless = withoutNames(report, 'someone')
    const counts = ({ rubrics }: Report) =>
      rubrics[0]?.differences[0]?.boxes.map(({ people }) => people.length)
    expect(counts(nameless)).toEqual([1, 0, 0, 2])
    expect(counts(nameless)).toEqual(counts(report))
    expect([isNameless(report), isNameless(nameless)]).toEqual([false, true])
    expect(nameless.rubrics[0]?.strengths[0]?.people).toEqual([])
  })
})

function holdsWord(text: string, word: string): boolean {
  const safe = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])${safe}(?![\p{L}\p{N}\p{M}])`, 'u').test(text)
}

describe('a rubric without names', () => {
  const cast = [aParticipant({ id: 'p0', name: 'Ngaio Umbridge', initials: 'NU' })]
  const [first] = aRubric().sections
  if (!first) throw new Error('The sample has sections.')
  const item = aTableItem({
    id: 'a.one.table',
    text: 'What Ngaio asks',
    answeredBy: 'together',
    rows: aTableItem().rows.map((row) => ({
      ...row,
      label: `${row.label}, says Ngaio`,
      cells: { offers: 'What Umbridge offers' },
    })),
  })
  const rubric = aRubric({
    title: { text: 'How Ngaio runs it', provenance: 'drafted', source: [] },
    shortTitle: 'Ngaio’s way',
    credit: 'Written by Ngaio Umbridge.',
    sources: [
      { key: 'NU-1', title: 'Umbridge’s blog', url: 'https://example.org/ngaio-umbridge' },
      { key: 'PB-2', title: 'A plain book', url: 'https://example.org/plain' },
    ],
    scales: aRubric().scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((level) => ({ ...level, label: `${level.label}, says Ngaio` })),
    })),
    sections: [
      aSection({
        ...first,
        name: { text: 'Umbridge’s start', provenance: 'drafted', source: [] },
        skills: [
          aSkill({
            id: 'a.one',
            name: { text: 'Asking Ngaio', provenance: 'drafted', source: [] },
            items: [aRatingItem({ id: 'a.one.1', text: 'Ngaio reads the log' }), item],
          }),
        ],
      }),
    ],
  })
  const report = buildReport({
    reflection: aReflection({ participants: cast }),
    responses: [
      aResponse({ participantId: 'p0', itemId: 'a.one.1' }),
      aResponse({
        participantId: TEAM,
        itemId: item.id,
        answer: {
          kind: 'table',
          rows: [
            { id: item.rows[1]?.id ?? '', cells: { offers: 'Ours, says Ngaio' }, isAdded: false },
          ],
        },
      }),
    ],
    rubrics: [{ rubric, hash: 'h' }],
  })

  it('that people wrote has none in any of its words, its credit and its sources', () => {
    const told = withoutNames(report, 'someone', { isWritten: ({ hash }) => hash === 'h' })
    const said = JSON.stringify(told.rubrics)
    expect(said).not.toMatch(/ngaio|umbridge/iu)
    for (const words of ['What someone offers', 'Ours, says someone', ', says someone']) {
      expect(said).toContain(words)
    }
    const [of] = told.rubrics
    expect(of?.rubric.title.text).toBe('How someone runs it')
    expect(of?.rubric.credit).toBe('Written by someone.')
    expect(of?.rubric.sources).toEqual([
      { key: 'SOURCE-1', title: 'Someone’s blog' },
      { key: 'PB-2', title: 'A plain book', url: 'https://example.org/plain' },
    ])
    const row = of?.sections[0]?.skills[0]?.items[0]
    expect(row?.item).toBe(of?.rubric.sections[0]?.skills[0]?.items[0])
    expect(row?.boxes.map(({ level }) => level.label)).toEqual(
      aRubric().scales[0]?.levels.map(({ label }) => `${label}, says someone`),
    )
  })

  it('that came with the app keeps its words', () => {
    expect(withoutNames(report, 'someone').rubrics[0]?.rubric).toBe(rubric)
  })
})
