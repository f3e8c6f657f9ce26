import { expect, test } from 'vitest'
import type { Change } from '#core/change.ts'
import { movesOf } from '#core/moves.ts'
import { revealKey } from '#core/workshop.ts'
import { aChange, aReflection, aRubric, aWorkshop } from '../support/builders.ts'

const REVEAL = 1_795_000_100_000
const BEFORE = REVEAL - 1000
const AFTER = REVEAL + 1000

const rubric = aRubric()
const reflection = aReflection({
  way: 'private',
  workshop: aWorkshop({ revealed: new Map([[revealKey('test-rubric', 'a'), REVEAL]]) }),
})

/** A mark of SB at the first item, unless said otherwise. */
function mark(
  level: string | null,
  { at, over = [], item = 'a.one.1', person = 'p1', seq = 1 }: MarkOptions,
): Change {
  return aChange({
    kind: 'response',
    record: `${person}/test-rubric/${item}`,
    field: 'answer',
    value: level === null ? null : level === 'unknown' ? { setAside: level } : { level },
    at,
    seq,
    supersedes: over.map(({ id }) => id),
  })
}

interface MarkOptions {
  at: number
  over?: readonly Change[]
  item?: string
  person?: string
  seq?: number
}

const shortOf = (changes: readonly Change[], of = reflection) =>
  movesOf(changes, of, rubric).map(
    ({ person, number, from, to }) => `${person.initials} ${number}: ${from.short} → ${to.short}`,
  )

test('a mark that stands elsewhere than at the reveal has moved, whatever lies between', () => {
  const first = mark('great', { at: BEFORE - 5 })
  const shown = mark('good', { at: BEFORE, over: [first] })
  const between = mark('better', { at: AFTER, over: [shown] })
  const now = mark('need', { at: AFTER + 5, over: [between] })
  expect(shortOf([now, first, between, shown])).toEqual(['SB 1.1a: Pretty good → Need to'])
})

test('the time of the reveal itself still belongs to what was shown', () => {
  const shown = mark('good', { at: REVEAL })
  expect(shortOf([shown, mark('need', { at: REVEAL + 1, over: [shown] })])).toHaveLength(1)
  const later = mark('great', { at: REVEAL, over: [shown], seq: 2 })
  expect(shortOf([shown, later])).toEqual([])
})

test('a mark that came back to where it was has not moved', () => {
  const shown = mark('good', { at: BEFORE })
  const away = mark('need', { at: AFTER, over: [shown] })
  expect(shortOf([shown, away, mark('good', { at: AFTER + 5, over: [away] })])).toEqual([])
})

test('a first mark after the reveal, one taken back and one set aside are no moves', () => {
  expect(shortOf([mark('good', { at: AFTER })])).toEqual([])
  const shown = mark('good', { at: BEFORE })
  expect(shortOf([shown, mark(null, { at: AFTER, over: [shown] })])).toEqual([])
  expect(shortOf([shown, mark('unknown', { at: AFTER, over: [shown] })])).toEqual([])
  const aside = mark('unknown', { at: BEFORE })
  expect(shortOf([aside, mark('good', { at: AFTER, over: [aside] })])).toEqual([])
})

test('two devices that met after the reveal go back to the newer of what each had shown', () => {
  const one = mark('need', { at: BEFORE - 50 })
  const other = mark('great', { at: BEFORE, seq: 2 })
  const both = mark('good', { at: AFTER, over: [one, other] })
  expect(shortOf([both, one, other])).toEqual(['SB 1.1a: Great → Pretty good'])
})

test('only sections that were revealed have moves, and only of people at the table', () => {
  const hidden = mark('good', { at: BEFORE, item: 'b.one.1' })
  expect(shortOf([hidden, mark('need', { at: AFTER, item: 'b.one.1', over: [hidden] })])).toEqual(
    [],
  )
  const gone = mark('good', { at: BEFORE, person: 'p9' })
  expect(shortOf([gone, mark('need', { at: AFTER, person: 'p9', over: [gone] })])).toEqual([])
  const team = mark('good', { at: BEFORE, person: 'team' })
  expect(shortOf([team, mark('need', { at: AFTER, person: 'team', over: [team] })])).toEqual([])
})

test('moves stand in printed order, then in the order people sit', () => {
  const moved = (person: string, item: string) => {
    const shown = mark('good', { at: BEFORE, person, item })
    return [shown, mark('great', { at: AFTER, person, item, over: [shown] })]
  }
  const changes = [...moved('p2', 'a.two.1'), ...moved('p1', 'a.two.1'), ...moved('p2', 'a.one.1')]
  expect(
    movesOf(changes, reflection, rubric).map(({ itemId, person }) => [itemId, person.id]),
  ).toEqual([
    ['a.one.1', 'p2'],
    ['a.two.1', 'p1'],
    ['a.two.1', 'p2'],
  ])
})
