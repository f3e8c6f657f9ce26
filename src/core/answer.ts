import { assertNever } from './assert.ts'
import type { Edit } from './change.ts'
import type { FieldState, Fold, RecordState } from './fold.ts'
import { isJsonObject, type Json } from './json.ts'
import { readerOf, stringsOf, type Conflict } from './record.ts'
import { STATUSES, type SetAsideReason, type Status } from './rubric.ts'

/** The participant id of what the team agrees on together. */
export const TEAM = 'team'

/** Where an answer belongs: whose it is, to what, and for which site if it is asked for each. */
export interface AnswerPlace {
  /** `TEAM` for what is answered together. */
  readonly participantId: string
  readonly rubricId: string
  readonly itemId: string
  readonly siteId?: string | undefined
}

/** One person's answer to one item, or the team's. */
export interface Response extends AnswerPlace {
  readonly siteId: string | undefined
  /** `undefined` once taken back. */
  readonly answer: Answer | undefined
  /** A few words beside the answer. May be empty. */
  readonly note: string
  readonly at: number
  readonly conflicts: readonly Conflict[]
}

export type Answer =
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'setAside'; readonly reason: SetAsideReason }
  | { readonly kind: 'text'; readonly text: string }
  /** Ids of the options chosen, of one or of many. */
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'table'; readonly rows: readonly AnswerRow[] }
  /** A site in a zone, and where on the map, in percent from the lower left corner. */
  | {
      readonly kind: 'placement'
      readonly zone: string
      readonly x: number
      readonly y: number
    }

/** The cells that were written in one row of a table: a row of the rubric's, or one people added. */
export interface AnswerRow {
  readonly id: string
  /** True for a row that people added. */
  readonly isAdded: boolean
  /** By column id; an id of an option where the column offers some, `YYYY-MM-DD` for a date. */
  readonly cells: { readonly [columnId: string]: string }
}

// --- Names of records and fields -------------------------------------------------------------

/** The record id of one person's answer to one item, and to one site if it is asked for each. */
export function responseId({ participantId, rubricId, itemId, siteId }: AnswerPlace): string {
  const site = siteId === undefined ? '' : `/${siteId}`
  return `${participantId}/${rubricId}/${itemId}${site}`
}

/** The parts of a response's record id, or `undefined` if it is none. */
export function readResponseId(
  id: string,
): (AnswerPlace & { siteId: string | undefined }) | undefined {
  const [participantId, rubricId, itemId, siteId, ...rest] = id.split('/')
  if (!participantId || !rubricId || !itemId || siteId === '' || rest.length > 0) return undefined
  return { participantId, rubricId, itemId, siteId }
}

/** The field of a response that holds the words beside the answer. */
export const NOTE = 'note'

/** The field of a response that holds one cell of a table. Each cell is its own, so that two may write. */
export function cellField(rowId: string, columnId: string): string {
  return `cell/${rowId}/${columnId}`
}

/**
 * What is stored where words of an answer were wiped out: no answer, except in a cell, which may have
 * words to start from and stays empty if someone emptied it.
 */
export function emptiedValue(field: string): '' | null {
  return field.startsWith('cell/') ? '' : null
}

/** The field of a response that says a row was added to its table. */
export function rowField(rowId: string): string {
  return `row/${rowId}`
}

// --- Edits -----------------------------------------------------------------------------------

/** Sets or takes back one person's answer to one item. A table is written cell by cell instead. */
export function answerEdit(place: AnswerPlace, answer: Answer | undefined): Edit {
  return {
    kind: 'response',
    record: responseId(place),
    field: 'answer',
    value: storedAnswer(answer),
  }
}

/** Adds a row to a table, or takes it away; its cells stay, should it come back. */
export function rowEdit(place: AnswerPlace, row: { id: string; order: number } | string): Edit {
  const record = responseId(place)
  return typeof row === 'string'
    ? { kind: 'response', record, field: rowField(row), value: null }
    : { kind: 'response', record, field: rowField(row.id), value: row.order }
}

function storedAnswer(answer: Answer | undefined): Json {
  if (!answer) return null
  switch (answer.kind) {
    case 'level':
      return { level: answer.level }
    case 'setAside':
      return { setAside: answer.reason }
    case 'text':
      return answer.text
    case 'options':
      return { options: answer.options }
    case 'status':
      return { status: answer.status }
    case 'placement':
      return { zone: answer.zone, x: answer.x, y: answer.y }
    case 'table':
      throw new Error('Invariant broken: a table is stored cell by cell')
    default:
      return assertNever(answer)
  }
}

