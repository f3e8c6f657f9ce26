import type { Block, PageSetup } from '#paper/blocks.ts'
import { text } from '#paper/inline.ts'
import { layOut, type LaidDocument } from '#paper/layout.ts'
import type { Mark, PaperPage, TextMark } from '#paper/marks.ts'
import { widthOf, type Measure } from '#paper/measure.ts'
import type { Paragraph } from '#paper/paragraph.ts'
import { POINT, STYLES, type StyleName } from '#paper/theme.ts'

/** A measure that can be worked out by hand: every character is half an em wide. */
export const HALF_EM: Measure = {
  runs: (words, face) =>
    words === '' ? [] : [{ kind: 'glyphs', text: words, face, width: words.length / 2 }],
}

/** Millimetres of a text under `HALF_EM`. */
export function widthOfWords(words: string, style: StyleName): number {
  return widthOf(HALF_EM.runs(words, 'regular')) * STYLES[style].size * POINT
}

/** A small page: 100 × 120 mm, margin 10, one line of footer. */
export function aPage(overrides: Partial<PageSetup> = {}): PageSetup {
  return {
    width: 100,
    height: 120,
    margin: 10,
    running: 'Running',
    footer: {
      left: ['Foot'],
      right: (page, pages) => `${page}/${pages}`,
      fine: ['Fine'],
    },
    watermark: undefined,
    ...overrides,
  }
}

export function words(said: string, more: Partial<Paragraph> = {}): Paragraph {
  return { inlines: [text(said, 'table')], ...more }
}

/** Blocks on small pages. */
export function laid(blocks: readonly Block[], setup: PageSetup = aPage()): LaidDocument {
  return layOut([{ kind: 'page', setup }, ...blocks], HALF_EM)
}

export function textsOf(page: PaperPage | undefined): readonly TextMark[] {
  return (page?.marks ?? []).filter((mark) => mark.kind === 'text')
}

/** The first text mark of a page that says this, or fails. */
export function findText(page: PaperPage | undefined, said: string): TextMark {
  const found = textsOf(page).find((mark) => mark.text === said)
  if (!found) throw new Error(`No "${said}" on the page.`)
  return found
}

/** Left, right, top and bottom of a mark, lines with half their width. */
export function edgesOf(mark: Mark, measure: Measure) {
  switch (mark.kind) {
    case 'text': {
      const em = mark.size * POINT
      const right = mark.x + widthOf(measure.runs(mark.text, mark.face)) * em
      return { left: mark.x, right, top: mark.y - em * 0.75, bottom: mark.y + em * 0.22 }
    }
    case 'line':
      return {
        left: Math.min(mark.x, mark.toX),
        right: Math.max(mark.x, mark.toX),
        top: Math.min(mark.y, mark.toY),
        bottom: Math.max(mark.y, mark.toY),
      }
    default: {
      const { x, y } = mark
      const width = 'width' in mark ? mark.width : 0
      const height = 'height' in mark ? mark.height : 0
      return { left: x, right: x + width, top: y, bottom: y + height }
    }
  }
}

/** The marks that reach into the foot of their page, as words. The foot begins with a line across. */
export function intoFoot(
  document: LaidDocument,
  { margin, measure }: { margin: number; measure: Measure },
): readonly string[] {
  return document.pages.flatMap(({ marks, width }, index) => {
    const across = (mark: Mark) =>
      mark.kind === 'line' && mark.x === margin && Math.abs(mark.toX - (width - margin)) < 0.001
    const foot = marks.findLastIndex(across)
    const line = marks[foot]
    if (!line) return [`page ${index + 1} has no foot`]
    return marks.slice(0, foot).flatMap((mark) => {
      if (mark.kind === 'text' && mark.angle !== undefined) return []
      const { bottom } = edgesOf(mark, measure)
      const said = mark.kind === 'text' ? mark.text : mark.kind
      return bottom > line.y ? [`page ${index + 1}: ${said} at ${bottom.toFixed(1)}`] : []
    })
  })
}

/** The marks that reach beyond the margins, as words. Watermarks stand across the page. */
export function beyondMargins(
  document: LaidDocument,
  { margin, measure }: { margin: number; measure: Measure },
): readonly string[] {
  const slack = 0.35
  return document.pages.flatMap((page, index) =>
    page.marks.flatMap((mark) => {
      if (mark.kind === 'text' && mark.angle !== undefined) return []
      const { left, right, top, bottom } = edgesOf(mark, measure)
      const fits =
        left >= margin - slack &&
        right <= page.width - margin + slack &&
        top >= margin - slack - 1 &&
        bottom <= page.height - margin + slack + 0.5
      const said = mark.kind === 'text' ? mark.text : mark.kind
      const place = [left, right, top, bottom].map((edge) => edge.toFixed(1)).join(' ')
      return fits ? [] : [`page ${index + 1}: ${said} at ${place}`]
    }),
  )
}
