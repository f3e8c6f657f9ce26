import type { Block, Group, PageSetup, TextBlock } from './blocks.ts'
import {
  createFlow,
  HEADING_CLEARANCE,
  type Columns,
  type Flow,
  type FlowedBookmark,
  type FlowedPage,
  type Piece,
} from './flow.ts'
import { mapPiece } from './map.ts'
import { shiftMark, type Bookmark, type Mark, type PaperPage } from './marks.ts'
import { widthOf, type Measure } from './measure.ts'
import { cleanForPaper } from './paperText.ts'
import { layParagraph, type Line } from './paragraph.ts'
import {
  FOOT_GAP,
  footerHeight,
  footerMarks,
  headerMarks,
  HEADER_HEIGHT,
  watermarkMarks,
} from './furniture.ts'
import { flowTable, solidTable } from './tableFlow.ts'
import { FORM_LINE, HAIR, HAIRLINE, POINT } from './theme.ts'

/** A laid out document: what draw.ts needs and nothing else. */
export interface LaidDocument {
  readonly pages: readonly PaperPage[]
  readonly bookmarks: readonly Bookmark[]
}

const FRAME_PADDING = 2.6

/**
 * Lays blocks out in pages. Pure: the same blocks and the same measure give the same marks.
 *
 * The first block must be a page. Rows are parted only if they are higher than a page, headings stay
 * with what follows, and nothing reaches beyond the margins.
 */
export function layOut(blocks: readonly Block[], measure: Measure): LaidDocument {
  const feet = new Map<PageSetup, number>()
  const footOf = (setup: PageSetup) => {
    const found = feet.get(setup) ?? footerHeight(setup, measure)
    feet.set(setup, found)
    return found
  }
  const flow = createFlow({
    frame: (setup, page) => ({
      top: setup.margin + (page === 0 ? 0 : HEADER_HEIGHT),
      bottom: setup.height - setup.margin - footOf(setup) - FOOT_GAP,
    }),
  })
  flowBlocks(flow, blocks, measure)
  const pages = flow.pages.map((page, index) =>
    finishPage(page, { index, count: flow.pages.length, bookmarks: flow.bookmarks, measure }),
  )
  return {
    pages,
    bookmarks: flow.bookmarks.map(({ title, depth, page }) => ({
      title: cleanForPaper(title).replace(/\s+/g, ' ').trim(),
      depth,
      page,
    })),
  }
}

// --- Flowing --------------------------------------------------------------------------------------

function flowBlocks(flow: Flow, blocks: readonly Block[], measure: Measure): void {
  for (const block of blocks) flowBlock(flow, block, measure)
}

function flowBlock(flow: Flow, block: Block, measure: Measure): void {
  switch (block.kind) {
    case 'page':
      flow.startPage(block.setup)
      return
    case 'table':
      if (block.above) {
        flow.place({ height: 0, above: block.above, marks: [], keepWithNext: true })
      }
      flowTable(flow, tableContext(block.table, measure))
      return
    case 'text':
      for (const piece of knownPieces(block, flow.width(), measure)) flow.place(piece)
      return
    case 'columns':
      flow.startColumns(columnsOf(flow, block, measure))
      flowBlocks(flow, block.blocks, measure)
      flow.endColumns()
      return
    case 'keep': {
      const height = solidHeight(block.blocks, flow.width(), measure)
      if (height <= Math.min(block.upTo, flow.wholeRoom())) flow.settle(height)
      flowBlocks(flow, block.blocks, measure)
      return
    }
    case 'fit':
      flowFit(flow, block, measure)
      return
    case 'rule':
    case 'gap':
    case 'map':
    case 'writing':
      flow.place(solidPiece([block], flow.width(), measure))
      return
    case 'side':
    case 'framed': {
      const solid = solidPiece([block], flow.width(), measure)
      const inner =
        block.kind === 'side' ? block.columns.flatMap((column) => column.blocks) : block.blocks
      if (solid.height <= flow.wholeRoom()) flow.place(solid)
      else flowBlocks(flow, inner, measure)
    }
  }
}

