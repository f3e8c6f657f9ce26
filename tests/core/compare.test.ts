import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareSittings, REASONS, type Comparison } from '#core/compare.ts'
import { withoutPrivate } from '#core/privacy.ts'
import type { Reflection } from '#core/reflection.ts'
import type { ReportInput } from '#core/report.ts'
import { itemsOf, type Level, type Rubric } from '#core/rubric.ts'
import { revealKey } from '#core/workshop.ts'
import {
  aParticipant,
  aReflection,
  aResponse,
  aRubric,
  aScale,
  aWorkshop,
  FOUR_LEVELS,
} from '../support/builders.ts'
import { aDraft, type Draft } from '../support/rubricDraft.ts'
import { parseRubric } from '#core/rubricParse.ts'

type Marks = Readonly<Record<string, string>>

/** A sitting with marks given as `{ 'p1 a.one.1': 'good' }`. */
function sitting(
  marks: Marks,
  { rubric = aRubric(), ...overrides }: Partial<Reflection> & { rubric?: Rubric } = {},
): ReportInput {
  return {
    reflection: aReflection(overrides),
    responses: Object.entries(marks).map(([place, answer]) => {
      const [participantId = '', itemId = ''] = place.split(' ')
      return aResponse({ participantId, itemId, answer, rubricId: rubric.id })
    }),
    rubrics: [{ rubric, hash: 'hash' }],
  }
}

/** Another valid definition of the test's rubric. */
function edited(edit: (draft: Draft) => void): Rubric {
  const draft = aDraft(aRubric())
  edit(draft)
  const parsed = parseRubric(draft.raw)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.faults))
  return parsed.value
}

function compare(now: ReportInput, earlier: ReportInput, samePeople = false): Comparison {
  return compareSittings({ now, earlier, samePeople })
}

/** "a.one.1: need[SB>] good[>SB ML]": who stood in a box, then who stands in it. */
function drawn(comparison: Comparison): readonly string[] {
  return comparison.rubrics.flatMap(({ rows }) =>
    rows.map(({ key, boxes }) => {
      const used = boxes.filter(({ earlier, now }) => earlier.length + now.length > 0)
      const names = (people: readonly { initials: string }[]) =>
        people.map(({ initials }) => initials).join(' ')
      const told = used.map(
        ({ level, earlier, now }) => `${level.id}[${names(earlier)}>${names(now)}]`,
      )
      return `${key}: ${told.join(' ')}`
    }),
  )
}

/** "a.two.1 unmarked" */
function left(comparison: Comparison): readonly string[] {
  return comparison.rubrics.flatMap(({ notCompared }) =>
    notCompared.map(({ key, reason }) => `${key} ${reason}`),
  )
}

const then = sitting({ 'p1 a.one.1': 'need', 'p2 a.one.1': 'good', 'p1 a.two.1': 'good' })
const FIRST = 'sections[0].skills[0].items[0]'

