import { afterEach, expect, test, vi } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { CopyNudge } from '#features/device/CopyNudge.tsx'
import { isCopyDue } from '#features/device/nudge.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { Storage } from '#storage/storage.ts'
import { aHistory, set, storedRubric } from '../../exchange/samples.ts'
import { testBrowser } from '../../storage/testHost.ts'
import { catchDownloads } from '../../support/downloads.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

let page: TestPage
let store: ReflectionStore

afterEach(async () => {
  store.close()
  await page.close()
  vi.restoreAllMocks()
})

async function show(at = Date.now(), prepare: (storage: Storage) => void = () => undefined) {
  const browser = testBrowser()
  browser.clock = at
  const storage = await freshStorage(browser)
  const changes = aHistory().map(({ kind, record, field, value }) =>
    set(kind, record, field, value, { at }),
  )
  await storage.mergeIn({ changes, rubrics: [storedRubric()] })
  prepare(storage)
  const opened = await storage.open('r1')
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<CopyNudge store={store} />, { browser, storage })
}

/** Rates back and forth: each a new entry. */
async function rate(times: number) {
  await page.act(async () => {
    for (let time = 0; time < times; time += 1) {
      const place = { participantId: 'r1-p1', rubricId: 'test-rubric', itemId: 'a.one.1' }
      const level = store.response(place)?.answer
      const isGood = level?.kind === 'level' && level.level === 'good'
      store.apply([answerEdit(place, { kind: 'level', level: isGood ? 'great' : 'good' })])
    }
    await page.storage.flushDrafts()
  })
}

const TITLE = 'Take a copy off this device'

test('The nudge waits for twenty entries; setting up does not count', async () => {
  await show()
  expect(page.text()).toBe('')
  await rate(13)
  expect(store.changes()).toHaveLength(24)
  expect(page.text()).toBe('')
  await rate(1)
  await page.until(() => page.text().includes(TITLE), 'the nudge')
  expect(page.text()).toContain('20 entries so far, and no copy from this device yet.')
})

test('It comes after a day, however little was entered', async () => {
  await show(Date.now() - 25 * 3_600_000)
  expect(page.text()).toContain('6 entries so far')
})

test('A copy quiets it, and twenty more entries bring it back', async () => {
  catchDownloads()
  await show()
  await rate(14)
  await page.press('button', 'Save a copy')
  await page.until(() => page.text().includes('Saved: 1 reflection'), 'the receipt')
  await page.press('button', 'Done')
  expect(page.text()).toBe('')
  await rate(19)
  expect(page.text()).toBe('')
  await rate(1)
  await page.until(() => page.text().includes('20 entries since your last copy'), 'the nudge')
})

test('Later puts it off for twenty entries more', async () => {
  await show()
  await rate(14)
  await page.press('button', 'Later')
  expect(page.text()).toBe('')
  await rate(19)
  expect(page.text()).toBe('')
  await rate(1)
  await page.until(() => page.text().includes('40 entries so far'), 'the nudge')
})

test('A fresh copy made elsewhere on this device quiets it as well', async () => {
  await show(Date.now(), (storage) =>
    storage.copies.noteSaved('r1', { at: Date.now(), changes: 11, name: 'copy.txt' }),
  )
  await rate(19)
  expect(page.text()).toBe('')
})

test('A copy is due by number, or by time if anything changed at all', () => {
  const day = 24 * 3_600_000
  expect(isCopyDue({ entries: 20, since: 0, now: 1 })).toBe(true)
  expect(isCopyDue({ entries: 19, since: 0, now: day - 1 })).toBe(false)
  expect(isCopyDue({ entries: 1, since: 0, now: day })).toBe(true)
  expect(isCopyDue({ entries: 0, since: 0, now: 100 * day })).toBe(false)
})
