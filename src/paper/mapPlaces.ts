/** A place on the page, in millimetres, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

const RINGS = [1, 2, 3, 4, 5, 6]
/** How far a label may stand from its dots. */
const DISTANCES = [1.8, 3.6, 6, 9, 12.5, 16.5, 21, 26, 32, 39, 47]
const TURNS = 16

// What a label should rather not do, in square millimetres hidden for each.
const HIDES_LABEL = 40
const HIDES_DOT = 60
const HIDES_NAME = 8

/**
 * The same points in their groups, moved as little as needed so that none hides another or what is
 * taken; none leaves its home for that.
 *
 * @param on.nearest how near two of them may lie, in millimetres
 * @param on.homes areas: a point in one of them stays in the first that holds it
 */
export function spreadDots(
  groups: readonly (readonly Point[])[],
  on: {
    readonly field: Rect
    readonly nearest: number
    readonly taken: readonly Rect[]
    readonly homes: readonly Rect[]
  },
): readonly (readonly Point[])[] {
  const { nearest, taken, homes } = on
  const inner = shrunk(on)
  const hides = ({ x, y }: Point) => {
    const reach = nearest / 2
    const own = { x: x - reach, y: y - reach, width: nearest, height: nearest }
    return taken.some((area) => overlap(own, area) > 0)
  }
  const placed: Point[] = []
  return groups.map((group) =>
    group.map((point) => {
      const inside = keepInside(point, on)
      const home = homes.find((area) => isInside(inside, area))
      const free = [inside, ...around(inside, nearest)].filter(
        (candidate) =>
          isInside(candidate, inner) &&
          (!home || isInside(candidate, home)) &&
          placed.every((other) => distance(other, candidate) > nearest - 0.01),
      )
      // In a small zone a name may have to give way.
      const place = free.find((candidate) => !hides(candidate)) ?? free[0] ?? inside
      placed.push(place)
      return place
    }),
  )
}

function around({ x, y }: Point, step: number): readonly Point[] {
  return RINGS.flatMap((ring) =>
    Array.from({ length: 6 * ring }, (_, index) => {
      const turn = (2 * Math.PI * index) / (6 * ring)
      return { x: x + ring * step * Math.cos(turn), y: y + ring * step * Math.sin(turn) }
    }),
  )
}

function isInside({ x, y }: Point, field: Rect): boolean {
  return x >= field.x && x <= field.x + field.width && y >= field.y && y <= field.y + field.height
}

/** Dots have a size of their own: on the very edge they would stand on the axis. */
function shrunk({ field, nearest }: { field: Rect; nearest: number }): Rect {
  const edge = nearest / 2
  const { x, y, width, height } = field
  return { x: x + edge, y: y + edge, width: width - nearest, height: height - nearest }
}

function keepInside({ x, y }: Point, on: { field: Rect; nearest: number }): Point {
  const inner = shrunk(on)
  return {
    x: Math.max(inner.x, Math.min(x, inner.x + inner.width)),
    y: Math.max(inner.y, Math.min(y, inner.y + inner.height)),
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
