import { splitGraphemes } from '#core/text.ts'
import { MIDDLE, runMarks, type Inline, type InlineObject } from './inline.ts'
import { inlineObject } from './inlineObject.ts'
import { shiftMark, type Mark } from './marks.ts'
import { widthOf, type Measure } from './measure.ts'
import { breakable, cleanForPaper } from './paperText.ts'
import { POINT, STYLES, type StyleName } from './theme.ts'

/** Text and objects that flow in lines. Lengths in millimetres. */
export interface Paragraph {
  readonly inlines: readonly Inline[]
  /** Hangs at the left of the first line; the text itself keeps clear of it. */
  readonly lead?: { readonly inlines: readonly Inline[]; readonly width: number }
  /** Stands at the right end of the last line. */
  readonly tail?: { readonly inlines: readonly Inline[]; readonly width: number }
  readonly align?: 'left' | 'right' | 'center'
  /** Shortens with an ellipsis after so many lines. */
  readonly maxLines?: number
  /** Space above, left out at the top of a frame. */
  readonly above?: number
  /** Space between objects, chips above all. */
  readonly gap?: number
}

/** One line, its marks relative to its top left corner. */
export interface Line {
  readonly height: number
  readonly marks: readonly Mark[]
  /** Space above it, left out at the top of a frame. */
  readonly above: number
}

const ELLIPSIS = '…'
const SHORTEST_LINE = 4
/** More between objects that are written apart. */
const WIDE_GAP = 2

type Joint = 'none' | 'break' | 'space' | 'line'

/** The smallest thing that is set: a piece of a word, or an object. */
interface Unit {
  readonly before: Joint
  readonly width: number
  readonly style: StyleName
  readonly text: string
  readonly object: InlineObject | undefined
}

/** Breaks a paragraph into lines of at most `width` millimetres. */
export function layParagraph(
  paragraph: Paragraph,
  width: number,
  measure: Measure,
): readonly Line[] {
  const indent = paragraph.lead?.width ?? 0
  const units = unitsOf(paragraph, measure)
  const tailWidth = paragraph.tail?.width ?? 0
  const room = Math.max(SHORTEST_LINE, width - indent - tailWidth)
  const gap = paragraph.gap ?? 0
  const all = breakLines(units, { room, gap, measure })
  const lines = shorten(all, { room, gap, measure, maxLines: paragraph.maxLines ?? Infinity })
  const align = paragraph.align ?? 'left'
  return lines.map((line, index) => {
    const lead = index === 0 ? sideUnits(paragraph.lead, measure) : []
    const tail = index === lines.length - 1 ? sideUnits(paragraph.tail, measure) : []
    const laid = setLine(line, { room, gap, measure, align, fallback: firstStyle(paragraph) })
    const laidLead = setLine(lead, {
      room: indent,
      gap,
      measure,
      align: 'left',
      fallback: firstStyle(paragraph),
    })
    const laidTail = setLine(tail, {
      room: tailWidth,
      gap,
      measure,
      align: 'right',
      fallback: firstStyle(paragraph),
    })
    // Lead and tail stand on the baseline of the line they belong to.
    const drop = (side: SetLine) => laid.baseline - side.baseline
    return {
      height: laid.height,
      above: index === 0 ? (paragraph.above ?? 0) : 0,
      marks: [
        ...laidLead.marks.map((mark) => shiftMark(mark, 0, drop(laidLead))),
        ...laid.marks.map((mark) => shiftMark(mark, indent, 0)),
        ...laidTail.marks.map((mark) => shiftMark(mark, indent + room, drop(laidTail))),
      ],
    }
  })
}

/** How wide a paragraph is in one line, in millimetres, without what hangs beside it. */
export function naturalWidth(paragraph: Paragraph, measure: Measure): number {
  const context = { room: Infinity, gap: paragraph.gap ?? 0, measure }
  return lineWidth(unitsOf(paragraph, measure), context)
}

function firstStyle({ inlines }: Paragraph): StyleName {
  const found = inlines.find((inline) => inline.kind === 'text')
  return found?.kind === 'text' ? found.style : 'table'
}

