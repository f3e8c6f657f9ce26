import type { MapFlag, MapZone, PaperMap } from './blocks.ts'
import type { Piece } from './flow.ts'
import { text } from './inline.ts'
import { overlap, placeLabels, spreadDots, type Point, type Rect } from './mapPlaces.ts'
import { shiftMark, type Mark } from './marks.ts'
import type { Measure } from './measure.ts'
import { layParagraph, naturalWidth, type Paragraph } from './paragraph.ts'
import { heightOf, layParagraphs, stackLines } from './tableRows.ts'
import { FORM_HAIR, FORM_LINE, HAIR, HAIRLINE, INK, INK_SOFT, WHITE, ZONE_TINT } from './theme.ts'

/** For the words of the axis at the left. */
const GUTTER = 25
const GUTTER_GAP = 2.5
const AXIS_GAP = 1.6
const AXIS_PEN = 0.45
const ARROW = 1.9
const ZONE_PADDING = 1.5
const ZONE_RADIUS = 1.6
const LABEL_PADDING = 0.9
const DOT = 1.9
/** How near two dots, or two pins, may lie. */
const DOT_ROOM = 2.6
const PIN = 4.6

/** A map at its full width: words of the axes at the left and below, zones and flags in the field. */
export function mapPiece(
  { map, height }: { readonly map: PaperMap; readonly height: number },
  width: number,
  measure: Measure,
): Piece {
  const field: Rect = { x: GUTTER + GUTTER_GAP, y: 0, width: width - GUTTER - GUTTER_GAP, height }
  const nearest = map.flags.some(({ isPin }) => isPin) ? PIN : DOT_ROOM
  const points = map.flags.map((flag) => flag.points.map((point) => pointIn(field, point)))
  const names = zoneNames(map.zones, {
    field,
    dots: points.flat(),
    reach: nearest / 2,
    measure,
  })
  const taken = names.map(({ area }) => area)
  const homes = map.zones.map((zone) => rectOf(zone, field))
  const dots = spreadDots(points, { field, nearest, taken, homes })
  const flags = [
    ...flagMarks(map.flags, dots, { field, taken, measure }),
    ...pinMarks(map.flags, dots, measure),
  ]
  const across = acrossWords(map, field, measure)
  return {
    height: height + AXIS_GAP + across.height,
    above: 0,
    marks: [
      ...map.zones.map((zone) => zoneMark(zone, field, map.isForm)),
      ...axisLines(field),
      ...upWords(map, height, measure),
      ...across.marks,
      ...names.flatMap(({ marks }) => marks),
      ...flags,
    ],
  }
}

/** Where a point of the map, in percent from its lower left corner, lies on the page. */
function pointIn(field: Rect, { x, y }: Point): Point {
  return {
    x: field.x + (x / 100) * field.width,
    y: field.y + (1 - y / 100) * field.height,
  }
}

function rectOf({ area }: MapZone, field: Rect): Rect {
  const { x, y } = pointIn(field, { x: area.left, y: area.top })
  const end = pointIn(field, { x: area.right, y: area.bottom })
  return { x, y, width: end.x - x, height: end.y - y }
}

// --- Axes -----------------------------------------------------------------------------------------

function axisLines({ x, y, width, height }: Rect): readonly Mark[] {
  const foot = y + height
  const line = (from: Point, to: Point): Mark => ({
    kind: 'line',
    x: from.x,
    y: from.y,
    toX: to.x,
    toY: to.y,
    width: AXIS_PEN,
    colour: INK_SOFT,
    round: true,
  })
  const top = { x, y }
  const end = { x: x + width, y: foot }
  return [
    line({ x, y: foot }, top),
    line({ x, y: foot }, end),
    line(top, { x: x - ARROW / 2, y: y + ARROW }),
    line(top, { x: x + ARROW / 2, y: y + ARROW }),
    line(end, { x: end.x - ARROW, y: foot - ARROW / 2 }),
    line(end, { x: end.x - ARROW, y: foot + ARROW / 2 }),
  ]
}

/** High at the top, the name of the axis in the middle, low at the foot, all at the axis. */
function upWords({ up }: PaperMap, height: number, measure: Measure): readonly Mark[] {
  const all = [axisWords(up.high, 'end'), axisWords(up.label, 'name'), axisWords(up.low, 'end')]
  return all.flatMap((paragraph, index) => {
    const lines = layParagraph({ ...paragraph, align: 'right' }, GUTTER, measure)
    const y = ((height - heightOf(lines)) * index) / 2
    return stackLines(lines).map((mark) => shiftMark(mark, 0, y))
  })
}

