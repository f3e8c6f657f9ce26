import type { Problem } from '#core/problem.ts'
import { fail, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { now } from '#platform/ids.ts'
import { saveFile } from '#platform/saveFile.ts'
import { APP_VERSION } from '#platform/version.ts'
import type { BlankChoices } from './PrintChoices.tsx'

/** The blank rubric as a PDF. The drawing code is read only now; where it is not to be had, that is told. */
export async function makeBlank(input: {
  rubric: Rubric
  choices: BlankChoices
  words: Messages
}): Promise<Result<PdfFile, Problem>> {
  const { rubric, choices, words } = input
  const { sections: sectionIds, paper: size, boxes, strategyLines } = choices
  const paper = await import('#paper/exportPdf.ts').catch(() => undefined)
  if (!paper) return fail({ kind: 'offlineIncomplete', missing: ['paper'] })
  return paper.exportBlankRubric({
    rubric,
    sectionIds,
    paper: size,
    boxes,
    strategyLines,
    words,
    appVersion: APP_VERSION,
    printedAt: new Date(now()).toISOString(),
  })
}

export function savePdf({ name, bytes }: PdfFile) {
  return saveFile({ name, type: 'application/pdf', bytes })
}
