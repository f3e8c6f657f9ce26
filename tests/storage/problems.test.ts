import { forceCloseDatabase } from 'fake-indexeddb'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { DATABASE_NAME } from '#storage/db.ts'
import { problemOfOpening, problemOfWork } from '#storage/problemOf.ts'
import { openMemoryStorage, openStorage } from '#storage/storage.ts'
import { KNOWN_VERSION, NATIVE_STEP } from '#storage/versions.ts'
import {
  aTeam,
  journal,
  must,
  NAME,
  openIn,
  PLACE,
  raw,
  rawIds,
  settle,
  teamEdits,
} from './setting.ts'
import { testBrowser, type TestBrowser } from './testHost.ts'
import { aRubric } from '../support/builders.ts'

afterEach(() => void vi.useRealTimers())

/** The native version of a database that the next version of the app has made. */
const NEWER = (KNOWN_VERSION + 1) * NATIVE_STEP

const mark = answerEdit(PLACE, { kind: 'level', level: 'good' })

/** Opens the database without our code. */
function rawOpen(browser: TestBrowser, version: number, stays = true): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = browser.indexedDB.open(DATABASE_NAME, version)
    request.onupgradeneeded = () => void request.result.createObjectStore(`added in ${version}`)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const database = request.result
      if (!stays) database.onversionchange = () => database.close()
      resolve(database)
    }
  })
}

describe('what went wrong is found however deep the browser hides it', () => {
  const named = (name: string, more: object = {}) =>
    Object.assign(new Error('x'), { name, ...more })
  test.each([
    ['a quota error', new DOMException('', 'QuotaExceededError'), 'storageFull'],
    [
      'one inside an AbortError',
      named('AbortError', { inner: named('QuotaExceededError') }),
      'storageFull',
    ],
    [
      'one as a cause of a cause',
      named('A', { cause: named('B', { cause: named('QuotaExceededError') }) }),
      'storageFull',
    ],
    [
      'one among the failures of a bulk write',
      named('BulkError', { failures: [named('QuotaExceededError')] }),
      'storageFull',
    ],
    ['an old Firefox quota error', named('NS_ERROR_DOM_QUOTA_REACHED'), 'storageFull'],
    [
      'a dead storage process',
      new DOMException(
        'Connection to Indexed Database server lost. Refresh the page to try again',
        'UnknownError',
      ),
      'storageGone',
    ],
    [
      'a closing connection',
      new DOMException('The database connection is closing.', 'InvalidStateError'),
      'storageGone',
    ],
    ['a closed database', named('DatabaseClosedError'), 'storageGone'],
    [
      'a lost transaction',
      named('TypeError', { message: 'without an in-progress transaction' }),
      'storageGone',
    ],
    ['a plain abort', named('AbortError'), 'storageFailed'],
    ['a text that was thrown', 'broken', 'storageFailed'],
    ['nothing at all', undefined, 'storageFailed'],
  ])('%s', (_, error, kind) => {
    expect(problemOfWork(error).kind).toBe(kind)
  })

  test('an error that is its own cause comes to an end', () => {
    const loop: { name: string; cause?: unknown } = { name: 'Loop' }
    loop.cause = loop
    expect(problemOfWork(loop)).toMatchObject({ kind: 'storageFailed' })
  })

  test('a refused opening is told apart from a full disk', () => {
    expect(problemOfOpening(new DOMException('denied', 'SecurityError')).kind).toBe(
      'storageUnavailable',
    )
    expect(problemOfOpening(new DOMException('full', 'QuotaExceededError')).kind).toBe(
      'storageFull',
    )
  })
})

