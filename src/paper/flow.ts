import { invariant } from '#core/assert.ts'
import type { NewBookmark, PageSetup } from './blocks.ts'
import { shiftMark, type Mark } from './marks.ts'

/** How near to the bottom a heading may stand, in millimetres. */
export const HEADING_CLEARANCE = 20

/** What is placed as a whole: marks relative to its top left corner. */
export interface Piece {
  readonly height: number
  /** Space above, left out at the top of a frame. */
  readonly above: number
  readonly marks: readonly Mark[]
  /** Waits for the next piece and stands on the same page. */
  readonly keepWithNext?: boolean
  readonly isHeading?: boolean
  readonly bookmark?: NewBookmark
  readonly section?: string
}

export interface FlowedPage {
  readonly setup: PageSetup
  readonly marks: Mark[]
  /** The section that goes on at the top of the page; empty where a new part opens. */
  section: string
}

export interface FlowedBookmark extends NewBookmark {
  readonly page: number
}

/** Newspaper columns, about equally long on the page where they end. */
export interface Columns {
  readonly count: number
  readonly gap: number
  /** The height of everything that goes into them, one under the other. */
  readonly total: number
  /** How much a column may become longer than its share, because something in it stays whole. */
  readonly slack: number
}

/** Fills frame after frame, page after page. */
export interface Flow {
  width(): number
  /** What is left in this frame below the pieces that wait. */
  room(): number
  /** The height of a frame with nothing in it but what repeats. */
  wholeRoom(): number
  /** True if nothing but what repeats stands in this frame. */
  isFresh(): boolean
  /** True if a heading waits for what follows. */
  hasWaiting(): boolean
  place(piece: Piece): void
  /** Moves on if what waits and `height` more do not fit here. */
  settle(height: number): void
  nextFrame(): void
  startPage(setup: PageSetup): void
  /** A page like this one, where something new opens; what waits comes along. */
  newPage(): void
  /** Sets what repeats at the top of each following frame. */
  repeat(piece: Piece | undefined): void
  startColumns(columns: Columns): void
  endColumns(): void
  readonly pages: readonly FlowedPage[]
  readonly bookmarks: readonly FlowedBookmark[]
}

interface Edges {
  /** Of the area for text on a page. */
  frame(setup: PageSetup, page: number): { readonly top: number; readonly bottom: number }
}

interface State {
  readonly edges: Edges
  readonly pages: FlowedPage[]
  readonly bookmarks: FlowedBookmark[]
  waiting: readonly Piece[]
  repeated: Piece | undefined
  columns: ColumnState | undefined
  section: string
  chapter: string | undefined
  /** Where the next piece goes. */
  y: number
  /** Something that does not repeat stands in this frame. */
  isUsed: boolean
  /** The page goes on with what the page before began. */
  continues: boolean
}

interface ColumnState extends Columns {
  /** What has not been placed yet when this page's columns begin. */
  rest: number
  /** All but the last column end here on this page. */
  share: number
  top: number
  current: number
  /** How far down any column of this page reaches. */
  lowest: number
}

const ALMOST_NOTHING = 1e-6

/** An empty flow; it has no page until `startPage`. */
export function createFlow(edges: Edges): Flow {
  const state: State = {
    edges,
    pages: [],
    bookmarks: [],
    waiting: [],
    repeated: undefined,
    columns: undefined,
    section: '',
    chapter: undefined,
    y: 0,
    isUsed: false,
    continues: false,
  }
  return {
    pages: state.pages,
    bookmarks: state.bookmarks,
    width: () => frameWidth(state),
    room: () => frameBottom(state) - state.y - waitingHeight(state),
    wholeRoom: () => wholeRoom(state),
    isFresh: () => !state.isUsed,
    hasWaiting: () => state.waiting.some(({ isHeading }) => isHeading === true),
    place: (piece) => place(state, piece),
    settle: (height) => settle(state, { height, above: 0 }),
    nextFrame: () => nextFrame(state),
    startPage: (setup) => startPage(state, setup),
    newPage() {
      const { waiting } = state
      startPage(state, pageNow(state).setup)
      state.waiting = waiting
    },
    repeat(piece) {
      state.repeated = piece
    },
    startColumns(columns) {
      const start = { rest: columns.total, share: Infinity, top: state.y, current: 0 }
      state.columns = { ...columns, ...start, lowest: state.y }
      state.isUsed = false
      shareColumns(state)
    },
    endColumns() {
      if (state.columns) state.y = Math.max(state.columns.lowest, state.y)
      state.columns = undefined
      state.isUsed = true
    },
  }
}

// --- Frames ---------------------------------------------------------------------------------------

function pageNow({ pages }: State): FlowedPage {
  const last = pages.at(-1)
  invariant(last, 'a flow starts with a page')
  return last
}

function frameBottom(state: State): number {
  const { columns, pages, edges } = state
  const { bottom } = edges.frame(pageNow(state).setup, pages.length - 1)
  if (!columns || columns.current === columns.count - 1) return bottom
  return Math.min(bottom, columns.top + columns.share)
}

