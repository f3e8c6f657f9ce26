import { isNameless } from '#core/anonymous.ts'
import type { Move } from '#core/moves.ts'
import type { Problem } from '#core/problem.ts'
import type { Report } from '#core/report.ts'
import { fail, type Result } from '#core/result.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import { composeBlank } from './composeBlank.ts'
import { composeReflection } from './composeReflection.ts'
import { isAlone, type Parts } from './composing.ts'
import type { Rasterize } from './measure.ts'
import type { FontSource } from './paperFonts.ts'
import { cleanForPaper, isCovered, stretchesOf } from './paperText.ts'
import { fileNameOf, fingerprintOf, makePdf, type PdfFile } from './pdfFile.ts'
import { reportTexts } from './reportTexts.ts'
import type { PaperSize } from './theme.ts'

// The room's door: features load it lazily, and with it jsPDF and the fonts.

export interface ExportInput {
  readonly report: Report
  readonly paper: PaperSize
  /** `summary` alone is the one page to hand out. */
  readonly parts: Parts
  /** Who moved a mark after the reveal: by rubric id. */
  readonly moves?: ReadonlyMap<string, readonly Move[]>
  /** What is asked about the tool: by id of the question. */
  readonly questions?: ReadonlyMap<string, string>
  readonly words: Messages
  readonly appVersion: string
  /** ISO 8601, UTC. */
  readonly printedAt: string
  /** Our own faces if left out. */
  readonly fonts?: FontSource
  /** Letters of the device; the browser's canvas, where there is one, if left out. */
  readonly rasterize?: Rasterize
}

/** The PDF of a reflection: the parts that are chosen, of every rubric of the report. */
export async function exportPdf(input: ExportInput): Promise<Result<PdfFile, Problem>> {
  const { report, words, printedAt } = input
  const { reflection } = report
  if (report.rubrics.length === 0) {
    return fail({ kind: 'rubricMissing', rubricId: reflection.rubrics[0]?.rubricId ?? '' })
  }
  const alone = isAlone(reflection)
  const titles = report.rubrics.map(({ rubric }) => rubric.title.text)
  const kicker = words.paper.voices[reflection.mode].kicker
  const who = reflection.team || (alone ? '' : words.paper.unnamedTeam)
  return makePdf({
    blocks: composeReflection(input),
    title: [kicker, titles.join(', '), alone ? '' : who].filter((part) => part !== '').join(': '),
    author: who || words.common.product,
    subject: words.paper.subject,
    lang: words.lang,
    name: fileNameOf([
      // First, so that no long name pushes it out.
      reflection.sample ? words.paper.sample : '',
      isNameless(report) ? words.paper.fileName.withoutNames : '',
      // A leader's own name stays out of file names.
      alone ? words.paper.fileName.reflection : who,
      words.paper.fileName.rubrics(report.rubrics.map(({ rubric }) => rubric.shortTitle)),
      reflection.date,
    ]),
    printedAt,
    fonts: input.fonts,
    rasterize: input.rasterize,
  })
}

export interface BlankInput {
  readonly rubric: Rubric
  /** The sections printed; all of them if left out. */
  readonly sectionIds?: readonly string[]
  readonly paper: PaperSize
  /** `large` boxes hold the initials of more than six people. */
  readonly boxes: 'usual' | 'large'
  /** Ruled lines for strategy and evidence under each row. */
  readonly strategyLines: boolean
  readonly words: Messages
  readonly appVersion: string
  /** ISO 8601, UTC. */
  readonly printedAt: string
  readonly fonts?: FontSource
  readonly rasterize?: Rasterize
}

/** The blank rubric: a form to fill in by hand, from the same definition as the screen. */
export async function exportBlankRubric(input: BlankInput): Promise<Result<PdfFile, Problem>> {
  const { rubric, words } = input
  const { sectionIds, paper, boxes, strategyLines, appVersion } = input
  return makePdf({
    blocks: composeBlank({
      rubric,
      sectionIds,
      paper,
      boxes,
      strategyLines,
      words,
      appVersion,
      fingerprint: fingerprintOf(JSON.parse(JSON.stringify(rubric))),
    }),
    title: `${words.paper.blank.title}: ${rubric.title.text}`,
    author: words.common.product,
    subject: words.paper.blankSubject,
    lang: rubric.lang,
    name: fileNameOf([words.paper.fileName.blank, rubric.shortTitle]),
    printedAt: input.printedAt,
    fonts: input.fonts,
    rasterize: input.rasterize,
  })
}

/**
 * What our fonts cannot draw in a report, and where it stands: told before a PDF is saved. Each of
 * these is drawn as a picture with the device's own letters.
 */
export async function undrawable(
  report: Report,
  words: Messages,
): Promise<readonly { text: string; where: string }[]> {
  return reportTexts(report, words).flatMap(({ text, where }) =>
    [
      ...new Set(
        stretchesOf(cleanForPaper(text), isCovered)
          .filter(({ drawable }) => !drawable)
          .map((stretch) => stretch.text),
      ),
    ].map((found) => ({ text: found, where })),
  )
}
