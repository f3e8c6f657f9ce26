import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Strategy } from '#core/reflection.ts'
import {
  suggestStrategies,
  type GrowthPlace,
  type Suggestion,
  type SuggestionInput,
} from '#core/suggestions.ts'
import {
  aNamedStrategy,
  aReflection,
  aRatingItem,
  aRubric,
  aSection,
  aSkill,
  aStrategy,
} from '../support/builders.ts'

/** Section a: skills a.one (a.one.1) and a.two (a.two.1, a.two.2); section b: b.one (b.one.1). */
const rubric = aRubric({
  sections: aRubric().sections.map((section) => ({
    ...section,
    strategies: [1, 2].map((number) =>
      aNamedStrategy({ id: `${section.id}.s${number}`, name: `Named ${section.id}${number}` }),
    ),
  })),
})

const at = (id: string, itemIds: readonly string[], overrides: Partial<Strategy> = {}) =>
  aStrategy({
    id,
    name: id,
    items: itemIds.map((itemId) => ({ rubricId: 'test-rubric', itemId })),
    ...overrides,
  })

function suggest(
  strategies: readonly Strategy[],
  place: GrowthPlace = { rubricId: 'test-rubric', skillId: 'a.two' },
  more: Partial<SuggestionInput> = {},
) {
  return suggestStrategies({
    reflection: aReflection({ strategies }),
    rubrics: [rubric],
    place,
    ...more,
  })
}

const say = (suggestion: Suggestion) =>
  suggestion.kind === 'room'
    ? `${suggestion.strategy.name}, ${suggestion.near} ${suggestion.item.number} by ${suggestion.by.map(({ initials }) => initials).join(' ')}`
    : `${suggestion.strategy.name}, ${suggestion.near}`

const NAMED = ['Named a1, section', 'Named a2, section', 'Named b1, rubric', 'Named b2, rubric']

describe('suggestStrategies', () => {
  it('goes from the method to the skill, the section, and then to what the rubric brings', () => {
    const strategies = [
      at('far', ['b.one.1']),
      at('section', ['a.one.1']),
      at('skill', ['a.two.1']),
      at('method', ['a.two.2'], { credit: ['p2', 'p1', 'gone'] }),
    ]
    expect(suggest(strategies, { rubricId: 'test-rubric', itemId: 'a.two.2' }).map(say)).toEqual([
      'method, method 1.2b by SB ML',
      'skill, skill 1.2a by SB',
      'section, section 1.1a by SB',
      ...NAMED,
    ])
  })

  it('goes from the skill on where a whole skill is to grow', () => {
    const strategies = [at('section', ['a.one.1']), at('skill', ['a.two.2'])]
    expect(suggest(strategies).map(say)).toEqual([
      'skill, skill 1.2b by SB',
      'section, section 1.1a by SB',
      ...NAMED,
    ])
  })

  it('suggests a strategy of several methods once, at the nearest, the first in print', () => {
    const wide = at('wide', ['b.one.1', 'a.one.1', 'a.two.2', 'a.two.1'])
    expect(suggest([wide]).map(say)[0]).toBe('wide, skill 1.2a by SB')
    expect(suggest([wide])).toHaveLength(1 + NAMED.length)
  })

  it('puts those with evidence first, then the widest held, then keeps their order', () => {
    const strategies = [
      at('plain', ['a.two.1'], { evidence: ' ' }),
      at('one', ['a.two.1']),
      at('again', ['a.two.1']),
      at('two', ['a.two.1'], { credit: ['p1', 'p2'] }),
    ]
    const room = suggest(strategies).filter(({ kind }) => kind === 'room')
    expect(room.map(({ strategy }) => strategy.name)).toEqual(['two', 'one', 'again', 'plain'])
  })

  it('leaves out what is blank, what is theirs alone, and all of someone alone', () => {
    const blank = at('blank', ['a.two.1'], { name: '', how: ' ', evidence: '' })
    const mine = at('mine', ['a.two.1'], { credit: ['p1'] })
    const shared = at('shared', ['a.two.1'], { credit: ['p1', 'p2'] })
    const nobody = at('nobody', ['a.two.1'], { credit: [] })
    const place = { rubricId: 'test-rubric', skillId: 'a.two' }
    expect(suggest([blank]).map(say)).toEqual(NAMED)
    const toSam = suggest([mine, shared, nobody], place, { participantId: 'p1' })
    expect(toSam.map(say).slice(0, -NAMED.length)).toEqual([
      'shared, skill 1.2a by SB ML',
      'nobody, skill 1.2a by ',
    ])
    const alone = suggestStrategies({
      reflection: aReflection({ mode: 'individual', strategies: [mine] }),
      rubrics: [rubric],
      place,
    })
    expect(alone.map(say)).toEqual(NAMED)
  })

  it('knows a method that is no longer asked', () => {
    const old = aRubric({
      sections: [aSection({ skills: [aSkill({ items: [aRatingItem({ retired: true })] })] })],
    })
    const place = { rubricId: 'test-rubric', skillId: 'a.one' }
    const [first] = suggest([at('kept', ['a.one.1'])], place, { rubrics: [old] })
    expect(first && say(first)).toBe('kept, skill 1.1a by SB')
  })

  it('has nothing to suggest for a rubric that is not here, and no place for a skill unknown', () => {
    const strategies = [at('skill', ['a.two.1'])]
    expect(suggest(strategies, { rubricId: 'other', skillId: 'a.two' })).toEqual([])
    expect(suggest(strategies, { rubricId: 'test-rubric', skillId: 'gone' }).map(say)).toEqual(
      NAMED.map((name) => name.replace('section', 'rubric')),
    )
  })

  it('suggests nothing but the room where the rubric names no strategies', () => {
    const bare = aRubric({ sections: [aSection({ strategies: [] })] })
    const place = { rubricId: 'test-rubric', skillId: 'a.one' }
    expect(suggest([at('room', ['a.one.1'])], place, { rubrics: [bare] })).toHaveLength(1)
    expect(suggest([], place, { rubrics: [bare] })).toEqual([])
  })

  it('for any strategies: nothing twice, the room first, ever farther, and the same each time', () => {
    const itemId = fc.constantFrom(
      'a.one.1',
      'a.one.words',
      'a.two.1',
      'a.two.2',
      'b.one.1',
      'gone',
    )
    const strategies = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
        name: fc.constantFrom('', 'A name'),
        how: fc.constant(''),
        evidence: fc.constantFrom('', 'Seen'),
        credit: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'gone')),
        itemIds: fc.array(itemId, { maxLength: 3 }),
      }),
      { selector: ({ id }) => id },
    )
    const place = fc.oneof(
      itemId.map((id) => ({ rubricId: 'test-rubric', itemId: id })),
      fc.constantFrom('a.one', 'a.two', 'b.one').map((skillId) => ({
        rubricId: 'test-rubric',
        skillId,
      })),
    )
    const FARTHER = ['room/method', 'room/skill', 'room/section', 'named/section', 'named/rubric']
    fc.assert(
      fc.property(strategies, place, (drawn, where) => {
        const given = drawn.map(({ itemIds, id, ...rest }) => ({ ...at(id, itemIds), ...rest }))
        const found = suggest(given, where)
        const keys = found.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        const steps = found.map(({ kind, near }) => FARTHER.indexOf(`${kind}/${near}`))
        expect(steps).toEqual(steps.toSorted((a, b) => a - b))
        expect(found.filter(({ kind }) => kind === 'named')).toHaveLength(NAMED.length)
        expect(suggest(given, where)).toEqual(found)
      }),
    )
  })
})
