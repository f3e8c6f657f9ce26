import { describe, expect, test } from 'vitest'
import { findPlace } from '#features/reflect/address.ts'
import { aRubric, aSection } from '../../support/builders.ts'

const culture = aRubric({
  id: 'culture',
  sections: [aSection({ id: 'trust' }), aSection({ id: 'norms', number: '2' })],
})
const health = aRubric({
  id: 'health',
  sections: [aSection({ id: 'hub' }), aSection({ id: 'roles', number: '2' })],
})
/** An awkward one: named as a section of its own is. */
const twin = aRubric({ id: 'hub', sections: [aSection({ id: 'hub' })] })

/** Where an address leads to, as it is spelt. */
function lead(
  address: string,
  left?: Parameters<typeof findPlace>[2],
  rubrics = [culture, health],
) {
  const [rubricId, sectionId, itemId] = address.split('/').filter((part) => part !== '')
  const found = findPlace(rubrics, { rubricId, sectionId, itemId }, left)
  return found && [found.rubric.id, found.sectionId, found.itemId].filter(Boolean).join('/')
}

describe('an address', () => {
  test('leads to what it names', () => {
    expect(lead('health/roles/roles.1')).toBe('health/roles/roles.1')
    expect(lead('health/roles')).toBe('health/roles')
  })

  test('of the time before several rubrics leads to its section and row', () => {
    expect(lead('roles/roles.1')).toBe('health/roles/roles.1')
    expect(lead('norms')).toBe('culture/norms')
  })

  test('that names a rubric only leads to where that one was left', () => {
    const left = { rubricId: 'culture', sectionId: 'norms', sections: { health: 'roles' } }
    expect(lead('health', left)).toBe('health/roles')
    expect(lead('culture', left)).toBe('culture/norms')
    expect(lead('health', { ...left, sections: {} })).toBe('health')
  })

  test('that names nothing leads to what was left last, row and all', () => {
    const left = { rubricId: 'health', sectionId: 'roles', itemId: 'roles.1' }
    expect(lead('', left)).toBe('health/roles/roles.1')
    expect(lead('')).toBe('culture')
  })

  test('that names nothing finds a place kept before several rubrics', () => {
    expect(lead('', { sectionId: 'roles', itemId: 'roles.1' })).toBe('health/roles/roles.1')
    expect(lead('', { sectionId: 'gone' })).toBe('culture')
  })

  test('of something that is not here falls back on what was left', () => {
    expect(lead('unknown/x', { rubricId: 'health', sectionId: 'hub' })).toBe('health/hub')
    expect(lead('health/gone')).toBe('health/gone')
    expect(lead('culture/trust', undefined, [])).toBeUndefined()
  })

  test('with a rubric and a section of one name means the rubric, unless a row follows', () => {
    expect(lead('hub', undefined, [health, twin])).toBe('hub')
    expect(lead('hub/hub', undefined, [health, twin])).toBe('hub/hub')
    expect(lead('hub/hub.1', undefined, [health, twin])).toBe('health/hub/hub.1')
  })
})
