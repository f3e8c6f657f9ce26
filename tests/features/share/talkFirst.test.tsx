import { expect, test } from 'vitest'
import { buildReport } from '#core/report.ts'
import type { Response } from '#core/answer.ts'
import { methodsOf } from '#features/share/methods.ts'
import { endsOf, minutesEach } from '#features/share/talkFirst.ts'
import { aReflection, aResponse, aRubric } from '../../support/builders.ts'

function sectionWith(responses: readonly Response[]) {
  const report = buildReport({
    reflection: aReflection(),
    responses,
    rubrics: [{ rubric: aRubric(), hash: 'hash-of-test-rubric' }],
  })
  const [section] = report.rubrics[0]?.sections ?? []
  if (!section) throw new Error('no section')
  return section
}

const answers = (itemId: string, one: string, other: string) => [
  aResponse({ itemId, answer: one }),
  aResponse({ participantId: 'p2', itemId, answer: other }),
]

test('The ends are the lowest and the highest box with someone in it', () => {
  const ends = (one: string, other: string) => {
    const [item] = sectionWith(answers('a.one.1', one, other)).skills[0]?.items ?? []
    if (!item) throw new Error('no item')
    const found = endsOf(item)
    return found && [found.low.level.id, found.high.level.id]
  }
  expect(ends('great', 'better')).toEqual(['better', 'great'])
  expect(ends('good', 'good')).toBeUndefined()
  expect(ends('unknown', 'good')).toBeUndefined()
})

test('A third of the time is shared in whole minutes, and nobody gets none', () => {
  expect(minutesEach(34, 3)).toBe(4)
  expect(minutesEach(21, 1)).toBe(7)
  expect(minutesEach(80, 2)).toBe(13)
  expect(minutesEach(0, 3)).toBe(1)
})

test('Methods stand by how many marks are strong there, then as in print', () => {
  const { strong, others } = methodsOf(
    sectionWith([...answers('a.two.1', 'good', 'great'), ...answers('a.one.1', 'good', 'need')]),
  )
  expect(strong.map(({ id }) => id)).toEqual(['a.two.1', 'a.one.1'])
  expect(others.map(({ id }) => id)).toEqual(['a.one.words', 'a.two.2'])
})
