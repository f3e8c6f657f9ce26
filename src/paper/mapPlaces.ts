/** A place on the page, in millimetres, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

/** How near two dots may lie. */
const NEAREST = 2.6
const RINGS = [1, 2, 3, 4, 5, 6]
/** How far a label may stand from its dots. */
const DISTANCES = [1.8, 3.6, 6, 9, 12.5, 16.5, 21, 26, 32, 39, 47]
const TURNS = 16

// What a label should rather not do, in square millimetres hidden for each.
const HIDES_LABEL = 40
const HIDES_DOT = 60
const HIDES_NAME = 8

/** The same points in their groups, moved as little as needed so that none hides another. */
export function spreadDots(
  groups: readonly (readonly Point[])[],
  field: Rect,
): readonly (readonly Point[])[] {
  const placed: Point[] = []
  return groups.map((group) =>
    group.map((point) => {
      const inside = keepInside(point, field)
      const free =
        [inside, ...around(inside)].find(
          (candidate) =>
            isInside(candidate, field) &&
            placed.every((other) => distance(other, candidate) >= NEAREST - 0.01),
        ) ?? inside
      placed.push(free)
      return free
    }),
  )
}

function around({ x, y }: Point): readonly Point[] {
  return RINGS.flatMap((ring) =>
    Array.from({ length: 6 * ring }, (_, step) => {
      const turn = (2 * Math.PI * step) / (6 * ring)
      return { x: x + ring * NEAREST * Math.cos(turn), y: y + ring * NEAREST * Math.sin(turn) }
    }),
  )
}

function isInside({ x, y }: Point, field: Rect): boolean {
  return x >= field.x && x <= field.x + field.width && y >= field.y && y <= field.y + field.height
}

/** Dots have a size of their own: on the very edge they would stand on the axis. */
function keepInside({ x, y }: Point, field: Rect): Point {
  const edge = NEAREST / 2
  return {
    x: Math.max(field.x + edge, Math.min(x, field.x + field.width - edge)),
    y: Math.max(field.y + edge, Math.min(y, field.y + field.height - edge)),
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

export interface Labelled {
  readonly size: { readonly width: number; readonly height: number }
  readonly dots: readonly Point[]
}

/**
 * A place in the field for each label: near its dots, and hiding no other label, dot or name if
 * there is any such place; else where it hides least.
 */
export function placeLabels(
  flags: readonly Labelled[],
  { field, taken }: { readonly field: Rect; readonly taken: readonly Rect[] },
): readonly Rect[] {
  const dots = flags.flatMap((flag) => flag.dots)
  const placed: Rect[] = []
  for (const { size, dots: own } of flags) {
    const anchor = middleOf(own, field)
    let best: { readonly area: Rect; readonly cost: number } | undefined
    for (const { area, from } of candidates(anchor, size)) {
      const kept = keepWithin(area, field)
      const cost = from + distance(kept, area) * 4 + hidden(kept, { placed, dots, taken })
      if (!best || cost < best.cost) best = { area: kept, cost }
    }
    placed.push(best?.area ?? { ...anchor, ...size })
  }
  return placed
}

function middleOf(points: readonly Point[], field: Rect): Point {
  if (points.length === 0) return { x: field.x + field.width / 2, y: field.y + field.height / 2 }
  const sum = (pick: (point: Point) => number) =>
    points.reduce((total, point) => total + pick(point), 0) / points.length
  return { x: sum(({ x }) => x), y: sum(({ y }) => y) }
}

function candidates(anchor: Point, { width, height }: Labelled['size']) {
  return DISTANCES.flatMap((from) =>
    Array.from({ length: TURNS }, (_, step) => {
      const turn = (2 * Math.PI * step) / TURNS
      const x = anchor.x + Math.cos(turn) * (from + width / 2) - width / 2
      const y = anchor.y + Math.sin(turn) * (from + height / 2) - height / 2
      return { area: { x, y, width, height }, from }
    }),
  )
}

function keepWithin(area: Rect, field: Rect): Rect {
  const edge = 0.6
  const right = field.x + field.width - area.width - edge
  const foot = field.y + field.height - area.height - edge
  return {
    ...area,
    x: Math.max(field.x + edge, Math.min(area.x, right)),
    y: Math.max(field.y + edge, Math.min(area.y, foot)),
  }
}

/** What a label at this place would hide. */
function hidden(
  area: Rect,
  on: { placed: readonly Rect[]; dots: readonly Point[]; taken: readonly Rect[] },
): number {
  const grown = { x: area.x - 0.6, y: area.y - 0.6 }
  const wide = { ...grown, width: area.width + 1.2, height: area.height + 1.2 }
  const labels = on.placed.reduce((sum, other) => sum + overlap(wide, other), 0)
  const names = on.taken.reduce((sum, other) => sum + overlap(area, other), 0)
  const dots = on.dots.filter((dot) => isInside(dot, wide)).length
  return labels * HIDES_LABEL + names * HIDES_NAME + dots * HIDES_DOT
}

/** The area that two rectangles share. */
export function overlap(one: Rect, other: Rect): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}
