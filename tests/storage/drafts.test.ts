import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fieldEdits } from '#core/reflection.ts'
import type { DraftRow } from '#storage/rows.ts'
import { aTeam, draftNotes, must, NAME, openIn, raw, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Lets some milliseconds pass and whatever they set off come to its end. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  for (let turn = 0; turn < 4; turn += 1) {
    await settle(20)
    await vi.advanceTimersByTimeAsync(1)
  }
}

async function aSitting() {
  const browser = testBrowser()
  const tab = browser.tab()
  const storage = await openIn(browser, tab.host)
  const store = await aTeam(storage)
  store.apply(fieldEdits('strategy', 's1', { name: 'Note', order: 1 }))
  await storage.flushDrafts()
  const changes = () => store.changes().filter(({ field }) => field === 'name')
  return { browser, tab, storage, store, changes }
}

describe('what is being typed', () => {
  test('is noted with every keystroke and on disk within 300 ms, without a change', async () => {
    const { browser, store, changes } = await aSitting()
    store.setDraft(NAME, 'Note 1')
    store.setDraft(NAME, 'Note 12')
    expect(store.draft(NAME)).toBe('Note 12')
    expect(draftNotes(browser)).toHaveLength(1)
    expect(store.saveState().kind).toBe('saving')
    await pass(300)
    expect(await raw<DraftRow>(browser, 'drafts')).toMatchObject([{ text: 'Note 12' }])
    expect(changes()).toHaveLength(1)
    expect(store.value(NAME)).toBe('Note')
  })

  test('becomes one change when the field is left, and leaves nothing behind', async () => {
    const { browser, store, changes } = await aSitting()
    for (const text of ['A', 'A n', 'A no']) store.setDraft(NAME, text)
    store.commitDraft(NAME)
    expect(store.value(NAME)).toBe('A no')
    expect(store.draft(NAME)).toBeUndefined()
    expect(changes()).toHaveLength(2)
    await pass(400)
    expect(store.saveState().kind).toBe('saved')
    expect(draftNotes(browser)).toEqual([])
    expect(await raw<DraftRow>(browser, 'drafts')).toMatchObject([{ text: null }])
  })

  test('becomes a change in a pause, and the field goes on showing what was typed', async () => {
    const { store, changes } = await aSitting()
    store.setDraft(NAME, 'Note by mail')
    await pass(2000)
    expect(store.value(NAME)).toBe('Note by mail')
    expect(store.draft(NAME)).toBe('Note by mail')
    store.setDraft(NAME, 'Note by mail, weekly')
    await pass(2000)
    expect(changes()).toHaveLength(3)
    expect(store.reflection().strategies[0]).toMatchObject({ name: 'Note by mail, weekly' })
    expect(store.reflection().strategies[0]?.conflicts).toEqual([])
  })

  test('that is the stored value again makes no change', async () => {
    const { browser, store, changes } = await aSitting()
    store.setDraft(NAME, 'Notes')
    store.setDraft(NAME, 'Note')
    await pass(2000)
    store.commitDraft(NAME)
    await pass(400)
    expect(changes()).toHaveLength(1)
    expect(draftNotes(browser)).toEqual([])
    expect(store.saveState().kind).toBe('saved')
  })

  test('that was typed back after it had been saved leaves nothing to recover', async () => {
    const { browser, storage, store } = await aSitting()
    store.setDraft(NAME, 'Note a')
    await pass(2000)
    store.setDraft(NAME, 'Note ab')
    store.setDraft(NAME, 'Note a')
    await pass(2400)
    expect(draftNotes(browser)).toEqual([])
    store.undo()
    await pass(400)
    storage.close()
    const next = await openIn(browser)
    expect(next.boot.recovered).toBe(0)
    expect(must(await next.open(store.id)).value(NAME)).toBe('Note')
  })

  test('becomes a change when the page hides', async () => {
    const { browser, tab, store } = await aSitting()
    store.setDraft(NAME, 'Half a sen')
    tab.hide()
    expect(store.value(NAME)).toBe('Half a sen')
    await pass(100)
    expect(draftNotes(browser)).toEqual([])
    expect(store.saveState().kind).toBe('saved')
  })

  test('is kept as it is while hostile characters are cleaned for the store', async () => {
    const { store } = await aSitting()
    store.setDraft(NAME, 'cafe\u0301 \uD800!\r\n')
    await pass(2000)
    expect(store.draft(NAME)).toBe('cafe\u0301 \uD800!\r\n')
    expect(store.value(NAME)).toBe('caf\u00e9 \uFFFD!\n')
    store.commitDraft(NAME)
    expect(store.draft(NAME)).toBeUndefined()
  })

  test('gives way to an undo of it', async () => {
    const { store } = await aSitting()
    store.setDraft(NAME, 'Other')
    await pass(2000)
    store.undo()
    expect(store.draft(NAME)).toBeUndefined()
    expect(store.value(NAME)).toBe('Note')
    store.setDraft(NAME, 'Third')
    store.commitDraft(NAME)
    expect(store.reflection().strategies[0]).toMatchObject({ name: 'Third', conflicts: [] })
  })

  test('does not contradict what the same page did to the field meanwhile', async () => {
    const { store } = await aSitting()
    store.setDraft(NAME, 'Other')
    await pass(2000)
    store.setDraft(NAME, 'Other one')
    store.undo()
    store.apply(fieldEdits('strategy', 's1', { name: 'Set by a button' }))
    expect(store.draft(NAME)).toBe('Other one')
    store.commitDraft(NAME)
    expect(store.reflection().strategies[0]).toMatchObject({ name: 'Other one', conflicts: [] })
  })

  test('in words answers an item, and wiping it out takes the answer back', async () => {
    const { store } = await aSitting()
    const place = {
      kind: 'response',
      record: 'p1/test-rubric/a.one.words',
      field: 'answer',
    } as const
    const answer = { participantId: 'p1', rubricId: 'test-rubric', itemId: 'a.one.words' }
    store.setDraft(place, 'Because')
    store.commitDraft(place)
    expect(store.response(answer)?.answer).toEqual({ kind: 'text', text: 'Because' })
    store.setDraft(place, '')
    store.commitDraft(place)
    expect(store.response(answer)?.answer).toBeUndefined()
  })

  test('founds its record together with what else belongs to it', async () => {
    const { store } = await aSitting()
    const place = { kind: 'strategy', record: 's2', field: 'name' } as const
    const founding = fieldEdits('strategy', 's2', {
      items: ['test-rubric/a.one.1'],
      credit: ['p1'],
    })
    store.setDraft(place, 'New', founding)
    await pass(2000)
    const strategy = store.reflection().strategies.find(({ id }) => id === 's2')
    expect(strategy).toMatchObject({ name: 'New', credit: ['p1'] })
    store.undo()
    expect(store.reflection().strategies.map(({ id }) => id)).toEqual(['s1'])
  })
})

