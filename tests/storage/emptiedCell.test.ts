import { expect, test } from 'vitest'
import { aTeam, must, openIn } from './setting.ts'
import { testBrowser } from './testHost.ts'

const RECORD = 'team/test-rubric/a.table'
const CELL = { kind: 'response', record: RECORD, field: 'cell/row1/offers' } as const
const WORDS = { kind: 'response', record: 'p1/test-rubric/a.one.words', field: 'answer' } as const

test('a cell that was emptied is empty, other words that were wiped out are no answer', async () => {
  const store = await aTeam(await openIn(testBrowser()))
  for (const place of [CELL, WORDS]) {
    store.setDraft(place, 'Something.')
    store.commitDraft(place)
    store.setDraft(place, '')
    store.commitDraft(place)
  }
  expect(store.value(CELL)).toBe('')
  expect(store.value(WORDS)).toBeNull()
})

test('the same holds for what is recovered from a page that died', async () => {
  const browser = testBrowser()
  const tab = browser.tab()
  const first = await openIn(browser, tab.host)
  const store = await aTeam(first)
  for (const place of [CELL, WORDS]) {
    store.setDraft(place, 'Something.')
    store.commitDraft(place)
  }
  await first.flushDrafts()
  for (const place of [CELL, WORDS]) store.setDraft(place, '')
  tab.die()
  browser.restart()
  const again = await openIn(browser)
  const recovered = must(await again.open(store.id))
  expect(recovered.value(CELL)).toBe('')
  expect(recovered.value(WORDS)).toBeNull()
})
