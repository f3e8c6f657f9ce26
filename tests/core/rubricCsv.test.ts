import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rubricFromCsv, rubricToCsv } from '#core/rubricCsv.ts'
import { anyRubric } from '../support/anyRubric.ts'

it('gives every rubric back as it was', () => {
  fc.assert(
    fc.property(anyRubric, (rubric) => {
      expect(rubricFromCsv(rubricToCsv(rubric))).toEqual({ ok: true, value: rubric })
    }),
    { numRuns: 60 },
  )
}, 60_000)
