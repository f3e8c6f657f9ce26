import { describe, expect, test } from 'vitest'
import { DELETED, ERASED, type Change, type UnsealedChange } from '#core/change.ts'
import { createFold, foldChanges, mergeChanges, participantOf } from '#core/fold.ts'
import { readReflection } from '#core/reflection.ts'
import { aChange } from '../support/builders.ts'

const strategy = (overrides: Partial<UnsealedChange>) =>
  aChange({ kind: 'strategy', record: 's1', field: 'name', ...overrides })
const ids = (changes: readonly Change[]) => changes.map(({ id }) => id).toSorted()

describe('a field', () => {
  test('shows the change that replaced the others, whatever the clocks say', () => {
    const first = strategy({ value: 'Weekly note', at: 9_000_000_000_000 })
    const second = strategy({ value: 'Monthly note', at: 1, supersedes: [first.id] })
    const fold = foldChanges([second, first])
    const field = fold.record('strategy', 's1')?.fields.get('name')
    expect(field).toMatchObject({ value: 'Monthly note', contested: false })
    expect(fold.heads('strategy', 's1', 'name')).toEqual([second.id])
  })

  test('keeps both texts of two people who did not know of each other', () => {
    const one = strategy({ value: 'Weekly note', at: 5, device: 'a' })
    const other = strategy({ value: 'Monthly note', at: 6, device: 'b' })
    const field = foldChanges([one, other]).record('strategy', 's1')?.fields.get('name')
    expect(field).toMatchObject({ value: 'Monthly note', contested: true })
    expect(field?.heads).toEqual([other, one])
  })

  test('is not contested if both wrote the same, even with keys in another order', () => {
    const pin = (value: Record<string, string | number>, device: string) =>
      aChange({ field: 'rubric:x', value, device })
    const fold = foldChanges([pin({ hash: 'h', order: 1 }, 'a'), pin({ order: 1, hash: 'h' }, 'b')])
    expect(fold.record('reflection', 'r1')?.fields.get('rubric:x')?.contested).toBe(false)
  })

  test('is the same object until a change touches its record', () => {
    const fold = foldChanges([strategy({ value: 'Weekly note' })])
    const before = fold.record('strategy', 's1')
    expect(fold.add(aChange({ value: 'Cedar' }))).toEqual(['reflection\nr1'])
    expect(fold.record('strategy', 's1')).toBe(before)
    expect(fold.add(strategy({ field: 'how', value: 'By mail' }))).toEqual(['strategy\ns1'])
    expect(fold.record('strategy', 's1')).not.toBe(before)
  })
})

describe('deleting', () => {
  const name = strategy({ value: 'Weekly note' })
  const gone = strategy({ field: DELETED, value: true, seen: [name.id] })

  test('hides a record when everything written to it was seen', () => {
    const state = foldChanges([name, gone]).record('strategy', 's1')
    expect(state).toMatchObject({ hidden: true, deletedElsewhere: false })
  })

  test('gives way to what someone wrote without knowing of it, with a mark', () => {
    const late = strategy({ value: 'Better note', device: 'b', supersedes: [name.id] })
    const state = foldChanges([late, gone, name]).record('strategy', 's1')
    expect(state).toMatchObject({ hidden: false, deletedElsewhere: true })
  })

  test('is taken back by bringing the record back', () => {
    const back = strategy({ field: DELETED, value: false, supersedes: [gone.id] })
    const state = foldChanges([back, name, gone]).record('strategy', 's1')
    expect(state).toMatchObject({ hidden: false, deletedElsewhere: false })
  })
})

describe('erasing a person', () => {
  const initials = aChange({ kind: 'participant', record: 'p1', field: 'initials', value: 'SB' })
  const answer = aChange({ kind: 'response', record: 'p1/r/i', field: 'answer', value: 'x' })
  const other = aChange({ kind: 'response', record: 'p2/r/i', field: 'answer', value: 'y' })
  const erasure = aChange({ kind: 'participant', record: 'p1', field: ERASED, value: true })

  test.each([
    ['before', [erasure, initials, answer, other]],
    ['after', [initials, answer, other, erasure]],
    ['between', [answer, erasure, other, initials]],
  ])('wins when the order arrives %s what it erases', (_, changes) => {
    const fold = foldChanges(changes)
    expect(ids(fold.changes())).toEqual(ids([erasure, other]))
    expect(fold.isErased('p1')).toBe(true)
    expect(fold.record('response', 'p1/r/i')).toBeUndefined()
    expect(fold.record('response', 'p2/r/i')).toBeDefined()
  })

  test('names every record it took away, so that caches can follow', () => {
    const fold = foldChanges([initials, answer, other])
    expect(fold.add(erasure)).toEqual(
      expect.arrayContaining(['participant\np1', 'response\np1/r/i']),
    )
  })

  test('does not touch answers whose record id is no place', () => {
    const odd = aChange({ kind: 'response', record: 'p1x', field: 'answer', value: 'z' })
    expect(participantOf(odd)).toBeUndefined()
    expect(foldChanges([erasure, odd]).has(odd.id)).toBe(true)
  })
})

test('adding a change twice changes nothing and touches nothing', () => {
  const fold = createFold()
  const change = aChange()
  expect(fold.add(change)).toEqual(['reflection\nr1'])
  expect(fold.add(change)).toEqual([])
  expect(fold.size).toBe(1)
})

test('a record of a kind this version does not know is kept', () => {
  const unknown = aChange({ v: 7, kind: 'placement', record: 'x', field: 'spot', value: [1, 2] })
  expect(mergeChanges([unknown])).toEqual([unknown])
})

test('what a reflection lists does not depend on the order of arrival', () => {
  const clash = ['team', 'facilitator', 'date'].flatMap((field) => [
    aChange({ field, value: 'one', device: 'a' }),
    aChange({ field, value: 'other', device: 'b' }),
  ])
  const one = readReflection(foldChanges(clash), 'r1')
  const other = readReflection(foldChanges(clash.toReversed()), 'r1')
  expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  expect(one.conflicts.map(({ field }) => field)).toEqual(['date', 'facilitator', 'team'])
})

test('the newest time of a reflection is that of its newest change', () => {
  const fold = foldChanges([aChange({ at: 5 }), aChange({ at: 9 }), aChange({ at: 7 })])
  expect(fold.latestAt()).toBe(9)
  expect(createFold().latestAt()).toBe(0)
})
