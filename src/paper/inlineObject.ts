import type { ChipLook } from '#core/people.ts'
import type { Provenance } from '#core/rubric.ts'
import { MIDDLE, runMarks, type BoxFor, type Inline, type InlineObject } from './inline.ts'
import { shiftMark, type Mark } from './marks.ts'
import { widthOf, type Measure } from './measure.ts'
import { patternMarks, type Area } from './pattern.ts'
import {
  ACCENT,
  CHIP,
  CHIP_SIZES,
  FORM_LINE,
  HAIR,
  HAIRLINE,
  INK,
  INK_SOFT,
  levelTint,
  POINT,
  STYLES,
  WHITE,
  type Face,
} from './theme.ts'

/** Measures and draws what is not text. */
export function inlineObject(
  inline: Exclude<Inline, { kind: 'text' }>,
  context: { readonly measure: Measure; readonly size: number },
): InlineObject {
  const middle = -MIDDLE * context.size * POINT
  switch (inline.kind) {
    case 'chip':
      return chip(inline, context.measure, middle)
    case 'provenance':
      return provenanceDot(inline.provenance, middle)
    case 'level':
      return levelSquare(inline, context.measure, middle)
    case 'tickBox':
      return tickBox(inline.holds ?? 'tick', middle)
    case 'blank':
      return blank(inline.width)
    case 'tag':
      return tag(inline.words, context.measure, middle)
    case 'badge':
      return badge(inline.words, context.measure, middle)
    case 'pageOf': {
      const { face, size, colour } = STYLES[inline.style]
      const width = 7
      return {
        width,
        leading: 0,
        marks: [{ kind: 'pageNumber', x: width, y: 0, anchor: inline.anchor, face, size, colour }],
      }
    }
  }
}

const TICK_BOX = {
  tick: { width: 3.6, height: 3.6 },
  small: { width: 7, height: 5 },
  initials: { width: 11, height: 5 },
} as const

function tickBox(holds: BoxFor, middle: number): InlineObject {
  const { width, height } = TICK_BOX[holds]
  const line = { width: 0.2, colour: INK_SOFT }
  return {
    width,
    leading: height + 0.8,
    marks: [{ kind: 'box', x: 0, y: middle - height / 2, width, height, line }],
  }
}

const LEAST_BLANK = 12

function blank(width: number | 'rest'): InlineObject {
  const ruled = (toX: number): readonly Mark[] => [
    { kind: 'line', x: 0, y: 0.5, toX, toY: 0.5, width: HAIR * 1.5, colour: FORM_LINE },
  ]
  return width === 'rest'
    ? { width: LEAST_BLANK, leading: 0, marks: ruled(LEAST_BLANK), stretched: ruled }
    : { width, leading: 0, marks: ruled(width) }
}

const TAG = { height: 3.7, padding: 1.1, size: 7.5 } as const

function tag(words: string, measure: Measure, middle: number): InlineObject {
  const runs = measure.runs(words, 'semibold')
  const width = widthOf(runs) * TAG.size * POINT + TAG.padding * 2
  const line = { width: HAIR * 2, colour: ACCENT }
  const box = { x: 0, y: middle - TAG.height / 2, width, height: TAG.height }
  const baseline = middle + MIDDLE * TAG.size * POINT + 0.1
  return {
    width,
    leading: TAG.height + 0.9,
    marks: [
      { kind: 'box', ...box, radius: 0.8, fill: WHITE, line },
      ...runMarks(runs, { size: TAG.size, colour: ACCENT }).map((mark) =>
        shiftMark(mark, TAG.padding, baseline),
      ),
    ],
  }
}

const BADGE = { height: 4, padding: 0.9, size: 8.5 } as const

function badge(words: string, measure: Measure, middle: number): InlineObject {
  const runs = measure.runs(words, 'semibold')
  const letters = widthOf(runs) * BADGE.size * POINT
  const width = Math.max(BADGE.height, letters + BADGE.padding * 2)
  const area = { x: 0, y: middle - BADGE.height / 2, width, height: BADGE.height }
  const baseline = middle + MIDDLE * BADGE.size * POINT + 0.1
  return {
    width,
    leading: BADGE.height + 0.8,
    marks: [
      pill(area, INK),
      ...runMarks(runs, { size: BADGE.size, colour: WHITE }).map((mark) =>
        shiftMark(mark, (width - letters) / 2, baseline),
      ),
    ],
  }
}

const DASHES = { dashed: [1.05, 0.7], dotted: [0, 0.72] } as const

