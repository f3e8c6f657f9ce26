import { invariant } from '#core/assert.ts'

/** An opened TrueType font: how wide its letters are, and how to cut a small font out of it. */
export interface FontFile {
  /** True if the font has a glyph of its own for the code point. */
  has(codePoint: number): boolean
  /** Advance width in em; 0 for what the font lacks. */
  advance(codePoint: number): number
  /** A font with these code points alone, one glyph each, numbered from 1 in the order given. */
  cut(codePoints: readonly number[]): Uint8Array
}

interface Tables {
  readonly view: DataView
  readonly at: ReadonlyMap<string, { readonly start: number; readonly length: number }>
}

/** Opens a TrueType font (glyf outlines, character map of format 4). @throws if it is none */
export function openFont(bytes: Uint8Array): FontFile {
  const tables = readTables(bytes)
  const glyphs = readCharacterMap(tables)
  const { view } = tables
  const unitsPerEm = view.getUint16(startOf(tables, 'head') + 18)
  const metrics = view.getUint16(startOf(tables, 'hhea') + 34)
  const hmtx = startOf(tables, 'hmtx')
  const advanceOf = (glyph: number) => view.getUint16(hmtx + Math.min(glyph, metrics - 1) * 4)
  return {
    has: (codePoint) => glyphs.has(codePoint),
    advance(codePoint) {
      const glyph = glyphs.get(codePoint)
      return glyph === undefined ? 0 : advanceOf(glyph) / unitsPerEm
    },
    cut: (codePoints) => cutFont({ bytes, tables, glyphs, advanceOf }, codePoints),
  }
}

function readTables(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  invariant(view.getUint32(0) === 0x00010000, 'the bytes are a TrueType font')
  const at = new Map<string, { start: number; length: number }>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    at.set(tag, { start: view.getUint32(entry + 8), length: view.getUint32(entry + 12) })
  }
  return { view, at }
}

function placeOf(tables: Tables, tag: string): { start: number; length: number } {
  const place = tables.at.get(tag)
  invariant(place, `the font has a table "${tag}"`)
  return place
}

function startOf(tables: Tables, tag: string): number {
  return placeOf(tables, tag).start
}

/** Code point → glyph, from the Unicode map of format 4. */
function readCharacterMap(tables: Tables): ReadonlyMap<number, number> {
  const { view } = tables
  const cmap = startOf(tables, 'cmap')
  const count = view.getUint16(cmap + 2)
  const starts = Array.from(
    { length: count },
    (_, index) => cmap + view.getUint32(cmap + 8 + index * 8),
  )
  const start = starts.find((place) => view.getUint16(place) === 4)
  invariant(start !== undefined, 'the font has a character map of format 4')
  const width = view.getUint16(start + 6)
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < width; segment += 2) {
    const last = view.getUint16(start + 14 + segment)
    const first = view.getUint16(start + 16 + width + segment)
    const delta = view.getUint16(start + 16 + width * 2 + segment)
    const rangeAt = start + 16 + width * 3 + segment
    const range = view.getUint16(rangeAt)
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const listed = range === 0 ? point : view.getUint16(rangeAt + range + (point - first) * 2)
      const glyph = listed === 0 && range !== 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(point, glyph)
    }
  }
  return glyphs
}

// --- Cutting --------------------------------------------------------------------------------------

interface Source {
  readonly bytes: Uint8Array
  readonly tables: Tables
  readonly glyphs: ReadonlyMap<number, number>
  readonly advanceOf: (glyph: number) => number
}

const COMPOSITE = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 }

/**
 * The glyphs of the new font as numbers in the old one: the missing glyph, one per code point, then
 * the parts that composite glyphs are made of.
 */
function cutFont(source: Source, codePoints: readonly number[]): Uint8Array {
  const order = [0, ...codePoints.map((point) => source.glyphs.get(point) ?? 0)]
  const partNumber = new Map<number, number>()
  const numberOf = (glyph: number) => {
    const known = partNumber.get(glyph)
    if (known !== undefined) return known
    partNumber.set(glyph, order.length)
    order.push(glyph)
    return order.length - 1
  }
  const outlines: Uint8Array[] = []
  // Composite glyphs append their parts to `order` while it is walked.
  for (let index = 0; index < order.length; index += 1) {
    outlines.push(renumberParts(outlineOf(source, order[index] ?? 0), numberOf))
  }
  return writeFont([
    ['OS/2', copyOf(source, 'OS/2')],
    ['cmap', writeCharacterMap(codePoints)],
    ['glyf', concat(outlines)],
    ['head', withUint16(copyOf(source, 'head'), 50, 1)],
    ['hhea', withUint16(copyOf(source, 'hhea'), 34, order.length)],
    ['hmtx', writeMetrics(source, order)],
    ['loca', writeOffsets(outlines)],
    ['maxp', withUint16(copyOf(source, 'maxp'), 4, order.length)],
    ['name', copyOf(source, 'name')],
    ['post', copyOf(source, 'post')],
  ])
}

