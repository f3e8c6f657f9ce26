import type { Item, Rubric, Section, Skill } from './rubric.ts'
import type { Path } from './rubricFault.ts'

/** A part of a rubric together with the way to it. */
export interface Placed<T> {
  readonly value: T
  readonly path: Path
}

export function* each<T>(list: readonly T[], path: Path): Iterable<Placed<T>> {
  for (const [index, value] of list.entries()) yield { value, path: [...path, index] }
}

export function* sections(rubric: Rubric): Iterable<Placed<Section>> {
  yield* each(rubric.sections, ['sections'])
}

export function* skills(rubric: Rubric): Iterable<Placed<Skill>> {
  for (const { value, path } of sections(rubric)) yield* each(value.skills, [...path, 'skills'])
}

export function* items(rubric: Rubric): Iterable<Placed<Item>> {
  for (const { value, path } of skills(rubric)) yield* each(value.items, [...path, 'items'])
}

/** Every text of the rubric, wherever it stands. Its shape is known, so the depth is small. */
export function* texts(value: unknown, path: Path): Iterable<Placed<string>> {
  if (typeof value === 'string') yield { value, path }
  else if (Array.isArray(value)) {
    for (const entry of each<unknown>(value, path)) yield* texts(entry.value, entry.path)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) yield* texts(member, [...path, key])
  }
}
