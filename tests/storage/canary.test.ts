import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { CANARY_CACHE, judge, type Canary } from '#storage/canary.ts'
import { newMeta } from '#storage/meta.ts'
import type { Meta } from '#storage/rows.ts'
import { KNOWN_VERSION } from '#storage/versions.ts'
import { aTeam, journal, must, openIn, PLACE, raw, settle } from './setting.ts'
import { testBrowser, type TestBrowser } from './testHost.ts'

const NOTE = 'hub-reflect.canary'

/** A device on which a team has worked. */
async function usedDevice() {
  const browser = testBrowser()
  const tab = browser.tab()
  const storage = await openIn(browser, tab.host)
  const store = await aTeam(storage)
  store.apply([answerEdit(PLACE, { kind: 'level', level: 'good' })])
  storage.copies.noteSaved(store.id, { name: 'cedar.txt', at: 7, changes: 3 })
  await storage.flushDrafts()
  tab.hide()
  await settle()
  storage.close()
  return { browser, id: store.id, had: store.changes().length }
}

function loseDatabase(browser: TestBrowser): void {
  browser.indexedDB = new IDBFactory()
}
function loseNotes(browser: TestBrowser): void {
  browser.notes.clear()
}
function loseCache(browser: TestBrowser): void {
  browser.cached.clear()
}

describe('whatever the browser loses', () => {
  test.each([
    ['nothing', [], 'ready'],
    ['the notes', [loseNotes], 'ready'],
    ['the cache', [loseCache], 'ready'],
    ['notes and cache', [loseNotes, loseCache], 'ready'],
    ['the database', [loseDatabase], 'lost'],
    ['database and notes', [loseDatabase, loseNotes], 'lost'],
    ['database and cache', [loseDatabase, loseCache], 'lost'],
    ['everything', [loseDatabase, loseNotes, loseCache], 'fresh'],
  ])('%s: an empty database is a first run only if nobody remembers', async (_, losses, kind) => {
    const { browser, had } = await usedDevice()
    for (const lose of losses) lose(browser)
    const next = await openIn(browser)
    expect(next.boot.kind).toBe(kind)
    if (next.boot.kind !== 'lost') return
    expect(next.boot).toMatchObject({ had, has: 0, lastCopy: { name: 'cedar.txt', at: 7 } })
    next.close()
    expect((await openIn(browser)).boot.kind, 'until someone has been told').toBe('lost')
  })

  test('part of the changes: what is left is counted against what there was', async () => {
    const { browser, had } = await usedDevice()
    const gone = (await raw<{ id: string }>(browser, 'changes')).slice(0, 3)
    await deleteRows(
      browser,
      'changes',
      gone.map(({ id }) => id),
    )
    const next = await openIn(browser)
    expect(next.boot).toMatchObject({ kind: 'lost', had, has: had - 3 })
    expect(next.headers.get()[0]).toMatchObject({ changes: had - 3 })
  })

  test('the newest part of everything, its own count included, is remembered outside', async () => {
    const { browser, had } = await usedDevice()
    const [meta] = await raw<Meta>(browser, 'meta')
    const gone = (await raw<{ id: string }>(browser, 'changes')).slice(0, 2)
    await deleteRows(
      browser,
      'changes',
      gone.map(({ id }) => id),
    )
    await putRow(browser, 'meta', { ...meta, count: had - 2, ever: had - 2 })
    expect((await openIn(browser)).boot).toMatchObject({ kind: 'lost', had, has: had - 2 })
  })

  test('the database with unsaved entries in the journal: those are there, and the loss is told', async () => {
    const { browser, had } = await usedDevice()
    const other = await usedDevice()
    const changes = await raw(other.browser, 'changes')
    const entry = JSON.stringify({ db: 'gone', changes, rubrics: [] })
    browser.notes.set('hub-reflect.journal.dead.1', entry)
    loseDatabase(browser)
    const next = await openIn(browser)
    expect(next.boot).toMatchObject({ kind: 'lost', had, has: 0, recovered: changes.length })
    expect(await next.allChanges()).toHaveLength(changes.length)
  })
})

describe('after a loss', () => {
  test('going on with what is left is remembered', async () => {
    const { browser } = await usedDevice()
    loseDatabase(browser)
    const next = await openIn(browser)
    must(await next.acceptLoss())
    next.close()
    expect((await openIn(browser)).boot.kind).toBe('ready')
  })

  test('opening a copy that brings everything back settles it', async () => {
    const { browser, had } = await usedDevice()
    const changes = await raw(browser, 'changes')
    loseDatabase(browser)
    const next = await openIn(browser)
    must(await next.mergeIn({ changes: changes as never, rubrics: [] }))
    next.close()
    const last = await openIn(browser)
    expect(last.boot.kind).toBe('ready')
    expect(await last.allChanges()).toHaveLength(had)
  })

  test('a copy that brings back a part does not', async () => {
    const { browser } = await usedDevice()
    const changes = (await raw(browser, 'changes')).slice(1)
    loseDatabase(browser)
    const next = await openIn(browser)
    must(await next.mergeIn({ changes: changes as never, rubrics: [] }))
    next.close()
    expect((await openIn(browser)).boot.kind).toBe('lost')
  })

  test('new entries do not hide it', async () => {
    const { browser } = await usedDevice()
    loseDatabase(browser)
    const next = await openIn(browser)
    await aTeam(next)
    next.close()
    expect((await openIn(browser)).boot.kind).toBe('lost')
  })
})

