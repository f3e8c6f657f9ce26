import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapFlag, MapZone, PaperMap } from '#paper/blocks.ts'
import { text } from '#paper/inline.ts'
import { mapPiece } from '#paper/map.ts'
import { overlap, placeLabels, spreadDots, type Rect } from '#paper/mapPlaces.ts'
import type { LineMark, Mark } from '#paper/marks.ts'
import { edgesOf, HALF_EM } from './layoutSupport.ts'

const WIDTH = 150
const HEIGHT = 90

function aZone(letter: string, area: MapZone['area'], name = `Zone ${letter}`): MapZone {
  return { letter, name, area }
}

const ZONES = [
  aZone('A', { left: 0, right: 40, bottom: 0, top: 30 }),
  aZone('B', { left: 40, right: 100, bottom: 0, top: 40 }),
  aZone('C', { left: 50, right: 100, bottom: 60, top: 100 }),
]

function aMap(overrides: Partial<PaperMap> = {}): PaperMap {
  return {
    across: { label: 'Spread', low: 'Hardly anyone', high: 'Everyone' },
    up: { label: 'Impact', low: 'Slight', high: 'High' },
    zones: ZONES,
    flags: [],
    isForm: false,
    ...overrides,
  }
}

function marksOf(map: PaperMap, width = WIDTH): readonly Mark[] {
  return mapPiece({ map, height: HEIGHT }, width, HALF_EM).marks
}

function aFlag(x: number, y: number, said = 'Cedar', more: Partial<MapFlag> = {}): MapFlag {
  return { points: [{ x, y }], label: { inlines: [text(said, 'tag')] }, ...more }
}

function saidOn(marks: readonly Mark[]): readonly string[] {
  return marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
}

/** Points: lines of no length with round ends. */
function dotsOn(marks: readonly Mark[]): readonly LineMark[] {
  return marks.filter(
    (mark): mark is LineMark => mark.kind === 'line' && mark.x === mark.toX && mark.y === mark.toY,
  )
}

function beyond(marks: readonly Mark[], width: number, height: number): readonly Mark[] {
  return marks.filter((mark) => {
    const { left, right, top, bottom } = edgesOf(mark, HALF_EM)
    return left < -0.6 || right > width + 1.2 || top < -1 || bottom > height + 0.6
  })
}

