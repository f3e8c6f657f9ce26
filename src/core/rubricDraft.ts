import * as v from 'valibot'
import type { Json } from './json.ts'
import type { RubricFault } from './problem.ts'
import { fail, ok, type Result } from './result.ts'
import type { Rubric } from './rubric.ts'
import { describeFault, type FoundFault, type Path } from './rubricFault.ts'
import { findHostile } from './rubricGuard.ts'
import { sentenceOf } from './rubricIssue.ts'
import { parseRubric } from './rubricParse.ts'
import { brokenRules, inFileOrder } from './rubricRules.ts'
import { RubricSchema } from './rubricSchema.ts'

/**
 * A rubric that is being written. It has the shape of one: every member is there and of its type. But
 * texts may be empty, ids and numbers wrong, lists too short: `judgeDraft` says what is left to do.
 */
export type RubricDraft = Rubric

/**
 * Takes what was stored for a draft.
 *
 * @returns `undefined` if it has not the shape of a rubric, so that no form could show it
 */
export function readRubricDraft(content: Json): RubricDraft | undefined {
  if (findHostile(content)) return undefined
  const parsed = v.safeParse(RubricSchema, content)
  const isShaped = parsed.success || parsed.issues.every(({ kind }) => kind !== 'schema')
  if (!isShaped) return undefined
  // Safe: the schema found every member and its type, and at most values it does not allow.
  const { $schema: _editorsOnly, ...draft } = content as unknown as Rubric & { $schema?: string }
  return draft
}

/** A fault together with the way to it. */
export interface DraftFault extends RubricFault {
  readonly keys: Path
}

/**
 * What `parseRubric` says of a draft. Unlike it, this does not stop after the faults of shape: people
 * who write should know all that is left to do, and not be told more each time they are done.
 *
 * @returns the rubric as it may be used, or every fault, in the order of the file
 */
export function judgeDraft(draft: RubricDraft): Result<Rubric, readonly DraftFault[]> {
  const parsed = parseRubric(draft)
  if (parsed.ok) return ok(parsed.value)
  const shape = v.safeParse(RubricSchema, draft).issues ?? []
  const found: FoundFault[] = shape.map((issue) => ({
    // Safe: RubricSchema has objects and lists only, and their keys are texts and indexes.
    path: (issue.path ?? []).map((step) => step.key as string | number),
    sentence: sentenceOf(issue),
  }))
  const places = new Set(found.map(({ path }) => path.join('.')))
  found.push(...brokenRules(draft).filter(({ path }) => !places.has(path.join('.'))))
  if (found.length === 0) {
    return fail(parsed.problem.faults.map((fault) => ({ ...fault, keys: [] })))
  }
  return fail(
    found
      .toSorted(inFileOrder)
      .map((fault) => ({ ...describeFault(draft, fault), keys: fault.path })),
  )
}
