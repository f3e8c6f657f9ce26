import type { Rubric } from '#core/rubric.ts'
import type { Path } from '#core/rubricFault.ts'

/** A part of the editor: what is on the page at one time. A section by its id. */
export type Part =
  | { readonly kind: 'head' | 'scales' | 'sources' }
  | { readonly kind: 'check' }
  | { readonly kind: 'section'; readonly id: string }

/** A part that is written in. */
export type FormPart = Exclude<Part, { kind: 'check' }>

export function samePart(one: Part, other: Part): boolean {
  return partName(one) === partName(other)
}

/** A part as a text of its own. */
export function partName(part: Part): string {
  return part.kind === 'section' ? `section/${part.id}` : part.kind
}

/** The part a text given by its path stands in. */
export function partOfPath(rubric: Rubric, [first, index]: Path): Part {
  if (first === 'scales' || first === 'sources') return { kind: first }
  if (first !== 'sections') return { kind: 'head' }
  const section = rubric.sections[Number(index)] ?? rubric.sections[0]
  return section ? { kind: 'section', id: section.id } : { kind: 'head' }
}

/** The name a field has in its form, for the path it has in the rubric. */
export function fieldName(path: Path): string {
  const [first, , ...rest] = path
  if (first === 'sections') return ['section', ...rest].join('.')
  return first === 'scales' || first === 'sources' ? path.join('.') : ['head', ...path].join('.')
}

/** The path in the rubric, for the name of a field: the way back. */
export function pathOfField(rubric: Rubric, part: Part, name: string): string {
  const [first = '', ...rest] = name.split('.')
  if (first === 'head') return rest.join('.')
  if (first !== 'section') return name
  const index = rubric.sections.findIndex(({ id }) => part.kind === 'section' && part.id === id)
  return ['sections', index, ...rest].join('.')
}
