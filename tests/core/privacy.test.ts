import { describe, expect, it } from 'vitest'
import { isPrivate, privateSections, withoutPrivate } from '#core/privacy.ts'
import type { Section } from '#core/rubric.ts'
import { revealKey } from '#core/workshop.ts'
import { aReflection, aResponse, aRubric, aStrategy, aWorkshop } from '../support/builders.ts'

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