describe('opening', () => {
  test('without IndexedDB is a problem', async () => {
    const opened = await openStorage(testBrowser().tab({ indexedDB: undefined }).host)
    expect(opened).toMatchObject({ ok: false, problem: { kind: 'storageUnavailable' } })
  })

  test('where the browser forbids it is a problem', async () => {
    const forbidding = {
      open: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    }
    const indexedDB = forbidding as unknown as IDBFactory
    const opened = await openStorage(testBrowser().tab({ indexedDB }).host)
    expect(opened).toMatchObject({ ok: false, problem: { kind: 'storageUnavailable' } })
  })

  test('that is never answered is a problem after four seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const silent = { open: () => new EventTarget() } as unknown as IDBFactory
    const opening = openStorage(testBrowser().tab({ indexedDB: silent }).host)
    await vi.advanceTimersByTimeAsync(3900)
    const early = await Promise.race([opening, settle().then(() => 'waiting')])
    expect(early).toBe('waiting')
    await vi.advanceTimersByTimeAsync(200)
    expect(await opening).toEqual({ ok: false, problem: { kind: 'storageSilent' } })
  })

  test('behind an old tab that does not let go is a problem of its own', async () => {
    const browser = testBrowser()
    const old = await rawOpen(browser, 5)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const opening = openStorage(browser.tab().host)
    for (let turn = 0; turn < 20; turn += 1) {
      await settle()
      await vi.advanceTimersByTimeAsync(250)
    }
    expect(await opening).toEqual({ ok: false, problem: { kind: 'storageBlocked' } })
    old.close()
  })

  test('a database of a newer version is refused and stays as it was', async () => {
    const browser = testBrowser()
    const newer = await rawOpen(browser, NEWER)
    newer.close()
    const opened = await openStorage(browser.tab().host)
    expect(opened).toEqual({
      ok: false,
      problem: { kind: 'storageNewer', found: KNOWN_VERSION + 1, known: KNOWN_VERSION },
    })
    const after = await rawOpen(browser, NEWER)
    expect([...after.objectStoreNames]).toEqual([`added in ${NEWER}`])
    expect(after.version).toBe(NEWER)
  })
})

