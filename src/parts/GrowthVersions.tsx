import type { GrowthEdge } from '#core/reflection.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { OtherVersions } from './OtherVersions.tsx'

/** Two devices wrote different words in one field: all of them stand here until someone chooses. */
export function GrowthVersions({ edge, store }: { edge: GrowthEdge; store: ReflectionStore }) {
  return edge.conflicts
    .filter(({ field }) => field === 'hard' || field === 'borrowed')
    .map((conflict) => (
      <OtherVersions
        key={conflict.field}
        {...{ store, conflict }}
        kind="growthEdge"
        record={edge.id}
      />
    ))
}
