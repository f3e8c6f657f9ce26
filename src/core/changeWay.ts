import { TEAM, type Response } from './answer.ts'
import type { Edit } from './change.ts'
import { isGiven } from './itemReport.ts'
import { isAnsweredEach, isPrivate } from './privacy.ts'
import { fieldEdits, type Reflection, type WayToRate } from './reflection.ts'
import { isTogether, itemsOf, type Rubric } from './rubric.ts'
import { revealEdits } from './workshop.ts'

// Another way to rate for a sitting under way. Marks stay; what everyone has seen stays seen.

interface Sitting {
  readonly reflection: Reflection
  readonly responses: readonly Response[]
  readonly rubrics: readonly Rubric[]
}

/**
 * The edits that choose another way to rate. Marks that were open until now stay open: rating in
 * private goes on from there with the sections that have none.
 */
export function changeWayEdits(sitting: Sitting, way: WayToRate): readonly Edit[] {
  const { reflection, rubrics } = sitting
  const chosen = fieldEdits('reflection', reflection.id, { way })
  if (way !== 'private' || reflection.way === 'private') return chosen
  const shown = rubrics.flatMap((rubric) => {
    const marked = markedSections(sitting, rubric)
    return marked.length > 0 ? revealEdits(reflection.id, rubric.id, marked) : []
  })
  return [...chosen, ...shown]
}

/**
 * True if people gave marks in private that another way to rate would show to all at once; in sections
 * left out as well, which may come back.
 */
export function hidesMarks(sitting: Sitting): boolean {
  const { reflection, rubrics } = sitting
  return rubrics.some((rubric) => {
    const hidden = rubric.sections
      .filter((section) => isPrivate(reflection, rubric.id, section))
      .map(({ id }) => id)
    return markedSections(sitting, rubric).some((id) => hidden.includes(id))
  })
}

/** The sections with an answer that somebody gave for themselves. */
function markedSections({ responses }: Sitting, rubric: Rubric): readonly string[] {
  const answered = new Set(
    responses
      .filter(({ participantId }) => participantId !== TEAM)
      .filter(({ rubricId, answer }) => rubricId === rubric.id && isGiven(answer))
      .map(({ itemId }) => itemId),
  )
  const marked = itemsOf(rubric, { retired: true }).flatMap(({ item, section }) =>
    answered.has(item.id) && !isTogether(item) && isAnsweredEach(section) ? [section.id] : [],
  )
  return [...new Set(marked)]
}
