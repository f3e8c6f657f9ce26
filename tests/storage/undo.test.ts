import { expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import { aTeam, must, NAME, openIn, PLACE, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

const level = (name: string) => ({ kind: 'level', level: name }) as const

async function aSitting() {
  const browser = testBrowser()
  const storage = await openIn(browser)
  return { browser, storage, store: await aTeam(storage) }
}

test('there is nothing to take back before this page has done anything', async () => {
  const { store } = await aSitting()
  expect(store.canUndo()).toBe(false)
  expect(store.undo()).toBeUndefined()
})

test('taking back a mark puts it where it was, and the first one away, by new changes', async () => {
  const { store } = await aSitting()
  store.apply([answerEdit(PLACE, level('need'))])
  store.apply([answerEdit(PLACE, level('good'))])
  const before = store.changes().length
  const undone = store.undo()
  expect(undone).toHaveLength(1)
  expect(store.changes()).toHaveLength(before + 1)
  expect(store.response(PLACE)?.answer).toEqual(level('need'))
  store.undo()
  expect(store.response(PLACE)?.answer).toBeUndefined()
  expect(store.canUndo()).toBe(false)
})

test('several edits of one act are taken back together', async () => {
  const { store } = await aSitting()
  store.apply(fieldEdits('participant', 'p1', { initials: 'XX', name: 'Sam' }))
  store.undo()
  expect(store.reflection().participants[0]).toMatchObject({ initials: 'SB', name: '' })
})

test('a record that was made goes, one that was deleted comes back', async () => {
  const { store } = await aSitting()
  store.apply(fieldEdits('strategy', 's1', { name: 'Weekly note', order: 1 }))
  store.apply([deleteEdit('strategy', 's1')])
  expect(store.reflection().strategies).toEqual([])
  store.undo()
  expect(store.reflection().strategies).toHaveLength(1)
  store.undo()
  expect(store.reflection().strategies).toEqual([])
})

test('typing on in one field is one act, however many pauses it had', async () => {
  const { store, storage } = await aSitting()
  store.apply(fieldEdits('strategy', 's1', { name: 'Note', order: 1 }))
  for (const text of ['Note b', 'Note by', 'Note by mail']) {
    store.setDraft(NAME, text)
    await storage.flushDrafts()
  }
  store.undo()
  expect(store.reflection().strategies[0]).toMatchObject({ name: 'Note', conflicts: [] })
})

test('coming back to a field is an act of its own: what was written before stays', async () => {
  const { store } = await aSitting()
  store.apply(fieldEdits('strategy', 's1', { name: 'Note', order: 1 }))
  for (const text of ['Note by mail', 'Note by mail, weekly']) {
    store.setDraft(NAME, text)
    store.commitDraft(NAME)
  }
  store.undo()
  expect(store.reflection().strategies[0]).toMatchObject({ name: 'Note by mail' })
})

test('a record deleted while it is being typed stays deleted, and comes back with the words', async () => {
  const { store, storage } = await aSitting()
  store.apply(fieldEdits('strategy', 's1', { name: 'Note', order: 1 }))
  store.setDraft(NAME, 'Note by mail')
  store.apply([deleteEdit('strategy', 's1')])
  await storage.flushDrafts()
  expect(store.reflection().strategies).toEqual([])
  store.apply([deleteEdit('strategy', 's1', false)])
  expect(store.reflection().strategies[0]).toMatchObject({
    name: 'Note by mail',
    deletedElsewhere: false,
  })
})

test('no undo inside a reflection deletes the reflection', async () => {
  const { store, storage } = await aSitting()
  await storage.deleteReflection(store.id)
  expect(store.reflection().deleted).toBe(true)
  await storage.restoreReflection(store.id)
  while (store.undo());
  expect(store.reflection().deleted).toBe(false)
})

test('what someone else wrote over since stays', async () => {
  const { browser, store, storage } = await aSitting()
  store.apply([answerEdit(PLACE, level('need'))])
  store.apply([answerEdit({ ...PLACE, itemId: 'a.two.1' }, level('good'))])
  await storage.flushDrafts()
  const other = await openIn(browser)
  const elsewhere = must(await other.open(store.id))
  elsewhere.apply([answerEdit({ ...PLACE, itemId: 'a.two.1' }, level('great'))])
  await other.flushDrafts()
  await settle()
  store.undo()
  expect(store.response({ ...PLACE, itemId: 'a.two.1' })?.answer).toEqual(level('great'))
  expect(store.response(PLACE)?.answer, 'the act before is taken back instead').toBeUndefined()
})

test('a strategy someone else has added to is not deleted by taking back its making', async () => {
  const { browser, store, storage } = await aSitting()
  store.apply(fieldEdits('strategy', 's1', { name: 'Weekly note', order: 1 }))
  await storage.flushDrafts()
  const other = await openIn(browser)
  must(await other.open(store.id)).apply(fieldEdits('strategy', 's1', { how: 'By mail' }))
  await other.flushDrafts()
  await settle()
  store.undo()
  expect(store.reflection().strategies[0]).toMatchObject({ name: 'Weekly note', how: 'By mail' })
})

test('settling a conflict is taken back to the conflict, with every version', async () => {
  const { browser, store, storage } = await aSitting()
  const other = await openIn(browser, { channel: () => undefined })
  const elsewhere = must(await other.open(store.id))
  store.apply(fieldEdits('strategy', 's1', { name: 'Mine' }))
  elsewhere.apply(fieldEdits('strategy', 's1', { name: 'Theirs' }))
  await Promise.all([storage.flushDrafts(), other.flushDrafts()])
  const merged = must(await storage.mergeIn({ changes: elsewhere.changes(), rubrics: [] }))
  expect(merged.added).toBe(0)
  const versions = () => store.reflection().strategies[0]?.conflicts[0]?.versions
  const before = versions()?.map(({ value }) => value)
  expect(before).toHaveLength(2)
  store.apply(fieldEdits('strategy', 's1', { name: 'Ours' }))
  expect(versions()).toBeUndefined()
  store.undo()
  expect(versions()?.map(({ value }) => value)).toEqual(before)
})

test('an edit that says what is so already is no act', async () => {
  const { store } = await aSitting()
  store.apply([answerEdit(PLACE, level('need'))])
  const { length } = store.changes()
  store.apply([answerEdit(PLACE, level('need'))])
  store.apply(fieldEdits('reflection', store.id, { team: 'Cedar hub' }))
  expect(store.changes()).toHaveLength(length)
  store.undo()
  expect(store.response(PLACE)?.answer).toBeUndefined()
})