function columnsOf(
  flow: Flow,
  { blocks, count, gap }: Extract<Block, { kind: 'columns' }>,
  measure: Measure,
): Columns {
  const width = (flow.width() - gap * (count - 1)) / count
  const whole = blocks.filter(({ kind }) => kind === 'keep')
  const heights = whole.map((block) => solidHeight([block], width, measure))
  const slack = Math.max(HEADING_CLEARANCE, ...heights)
  return { count, gap, slack, total: solidHeight(blocks, width, measure) }
}

function flowFit(
  flow: Flow,
  { variants, elseNewPage, instead = [] }: Extract<Block, { kind: 'fit' }>,
  measure: Measure,
): void {
  const width = flow.width()
  const fitting = (room: number) =>
    variants.find((variant) => solidHeight(variant, width, measure) <= room)
  const here = fitting(flow.room())
  const moves = elseNewPage === 'always' || (elseNewPage && fitting(flow.wholeRoom()))
  if (!here && moves && !flow.isFresh()) {
    if (solidHeight(instead, width, measure) <= flow.room()) flowBlocks(flow, instead, measure)
    flow.newPage()
  }
  flowBlocks(flow, here ?? fitting(flow.room()) ?? variants.at(-1) ?? [], measure)
}

function tableContext(table: Parameters<typeof flowTable>[1]['table'], measure: Measure) {
  const width = table.columns.reduce((sum, column) => sum + column, 0)
  return {
    table,
    measure,
    bandPieces: ({ band }: Group) => (band ? textPieces(band, width, measure) : []),
  }
}

/** A text as pieces: the first two and the last two lines of a paragraph stay together. */
function textPieces(block: TextBlock, width: number, measure: Measure): readonly Piece[] {
  const pieces = block.paragraphs.flatMap((paragraph) => {
    const lines = layParagraph(paragraph, width, measure)
    return lines.map((line, index): Piece => ({
      ...toPiece(line),
      keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    }))
  })
  const empty: Piece = { height: 0, above: 0, marks: [] }
  return (pieces.length > 0 ? pieces : [empty]).map((piece, index): Piece => ({
    ...piece,
    ...(block.isHeading ? { keepWithNext: true, isHeading: true } : {}),
    ...(index === 0 && block.bookmark ? { bookmark: block.bookmark } : {}),
    ...(index === 0 && block.section !== undefined ? { section: block.section } : {}),
  }))
}

function toPiece(line: Line): Piece {
  return { height: line.height, above: line.above, marks: line.marks }
}

// --- What never breaks ----------------------------------------------------------------------------

function solidHeight(blocks: readonly Block[], width: number, measure: Measure): number {
  return blocks.reduce((sum, block) => sum + knownLay(block, width, measure).height, 0)
}

/** Blocks one under the other as one piece; `above` is the space above the first. */
function solidPiece(blocks: readonly Block[], width: number, measure: Measure): Piece {
  const marks: Mark[] = []
  let y = 0
  let above = 0
  blocks.forEach((block, index) => {
    knownPieces(block, width, measure).forEach((piece, place) => {
      if (index === 0 && place === 0) above = piece.above
      else y += piece.above
      marks.push(...piece.marks.map((mark) => shiftMark(mark, 0, y)))
      y += piece.height
    })
  })
  return { height: y, above, marks }
}

interface Laid {
  readonly pieces: readonly Piece[]
  /** Of all pieces with the space above them. */
  readonly height: number
}

// Variants of a page share their blocks, thousands of them, and heights are asked for before blocks are
// placed: each block is laid out once for a measure and a width.
const known = new WeakMap<Measure, WeakMap<Block, Map<number, Laid>>>()

function knownLay(block: Block, width: number, measure: Measure): Laid {
  const blocks = known.get(measure) ?? new WeakMap<Block, Map<number, Laid>>()
  if (!known.has(measure)) known.set(measure, blocks)
  const widths = blocks.get(block) ?? new Map<number, Laid>()
  if (!blocks.has(block)) blocks.set(block, widths)
  const found = widths.get(width)
  if (found) return found
  const pieces = solidPieces(block, width, measure)
  const height = pieces.reduce((sum, piece) => sum + piece.above + piece.height, 0)
  const laid = { pieces, height }
  widths.set(width, laid)
  return laid
}

function knownPieces(block: Block, width: number, measure: Measure): readonly Piece[] {
  return knownLay(block, width, measure).pieces
}