/** Makes the columns of this page equal if what is left surely ends on it. */
function shareColumns(state: State): void {
  const { columns, edges, pages } = state
  if (!columns) return
  const { bottom } = edges.frame(pageNow(state).setup, pages.length - 1)
  const share = columns.rest / columns.count
  columns.share = share + columns.slack < bottom - columns.top ? share : Infinity
}

function frameWidth(state: State): number {
  const { setup } = pageNow(state)
  const whole = setup.width - setup.margin * 2
  if (!state.columns) return whole
  const { count, gap } = state.columns
  return (whole - gap * (count - 1)) / count
}

function frameLeft(state: State): number {
  const { columns } = state
  const { margin } = pageNow(state).setup
  return columns ? margin + columns.current * (frameWidth(state) + columns.gap) : margin
}

function wholeRoom(state: State): number {
  const { top, bottom } = state.edges.frame(pageNow(state).setup, state.pages.length)
  return bottom - top - (state.repeated?.height ?? 0)
}

function openFrame(state: State, top: number): void {
  state.y = top
  state.isUsed = false
  // A head that still waits, perhaps below a heading, will be drawn in its turn.
  if (!state.repeated || state.waiting.includes(state.repeated)) return
  drawPiece(state, state.repeated)
  state.isUsed = false
}

function addPage(state: State, setup: PageSetup): void {
  state.pages.push({ setup, marks: [], section: '' })
  const { top } = state.edges.frame(setup, state.pages.length - 1)
  if (state.columns) {
    Object.assign(state.columns, { current: 0, top, lowest: top })
    shareColumns(state)
  }
  openFrame(state, top)
}

function nextFrame(state: State): void {
  const { columns } = state
  if (columns && columns.current < columns.count - 1) {
    columns.lowest = Math.max(columns.lowest, state.y)
    columns.current += 1
    openFrame(state, columns.top)
    return
  }
  state.continues = true
  addPage(state, pageNow(state).setup)
}

function startPage(state: State, setup: PageSetup): void {
  Object.assign(state, { waiting: [], columns: undefined, repeated: undefined })
  Object.assign(state, { section: '', continues: false })
  addPage(state, setup)
  const isNew = setup.chapter !== undefined && setup.chapter !== state.chapter
  state.chapter = setup.chapter
  if (isNew) addBookmark(state, { title: setup.chapter ?? '', depth: -1 })
}

function addBookmark(state: State, bookmark: NewBookmark): void {
  const depth = bookmark.depth + (state.chapter === undefined ? 0 : 1)
  state.bookmarks.push({ ...bookmark, depth, page: state.pages.length - 1 })
}

// --- Pieces ---------------------------------------------------------------------------------------

function place(state: State, piece: Piece): void {
  if (piece.keepWithNext) {
    if (waitingHeight(state) + piece.height > wholeRoom(state)) giveUpWaiting(state)
    state.waiting = [...state.waiting, piece]
    return
  }
  settle(state, piece)
  if (state.waiting.length > 0 && !fits(state, piece)) {
    giveUpWaiting(state)
    settle(state, piece)
  }
  const pieces = [...state.waiting, piece]
  state.waiting = []
  for (const one of pieces) drawPiece(state, one)
}

/** What waits and what it waits for are higher than a frame together: they part after all. */
function giveUpWaiting(state: State): void {
  const pieces = state.waiting
  state.waiting = []
  for (const piece of pieces) {
    settle(state, piece)
    drawPiece(state, piece)
  }
}

function drawPiece(state: State, piece: Piece): void {
  if (state.isUsed) state.y += piece.above
  if (piece.section !== undefined) state.section = piece.section
  const page = pageNow(state)
  if (!state.isUsed && state.continues && piece !== state.repeated && page.section === '') {
    page.section = state.section
  }
  if (piece.bookmark) addBookmark(state, piece.bookmark)
  const left = frameLeft(state)
  for (const mark of piece.marks) page.marks.push(shiftMark(mark, left, state.y))
  state.y += piece.height
  state.isUsed = true
  if (state.columns) state.columns.rest -= piece.above + piece.height
}

function waitingHeight({ waiting, isUsed }: State): number {
  return waiting.reduce(
    (sum, piece, index) => sum + piece.height + (index > 0 || isUsed ? piece.above : 0),
    0,
  )
}

/** Moves on if the piece, with what waits for it, does not fit into this frame. */
function settle(state: State, piece: Pick<Piece, 'height' | 'above'>): void {
  if (state.isUsed && !fits(state, piece)) nextFrame(state)
}

function fits(state: State, piece: Pick<Piece, 'height' | 'above'>): boolean {
  const own = piece.height + (state.isUsed || state.waiting.length > 0 ? piece.above : 0)
  const isHeading = state.waiting.some((waiting) => waiting.isHeading === true)
  const needed = Math.max(waitingHeight(state) + own, isHeading ? HEADING_CLEARANCE : 0)
  return needed <= frameBottom(state) - state.y + ALMOST_NOTHING
}