/** An answer from its stored form; `undefined` for none and for one this version cannot read. */
export function readAnswer(value: Json): Answer | undefined {
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (!isJsonObject(value)) return undefined
  const { level, setAside, options, status, zone, x, y } = value
  if (typeof level === 'string') return { kind: 'level', level }
  if (setAside === 'unknown' || setAside === 'notOurs')
    return { kind: 'setAside', reason: setAside }
  if (Array.isArray(options)) return { kind: 'options', options: stringsOf(options) }
  if (typeof zone === 'string' && typeof x === 'number' && typeof y === 'number') {
    return { kind: 'placement', zone, x: percentOf(x), y: percentOf(y) }
  }
  const known = STATUSES.find((each) => each === status)
  return known && { kind: 'status', status: known }
}

function percentOf(value: number): number {
  return Math.min(100, Math.max(0, value))
}

// --- Reading ---------------------------------------------------------------------------------

/** Every response of the reflection, taken-back ones included. */
export function readResponses(fold: Fold): readonly Response[] {
  return fold.records('response').flatMap((record) => readResponse(record) ?? [])
}

/** One response from its record; `undefined` if the record is not one. */
export function readResponse(record: RecordState): Response | undefined {
  const place = readResponseId(record.id)
  if (!place) return undefined
  const read = readerOf(record)
  const at = [...record.fields.values()].map((field) => field.heads[0]?.at ?? 0)
  return {
    ...place,
    answer: record.hidden ? undefined : answerOf(record),
    note: record.hidden ? '' : read.text(NOTE),
    at: Math.max(0, ...at),
    conflicts: read.conflicts(),
  }
}

function answerOf({ fields }: RecordState): Answer | undefined {
  const field = fields.get('answer')
  const answer = field && readAnswer(field.value)
  return answer ?? tableOf(fields)
}

/**
 * A row is gone if whoever took it away had seen everything in it. A word written meanwhile on another
 * device brings it back.
 */
function isRemoved(
  rowId: string,
  removal: FieldState | undefined,
  fields: RecordState['fields'],
): boolean {
  if (!removal) return false
  const seen = new Set(removal.heads.flatMap((change) => change.seen ?? []))
  return cellHeads(rowId, fields).every((id) => seen.has(id))
}

/** The ids of the newest changes of each cell of a row: what taking it away must say it has seen. */
export function cellHeads(rowId: string, fields: RecordState['fields']): readonly string[] {
  return [...fields]
    .filter(([name]) => name.startsWith(cellField(rowId, '')))
    .flatMap(([, { heads }]) => heads.map(({ id }) => id))
    .toSorted()
}

/** The row that an edit takes away, if it takes one away. */
export function removedRow({ kind, field, value }: Edit): string | undefined {
  const isRow = kind === 'response' && field.startsWith(rowField(''))
  return isRow && value === null ? field.slice(rowField('').length) : undefined
}

/** The table that the fields of a response hold, if any: the rows with something in them. */
function tableOf(fields: RecordState['fields']): Answer | undefined {
  const cells = new Map<string, Record<string, string>>()
  const added = new Map<string, number>()
  const removals = new Map<string, FieldState>()
  for (const [name, field] of fields) {
    const { value } = field
    const [what, rowId, columnId, ...rest] = name.split('/')
    if (!rowId || rest.length > 0) continue
    if (what === 'row' && columnId === undefined) {
      if (typeof value === 'number') added.set(rowId, value)
      else removals.set(rowId, field)
    }
    if (what === 'cell' && columnId && typeof value === 'string') {
      cells.set(rowId, { ...cells.get(rowId), [columnId]: value })
    }
  }
  const order = (id: string) => added.get(id) ?? -1
  const rows = [...new Set([...cells.keys(), ...added.keys()])]
    .filter((id) => !isRemoved(id, removals.get(id), fields))
    .toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
    .map((id) => ({ id, isAdded: added.has(id) || removals.has(id), cells: cells.get(id) ?? {} }))
  return rows.length > 0 ? { kind: 'table', rows } : undefined
}
