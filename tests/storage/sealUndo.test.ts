import { expect, test } from 'vitest'
import { answerEdit, NOTE, responseId } from '#core/answer.ts'
import { aTeam, must, openIn, PLACE } from './setting.ts'
import { testBrowser } from './testHost.ts'

const level = (name: string) => ({ kind: 'level', level: name }) as const

async function aSitting() {
  const storage = await openIn(testBrowser())
  return { storage, store: await aTeam(storage) }
}

test('what was done before the list was sealed is not taken back', async () => {
  const { store } = await aSitting()
  store.apply([answerEdit(PLACE, level('need'))])
  let told = 0
  store.subscribe(() => (told += 1))
  store.sealUndo()
  expect(told).toBe(1)
  expect(store.canUndo()).toBe(false)
  expect(store.undo()).toBeUndefined()
  expect(store.response(PLACE)?.answer).toEqual(level('need'))
})

test('what is done afterwards is taken back, down to the seal and no further', async () => {
  const { store } = await aSitting()
  store.apply([answerEdit(PLACE, level('need'))])
  store.sealUndo()
  store.apply([answerEdit(PLACE, level('good'))])
  store.undo()
  expect(store.response(PLACE)?.answer).toEqual(level('need'))
  expect(store.undo()).toBeUndefined()
  expect(store.response(PLACE)?.answer).toEqual(level('need'))
})

test('what was being typed belongs to the time before the seal, and is kept', async () => {
  const { store, storage } = await aSitting()
  const note = { kind: 'response', record: responseId(PLACE), field: NOTE } as const
  store.setDraft(note, 'Only for me')
  store.sealUndo()
  // The pause that would have made a change of it comes later, in another person's turn.
  await storage.flushDrafts()
  expect(store.canUndo()).toBe(false)
  expect(store.value(note)).toBe('Only for me')
  const again = must(await storage.open(store.id))
  expect(again.value(note)).toBe('Only for me')
})
