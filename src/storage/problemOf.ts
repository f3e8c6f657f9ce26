import type { StorageProblem } from '#core/problem.ts'

/** An error that already knows which problem it is: thrown inside a transaction to abort it. */
export function problemError(problem: StorageProblem): Error {
  return Object.assign(new Error(problem.kind), { problem })
}

/** What a failed opening means for the person. */
export function problemOfOpening(error: unknown): StorageProblem {
  const links = chainOf(error)
  const known = carriedProblem(links) ?? quotaProblem(links)
  return known ?? { kind: 'storageUnavailable', detail: detailOf(links) }
}

/** What a failed read or write means for the person. */
export function problemOfWork(error: unknown): StorageProblem {
  const links = chainOf(error)
  const known = carriedProblem(links) ?? quotaProblem(links)
  if (known) return known
  const kind = links.some(isGone) ? 'storageGone' : 'storageFailed'
  return { kind, detail: detailOf(links) }
}

interface Link {
  readonly name: string
  readonly message: string
  readonly problem?: StorageProblem
}

/** Browsers and Dexie wrap the real reason: an AbortError may hold a QuotaExceededError. */
function chainOf(error: unknown): readonly Link[] {
  const links: Link[] = []
  const open: unknown[] = [error]
  while (open.length > 0 && links.length < 20) {
    const next = open.shift()
    if (typeof next !== 'object' || next === null) continue
    // Safe: every member is read as unknown and checked.
    const { name, message, problem, inner, cause, failures } = next as Record<string, unknown>
    links.push({
      name: typeof name === 'string' ? name : '',
      message: typeof message === 'string' ? message : '',
      ...(isProblem(problem) ? { problem } : {}),
    })
    open.push(inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : []))
  }
  return links
}

function isProblem(value: unknown): value is StorageProblem {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function carriedProblem(links: readonly Link[]): StorageProblem | undefined {
  return links.find(({ problem }) => problem)?.problem
}

function quotaProblem(links: readonly Link[]): StorageProblem | undefined {
  const full = links.some(
    ({ name, message }) =>
      name === 'QuotaExceededError' ||
      name === 'NS_ERROR_DOM_QUOTA_REACHED' ||
      /quota|disk is full|no space left/i.test(message),
  )
  return full ? { kind: 'storageFull' } : undefined
}

const GONE_NAMES = new Set(['DatabaseClosedError', 'UnknownError', 'InvalidStateError'])
const GONE_WORDS =
  /connection to indexed database|connection is clos|database connection|in-progress transaction|closing|internal error/i

function isGone({ name, message }: Link): boolean {
  return GONE_NAMES.has(name) || GONE_WORDS.test(message)
}

function detailOf(links: readonly Link[]): string {
  const named = links.filter(({ name, message }) => name !== '' || message !== '')
  const texts = named.map(({ name, message }) => `${name}: ${message}`.slice(0, 200))
  return texts.slice(0, 3).join(' < ')
}