describe('an earlier sitting beside this one', () => {
  test('shows who stood where, then and now, in printed order', () => {
    const now = sitting({ 'p1 b.one.1': 'good', 'p2 a.two.1': 'great', 'p1 a.one.1': 'good' })
    expect(drawn(compare(now, then))).toEqual([
      'a.one.1: need[SB>] good[ML>SB]',
      'a.two.1: good[SB>] great[>ML]',
    ])
  })

  test('says of every method it does not compare why', () => {
    const now = sitting({ 'p1 a.one.1': 'good', 'p1 b.one.1': 'good', 'p2 a.two.2': 'unknown' })
    expect(left(compare(now, then))).toEqual([
      'a.two.1 unmarkedNow',
      'a.two.2 unmarked',
      'b.one.1 unmarkedThen',
    ])
  })

  test('tells people apart by their ids alone, and calls them as they are called today', () => {
    const now = sitting(
      { 'p1 a.one.1': 'good', 'p3 a.one.1': 'great' },
      {
        participants: [
          aParticipant({ initials: 'SAM' }),
          aParticipant({ id: 'p3', initials: 'ML', name: 'Mei Lin' }),
        ],
      },
    )
    const comparison = compare(now, then)
    expect(drawn(comparison)).toEqual(['a.one.1: need[SAM>] good[ML>SAM] great[>ML]'])
    const { both, onlyThen, onlyNow } = comparison.people
    expect([both, onlyThen, onlyNow].map((some) => some.map(({ id }) => id))).toEqual([
      ['p1'],
      ['p2'],
      ['p3'],
    ])
  })

  test('counts only people in both when asked to, and says who stands in another box', () => {
    const people = [aParticipant(), aParticipant({ id: 'p3', initials: 'OK', order: 3 })]
    const now = sitting(
      { 'p1 a.one.1': 'good', 'p3 a.one.1': 'great', 'p3 a.two.1': 'good' },
      { participants: people },
    )
    const comparison = compare(now, then, true)
    expect(drawn(comparison)).toEqual(['a.one.1: need[SB>] good[>SB]'])
    expect(left(comparison)).toContain('a.two.1 unmarkedNow')
    const moves = comparison.rubrics[0]?.rows[0]?.moves
    expect(moves?.map(({ person, from, to }) => [person.initials, from, to])).toEqual([
      ['SB', 0, 2],
    ])
  })

  test('says nothing moved of whoever marked in one of the two only', () => {
    const before = sitting({ 'p1 a.one.1': 'need', 'p2 a.two.1': 'need' })
    const now = sitting({ 'p2 a.one.1': 'great', 'p1 a.two.1': 'great' })
    const rows = compare(now, before, true).rubrics[0]?.rows ?? []
    expect(rows.map(({ key, moves }) => [key, moves])).toEqual([
      ['a.one.1', []],
      ['a.two.1', []],
    ])
  })

  test('compares a reworded method and keeps its earlier words', () => {
    const rubric = edited((draft) => draft.set(`${FIRST}.text`, 'Adapt the guide.'))
    const comparison = compare(sitting({ 'p1 a.one.1': 'good' }, { rubric }), then)
    const [row] = comparison.rubrics[0]?.rows ?? []
    expect(row?.item.text).toBe('Adapt the guide.')
    expect(row?.before).toBe('Adapt the membership guide as the needs of the network shift.')
    expect(compare(then, then).rubrics[0]?.rows[0]?.before).toBeUndefined()
  })

  test('compares boxes with other words, and not other boxes', () => {
    const scaled = (levels: readonly Level[]) =>
      sitting(
        { 'p1 a.one.1': 'good' },
        { rubric: aRubric({ scales: [aScale({ levels: [...levels] })] }) },
      )
    const renamed = FOUR_LEVELS.map((level) => ({ ...level, label: `${level.label}!` }))
    const [row] = compare(scaled(renamed), then).rubrics[0]?.rows ?? []
    expect(row?.levelsBefore?.map(({ label }) => label)).toEqual(
      FOUR_LEVELS.map(({ label }) => label),
    )
    const fewer = compare(scaled(FOUR_LEVELS.slice(1)), then)
    expect(drawn(fewer)).toEqual([])
    expect(left(fewer)).toContain('a.one.1 otherLevels')
    const turned = compare(scaled(FOUR_LEVELS.toReversed()), then)
    expect(left(turned)).toContain('a.one.1 otherLevels')
  })

  test('leaves out what only one sitting asks: out of scope, retired or new', () => {
    const rubrics = [{ rubricId: 'test-rubric', hash: 'hash', scope: ['a'] }]
    const retired = edited((draft) => {
      draft.set(`${FIRST}.retired`, true)
      draft.set(`${FIRST}.replacedBy`, 'a.two.1')
    })
    const now = sitting({ 'p1 a.one.1': 'good' }, { rubrics, rubric: retired })
    expect(left(compare(now, then))).toEqual([
      'a.two.1 unmarkedNow',
      'a.two.2 unmarked',
      'a.one.1 onlyThen',
      'b.one.1 onlyThen',
    ])
    expect(left(compare(then, now))).toContain('a.one.1 onlyNow')
  })

  test('names rubrics that only one of them rated', () => {
    const other = { ...aRubric(), id: 'other-rubric' }
    const now = sitting({}, { rubric: other })
    const comparison = compare(now, then)
    expect(comparison.rubrics).toEqual([])
    expect(comparison.onlyNow.map(({ id }) => id)).toEqual(['other-rubric'])
    expect(comparison.onlyThen.map(({ id }) => id)).toEqual(['test-rubric'])
  })

  test('shows nothing of a section that is still private, now or then', () => {
    const hidden = withoutPrivate(sitting({ 'p1 a.one.1': 'good' }, { way: 'private' }))
    expect(left(compare(hidden, then))).toContain('a.one.1 notShown')
    expect(left(compare(then, hidden))).toContain('a.one.1 notShown')
    const revealed = new Map([[revealKey('test-rubric', 'a'), 1]])
    const shown = withoutPrivate(
      sitting({ 'p1 a.one.1': 'good' }, { way: 'private', workshop: aWorkshop({ revealed }) }),
    )
    expect(drawn(compare(shown, then))).toEqual(['a.one.1: need[SB>] good[ML>SB]'])
  })
})

