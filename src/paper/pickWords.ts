import type { ItemPick } from '#core/itemReport.ts'
import { STATUSES, type Item } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'

/** The words of what was chosen: the rubric's, or the app's for a status. */
export function pickLabel(
  { common }: Messages,
  { id, label }: Pick<ItemPick, 'id' | 'label'>,
): string {
  const status = STATUSES.find((each) => each === id)
  return label ?? (status ? common.statuses[status] : '')
}

/** What an item is called in a narrow place: what stands before its colon, if that is short. */
export function shortName({ text }: Pick<Item, 'text'>): string {
  const [first = '', ...rest] = text.split(':')
  return rest.length > 0 && first.length <= LONGEST_SHORT ? first : text
}

const LONGEST_SHORT = 50
