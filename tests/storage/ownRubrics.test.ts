import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rubricHash } from '#core/rubricHash.ts'
import { loadRubric } from '#rubrics/catalog.ts'
import { loadEntry, ownEntries } from '#storage/library.ts'
import { aRubric } from '../support/builders.ts'
import { installFaults, WAYS_TO_FAIL } from './faults.ts'
import { aTeam, must, openIn, raw, settle } from './setting.ts'
import { testBrowser } from './testHost.ts'

const faults = installFaults()
// Dexie says on the console that it tries a second time to open.
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined))
afterEach(() => {
  faults.disarm()
  vi.restoreAllMocks()
})

const mine = aRubric({ id: 'our-own', version: '1.0.0' })
const newer = aRubric({ id: 'our-own', version: '1.10.0', shortTitle: 'Newer' })

const idsOf = (own: readonly { rubric: { id: string; version: string } }[]) =>
  own.map(({ rubric }) => `${rubric.id} ${rubric.version}`)

describe('own rubrics', () => {
  test('are there after a restart, with when and how they came', async () => {
    const browser = testBrowser()
    const kept = must(await (await openIn(browser)).keepRubric(mine, 'file'))
    expect(kept).toMatchObject({ hash: rubricHash(mine), from: 'file', rubric: mine })
    browser.restart()
    const storage = await openIn(browser)
    expect(must(await storage.ownRubrics.load())).toEqual([kept])
    expect(storage.ownRubrics.get()).toEqual([kept])
  })

  test('are read when somebody looks for the first time, and not at the start', async () => {
    const browser = testBrowser()
    must(await (await openIn(browser)).keepRubric(mine, 'file'))
    const storage = await openIn(browser)
    await settle()
    let told = 0
    const stop = storage.ownRubrics.subscribe(() => (told += 1))
    await settle()
    expect(told).toBe(1)
    const list = storage.ownRubrics.get()
    expect(idsOf(list)).toEqual(['our-own 1.0.0'])
    await storage.ownRubrics.load()
    expect(storage.ownRubrics.get()).toBe(list)
    expect(told).toBe(1)
    stop()
  })

  test('show the highest version of an id, whichever came last; of equal ones the last', async () => {
    const storage = await openIn(testBrowser())
    must(await storage.keepRubric(newer, 'file'))
    must(await storage.keepRubric(mine, 'file'))
    must(await storage.keepRubric(aRubric({ id: 'other' }), 'editor'))
    expect(idsOf(storage.ownRubrics.get())).toEqual(['other 1.0.0', 'our-own 1.10.0'])
    const reworded = aRubric({ ...newer, shortTitle: 'Reworded' })
    must(await storage.keepRubric(reworded, 'editor'))
    expect(storage.ownRubrics.get()[0]?.rubric.shortTitle).toBe('Reworded')
  })

  test('taken off the list stay on the disk, and come back', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    must(await storage.keepRubric(mine, 'file'))
    const kept = must(await storage.keepRubric(newer, 'file'))
    must(await storage.dropRubric(kept.hash))
    expect(storage.ownRubrics.get()).toEqual([])
    expect(await raw(browser, 'ownRubrics')).toEqual([])
    expect(await raw(browser, 'rubrics')).toHaveLength(2)
    must(await storage.keepRubric(kept.rubric, kept.from))
    expect(idsOf(storage.ownRubrics.get())).toEqual(['our-own 1.10.0'])
    must(await storage.keepRubric(mine, 'file'))
    must(await storage.dropRubric(kept.hash, 'one'))
    expect(idsOf(storage.ownRubrics.get())).toEqual(['our-own 1.0.0'])
    must(await storage.dropRubric('nothing of the kind'))
    expect(storage.ownRubrics.get()).toHaveLength(1)
  })

  test('follow what another tab keeps and takes off', async () => {
    const browser = testBrowser()
    const [here, there] = [await openIn(browser), await openIn(browser)]
    let told = 0
    there.ownRubrics.subscribe(() => (told += 1))
    await settle()
    const { hash } = must(await here.keepRubric(mine, 'file'))
    await settle()
    expect(idsOf(there.ownRubrics.get())).toEqual(['our-own 1.0.0'])
    must(await here.dropRubric(hash))
    await settle()
    expect(there.ownRubrics.get()).toEqual([])
    expect(told).toBe(2)
  })

  test('catch up when a page that was frozen comes back', async () => {
    const browser = testBrowser()
    const tab = browser.tab({ channel: () => undefined })
    const frozen = await openIn(browser, tab.host)
    must(await frozen.ownRubrics.load())
    const shown = await openIn(browser)
    must(await shown.keepRubric(mine, 'file'))
    await settle()
    expect(frozen.ownRubrics.get()).toEqual([])
    // Only the host of `frozen` hears this.
    tab.show()
    await settle()
    expect(idsOf(frozen.ownRubrics.get())).toEqual(['our-own 1.0.0'])
  })

  test('stay when an import or a reflection puts the same definition', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    must(await storage.keepRubric(aRubric(), 'editor'))
    const store = await aTeam(storage)
    const elsewhere = await openIn(testBrowser())
    const foreign = await aTeam(elsewhere)
    const merged = { changes: foreign.changes(), rubrics: foreign.rubrics() }
    const { importId } = must(await storage.mergeIn(merged))
    must(await storage.undoMerge(importId))
    store.repinRubric(aRubric())
    await storage.flushDrafts()
    browser.restart()
    const next = await openIn(browser)
    expect(must(await next.ownRubrics.load())).toMatchObject([{ from: 'editor' }])
  })

  test('are not what a copy of a reflection brings: those are pinned only', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(await openIn(testBrowser()))
    must(await storage.mergeIn({ changes: store.changes(), rubrics: store.rubrics() }))
    expect(must(await storage.ownRubrics.load())).toEqual([])
    expect(await raw(browser, 'rubrics')).toHaveLength(1)
  })

  test('are gone with everything else when the device is cleared', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    must(await storage.keepRubric(mine, 'file'))
    must(await storage.forgetEverything())
    expect(await raw(browser, 'ownRubrics')).toEqual([])
    expect(await raw(browser, 'rubrics')).toEqual([])
    expect((await storage.keepRubric(mine, 'file')).ok).toBe(false)
  })

  test.each(WAYS_TO_FAIL.filter((way) => way !== 'hang'))(
    'a disk that fails (%s) keeps all of it or nothing, and says so',
    async (way) => {
      for (let k = 1; k <= 4; k += 1) {
        const browser = testBrowser()
        const storage = await openIn(browser)
        faults.arm(way, k, true)
        const done = await storage.keepRubric(mine, 'file')
        faults.disarm()
        const rows = await raw(browser, 'ownRubrics')
        expect(rows).toHaveLength(done.ok ? 1 : 0)
        expect(await raw(browser, 'rubrics')).toHaveLength(done.ok ? 1 : 0)
        if (k === 1) expect(done.ok).toBe(false)
        if (way === 'quota' && !done.ok) expect(done.problem).toEqual({ kind: 'storageFull' })
        expect(must(await storage.ownRubrics.load())).toHaveLength(rows.length)
        must(await storage.keepRubric(mine, 'file'))
        expect(storage.ownRubrics.get()).toHaveLength(1)
      }
    },
  )

  test('a list that cannot be read says so, and can be read again', async () => {
    const browser = testBrowser()
    must(await (await openIn(browser)).keepRubric(mine, 'file'))
    const storage = await openIn(browser)
    faults.arm('abort', 1, true)
    expect((await storage.ownRubrics.load()).ok).toBe(false)
    faults.disarm()
    storage.ownRubrics.get()
    await settle()
    expect(storage.ownRubrics.get()).toHaveLength(1)
  })
})