const itemIds = itemsOf(aRubric()).map(({ item }) => item.id)
const people = ['p1', 'p2', 'p3', 'p4']
const anySitting = fc
  .record({
    present: fc.subarray(people),
    scope: fc.constantFrom(undefined, ['a'], ['b'], []),
    marks: fc.dictionary(
      fc
        .tuple(fc.constantFrom(...people, 'team'), fc.constantFrom(...itemIds, 'z.unknown.1'))
        .map((place) => place.join(' ')),
      fc.constantFrom('need', 'better', 'good', 'great', 'unknown', 'notOurs', 'gone'),
      { maxKeys: 12 },
    ),
  })
  .map(({ present, scope, marks }) =>
    sitting(marks, {
      participants: present.map((id, order) => aParticipant({ id, initials: id, order })),
      rubrics: [{ rubricId: 'test-rubric', hash: 'hash', scope }],
    }),
  )

/** Keys of what a sitting has to rate in scope. */
function ratedKeys({ reflection }: ReportInput): readonly string[] {
  const scope = reflection.rubrics[0]?.scope
  return itemsOf(aRubric()).flatMap(({ item, section }) =>
    item.kind === 'rating' && (scope?.includes(section.id) ?? true) ? [item.id] : [],
  )
}

describe('any two sittings', () => {
  test('have each method either compared or left out with a reason, once', () => {
    fc.assert(
      fc.property(anySitting, anySitting, fc.boolean(), (now, earlier, samePeople) => {
        const { rubrics } = compare(now, earlier, samePeople)
        const keys = rubrics.flatMap(({ rows, notCompared }) =>
          [...rows, ...notCompared].map(({ key }) => key),
        )
        const [today, before] = [ratedKeys(now), ratedKeys(earlier)]
        const expected =
          today.length > 0 && before.length > 0 ? [...new Set([...today, ...before])] : []
        expect(keys.toSorted()).toEqual(expected.toSorted())
        const reasons = rubrics.flatMap(({ notCompared }) => notCompared).map((one) => one.reason)
        expect(REASONS).toEqual(expect.arrayContaining(reasons))
      }),
      { numRuns: 60 },
    )
  })

  test('put every mark of a compared method in the box it was given in, and no other', () => {
    fc.assert(
      fc.property(anySitting, anySitting, (now, earlier) => {
        for (const row of compare(now, earlier).rubrics.flatMap(({ rows }) => rows)) {
          for (const { level, now: here, earlier: there } of row.boxes) {
            expect(here.map(({ id }) => id)).toEqual(whoMarked(now, row.key, level.id))
            expect(there.map(({ id }) => id)).toEqual(whoMarked(earlier, row.key, level.id))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('look the same from the other side, with then and now exchanged', () => {
    fc.assert(
      fc.property(anySitting, anySitting, fc.boolean(), (now, earlier, samePeople) => {
        const rowsOf = (comparison: Comparison, isTurned: boolean) =>
          comparison.rubrics
            .flatMap(({ rows }) => rows)
            .map(({ key, boxes, moves }) => ({
              key,
              boxes: boxes.map((box) => {
                const sides = [box.earlier, box.now].map((some) => some.map(({ id }) => id))
                return isTurned ? sides.toReversed() : sides
              }),
              moves: moves
                .map(({ person, from, to }) =>
                  isTurned ? `${person.id} ${to} ${from}` : `${person.id} ${from} ${to}`,
                )
                .toSorted((a, b) => (a < b ? -1 : 1)),
            }))
        expect(rowsOf(compare(now, earlier, samePeople), false)).toEqual(
          rowsOf(compare(earlier, now, samePeople), true),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('show nobody who was in one of them, where only people in both count', () => {
    fc.assert(
      fc.property(anySitting, anySitting, (now, earlier) => {
        const { rubrics, people: who } = compare(now, earlier, true)
        const both = new Set(who.both.map(({ id }) => id))
        const shown = rubrics
          .flatMap(({ rows }) => rows)
          .flatMap(({ boxes }) => boxes)
          .flatMap((box) => [...box.earlier, ...box.now])
        expect(shown.filter(({ id }) => !both.has(id))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

function whoMarked({ reflection, responses }: ReportInput, itemId: string, level: string) {
  return reflection.participants
    .map(({ id }) => id)
    .filter((id) =>
      responses.some(
        (one) =>
          one.participantId === id &&
          one.itemId === itemId &&
          one.answer?.kind === 'level' &&
          one.answer.level === level,
      ),
    )
}