describe('no canary mourns', () => {
  test('what was cleared on purpose, not even if old notes come back', async () => {
    const { browser } = await usedDevice()
    const old = { notes: new Map(browser.notes), cached: new Map(browser.cached) }
    const storage = await openIn(browser)
    must(await storage.forgetEverything())
    expect(await raw(browser, 'changes')).toEqual([])
    expect([...browser.notes.keys()]).toEqual([NOTE])
    expect((await openIn(browser)).boot.kind).toBe('ready')
    // A browser that was killed at once may not have written localStorage yet.
    for (const [key, text] of old.notes) browser.notes.set(key, text)
    for (const [key, text] of old.cached) browser.cached.set(key, text)
    const next = await openIn(browser)
    expect(next.boot).toEqual({ kind: 'ready', recovered: 0 })
    expect(next.headers.get()).toEqual([])
  })

  test('an import that was taken back', async () => {
    const { browser } = await usedDevice()
    const other = await usedDevice()
    const storage = await openIn(browser)
    const changes = (await raw(other.browser, 'changes')) as never
    const { importId } = must(await storage.mergeIn({ changes, rubrics: [] }))
    const notes = new Map(browser.notes)
    must(await storage.undoMerge(importId))
    storage.close()
    for (const [key, text] of notes) browser.notes.set(key, text)
    expect((await openIn(browser)).boot.kind).toBe('ready')
  })

  test('the first start of all', async () => {
    const browser = testBrowser()
    expect((await openIn(browser)).boot).toEqual({ kind: 'fresh', recovered: 0 })
    expect((await openIn(browser)).boot).toEqual({ kind: 'ready', recovered: 0 })
  })
})

test('the canaries are told after every commit, the slow one when the page hides', async () => {
  const { browser, had } = await usedDevice()
  const [meta] = await raw<Meta>(browser, 'meta')
  const told = { db: meta?.db, ever: had, count: had, lastCopy: { name: 'cedar.txt', at: 7 } }
  expect(JSON.parse(browser.notes.get(NOTE) ?? '')).toEqual(told)
  expect([...browser.cached.values()].map((text): unknown => JSON.parse(text))).toEqual([told])
  expect(meta).toMatchObject({ count: had, ever: had, schema: KNOWN_VERSION })
  expect(journal(browser)).toEqual([])
})

test('notes that are no canaries are not believed', async () => {
  const browser = testBrowser()
  for (const text of ['', '{', 'null', '[]', '{"db":1,"ever":5,"count":5}', '{"count":7}']) {
    browser.notes.set(NOTE, text)
    browser.cached.set('hub-reflect-canary.json', text)
    expect((await openIn(browser)).boot.kind).not.toBe('lost')
  }
})

test('the verdict by table', () => {
  const ids = (() => {
    let count = 0
    return { newId: () => `id${(count += 1)}` }
  })()
  const meta = { ...newMeta(ids, 0), db: 'A', ever: 10, count: 8 }
  const canary = (patch: Partial<Canary>): Canary => ({ db: 'A', ever: 10, count: 8, ...patch })
  const verdict = (has: number, canaries: Canary[], known: Meta | undefined = meta) =>
    judge({ meta: known, has, canaries }).kind
  expect(verdict(8, [canary({})])).toBe('ready')
  expect(verdict(8, [canary({ ever: 9, count: 7 })]), 'a canary that lags').toBe('ready')
  expect(verdict(8, [canary({ ever: 11, count: 9 })]), 'a canary that knows more').toBe('lost')
  expect(verdict(8, [canary({ db: 'B' })]), 'a stranger').toBe('lost')
  expect(verdict(8, [canary({ db: 'B', count: 0 })]), 'a stranger that had nothing').toBe('ready')
  expect(verdict(8, [canary({ db: 'B' })], { ...meta, forgot: ['B'] })).toBe('ready')
  expect(verdict(7, []), 'fewer rows than the database itself says').toBe('lost')
  expect(judge({ meta: undefined, has: 0, canaries: [] }).kind).toBe('fresh')
})

test('the name of the cache is one that the service worker knows to leave alone', () => {
  expect(CANARY_CACHE).toBe('hub-reflect-canary')
})

async function change(browser: TestBrowser, table: string, act: (store: IDBObjectStore) => void) {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = browser.indexedDB.open('hub-reflect')
    request.onsuccess = () => resolve(request.result)
  })
  const transaction = database.transaction(table, 'readwrite')
  act(transaction.objectStore(table))
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}

function deleteRows(browser: TestBrowser, table: string, keys: readonly string[]) {
  return change(browser, table, (store) => keys.forEach((key) => store.delete(key)))
}

function putRow(browser: TestBrowser, table: string, row: unknown) {
  return change(browser, table, (store) => store.put(row))
}
