import type { Host } from './host.ts'
import { readJson, type Notes } from './notes.ts'
import type { Meta } from './rows.ts'

/** What a place outside of the database remembers of it. */
export interface Canary {
  /** Random id of the database. */
  readonly db: string
  /** How many changes were ever added to it. */
  readonly ever: number
  /** How many it held. */
  readonly count: number
  readonly lastCopy?: CopyNote | undefined
}

/** The last copy saved outside of the browser, to be named on a recovery screen. */
export interface CopyNote {
  readonly name: string
  /** Milliseconds since 1970 UTC. */
  readonly at: number
}

const NOTE = 'hub-reflect.canary'
/** The service worker must leave this cache alone when it tidies up its own. */
export const CANARY_CACHE = 'hub-reflect-canary'
const CANARY_URL = 'hub-reflect-canary.json'

/** The canaries outside of the database, as far as they survive. */
export async function readCanaries(host: Host): Promise<readonly Canary[]> {
  const found = [readCanary(readJson(host.notes.read(NOTE))), await readCached(host)]
  return found.filter((canary) => canary !== undefined)
}

/** Tells localStorage what the database holds. Synchronous, so after every commit. */
export function noteCanary(notes: Notes, canary: Canary): void {
  notes.write(NOTE, JSON.stringify(canary))
}

/** Tells Cache Storage. Slow, so now and then. */
export async function cacheCanary(host: Host, canary: Canary): Promise<void> {
  try {
    const cache = await host.caches?.open(CANARY_CACHE)
    await cache?.put(CANARY_URL, new Response(JSON.stringify(canary)))
  } catch {
    return // the third of three canaries; the other two still sing
  }
}

async function readCached(host: Host): Promise<Canary | undefined> {
  try {
    const cache = await host.caches?.open(CANARY_CACHE)
    const kept = await cache?.match(CANARY_URL)
    return kept && readCanary(readJson(await kept.text()))
  } catch {
    return undefined
  }
}

function readCanary(stored: unknown): Canary | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  // Safe: every member is read as unknown and checked.
  const { db, ever, count, lastCopy } = stored as Record<string, unknown>
  if (typeof db !== 'string' || typeof ever !== 'number' || typeof count !== 'number') {
    return undefined
  }
  return { db, ever, count, lastCopy: readCopyNote(lastCopy) }
}

function readCopyNote(stored: unknown): CopyNote | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  // Safe: as above.
  const { name, at } = stored as Record<string, unknown>
  return typeof name === 'string' && typeof at === 'number' ? { name, at } : undefined
}

/** What the canaries say about a database that was just opened. */
export type Verdict =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'lost'
      /** How many changes this device had. */
      readonly had: number
      /** How many the database holds now. */
      readonly has: number
      readonly lastCopy?: CopyNote | undefined
    }

/**
 * An empty or smaller database is a first run only if nobody remembers otherwise.
 *
 * @param meta the database's own row, if it has one
 * @param has how many changes its table holds
 */
export function judge(input: {
  meta: Meta | undefined
  has: number
  canaries: readonly Canary[]
}): Verdict {
  const { meta, has, canaries } = input
  const mourning = canaries.filter((canary) => isMourning(canary, meta))
  const hadByCanary = Math.max(0, ...mourning.map(({ count }) => count))
  const hadByMeta = meta && meta.count > has ? meta.count : 0
  const had = Math.max(hadByCanary, hadByMeta)
  const lastCopy = canaries.find((canary) => canary.lastCopy)?.lastCopy
  if (had > 0) return { kind: 'lost', had, has, ...(lastCopy ? { lastCopy } : {}) }
  return { kind: meta ? 'ready' : 'fresh' }
}

/** True if the canary remembers changes that the database never had or no longer has. */
function isMourning(canary: Canary, meta: Meta | undefined): boolean {
  if (canary.count === 0 || meta?.forgot.includes(canary.db)) return false
  if (!meta || canary.db !== meta.db) return true
  return canary.ever > meta.ever
}
