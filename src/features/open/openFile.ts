import type { Problem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { LARGEST_COPY } from '#exchange/copyFormat.ts'
import { foreignKind, saysItIsACopy } from '#exchange/sniff.ts'
import type { Turns } from '#platform/turns.ts'
import type { Storage } from '#storage/storage.ts'
import type { OfferedFile } from './offeredFile.ts'
import { openCopy, type OpenedCopy } from './openCopy.ts'
import { openRubric, type OpenedRubric } from './openRubric.ts'

/** What a file turned out to be. Nothing was stored yet. */
export type OpenedFile =
  | { readonly kind: 'copy'; readonly copy: OpenedCopy }
  | { readonly kind: 'rubric'; readonly rubric: OpenedRubric }

/**
 * Reads a file, whatever it is called: a saved copy, or a rubric as JSON or as a table. Changes
 * nothing.
 *
 * @returns `undefined` once it was stopped
 */
export async function openFile(
  { name, content }: OfferedFile,
  storage: Storage,
  turns: Turns = {},
): Promise<Result<OpenedFile, Problem> | undefined> {
  const bytes = await readBytes(content)
  if (!bytes.ok) return bytes
  if (foreignKind(bytes.value) === 'rubric' && !saysItIsACopy(bytes.value)) {
    return toRubric(bytes.value, name, storage)
  }
  const copy = await openCopy(bytes.value, storage, turns)
  if (!copy) return undefined
  if (copy.ok) return ok({ kind: 'copy', copy: copy.value })
  return isForeignText(copy.problem) && looksLikeRubric(bytes.value, name)
    ? toRubric(bytes.value, name, storage)
    : copy
}

async function toRubric(
  bytes: Uint8Array,
  name: string,
  storage: Storage,
): Promise<Result<OpenedFile, Problem>> {
  const rubric = await openRubric(bytes, name, storage)
  return rubric.ok ? ok({ kind: 'rubric', rubric: rubric.value }) : rubric
}

function isForeignText(problem: Problem): boolean {
  if (problem.kind !== 'fileForeign') return false
  // A table with commas in its words may look like a plain text.
  return ['json', 'table', 'text'].includes(problem.looksLike ?? '')
}

/** Names that a rubric and its table are saved under. */
const RUBRIC_NAME = /\.(?:json|csv|tsv)$/i
/** How far we look for a word that only a rubric has, in bytes. */
const LOOK = 100_000

/**
 * True for JSON and tables that are more likely a rubric with a mistake than a file of another
 * program: the validator then says what is missing.
 */
function looksLikeRubric(bytes: Uint8Array, name: string): boolean {
  if (!RUBRIC_NAME.test(name)) return false
  // Some spreadsheets save so; the reader then says how to save it instead.
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const start = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, LOOK))
  return start.includes('"sections"') || /\bprovenance\b/.test(start)
}

async function readBytes(content: Blob): Promise<Result<Uint8Array, Problem>> {
  if (content.size > LARGEST_COPY) {
    return fail({ kind: 'fileTooLarge', bytes: content.size, limit: LARGEST_COPY })
  }
  try {
    return ok(new Uint8Array(await content.arrayBuffer()))
  } catch (error) {
    const detail = error instanceof Error ? error.name : 'unknown'
    return fail({ kind: 'fileUnreadable', detail })
  }
}
