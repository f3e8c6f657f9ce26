import type { CreditedText } from '#core/rubric.ts'
import type { Block } from './blocks.ts'
import { gap, paragraphs } from './composing.ts'
import { text } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

/** Of a page across: longer lines are hard to read. */
const MEASURE = 0.68
/** More paragraphs than this stand in two columns. */
const ONE_COLUMN = 2

/** Paragraphs that help to answer, each with the mark of where its words come from. */
export function aboutBlocks(about: readonly CreditedText[] | undefined): readonly Block[] {
  if (!about || about.length === 0) return []
  const all = about.map(({ text: said, provenance }, index): Paragraph => ({
    inlines: [text(`${said}\u00A0`, 'noteInk'), { kind: 'provenance', provenance }],
    above: index === 0 ? 0 : 1,
  }))
  if (all.length > ONE_COLUMN) {
    const blocks = all.map((paragraph) => paragraphs(paragraph))
    return [gap(1.6), { kind: 'columns', count: 2, gap: 9, blocks }]
  }
  const columns = [
    { share: MEASURE, blocks: [paragraphs(...all)] },
    { share: 1 - MEASURE, blocks: [] },
  ]
  return [{ kind: 'side', columns, gap: 0, above: 1.2 }]
}
