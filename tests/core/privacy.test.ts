import { describe, expect, it } from 'vitest'
import { TEAM } from '#core/answer.ts'
import { isPrivate, privateSections, withoutPrivate } from '#core/privacy.ts'
import type { Section } from '#core/rubric.ts'
import { revealKey } from '#core/workshop.ts'
import {
  aRatingItem,
  aReflection,
  aResponse,
  aRubric,
  aSection,
  aSkill,
  aStrategy,
  aWorkshop,
} from '../support/builders.ts'
import { aTogetherText } from '../support/kinds.ts'

const rubric = aRubric()
/** The sample's section in this place, from 0. */
function sectionAt(index: number): Section {
  const section = rubric.sections[index]
  if (!section) throw new Error(`The sample has no section ${index}.`)
  return section
}
const first = sectionAt(0)
const second = sectionAt(1)
const itemOf = (section: Section) => section.skills[0]?.items[0]?.id ?? ''
const shownFirst = aWorkshop({ revealed: new Map([[revealKey(rubric.id, first.id), 1]]) })

function view(workshop = aWorkshop()) {
  return withoutPrivate({
    reflection: aReflection({
      way: 'private',
      workshop,
      strategies: [first, second].map((section) =>
        aStrategy({ id: section.id, items: [{ rubricId: rubric.id, itemId: itemOf(section) }] }),
      ),
    }),
    responses: [first, second].map((section) =>
      aResponse({ rubricId: rubric.id, itemId: itemOf(section) }),
    ),
    rubrics: [{ rubric }],
  })
}

describe('marks that are still private', () => {
  it('are those of every section nobody revealed, in a team that rates in private', () => {
    const way = { way: 'private' } as const
    expect(isPrivate(aReflection(way), rubric.id, first)).toBe(true)
    expect(isPrivate(aReflection({ ...way, workshop: shownFirst }), rubric.id, first)).toBe(false)
    expect(isPrivate(aReflection({ ...way, mode: 'individual' }), rubric.id, first)).toBe(false)
    expect(isPrivate(aReflection(), rubric.id, first)).toBe(false)
    expect(
      privateSections(aReflection({ ...way, workshop: shownFirst }), rubric).map(({ id }) => id),
    ).toEqual(rubric.sections.slice(1).map(({ id }) => id))
  })

  it('are left out together with the strategies that would tell of them', () => {
    expect(view().responses).toEqual([])
    expect(view().reflection.strategies).toEqual([])
    expect(view(shownFirst).responses.map(({ itemId }) => itemId)).toEqual([itemOf(first)])
    expect(view(shownFirst).reflection.strategies.map(({ id }) => id)).toEqual([first.id])
  })

  it('are not told by a strategy that also names what is shown', () => {
    const items = [first, second].map((section) => ({
      rubricId: rubric.id,
      itemId: itemOf(section),
    }))
    const shown = withoutPrivate({
      reflection: aReflection({
        way: 'private',
        workshop: shownFirst,
        strategies: [
          aStrategy({ items }),
          aStrategy({ id: 'st2', items: [] }),
          aStrategy({ id: 'st3', items: [{ rubricId: 'gone', itemId: 'a.one.1' }] }),
        ],
      }),
      responses: [],
      rubrics: [{ rubric }],
    })
    expect(shown.reflection.strategies.map(({ id, items: named }) => [id, named])).toEqual([
      ['st1', items.slice(0, 1)],
      // It names no place at all; the third one names a place that nobody here can look up.
      ['st2', []],
    ])
  })

  it('are neither what the team answers as one, nor what a revealed section asked before', () => {
    const together = aTogetherText({ id: 'c.together' })
    const retired = aRatingItem({ id: 'c.retired', retired: true })
    const section = (id: string, items: Section['skills'][number]['items']) =>
      aSection({ id, skills: [aSkill({ id: `${id}.one`, items })] })
    const asked = section('c', [aRatingItem({ id: 'c.one.1' }), together, retired])
    const onlyTogether = section('d', [
      aTogetherText({ id: 'd.together' }),
      aRatingItem({ id: 'd.old', retired: true }),
    ])
    const own = aRubric({ sections: [asked, onlyTogether] })
    const seen = (workshop = aWorkshop()) =>
      withoutPrivate({
        reflection: aReflection({ way: 'private', workshop }),
        responses: [
          aResponse({ rubricId: own.id, itemId: 'c.together', participantId: TEAM }),
          aResponse({ rubricId: own.id, itemId: 'c.retired' }),
          aResponse({ rubricId: own.id, itemId: 'd.old' }),
        ],
        rubrics: [{ rubric: own }],
      }).responses.map(({ itemId }) => itemId)
    expect(seen()).toEqual(['c.together', 'd.old'])
    const revealed = new Map([[revealKey(own.id, 'c'), 1]])
    expect(seen(aWorkshop({ revealed }))).toEqual(['c.together', 'c.retired', 'd.old'])
  })

  it('are counted only for the sections in scope', () => {
    const scoped = aReflection({
      way: 'private',
      rubrics: aReflection().rubrics.map((pin) => ({ ...pin, scope: [second.id] })),
    })
    expect(privateSections(scoped, rubric)).toEqual([second])
  })

  it('keep no answer that no definition at hand knows', () => {
    const lost = withoutPrivate({
      reflection: aReflection({ way: 'private' }),
      responses: [aResponse({ rubricId: 'gone' })],
      rubrics: [],
    })
    expect(lost.responses).toEqual([])
  })

  it('are everything as it is where nothing is private', () => {
    const input = { reflection: aReflection(), responses: [aResponse()], rubrics: [{ rubric }] }
    expect(withoutPrivate(input)).toBe(input)
  })
})