function chip(
  { initials, look, count, size }: Extract<Inline, { kind: 'chip' }>,
  measure: Measure,
  middle: number,
): InlineObject {
  const sizes = CHIP_SIZES[size]
  const runs = measure.runs(initials, CHIP.face)
  const countRuns = count > 1 ? measure.runs(String(count), CHIP.face) : []
  const lettersWidth = widthOf(runs) * sizes.size * POINT
  const countWidth = countRuns.length > 0 ? widthOf(countRuns) * sizes.countSize * POINT + 0.25 : 0
  const width = Math.max(sizes.narrowest, lettersWidth + countWidth + sizes.padding * 2)
  const baseline = middle + MIDDLE * sizes.size * POINT + 0.12
  const lettersX = (width - lettersWidth - countWidth) / 2
  const letters = runMarks(runs, { size: sizes.size, colour: CHIP.ink })
  const raised = runMarks(countRuns, { size: sizes.countSize, colour: CHIP.ink })
  return {
    width,
    leading: sizes.height + sizes.gap,
    marks: [
      ...chipOutline(look, { width, height: sizes.height, middle, pen: sizes.pen }),
      ...letters.map((mark) => shiftMark(mark, lettersX, baseline)),
      ...raised.map((mark) =>
        shiftMark(mark, lettersX + lettersWidth + 0.25, baseline - sizes.height / 4),
      ),
    ],
  }
}

function chipOutline(
  look: ChipLook,
  { width, height, middle, pen }: { width: number; height: number; middle: number; pen: number },
): readonly Mark[] {
  const area = (by: number) => ({
    x: by,
    y: middle - height / 2 + by,
    width: width - by * 2,
    height: height - by * 2,
  })
  const tint = CHIP.tints[look.tint % CHIP.tints.length] ?? WHITE
  const fill = (by: number, colour: string): Mark =>
    look.heavy ? { kind: 'box', ...area(by), fill: colour } : pill(area(by), colour)
  if (look.outline === 'solid') {
    const line = pen * (look.heavy ? 0.62 : 0.3)
    return [fill(0, CHIP.line), fill(line, tint)]
  }
  if (look.outline === 'double') {
    const [line, white] = look.heavy ? [pen * 0.34, pen * 0.38] : [pen * 0.22, pen * 0.3]
    return [
      fill(0, CHIP.line),
      fill(line, WHITE),
      fill(line + white, CHIP.line),
      fill(line * 2 + white, tint),
    ]
  }
  const lineWidth = pen * ((look.heavy ? 0.62 : 0.3) + (look.outline === 'dotted' ? 0.12 : 0))
  const dash = DASHES[look.outline].map((length) => length * pen)
  const line = { width: lineWidth, colour: CHIP.line, dash }
  const box = area(lineWidth / 2)
  const radius = look.heavy ? 0 : box.height / 2
  return [{ kind: 'box', ...box, radius, fill: tint, line }]
}

/** A box with round ends, as one thick line: a fifth of the bytes of its outline. */
function pill({ x, y, width, height }: Area, colour: string): Mark {
  const half = height / 2
  return {
    kind: 'line',
    x: x + half,
    y: y + half,
    toX: x + width - half,
    toY: y + half,
    width: height,
    colour,
    round: true,
  }
}

/** A full, half or open dot, as on screen. */
function provenanceDot(provenance: Provenance, middle: number): InlineObject {
  const radius = 0.85
  const line = 0.22
  const dot = (size: number, colour: string): Mark => ({
    kind: 'line',
    x: radius,
    y: middle,
    toX: radius,
    toY: middle,
    width: size * 2,
    colour,
    round: true,
  })
  const full = dot(radius + line / 2, INK_SOFT)
  const half: readonly Mark[] = [
    {
      kind: 'box',
      x: -0.2,
      y: middle - radius - 0.2,
      width: radius + 0.2,
      height: radius * 2 + 0.4,
      fill: WHITE,
    },
    {
      kind: 'box',
      x: 0,
      y: middle - radius,
      width: radius * 2,
      height: radius * 2,
      radius,
      line: {
        width: line,
        colour: INK_SOFT,
      },
    },
  ]
  const more = {
    source: [],
    adapted: half,
    drafted: [dot(radius - line / 2, WHITE)],
  } satisfies Record<Provenance, readonly Mark[]>
  return { width: radius * 2, leading: 0, marks: [full, ...more[provenance]] }
}

function levelSquare(
  { index, count }: Extract<Inline, { kind: 'level' }>,
  measure: Measure,
  middle: number,
): InlineObject {
  const side = 3.9
  const size = 8
  const face: Face = 'semibold'
  const runs = measure.runs(String(index + 1), face)
  const x = (side - widthOf(runs) * size * POINT) / 2
  const y = middle + MIDDLE * size * POINT + 0.1
  const square = { x: 0, y: middle - side / 2, width: side, height: side }
  const band = { ...square, y: square.y + side - 0.95, height: 0.95 }
  return {
    width: side,
    leading: side + 0.6,
    marks: [
      { kind: 'box', ...square, fill: levelTint(index, count) },
      ...patternMarks(band, { index, count }),
      { kind: 'box', ...square, line: { width: HAIR, colour: HAIRLINE } },
      ...runMarks(runs, { size, colour: INK }).map((mark) => shiftMark(mark, x, y - 0.35)),
    ],
  }
}
