import { describe, expect, it } from 'vitest'
import { spreadOf } from '#core/itemReport.ts'
import { buildReport, scopedItemIds, type Report } from '#core/report.ts'
import {
  aCreditedText,
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
  aTextItem,
  FOUR_LEVELS,
} from '../support/builders.ts'
import { by, draw, reportOf } from '../support/drawReport.ts'

describe('the report of a reflection', () => {
  it('of which nothing is filled in', () => {
    expect(draw(reportOf())).toMatchInlineSnapshot(`
      "0 of 2 people, 0 of 5 items
      1 Build membership and engagement: 0 of 2 people, 0 of 4 items
        1.1 [· | · | · | ·]
          1.1a [· | · | · | ·] none
          1.1b [] none
        1.2 [· | · | · | ·]
          1.2a [· | · | · | ·] none
          1.2b [· | · | · | ·] none
      2 Build network culture: 0 of 2 people, 0 of 1 items
        2.1 [· | · | · | ·]
          2.1a [· | · | · | ·] none
      strengths:
      differences:
      without strategy:
      set aside:
      hidden: 0"
    `)
  })

  it('of one person', () => {
    const reflection = aReflection({ mode: 'individual', participants: [aParticipant()] })
    const responses = [
      by('p1', 'a.one.1', 'need'),
      by('p1', 'a.two.1', 'great'),
      by('p1', 'a.two.2', 'good'),
      by('p1', 'a.one.words', { kind: 'text', text: 'Two people left.' }),
    ]
    expect(draw(reportOf(responses, { reflection }))).toMatchInlineSnapshot(`
      "1 of 1 people, 4 of 5 items
      1 Build membership and engagement: 1 of 1 people, 4 of 4 items
        1.1 [SB1 | · | · | ·]
          1.1a [SB | · | · | ·] none
          1.1b [] none; SB: "Two people left."
        1.2 [· | · | SB1 | SB1]
          1.2a [· | · | · | SB] none
          1.2b [· | · | SB | ·] none
      2 Build network culture: 0 of 1 people, 0 of 1 items
        2.1 [· | · | · | ·]
          2.1a [· | · | · | ·] none
      strengths:
      differences:
      without strategy: 1.2a 1.2b
      set aside:
      hidden: 0"
    `)
  })

  it('of a team that sees things differently, sets some aside and names strategies', () => {
    const reflection = aReflection({
      participants: [
        aParticipant(),
        aParticipant({ id: 'p2', initials: 'ML', order: 2 }),
        aParticipant({ id: 'p3', initials: '李明', order: 3 }),
      ],
      strategies: [
        aStrategy({ id: 's1', name: 'No proof yet', evidence: '', credit: ['p1', 'p2', 'p3'] }),
        aStrategy({ id: 's2', name: 'One fan' }),
        aStrategy({
          id: 's3',
          name: 'Two fans',
          credit: ['p3', 'p1', 'gone'],
          items: [
            { rubricId: 'test-rubric', itemId: 'a.two.2' },
            { rubricId: 'test-rubric', itemId: 'a.one.1' },
          ],
        }),
        aStrategy({ id: 's4', name: 'Of another rubric', items: [{ rubricId: 'x', itemId: 'y' }] }),
        aStrategy({ id: 's5', name: 'Of no item', items: [] }),
      ],
    })
    const responses = [
      by('p1', 'a.one.1', 'need'),
      by('p2', 'a.one.1', 'great'),
      by('p3', 'a.one.1', 'unknown'),
      by('p1', 'a.two.1', 'good'),
      by('p2', 'a.two.1', 'better'),
      by('p3', 'a.two.1', 'good'),
      by('p1', 'a.two.2', 'notOurs'),
      by('p2', 'a.two.2', 'notOurs'),
      by('p3', 'a.two.2', 'unknown'),
      by('p1', 'b.one.1', 'better'),
      by('p2', 'b.one.1', 'great'),
      by('p2', 'a.one.words', { kind: 'text', text: 'We lost a coach.' }),
    ]
    expect(draw(reportOf(responses, { reflection }))).toMatchInlineSnapshot(`
      "3 of 3 people, 5 of 5 items
      1 Build membership and engagement: 3 of 3 people, 4 of 4 items
        1.1 [SB1 | · | · | ML1]
          1.1a [SB | · | · | ML] apart; unknown: 李明; strategy: No proof yet; strategy: One fan; strategy: Two fans
          1.1b [] none; ML: "We lost a coach."
        1.2 [· | ML1 | SB1 李明1 | ·]
          1.2a [· | ML | SB 李明 | ·] near
          1.2b [· | · | · | ·] none; unknown: 李明; notOurs: SB ML; strategy: Two fans
      2 Build network culture: 2 of 3 people, 1 of 1 items
        2.1 [· | SB1 | · | ML1]
          2.1a [· | SB | · | ML] apart
      strengths: Two fans (SB 李明) 1.1a 1.2b, One fan (SB) 1.1a, No proof yet (SB ML 李明) 1.1a
      differences: 1.1a 2.1a
      without strategy: 1.2a 2.1a
      set aside: 1.1a 1.2b
      hidden: 0"
    `)
  })

  it('of one section: the rest is hidden and counted, never dropped', () => {
    const reflection = aReflection({
      rubrics: [{ rubricId: 'test-rubric', hash: 'h', scope: ['b'] }],
    })
    const responses = [
      by('p1', 'a.one.1', 'need'),
      by('p2', 'a.one.1', 'unknown'),
      by('p1', 'b.one.1', 'good'),
      by('p1', 'z.gone.1', 'good'),
      by('p2', 'a.two.1', undefined),
      by('p2', 'a.one.words', { kind: 'text', text: '  ' }),
      by('left', 'a.one.1', 'need'),
      aResponse({ rubricId: 'another', answer: 'good' }),
    ]
    expect(draw(reportOf(responses, { reflection }))).toMatchInlineSnapshot(`
      "1 of 2 people, 1 of 1 items
      2 Build network culture: 1 of 2 people, 1 of 1 items
        2.1 [· | · | SB1 | ·]
          2.1a [· | · | SB | ·] none
      strengths:
      differences:
      without strategy: 2.1a
      set aside:
      hidden: 3"
    `)
  })
})

