import { foldText } from '#core/playbook.ts'
import type { Reflection } from '#core/reflection.ts'
import type { ReflectionHeader } from '#storage/headers.ts'

/**
 * The sittings on this device that this one can be put beside: of the same team, with the same rubric,
 * and not later; the oldest first. The one it started from is among them, whatever its team is called.
 */
export function earlierSittings(
  headers: readonly ReflectionHeader[],
  reflection: Reflection,
  rubricId: string,
): readonly ReflectionHeader[] {
  const { id, mode, team, date, sample, workshop } = reflection
  const isSameTeam = (header: ReflectionHeader) =>
    header.mode === mode && header.sample === sample && foldText(header.team) === foldText(team)
  return headers
    .filter(
      (header) =>
        header.id !== id &&
        (header.id === workshop.after ||
          (header.rubricIds.includes(rubricId) &&
            isSameTeam(header) &&
            (header.date === '' || date === '' || header.date <= date))),
    )
    .toSorted(
      (a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)) || a.changedAt - b.changedAt,
    )
}
