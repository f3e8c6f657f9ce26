import type { Rubric } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { now } from '#platform/ids.ts'
import { saveFile } from '#platform/saveFile.ts'
import { APP_VERSION } from '#platform/version.ts'
import type { BlankChoices } from './PrintChoices.tsx'

/** The blank rubric as a PDF. The drawing code is read only now. */
export async function makeBlank(input: { rubric: Rubric; choices: BlankChoices; words: Messages }) {
  const { rubric, choices, words } = input
  const { exportBlankRubric } = await import('#paper/exportPdf.ts')
  return exportBlankRubric({
    rubric,
    sectionIds: choices.sections,
    paper: choices.paper,
    boxes: choices.boxes,
    strategyLines: choices.strategyLines,
    words,
    appVersion: APP_VERSION,
    printedAt: new Date(now()).toISOString(),
  })
}

export function savePdf({ name, bytes }: PdfFile) {
  return saveFile({ name, type: 'application/pdf', bytes })
}
