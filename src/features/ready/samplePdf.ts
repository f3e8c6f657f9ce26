import { readResponses } from '#core/answer.ts'
import { sealChange } from '#core/change.ts'
import { foldChanges } from '#core/fold.ts'
import type { Problem } from '#core/problem.ts'
import { pinRubricEdit, readReflection } from '#core/reflection.ts'
import { buildReport, type Report } from '#core/report.ts'
import { fail, ok, type Result } from '#core/result.ts'
import type { Messages } from '#messages/messages.ts'
import type { PdfFault } from '#paper/rereadPdf.ts'
import { SAMPLE_RUBRIC, sampleEdits } from '#parts/sampleSitting.ts'
import { localDay } from '#platform/ids.ts'
import { APP_VERSION } from '#platform/version.ts'
import { loadRubric, type LoadedRubric } from '#rubrics/catalog.ts'

const ID = 'ready'

/**
 * Makes the PDF of the sample, in memory, and reads it back. Nothing of it is stored.
 *
 * @param at milliseconds since 1970 UTC
 * @returns what is wrong with it, if anything
 */
export async function checkPdf(
  words: Messages,
  at: number,
): Promise<Result<PdfFault | undefined, Problem>> {
  const loaded = await loadRubric(SAMPLE_RUBRIC)
  if (!loaded.ok) return loaded
  const drawing = await Promise.all([
    import('#paper/exportPdf.ts'),
    import('#paper/rereadPdf.ts'),
  ]).catch(() => undefined)
  if (!drawing) return fail({ kind: 'offlineIncomplete', missing: ['paper'] })
  const [{ exportPdf }, { rereadPdf }] = drawing
  const made = await exportPdf({
    report: sampleReport(loaded.value, at),
    paper: 'letter',
    parts: { summary: true },
    words,
    appVersion: APP_VERSION,
    printedAt: new Date(at).toISOString(),
  })
  return made.ok ? ok(await rereadPdf(made.value)) : made
}

/** The report of the sample, as if it had been made at this moment. */
function sampleReport({ rubric, hash }: LoadedRubric, at: number): Report {
  const edits = [
    pinRubricEdit(ID, { id: rubric.id, hash, order: 0 }),
    ...sampleEdits(ID, localDay(at)),
  ]
  const fold = foldChanges(
    edits.map((edit, seq) =>
      sealChange({ ...edit, v: 1, device: ID, seq, at, tz: 0, reflection: ID, supersedes: [] }),
    ),
  )
  return buildReport({
    reflection: readReflection(fold, ID),
    responses: readResponses(fold),
    rubrics: [{ rubric, hash }],
  })
}
