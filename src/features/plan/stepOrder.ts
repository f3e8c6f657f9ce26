import type { Edit } from '#core/change.ts'
import { fieldEdits, type NextStep } from '#core/reflection.ts'

/** Steps by where they stand: open ones of an earlier sitting come first. */
export function splitSteps(steps: readonly NextStep[]): {
  carried: readonly NextStep[]
  own: readonly NextStep[]
} {
  return {
    carried: steps.filter(({ carried }) => carried !== ''),
    own: steps.filter(({ carried }) => carried === ''),
  }
}

/**
 * Moves a step one place up or down among those of its kind. All places are counted anew, so that
 * two that had the same place on two devices come apart.
 */
export function moveStepEdits(steps: readonly NextStep[], id: string, by: -1 | 1): readonly Edit[] {
  const { carried, own } = splitSteps(steps)
  const group = own.some((step) => step.id === id) ? own : carried
  const from = group.findIndex((step) => step.id === id)
  const other = group[from + by]
  const moved = group[from]
  if (!moved || !other) return []
  const swapped = group.map((step) => (step === moved ? other : step === other ? moved : step))
  const all = group === own ? [...carried, ...swapped] : [...swapped, ...own]
  return all.flatMap((step, index) => fieldEdits('nextStep', step.id, { order: index + 1 }))
}

/** The place after the last one. */
export function nextOrder(steps: readonly NextStep[]): number {
  return Math.max(0, ...steps.map(({ order }) => order)) + 1
}
