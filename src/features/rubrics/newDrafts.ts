import { isJsonObject, type Json } from '#core/json.ts'
import type { Rubric } from '#core/rubric.ts'
import type { RubricDraft } from '#storage/rows.ts'

type NewDraft = Omit<RubricDraft, 'changedAt'>

interface Definition {
  readonly rubric: Rubric
  readonly hash: string
}

const LONGEST_ID = 80

/** A draft that nobody has written on: the editor gives it something to start from. */
export function blankDraft(id: string): NewDraft {
  return { id, content: {}, from: undefined }
}

/** True for a draft that is as `blankDraft` made it. */
export function isBlank({ content }: NewDraft): boolean {
  return isJsonObject(content) && Object.keys(content).length === 0
}

/**
 * A draft that starts from a copy, under an id of its own.
 *
 * @param taken the ids of all rubrics there are
 */
export function copyDraft(
  id: string,
  { rubric, hash }: Definition,
  taken: ReadonlySet<string>,
): NewDraft {
  const content = { ...rubric, id: freeId(rubric.id, taken), version: '1.0.0' }
  return { id, content: toJson(content), from: { id: rubric.id, hash } }
}

/** A draft of the next version of an own rubric: the same id. */
export function editDraft(id: string, { rubric, hash }: Definition): NewDraft {
  return { id, content: toJson(rubric), from: { id: rubric.id, hash } }
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '-copy' : `-copy-${count}`
    const stem = id.slice(0, LONGEST_ID - ending.length).replace(/[.-]+$/, '')
    if (!taken.has(stem + ending)) return stem + ending
  }
}

function toJson(rubric: Rubric): Json {
  // Safe: a rubric is plain JSON.
  return rubric as unknown as Json
}