function sideUnits(
  side: Pick<Paragraph, 'inlines'> | undefined,
  measure: Measure,
): readonly Unit[] {
  return side ? unitsOf(side, measure) : []
}

// --- Units ----------------------------------------------------------------------------------------

function unitsOf({ inlines }: Pick<Paragraph, 'inlines'>, measure: Measure): readonly Unit[] {
  const units: Unit[] = []
  let joint: Joint = 'none'
  let opens = false
  let style: StyleName = inlines.find((inline) => inline.kind === 'text')?.style ?? 'table'
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      const object = inlineObject(inline, { measure, size: STYLES[style].size })
      const isFree = joint === 'none' && units.length > 0 && inline.kind !== 'provenance'
      units.push({
        before: isFree && !opens ? 'break' : joint,
        width: object.width,
        style,
        text: '',
        object,
      })
      // The number of a box opens a list of people and stays with the first of them.
      opens = inline.kind === 'level'
      // The words after a box belong to it.
      joint = opens || inline.kind === 'tickBox' ? 'none' : 'break'
      continue
    }
    style = inline.style
    opens = false
    for (const part of cleanForPaper(inline.text).split(/([ \n])/)) {
      if (part === '\n') joint = 'line'
      else if (part === ' ') joint = joint === 'line' ? 'line' : 'space'
      else if (part !== '') {
        breakable(part).forEach((piece, index) => {
          const before = index === 0 ? joint : 'break'
          units.push(textUnit({ text: piece, before, style }, measure))
        })
        joint = 'none'
      }
    }
  }
  return units
}

function textUnit(
  { text, before, style }: { text: string; before: Joint; style: StyleName },
  measure: Measure,
): Unit {
  const { face, size } = STYLES[style]
  const width = widthOf(measure.runs(text, face)) * size * POINT
  return { before, width, style, text, object: undefined }
}

function spaceWidth(style: StyleName, measure: Measure): number {
  const { face, size } = STYLES[style]
  return widthOf(measure.runs(' ', face)) * size * POINT
}

/** The space between a unit and the one before it in the same line. */
function spaceBefore(
  unit: Unit,
  previous: Unit | undefined,
  context: { gap: number; measure: Measure },
): number {
  if (!previous) return 0
  if (unit.object && previous.object) {
    return unit.before === 'space' ? context.gap + WIDE_GAP : context.gap
  }
  return unit.before === 'space' ? spaceWidth(previous.style, context.measure) : 0
}

// --- Breaking -------------------------------------------------------------------------------------

interface BreakContext {
  readonly room: number
  readonly gap: number
  readonly measure: Measure
}

function breakLines(units: readonly Unit[], context: BreakContext): readonly (readonly Unit[])[] {
  const lines: Unit[][] = [[]]
  let used = 0
  const newLine = () => {
    lines.push([])
    used = 0
  }
  for (const group of groupsOf(units)) {
    const [first] = group
    if (!first) continue
    let line = lines.at(-1) ?? []
    const width = lineWidth(group, context)
    const space = spaceBefore(first, line.at(-1), context)
    if (first.before === 'line' || (line.length > 0 && used + space + width > context.room)) {
      newLine()
      line = lines.at(-1) ?? []
    }
    if (width <= context.room) {
      used += spaceBefore(first, line.at(-1), context) + width
      line.push(...group)
      continue
    }
    for (const unit of group.flatMap((long) => splitLong(long, context))) {
      if (used + unit.width > context.room && (lines.at(-1)?.length ?? 0) > 0) newLine()
      lines.at(-1)?.push(unit)
      used += unit.width
    }
  }
  return lines
}

/** Units that may not be parted. */
function groupsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const groups: Unit[][] = []
  for (const unit of units) {
    const last = groups.at(-1)
    if (last && unit.before === 'none') last.push(unit)
    else groups.push([unit])
  }
  return groups
}

