import { Folded } from './Folded.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Part } from './Part.tsx'
import type { PartProps } from './voice.ts'

/** Strong items that nobody has named a strategy for yet: an invitation, not a fault. */
export function WithoutStrategy({ report, of, voice }: PartProps) {
  if (of.withoutStrategy.length === 0) return null
  return (
    <Part title={voice.withoutStrategy(of.rubric.itemNoun)} lead={voice.withoutStrategyLead}>
      <Folded
        first={5}
        lines={of.withoutStrategy.map((item) => (
          <ItemLine key={item.item.id} report={report} of={item} />
        ))}
      />
    </Part>
  )
}
