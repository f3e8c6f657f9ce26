import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Channel, Host } from '#storage/host.ts'
import { browserNotes } from '#storage/notes.ts'

/** A browser to open storages in: several tabs share its disks, and a page can die. */
export interface TestBrowser {
  indexedDB: IDBFactory
  readonly notes: Map<string, string>
  readonly cached: Map<string, string>
  /** Refuses localStorage writes while true. */
  notesFull: boolean
  clock: number
  /** The browser is killed and started again: what was under way is undone, what was written stays. */
  restart(): void
  /** A host for one more tab. */
  tab(overrides?: Partial<Host>): TestTab
}

export interface TestTab {
  readonly host: Host
  hide(): void
  show(): void
  /** The page is gone: nothing of it is heard or written any more. */
  die(): void
}

/** Shared by all browsers: ids are random in life, so they never meet. */
let ids = 0

export function testBrowser(): TestBrowser {
  const lines = new Set<(from: object, message: unknown) => void>()
  const locks = new Set<string>()

  const browser: TestBrowser = {
    indexedDB: new IDBFactory(),
    notes: new Map(),
    cached: new Map(),
    notesFull: false,
    clock: 1_795_000_000_000,
    restart() {
      lines.clear()
      locks.clear()
      dropConnections(browser.indexedDB)
    },
    tab(overrides = {}) {
      const hides = new Set<() => void>()
      const shows = new Set<() => void>()
      const self = {}
      let held: string | undefined
      let isDead = false
      const storage = fakeLocalStorage(browser)
      const host: Host = {
        indexedDB: browser.indexedDB,
        keyRange: IDBKeyRange,
        notes: browserNotes(storage),
        caches: fakeCaches(browser),
        channel: () => fakeChannel(self, lines, () => isDead),
        presence: {
          hold(tab) {
            held = tab
            locks.add(tab)
          },
          isHere: async (tab) => locks.has(tab),
          release() {
            if (held !== undefined) locks.delete(held)
          },
        },
        now: () => (browser.clock += 1),
        tz: () => -300,
        newId: () => `id-${(ids += 1)}`,
        afterPaint: (work) => void setTimeout(work),
        onHide: (listener) => {
          hides.add(listener)
          return () => hides.delete(listener)
        },
        onShow: (listener) => {
          shows.add(listener)
          return () => shows.delete(listener)
        },
        readPersistence: async () => 'unknown',
        askToPersist: async () => 'refused',
        ...overrides,
      }
      return {
        host,
        hide: () => hides.forEach((listener) => listener()),
        show: () => shows.forEach((listener) => listener()),
        die() {
          isDead = true
          host.presence.release()
        },
      }
    },
  }
  return browser
}

function fakeChannel(
  self: object,
  lines: Set<(from: object, message: unknown) => void>,
  isDead: () => boolean,
): Channel {
  let mine: ((from: object, message: unknown) => void) | undefined
  return {
    post(message) {
      if (isDead()) return
      const text = structuredClone(message)
      for (const line of lines) line(self, text)
    },
    listen(listener) {
      mine = (from, message) => {
        if (from !== self && !isDead()) setImmediate(() => listener(message))
      }
      lines.add(mine)
    },
    close() {
      if (mine) lines.delete(mine)
    },
  }
}

function fakeLocalStorage(browser: TestBrowser): Storage {
  const { notes } = browser
  return {
    get length() {
      return notes.size
    },
    key: (index) => [...notes.keys()][index] ?? null,
    getItem: (key) => notes.get(key) ?? null,
    setItem(key, value) {
      if (browser.notesFull) throw new DOMException('full', 'QuotaExceededError')
      notes.set(key, value)
    },
    removeItem: (key) => void notes.delete(key),
    clear: () => notes.clear(),
  }
}

function fakeCaches({ cached }: TestBrowser): Pick<CacheStorage, 'open'> {
  // Safe: the canary calls these two members only.
  const cache = {
    match: async (url: string) => {
      const text = cached.get(url)
      return text === undefined ? undefined : new Response(text)
    },
    put: async (url: string, response: Response) => void cached.set(url, await response.text()),
  } as unknown as Cache
  return { open: async () => cache }
}

/** fake-indexeddb's own inner members. */
interface RawFactory {
  _databases: Map<
    string,
    { transactions: { _state: string; _abort(name: null): void }[]; connections: unknown[] }
  >
}

function dropConnections(factory: IDBFactory): void {
  for (const database of (factory as unknown as RawFactory)._databases.values()) {
    for (const transaction of database.transactions) {
      if (transaction._state !== 'finished') transaction._abort(null)
    }
    database.connections = []
    database.transactions = []
  }
}