describe('spread', () => {
  const boxes = (counts: readonly number[]) =>
    counts.map((count, index) => ({
      level: FOUR_LEVELS[index] ?? { id: 'x', label: 'x', short: 'x', asksForStrategy: false },
      people: Array.from({ length: count }, (_, seat) => aParticipant({ id: `p${index}${seat}` })),
    }))

  it.each([
    [[], 'none'],
    [[0, 0, 0, 0], 'none'],
    [[0, 1, 0, 0], 'none'],
    [[0, 2, 0, 0], 'together'],
    [[0, 0, 0, 9], 'together'],
    [[1, 1, 0, 0], 'near'],
    [[0, 0, 5, 1], 'near'],
    [[1, 0, 1, 0], 'apart'],
    [[1, 1, 1, 0], 'apart'],
    [[1, 0, 0, 1], 'apart'],
    [[1, 1], 'near'],
  ] as const)('of marks %j is "%s"', (counts, spread) => {
    expect(spreadOf(boxes(counts))).toBe(spread)
  })

  it('lists the widest first, then those most people marked, then as printed', () => {
    const people = ['p1', 'p2', 'p3'].map((id, order) => aParticipant({ id, order }))
    const marks: [item: string, levels: (string | undefined)[]][] = [
      ['a.one.1', ['need', 'good', undefined]],
      ['a.two.1', ['better', 'great', undefined]],
      ['a.two.2', ['need', 'good', 'good']],
      ['b.one.1', ['need', 'great', undefined]],
    ]
    const responses = marks.flatMap(([item, levels]) =>
      levels.map((level, index) => by(`p${index + 1}`, item, level)),
    )
    const { differences } = reportOf(responses, {
      reflection: aReflection({ participants: people }),
    })
    expect(differences.map(({ item }) => item.number)).toEqual(['2.1a', '1.2b', '1.1a', '1.2a'])
  })

  it('is talked about first where it is widest, at no more than three items and with enough marks', () => {
    const people = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id, order) => aParticipant({ id, order }))
    const marks: [item: string, levels: (string | undefined)[]][] = [
      ['a.one.1', ['need', 'good', 'good']],
      ['a.one.2', ['need', 'good', 'good']],
      ['a.two.1', ['better', 'great', 'great']],
      ['a.two.2', ['need', 'great', undefined]],
      ['b.one.1', ['need', 'great', 'need']],
    ]
    const responses = marks.flatMap(([item, levels]) =>
      levels.map((level, index) => by(`p${index + 1}`, item, level)),
    )
    const numbers = (count: number) => {
      const reflection = aReflection({ participants: people.slice(0, count) })
      return reportOf(responses, { reflection }).talkFirst.map(({ item }) => item.number)
    }
    // Two marks of five people are too few to talk about; of three or four they are half.
    expect(numbers(5)).toEqual(['2.1a', '1.1a', '1.2a'])
    expect(numbers(4)).toEqual(['2.1a', '1.2b', '1.1a'])
  })
})

describe('what the team agreed on', () => {
  it('stands beside the marks and is none of them', () => {
    const { sections, coverage } = reportOf([by('team', 'a.one.1', 'better')])
    const item = sections[0]?.skills[0]?.items[0]
    expect(item?.team).toEqual({ kind: 'level', level: 'better' })
    expect(item?.answered).toBe(0)
    expect(coverage).toMatchObject({ people: 0, items: 0 })
  })
})

