/**
 * Every schema this app has ever had, oldest first. Never edit an entry: append one, with a fixture
 * of a real older database in tests/storage/fixtures. Tables and indexes are only added, and old
 * rows are never rewritten: what a newer version computes from them it rebuilds.
 */
export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    tables: {
      changes: 'id, reflection',
      rubrics: 'hash',
      drafts: 'key',
      settings: 'key',
      meta: 'key',
      headers: 'id',
      imports: 'id',
      copies: 'reflection',
    },
  },
  { version: 2, tables: { ownRubrics: 'hash', rubricDrafts: 'id' } },
]

interface SchemaVersion {
  readonly version: number
  /** What it adds. Table → primary key and indexes, as Dexie spells them. */
  readonly tables: { readonly [table: string]: string }
}

/** The newest schema version this code knows. */
export const KNOWN_VERSION = SCHEMA_VERSIONS.at(-1)?.version ?? 0

/** Dexie multiplies its version numbers by ten before it hands them to the browser. */
export const NATIVE_STEP = 10
