import { describe, expect, it } from 'vitest'
import { spreadPoints } from '#ui/spreadPoints.ts'

const distances = (points: readonly { x: number; y: number }[]) =>
  points.flatMap((one, at) =>
    points.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
  )

describe('points of a map', () => {
  it('stay where they are while none hides another', () => {
    const points = [
      { key: 'a', x: 10, y: 10 },
      { key: 'b', x: 60, y: 60 },
    ]
    expect(spreadPoints(points)).toEqual(points)
  })

  it('stand side by side where several are in one place, the first on it', () => {
    const points = Array.from({ length: 15 }, (_, index) => ({ key: `${index}`, x: 100, y: 0 }))
    const spread = spreadPoints(points)
    expect(spread[0]).toEqual(points[0])
    expect(Math.min(...distances(spread))).toBeGreaterThan(8.9)
    expect(spread.every(({ x, y }) => x >= 0 && x <= 100 && y >= 0 && y <= 100)).toBe(true)
    expect(Math.max(...spread.map(({ x, y }) => Math.hypot(x - 100, y)))).toBeLessThan(40)
  })
})
