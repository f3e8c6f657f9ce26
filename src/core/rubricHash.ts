import { contentId } from './hash.ts'
import type { Json } from './json.ts'
import type { Rubric } from './rubric.ts'

/** The name of one exact definition: the same for the same content, however the file is laid out. */
export function rubricHash(rubric: Rubric): string {
  // Safe: a rubric is made of texts, booleans, numbers, lists and objects only; `undefined` members
  // do not survive parsing.
  return contentId(rubric as unknown as Json)
}
