import type { Problem } from '#core/problem.ts'
import type { Report } from '#core/report.ts'
import { fail, type Result } from '#core/result.ts'
import type { Messages } from '#messages/messages.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { now } from '#platform/ids.ts'
import { saveFile } from '#platform/saveFile.ts'
import { APP_VERSION } from '#platform/version.ts'

export const PARTS = ['summary', 'catalogue', 'rubric'] as const
export type Parts = Record<(typeof PARTS)[number], boolean>

/** The PDF of a report. The drawing code is read only now; where it is not to be had, that is told. */
export async function makePdf(input: {
  report: Report
  paper: 'letter' | 'a4'
  parts: Parts
  words: Messages
}): Promise<Result<PdfFile, Problem>> {
  const paper = await import('#paper/exportPdf.ts').catch(() => undefined)
  if (!paper) return fail({ kind: 'offlineIncomplete', missing: ['paper'] })
  const printedAt = new Date(now()).toISOString()
  return paper.exportPdf({ ...input, appVersion: APP_VERSION, printedAt })
}

export function savePdf({ name, bytes }: PdfFile) {
  return saveFile({ name, type: 'application/pdf', bytes })
}
