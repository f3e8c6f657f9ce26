import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RubricReport } from '#core/report.ts'
import { itemsOf } from '#core/rubric.ts'
import { aParticipant, aReflection, aResponse, aRubric, aStrategy } from '../support/builders.ts'
import { draw, reportOf } from '../support/drawReport.ts'

const itemIds = itemsOf(aRubric()).map(({ item }) => item.id)
const answer = fc.constantFrom('need', 'better', 'good', 'great', 'unknown', 'notOurs', undefined, {
  kind: 'text',
  text: 'Words.',
} as const)
const responses = fc.uniqueArray(
  fc.record({
    participantId: fc.constantFrom('p1', 'p2', 'team', 'gone'),
    itemId: fc.constantFrom(...itemIds, 'z.unknown.1'),
    answer,
  }),
  { selector: ({ participantId, itemId }) => `${participantId}/${itemId}`, maxLength: 20 },
)

describe('the report, for any answers:', () => {
  it('someone who has not answered changes nothing but how many people there are', () => {
    const ofPeople = (report: RubricReport) =>
      draw(report).replaceAll(/ of \d people/g, ' of N people')
    fc.assert(
      fc.property(responses, fc.integer({ min: 0, max: 3 }), (drawn, seat) => {
        const given = drawn.map((response) => aResponse(response))
        const alone = aReflection({ strategies: [aStrategy()] })
        const joined = aReflection({
          strategies: [aStrategy()],
          participants: [
            ...alone.participants,
            aParticipant({ id: 'new', initials: 'NN' }),
          ].toSorted(
            (a, b) => Number(b.id === 'new') * (seat - 1) - Number(a.id === 'new') * (seat - 1),
          ),
        })
        const before = reportOf(given, { reflection: alone })
        const after = reportOf(given, { reflection: joined })
        expect(ofPeople(after)).toBe(ofPeople(before))
        expect(after.coverage.ofPeople).toBe(before.coverage.ofPeople + 1)
      }),
      { numRuns: 200 },
    )
  })

  it('every given answer of someone present is shown once or counted as hidden', () => {
    fc.assert(
      fc.property(responses, fc.constantFrom(undefined, ['a'], ['b'], []), (drawn, scope) => {
        const reflection = aReflection({ rubrics: [{ rubricId: 'test-rubric', hash: 'h', scope }] })
        const given = drawn.map((response) => aResponse(response))
        const report = reportOf(given, { reflection })
        const items = report.sections.flatMap(({ skills }) =>
          skills.flatMap((skill) => skill.items),
        )
        const shown = items.flatMap((item) => [
          ...item.boxes.flatMap(({ people }) => people),
          ...item.setAside.flatMap(({ people }) => people),
          ...item.texts,
          ...(item.team ? [item.team] : []),
        ])
        const present = given.filter(
          (response) => response.participantId !== 'gone' && response.answer !== undefined,
        )
        expect(shown.length + report.hiddenAnswers).toBe(present.length)
      }),
      { numRuns: 200 },
    )
  })

  it('does not depend on the order in which answers come', () => {
    fc.assert(
      fc.property(responses, (drawn) => {
        const given = drawn.map((response) => aResponse(response))
        expect(draw(reportOf(given.toReversed()))).toBe(draw(reportOf(given)))
      }),
      { numRuns: 100 },
    )
  })
})