describe('while people work', () => {
  test('a newer version in another tab gets its way at once, and this page writes no more', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    const newer = await rawOpen(browser, NEWER)
    await settle()
    store.apply([mark])
    await storage.flushDrafts()
    expect(store.saveState()).toMatchObject({
      kind: 'unsaved',
      problem: { kind: 'storageNewer', found: KNOWN_VERSION + 1, known: KNOWN_VERSION },
    })
    expect(storage.problem.get()?.kind).toBe('storageNewer')
    expect(store.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
    expect(journal(browser)).toHaveLength(1)
    newer.close()
  })

  test('a connection that breaks is opened anew without a word', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    breakConnections(browser)
    await settle()
    store.apply([mark])
    await storage.flushDrafts()
    expect(store.saveState().kind).toBe('saved')
    expect(storage.problem.get()).toBeUndefined()
    expect(await rawIds(browser)).toContain(
      store.changes().find(({ kind }) => kind === 'response')?.id,
    )
  })

  test('a full disk says so, keeps everything, and saves once there is room', async () => {
    const browser = testBrowser()
    let isFull = false
    const storage = await openIn(browser, { indexedDB: limited(browser.indexedDB, () => isFull) })
    const store = await aTeam(storage)
    isFull = true
    store.apply([mark])
    await storage.flushDrafts()
    expect(store.saveState()).toEqual({ kind: 'unsaved', problem: { kind: 'storageFull' } })
    expect(journal(browser)).toHaveLength(1)
    expect((await storage.allChanges(store.id)).length).toBe(store.changes().length)
    isFull = false
    await store.retry()
    expect(store.saveState().kind).toBe('saved')
    expect(journal(browser)).toEqual([])
  })

  test('typing on a full disk says so, and nothing of that stays once there is room', async () => {
    const browser = testBrowser()
    let isFull = false
    const storage = await openIn(browser, { indexedDB: limited(browser.indexedDB, () => isFull) })
    const store = await aTeam(storage)
    isFull = true
    store.setDraft(NAME, 'Weekly no')
    await vi.waitFor(() => expect(store.saveState().kind).toBe('unsaved'))
    store.commitDraft(NAME)
    await storage.flushDrafts()
    expect(store.saveState()).toEqual({ kind: 'unsaved', problem: { kind: 'storageFull' } })
    isFull = false
    await store.retry()
    expect(store.saveState().kind).toBe('saved')
    isFull = true
    store.setDraft(NAME, 'Weekly note')
    await vi.waitFor(() => expect(store.saveState().kind).toBe('unsaved'))
    isFull = false
    await store.retry()
    expect(store.saveState().kind, 'still being typed').toBe('saving')
    expect(await raw<{ text: string }>(browser, 'drafts')).toMatchObject([{ text: 'Weekly note' }])
  })

  test('a disk that was full at the start can still be read and exported', async () => {
    const browser = testBrowser()
    const first = await openIn(browser)
    const { id } = await aTeam(first)
    first.close()
    browser.notes.set(
      'hub-reflect.journal.dead.1',
      journalled(await leftover(browser, id), (await raw<{ db: string }>(browser, 'meta'))[0]!.db),
    )
    let isFull = true
    const storage = await openIn(browser, { indexedDB: limited(browser.indexedDB, () => isFull) })
    const store = must(await storage.open(id))
    expect(store.saveState()).toEqual({ kind: 'unsaved', problem: { kind: 'storageFull' } })
    expect(store.response(PLACE)?.answer, 'what was journalled is shown').toBeDefined()
    expect(storage.headers.get()).toHaveLength(1)
    isFull = false
    await store.retry()
    expect(store.saveState().kind).toBe('saved')
    expect(journal(browser)).toEqual([])
  })

  test('an emptied database is not written to as if nothing had been', async () => {
    const browser = testBrowser()
    const storage = await openIn(browser)
    const store = await aTeam(storage)
    store.apply([mark])
    await storage.flushDrafts()
    const had = store.changes().length
    await clearSite(browser)
    store.apply([answerEdit(PLACE, { kind: 'level', level: 'great' })])
    await storage.flushDrafts()
    const problem = { kind: 'storageLost', had, has: 0 }
    expect(store.saveState()).toEqual({ kind: 'unsaved', problem })
    expect(await storage.allChanges(store.id), 'a copy can be saved').toHaveLength(had + 1)

    // Loading the page anew tells of it, too.
    const next = await openIn(browser)
    expect(next.boot).toMatchObject({ kind: 'lost', had })
    next.close()

    // Whoever goes on has everything that was open in this window on disk again.
    await store.retry()
    expect(store.saveState().kind).toBe('saved')
    expect(await rawIds(browser)).toEqual(new Set(store.changes().map(({ id }) => id)))
    expect(await raw(browser, 'rubrics')).toHaveLength(1)
  })
})

test('what was not open in the window when all was cleared is still missed afterwards', async () => {
  const browser = testBrowser()
  const first = await openIn(browser)
  const [{ id }] = [await aTeam(first), await aTeam(first)]
  first.close()
  const had = (await raw(browser, 'changes')).length
  const storage = await openIn(browser)
  const store = must(await storage.open(id))
  await clearSite(browser)
  await vi.waitFor(() => expect(storage.problem.get()?.kind).toBe('storageLost'))
  await store.retry()
  store.apply([mark])
  await storage.flushDrafts()
  expect(store.saveState().kind).toBe('saved')
  const next = await openIn(browser)
  expect(next.boot).toMatchObject({ kind: 'lost', had, has: store.changes().length })
  must(await next.acceptLoss())
  expect((await openIn(browser)).boot.kind).toBe('ready')
})

