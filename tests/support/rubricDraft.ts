import { afterEach, expect, it } from 'vitest'
import type { RubricFault } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import { parseRubric, type RubricInvalid } from '#core/rubricParse.ts'
import { aRubric } from './builders.ts'

type Key = string | number

/** A rubric as loose JSON, changed by path. */
export interface Draft {
  readonly raw: { [key: string]: unknown }
  set(path: string, value: unknown): void
  drop(path: string): void
  add(path: string, value: unknown): void
  copy(path: string): unknown
}

export function aDraft(rubric: Rubric = aRubric()): Draft {
  const raw = JSON.parse(JSON.stringify(rubric)) as { [key: string]: unknown }
  const keysOf = (path: string): Key[] =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
  const reach = (keys: readonly Key[]) =>
    keys.reduce<unknown>((value, key) => (value as Record<Key, unknown>)[key], raw)
  const parentOf = (path: string) => {
    const keys = keysOf(path)
    return { parent: reach(keys.slice(0, -1)) as Record<Key, unknown>, last: keys.at(-1) ?? '' }
  }
  return {
    raw,
    set(path, value) {
      const { parent, last } = parentOf(path)
      parent[last] = value
    },
    drop(path) {
      const { parent, last } = parentOf(path)
      delete parent[last]
    },
    add: (path, value) => (reach(keysOf(path)) as unknown[]).push(value),
    copy: (path) => structuredClone(reach(keysOf(path))),
  }
}

/** Milliseconds after which a refusal counts as hanging, with much room for a busy machine. */
const QUICKLY = 4_000

/** The faults of a reading that must fail, quickly, each with a place and a whole sentence. */
export function faultsOf(read: () => Result<Rubric, RubricInvalid>): readonly RubricFault[] {
  const start = performance.now()
  const result = read()
  expect(performance.now() - start).toBeLessThan(QUICKLY)
  if (result.ok) throw new Error('It was accepted.')
  expect(result.problem.kind).toBe('rubricInvalid')
  for (const { sentence, place } of result.problem.faults) {
    expect(place).not.toBe('')
    expect(sentence).toMatch(/^\S.*[.?]$/su)
    expect(sentence).not.toMatch(/Invalid|received|Expected/)
    expect(sentence.length).toBeLessThan(200)
  }
  return result.problem.faults
}

export interface Expected {
  readonly path: string
  readonly place: string
  readonly sentence: string | RegExp
}
export type Row = readonly [name: string, change: (rubric: Draft) => void, ...Expected[]]

/** Runs a table of malformed rubrics: each row breaks a valid one and says what it is told. */
export function itSaysWhatIsWrong(rows: readonly Row[], base = aRubric()): void {
  it.each(rows.map((row) => ({ name: row[0], row })))(
    '$name',
    ({ row: [, change, ...expected] }) => {
      const draft = aDraft(base)
      expect(parseRubric(draft.raw).ok).toBe(true)
      change(draft)
      const before = JSON.stringify(draft.raw)
      const faults = faultsOf(() => parseRubric(draft.raw))
      expect(faults.map(({ path }) => path)).toEqual(
        expect.arrayContaining(expected.map(({ path }) => path)),
      )
      for (const { path, place, sentence } of expected) {
        const fault = faults.find((found) => found.path === path)
        expect(fault?.place).toContain(place)
        if (typeof sentence === 'string') expect(fault?.sentence).toBe(sentence)
        else expect(fault?.sentence).toMatch(sentence)
      }
      expect(JSON.stringify(draft.raw)).toBe(before)
    },
  )
}

/** Call in the body of a test file: after each test the prototype of all objects is as it was. */
export function watchPrototype(): void {
  const own = Object.getOwnPropertyNames(Object.prototype).toSorted()
  afterEach(() => {
    expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(own)
  })
}
