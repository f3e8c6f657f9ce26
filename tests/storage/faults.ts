import { IDBDatabase, IDBFactory, IDBTransaction } from 'fake-indexeddb'

/**
 * Makes the k-th IndexedDB call fail, by every way a browser can: an exception, an aborted
 * transaction, a request that runs out of space, a commit that does, or silence.
 */
export const WAYS_TO_FAIL = ['throw', 'abort', 'quota', 'commit', 'hang'] as const
export type WayToFail = (typeof WAYS_TO_FAIL)[number]

export interface Faults {
  /** How many calls were made since it was armed. */
  calls(): number
  /** Makes the k-th call from now fail; with `forever` all later ones too. */
  arm(way: WayToFail, k: number, forever?: boolean): void
  disarm(): void
  /** Does something that neither counts nor fails: the test's own look at the disk. */
  unseen<T>(work: () => Promise<T>): Promise<T>
  /** True once the armed fault has struck. */
  struck(): boolean
}

interface RawTransaction {
  mode: string
  _state: string
  _started: boolean
  _requests: unknown[]
  _start(): void
  _abort(name: string): void
  _execRequestAsync(request: { operation: () => unknown }): unknown
}

/** Patches fake-indexeddb once; `disarm` makes it sound again. */
export function installFaults(): Faults {
  let count = 0
  let at = Infinity
  let way: WayToFail = 'throw'
  let isForever = false
  let hasStruck = false

  let isBlind = false
  const strikes = () => {
    if (isBlind) return false
    count += 1
    const now = count === at || (isForever && count > at)
    hasStruck ||= now
    return now
  }
  // fake-indexeddb's own inner members: every request of a transaction goes through them.
  const transactions = IDBTransaction.prototype as unknown as RawTransaction
  const exec = transactions._execRequestAsync
  transactions._execRequestAsync = function (this: RawTransaction, request) {
    if (this.mode === 'versionchange' || !strikes()) return exec.call(this, request)
    return fail(this, way, request, exec)
  }
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...input) {
    // fake-indexeddb begins its upgrade transactions this way too; those are its own.
    const struck = (input[1] as string) !== 'versionchange' && strikes()
    if (struck && way === 'throw') throw broken()
    const transaction = begin.apply(this, input)
    if (struck) spoil(transaction as unknown as RawTransaction, way)
    return transaction
  }
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (this: IDBFactory, ...input) {
    if (!strikes()) return open.apply(this, input)
    if (way !== 'hang') throw broken()
    // A request nobody ever answers.
    return Object.assign(new EventTarget(), {
      readyState: 'pending',
    }) as unknown as IDBOpenDBRequest
  }
  return {
    calls: () => count,
    struck: () => hasStruck,
    arm(next, k, forever = false) {
      count = 0
      hasStruck = false
      way = next
      at = k
      isForever = forever
    },
    async unseen(work) {
      isBlind = true
      try {
        return await work()
      } finally {
        isBlind = false
      }
    },
    disarm() {
      count = 0
      at = Infinity
      isForever = false
    },
  }
}

function broken(): DOMException {
  return new DOMException('Connection to Indexed Database server lost', 'UnknownError')
}

function fail(
  transaction: RawTransaction,
  way: WayToFail,
  request: { operation: () => unknown },
  exec: RawTransaction['_execRequestAsync'],
): unknown {
  if (way === 'throw') throw broken()
  if (way !== 'quota') {
    const result = exec.call(transaction, request)
    spoil(transaction, way)
    return result
  }
  return exec.call(transaction, {
    ...request,
    operation: () => {
      throw new DOMException('no room', 'QuotaExceededError')
    },
  })
}

function spoil(transaction: RawTransaction, way: WayToFail): void {
  if (way === 'abort' || way === 'quota') {
    transaction._abort(way === 'quota' ? 'QuotaExceededError' : 'AbortError')
  } else if (way === 'hang') {
    transaction._start = function () {
      this._started = true
    }
  } else if (way === 'commit') {
    const start = transaction._start
    transaction._start = function () {
      if (this._requests.length > 0 || this._state === 'finished') start.call(this)
      else this._abort('QuotaExceededError')
    }
  }
}
