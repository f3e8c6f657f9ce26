import { expect, test } from 'vitest'
import { parseRubric } from '#core/rubricParse.ts'
import { aRubricOfAllKinds } from '../../support/builders.ts'

test('the rubric of every kind that the tests use is a valid one', () => {
  const parsed = parseRubric(aRubricOfAllKinds())
  expect(parsed.ok ? [] : parsed.problem.faults).toEqual([])
})
