import { describe, expect, test } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { buildReport } from '#core/report.ts'
import { answersAffected, compareRubrics } from '#core/rubricCompare.ts'
import { parseRubric } from '#core/rubricParse.ts'
import type { Rubric } from '#core/rubric.ts'
import { compareVersions } from '#core/rubricVersion.ts'
import { aReflection, aResponse, aRubric, aRubricOfAllKinds } from '../support/builders.ts'
import { aDraft, type Draft } from '../support/rubricDraft.ts'

/** Another definition of a rubric: a valid one, or the test is wrong. */
function edited(rubric: Rubric, edit: (draft: Draft) => void): Rubric {
  const draft = aDraft(rubric)
  edit(draft)
  const parsed = parseRubric(draft.raw)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.faults))
  return parsed.value
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

const old = aRubric()
const kinds = aRubricOfAllKinds()
const FIRST = 'sections[0].skills[0].items[0]'
const SECOND = 'sections[0].skills[1].items[0]'

describe('a definition beside an earlier one', () => {
  test('that is the same keeps every item', () => {
    const same = compareRubrics(
      kinds,
      edited(kinds, () => undefined),
    )
    expect(ids(same.kept)).toHaveLength(9)
    expect(same).toMatchObject({ reworded: [], changed: [], retired: [], added: [] })
    expect(same.otherWords).toEqual([])
  })

  test('that says an item in other words tells both wordings', () => {
    const next = edited(old, (draft) => draft.set(`${FIRST}.text`, 'Adapt the guide.'))
    const { reworded, kept } = compareRubrics(old, next)
    expect(reworded).toEqual([
      {
        id: 'a.one.1',
        number: '1.1a',
        before: 'Adapt the membership guide as the needs of the network shift.',
        after: 'Adapt the guide.',
      },
    ])
    expect(ids(kept)).toEqual(['a.one.words', 'a.two.1', 'a.two.2', 'b.one.1'])
  })

  test('that retires an item names what is asked in its place, over several steps', () => {
    const next = edited(old, (draft) => {
      draft.set(`${SECOND}.retired`, true)
      draft.set(`${SECOND}.replacedBy`, 'a.two.3')
      const third = draft.copy(`${SECOND}`) as object
      const more = { number: '1.2c', text: 'Say it again.', replacedBy: 'a.two.4' }
      draft.add('sections[0].skills[1].items', { ...third, id: 'a.two.3', ...more })
      const fourth = { id: 'a.two.4', number: '1.2d', text: 'Say it well.' }
      const { replacedBy: _none, retired: _asked, ...rest } = third as Record<string, unknown>
      draft.add('sections[0].skills[1].items', { ...rest, ...fourth })
    })
    const { retired, added } = compareRubrics(old, next)
    expect(retired).toEqual([
      {
        id: 'a.two.1',
        number: '1.2a',
        text: 'Say what each role does.',
        replacedBy: { id: 'a.two.4', number: '1.2d', text: 'Say it well.' },
      },
    ])
    expect(ids(added)).toEqual(['a.two.4'])
    expect(ids(compareRubrics(next, old).added)).toEqual(['a.two.1'])
  })

  test('that left an item out altogether counts it as no longer asked', () => {
    const { retired } = compareRubrics(old, { ...old, sections: old.sections.slice(0, 1) })
    expect(retired).toMatchObject([{ id: 'b.one.1', replacedBy: undefined }])
  })

  test.each<[string, (draft: Draft) => void, { gone: string[]; gained: string[] }]>([
    [
      'another kind',
      (draft) => {
        draft.drop(`${FIRST}.scale`)
        draft.set(`${FIRST}.kind`, 'status')
      },
      { gone: [], gained: [] },
    ],
    [
      'a scale with fewer levels',
      (draft) => draft.drop('scales[0].levels[3]'),
      { gone: ["We're great at this"], gained: [] },
    ],
  ])('with %s says so', (_what, edit, { gone, gained }) => {
    const draft = aDraft(old)
    edit(draft)
    const raw = JSON.stringify(draft.raw, (_key, value: unknown) =>
      // A level that was dropped leaves a hole.
      Array.isArray(value) ? value.filter(Boolean) : value,
    )
    const next = JSON.parse(raw) as Rubric
    const first = compareRubrics(old, next).changed.find(({ id }) => id === 'a.one.1')
    expect(first).toMatchObject({ gone, gained })
  })

  test('with another order of levels says that answers are given in another way', () => {
    const levels = old.scales[0]!.levels.toReversed()
    const next: Rubric = { ...old, scales: [{ ...old.scales[0]!, levels }] }
    const { changed } = compareRubrics(old, next)
    expect(ids(changed)).toEqual(['a.one.1', 'a.two.1', 'a.two.2', 'b.one.1'])
    expect(changed[0]).toMatchObject({ gone: [], gained: [] })
  })

  test('with other options, zones, rows or columns names what is gone and what is new', () => {
    const text = JSON.stringify(kinds)
      .replace('"id":"teach"', '"id":"teach-new"')
      .replace('"kind":"status"', '"kind":"status","answeredBy":"each"')
    const next = JSON.parse(text) as Rubric
    const many = compareRubrics(kinds, next).changed.find(({ id }) => id === 'k.ask.many')
    expect(many).toMatchObject({
      gone: ['All teach, all learn'],
      gained: ['All teach, all learn'],
    })
  })

  test('tells other words of titles, names and levels, but no item twice', () => {
    const next = edited(old, (draft) => {
      draft.set('scales[0].levels[0].label', 'We need this')
      draft.set('sections[0].name.text', 'Build membership')
      draft.set(`${FIRST}.text`, 'Adapt the guide.')
    })
    const { otherWords, kept } = compareRubrics(old, next)
    expect(otherWords).toEqual([
      { before: 'We really need to do this', after: 'We need this' },
      { before: 'Build membership and engagement', after: 'Build membership' },
    ])
    expect(kept).toHaveLength(4)
  })
})

