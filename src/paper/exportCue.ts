import type { Problem } from '#core/problem.ts'
import type { Result } from '#core/result.ts'
import { composeCue, type CueCard } from './composeCue.ts'
import type { Rasterize } from './measure.ts'
import type { FontSource } from './paperFonts.ts'
import { fileNameOf, makePdf, type PdfFile } from './pdfFile.ts'

export interface CueInput extends CueCard {
  /** ISO 8601, UTC. */
  readonly printedAt: string
  readonly fonts?: FontSource
  readonly rasterize?: Rasterize
}

/** The facilitator's cue card for a session of some length. */
export async function exportCueCard(input: CueInput): Promise<Result<PdfFile, Problem>> {
  const { plan, words } = input
  const { cue, plans } = words.session
  const title = cue.title(plans[plan.id])
  return makePdf({
    blocks: composeCue(input),
    title,
    author: words.common.product,
    subject: cue.lead,
    lang: words.lang,
    name: fileNameOf([title]),
    printedAt: input.printedAt,
    fonts: input.fonts,
    rasterize: input.rasterize,
  })
}
