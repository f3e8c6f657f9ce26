/** How near two points may lie, in percent of the map: about the width of a point on a phone. */
const NEAREST = 9
const STEPS = 12

/**
 * The same points, moved as little as needed so that none hides another. The first keeps its place.
 * On a map too full for that, those left over stay where they are.
 */
export function spreadPoints<Point extends { readonly x: number; readonly y: number }>(
  points: readonly Point[],
): readonly Point[] {
  const placed: Point[] = []
  for (const point of points) placed.push(freePlace(point, placed))
  return placed
}

function freePlace<Point extends { readonly x: number; readonly y: number }>(
  point: Point,
  placed: readonly Point[],
): Point {
  const candidates = [{ x: point.x, y: point.y }, ...around(point)]
  const inside = (value: number) => value >= 0 && value <= 100
  const free = candidates.find(
    ({ x, y }) =>
      inside(x) &&
      inside(y) &&
      placed.every((other) => Math.hypot(other.x - x, other.y - y) >= NEAREST - 0.01),
  )
  return free ? { ...point, ...free } : point
}

/** Places around a point, nearest first: beside it, then in a ring, then in wider rings. */
function around({ x, y }: { readonly x: number; readonly y: number }) {
  return [1, 2, 3, 4].flatMap((ring) =>
    Array.from({ length: STEPS * ring }, (_, step) => {
      const turn = (2 * Math.PI * step) / (STEPS * ring)
      return {
        x: x + ring * NEAREST * Math.cos(turn),
        y: y - ring * NEAREST * Math.sin(turn),
      }
    }),
  )
}
