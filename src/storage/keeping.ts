import type { Problem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { putChanges } from './commit.ts'
import { endPage } from './following.ts'
import { cacheCanaryNow, canaryOf, singCanary, type Hub } from './hub.ts'
import { rebuildHeaders } from './rebuild.ts'
import { newMeta } from './meta.ts'
import type { Meta, Tables } from './rows.ts'

/** Goes on with what is left: the canaries stop mourning what was lost. */
export async function acceptLoss(hub: Hub): Promise<Result<void, Problem>> {
  const { mourning } = hub
  const done = await hub.disk.run('rw', async (tables) => {
    const meta = (await tables.meta.get('meta')) ?? hub.meta
    const others = mourning.map(({ db }) => db).filter((db) => db !== meta.db)
    const next: Meta = {
      ...meta,
      count: await tables.changes.count(),
      ever: Math.max(meta.ever, ...mourning.map(({ ever }) => ever)),
      forgot: [...new Set([...meta.forgot, ...others])],
    }
    await tables.meta.put([next])
    return next
  })
  if (!done.ok) return fail(done.problem)
  hub.meta = done.value
  hub.mourning = []
  singCanary(hub)
  await cacheCanaryNow(hub)
  return ok(undefined)
}

/**
 * Writes what this page holds in memory into a database that was emptied under it: the person has
 * asked to go on. It counts as a new database, so that the next start still tells of what is lost.
 */
export async function rescue(hub: Hub): Promise<void> {
  const stores = [...hub.opened.values()].map(({ store }) => store)
  const done = await hub.disk.run('rw', async (tables) => {
    const meta = (await tables.meta.get('meta')) ?? newMeta(hub.host, 0)
    const added = await putChanges(
      tables,
      stores.flatMap((store) => store.changes()),
    )
    await tables.rubrics.put(stores.flatMap((store) => store.rubrics()))
    await hub.ownRubrics.rescue(tables)
    await tables.rubricDrafts.put(hub.rubricDrafts.inMemory())
    const isWhole = meta.count + added.length - hub.writer.waiting().length >= hub.meta.count
    const next: Meta = {
      ...meta,
      count: meta.count + added.length,
      ever: meta.ever + added.length,
      // If all of it is back, nobody need mourn the old one.
      forgot: isWhole ? [...meta.forgot, hub.meta.db] : meta.forgot,
    }
    await tables.meta.put([next])
    await rebuildHeaders(
      tables,
      stores.map(({ id }) => id),
    )
    return { next, isWhole }
  })
  if (!done.ok) return hub.health.set(done.problem)
  if (!done.value.isWhole) hub.mourning = [...hub.mourning, canaryOf(hub)]
  hub.meta = done.value.next
  hub.health.set(hub.volatile)
}

/** Everything this app keeps in localStorage starts so. */
const NOTES_PREFIX = 'hub-reflect.'

/**
 * Clears this device, on purpose: no canary will mourn it. The page must be loaded anew afterwards;
 * other tabs stop writing at once.
 */
export async function forgetEverything(hub: Hub): Promise<Result<void, Problem>> {
  const done = await hub.disk.run('rw', async (tables) => {
    const meta = (await tables.meta.get('meta')) ?? hub.meta
    await clearAll(tables)
    const given = [...meta.forgot, meta.db, hub.meta.db, ...hub.mourning.map(({ db }) => db)]
    const next: Meta = { ...newMeta(hub.host, 0), forgot: [...new Set(given)] }
    await tables.meta.put([next])
    return next
  })
  if (!done.ok) return fail(done.problem)
  hub.meta = done.value
  hub.mourning = []
  for (const key of hub.host.notes.keys(NOTES_PREFIX)) hub.host.notes.remove(key)
  singCanary(hub)
  await cacheCanaryNow(hub)
  hub.tabs.tell({ kind: 'forgotten' })
  endPage(hub)
  return ok(undefined)
}

async function clearAll(tables: Tables): Promise<void> {
  await tables.changes.clear()
  await tables.rubrics.clear()
  await tables.drafts.clear()
  await tables.settings.clear()
  await tables.headers.clear()
  await tables.imports.clear()
  await tables.copies.clear()
  await tables.ownRubrics.clear()
  await tables.rubricDrafts.clear()
}
