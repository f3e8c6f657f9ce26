import { expect, test } from 'vitest'
import { localDay } from '#platform/ids.ts'

test('A time is on the day that the clock of the device shows', () => {
  expect(localDay(new Date(2026, 2, 7, 0, 0).getTime())).toBe('2026-03-07')
  expect(localDay(new Date(2026, 2, 7, 23, 59).getTime())).toBe('2026-03-07')
})

test('A time no calendar has is a day all the same', () => {
  expect(localDay(Number.MAX_VALUE)).toMatch(/^19(69|70)-/)
})
