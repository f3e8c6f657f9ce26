import type { Reflection } from '#core/reflection.ts'
import type { Rubric, Section } from '#core/rubric.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'

interface Props {
  store: ReflectionStore
  reflection: Reflection
  rubric: Rubric
  /** Those in scope. */
  sections: readonly Section[]
  section: Section
}

/** A printed section as a grid of fields: whose initials stand in which box. */
export function PaperEntry({ section }: Props) {
  return <h1>{section.title}</h1>
}
