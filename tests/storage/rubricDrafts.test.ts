import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RubricDraft } from '#storage/rows.ts'
import { openMemoryStorage } from '#storage/storage.ts'
import { aRubric } from '../support/builders.ts'
import { installFaults } from './faults.ts'
import { must, openIn, raw, settle } from './setting.ts'
import { testBrowser, type TestBrowser } from './testHost.ts'

const faults = installFaults()
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
// Dexie says on the console that it tries a second time to open.
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined))
afterEach(() => {
  faults.disarm()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms)
  await settle(40)
}

const draft = (title: string, id = 'd1') => ({ id, content: { title }, from: undefined })
const notes = (browser: TestBrowser) =>
  [...browser.notes.keys()].filter((key) => key.startsWith('hub-reflect.rubricDraft.'))
const onDisk = (browser: TestBrowser) => raw<RubricDraft>(browser, 'rubricDrafts')

describe('a rubric that is being written', () => {
  test('is noted at once, on disk within 300 ms, and only then called saved', async () => {
    const browser = testBrowser()
    const { rubricDrafts } = await openIn(browser)
    expect(rubricDrafts.saveState.get()).toEqual({ kind: 'saved', at: undefined })
    rubricDrafts.save(draft('A'))
    rubricDrafts.save(draft('A r'))
    expect(notes(browser)).toHaveLength(1)
    expect(rubricDrafts.saveState.get()).toEqual({ kind: 'saving' })
    expect(await onDisk(browser)).toEqual([])
    await pass(300)
    expect(await onDisk(browser)).toMatchObject([{ id: 'd1', content: { title: 'A r' } }])
    expect(rubricDrafts.saveState.get()).toEqual({ kind: 'saved', at: expect.any(Number) })
    expect(notes(browser)).toEqual([])
  })

  test('is written at once on leaving the page, and before an update', async () => {
    const browser = testBrowser()
    const tab = browser.tab()
    const storage = await openIn(browser, tab.host)
    storage.rubricDrafts.save(draft('A'))
    expect(storage.hasUnsaved()).toBe(true)
    await storage.flushDrafts()
    expect(storage.hasUnsaved()).toBe(false)
    storage.rubricDrafts.save(draft('B'))
    tab.hide()
    await settle()
    expect(await onDisk(browser)).toMatchObject([{ content: { title: 'B' } }])
  })

  test('comes back whole from a page that was killed in the middle of a word', async () => {
    const browser = testBrowser()
    const tab = browser.tab()
    const { rubricDrafts } = await openIn(browser, tab.host)
    rubricDrafts.save(draft('Half'))
    await rubricDrafts.flush()
    rubricDrafts.save(draft('Half a wor'))
    tab.die()
    browser.restart()
    const next = await openIn(browser)
    expect(must(await next.rubricDrafts.open('d1'))?.content).toEqual({ title: 'Half a wor' })
    expect(await onDisk(browser)).toMatchObject([{ content: { title: 'Half a wor' } }])
    expect(notes(browser)).toEqual([])
  })

  test('of a tab that is still open is left alone by others', async () => {
    const browser = testBrowser()
    const { rubricDrafts } = await openIn(browser)
    rubricDrafts.save(draft('Typing'))
    const other = await openIn(browser)
    expect(must(await other.rubricDrafts.list())).toEqual([])
    expect(notes(browser)).toHaveLength(1)
    await pass(300)
    expect(must(await other.rubricDrafts.list())).toMatchObject([{ content: { title: 'Typing' } }])
  })

  test('that was written on elsewhere since is not overwritten by an old note', async () => {
    const browser = testBrowser()
    const tab = browser.tab()
    const dying = await openIn(browser, tab.host)
    dying.rubricDrafts.save(draft('Old'))
    tab.die()
    // The note of the dead page survives what its disk did not.
    const kept = new Map(browser.notes)
    browser.restart()
    const next = await openIn(browser)
    must(await next.rubricDrafts.open('d1'))
    next.rubricDrafts.save(draft('New'))
    await next.rubricDrafts.flush()
    for (const [key, text] of kept) browser.notes.set(key, text)
    expect(must(await next.rubricDrafts.open('d1'))?.content).toEqual({ title: 'New' })
    expect(notes(browser)).toEqual([])
  })

  test('grows newer with every save, whatever the clock says', async () => {
    const browser = testBrowser()
    const first = await openIn(browser)
    first.rubricDrafts.save(draft('A'))
    await first.rubricDrafts.flush()
    const before = must(await first.rubricDrafts.open('d1'))!.changedAt
    browser.clock -= 1_000_000
    const second = await openIn(browser)
    must(await second.rubricDrafts.open('d1'))
    second.rubricDrafts.save(draft('B'))
    await second.rubricDrafts.flush()
    expect(must(await second.rubricDrafts.open('d1'))!.changedAt).toBeGreaterThan(before)
  })

  test('is told as not saved on a full disk, tried again, and not lost meanwhile', async () => {
    const browser = testBrowser()
    const tab = browser.tab()
    const { rubricDrafts, flushDrafts, hasUnsaved } = await openIn(browser, tab.host)
    faults.arm('quota', 1, true)
    rubricDrafts.save(draft('Much'))
    await pass(300)
    const problem = { kind: 'storageFull' }
    expect(rubricDrafts.saveState.get()).toEqual({ kind: 'unsaved', problem })
    await flushDrafts()
    expect(hasUnsaved()).toBe(true)
    expect(must(await faults.unseen(() => rubricDrafts.open('d1')))?.content).toEqual({
      title: 'Much',
    })
    expect(notes(browser)).toHaveLength(1)
    faults.disarm()
    await pass(4000)
    expect(rubricDrafts.saveState.get().kind).toBe('saved')
    expect(await onDisk(browser)).toMatchObject([{ content: { title: 'Much' } }])
  })

  test('too long for a note goes to the disk without waiting, and leaves no old note', async () => {
    const browser = testBrowser()
    const { rubricDrafts } = await openIn(browser)
    rubricDrafts.save(draft('Short'))
    rubricDrafts.save(draft('x'.repeat(1_100_000)))
    expect(notes(browser)).toEqual([])
    expect(rubricDrafts.saveState.get()).toEqual({ kind: 'saving' })
    await settle(80)
    expect(rubricDrafts.saveState.get().kind).toBe('saved')
    expect(JSON.stringify(await onDisk(browser)).length).toBeGreaterThan(1_000_000)
  })

  test('goes to the disk without waiting where no notes can be written', async () => {
    const browser = testBrowser()
    const { rubricDrafts } = await openIn(browser)
    browser.notesFull = true
    rubricDrafts.save(draft('A'))
    await settle(80)
    expect(await onDisk(browser)).toHaveLength(1)
  })

  test('that was thrown away stays away, and saving it brings it back', async () => {
    const browser = testBrowser()
    const { rubricDrafts } = await openIn(browser)
    rubricDrafts.save(draft('A'))
    await rubricDrafts.flush()
    rubricDrafts.save(draft('AB'))
    must(await rubricDrafts.remove('d1'))
    await pass(400)
    expect(await onDisk(browser)).toEqual([])
    expect(notes(browser)).toEqual([])
    expect(must(await rubricDrafts.open('d1'))).toBeUndefined()
    rubricDrafts.save(draft('AB'))
    await rubricDrafts.flush()
    expect(must(await rubricDrafts.list())).toMatchObject([{ content: { title: 'AB' } }])
  })

  test('that cannot be thrown away is still there', async () => {
    const browser = testBrowser()
    const { rubricDrafts } = await openIn(browser)
    rubricDrafts.save(draft('A'))
    faults.arm('abort', 1, true)
    expect((await rubricDrafts.remove('d1')).ok).toBe(false)
    faults.disarm()
    await rubricDrafts.flush()
    expect(await onDisk(browser)).toHaveLength(1)
  })

  test('is listed with the one changed last first', async () => {
    const { rubricDrafts } = await openIn(testBrowser())
    for (const id of ['a', 'b', 'a']) rubricDrafts.save(draft(id, id))
    expect(must(await rubricDrafts.list()).map(({ id }) => id)).toEqual(['a', 'b'])
    await rubricDrafts.flush()
    expect(must(await rubricDrafts.list()).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('two tabs that write one draft', () => {
  test('the last writer wins, and the other is told once nothing of its own waits', async () => {
    const browser = testBrowser()
    const [here, there] = [await openIn(browser), await openIn(browser)]
    const told: string[] = []
    there.rubricDrafts.subscribe((id, where) => told.push(`${id} ${where}`))
    here.rubricDrafts.save(draft('Here'))
    await here.rubricDrafts.flush()
    await settle()
    expect(told).toEqual(['d1 elsewhere'])
    expect(must(await there.rubricDrafts.open('d1'))?.content).toEqual({ title: 'Here' })
    there.rubricDrafts.save(draft('There'))
    here.rubricDrafts.save(draft('Here again'))
    await here.rubricDrafts.flush()
    await settle()
    expect(told).toEqual(['d1 elsewhere'])
    await there.rubricDrafts.flush()
    await settle()
    expect(told).toEqual(['d1 elsewhere', 'd1 here'])
    expect(await onDisk(browser)).toMatchObject([{ content: { title: 'There' } }])
  })

  test('a draft thrown away in one is told to the other', async () => {
    const browser = testBrowser()
    const [here, there] = [await openIn(browser), await openIn(browser)]
    here.rubricDrafts.save(draft('A'))
    await here.rubricDrafts.flush()
    await settle()
    const told: string[] = []
    there.rubricDrafts.subscribe((id, where) => told.push(`${id} ${where}`))
    must(await here.rubricDrafts.remove('d1'))
    await settle()
    expect(told).toEqual(['d1 elsewhere'])
    expect(must(await there.rubricDrafts.open('d1'))).toBeUndefined()
  })
})

describe('when storage is not what it should be', () => {
  test('clearing the device clears drafts and their notes, and no tab writes them back', async () => {
    const browser = testBrowser()
    const [here, there] = [await openIn(browser), await openIn(browser)]
    here.rubricDrafts.save(draft('A'))
    await here.rubricDrafts.flush()
    there.rubricDrafts.save(draft('B', 'd2'))
    const old = new Map(browser.notes)
    must(await here.forgetEverything())
    await pass(400)
    there.rubricDrafts.save(draft('C', 'd3'))
    await pass(5000)
    for (const [key, text] of old) browser.notes.set(key, text)
    browser.restart()
    const next = await openIn(browser)
    expect(must(await next.rubricDrafts.list())).toEqual([])
    expect(await onDisk(browser)).toEqual([])
  })

  test('where nothing is stored the draft is there for the page, and noted for the next one', async () => {
    const browser = testBrowser()
    const tab = browser.tab()
    const memory = await openMemoryStorage({ kind: 'storageSilent' }, tab.host)
    memory.rubricDrafts.save(draft('A'))
    await pass(300)
    expect(must(await memory.rubricDrafts.open('d1'))?.content).toEqual({ title: 'A' })
    expect(memory.rubricDrafts.saveState.get()).toMatchObject({ kind: 'unsaved' })
    expect(memory.hasUnsaved()).toBe(true)
    tab.die()
    const next = await openIn(browser)
    expect(must(await next.rubricDrafts.list())).toMatchObject([{ content: { title: 'A' } }])
  })

  test('a database that was emptied under the page gets back what was written, when asked', async () => {
    const browser = testBrowser()
    const { rubricDrafts, keepRubric } = await openIn(browser)
    rubricDrafts.save(draft('A'))
    await rubricDrafts.flush()
    must(await keepRubric(aRubric(), 'file'))
    await clear(browser)
    rubricDrafts.save(draft('AB'))
    await pass(300)
    expect(rubricDrafts.saveState.get()).toMatchObject({ problem: { kind: 'storageLost' } })
    await rubricDrafts.retry()
    await settle()
    expect(rubricDrafts.saveState.get().kind).toBe('saved')
    expect(await onDisk(browser)).toMatchObject([{ content: { title: 'AB' } }])
    expect(await raw(browser, 'ownRubrics')).toHaveLength(1)
    expect(await raw(browser, 'rubrics')).toHaveLength(1)
  })
})

/** Empties every table under the app's feet. */
async function clear(browser: TestBrowser): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = browser.indexedDB.open('hub-reflect')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names, 'readwrite')
  for (const name of names) transaction.objectStore(name).clear()
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}
