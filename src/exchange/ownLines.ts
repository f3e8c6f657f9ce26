import { contentId } from '#core/hash.ts'
import { canonicalJson, isJsonObject, type Json } from '#core/json.ts'
import type { CopiedDraft, LineFault, OwnCounts, OwnMark } from './copyFormat.ts'

// How a copy carries what people made beside reflections. A rubric of one's own is the line of its
// definition with one more member, `own`: versions of the app that know no own rubrics read the
// definition and pass over the rest. A rubric under way is a line of a kind they do not know: they
// leave it out, say so, and read on.

/** What a Date can hold, in milliseconds either side of 1970 UTC. */
const LATEST_TIME = 8.64e15
/** A finished rubric needs 9. */
const DEEPEST_DRAFT = 32
const LONGEST_NAME = 200
/** It stands in the address of the editor's page. */
const DRAFT_ID = /^[\w-]{1,100}$/
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

type Members = { readonly [key: string]: Json }

/**
 * The mark on a definition's line; `undefined` if it was nobody's own. Somebody wanted to see it in
 * the list: a time or a way that makes no sense is no reason to drop that.
 */
export function readOwnMark(raw: Json | undefined): OwnMark | undefined {
  if (!isJsonObject(raw)) return undefined
  const { at, from } = raw
  return { at: isTime(at) ? at : 0, from: from === 'editor' ? from : 'file' }
}

/** The line of a rubric under way, with the hash of its content as its name, and a line feed. */
export function draftLine({ id, content, from, changedAt }: CopiedDraft): string {
  const draft = toPlain({ id, content, from, changedAt })
  return `${canonicalJson({ draft, hash: contentId(draft) })}\n`
}

/** Reads such a line. @returns why it is left out, if it is */
export function readDraft(raw: Members): CopiedDraft | LineFault {
  const { draft, hash } = raw
  if (!isJsonObject(draft) || !isPlain(draft, DEEPEST_DRAFT)) return 'unknown'
  const { id, content, from, changedAt } = draft
  if (typeof id !== 'string' || !DRAFT_ID.test(id) || content === undefined) return 'unknown'
  if (!isTime(changedAt)) return 'unknown'
  const origin = from === undefined ? undefined : readOrigin(from)
  if (origin === 'unknown') return origin
  if (contentId(draft) !== hash) return 'altered'
  return { id, content, from: origin, changedAt }
}

/** What people made, counted as they would. */
export function countOwn(own: {
  readonly rubrics: readonly { readonly rubric: { readonly id: string } }[]
  readonly drafts: readonly unknown[]
}): OwnCounts {
  const ids = own.rubrics.map(({ rubric }) => rubric.id)
  return { rubrics: new Set(ids).size, drafts: own.drafts.length }
}

function readOrigin(raw: Json): CopiedDraft['from'] | 'unknown' {
  if (!isJsonObject(raw)) return 'unknown'
  const { id, hash } = raw
  return isName(id) && isName(hash) ? { id, hash } : 'unknown'
}

function isName(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME
}

function isTime(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= LATEST_TIME
}

/** The value as a file can carry it: the editor's forms have members that are `undefined`. */
function toPlain(value: CopiedDraft): Json {
  // Safe: whatever JSON.parse returns is a JSON value.
  return JSON.parse(JSON.stringify(value)) as Json
}

/** False for what could reach a prototype, exhaust the stack, or share its hash with another content. */
function isPlain(value: Json, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  if (Array.isArray(value)) return value.every((entry: Json) => isPlain(entry, depth - 1))
  return Object.entries(value).every(
    ([key, entry]) => !FORBIDDEN_KEYS.has(key) && isPlain(entry, depth - 1),
  )
}
