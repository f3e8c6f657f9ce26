import { isJsonObject } from './json.ts'
import type { MemberColumn, RowKind } from './rubricCsvKinds.ts'

/** A part of a rubric while it is taken apart or put together. */
export interface Part {
  [member: string]: unknown
}

/** A part without a prototype: whatever a file calls a member is only a name. */
export function emptyPart(): Part {
  // Safe: an object without members has none of the wrong type.
  return Object.create(null) as Part
}

/** A JSON value with parts for its objects. */
export function toParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParts)
  if (!isJsonObject(value)) return value
  const part = emptyPart()
  for (const [name, member] of Object.entries(value)) part[name] = toParts(member)
  return part
}

/** The columns of a row with the member each holds, as a path with dots. */
export function cellsOf(kind: RowKind): readonly (readonly [MemberColumn, string])[] {
  // Safe: the keys of `cells` are columns, and none is `undefined`.
  return Object.entries(kind.cells) as [MemberColumn, string][]
}

/** What stands at a path with dots, or `undefined`. */
export function memberAt(part: Part, path: string): unknown {
  return path.split('.').reduce<unknown>(ownMember, part)
}

function ownMember(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Removes what stands at a path with dots, and the object around it if that was all. */
export function dropMember(part: Part, path: string): void {
  const [name = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    Reflect.deleteProperty(part, name)
    return
  }
  const inner = part[name]
  if (!isPart(inner)) return
  dropMember(inner, rest.join('.'))
  if (Object.keys(inner).length === 0) Reflect.deleteProperty(part, name)
}

/**
 * Puts a value at a path with dots, with the objects that lead there.
 *
 * @returns false if something else stands there already; the part is then as it was
 */
export function putMember(part: Part, path: string, value: unknown): boolean {
  const [name = '', ...rest] = path.split('.')
  const found = part[name]
  if (rest.length === 0) {
    if (found !== undefined) return false
    part[name] = value
    return true
  }
  if (found === undefined) part[name] = emptyPart()
  const inner = part[name]
  return isPart(inner) && putMember(inner, rest.join('.'), value)
}

/**
 * Puts all members of an object into a part, also into objects that both have.
 *
 * @returns the first member that stands in both with a value of its own, if there is one
 */
export function mergeMembers(part: Part, more: Part): string | undefined {
  for (const [name, value] of Object.entries(more)) {
    const found = part[name]
    if (found === undefined) {
      part[name] = value
    } else if (!isPart(found) || !isPart(value)) {
      return name
    } else {
      const twice = mergeMembers(found, value)
      if (twice !== undefined) return twice
    }
  }
  return undefined
}

/** True for an object, as opposed to a list, a text or nothing. */
export function isPart(value: unknown): value is Part {
  return isJsonObject(value)
}
