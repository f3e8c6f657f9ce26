import { expect, test } from 'vitest'
import type { Rubric } from '#core/rubric.ts'
import { createEditing, type Step } from '#features/editor/editing.ts'
import { aRubric } from '../../support/builders.ts'

const step = (label: string): Step => ({ label, part: { kind: 'head' } })
const TYPING = step('typing')
const titled = (shortTitle: string) => aRubric({ shortTitle })

function editing() {
  const kept: string[] = []
  const desk = createEditing(titled(''), (rubric) => kept.push(rubric.shortTitle))
  return { desk, kept, title: () => desk.get().rubric.shortTitle }
}

test('Keys in one field are one step, until it is left or another field is typed in', () => {
  const { desk, title } = editing()
  desk.write(titled('a'), 'shortTitle', TYPING)
  desk.write(titled('ab'), 'shortTitle', TYPING)
  desk.seal()
  desk.write(titled('abc'), 'shortTitle', TYPING)
  desk.write(titled('abc.'), 'goal', TYPING)
  expect([desk.undo()?.label, title()]).toEqual(['typing', 'abc'])
  expect([desk.undo()?.label, title()]).toEqual(['typing', 'ab'])
  expect([desk.undo()?.label, title()]).toEqual(['typing', ''])
  expect(desk.undo()).toBeUndefined()
})

test('A step that was named before its change has that name, and typing after it is another', () => {
  const { desk } = editing()
  desk.begin(step('added'))
  desk.write(titled('a'), 'items', TYPING)
  desk.write(titled('ab'), 'items', TYPING)
  expect(desk.undo()?.label).toBe('typing')
  expect(desk.undo()?.label).toBe('added')
})

test('What changes nothing is no step and is not kept', () => {
  const { desk, kept } = editing()
  // Safe: the same members in another order are the same rubric.
  const turned = Object.fromEntries(Object.entries(titled('')).toReversed()) as unknown as Rubric
  desk.write(turned, 'shortTitle', TYPING)
  desk.change(step('x'), (rubric) => ({ ...rubric }))
  expect(kept).toEqual([])
  expect(desk.get()).toMatchObject({ canUndo: false, revision: 0 })
})

test('Going back and forward keeps each draft, and a new change ends the way forward', () => {
  const { desk, kept, title } = editing()
  desk.change(step('one'), () => titled('1'))
  desk.change(step('two'), () => titled('2'))
  desk.undo()
  desk.undo()
  expect(desk.redo()?.label).toBe('one')
  expect(kept).toEqual(['1', '2', '1', '', '1'])
  desk.write(titled('3'), 'shortTitle', TYPING)
  expect(desk.redo()).toBeUndefined()
  expect(title()).toBe('3')
})

test('The form is made anew for what it did not change itself', () => {
  const { desk } = editing()
  desk.write(titled('a'), 'shortTitle', TYPING)
  expect(desk.get().revision).toBe(0)
  desk.change(step('x'), () => titled('b'))
  desk.undo()
  expect(desk.get().revision).toBe(2)
})

test('What another tab has kept is shown and not kept again', () => {
  const { desk, kept, title } = editing()
  desk.adopt(step('elsewhere'), titled('theirs'))
  expect([title(), kept]).toEqual(['theirs', []])
  desk.undo()
  expect([title(), kept]).toEqual(['', ['']])
})

test('Two hundred steps can be taken back', () => {
  const { desk, title } = editing()
  for (let count = 1; count <= 250; count += 1) {
    desk.change(step(`${count}`), () => titled(`${count}`))
  }
  let steps = 0
  while (desk.undo()) steps += 1
  expect([steps, title()]).toEqual([200, '50'])
})
