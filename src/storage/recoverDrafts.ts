import { emptiedValue } from '#core/answer.ts'
import type { Change } from '#core/change.ts'
import { foldChanges, type Fold } from '#core/fold.ts'
import { cleanLine, cleanText } from '#core/text.ts'
import type { DraftRow, Tables } from './rows.ts'
import type { Sealer } from './seal.ts'

export interface RecoveredDrafts {
  readonly changes: readonly Change[]
  /** Keys of rows and notes that have served. */
  readonly over: readonly string[]
}

/**
 * Makes changes of what dead pages were typing, within a transaction; they are not written yet. The
 * newest copy of a draft counts, be it from localStorage or from disk; one that is in a change
 * already is only cleared away.
 */
export async function recoverDrafts(
  tables: Tables,
  drafts: readonly DraftRow[],
  sealer: Sealer,
): Promise<RecoveredDrafts> {
  const folds = new Map<string, Fold>()
  const changes: Change[] = []
  const over: string[] = []
  for (const draft of newestOfEach(drafts)) {
    const { reflection } = draft
    const fold = folds.get(reflection) ?? foldChanges(await tables.changes.of(reflection))
    folds.set(reflection, fold)
    // Words for a reflection that is not here wait until it is brought back.
    if (fold.size === 0 && draft.text !== null) continue
    over.push(draft.key)
    changes.push(...sealDraft(draft, fold, sealer))
  }
  return { changes, over }
}

function newestOfEach(drafts: readonly DraftRow[]): readonly DraftRow[] {
  const newest = new Map<string, DraftRow>()
  for (const draft of drafts) {
    const other = newest.get(draft.key)
    const isNewer = !other || draft.at > other.at
    if (isNewer || (draft.at === other.at && draft.text === null)) newest.set(draft.key, draft)
  }
  return [...newest.values()].toSorted((one, other) => one.at - other.at)
}

function sealDraft(draft: DraftRow, fold: Fold, sealer: Sealer): readonly Change[] {
  const { kind, record, field, base, founding, reflection, at } = draft
  if (draft.text === null) return []
  const text = cleanText(draft.text)
  const state = fold.record(kind, record)
  const heads = state?.fields.get(field)?.heads ?? []
  const isStored = heads.some(({ value }) => value === text) || (text === '' && heads.length === 0)
  if (isStored) return []
  // Set up refuses a reflection without a name: half of a renaming must not take the name away.
  if (kind === 'reflection' && field === 'team' && cleanLine(text) === '') return []
  const value = kind === 'response' && text === '' ? emptiedValue(field) : text
  const edits = [...(state ? [] : founding), { kind, record, field, value, base }]
  return edits.map((edit) => {
    const change = sealer.seal(edit, { reflection, fold, at })
    fold.add(change)
    return change
  })
}
