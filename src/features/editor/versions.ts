import { canonicalJson, type Json } from '#core/json.ts'
import type { Rubric } from '#core/rubric.ts'
import { compareRubrics } from '#core/rubricCompare.ts'
import { compareVersions } from '#core/rubricVersion.ts'

/** What version a draft should be kept as, and why. */
export interface Proposal {
  readonly version: string
  readonly reason:
    /** There is nothing it could be a newer version of. */
    | { readonly kind: 'first' }
    | { readonly kind: 'same'; readonly since: string }
    | { readonly kind: 'words'; readonly since: string }
    /** What is asked or how it is answered is not the same. */
    | {
        readonly kind: 'items'
        readonly since: string
        readonly added: number
        readonly retired: number
        readonly changed: number
      }
}

/**
 * Counts a version up: the last number where only words changed, the middle one where items were
 * added, retired or are answered otherwise. The first is for people to count: whether it is another
 * instrument now no program can tell. A version already counted up far enough stays.
 *
 * @param base the newest definition under the same id, if there is one
 */
export function proposeVersion(draft: Rubric, base: Rubric | undefined): Proposal {
  if (!base) return { version: draft.version, reason: { kind: 'first' } }
  const since = base.version
  if (isSame(draft, base)) return { version: since, reason: { kind: 'same', since } }
  const { added, retired, changed } = compareRubrics(base, draft)
  const counts = { added: added.length, retired: retired.length, changed: changed.length }
  const isWords = counts.added + counts.retired + counts.changed === 0
  const next = raised(since, isWords ? 'last' : 'middle')
  return {
    version: compareVersions(draft.version, next) >= 0 ? draft.version : next,
    reason: isWords ? { kind: 'words', since } : { kind: 'items', since, ...counts },
  }
}

function raised(version: string, place: 'middle' | 'last'): string {
  const [first = 1, middle = 0, last = 0] = version.split('.').map(Number)
  return place === 'last' ? `${first}.${middle}.${last + 1}` : `${first}.${middle + 1}.0`
}

function isSame(draft: Rubric, base: Rubric): boolean {
  // Safe: a rubric is plain JSON.
  const spelt = (rubric: Rubric) => canonicalJson({ ...rubric, version: '' } as unknown as Json)
  return spelt(draft) === spelt(base)
}
