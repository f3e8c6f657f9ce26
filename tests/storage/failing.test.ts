import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { openStorage, type Storage } from '#storage/storage.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../support/builders.ts'
import { installFaults, WAYS_TO_FAIL, type WayToFail } from './faults.ts'
import { NAME, openIn, PLACE, rawIds, teamEdits } from './setting.ts'
import { testBrowser, type TestBrowser } from './testHost.ts'

/** Every how many calls one is made to fail; 1 tries each of them by every way. */
const STEP = Number(process.env['FAULT_STEP'] ?? 2)

const faults = installFaults()
const rejections: unknown[] = []
const note = (reason: unknown) => void rejections.push(reason)
beforeAll(() => void process.on('unhandledRejection', note))
afterAll(() => void process.off('unhandledRejection', note))
// Dexie says on the console that it tries a second time to open.
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined))
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  faults.disarm()
  vi.useRealTimers()
  vi.restoreAllMocks()
  expect(rejections).toEqual([])
})

/** Waits for a promise while time passes in leaps: watchdogs of many seconds cost nothing here. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  let isDone = false
  const end = () => {
    isDone = true
  }
  promise.then(end, end)
  for (let leap = 0; !isDone && leap < 20_000; leap += 1) {
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    if (!isDone && leap % 8 === 7) await vi.advanceTimersByTimeAsync(500)
  }
  return promise
}

/** What a sitting did, and what of it the app has called saved. */
interface Account {
  readonly browser: TestBrowser
  readonly applied: Set<string>
  readonly saved: Set<string>
  storage?: Storage
  store?: ReflectionStore
}

/** A reflection is made, marked, typed into, undone, deleted, brought back, and merged with a copy. */
async function sitting(account: Account): Promise<void> {
  const opened = await inTime(openStorage(account.browser.tab().host))
  if (!opened.ok) return
  const storage = (account.storage = opened.value)
  const made = await inTime(storage.create({ rubrics: [aRubric()], edits: teamEdits }))
  if (!made.ok) return
  const reopened = await inTime(storage.open(made.value))
  if (!reopened.ok) return
  const store = (account.store = reopened.value)
  await take(account)
  for (const level of ['need', 'better', 'good'] as const) {
    store.apply([answerEdit(PLACE, { kind: 'level', level })])
    await take(account)
  }
  store.undo()
  store.setDraft(NAME, 'Weekly note')
  store.commitDraft(NAME)
  await take(account)
  storage.settings.set({ theme: 'dark' })
  storage.copies.noteSaved(store.id, { at: 1, changes: 3, name: 'a copy' })
  const merged = await inTime(storage.mergeIn({ changes: store.changes(), rubrics: [] }))
  if (merged.ok) await inTime(storage.undoMerge(merged.value.importId))
  await inTime(storage.deleteReflection(store.id))
  await inTime(storage.restoreReflection(store.id))
  await take(account)
}

/** Writes what waits. If it is called saved then, it must lie on the disk, read without our code. */
async function take({ browser, applied, saved, storage, store }: Account): Promise<void> {
  await inTime(storage!.flushDrafts())
  const ids = store!.changes().map(({ id }) => id)
  for (const id of ids) applied.add(id)
  if (store!.saveState().kind !== 'saved') return
  const stored = await faults.unseen(() => inTime(rawIds(browser)))
  for (const id of ids) {
    expect(stored, 'called saved, but not on disk').toContain(id)
    saved.add(id)
  }
}

const anAccount = (): Account => ({
  browser: testBrowser(),
  applied: new Set(),
  saved: new Set(),
})

async function callsOfASitting(): Promise<number> {
  faults.arm('throw', Infinity)
  const account = anAccount()
  await sitting(account)
  expect(account.saved.size).toBe(account.applied.size)
  account.storage!.close()
  return faults.calls()
}

test.each(WAYS_TO_FAIL)(
  'whichever IndexedDB call fails (%s), nothing is called saved that is not, and nothing is lost',
  { timeout: 300_000 },
  async (way: WayToFail) => {
    const calls = await callsOfASitting()
    const step = way === 'hang' ? STEP * 3 : STEP
    let struck = 0
    for (const { k, isLasting } of trials(calls, step, WAYS_TO_FAIL.indexOf(way))) {
      const account = anAccount()
      faults.arm(way, k, isLasting)
      await sitting(account)
      if (faults.struck()) struck += 1
      faults.disarm()
      // Where failing lasts, the page is gone before it can try again: the journal must have it all.
      if (!isLasting) await expectHealed(account, way)
      await expectKept(account)
    }
    expect(struck).toBeGreaterThan(calls / step / 2)
  },
)

/** Which call fails, and whether all later ones do too: turn by turn, or both where all are tried. */
function trials(calls: number, step: number, offset: number): { k: number; isLasting: boolean }[] {
  const found = []
  for (let k = 1 + (offset % step), turn = 0; k <= calls; k += step, turn += 1) {
    found.push({ k, isLasting: turn % 2 === 0 })
    if (step === 1) found.push({ k, isLasting: turn % 2 !== 0 })
  }
  return found
}

/** Once the browser works again, so do we; only what hangs needs the page to be loaded anew. */
async function expectHealed({ store }: Account, way: WayToFail): Promise<void> {
  if (!store) return
  await inTime(store.retry())
  if (way !== 'hang') expect(store.saveState().kind).toBe('saved')
}

/** After a restart all that was entered is there: from the disk, or from the journal. */
async function expectKept({ browser, applied, storage }: Account): Promise<void> {
  storage?.close()
  browser.restart()
  const next = await inTime(openIn(browser))
  const ids = new Set((await inTime(next.allChanges())).map(({ id }) => id))
  for (const id of applied) expect(ids).toContain(id)
  expect(next.boot.kind).not.toBe('lost')
  next.close()
}
