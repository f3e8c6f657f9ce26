import type { Participant } from '#core/reflection.ts'
import type { Item } from '#core/rubric.ts'

/** The ids of what names the control of an item: its text and, while all agree, that it is for all. */
export function groupName({ id }: Item, person: Participant | undefined): string {
  return person ? `text-${id}` : `text-${id} together-${id}`
}