describe('answers another definition has no place for', () => {
  const responses = [
    aResponse({ itemId: 'a.one.1', answer: 'great' }),
    aResponse({ itemId: 'a.two.1', answer: 'need' }),
    aResponse({ itemId: 'a.two.2', answer: 'unknown' }),
    aResponse({ itemId: 'b.one.1', answer: 'good' }),
    aResponse({ itemId: 'a.one.words', answer: { kind: 'text', text: 'Because.' } }),
    aResponse({ itemId: 'gone.before', answer: 'good' }),
    aResponse({ rubricId: 'other', itemId: 'a.one.1', answer: 'great' }),
  ]
  const affected = (next: Rubric) =>
    answersAffected(old, next, responses).map(({ itemId }) => itemId)

  test('are none where only words differ', () => {
    const next = edited(old, (draft) => draft.set(`${FIRST}.text`, 'Adapt the guide.'))
    expect(affected(next)).toEqual([])
  })

  test('are those to retired and removed items, and to levels that are gone', () => {
    const levels = old.scales[0]!.levels.slice(0, 3)
    const next: Rubric = {
      ...old,
      scales: [{ ...old.scales[0]!, levels }],
      sections: old.sections.slice(0, 1),
    }
    expect(affected(next)).toEqual(['a.one.1', 'b.one.1'])
    expect(affected(edited(old, (draft) => draft.set(`${SECOND}.retired`, true)))).toEqual([
      'a.two.1',
    ])
  })

  test('are as many as the report then hides, and come back with the earlier definition', () => {
    const next: Rubric = { ...old, sections: old.sections.slice(0, 1) }
    const reflection = aReflection()
    const hidden = (rubric: Rubric) =>
      buildReport({ reflection, responses, rubrics: [{ rubric, hash: 'x' }] }).rubrics[0]!
        .hiddenAnswers
    expect(hidden(next) - hidden(old)).toBe(answersAffected(old, next, responses).length)
    expect(answersAffected(next, old, responses)).toEqual([])
  })

  test('are found for every kind of item', () => {
    const of = (itemId: string, answer: Parameters<typeof aResponse>[0] = {}) =>
      aResponse({ rubricId: 'kinds-rubric', itemId, ...answer })
    const together = { participantId: TEAM }
    const site = { participantId: TEAM, siteId: 's1' }
    const all = [
      of('k.ask.many', { answer: { kind: 'options', options: ['teach', 'share'] } }),
      of('k.plan.table', {
        ...together,
        answer: { kind: 'table', rows: [{ id: 'x', isAdded: true, cells: {} }] },
      }),
      of('s.place.why', { siteId: 's1', answer: { kind: 'text', text: 'We saw it.' } }),
      of('k.rate.1', { answer: undefined, note: 'Only a note.' }),
      of('s.place.why', { answer: { kind: 'text', text: 'For no site.' } }),
      of('s.place.map', { ...site, answer: { kind: 'placement', zone: 'none', x: 1, y: 1 } }),
    ]
    const without = (text: string, by: string) =>
      JSON.parse(JSON.stringify(kinds).replace(text, by)) as Rubric
    const found = (next: Rubric) => answersAffected(kinds, next, all).map(({ itemId }) => itemId)
    expect(found(kinds)).toEqual([])
    // One of two options chosen is gone: a part of the answer has no place.
    expect(found(without('"id":"share"', '"id":"other"'))).toEqual(['k.ask.many'])
    expect(found(without('"eachSite":true', '"eachSite":false'))).toEqual(['s.place.why'])
    expect(found(without('"id":"k.rate.1"', '"id":"k.rate.9"'))).toEqual(['k.rate.1'])
  })
})

test.each<[string, string, number]>([
  ['1.0.0', '1.0.0', 0],
  ['1.10.0', '1.9.9', 1],
  ['2.0.0', '10.0.0', -1],
  ['1.0.0', 'nonsense', 1],
  ['1.0.1', '1.0.0', 1],
])('version %s beside %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign)
  expect(Math.sign(compareVersions(other, one))).toBe(sign === 0 ? 0 : -sign)
})
