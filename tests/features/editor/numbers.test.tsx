import { describe, expect, it, test } from 'vitest'
import { itemsOf, type Rubric, type Skill } from '#core/rubric.ts'
import { renumber } from '#features/editor/numbers.ts'
import { nextId, partIds, usedIn } from '#features/editor/usedIds.ts'
import { aRatingItem, aRubric, aSection, aSkill } from '../../support/builders.ts'
import { aChoiceItem, aTableItem } from '../../support/kinds.ts'

const item = (id: string, number = '') => aRatingItem({ id, number })

function withSkills(...skills: readonly Skill[]): Rubric {
  return aRubric({ sections: [aSection({ skills: [...skills] })] })
}

const NOTHING = usedIn([])
const numbers = (rubric: Rubric) =>
  itemsOf(rubric, { retired: true }).map((placed) => `${placed.item.id} ${placed.item.number}`)

describe('Row numbers', () => {
  test('of what is new follow the order', () => {
    const rubric = withSkills(aSkill({ items: [item('x', '1.1c'), item('y', '1.1a'), item('z')] }))
    expect(numbers(renumber(rubric, NOTHING))).toEqual(['x 1.1a', 'y 1.1b', 'z 1.1c'])
  })

  test('of what was used stay, and new lines take what is free on paper', () => {
    const before = withSkills(aSkill({ items: [item('x', '1.1a'), item('gone', '1.1c')] }))
    const rubric = withSkills(aSkill({ items: [item('new'), item('x', '1.1a'), item('newer')] }))
    expect(numbers(renumber(rubric, usedIn([before])))).toEqual([
      'new 1.1b',
      'x 1.1a',
      'newer 1.1d',
    ])
  })

  test('count where those beside them count, and use letters where they do', () => {
    const flat = (...items: Skill['items']) => withSkills(aSkill({ number: '1', items }))
    const before = flat(item('x', '1.1'))
    expect(numbers(renumber(flat(item('x', '1.1'), item('n')), usedIn([before])))).toEqual([
      'x 1.1',
      'n 1.2',
    ])
    const lettered = flat(item('x', '1a'))
    expect(numbers(renumber(flat(item('x', '1a'), item('n')), usedIn([lettered])))).toEqual([
      'x 1a',
      'n 1b',
    ])
  })

  test('end with the letters', () => {
    const items = Array.from({ length: 27 }, (_, index) => item(`i${index}`))
    expect(numbers(renumber(withSkills(aSkill({ items })), NOTHING)).slice(-2)).toEqual([
      'i25 1.1z',
      'i26 ',
    ])
  })
})

test('New sections and skills are numbered in their order, and all below them', () => {
  const rubric = aRubric({
    sections: [
      aSection({ id: 'b', number: '7', skills: [aSkill({ id: 'b.k', items: [item('b.1')] })] }),
      aSection({ id: 'a', number: '1', skills: [aSkill({ id: 'a.k', items: [item('a.1')] })] }),
    ],
  })
  const { sections } = renumber(rubric, NOTHING)
  expect(sections.map(({ id, number }) => `${id} ${number}`)).toEqual(['b 1', 'a 2'])
  expect(sections.map(({ skills }) => skills[0]?.number)).toEqual(['1.1', '2.1'])
  expect(numbers({ ...rubric, sections })).toEqual(['b.1 1.1a', 'a.1 2.1a'])
})

describe('New ids', () => {
  it.each([
    ['a.', [], 'a.1'],
    ['a.', ['a.1', 'a.7', 'a.b.9', 'b.8'], 'a.8'],
    ['part', ['part1', 'partial', 'part2x'], 'part2'],
  ])('after %s among %j are %s', (prefix, taken, expected) => {
    expect(nextId(prefix, taken)).toBe(expected)
  })

  test('know the options, columns and rows an item has had', () => {
    const used = usedIn([withSkills(aSkill({ items: [aChoiceItem(), aTableItem()] }))])
    expect([...partIds(used, aChoiceItem().id)]).toEqual(aChoiceItem().options.map(({ id }) => id))
    const { id, columns, rows } = aTableItem()
    const parts = [...partIds(used, id)]
    for (const part of [...columns, ...rows]) expect(parts).toContain(part.id)
  })
})
