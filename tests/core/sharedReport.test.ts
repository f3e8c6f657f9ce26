import { expect, test } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { buildSharedReport } from '#core/sharedReport.ts'
import { revealKey } from '#core/workshop.ts'
import {
  aRatingItem,
  aReflection,
  aResponse,
  aRubric,
  aSection,
  aSkill,
  aWorkshop,
} from '../support/builders.ts'
import { aTogetherText } from '../support/kinds.ts'

const rated = aSection({ id: 'a', skills: [aSkill({ items: [aRatingItem({ id: 'a.one.1' })] })] })
const mixed = aSection({
  id: 'b',
  skills: [
    aSkill({ id: 'b.one', items: [aRatingItem({ id: 'b.one.1' })] }),
    aSkill({
      id: 'b.two',
      items: [aRatingItem({ id: 'b.two.1' }), aTogetherText({ id: 'b.two.words' })],
    }),
  ],
})
const rubric = aRubric({ sections: [rated, mixed] })

function shared(overrides: Parameters<typeof aReflection>[0]) {
  const report = buildSharedReport({
    reflection: aReflection(overrides),
    responses: [
      ...['a.one.1', 'b.one.1', 'b.two.1'].map((itemId) => aResponse({ itemId })),
      aResponse({
        itemId: 'b.two.words',
        participantId: TEAM,
        answer: { kind: 'text', text: 'Our charter' },
      }),
    ].map((response) => ({ ...response, rubricId: rubric.id })),
    rubrics: [{ rubric, hash: '' }],
  })
  return (report.rubrics[0]?.sections ?? []).map(({ section, skills }) => ({
    id: section.id,
    items: skills.flatMap(({ items }) => items.map(({ item }) => item.id)),
    boxes: skills.flatMap(({ boxes }) => boxes).length,
  }))
}

test('of a private section only what the team answers as one is left, and no row of boxes', () => {
  expect(shared({ way: 'private' })).toEqual([{ id: 'b', items: ['b.two.words'], boxes: 0 }])
})

test('a revealed section, and every section rated openly or alone, is whole', () => {
  const whole = { id: 'a', items: ['a.one.1'], boxes: 4 }
  const revealed = new Map([[revealKey(rubric.id, 'a'), 1]])
  expect(shared({ way: 'private', workshop: aWorkshop({ revealed }) })[0]).toEqual(whole)
  for (const way of [{ way: 'open' }, { way: 'private', mode: 'individual' }] as const) {
    expect(shared(way)[0]).toEqual(whole)
    expect(shared(way)[1]?.items).toEqual(['b.one.1', 'b.two.1', 'b.two.words'])
  }
})