describe('the library', () => {
  test('loads an own rubric by its key, also once it is off the list', async () => {
    const storage = await openIn(testBrowser())
    const kept = must(await storage.keepRubric(mine, 'file'))
    const [entry] = ownEntries(storage.ownRubrics.get())
    expect(entry).toMatchObject({ id: 'our-own', origin: 'own', hash: kept.hash })
    expect(entry?.family).toBeUndefined()
    must(await storage.dropRubric(kept.hash))
    expect(must(await loadEntry(storage, entry!.key))).toEqual({ hash: kept.hash, rubric: mine })
    expect(await loadEntry(storage, 'own:none')).toEqual({
      ok: false,
      problem: { kind: 'rubricMissing', rubricId: 'own:none' },
    })
  })

  test('lists an own rubric with a shipped id, unless it is the shipped one to the letter', async () => {
    const storage = await openIn(testBrowser())
    const shipped = must(await loadRubric('hub-learning-system'))
    must(await storage.keepRubric(shipped.rubric, 'file'))
    expect(ownEntries(storage.ownRubrics.get())).toEqual([])
    const ours = { ...shipped.rubric, version: '9.0.0', shortTitle: 'Ours' }
    must(await storage.keepRubric(ours, 'file'))
    const [entry] = ownEntries(storage.ownRubrics.get())
    expect(entry).toMatchObject({ id: 'hub-learning-system', shortTitle: 'Ours', origin: 'own' })
    expect(must(await loadEntry(storage, 'hub-learning-system')).hash).toBe(shipped.hash)
    expect(must(await loadEntry(storage, entry!.key)).rubric.version).toBe('9.0.0')
  })
})

describe('another definition for a reflection', () => {
  const first = aRubric({ version: '1.0.0' })
  const second = aRubric({ version: '2.0.0', shortTitle: 'Second' })

  test('is pinned in the same place, and going back brings the earlier one back', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const other = aRubric({ id: 'other' })
    const id = must(await storage.create({ rubrics: [first, other], edits: () => [] }))
    const store = must(await storage.open(id))
    store.repinRubric(second)
    await storage.flushDrafts()
    browser.restart()
    const next = await openIn(browser)
    const again = must(await next.open(id))
    expect(again.rubrics().map(({ rubric }) => rubric.shortTitle)).toEqual(['Second', 'Network'])
    const [earlier] = await next.storedRubrics([rubricHash(first)])
    again.repinRubric(earlier!.rubric)
    expect(again.rubrics().map(({ rubric }) => rubric.version)).toEqual(['1.0.0', '1.0.0'])
    expect(again.rubrics()[0]?.rubric).toEqual(first)
  })

  test('is one act to take back', async () => {
    const storage = await openIn(testBrowser())
    const id = must(await storage.create({ rubrics: [first], edits: () => [] }))
    const store = must(await storage.open(id))
    store.repinRubric(second)
    store.undo()
    expect(store.rubrics()[0]?.rubric.version).toBe('1.0.0')
  })
})
