import type { FieldState, RecordState } from './fold.ts'
import type { Json } from './json.ts'

/** Different values written to one field without knowledge of each other. All are kept. */
export interface Conflict {
  readonly field: string
  /** Newest first; the first is the one shown meanwhile. */
  readonly versions: readonly {
    readonly changeId: string
    readonly value: Json
    readonly at: number
    readonly device: string
  }[]
}

/** The fields of a record as plain values: whatever cannot be read is empty. */
export interface Reader {
  text(field: string): string
  texts(field: string): readonly string[]
  flag(field: string): boolean
  number(field: string): number
  conflicts(): readonly Conflict[]
}

/** Reads a record, or one that is not there. */
export function readerOf(record: RecordState | undefined): Reader {
  const value = (field: string) => record?.fields.get(field)?.value
  return {
    text(field) {
      const found = value(field)
      return typeof found === 'string' ? found : ''
    },
    texts: (field) => stringsOf(value(field)),
    flag: (field) => value(field) === true,
    number(field) {
      const found = value(field)
      return typeof found === 'number' ? found : 0
    },
    conflicts() {
      const contested = [...(record?.fields ?? [])].filter(([, field]) => field.contested)
      return contested.map(([name, field]) => conflictOf(name, field))
    },
  }
}

function conflictOf(field: string, state: FieldState): Conflict {
  return {
    field,
    versions: state.heads.map(({ id, value, at, device }) => ({ changeId: id, value, at, device })),
  }
}

/** The different texts among the versions of a contested field, newest first; empty ones are left out. */
export function textVersions({ versions }: Conflict): readonly string[] {
  const texts = versions.flatMap(({ value }) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  )
  return [...new Set(texts)]
}

/** The texts in a list; none for what is no list. */
export function stringsOf(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.filter((entry: Json): entry is string => typeof entry === 'string')
}
