import type { Json } from '#core/json.ts'
import { isJsonObject } from '#core/json.ts'
import type { Problem } from '#core/problem.ts'
import type { Rubric } from '#core/rubric.ts'
import { readRubricDraft, type RubricDraft } from '#core/rubricDraft.ts'
import { compareVersions } from '#core/rubricVersion.ts'
import type { Messages } from '#messages/messages.ts'
import { loadRubric, rubricHeaders } from '#rubrics/catalog.ts'
import type { RubricDraft as StoredDraft } from '#storage/rows.ts'
import type { Storage } from '#storage/storage.ts'
import { freshRubric } from './fresh.ts'
import { usedIn, type Used } from './usedIds.ts'

/** A draft as it is opened, with all that has to be known to write on. */
export interface OpenedDraft {
  readonly id: string
  readonly draft: RubricDraft
  readonly from: StoredDraft['from']
  readonly used: Used
  /** What it was copied from, if that is here. */
  readonly before: Rubric | undefined
  /** The newest definition it will be a new version of. */
  readonly base: Rubric | undefined
  /** Ids of rubrics that are not this one. */
  readonly otherIds: ReadonlySet<string>
}

export type DraftOpening =
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** What is stored is no rubric that a form could show. */
  | { readonly kind: 'unreadable'; readonly content: Json }
  | { readonly kind: 'ready'; readonly opened: OpenedDraft }

/** Opens a draft of this device. One that is empty begins with a small rubric to start from. */
export async function openDraft(
  storage: Storage,
  id: string,
  words: Messages,
): Promise<DraftOpening> {
  const stored = await storage.rubricDrafts.open(id)
  if (!stored.ok) return { kind: 'problem', problem: stored.problem }
  if (!stored.value) return { kind: 'missing' }
  const { content, from } = stored.value
  const draft = isEmpty(content) ? freshRubric(words.editor.starter) : readRubricDraft(content)
  if (!draft) return { kind: 'unreadable', content }
  const own = await storage.ownRubrics.load()
  const ownRubrics = own.ok ? own.value.map(({ rubric }) => rubric) : []
  const before = from && (await definitionOf(storage, from))
  const isSuccessor = from?.id === draft.id
  const family = isSuccessor ? await sameId(draft.id, [...ownRubrics, before]) : []
  // Where the definition cannot be had, everything may have been used.
  const lost = from && !before ? [draft] : []
  const known = [...rubricHeaders, ...ownRubrics].map((rubric) => rubric.id)
  const opened: OpenedDraft = {
    id,
    draft,
    from,
    before,
    used: usedIn([...(before ? [before] : []), ...family, ...lost]),
    base: family.toSorted((one, other) => compareVersions(other.version, one.version))[0],
    otherIds: new Set(known.filter((other) => !isSuccessor || other !== draft.id)),
  }
  return { kind: 'ready', opened }
}

/** Nothing yet, or a form that has no name and no title: nobody has written on it. */
function isEmpty(content: Json): boolean {
  if (!isJsonObject(content)) return content === null
  const { id = '', shortTitle = '', title } = content
  const isUntitled = !isJsonObject(title) || title['text'] === ''
  return id === '' && shortTitle === '' && isUntitled
}

async function definitionOf(
  storage: Storage,
  { id, hash }: { readonly id: string; readonly hash: string },
): Promise<Rubric | undefined> {
  const [stored] = await storage.storedRubrics([hash])
  if (stored) return stored.rubric
  // The app may ship a newer one by now; ids only ever grow more.
  const shipped = await loadRubric(id)
  return shipped.ok ? shipped.value.rubric : undefined
}

/** Every definition of this id that is here. */
async function sameId(
  id: string,
  rubrics: readonly (Rubric | undefined)[],
): Promise<readonly Rubric[]> {
  const shipped = await loadRubric(id)
  const all = [...rubrics, shipped.ok ? shipped.value.rubric : undefined]
  return all.filter((rubric) => rubric !== undefined).filter((rubric) => rubric.id === id)
}
