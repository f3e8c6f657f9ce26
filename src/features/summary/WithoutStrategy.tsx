import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from '#parts/Part.tsx'
import type { PartProps } from '#parts/voice.ts'

/** Strong items that nobody has named a strategy for yet: an invitation, not a fault. */
export function WithoutStrategy(part: PartProps) {
  const { of, voice } = part
  if (of.withoutStrategy.length === 0) return null
  return (
    <Part title={voice.withoutStrategy(of.rubric.itemNoun)} lead={voice.withoutStrategyLead}>
      <Folded
        first={5}
        lines={of.withoutStrategy.map((item) => (
          <ItemLine key={item.key} part={part} of={item} withSite />
        ))}
      />
    </Part>
  )
}
