import type { Change } from '#core/change.ts'
import type { StorageProblem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import { readMeta } from './meta.ts'
import { timer } from './db.ts'
import { noteTrouble, type Hub } from './hub.ts'
import type { OpenReflection } from './openReflection.ts'
import type { StoredRubric } from './rows.ts'
import type { TabMessage } from './tabs.ts'
import { endUnplacedTexts } from './unplacedTexts.ts'

/** Takes in what another tab has written. */
export async function followTab(hub: Hub, message: TabMessage): Promise<void> {
  hub.arrivals += 1
  switch (message.kind) {
    case 'added':
      hub.headers.put(message.headers)
      for (const [reflection, ids] of Object.entries(message.ids)) {
        await takeIn(hub, reflection, ids)
      }
      return
    case 'redone':
      hub.headers.put(message.headers)
      hub.headers.remove(goneOf(message))
      for (const reflection of message.reflections) await readAgain(hub, reflection)
      return
    case 'settings':
      return hub.settings.follow(message.settings)
    case 'copy':
      return hub.copies.follow(message.copy)
    case 'ownRubrics':
      return hub.ownRubrics.follow()
    case 'rubricDraft':
      return hub.rubricDrafts.follow(message.id)
    case 'forgotten':
      return endPage(hub)
  }
}

function goneOf(message: Extract<TabMessage, { kind: 'redone' }>): readonly string[] {
  const left = new Set(message.headers.map(({ id }) => id))
  return message.reflections.filter((id) => !left.has(id))
}

/** Everything was cleared in another tab: this one must not write it back. */
export function endPage(hub: Hub): void {
  hub.health.set({ kind: 'storageGone', detail: 'cleared in another tab' })
  hub.writer.close()
  hub.rubricDrafts.close()
  endUnplacedTexts()
  for (const { store } of hub.opened.values()) store.end()
  hub.disk.close()
}

/** Reads changes that are new to an open reflection by their ids. */
async function takeIn(hub: Hub, reflection: string, ids: readonly string[]): Promise<void> {
  const store = hub.opened.get(reflection)?.store
  const unknown = store ? ids.filter((id) => !store.has(id)) : []
  if (!store || unknown.length === 0) return
  const read = await hub.disk.run('r', (tables) => tables.changes.many(unknown))
  if (!read.ok) return noteTrouble(hub, read.problem)
  await follow(
    hub,
    store,
    read.value.filter((change) => change !== undefined),
  )
}

async function follow(hub: Hub, store: OpenReflection, changes: readonly Change[]): Promise<void> {
  store.follow(changes)
  const missing = store.missingRubrics()
  if (missing.length === 0) return
  store.follow([], await findRubrics(hub, store, missing))
}

/** Reads a whole open reflection again: changes may have been taken away. */
export async function readAgain(hub: Hub, reflection: string): Promise<void> {
  const store = hub.opened.get(reflection)?.store
  if (!store) return
  const read = await hub.disk.run('r', (tables) => tables.changes.of(reflection))
  if (!read.ok) return noteTrouble(hub, read.problem)
  store.restart(read.value)
  await follow(hub, store, [])
}

/** When to look, in milliseconds after the browser took the connection away. */
const LOOK_MS = [0, 500, 2000]

/** The browser took the connection away: is the database still there, and still ours? */
export async function lookAgain(hub: Hub): Promise<void> {
  let problem: StorageProblem | undefined
  for (const wait of LOOK_MS) {
    // Right after clearing a site, browsers refuse to open anything for a moment.
    await timer(wait).passed
    const read = await hub.disk.run('r', (tables) => readMeta(tables, hub.meta))
    if (read.ok) return catchUp(hub)
    problem = read.problem
    if (problem.kind === 'storageLost' || problem.kind === 'storageNewer') break
  }
  const isKnown = problem?.kind === 'storageLost' || problem?.kind === 'storageNewer'
  noteTrouble(hub, isKnown && problem ? problem : { kind: 'storageGone', detail: 'closed' })
}

/** Catches up with whatever was written while this page was frozen or in the background. */
export async function catchUp(hub: Hub): Promise<void> {
  if (hub.volatile) return
  const seen = hub.meta
  const read = await hub.disk.run('r', (tables) => readMeta(tables, hub.meta))
  if (!read.ok) return noteTrouble(hub, read.problem)
  if (hub.health.get()?.kind === 'storageGone') hub.health.set(undefined)
  hub.ownRubrics.follow()
  const written = read.value.ever - seen.ever
  const grown = read.value.count - seen.count
  if (written === 0 && grown === 0) return
  hub.meta = read.value
  for (const [reflection, { store }] of hub.opened) {
    // Fewer than were written: some were taken away again, as when a merge is taken back.
    if (grown < written) await readAgain(hub, reflection)
    const ids = await hub.disk.run('r', (tables) => tables.changes.idsOf(reflection))
    if (ids.ok) await takeIn(hub, store.id, ids.value)
  }
  const headers = await hub.disk.run('r', (tables) => tables.headers.all())
  if (!headers.ok) return
  const left = new Set(headers.value.map(({ id }) => id))
  const known = [...hub.headers.current.get(), ...hub.headers.deleted.get()]
  const gone = known.filter(({ id }) => !left.has(id))
  hub.headers.put(headers.value)
  hub.headers.remove(gone.map(({ id }) => id))
}

/** Definitions a reflection is pinned to: from the disk, or those that come with the app. */
export async function findRubrics(
  hub: Hub,
  { reflection }: Pick<OpenReflection, 'reflection'>,
  hashes: readonly string[],
): Promise<readonly StoredRubric[]> {
  const read: Result<readonly (StoredRubric | undefined)[], StorageProblem> = await hub.disk.run(
    'r',
    (tables) => tables.rubrics.many(hashes),
  )
  const stored = read.ok ? read.value.filter((row) => row !== undefined) : []
  const found = new Set(stored.map(({ hash }) => hash))
  const shipped: StoredRubric[] = []
  if (found.size === hashes.length) return stored
  for (const { rubricId, hash } of reflection().rubrics) {
    if (!hashes.includes(hash) || found.has(hash)) continue
    const loaded = await findShipped(rubricId)
    if (loaded?.hash === hash) shipped.push(loaded)
  }
  return [...stored, ...shipped]
}

/** On demand: reading definitions brings the whole validator, and a rating needs none of it. */
async function findShipped(rubricId: string): Promise<StoredRubric | undefined> {
  try {
    const { loadRubric } = await import('#rubrics/catalog.ts')
    const loaded = await loadRubric(rubricId)
    return loaded.ok ? loaded.value : undefined
  } catch {
    return undefined // a reflection opens without a definition that cannot be reached
  }
}
