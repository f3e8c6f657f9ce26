import type { Move } from '#core/moves.ts'
import type { Problem } from '#core/problem.ts'
import type { Report } from '#core/report.ts'
import { fail, type Result } from '#core/result.ts'
import { itemsOf } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { Parts } from '#paper/composing.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { now } from '#platform/ids.ts'
import { saveFile } from '#platform/saveFile.ts'
import { APP_VERSION } from '#platform/version.ts'
import { loadRubric } from '#rubrics/catalog.ts'

/** The PDF of a report. The drawing code is read only now; where it is not to be had, that is told. */
export async function makePdf(input: {
  report: Report
  paper: 'letter' | 'a4'
  parts: Parts
  moves: ReadonlyMap<string, readonly Move[]>
  words: Messages
}): Promise<Result<PdfFile, Problem>> {
  const paper = await import('#paper/exportPdf.ts').catch(() => undefined)
  if (!paper) return fail({ kind: 'offlineIncomplete', missing: ['paper'] })
  const questions = input.parts.feedback ? await feedbackQuestions() : new Map<string, string>()
  const printedAt = new Date(now()).toISOString()
  return paper.exportPdf({ ...input, questions, appVersion: APP_VERSION, printedAt })
}

/** The questions about the tool come with the rubric that asks them; without it, answers stand alone. */
async function feedbackQuestions(): Promise<ReadonlyMap<string, string>> {
  const loaded = await loadRubric('workshop-feedback')
  const items = loaded.ok ? itemsOf(loaded.value.rubric, { retired: true }) : []
  return new Map(items.map(({ item }) => [item.id, item.text]))
}

export function savePdf({ name, bytes }: PdfFile) {
  return saveFile({ name, type: 'application/pdf', bytes })
}
