import { hasWords } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import type { Workshop } from '#core/workshop.ts'

/** True while there is nothing of this rubric to show but its frame. */
export function isBlank(of: RubricReport, { tracks, solutions }: Workshop): boolean {
  const { id } = of.rubric
  const hasNotes = of.sections.some(({ skills }) =>
    skills.some(({ items }) => items.some(({ notes }) => notes.length > 0)),
  )
  return (
    of.coverage.items === 0 &&
    of.strengths.length === 0 &&
    of.growthEdges.length === 0 &&
    of.hiddenAnswers === 0 &&
    !tracks.has(id) &&
    !solutions.some(({ rubricId, text }) => rubricId === id && hasWords(text)) &&
    !hasNotes
  )
}
