import type { Change } from '#core/change.ts'
import { foldChanges, type Fold } from '#core/fold.ts'
import { cleanText } from '#core/text.ts'
import { notedDrafts } from './drafts.ts'
import type { Notes } from './notes.ts'
import type { DraftRow, Tables } from './rows.ts'
import type { Sealer } from './seal.ts'

export interface RecoveredDrafts {
  readonly changes: readonly Change[]
  /** Keys of rows and notes that have served. */
  readonly over: readonly string[]
}

/**
 * Makes changes of what dead pages were typing, within a transaction. The newest copy of a draft
 * counts, be it in localStorage or on disk; one that is in a change already is only cleared away.
 *
 * @param here tells whether a page is still open: its drafts are left alone
 */
export async function recoverDrafts(
  tables: Tables,
  { notes, here, sealer }: { notes: Notes; here: (tab: string) => boolean; sealer: Sealer },
): Promise<RecoveredDrafts> {
  const rows = [...(await tables.drafts.all()), ...notedDrafts(notes)]
  const dead = newestOfEach(rows.filter(({ tab }) => !here(tab)))
  const folds = new Map<string, Fold>()
  const changes: Change[] = []
  const over: string[] = []
  for (const draft of dead) {
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

function newestOfEach(rows: readonly DraftRow[]): readonly DraftRow[] {
  const newest = new Map<string, DraftRow>()
  for (const row of rows) {
    const other = newest.get(row.key)
    const wins = !other || row.at > other.at || (row.at === other.at && row.text === null)
    if (wins) newest.set(row.key, row)
  }
  return [...newest.values()].toSorted((one, other) => one.at - other.at)
}

function sealDraft(draft: DraftRow, fold: Fold, sealer: Sealer): readonly Change[] {
  const { kind, record, field, base, founding, reflection } = draft
  if (draft.text === null) return []
  const text = cleanText(draft.text)
  const state = fold.record(kind, record)
  const heads = state?.fields.get(field)?.heads ?? []
  const isStored = heads.some(({ value }) => value === text) || (text === '' && heads.length === 0)
  if (isStored) return []
  const edits = [
    ...(state ? [] : founding),
    { kind, record, field, value: kind === 'response' && text === '' ? null : text, base },
  ]
  return edits.map((edit) => {
    const change = sealer.seal(edit, { reflection, fold, at: draft.at })
    fold.add(change)
    return change
  })
}