describe('a window that stores nothing', () => {
  test('lets people work, says so, and can be copied from', async () => {
    const browser = testBrowser()
    const problem = { kind: 'storageUnavailable', detail: 'private' } as const
    const storage = await openMemoryStorage(problem, browser.tab({ indexedDB: undefined }).host)
    const store = await aTeam(storage)
    store.apply([mark])
    await storage.flushDrafts()
    expect(store.saveState()).toEqual({ kind: 'unsaved', problem })
    expect(storage.problem.get()).toEqual(problem)
    expect(storage.headers.get()[0]).toMatchObject({ answeredItems: 1 })
    expect(await storage.allChanges()).toHaveLength(store.changes().length)
    store.close()
    expect(must(await storage.open(store.id)).response(PLACE)?.answer).toBeDefined()
  })

  test('is written to disk by the next start that finds one', async () => {
    const browser = testBrowser()
    const problem = { kind: 'storageSilent' } as const
    const storage = await openMemoryStorage(problem, browser.tab().host)
    const store = await aTeam(storage)
    store.apply([mark])
    store.setDraft({ kind: 'reflection', record: store.id, field: 'team' }, 'Elm hub')
    await storage.flushDrafts()
    storage.close()
    const next = await openIn(browser)
    expect(next.boot.recovered).toBe(store.changes().length)
    const again = must(await next.open(store.id))
    expect(again.reflection().team).toBe('Elm hub')
    expect(again.rubrics()).toHaveLength(1)
    expect(journal(browser)).toEqual([])
  })
})

test('making a reflection fails as a value, and leaves nothing half made', async () => {
  const browser = testBrowser()
  let isFull = false
  const storage = await openIn(browser, { indexedDB: limited(browser.indexedDB, () => isFull) })
  isFull = true
  const made = await storage.create({ rubrics: [aRubric()], edits: teamEdits })
  expect(made).toEqual({ ok: false, problem: { kind: 'storageFull' } })
  expect(await raw(browser, 'changes')).toEqual([])
  expect(await raw(browser, 'rubrics')).toEqual([])
  expect(storage.headers.get()).toEqual([])
})

test('a reflection that is not here is a problem, not an empty page', async () => {
  const storage = await openIn(testBrowser())
  expect(await storage.open('nobody')).toEqual({
    ok: false,
    problem: { kind: 'reflectionMissing' },
  })
  expect((await storage.deleteReflection('nobody')).ok).toBe(false)
})

/** The browser closes every connection, as it does when its storage process dies. */
function breakConnections(browser: TestBrowser): void {
  const { _databases } = browser.indexedDB as unknown as {
    _databases: Map<string, { connections: IDBDatabase[] }>
  }
  for (const { connections } of _databases.values()) {
    // Closing takes it out of the list we walk.
    for (const connection of connections.slice()) forceCloseDatabase(connection as never)
  }
}

/** "Clear site data" while pages are open. */
async function clearSite(browser: TestBrowser): Promise<void> {
  breakConnections(browser)
  browser.notes.clear()
  browser.cached.clear()
  await new Promise((resolve) => {
    const request = browser.indexedDB.deleteDatabase(DATABASE_NAME)
    request.onsuccess = resolve
  })
  await settle()
}

/** A disk on which every write fails for want of room, as long as told. */
function limited(factory: IDBFactory, isFull: () => boolean): IDBFactory {
  const wrap = (database: IDBDatabase): IDBDatabase => {
    const begin = database.transaction.bind(database)
    database.transaction = (stores, mode, options) => {
      const transaction = begin(stores, mode, options)
      if (mode !== 'readwrite' || !isFull()) return transaction
      // Safe: fake-indexeddb's own inner member, which aborts the way a full disk does.
      const inner = transaction as unknown as { _abort(name: string): void }
      setImmediate(() => inner._abort('QuotaExceededError'))
      return transaction
    }
    return database
  }
  const open = (name: string, version?: number) => {
    const request = factory.open(name, version)
    request.addEventListener('success', () => void wrap(request.result))
    return request
  }
  return {
    open,
    cmp: factory.cmp.bind(factory),
    databases: factory.databases.bind(factory),
    deleteDatabase: factory.deleteDatabase.bind(factory),
  }
}

/** A mark that a dead page had journalled. */
async function leftover(browser: TestBrowser, id: string) {
  const other = testBrowser()
  other.clock = browser.clock + 1000
  const storage = await openIn(other)
  must(await storage.mergeIn({ changes: await raw(browser, 'changes'), rubrics: [] }))
  const store = must(await storage.open(id))
  store.apply([mark])
  const changes = store.changes().filter(({ kind }) => kind === 'response')
  storage.close()
  return changes
}

function journalled(changes: readonly unknown[], db: string): string {
  return JSON.stringify({ db, changes, rubrics: [] })
}
