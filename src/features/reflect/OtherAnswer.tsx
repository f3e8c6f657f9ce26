import { assertNever } from '#core/assert.ts'
import type { Item } from '#core/rubric.ts'
import { ChoiceAnswer } from './ChoiceAnswer.tsx'
import type { ControlProps } from './controlProps.ts'
import { PlacementAnswer } from './PlacementAnswer.tsx'
import { StatusAnswer } from './StatusAnswer.tsx'
import { TableAnswer } from './TableAnswer.tsx'

type OtherItem = Exclude<Item, { kind: 'rating' | 'text' }>

/** The control of an item's kind. A new kind is added here; the compiler asks for it. */
export function OtherAnswer({ item, ...props }: ControlProps & { item: OtherItem }) {
  switch (item.kind) {
    case 'choice':
      return <ChoiceAnswer {...props} item={item} />
    case 'status':
      return <StatusAnswer {...props} />
    case 'table':
      return <TableAnswer {...props} item={item} />
    case 'placement':
      return <PlacementAnswer {...props} item={item} />
    default:
      return assertNever(item)
  }
}
