import { jsPDF, type OutlineItem } from 'jspdf'
import { assertNever } from '#core/assert.ts'
import type { FontFile } from './fontFile.ts'
import type { LaidDocument } from './layout.ts'
import type { BoxMark, LineMark, Mark, PictureMark, TextMark } from './marks.ts'
import type { Face } from './theme.ts'

// jsPDF is asked for text, lines, boxes, pictures of our own pixels, bookmarks and properties only:
// nothing that parses markup, runs scripts, links or opens windows.

export interface DrawInput {
  readonly document: LaidDocument
  readonly fonts: Readonly<Record<Face, FontFile>>
  readonly title: string
  readonly author: string
  readonly subject: string
  /** BCP 47, for example "en-US". */
  readonly lang: string
  /** ISO 8601 in UTC: with it and the id, equal input gives equal bytes. */
  readonly madeAt: string
  /** 32 hexadecimal characters. */
  readonly fileId: string
}

// A tag of six capitals says that the font is a part of the whole one.
const FONT_NAMES = {
  regular: 'HUBREG+HubSans-Regular',
  italic: 'HUBITA+HubSans-Italic',
  semibold: 'HUBSEM+HubSans-SemiBold',
  serif: 'HUBSER+HubSerif-SemiBold',
} as const satisfies Record<Face, string>

/** Draws a laid out document as the bytes of a PDF file. */
export function drawPdf(input: DrawInput): Uint8Array {
  const { document } = input
  const doc = new jsPDF({
    unit: 'mm',
    compress: true,
    putOnlyUsedFonts: true,
    floatPrecision: 2,
    ...pageFormat(document, 0),
  })
  addFonts(doc, input)
  setProperties(doc, input)
  const pen = createPen(doc)
  document.pages.forEach((page, index) => {
    if (index > 0) {
      const { format, orientation } = pageFormat(document, index)
      doc.addPage(format, orientation)
      // A new page begins with nothing set.
      pen.set.clear()
    }
    for (const mark of page.marks) drawMark(pen, mark)
  })
  addOutline(doc, document)
  return new Uint8Array(doc.output('arraybuffer'))
}

function pageFormat(document: LaidDocument, index: number) {
  const page = document.pages[index]
  const format = [page?.width ?? 0, page?.height ?? 0]
  const isWide = (page?.width ?? 0) > (page?.height ?? 0)
  return { format, orientation: isWide ? ('landscape' as const) : ('portrait' as const) }
}

function setProperties(doc: jsPDF, input: DrawInput): void {
  const { title, author, subject, lang, madeAt, fileId } = input
  doc.setProperties({ title, author, subject, creator: 'Hub Reflect' })
  // Safe: jsPDF ignores a code that it does not list.
  doc.setLanguage(lang as Parameters<jsPDF['setLanguage']>[0])
  doc.setFileId(fileId)
  const digits = /^(20[0-3]\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(madeAt)
  if (digits && Number(digits[1]) < 2038) {
    doc.setCreationDate(`D:${digits.slice(1).join('')}+00'00'`)
  }
}

// --- Fonts ----------------------------------------------------------------------------------------

function addFonts(doc: jsPDF, { document, fonts }: DrawInput): void {
  for (const [face, points] of usedPoints(document)) {
    const file = `${face}.ttf`
    doc.addFileToVFS(file, toBinary(fonts[face].cut([...points].toSorted((a, b) => a - b))))
    doc.addFont(file, FONT_NAMES[face], 'normal', undefined, 'Identity-H')
  }
}

function usedPoints({ pages }: LaidDocument): ReadonlyMap<Face, ReadonlySet<number>> {
  const used = new Map<Face, Set<number>>()
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind !== 'text') continue
      const points = used.get(mark.face) ?? new Set<number>()
      for (const character of mark.text) points.add(character.codePointAt(0) ?? 0)
      used.set(mark.face, points)
    }
  }
  return used
}

function toBinary(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  }
  return text
}

// --- Marks ----------------------------------------------------------------------------------------

/** jsPDF with a memory of what is set, so that nothing is set twice. */
interface Pen {
  readonly doc: jsPDF
  readonly set: Map<string, string | number>
}

function createPen(doc: jsPDF): Pen {
  return { doc, set: new Map() }
}

function change(pen: Pen, name: string, value: string | number, apply: () => void): void {
  if (pen.set.get(name) === value) return
  pen.set.set(name, value)
  apply()
}

function drawMark(pen: Pen, mark: Mark): void {
  switch (mark.kind) {
    case 'text':
      return drawText(pen, mark)
    case 'line':
      return drawLine(pen, mark)
    case 'box':
      return drawBox(pen, mark)
    case 'picture':
      return drawPicture(pen, mark)
    case 'pageNumber':
      throw new Error('Invariant broken: page numbers are resolved by layout')
    default:
      return assertNever(mark)
  }
}

function drawText(pen: Pen, mark: TextMark): void {
  const { doc, set } = pen
  change(pen, 'face', mark.face, () => doc.setFont(FONT_NAMES[mark.face], 'normal'))
  change(pen, 'size', mark.size, () => doc.setFontSize(mark.size))
  change(pen, 'ink', mark.colour, () => doc.setTextColor(mark.colour))
  // Letters are filled with the same colour as boxes: what was set for boxes is gone.
  set.delete('fill')
  doc.text(mark.text, mark.x, mark.y, mark.angle === undefined ? {} : { angle: mark.angle })
}

function setStroke(pen: Pen, line: NonNullable<BoxMark['line']>, round: boolean): void {
  const { doc } = pen
  const dash = line.dash ?? []
  const cap = round ? 'round' : 'butt'
  change(pen, 'line', line.width, () => doc.setLineWidth(line.width))
  change(pen, 'stroke', line.colour, () => doc.setDrawColor(line.colour))
  change(pen, 'dash', dash.join(' '), () => doc.setLineDashPattern([...dash], 0))
  change(pen, 'cap', cap, () => doc.setLineCap(cap))
}

function drawLine(pen: Pen, mark: LineMark): void {
  setStroke(pen, mark, mark.round === true)
  pen.doc.line(mark.x, mark.y, mark.toX, mark.toY)
}

function drawBox(pen: Pen, { x, y, width, height, radius = 0, fill, line }: BoxMark): void {
  const { doc } = pen
  // Ink of no length is a dot, but only with round ends.
  if (line) setStroke(pen, line, line.dash?.includes(0) === true)
  if (fill !== undefined) change(pen, 'fill', fill, () => doc.setFillColor(fill))
  const way = fill === undefined ? 'S' : line ? 'FD' : 'F'
  if (radius === 0) doc.rect(x, y, width, height, way)
  else doc.roundedRect(x, y, width, height, radius, radius, way)
}

function drawPicture({ doc }: Pen, { x, y, width, height, picture }: PictureMark): void {
  // As a PNG: of bare pixels jsPDF drops the clear ground and prints a black box.
  doc.addImage(picture.png, 'PNG', x, y, width, height, undefined, 'FAST')
}

// --- Outline --------------------------------------------------------------------------------------

function addOutline(doc: jsPDF, { bookmarks }: LaidDocument): void {
  const path: OutlineItem[] = []
  for (const { title, depth, page } of bookmarks) {
    path.length = Math.min(path.length, depth)
    // Without a parent the item hangs from the root.
    path.push(doc.outline.add(path.at(-1) ?? null, title, { pageNumber: page + 1 }))
  }
}
