import type { PageSetup } from './blocks.ts'
import { runMarks } from './inline.ts'
import { shiftMark, type Mark } from './marks.ts'
import { widthOf, type Measure } from './measure.ts'
import { layParagraph } from './paragraph.ts'
import { cleanForPaper } from './paperText.ts'
import { HAIR, HAIRLINE, POINT, STYLES, WATERMARK, type StyleName } from './theme.ts'
import { heightOf, layParagraphs, stackLines } from './tableRows.ts'

/** What the head of a page takes, from the second page on. */
export const HEADER_HEIGHT = 8
/** Between the text and the footer. */
export const FOOT_GAP = 3
const FOOT_RULE = 1.6
const NUMBER_WIDTH = 30
const CODE_SIZE = 5.5
const CODE_WIDTH = 42

/** The footer's height, its rule included. */
export function footerHeight(setup: PageSetup, measure: Measure): number {
  return FOOT_RULE + heightOf(footerLines(setup, measure))
}

/** Rule, whose and which rubric at the left, page n of N at the right, the fine print below. */
export function footerMarks(
  setup: PageSetup,
  numbers: { readonly page: number; readonly pages: number },
  measure: Measure,
): readonly Mark[] {
  const width = setup.width - setup.margin * 2
  const lines = footerLines(setup, measure)
  const top = setup.height - setup.margin - FOOT_RULE - heightOf(lines)
  const number = layParagraph(
    line(setup.footer.right(numbers.page, numbers.pages), 'running', 'right'),
    NUMBER_WIDTH,
    measure,
  )
  const place = (marks: readonly Mark[], x: number, y: number) =>
    marks.map((mark) => shiftMark(mark, setup.margin + x, top + y))
  return [
    { ...hair(setup.margin, width), y: top, toY: top },
    ...place(stackLines(lines), 0, FOOT_RULE),
    ...place(stackLines(number), width - NUMBER_WIDTH, FOOT_RULE),
    ...codeMarks(setup, numbers.page, measure),
  ]
}

function footerLines(setup: PageSetup, measure: Measure) {
  const width = setup.width - setup.margin * 2
  const fine = line(setup.footer.fine.join(SEPARATOR), 'fine')
  const left = oneLine(setup.footer.left, width - NUMBER_WIDTH, measure)
  const room = setup.footer.code ? width - CODE_WIDTH : width
  return [
    ...layParagraphs([line(left, 'running')], width, measure),
    ...layParagraphs([fine], room, measure),
  ]
}

/** Joins the parts with dots; if they are too long together, the longest gives way. */
function oneLine(parts: readonly string[], width: number, measure: Measure): string {
  const kept = parts.map(cleanForPaper).filter((part) => part !== '')
  const fits = () => textWidth(kept.join(SEPARATOR), 'running', measure) <= width
  while (!fits()) {
    const longest = kept.reduce(
      (most, part, at) => (part.length > (kept[most] ?? '').length ? at : most),
      0,
    )
    const text = kept[longest] ?? ''
    if (text.length < 8) break
    kept[longest] = `${text.slice(0, -4).trimEnd()}…`
  }
  return kept.join(SEPARATOR)
}

const SEPARATOR = ' · '

function textWidth(words: string, style: StyleName, measure: Measure): number {
  const { face, size } = STYLES[style]
  return widthOf(measure.runs(words, face)) * size * POINT
}

function codeMarks(setup: PageSetup, page: number, measure: Measure): readonly Mark[] {
  const code = setup.footer.code?.(page)
  if (code === undefined) return []
  const runs = measure.runs(code, 'regular')
  const x = setup.width - setup.margin - widthOf(runs) * CODE_SIZE * POINT
  const y = setup.height - setup.margin - 0.6
  return runMarks(runs, { size: CODE_SIZE, colour: STYLES.fine.colour }).map((mark) =>
    shiftMark(mark, x, y),
  )
}

/** The section at the left, the document at the right, a rule below. */
export function headerMarks(setup: PageSetup, section: string, measure: Measure): readonly Mark[] {
  const width = setup.width - setup.margin * 2
  const half = width / 2 - 3
  const left = layParagraph({ ...line(section, 'runningStrong'), maxLines: 1 }, half, measure)
  const right = layParagraph(
    { ...line(setup.running, 'running', 'right'), maxLines: 1 },
    half,
    measure,
  )
  const place = (marks: readonly Mark[], x: number) =>
    marks.map((mark) => shiftMark(mark, setup.margin + x, setup.margin))
  const y = setup.margin + 4.4
  return [
    ...place(stackLines(left), 0),
    ...place(stackLines(right), width - half),
    { ...hair(setup.margin, width), y, toY: y },
  ]
}

/** A pale word across the page, under everything else. */
export function watermarkMarks(setup: PageSetup, measure: Measure): readonly Mark[] {
  if (setup.watermark === undefined) return []
  const size = 110
  const width = widthOf(measure.runs(setup.watermark, 'serif')) * size * POINT
  const angle = (Math.atan2(setup.height, setup.width) * 180) / Math.PI
  const turn = (angle * Math.PI) / 180
  return [
    {
      kind: 'text',
      x: setup.width / 2 - (Math.cos(turn) * width) / 2 + (Math.sin(turn) * size * POINT) / 4,
      y: setup.height / 2 + (Math.sin(turn) * width) / 2 + (Math.cos(turn) * size * POINT) / 4,
      text: setup.watermark,
      face: 'serif',
      size,
      colour: WATERMARK,
      angle,
    },
  ]
}

function line(words: string, style: StyleName, align: 'left' | 'right' = 'left') {
  return { inlines: [{ kind: 'text' as const, text: words, style }], align }
}

function hair(x: number, width: number) {
  return { kind: 'line' as const, x, toX: x + width, width: HAIR, colour: HAIRLINE }
}
