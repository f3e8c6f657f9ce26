import type * as v from 'valibot'
import { quote, type FoundFault } from './rubricFault.ts'
import { RubricSchema } from './rubricSchema.ts'

type Issue = v.InferIssue<typeof RubricSchema>

/** The schema's finding: where it is, and a sentence that says what is wrong and what to do. */
export function faultOfIssue(issue: Issue): FoundFault {
  // Safe: RubricSchema has objects and lists only, and their keys are texts and indexes.
  const path = (issue.path ?? []).map((step) => step.key as string | number)
  // To the schema a list is an object without the members it looks for; to an author it is a list.
  const around: unknown = issue.path?.at(-1)?.input
  if (Array.isArray(around) && typeof path.at(-1) === 'string') {
    return { path: path.slice(0, -1), sentence: notAnObject(around) }
  }
  return { path, sentence: sentenceOf(issue) }
}

/** What is wrong and what to do, as a sentence. */
export function sentenceOf(issue: Issue): string {
  if (issue.type === 'strict_object') return objectSentence(issue)
  const { input } = issue
  if (issue.kind !== 'schema') {
    return typeof input === 'number'
      ? `${input} cannot stand here. ${issue.message}`
      : issue.message
  }
  if (issue.type === 'variant' && issue.path?.at(-1)?.key !== 'kind') return notAnObject(input)
  if (issue.received === 'undefined') {
    const name = String(issue.path?.at(-1)?.key)
    return `The member “${name}” is missing. ${issue.type === 'variant' ? issue.message : 'Add it.'}`
  }
  switch (issue.type) {
    case 'string':
      return `A text in double quotes is expected here, not ${kindOf(input)}.`
    case 'number':
      return `A number without quotes is expected here, not ${kindOf(input)}.`
    case 'boolean':
      return `Write true or false here, without quotes, not ${kindOf(input)}.`
    case 'array':
      return `A list in [ ] is expected here, not ${kindOf(input)}.`
    case 'record':
      return notAnObject(input)
    default:
      return typeof input === 'string'
        ? `${quote(input)} cannot stand here. ${issue.message}`
        : `This is ${kindOf(input)}. ${issue.message}`
  }
}

function notAnObject(found: unknown): string {
  return `An object in { } is expected here, not ${kindOf(found)}.`
}

function objectSentence(issue: Issue): string {
  const name = issue.path?.at(-1)?.key
  if (issue.expected === 'never') {
    const found = String(name)
    const known = knownMembers()
    const meant = known.has(found) ? undefined : nearest(found, known)
    const advice = meant === undefined ? 'Remove it.' : `Did you mean “${meant}”?`
    return `There is no member ${quote(found)} here. ${advice}`
  }
  if (issue.received === 'undefined' && issue.expected !== 'Object') {
    return `The member “${String(name)}” is missing. Add it.`
  }
  return notAnObject(issue.input)
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'string':
      return `the text ${quote(value)}`
    case 'object':
      return 'an object'
    case 'undefined':
      return 'nothing'
    default:
      return JSON.stringify(value)
  }
}

let members: ReadonlySet<string> | undefined

/** Every member name the format has, read off the schema so that it cannot fall behind. */
function knownMembers(): ReadonlySet<string> {
  members ??= new Set(memberNames(RubricSchema))
  return members
}

function* memberNames(schema: unknown): Iterable<string> {
  if (typeof schema !== 'object' || schema === null) return
  if ('entries' in schema && typeof schema.entries === 'object' && schema.entries !== null) {
    for (const [name, entry] of Object.entries(schema.entries)) {
      yield name
      yield* memberNames(entry)
    }
  }
  if ('item' in schema) yield* memberNames(schema.item)
  if ('wrapped' in schema) yield* memberNames(schema.wrapped)
  if ('options' in schema && Array.isArray(schema.options)) {
    for (const option of schema.options) yield* memberNames(option)
  }
}

/** The known name that is at most two slips away, if there is one. */
export function nearest(found: string, known: ReadonlySet<string>): string | undefined {
  if (found.length > 30) return undefined
  const near = [...known]
    .map((name) => ({ name, slips: slipsBetween(found.toLowerCase(), name.toLowerCase()) }))
    .toSorted((a, b) => a.slips - b.slips)
  const [best] = near
  return best && best.slips <= Math.min(2, found.length - 1) ? best.name : undefined
}

/** Edit distance with swaps of neighbours: how many slips of a typist lie between two words. */
function slipsBetween(one: string, other: string): number {
  let older: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const costs = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same]
      if (swapped) costs.push((older[j - 2] ?? 0) + 1)
      row.push(Math.min(...costs))
    }
    older = last
    last = row
  }
  return last[other.length] ?? 0
}