function solidPieces(block: Block, width: number, measure: Measure): readonly Piece[] {
  switch (block.kind) {
    case 'text':
      return textPieces(block, width, measure)
    case 'rule':
      return [rulePiece(block, width)]
    case 'gap':
      return [{ height: block.height, above: 0, marks: [] }]
    case 'map':
      return [mapPiece(block, width, measure)]
    case 'writing':
      return [writingPiece(block, width)]
    case 'table':
      return [{ ...solidTable(tableContext(block.table, measure)), above: block.above ?? 0 }]
    case 'side':
      return [sidePiece(block, width, measure)]
    case 'framed':
      return [framedPiece(block, width, measure)]
    case 'keep':
    case 'columns':
      return block.blocks.flatMap((inner) => solidPieces(inner, width, measure))
    case 'fit':
      return (block.variants.at(-1) ?? []).flatMap((inner) => solidPieces(inner, width, measure))
    case 'page':
      return []
  }
}

function rulePiece(block: Extract<Block, { kind: 'rule' }>, width: number): Piece {
  const line: Mark = {
    kind: 'line',
    x: 0,
    y: 0,
    toX: width,
    toY: 0,
    width: block.width,
    colour: block.colour,
  }
  return { height: 0, above: block.above, marks: [line] }
}

function writingPiece(block: Extract<Block, { kind: 'writing' }>, width: number): Piece {
  const marks = Array.from({ length: block.lines }, (_, index): Mark => {
    const y = (index + 1) * block.pitch - 1
    return { kind: 'line', x: 0, y, toX: width, toY: y, width: HAIR, colour: FORM_LINE }
  })
  return { height: block.lines * block.pitch, above: 0, marks }
}

function sidePiece(
  block: Extract<Block, { kind: 'side' }>,
  width: number,
  measure: Measure,
): Piece {
  const shares = block.columns.reduce((sum, column) => sum + column.share, 0)
  const room = width - block.gap * (block.columns.length - 1)
  const marks: Mark[] = []
  let x = 0
  let height = 0
  for (const column of block.columns) {
    const own = (room * column.share) / shares
    const piece = solidPiece(column.blocks, own, measure)
    const left = x
    marks.push(...piece.marks.map((mark) => shiftMark(mark, left, 0)))
    height = Math.max(height, piece.height)
    x += own + block.gap
  }
  return { height, above: block.above, marks }
}

function framedPiece(
  block: Extract<Block, { kind: 'framed' }>,
  width: number,
  measure: Measure,
): Piece {
  const inner = solidPiece(block.blocks, width - FRAME_PADDING * 2, measure)
  const height = inner.height + FRAME_PADDING * 2
  const frame: Mark = {
    kind: 'box',
    x: 0,
    y: 0,
    width,
    height,
    radius: 1.5,
    line: {
      width: HAIR * 2,
      colour: HAIRLINE,
    },
  }
  const marks = inner.marks.map((mark) => shiftMark(mark, FRAME_PADDING, FRAME_PADDING))
  return { height, above: block.above, marks: [frame, ...marks] }
}

// --- Finishing ------------------------------------------------------------------------------------

interface Finish {
  readonly index: number
  readonly count: number
  readonly bookmarks: readonly FlowedBookmark[]
  readonly measure: Measure
}

function finishPage(page: FlowedPage, finish: Finish): PaperPage {
  const { setup } = page
  const { index, count, measure } = finish
  return {
    width: setup.width,
    height: setup.height,
    marks: [
      ...watermarkMarks(setup, measure),
      ...(index > 0 ? headerMarks(setup, page.section, measure) : []),
      ...page.marks.map((mark) => resolveNumber(mark, finish)),
      ...footerMarks(setup, { page: index + 1, pages: count }, measure),
    ],
  }
}

function resolveNumber(mark: Mark, { bookmarks, measure }: Finish): Mark {
  if (mark.kind !== 'pageNumber') return mark
  const { anchor, face, size, colour, y } = mark
  const found = bookmarks.find((bookmark) => bookmark.anchor === anchor)
  const text = found ? String(found.page + 1) : ''
  const width = widthOf(measure.runs(text, face)) * size * POINT
  return { kind: 'text', x: mark.x - width, y, text, face, size, colour }
}
