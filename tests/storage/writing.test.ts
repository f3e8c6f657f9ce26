import { expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits } from '#core/reflection.ts'
import { aRubric } from '../support/builders.ts'
import { openStorage } from '#storage/storage.ts'
import { testBrowser } from './testHost.ts'

const PLACE = { participantId: 'p1', rubricId: 'test-rubric', itemId: 'a.one.1' }

test('a tap is in memory at once, then on disk, and there after a restart', async () => {
  const browser = testBrowser()
  const opened = await openStorage(browser.tab().host)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const storage = opened.value
  expect(storage.boot).toEqual({ kind: 'fresh', recovered: 0 })
  const made = await storage.create({
    rubrics: [aRubric()],
    edits: (id) => [
      ...fieldEdits('reflection', id, { team: 'Cedar hub', mode: 'team' }),
      ...fieldEdits('participant', 'p1', { initials: 'SB', order: 1 }),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const store = await storage.open(made.value)
  if (!store.ok) throw new Error(store.problem.kind)
  const reflection = store.value
  expect(reflection.reflection().team).toBe('Cedar hub')
  expect(reflection.rubrics()).toHaveLength(1)
  reflection.apply([answerEdit(PLACE, { kind: 'level', level: 'good' })])
  expect(reflection.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
  expect(reflection.saveState().kind).toBe('saving')
  expect([...browser.notes.keys()].filter((key) => key.includes('journal'))).toHaveLength(1)
  await storage.flushDrafts()
  expect(reflection.saveState().kind).toBe('saved')
  expect([...browser.notes.keys()].filter((key) => key.includes('journal'))).toHaveLength(0)
  expect(storage.headers.get()[0]).toMatchObject({ team: 'Cedar hub', answeredItems: 1, people: 1 })
  storage.close()

  const again = await openStorage(browser.tab().host)
  if (!again.ok) throw new Error(again.problem.kind)
  expect(again.value.boot).toEqual({ kind: 'ready', recovered: 0 })
  expect(again.value.headers.get()[0]).toMatchObject({ team: 'Cedar hub', answeredItems: 1 })
  const reopened = await again.value.open(made.value)
  if (!reopened.ok) throw new Error(reopened.problem.kind)
  expect(reopened.value.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
})