function outlineOf(source: Source, glyph: number): Uint8Array {
  const { view } = source.tables
  const loca = startOf(source.tables, 'loca')
  const isLong = view.getInt16(startOf(source.tables, 'head') + 50) === 1
  const offset = (index: number) =>
    isLong ? view.getUint32(loca + index * 4) : view.getUint16(loca + index * 2) * 2
  const glyf = startOf(source.tables, 'glyf')
  return source.bytes.slice(glyf + offset(glyph), glyf + offset(glyph + 1))
}

function renumberParts(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  const view = new DataView(outline.buffer)
  if (outline.length === 0 || view.getInt16(0) >= 0) return outline
  let at = 10
  for (;;) {
    const flags = view.getUint16(at)
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)))
    if ((flags & COMPOSITE.more) === 0) return outline
    at += 4 + (flags & COMPOSITE.wordArguments ? 4 : 2)
    if (flags & COMPOSITE.matrix) at += 8
    else if (flags & COMPOSITE.twoScales) at += 4
    else if (flags & COMPOSITE.scale) at += 2
  }
}

function copyOf(source: Source, tag: string): Uint8Array {
  const { start, length } = placeOf(source.tables, tag)
  return source.bytes.slice(start, start + length)
}

function withUint16(table: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(table.buffer).setUint16(at, value)
  return table
}

function writeMetrics(source: Source, order: readonly number[]): Uint8Array {
  const hmtx = startOf(source.tables, 'hmtx')
  const metrics = source.tables.view.getUint16(startOf(source.tables, 'hhea') + 34)
  const bearingAt = (glyph: number) =>
    glyph < metrics ? hmtx + glyph * 4 + 2 : hmtx + metrics * 4 + (glyph - metrics) * 2
  return words16(
    order.flatMap((glyph) => [
      source.advanceOf(glyph),
      source.tables.view.getUint16(bearingAt(glyph)),
    ]),
  )
}

function writeOffsets(outlines: readonly Uint8Array[]): Uint8Array {
  const table = new Uint8Array((outlines.length + 1) * 4)
  const view = new DataView(table.buffer)
  let offset = 0
  outlines.forEach((outline, index) => {
    offset += padded(outline.length)
    view.setUint32((index + 1) * 4, offset)
  })
  return table
}

/** A map of format 4 in which every code point is a segment of its own. */
function writeCharacterMap(codePoints: readonly number[]): Uint8Array {
  const entries = codePoints
    .map((point, index) => ({ point, glyph: index + 1 }))
    .toSorted((a, b) => a.point - b.point)
  const count = entries.length + 1
  const power = Math.floor(Math.log2(count))
  const search = 2 ** power * 2
  const header = [0, 1, 3, 1, 0, 12]
  const format = [4, 16 + count * 8, 0, count * 2, search, power, count * 2 - search]
  const points = entries.map(({ point }) => point)
  const deltas = entries.map(({ point, glyph }) => (glyph - point) & 0xffff)
  const offsets = entries.map(() => 0)
  return words16([
    ...header,
    ...format,
    ...points,
    0xffff,
    0,
    ...points,
    0xffff,
    ...deltas,
    1,
    ...offsets,
    0,
  ])
}

function words16(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => view.setUint16(index * 2, value))
  return bytes
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += padded(part.length)
  }
  return bytes
}

function writeFont(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const header = new Uint8Array(12 + tables.length * 16)
  const view = new DataView(header.buffer)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, tables.length)
  view.setUint16(6, 2 ** power * 16)
  view.setUint16(8, power)
  view.setUint16(10, tables.length * 16 - 2 ** power * 16)
  let offset = header.length
  tables.forEach(([tag, bytes], index) => {
    const entry = 12 + index * 16
    header.set(
      Array.from(tag, (letter) => letter.charCodeAt(0)),
      entry,
    )
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, bytes.length)
    offset += padded(bytes.length)
  })
  // Checksums stay 0: jsPDF writes the file anew, with its own.
  return concat([header, ...tables.map(([, bytes]) => bytes)])
}