/** Low at the left, the name of the axis in the middle, high at the right. */
function acrossWords({ across }: PaperMap, field: Rect, measure: Measure) {
  const room = field.width / 3
  const columns = [
    { ...axisWords(across.low, 'end'), align: 'left' as const },
    { ...axisWords(across.label, 'name'), align: 'center' as const },
    { ...axisWords(across.high, 'end'), align: 'right' as const },
  ].map((paragraph) => layParagraph(paragraph, room - 2, measure))
  const top = field.height + AXIS_GAP
  const marks = columns.flatMap((lines, index) =>
    stackLines(lines).map((mark) => shiftMark(mark, field.x + index * (room + 1), top)),
  )
  return { height: Math.max(...columns.map(heightOf)), marks }
}

function axisWords(words: string, part: 'name' | 'end'): Paragraph {
  return { inlines: [text(words, part === 'name' ? 'noteStrong' : 'note')] }
}

// --- Zones ----------------------------------------------------------------------------------------

function zoneMark(zone: MapZone, field: Rect, isForm: boolean): Mark {
  const area = rectOf(zone, field)
  const radius = Math.min(ZONE_RADIUS, area.width / 2, area.height / 2)
  return isForm
    ? { kind: 'box', ...area, radius, line: { width: FORM_HAIR, colour: FORM_LINE } }
    : { kind: 'box', ...area, radius, fill: ZONE_TINT, line: { width: HAIR, colour: HAIRLINE } }
}

interface ZoneName {
  readonly area: Rect
  readonly marks: readonly Mark[]
}

/**
 * Letter and name of each zone in a corner where no other zone and no dot lies; the letter alone in a
 * small one.
 */
function zoneNames(
  zones: readonly MapZone[],
  {
    field,
    dots,
    reach,
    measure,
  }: { field: Rect; dots: readonly Point[]; reach: number; measure: Measure },
): readonly ZoneName[] {
  const areas = zones.map((zone) => rectOf(zone, field))
  const points = dots.map(({ x, y }): Rect => ({
    x: x - reach,
    y: y - reach,
    width: reach * 2,
    height: reach * 2,
  }))
  const names: ZoneName[] = []
  zones.forEach((zone, index) => {
    const own = areas[index] ?? field
    const others = [
      ...areas.filter((_, at) => at !== index),
      ...names.map(({ area }) => area),
      ...points,
    ]
    names.push(zoneName(zone, own, { others, field, measure }))
  })
  return names
}

function zoneName(
  { letter, name }: MapZone,
  own: Rect,
  context: { readonly others: readonly Rect[]; readonly field: Rect; readonly measure: Measure },
): ZoneName {
  const { others, field, measure } = context
  const room = own.width - ZONE_PADDING * 2
  const whole = nameParagraph(letter, name)
  const widest = Math.max(
    ...name.split(' ').map((word, index) => wordWidth(index === 0 ? letter : '', word, measure)),
  )
  const fits =
    heightOf(layParagraph(whole, room, measure)) <= own.height - ZONE_PADDING && widest <= room
  const said: Paragraph = fits ? whole : { inlines: [text(letter, 'bodyStrong')] }
  const natural = naturalWidth(said, measure)
  const least = fits ? widest : natural
  // In one line, or in a narrow block where another zone lies in the way.
  const widths = [natural, natural * 0.75, natural * 0.6, least].map((width) =>
    Math.max(least, Math.min(width, room)),
  )
  const laid = widths.map((width) => {
    const lines = layParagraph(said, width + 0.01, measure)
    return { lines, size: { width, height: heightOf(lines) } }
  })
  const places = laid
    .filter(({ size }, index) => index === 0 || size.height <= own.height - ZONE_PADDING)
    .map(({ lines, size }) => ({
      lines,
      ...leastCovered(corners(own, size), size, { others, field }),
    }))
  const best = Math.min(...places.map(({ covered }) => covered))
  const found = places.find(({ covered }) => covered === best)
  const { x, y } = found?.area ?? own
  return {
    area: found?.area ?? own,
    marks: stackLines(found?.lines ?? []).map((mark) => shiftMark(mark, x, y)),
  }
}

