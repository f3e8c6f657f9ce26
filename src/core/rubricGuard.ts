import { quote, type FoundFault, type Path } from './rubricFault.ts'

/** The longest rubric file that is read, in UTF-16 code units. The largest of ours has under 100,000. */
export const LONGEST_RUBRIC_FILE = 2_000_000

/** A rubric needs 9; more than this is a mistake or an attack. */
const DEEPEST = 24
/** A rubric of 240 items has about 5,000 values. */
const MOST_VALUES = 60_000
/** No text of a rubric is allowed to be near this long; checked here so that no pattern meets more. */
const LONGEST_TEXT = 5_000

interface Visit {
  readonly value: unknown
  readonly path: Path
}

/**
 * The first reason why a value must not even be looked at by the schema: not plain JSON, too deep,
 * too large, or with a key that could reach an object's prototype. Walks without recursion and stops
 * at the first finding, so that no input can exhaust the stack, the memory or the reader's patience.
 */
export function findHostile(raw: unknown): FoundFault | undefined {
  const waiting: Visit[] = [{ value: raw, path: [] }]
  for (let values = 1; ; values += 1) {
    const visit = waiting.pop()
    if (!visit) return undefined
    if (values > MOST_VALUES) return { path: [], sentence: TOO_MANY }
    const sentence = faultOf(visit)
    if (sentence !== undefined) return { path: visit.path, sentence }
    if (sizeOf(visit.value) > MOST_VALUES) return { path: visit.path, sentence: TOO_MANY }
    for (const [key, value] of entriesOf(visit.value).toReversed()) {
      const path = [...visit.path, key]
      const wrong = typeof key === 'string' ? keyFault(key) : undefined
      if (wrong !== undefined) return { path: visit.path, sentence: wrong }
      waiting.push({ value, path })
    }
  }
}

const TOO_MANY = 'This holds far more values than a rubric can have. Split it into several rubrics.'

function faultOf({ value, path }: Visit): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.length > LONGEST_TEXT
        ? `This text has ${value.length.toLocaleString('en-US')} characters. Shorten it.`
        : undefined
    case 'number':
      return Number.isFinite(value) ? undefined : 'This is not a number that JSON can hold.'
    case 'boolean':
      return undefined
    case 'object':
      if (path.length > DEEPEST) return `This is nested more than ${DEEPEST} deep. Flatten it.`
      return isPlain(value) ? undefined : 'This is not plain JSON.'
    default:
      return 'This is not plain JSON.'
  }
}

function isPlain(value: object | null): boolean {
  if (value === null || Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  // Not compared with Object.prototype: a value may come from another frame, which has its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()]
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function keyFault(key: string): string | undefined {
  if (key in Object.prototype) {
    return `${quote(key)} is a name that JavaScript reserves. Remove it.`
  }
  return undefined
}
