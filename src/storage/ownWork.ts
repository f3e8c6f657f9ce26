import { contentId } from '#core/hash.ts'
import type { Json } from '#core/json.ts'
import { askOnce, type Hub } from './hub.ts'
import { allOwnRubrics, type OwnRubric } from './ownRubrics.ts'
import type { AddedOwn, OwnRubricRow, RubricDraft, Tables } from './rows.ts'

/** What people made on this device beside reflections. */
export interface OwnWork {
  /** Every version of every rubric of one's own. */
  readonly rubrics: readonly OwnRubric[]
  readonly drafts: readonly RubricDraft[]
}

/** What is on disk and in memory; memory alone if the disk cannot be read. */
export async function readOwnWork({ disk, ownRubrics, rubricDrafts }: Hub): Promise<OwnWork> {
  const rubrics = await disk.run('r', allOwnRubrics)
  const drafts = await rubricDrafts.list()
  return {
    rubrics: rubrics.ok ? rubrics.value : ownRubrics.get(),
    drafts: drafts.ok ? drafts.value : rubricDrafts.inMemory(),
  }
}

/** What becomes of a rubric under way that comes in a file. */
export interface DraftPlan {
  readonly draft: RubricDraft
  /** What stood under its id before, and is replaced. */
  readonly before: RubricDraft | undefined
}

/**
 * Of drafts that come in a file, those to be put and where. The same content is not put again. Of two
 * of one id the one changed later stays; if that is the device's, the other gets an id of its own,
 * the same one each time, so that opening a file twice adds nothing the second time.
 *
 * @param now milliseconds since 1970 UTC: no draft may claim to be newer
 */
export function planDrafts(
  incoming: readonly RubricDraft[],
  here: readonly RubricDraft[],
  now: number,
): readonly DraftPlan[] {
  const byId = new Map(here.map((draft) => [draft.id, draft]))
  const plans: DraftPlan[] = []
  for (const each of incoming) {
    const plan = planOne({ ...each, changedAt: Math.min(each.changedAt, now) }, byId)
    if (!plan) continue
    byId.set(plan.draft.id, plan.draft)
    plans.push(plan)
  }
  return plans
}

function planOne(
  draft: RubricDraft,
  byId: ReadonlyMap<string, RubricDraft>,
): DraftPlan | undefined {
  const content = contentOf(draft)
  for (let { id } = draft; ; id = contentId([id, content])) {
    const other = byId.get(id)
    if (!other) return { draft: { ...draft, id }, before: undefined }
    if (contentOf(other) === content) return undefined
    if (id === draft.id && draft.changedAt > other.changedAt) return { draft, before: other }
  }
}

/** Names the content, without the members that are `undefined`: a file has none. */
function contentOf({ content }: RubricDraft): string {
  // Safe: whatever JSON.parse returns is a JSON value.
  return contentId(JSON.parse(JSON.stringify(content)) as Json)
}

/** Adds what is not here yet, within a transaction. @returns what was added, for taking it back */
export async function addOwnWork(
  tables: Tables,
  { rubrics, drafts }: OwnWork,
  now: number,
): Promise<AddedOwn> {
  const known = await tables.ownRubrics.many(rubrics.map(({ hash }) => hash))
  const fresh = rubrics.filter((_, index) => known[index] === undefined)
  const rows = fresh.map(({ hash, rubric, at, from }): OwnRubricRow => ({
    hash,
    rubricId: rubric.id,
    at: Math.min(at, now),
    from,
  }))
  await tables.rubrics.put(fresh.map(({ hash, rubric }) => ({ hash, rubric })))
  await tables.ownRubrics.put(rows)
  const plans = planDrafts(drafts, await tables.rubricDrafts.all(), now)
  await tables.rubricDrafts.put(plans.map(({ draft }) => draft))
  return {
    rubrics: rows.map(({ hash, at }) => ({ hash, at })),
    drafts: plans.map(({ draft: { id, changedAt }, before }) => ({ id, changedAt, before })),
  }
}

/**
 * Takes off what `addOwnWork` added and puts back what it replaced, within a transaction. What
 * somebody kept again or wrote on since is no longer what came with the file, and stays.
 */
export async function takeBackOwn(tables: Tables, { rubrics, drafts }: AddedOwn): Promise<void> {
  const rows = await tables.ownRubrics.many(rubrics.map(({ hash }) => hash))
  const going = rubrics.filter(({ at }, index) => rows[index]?.at === at)
  await tables.ownRubrics.remove(going.map(({ hash }) => hash))
  for (const { id, changedAt, before } of drafts.toReversed()) {
    const stored = await tables.rubricDrafts.get(id)
    if (stored?.changedAt !== changedAt) continue
    await tables.rubricDrafts.remove([id])
    if (before) await tables.rubricDrafts.put([before])
  }
}

/** Tells this page and the others that own work came or went. */
export async function tellOwn(hub: Hub, { rubrics, drafts }: AddedOwn): Promise<void> {
  if (rubrics.length > 0) {
    await hub.ownRubrics.load()
    hub.tabs.tell({ kind: 'ownRubrics' })
    void askOnce(hub)
  }
  for (const { id } of drafts) {
    hub.rubricDrafts.follow(id)
    hub.tabs.tell({ kind: 'rubricDraft', id })
  }
}