/** The letter stays with the first word. */
function nameParagraph(letter: string, name: string): Paragraph {
  const lead = letter === '' ? [] : [text(`${letter}\u00A0\u00A0`, 'bodyStrong')]
  return { inlines: [...lead, text(name, 'note')] }
}

function wordWidth(letter: string, word: string, measure: Measure): number {
  return naturalWidth(nameParagraph(letter, word), measure)
}

function corners(own: Rect, size: { width: number; height: number }): readonly Point[] {
  const left = own.x + ZONE_PADDING
  const right = own.x + own.width - ZONE_PADDING - size.width
  const top = own.y + ZONE_PADDING / 2
  const foot = own.y + own.height - ZONE_PADDING / 2 - size.height
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: left, y: foot },
    { x: right, y: foot },
  ]
}

function leastCovered(
  places: readonly Point[],
  size: { width: number; height: number },
  { others, field }: { others: readonly Rect[]; field: Rect },
): { readonly area: Rect; readonly covered: number } {
  const areas = places.map((place) => keepIn(field, { ...place, ...size }))
  const all = areas.map(({ x, y, width, height }) => {
    const wide = { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }
    return others.reduce((sum, other) => sum + overlap(wide, other), 0)
  })
  const covered = Math.min(...all)
  return { area: areas[all.indexOf(covered)] ?? { ...field, ...size }, covered }
}

function keepIn(field: Rect, area: Rect): Rect {
  const x = Math.max(field.x, Math.min(area.x, field.x + field.width - area.width))
  const y = Math.max(field.y, Math.min(area.y, field.y + field.height - area.height))
  return { ...area, x, y }
}

// --- Flags ----------------------------------------------------------------------------------------

function flagMarks(
  flags: readonly MapFlag[],
  spread: readonly (readonly Point[])[],
  context: { readonly field: Rect; readonly taken: readonly Rect[]; readonly measure: Measure },
): readonly Mark[] {
  const { field, taken, measure } = context
  const laid = flags.flatMap(({ label, isPin }, index) => {
    if (isPin) return []
    const room = field.width / 2
    const width = Math.min(room, naturalWidth(label, measure))
    const lines = layParagraphs([label], width + 0.01, measure)
    const size = {
      width: width + LABEL_PADDING * 2,
      height: heightOf(lines) + LABEL_PADDING,
    }
    return [{ lines, size, dots: spread[index] ?? [] }]
  })
  const places = placeLabels(laid, { field, taken })
  const leaders = laid.flatMap(({ dots }, index) =>
    dots.map((dot) => leader(dot, places[index] ?? field)),
  )
  const points = laid.flatMap((flag) => flag.dots.map(dotMark))
  const labels = laid.flatMap(({ lines }, index) => labelMarks(lines, places[index] ?? field))
  return [...leaders, ...points, ...labels]
}

/** Labels that stand on their points. */
function pinMarks(
  flags: readonly MapFlag[],
  spread: readonly (readonly Point[])[],
  measure: Measure,
): readonly Mark[] {
  return flags.flatMap(({ label, isPin }, index) => {
    if (!isPin) return []
    const width = naturalWidth(label, measure)
    const lines = layParagraph(label, width + 0.01, measure)
    const marks = stackLines(lines)
    return (spread[index] ?? []).flatMap(({ x, y }) =>
      marks.map((mark) => shiftMark(mark, x - width / 2, y - heightOf(lines) / 2)),
    )
  })
}

/** A thin line from a point to the nearest edge of its label. */
function leader(dot: Point, { x, y, width, height }: Rect): Mark {
  const toX = Math.max(x, Math.min(dot.x, x + width))
  const toY = Math.max(y, Math.min(dot.y, y + height))
  return { kind: 'line', x: dot.x, y: dot.y, toX, toY, width: HAIR * 1.6, colour: INK_SOFT }
}

function dotMark({ x, y }: Point): Mark {
  return { kind: 'line', x, y, toX: x, toY: y, width: DOT, colour: INK, round: true }
}

function labelMarks(
  lines: ReturnType<typeof layParagraphs>,
  { x, y, width, height }: Rect,
): readonly Mark[] {
  const line = { width: HAIR * 1.6, colour: INK_SOFT }
  return [
    { kind: 'box', x, y, width, height, radius: 1, fill: WHITE, line },
    ...stackLines(lines).map((mark) => shiftMark(mark, x + LABEL_PADDING, y + LABEL_PADDING / 2)),
  ]
}