describe('answers that do not fit', () => {
  it('counts a mark at a level the scale does not have as hidden, not as an answer', () => {
    const report = reportOf([by('p1', 'a.one.1', 'superb'), by('p2', 'a.one.1', 'good')])
    expect(report.sections[0]?.skills[0]?.items[0]?.answered).toBe(1)
    expect(report.coverage).toEqual({ people: 1, ofPeople: 2, items: 1, ofItems: 5 })
    expect(report.hiddenAnswers).toBe(1)
  })

  it('counts a mark on an item of words as hidden', () => {
    const report = reportOf([by('p1', 'a.one.words', 'good')])
    expect(report.coverage.items).toBe(0)
    expect(report.hiddenAnswers).toBe(1)
  })

  it('takes empty words for no answer', () => {
    const blank = [by('p1', 'a.one.words', { kind: 'text', text: '' })]
    expect(reportOf(blank).coverage.people).toBe(0)
    expect(reportOf(blank).hiddenAnswers).toBe(0)
  })
})

describe('strategies', () => {
  const rated = [by('p1', 'a.one.1', 'good')]

  it('are asked for where a mark lies at a level that asks, and only there', () => {
    expect(draw(reportOf(rated))).toContain('without strategy: 1.1a')
    expect(reportOf([by('p1', 'a.one.1', 'better')]).withoutStrategy).toEqual([])
    expect(reportOf([by('p1', 'a.one.1', 'unknown')]).withoutStrategy).toEqual([])
    const named = aReflection({ strategies: [aStrategy()] })
    expect(reportOf(rated, { reflection: named }).withoutStrategy).toEqual([])
  })

  it('are still asked for when the only one is an empty card', () => {
    const empty = aStrategy({ name: ' ', how: '', evidence: '' })
    const report = reportOf(rated, { reflection: aReflection({ strategies: [empty] }) })
    expect(report.withoutStrategy).toHaveLength(1)
    expect(report.strengths).toEqual([])
  })

  it('count as a strength without a mark, because the team named them', () => {
    const report = reportOf([], { reflection: aReflection({ strategies: [aStrategy()] }) })
    expect(report.strengths).toHaveLength(1)
    expect(report.sections.map(({ strategies }) => strategies.length)).toEqual([1, 0])
  })
})

describe('retired items', () => {
  const rubric = aRubric({
    sections: [
      aSection({
        skills: [
          aSkill({ items: [aRatingItem({ retired: true }), aTextItem()] }),
          aSkill({
            id: 'a.two',
            number: '1.2',
            items: [aRatingItem({ id: 'a.two.1', number: '1.2a', retired: true })],
          }),
        ],
      }),
      aSection({
        id: 'b',
        number: '2',
        name: aCreditedText('All retired'),
        skills: [
          aSkill({
            id: 'b.one',
            number: '2.1',
            items: [aRatingItem({ id: 'b.one.1', number: '2.1a', retired: true })],
          }),
        ],
      }),
    ],
  })

  it('are not asked, nor are skills and sections of nothing else; their marks are counted', () => {
    const report = reportOf([by('p1', 'a.one.1', 'good'), by('p1', 'a.two.1', 'good')], { rubric })
    expect(report.sections.map(({ section }) => section.id)).toEqual(['a'])
    expect(report.sections[0]?.skills.map(({ skill }) => skill.id)).toEqual(['a.one'])
    expect(report.coverage.ofItems).toBe(1)
    expect(report.hiddenAnswers).toBe(2)
    expect(scopedItemIds(aReflection(), rubric)).toEqual(['a.one.words'])
  })
})

describe('the whole report', () => {
  it('keeps people, next steps and one report for each definition, growth edges with theirs', () => {
    const other = aRubric({ id: 'other-rubric' })
    const reflection = aReflection({
      growthEdges: [aGrowthEdge(), aGrowthEdge({ id: 'g2', rubricId: 'other-rubric' })],
      nextSteps: [aNextStep()],
    })
    const report: Report = buildReport({
      reflection,
      responses: [aResponse(), aResponse({ rubricId: 'other-rubric', answer: 'need' })],
      rubrics: [
        { rubric: aRubric(), hash: 'one' },
        { rubric: other, hash: 'two' },
      ],
    })
    expect(report.people).toBe(reflection.participants)
    expect(report.nextSteps).toBe(reflection.nextSteps)
    expect(report.rubrics.map(({ hash }) => hash)).toEqual(['one', 'two'])
    expect(report.rubrics.map(({ growthEdges }) => growthEdges.map(({ id }) => id))).toEqual([
      ['g1'],
      ['g2'],
    ])
    expect(report.rubrics.map(({ coverage }) => coverage.people)).toEqual([1, 1])
    expect(report.rubrics.map(({ hiddenAnswers }) => hiddenAnswers)).toEqual([0, 0])
  })

  it('holds no score, total or mean: nothing in it adds levels up', () => {
    const keys = new Set<string>()
    JSON.stringify(reportOf([aResponse()]), (key, value: unknown) => {
      keys.add(key)
      return value
    })
    expect([...keys].filter((key) => /score|mean|average|total|percent/i.test(key))).toEqual([])
  })
})
