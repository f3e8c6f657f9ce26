import { describe, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { sealChange } from '#core/change.ts'
import { fieldEdits, pinRubricEdit } from '#core/reflection.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { aRubric } from '../support/builders.ts'
import { aTeam, must, NAME, openIn, PLACE, raw, rawIds, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

async function twoTabs() {
  const browser = testBrowser()
  const [tab, otherTab] = [browser.tab(), browser.tab()]
  const storage = await openIn(browser, tab.host)
  const store = await aTeam(storage)
  const other = await openIn(browser, otherTab.host)
  const elsewhere = must(await other.open(store.id))
  return { browser, tab, otherTab, storage, store, other, elsewhere }
}

const level = (name: string) => ({ kind: 'level', level: name }) as const

describe('two tabs', () => {
  test('follow each other: what one writes the other shows, and only that row changes', async () => {
    const { store, elsewhere, storage, other } = await twoTabs()
    const untouched = elsewhere.responsesOf({ rubricId: 'test-rubric', itemId: 'a.two.1' })
    const reflection = elsewhere.reflection()
    let told = 0
    elsewhere.subscribe(() => {
      told += 1
    })
    store.apply([answerEdit(PLACE, level('good'))])
    await storage.flushDrafts()
    await settle()
    expect(elsewhere.response(PLACE)?.answer).toEqual(level('good'))
    expect(told).toBeGreaterThan(0)
    expect(elsewhere.reflection()).toBe(reflection)
    expect(elsewhere.responsesOf({ rubricId: 'test-rubric', itemId: 'a.two.1' })).toBe(untouched)
    expect(other.headers.get()[0]).toMatchObject({ answeredItems: 1 })
  })

  test('that write at the same time both keep everything and come to show the same', async () => {
    const { browser, store, elsewhere, storage, other } = await twoTabs()
    for (let count = 0; count < 40; count += 1) {
      const place = { ...PLACE, itemId: ['a.one.1', 'a.two.1', 'a.two.2'][count % 3]! }
      store.apply([answerEdit(place, level(['need', 'good'][count % 2]!))])
      elsewhere.apply([answerEdit({ ...place, participantId: 'p2' }, level('great'))])
      elsewhere.apply(fieldEdits('strategy', 's1', { name: `Name ${count}` }))
      if (count % 7 === 0) await settle(3)
    }
    await Promise.all([storage.flushDrafts(), other.flushDrafts()])
    await settle(300)
    const ids = (changes: readonly { id: string }[]) => changes.map(({ id }) => id).toSorted()
    expect(ids(store.changes())).toEqual(ids(elsewhere.changes()))
    expect(JSON.stringify(store.reflection())).toBe(JSON.stringify(elsewhere.reflection()))
    expect(store.responses()).toEqual(elsewhere.responses())
    expect(await rawIds(browser)).toEqual(new Set(ids(store.changes())))
    const [mine, theirs] = [storage.headers.get(), other.headers.get()]
    expect(mine).toEqual(theirs)
    expect(mine[0]).toMatchObject({ changes: store.changes().length, answeredItems: 3 })
    const [meta] = await raw<{ count: number; ever: number }>(browser, 'meta')
    expect(meta).toMatchObject({ count: store.changes().length, ever: store.changes().length })
  })

  test('that type into one field keep both texts, and say so in both', async () => {
    const { store, elsewhere, storage, other } = await twoTabs()
    store.apply(fieldEdits('strategy', 's1', { name: 'Note', order: 1 }))
    await storage.flushDrafts()
    await settle()
    store.setDraft(NAME, 'Note by mail')
    elsewhere.setDraft(NAME, 'Note by phone')
    elsewhere.commitDraft(NAME)
    await other.flushDrafts()
    await settle()
    expect(store.draft(NAME), 'nothing changes under the hands').toBe('Note by mail')
    store.commitDraft(NAME)
    await storage.flushDrafts()
    await settle()
    for (const one of [store, elsewhere]) {
      const [strategy] = one.reflection().strategies
      const versions = strategy?.conflicts[0]?.versions.map(({ value }) => value)
      expect(versions?.toSorted()).toEqual(['Note by mail', 'Note by phone'])
    }
    store.apply(fieldEdits('strategy', 's1', { name: 'Note by mail and phone' }))
    await storage.flushDrafts()
    await settle()
    expect(elsewhere.reflection().strategies[0]).toMatchObject({
      name: 'Note by mail and phone',
      conflicts: [],
    })
  })

  test('catch up when one comes back from sleep without having heard anything', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    const deaf = browser.tab({ channel: () => undefined })
    const other = await openIn(browser, deaf.host)
    const elsewhere = must(await other.open(store.id))
    store.apply([answerEdit(PLACE, level('good'))])
    await storage.flushDrafts()
    await settle()
    expect(elsewhere.response(PLACE)).toBeUndefined()
    deaf.show()
    await settle()
    expect(elsewhere.response(PLACE)?.answer).toEqual(level('good'))
    expect(other.headers.get()[0]).toMatchObject({ answeredItems: 1 })
  })

  test('let go of what was taken back while one slept', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    const foreign = await openIn(testBrowser())
    const guest = await aTeam(foreign)
    guest.apply([answerEdit(PLACE, level('need'))])
    const own = guest.changes().map((change) => {
      const record = change.record.replace(guest.id, store.id)
      const { v, device, seq, at, tz, kind, field, value, supersedes } = change
      const reflection = store.id
      return sealChange({
        v,
        device,
        seq,
        at,
        tz,
        reflection,
        kind,
        record,
        field,
        value,
        supersedes,
      })
    })
    const changes = [...own, ...guest.changes()]
    const receipt = must(await storage.mergeIn({ changes, rubrics: store.rubrics() }))
    const deaf = browser.tab({ channel: () => undefined })
    const other = await openIn(browser, deaf.host)
    const elsewhere = must(await other.open(store.id))
    expect(elsewhere.response(PLACE)?.answer).toEqual(level('need'))
    expect(other.headers.get()).toHaveLength(2)
    must(await storage.undoMerge(receipt.importId))
    await settle()
    deaf.show()
    await settle()
    expect(elsewhere.response(PLACE)).toBeUndefined()
    expect(other.headers.get().map(({ id }) => id)).toEqual([store.id])
  })

  test('a header written without knowing of the other tab is put right', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    const other = await openIn(browser, { channel: () => undefined })
    const elsewhere = must(await other.open(store.id))
    store.apply([answerEdit(PLACE, level('good'))])
    await storage.flushDrafts()
    elsewhere.apply([answerEdit({ ...PLACE, itemId: 'a.two.1' }, level('need'))])
    await other.flushDrafts()
    await settle()
    const [header] = await raw<{ answeredItems: number; changes: number }>(browser, 'headers')
    expect(header).toMatchObject({ answeredItems: 2, changes: store.changes().length + 1 })
  })

  test('learn of a rubric that was added in the other one', async () => {
    const { store, elsewhere, storage } = await twoTabs()
    const added = aRubric({ id: 'second-rubric', shortTitle: 'Second' })
    store.addRubric(added)
    await storage.flushDrafts()
    await settle()
    expect(elsewhere.rubrics().map(({ rubric }) => rubric.id)).toEqual([
      'test-rubric',
      'second-rubric',
    ])
    expect(elsewhere.rubrics()[1]?.hash).toBe(rubricHash(added))
  })

  test('share settings and what is known of copies', async () => {
    const { storage, other, store } = await twoTabs()
    storage.settings.set({ theme: 'dark', textSize: 150 })
    storage.copies.noteSaved(store.id, { at: 5, changes: 4, name: 'cedar.txt' })
    await settle()
    expect(other.settings.get()).toMatchObject({ theme: 'dark', textSize: 150, shortcuts: true })
    expect(other.copies.lastCopy(store.id)).toMatchObject({ name: 'cedar.txt', changes: 4 })
  })

  test('see an import arrive, and go again', async () => {
    const { storage, other, elsewhere, store } = await twoTabs()
    const foreign = await openIn(testBrowser())
    const team = await aTeam(foreign)
    const { importId } = must(await storage.mergeIn({ changes: team.changes(), rubrics: [] }))
    await settle()
    expect(other.headers.get()).toHaveLength(2)
    must(await storage.undoMerge(importId))
    await settle()
    expect(other.headers.get().map(({ id }) => id)).toEqual([store.id])
    expect(elsewhere.changes()).toHaveLength(store.changes().length)
  })

  test('stop writing when the device is cleared in the other one', async () => {
    const { browser, storage, elsewhere, other } = await twoTabs()
    elsewhere.setDraft(NAME, 'Half a')
    must(await storage.forgetEverything())
    await settle()
    elsewhere.apply([answerEdit(PLACE, level('good'))])
    await other.flushDrafts()
    expect(elsewhere.saveState().kind).toBe('unsaved')
    expect(await raw(browser, 'changes')).toEqual([])
  })
})

test('a reflection opened twice in one page is one, until both have let go', async () => {
  const storage = await openIn(testBrowser())
  const store = await aTeam(storage)
  const [one, two] = await Promise.all([storage.open(store.id), storage.open(store.id)])
  expect(must(one)).toBe(store)
  expect(must(two)).toBe(store)
  store.close()
  store.close()
  store.close()
  expect(must(await storage.open(store.id)).reflection().team).toBe('Cedar hub')
})

test('a definition that no file brought is looked up among those that come with the app', async () => {
  const storage = await openIn(testBrowser())
  const made = await storage.create({
    rubrics: [],
    edits: (id) => [pinRubricEdit(id, { id: 'nobody-ships-this', hash: 'h', order: 0 })],
  })
  const store = must(await storage.open(must(made)))
  expect(store.rubrics()).toEqual([])
  expect(store.reflection().rubrics).toHaveLength(1)
})
