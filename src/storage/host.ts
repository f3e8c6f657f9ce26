import { minutesAheadOfUtc, newId, now } from '#platform/ids.ts'
import { askToPersist, readPersistence, type Persistence } from '#platform/persistence.ts'
import { pageNotes, type Notes } from './notes.ts'

/** What storage needs of the browser and the page. Tests bring a clock and disks of their own. */
export interface Host {
  readonly indexedDB: IDBFactory | undefined
  readonly keyRange: typeof IDBKeyRange | undefined
  /** localStorage, or a stand-in that forgets. */
  readonly notes: Notes
  readonly caches: Pick<CacheStorage, 'open'> | undefined
  /** A line to the other tabs, or `undefined` where the browser has none. */
  channel(): Channel | undefined
  readonly presence: Presence
  /** Milliseconds since 1970 UTC. */
  now(): number
  /** Minutes the clock is ahead of UTC at a time. */
  tz(at: number): number
  newId(): string
  /** Does the work once the frame of the current tap is painted, and soon in any case. */
  afterPaint(work: () => void): void
  /** Calls back whenever the page may be about to vanish. @returns a function that stops it */
  onHide(listener: () => void): () => void
  /** Calls back whenever the page comes back. @returns a function that stops it */
  onShow(listener: () => void): () => void
  readPersistence(): Promise<Persistence>
  askToPersist(): Promise<Persistence>
}

export interface Channel {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
  close(): void
}

/** Tells which pages are still open, by locks that die with their page. */
export interface Presence {
  hold(tab: string): void
  isHere(tab: string): Promise<boolean>
  release(): void
}

/** The browser this runs in. */
export function browserHost(): Host {
  return {
    indexedDB: readGlobal(() => indexedDB),
    keyRange: readGlobal(() => IDBKeyRange),
    notes: pageNotes(),
    caches: readGlobal(() => caches),
    channel: browserChannel,
    presence: browserPresence(readGlobal(() => navigator.locks)),
    now,
    tz: minutesAheadOfUtc,
    newId,
    afterPaint,
    onHide: (listener) => listen(listener, () => document.visibilityState === 'hidden', 'pagehide'),
    onShow: (listener) =>
      listen(listener, () => document.visibilityState === 'visible', 'pageshow'),
    readPersistence,
    askToPersist,
  }
}

/** A missing global, and one that a policy forbids to touch, are the same to us. */
function readGlobal<T>(read: () => T): T | undefined {
  try {
    return read() ?? undefined
  } catch {
    return undefined
  }
}

function browserChannel(): Channel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined
  const line = new BroadcastChannel('hub-reflect')
  return {
    post: (message) => line.postMessage(message),
    listen(listener) {
      line.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data))
    },
    close: () => line.close(),
  }
}

const LOCK_PREFIX = 'hub-reflect.tab.'

function browserPresence(locks: LockManager | undefined): Presence {
  let letGo = (): void => undefined
  return {
    hold(tab) {
      if (!locks) return
      const held = new Promise<void>((resolve) => {
        letGo = resolve
      })
      // A refused lock only means that this page's drafts may be taken for left behind.
      locks.request(LOCK_PREFIX + tab, () => held).catch(() => undefined)
    },
    async isHere(tab) {
      if (!locks) return false
      const { held = [] } = await locks.query()
      return held.some(({ name }) => name === LOCK_PREFIX + tab)
    },
    release: () => letGo(),
  }
}

/** Hidden pages paint nothing, so a timer waits beside the frame. */
const LONGEST_FRAME_MS = 60

function afterPaint(work: () => void): void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    work()
  }
  setTimeout(once, LONGEST_FRAME_MS)
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(once))
}

function listen(listener: () => void, applies: () => boolean, pageEvent: string): () => void {
  const onVisibility = () => {
    if (applies()) listener()
  }
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener(pageEvent, listener)
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener(pageEvent, listener)
  }
}
