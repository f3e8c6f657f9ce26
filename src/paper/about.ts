import type { CreditedText } from '#core/rubric.ts'
import type { Block } from './blocks.ts'
import { gap, line, paragraphs, sheet } from './composing.ts'
import { text } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import type { PaperSize } from './theme.ts'

/** Of a page across: longer lines are hard to read. */
const MEASURE = 0.68
/** More paragraphs than this stand in two columns. */
const ONE_COLUMN = 2

/** Help of this length, in letters, may stand between the rows of a table. */
const SHORT_HELP = 420

/** Paragraphs that help to answer, each with the mark of where its words come from. */
export function aboutBlocks(
  about: About,
  paper: PaperSize,
  { isHeading = true } = {},
): readonly Block[] {
  const all = aboutParagraphs(about)
  if (all.length === 0) return []
  if (!isShortHelp(about)) {
    const blocks = all.map((paragraph) => paragraphs(paragraph))
    return [gap(1.6), { kind: 'columns', count: 2, gap: 9, blocks }]
  }
  // Read first, so it stays with what it helps with, if that is a part of the page.
  return [{ kind: 'text', isHeading, paragraphs: narrow(all, paper) }]
}

/** True for help that stands in one column. */
export function isShortHelp(about: About): boolean {
  return (about?.length ?? 0) <= ONE_COLUMN
}

type About = readonly CreditedText[] | undefined

/** The same below a heading on a page across, if it is short enough to stay with it. */
export function aboutInHeading(about: About, paper: PaperSize): readonly Paragraph[] | undefined {
  const length = about?.reduce((sum, { text: said }) => sum + said.length, 0) ?? 0
  if (length > SHORT_HELP) return undefined
  const all = narrow(aboutParagraphs(about), paper)
  return all.length > 0 ? [...all, line('', 'space')] : []
}

/** Paragraphs of a page across, kept from its right end. */
function narrow(all: readonly Paragraph[], paper: PaperSize): readonly Paragraph[] {
  const width = sheet(paper, 'landscape').frame * (1 - MEASURE)
  return all.map((paragraph) => ({ ...paragraph, tail: { inlines: [], width } }))
}

/** The paragraphs themselves, as wide as their frame. */
export function aboutParagraphs(about: About): readonly Paragraph[] {
  return (about ?? []).map(({ text: said, provenance }, index) => ({
    inlines: [text(`${said}\u00A0`, 'noteInk'), { kind: 'provenance', provenance }],
    above: index === 0 ? 0.6 : 1,
  }))
}
