import type { Family } from '#core/rubric.ts'

/** What rubrics are listed under, in this order. `own`: this hub's, and those that say nothing. */
const FAMILIES = ['hub-leadership', 'network-health', 'improvement', 'workshop', 'own'] as const
export type FamilyName = (typeof FAMILIES)[number]

interface Listed {
  readonly family: Family
  readonly origin: 'shipped' | 'own'
}

/** What a rubric is listed under. */
export function familyOf({ family, origin }: Listed): FamilyName {
  return origin === 'own' ? 'own' : (family ?? 'own')
}

/** Rubrics by family, in the order they came; families without any are left out. */
export function byFamily<Entry extends Listed>(
  entries: readonly Entry[],
): readonly { readonly family: FamilyName; readonly entries: readonly Entry[] }[] {
  return FAMILIES.map((family) => ({
    family,
    entries: entries.filter((entry) => familyOf(entry) === family),
  })).filter((group) => group.entries.length > 0)
}