describe('a page that dies while someone types', () => {
  test.each([
    ['from its note', 0],
    ['from disk', 300],
  ])('loses nothing: the next start makes a change of it, %s', async (way, ms) => {
    const { browser, tab, store } = await aSitting()
    store.setDraft(NAME, 'Note by ma')
    await pass(ms)
    tab.die()
    browser.restart()
    if (way === 'from disk') for (const key of draftNotes(browser)) browser.notes.delete(key)
    const next = await openIn(browser)
    expect(next.boot).toEqual({ kind: 'ready', recovered: 1 })
    const again = must(await next.open(store.id))
    expect(again.reflection().strategies[0]).toMatchObject({ name: 'Note by ma', conflicts: [] })
    expect(draftNotes(browser)).toEqual([])
    expect(await raw(browser, 'drafts')).toEqual([])
  })

  test('does not empty the name of a reflection, whatever half of a renaming it left', async () => {
    const { browser, tab, store } = await aSitting()
    const place = { kind: 'reflection', record: store.id, field: 'team' } as const
    const { team } = store.reflection()
    expect(team).not.toBe('')
    store.setDraft(place, '  ')
    await pass(300)
    tab.die()
    browser.restart()
    const next = await openIn(browser)
    expect(next.boot).toEqual({ kind: 'ready', recovered: 0 })
    expect(must(await next.open(store.id)).reflection().team).toBe(team)
    expect(draftNotes(browser)).toEqual([])
    expect(await raw(browser, 'drafts')).toEqual([])
  })

  test('founds the record with the draft, if it was new', async () => {
    const { browser, tab, store } = await aSitting()
    const place = { kind: 'strategy', record: 's2', field: 'name' } as const
    store.setDraft(place, 'New', fieldEdits('strategy', 's2', { credit: ['p1'] }))
    tab.die()
    browser.restart()
    const next = await openIn(browser)
    const { strategies } = must(await next.open(store.id)).reflection()
    expect(strategies.find(({ id }) => id === 's2')).toMatchObject({ name: 'New', credit: ['p1'] })
  })

  test('does not bring back an old note whose text is in a change already', async () => {
    const { browser, tab, store } = await aSitting()
    store.setDraft(NAME, 'Note b')
    // A killed browser may have kept the older notes only: localStorage is written lazily.
    const older = new Map(browser.notes)
    store.setDraft(NAME, 'Note by mail')
    await pass(2400)
    tab.die()
    browser.restart()
    for (const [key, text] of older) if (key.includes('.draft.')) browser.notes.set(key, text)
    const next = await openIn(browser)
    const again = must(await next.open(store.id))
    expect(again.reflection().strategies[0]).toMatchObject({ name: 'Note by mail', conflicts: [] })
    expect(next.boot.recovered).toBe(0)
    expect(draftNotes(browser)).toEqual([])
  })

  test('keeps both, visibly, if the text was changed elsewhere meanwhile', async () => {
    const { browser, tab, store } = await aSitting()
    store.setDraft(NAME, 'Mine')
    const other = await openIn(browser)
    const elsewhere = must(await other.open(store.id))
    elsewhere.apply(fieldEdits('strategy', 's1', { name: 'Theirs' }))
    await pass(100)
    tab.die()
    browser.restart()
    const next = await openIn(browser)
    const [strategy] = must(await next.open(store.id)).reflection().strategies
    const versions = strategy?.conflicts[0]?.versions.map(({ value }) => value)
    expect(versions?.toSorted()).toEqual(['Mine', 'Theirs'])
  })

  test('leaves the drafts of a page that is still open to that page', async () => {
    const { browser, store } = await aSitting()
    store.setDraft(NAME, 'Still typ')
    await pass(300)
    const other = await openIn(browser)
    expect(other.boot.recovered).toBe(0)
    expect(draftNotes(browser)).toHaveLength(1)
    store.setDraft(NAME, 'Still typing')
    store.commitDraft(NAME)
    expect(store.reflection().strategies[0]).toMatchObject({ name: 'Still typing', conflicts: [] })
  })
})
