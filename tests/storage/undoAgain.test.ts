import { expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits } from '#core/reflection.ts'
import { openStorage } from '#storage/storage.ts'
import { aRubric } from '../support/builders.ts'
import { testBrowser } from './testHost.ts'

const PLACE = { participantId: 'p1', rubricId: 'test-rubric', itemId: 'a.one.1' }

async function openNew() {
  const opened = await openStorage(testBrowser().tab().host)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const made = await opened.value.create({
    rubrics: [aRubric()],
    edits: (id) => fieldEdits('reflection', id, { team: 'Cedar hub', mode: 'team' }),
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const store = await opened.value.open(made.value)
  if (!store.ok) throw new Error(store.problem.kind)
  return store.value
}

test('several marks in one place are taken back one after the other', async () => {
  const store = await openNew()
  const level = () => {
    const answer = store.response(PLACE)?.answer
    return answer?.kind === 'level' ? answer.level : undefined
  }
  for (const next of ['need', 'better', 'good']) {
    store.apply([answerEdit(PLACE, { kind: 'level', level: next })])
  }
  store.undo()
  expect(level()).toBe('better')
  store.apply([answerEdit(PLACE, { kind: 'level', level: 'great' })])
  store.undo()
  expect(level()).toBe('better')
  store.undo()
  expect(level()).toBe('need')
  store.undo()
  expect(level()).toBeUndefined()
  expect(store.canUndo()).toBe(false)
})

test('a strategy that was changed and changed back is taken back too', async () => {
  const store = await openNew()
  store.apply(fieldEdits('strategy', 's1', { name: 'Weekly note', order: 0 }))
  store.apply(fieldEdits('strategy', 's1', { name: 'Daily note' }))
  store.undo()
  expect(store.reflection().strategies[0]?.name).toBe('Weekly note')
  store.undo()
  expect(store.reflection().strategies).toEqual([])
})