/** A word wider than the line, in single characters. */
function splitLong(unit: Unit, { measure }: BreakContext): readonly Unit[] {
  if (unit.object) return [unit]
  return splitGraphemes(unit.text).map((text, index) =>
    textUnit({ text, before: index === 0 ? unit.before : 'none', style: unit.style }, measure),
  )
}

function shorten(
  lines: readonly (readonly Unit[])[],
  context: BreakContext & { maxLines: number },
): readonly (readonly Unit[])[] {
  if (lines.length <= context.maxLines) return lines
  const kept = lines.slice(0, context.maxLines)
  const last = [...(kept.pop() ?? [])]
  const style = last.at(-1)?.style ?? 'table'
  const dots = textUnit({ text: ELLIPSIS, before: 'none', style }, context.measure)
  while (last.length > 1 && lineWidth(last, context) + dots.width > context.room) last.pop()
  return [...kept, [...last, dots]]
}

function lineWidth(line: readonly Unit[], context: BreakContext): number {
  return line.reduce(
    (sum, unit, index) => sum + spaceBefore(unit, line[index - 1], context) + unit.width,
    0,
  )
}

// --- Setting --------------------------------------------------------------------------------------

interface SetContext extends BreakContext {
  readonly align: 'left' | 'right' | 'center'
  /** The style of a line that has no units. */
  readonly fallback: StyleName
}

interface SetLine {
  readonly height: number
  readonly baseline: number
  readonly marks: readonly Mark[]
}

function setLine(line: readonly Unit[], context: SetContext): SetLine {
  const styles = new Set(line.map(({ style }) => style))
  if (styles.size === 0) styles.add(context.fallback)
  const all = [...styles].map((name) => STYLES[name])
  const height = Math.max(
    ...all.map((style) => style.leading),
    ...line.map(({ object }) => object?.leading ?? 0),
  )
  const baseline = height / 2 + Math.max(...all.map(({ size }) => MIDDLE * size * POINT))
  const free = Math.max(0, context.room - lineWidth(line, context))
  const stretching = line.filter(({ object }) => object?.stretched).length
  const set = stretching > 0 ? line.map((unit) => stretchUnit(unit, free / stretching)) : line
  const slack = context.room - lineWidth(set, context)
  let x = context.align === 'left' ? 0 : context.align === 'right' ? slack : slack / 2
  const marks: Mark[] = []
  for (const stretch of sameStyle(set)) {
    const [first] = stretch
    if (!first) continue
    x += spaceBefore(first, set[set.indexOf(first) - 1], context)
    const { marks: drawn, width } = setStretch(stretch, context)
    marks.push(...drawn.map((mark) => shiftMark(mark, x, baseline)))
    x += width
  }
  return { height, baseline, marks }
}

/** A unit that takes what is left of its line. */
function stretchUnit(unit: Unit, more: number): Unit {
  const { object } = unit
  if (!object?.stretched) return unit
  const width = unit.width + more
  return { ...unit, width, object: { ...object, width, marks: object.stretched(width) } }
}

/** Neighbouring pieces of text in one style, so that each is drawn at one go. */
function sameStyle(line: readonly Unit[]): readonly (readonly Unit[])[] {
  const stretches: Unit[][] = []
  for (const unit of line) {
    const last = stretches.at(-1)
    const previous = last?.at(-1)
    if (last && previous && !previous.object && !unit.object && previous.style === unit.style) {
      last.push(unit)
    } else stretches.push([unit])
  }
  return stretches
}

function setStretch(
  stretch: readonly Unit[],
  { measure }: SetContext,
): { marks: readonly Mark[]; width: number } {
  const [first] = stretch
  if (first?.object) return { marks: first.object.marks, width: first.width }
  const text = stretch
    .map((unit, index) => (index > 0 && unit.before === 'space' ? ` ${unit.text}` : unit.text))
    .join('')
  const { face, size, colour } = STYLES[first?.style ?? 'table']
  const runs = measure.runs(text, face)
  return { marks: runMarks(runs, { size, colour }), width: widthOf(runs) * size * POINT }
}
