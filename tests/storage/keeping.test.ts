import { describe, expect, test, vi } from 'vitest'
import { fieldEdits } from '#core/reflection.ts'
import type { Persistence } from '#platform/persistence.ts'
import { DEFAULT_SETTINGS, readSettings } from '#storage/settings.ts'
import type { Meta } from '#storage/rows.ts'
import { aRubric } from '../support/builders.ts'
import { aTeam, draftNotes, journal, must, NAME, openIn, raw, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

describe('asking the browser to keep what is stored', () => {
  const asking = (answer: Persistence) => {
    const browser = testBrowser()
    const askToPersist = vi.fn(async () => answer)
    return { browser, askToPersist }
  }

  test('happens once, after the first save, and the answer is remembered', async () => {
    const { browser, askToPersist } = asking('refused')
    const storage = await openIn(browser, { askToPersist })
    expect(askToPersist).not.toHaveBeenCalled()
    await aTeam(storage)
    await settle()
    expect(askToPersist).toHaveBeenCalledTimes(1)
    expect(storage.persistence.get()).toBe('refused')
    expect((await raw<Meta>(browser, 'meta'))[0]).toMatchObject({ persistence: 'refused' })
    const next = await openIn(browser, { askToPersist })
    await aTeam(next)
    await settle()
    expect(askToPersist).toHaveBeenCalledTimes(1)
    expect(await next.askToKeep()).toBe('refused')
    expect(askToPersist).toHaveBeenCalledTimes(2)
  })

  test('is not done for the sample', async () => {
    const { browser, askToPersist } = asking('granted')
    const storage = await openIn(browser, { askToPersist })
    const edits = (id: string) => fieldEdits('reflection', id, { sample: true })
    must(await storage.create({ rubrics: [aRubric()], edits }))
    await settle()
    expect(askToPersist).not.toHaveBeenCalled()
  })

  test('shows what the browser says at the start, not what it said once', async () => {
    const { browser } = asking('granted')
    const storage = await openIn(browser, { readPersistence: async () => 'granted' })
    await settle()
    expect(storage.persistence.get()).toBe('granted')
  })
})

describe('settings', () => {
  test.each<[unknown]>([
    [undefined],
    [null],
    ['dark'],
    [[]],
    [{ theme: 'pink', textSize: 90, paper: 'a5', shortcuts: 'no', unfinished: 7 }],
    [{ textSize: NaN }],
    [{ textSize: 1e9 }],
    [JSON.parse('{"__proto__":{"theme":"dark"}}')],
  ])('%o falls back to the usual', (stored) => {
    expect(readSettings(stored)).toMatchObject({ ...DEFAULT_SETTINGS })
  })

  test('take effect at once and are there after a restart', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    let told = 0
    storage.settings.subscribe(() => {
      told += 1
    })
    storage.settings.set({ theme: 'dark', paper: 'a4' })
    expect(storage.settings.get()).toMatchObject({ theme: 'dark', paper: 'a4', textSize: 100 })
    expect(told).toBe(1)
    await settle()
    const next = await openIn(browser)
    expect(next.settings.get()).toMatchObject({ theme: 'dark', paper: 'a4' })
    browser.notes.clear()
    expect((await openIn(browser)).settings.get()).toMatchObject({ theme: 'dark', paper: 'a4' })
  })
})

describe('deleted reflections', () => {
  test('leave the list and can be brought back, with everything', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    const before = JSON.stringify(store.responses())
    must(await storage.deleteReflection(store.id))
    expect(storage.headers.get()).toEqual([])
    expect(storage.deletedHeaders.get()).toHaveLength(1)
    storage.close()
    const next = await openIn(browser)
    expect(next.headers.get()).toEqual([])
    must(await next.restoreReflection(store.id))
    expect(next.headers.get()).toHaveLength(1)
    expect(JSON.stringify(must(await next.open(store.id)).responses())).toBe(before)
  })
})

describe('clearing the device', () => {
  test('leaves nothing of anyone, and later notes of that time are swept', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    store.setDraft(NAME, 'Half a sentence')
    store.apply(fieldEdits('reflection', store.id, { team: 'Elm hub' }))
    const notes = new Map(browser.notes)
    expect(journal(browser)).toHaveLength(1)
    expect(draftNotes(browser)).toHaveLength(1)
    must(await storage.forgetEverything())
    for (const table of ['changes', 'rubrics', 'drafts', 'headers', 'copies', 'imports']) {
      expect(await raw(browser, table), table).toEqual([])
    }
    expect(JSON.stringify([...browser.notes])).not.toContain('Elm')
    for (const [key, text] of notes) browser.notes.set(key, text)
    const next = await openIn(browser)
    expect(next.boot).toEqual({ kind: 'ready', recovered: 0 })
    expect(journal(browser)).toEqual([])
    expect(draftNotes(browser)).toEqual([])
    expect(await next.allChanges()).toEqual([])
  })

  test('changes who signs from then on', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const before = (await aTeam(storage)).changes()[0]?.device
    must(await storage.forgetEverything())
    const next = await openIn(browser)
    expect((await aTeam(next)).changes()[0]?.device).not.toBe(before)
  })
})

test('changes are signed in order, each later than the one before, whatever the clock does', async () => {
  const browser = testBrowser()
  const storage = await openIn(browser)
  const store = await aTeam(storage)
  for (const jump of [-86_400_000, 0, 3_153_600_000_000, -3_153_600_000_000]) {
    browser.clock += jump
    store.apply(fieldEdits('reflection', store.id, { team: `After ${jump}` }))
    expect(store.reflection()).toMatchObject({ team: `After ${jump}`, conflicts: [] })
  }
  const signed = store.changes().toSorted((one, other) => one.seq - other.seq)
  expect(signed.map(({ seq }) => seq)).toEqual(signed.map((_, index) => index + 1))
  const times = signed.map(({ at }) => at)
  expect(times.every((at, index) => index === 0 || at > times[index - 1]!)).toBe(true)
  await storage.flushDrafts()
  storage.close()
  const next = await openIn(browser)
  const again = must(await next.open(store.id))
  again.apply(fieldEdits('reflection', store.id, { team: 'Next day' }))
  const last = again.changes().find(({ value }) => value === 'Next day')
  expect(last?.seq).toBe(signed.length + 1)
})
