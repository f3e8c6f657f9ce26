import type { Mark } from './marks.ts'
import { LEVEL_DEEP, levelPattern } from './theme.ts'

/** A rectangle in millimetres. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const STEP = 1.25
const DOT = 0.5
const SLANT = 0.28

/** A level's own pattern, so that boxes can be told apart on a copier: paper, dots, slants, solid. */
export function patternMarks(area: Area, level: { index: number; count: number }): readonly Mark[] {
  switch (levelPattern(level.index, level.count)) {
    case 'blank':
      return []
    case 'dots':
      return dots(area)
    case 'slants':
      return slants(area)
    case 'solid':
      return [{ kind: 'box', ...area, fill: LEVEL_DEEP }]
  }
}

function dots({ x, y, width, height }: Area): readonly Mark[] {
  const columns = Math.max(1, Math.floor(width / STEP))
  const rows = Math.max(1, Math.floor(height / STEP))
  return Array.from({ length: columns * rows }, (_, place): Mark => {
    const column = place % columns
    const row = Math.floor(place / columns)
    const dotX = x + ((column + 0.5) * width) / columns
    const dotY = y + ((row + 0.5) * height) / rows
    return {
      kind: 'line',
      x: dotX,
      y: dotY,
      toX: dotX,
      toY: dotY,
      width: DOT,
      colour: LEVEL_DEEP,
      round: true,
    }
  })
}

/** Lines at 45 degrees, cut off at the edges of the area. */
function slants({ x, y, width, height }: Area): readonly Mark[] {
  const marks: Mark[] = []
  for (let offset = STEP / 2; offset < width + height; offset += STEP) {
    const fromX = Math.max(0, offset - height)
    const toX = Math.min(width, offset)
    marks.push({
      kind: 'line',
      x: x + fromX,
      y: y + Math.min(height, offset),
      toX: x + toX,
      toY: y + Math.max(0, offset - width),
      width: SLANT,
      colour: LEVEL_DEEP,
    })
  }
  return marks
}
