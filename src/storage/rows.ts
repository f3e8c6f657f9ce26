import type { Change, Edit } from '#core/change.ts'
import type { Json } from '#core/json.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Persistence } from '#platform/persistence.ts'
import type { ReflectionHeader } from './headers.ts'
import type { Settings } from './settings.ts'

/** An exact rubric definition, named by the hash of its content. */
export interface StoredRubric {
  readonly hash: string
  readonly rubric: Rubric
}

/** How a definition came to this device. */
export type RubricOrigin = 'file' | 'editor'

/**
 * A definition somebody wants to see among the rubrics of this device. Beside `rubrics`, not in it: a
 * definition never changes and is put again by every import, while this comes and goes.
 */
export interface OwnRubricRow {
  readonly hash: string
  readonly rubricId: string
  /** When it was kept: milliseconds since 1970 UTC. */
  readonly at: number
  readonly from: RubricOrigin
}

/** A definition that is being written. */
export interface RubricDraft {
  readonly id: string
  /** As far as it is written: it need not be a valid definition. */
  readonly content: Json
  /** The definition it was copied from. */
  readonly from: { readonly id: string; readonly hash: string } | undefined
  /** Milliseconds since 1970 UTC; grows with every save of the draft. */
  readonly changedAt: number
}

/** What someone was typing, as it is kept until it is a change. */
export interface DraftRow {
  /** Page, reflection and field in one. */
  readonly key: string
  /** The database it was meant for. */
  readonly db: string
  /** The page that typed it. */
  readonly tab: string
  readonly reflection: string
  readonly kind: Edit['kind']
  readonly record: string
  readonly field: string
  /** `null` once everything typed up to `at` is in a change: an older copy of the draft is void. */
  readonly text: string | null
  readonly at: number
  /** Ids of the changes of this field the writer had in view. */
  readonly base: readonly string[]
  /** What else makes the record, if it does not exist yet. */
  readonly founding: readonly Edit[]
}

/** What the database knows about itself; one row. Also the first of the three canaries. */
export interface Meta {
  readonly key: 'meta'
  /** Random id of this database. */
  readonly db: string
  /** The schema version that last wrote here. */
  readonly schema: number
  /** Random id that signs this installation's changes. */
  readonly device: string
  /** How many changes were ever added. Never falls. */
  readonly ever: number
  /** How many changes the table holds. */
  readonly count: number
  /** The highest `seq` this device has given. */
  readonly seq: number
  /** Ids of databases that were given up on purpose: no canary may mourn them. */
  readonly forgot: readonly string[]
  /** The browser's answer when it was asked to keep this site's storage. */
  readonly persistence?: Persistence
}

/** What one import added beside changes. */
export interface AddedOwn {
  readonly rubrics: readonly Pick<OwnRubricRow, 'hash' | 'at'>[]
  readonly drafts: readonly {
    readonly id: string
    readonly changedAt: number
    /** What it replaced. */
    readonly before: RubricDraft | undefined
  }[]
}

/** What one import added, so that it can be undone. */
export interface ImportRow {
  readonly id: string
  readonly at: number
  readonly added: readonly string[]
  readonly reflections: readonly string[]
  /** Since copies carry own rubrics. */
  readonly own?: AddedOwn
}

/** The last copy of a reflection that was saved outside of the browser. */
export interface CopyRow {
  readonly reflection: string
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** How many changes were in it. */
  readonly changes: number
  readonly name: string
}

export interface SettingsRow extends Settings {
  readonly key: 'settings'
}

/** Rows by key, whatever they lie on. */
export interface Rows<Row> {
  get(key: string): Promise<Row | undefined>
  /** In the order of the keys. */
  many(keys: readonly string[]): Promise<readonly (Row | undefined)[]>
  all(): Promise<readonly Row[]>
  count(): Promise<number>
  put(rows: readonly Row[]): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  clear(): Promise<void>
}

export interface ChangeRows extends Rows<Change> {
  of(reflectionId: string): Promise<readonly Change[]>
  idsOf(reflectionId: string): Promise<readonly string[]>
  countOf(reflectionId: string): Promise<number>
  /** Ids of all reflections that have a change. */
  reflections(): Promise<readonly string[]>
}

/** Everything that is stored. `changes` is the truth; `headers` can be rebuilt from it. */
export interface Tables {
  readonly changes: ChangeRows
  readonly rubrics: Rows<StoredRubric>
  readonly drafts: Rows<DraftRow>
  readonly settings: Rows<SettingsRow>
  readonly meta: Rows<Meta>
  readonly headers: Rows<ReflectionHeader>
  readonly imports: Rows<ImportRow>
  readonly copies: Rows<CopyRow>
  readonly ownRubrics: Rows<OwnRubricRow>
  readonly rubricDrafts: Rows<RubricDraft>
}
