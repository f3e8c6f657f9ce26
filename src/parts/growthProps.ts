import type { GrowthEdge } from '#core/reflection.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { PartProps } from './voice.ts'

/** What the part about growing is made from: a part of the page where people write. */
export interface GrowthProps extends PartProps {
  store: ReflectionStore
  lead?: string
  /** A name for links within the page. */
  anchor?: string
}

/** What one growth edge is shown from. */
export interface EdgeProps {
  edge: GrowthEdge
  /** What it is called: the name of its skill. */
  name: string
  part: GrowthProps
  onRemove: () => void
}