describe('a map', () => {
  it('says its axes and zones, with the high end of the upward axis at the top', () => {
    const marks = marksOf(aMap())
    const said = saidOn(marks).join(' ')
    for (const words of ['Spread', 'Hardly anyone', 'Everyone', 'Impact', 'Slight', 'High']) {
      expect(said).toContain(words)
    }
    const yOf = (words: string) =>
      marks.find((mark) => mark.kind === 'text' && mark.text === words)?.y
    expect(yOf('High')).toBeLessThan(yOf('Impact') ?? 0)
    expect(yOf('Impact')).toBeLessThan(yOf('Slight') ?? 0)
  })

  it('has a zone where its percents say, from the lower left corner', () => {
    const box = marksOf(aMap({ zones: [ZONES[2]!] })).find((mark) => mark.kind === 'box')
    const field = WIDTH - 27.5
    expect(box).toMatchObject({ y: 0, height: HEIGHT * 0.4, width: field / 2 })
    expect(box?.x).toBeCloseTo(27.5 + field / 2)
  })

  it('is filled where it shows answers, and outlined where it is a form to copy', () => {
    const boxes = (isForm: boolean) =>
      marksOf(aMap({ isForm })).filter(({ kind }) => kind === 'box')
    expect(boxes(true).every((mark) => mark.kind === 'box' && mark.fill === undefined)).toBe(true)
    expect(boxes(false).every((mark) => mark.kind === 'box' && mark.fill !== undefined)).toBe(true)
  })

  it('names a zone that is too small for its name by its letter', () => {
    const small = aZone('S', { left: 0, right: 5, bottom: 0, top: 8 }, 'Much too long a name')
    expect(saidOn(marksOf(aMap({ zones: [small] })))).toContain('S')
    expect(saidOn(marksOf(aMap({ zones: [small] }))).join(' ')).not.toContain('Much')
  })

  it('sets the name of a zone where no other zone lies in the way', () => {
    const zones = [
      aZone('A', { left: 0, right: 60, bottom: 0, top: 60 }),
      aZone('B', { left: 0, right: 40, bottom: 40, top: 100 }),
    ]
    const name = marksOf(aMap({ zones })).find(
      (mark) => mark.kind === 'text' && mark.text.startsWith('A'),
    )
    // The upper left corner of A lies in B.
    expect(name?.x).toBeGreaterThan(27.5 + (WIDTH - 27.5) * 0.4)
  })

  it('puts a dot on the spot and a label near it, or a pin on the spot itself', () => {
    const [dot] = dotsOn(marksOf(aMap({ flags: [aFlag(70, 20)] })))
    const field = WIDTH - 27.5
    expect(dot?.x).toBeCloseTo(27.5 + field * 0.7)
    expect(dot?.y).toBeCloseTo(HEIGHT * 0.8)
    const pinned = marksOf(aMap({ flags: [aFlag(70, 20, '7', { isPin: true })] }))
    expect(dotsOn(pinned)).toEqual([])
    const pin = pinned.find((mark) => mark.kind === 'text' && mark.text === '7')
    expect(Math.abs((pin?.x ?? 0) - (27.5 + field * 0.7))).toBeLessThan(4)
  })

  it('keeps whatever stands on it within its frame, however crowded', () => {
    const somePlace = fc.record({
      x: fc.integer({ min: 0, max: 100 }),
      y: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(
        fc.array(somePlace, { maxLength: 30 }),
        fc.array(fc.record({ a: somePlace, b: somePlace }), { minLength: 2, maxLength: 9 }),
        fc.boolean(),
        fc.integer({ min: 90, max: 260 }),
        (places, corners, isPin, width) => {
          const zones = corners.map(({ a, b }, index) =>
            aZone(String.fromCharCode(65 + index), {
              left: Math.min(a.x, b.x, 99),
              right: Math.max(a.x, b.x, Math.min(a.x, b.x, 99) + 1),
              bottom: Math.min(a.y, b.y, 99),
              top: Math.max(a.y, b.y, Math.min(a.y, b.y, 99) + 1),
            }),
          )
          const flags = places.map(({ x, y }, index) => aFlag(x, y, `S${index}`, { isPin }))
          const piece = mapPiece({ map: aMap({ zones, flags }), height: HEIGHT }, width, HALF_EM)
          expect(beyond(piece.marks, width, piece.height)).toEqual([])
          const said = saidOn(piece.marks)
          for (const [index] of places.entries()) expect(said).toContain(`S${index}`)
          for (const { letter } of zones) {
            expect(said.some((one) => one === letter || one.startsWith(`${letter}\u00A0`))).toBe(
              true,
            )
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('points on a map', () => {
  const field: Rect = { x: 0, y: 0, width: 100, height: 100 }
  const free = { field, nearest: 3, taken: [], homes: [] }

  it('stay where they are if none hides another', () => {
    const groups = [[{ x: 20, y: 20 }], [{ x: 30, y: 20 }]]
    expect(spreadDots(groups, free)).toEqual(groups)
  })

  it('stand apart though all were put in the middle of one zone', () => {
    const groups = Array.from({ length: 20 }, () => [{ x: 50, y: 50 }])
    const placed = spreadDots(groups, free).flat()
    expect(placed[0]).toEqual({ x: 50, y: 50 })
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(2.98)
      }
    }
  })

  it('leave names free, but never their zone for that', () => {
    const home = { x: 40, y: 40, width: 20, height: 20 }
    const name = { x: 45, y: 45, width: 10, height: 6 }
    const [[moved] = []] = spreadDots([[{ x: 50, y: 48 }]], {
      ...free,
      taken: [name],
      homes: [home],
    })
    expect(
      moved && overlap({ x: moved.x - 1.5, y: moved.y - 1.5, width: 3, height: 3 }, name),
    ).toBe(0)
    const [[stays] = []] = spreadDots([[{ x: 50, y: 48 }]], {
      ...free,
      taken: [home],
      homes: [home],
    })
    expect(stays).toEqual({ x: 50, y: 48 })
  })

  it('have labels that hide neither each other nor a dot', () => {
    const size = { width: 20, height: 5 }
    const flags = Array.from({ length: 9 }, (_, index) => ({
      size,
      dots: [{ x: 40 + (index % 3) * 4, y: 40 + Math.floor(index / 3) * 4 }],
    }))
    const placed = placeLabels(flags, { field, taken: [] })
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlap(one, other)).toBe(0)
      for (const { dots } of flags) {
        for (const { x, y } of dots) {
          expect(overlap(one, { x: x - 0.2, y: y - 0.2, width: 0.4, height: 0.4 })).toBe(0)
        }
      }
    }
  })
})
