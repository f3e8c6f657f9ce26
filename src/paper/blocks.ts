import type { Paragraph } from './paragraph.ts'

/** What a document says, in reading order. Layout decides where. Lengths in millimetres. */
export type Block =
  | TextBlock
  | {
      readonly kind: 'rule'
      readonly above: number
      readonly colour: string
      readonly width: number
    }
  | { readonly kind: 'gap'; readonly height: number }
  | { readonly kind: 'table'; readonly table: Table; readonly above?: number }
  /** A field with two axes, zones, and what stands on it. */
  | { readonly kind: 'map'; readonly map: PaperMap; readonly height: number }
  /** Lines to write on. */
  | { readonly kind: 'writing'; readonly lines: number; readonly pitch: number }
  /** Columns that belong together and never break. */
  | {
      readonly kind: 'side'
      readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[]
      readonly gap: number
      readonly above: number
    }
  /** Blocks in a frame that never breaks. */
  | { readonly kind: 'framed'; readonly blocks: readonly Block[]; readonly above: number }
  /** Stays in one piece unless it is higher than `upTo`. */
  | {
      readonly kind: 'keep'
      readonly blocks: readonly Block[]
      readonly upTo: number
    }
  /** The first variant that fits into what is left of the page; else the last one, flowing. */
  | {
      readonly kind: 'fit'
      readonly variants: readonly (readonly Block[])[]
      /**
       * Where none fits here, begins a new page and looks again: always, or only if one of them then
       * fits the whole page.
       */
      readonly elseNewPage?: 'always' | 'ifWhole'
      /** What takes the rest of the page that is left for a new one, if there is room. */
      readonly instead?: readonly Block[]
    }
  /** Newspaper columns. */
  | {
      readonly kind: 'columns'
      readonly count: number
      readonly gap: number
      readonly blocks: readonly Block[]
    }
  /** A new page from here on. */
  | { readonly kind: 'page'; readonly setup: PageSetup }

export interface PaperMap {
  readonly across: MapAxis
  readonly up: MapAxis
  readonly zones: readonly MapZone[]
  /** To be filled in by hand, and copied: no tints. */
  readonly isForm: boolean
  readonly flags: readonly MapFlag[]
}

export interface MapAxis {
  readonly label: string
  readonly low: string
  readonly high: string
}

export interface MapZone {
  readonly letter: string
  readonly name: string
  /** In percent of the map, from its lower left corner. */
  readonly area: {
    readonly left: number
    readonly right: number
    readonly bottom: number
    readonly top: number
  }
}

/** A label with the points it belongs to. */
export interface MapFlag {
  /** In percent, from the lower left corner. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly label: Paragraph
  /** Stands on each point instead of a dot with the label beside it, where a map is crowded. */
  readonly isPin?: boolean
}

export interface TextBlock {
  readonly kind: 'text'
  readonly paragraphs: readonly Paragraph[]
  /** Never parted from what follows; counts as a heading near the bottom of a page. */
  readonly isHeading?: boolean
  readonly bookmark?: NewBookmark
  /** The section that starts here, for the head of the pages that follow. */
  readonly section?: string
}

export interface NewBookmark {
  readonly title: string
  readonly depth: number
  /** A name for `pageOf`. */
  readonly anchor?: string
}

export interface PageSetup {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** At the right of the head from the second page on. */
  readonly running: string
  readonly footer: {
    readonly left: readonly string[]
    readonly right: (page: number, pages: number) => string
    /** Small print, joined with dots. */
    readonly fine: readonly string[]
    /** A small code at the very end, for finding the page again on screen. */
    readonly code?: (page: number) => string
  }
  readonly watermark: string | undefined
  /** The part of a longer document: its bookmarks hang from one of this name. */
  readonly chapter?: string | undefined
}

export interface Table {
  /** Widths; they add up to the width of the frame. */
  readonly columns: readonly number[]
  /** Repeats at the top of each page. */
  readonly head?: Row
  readonly groups: readonly Group[]
  readonly line: { readonly width: number; readonly colour: string }
  /** Lines between columns, by the number of the column on their right. */
  readonly verticals: readonly number[]
  readonly padding: { readonly x: number; readonly y: number }
}

export interface Group {
  /** A heading across the table, kept with the rows that follow. */
  readonly band?: TextBlock
  /** Spans the rows in the first column; `again` is shown where the rows continue on another page. */
  readonly lead?: { readonly first: readonly Paragraph[]; readonly again: readonly Paragraph[] }
  /** With a lead, their cells begin in the second column. */
  readonly rows: readonly Row[]
}

export interface Row {
  readonly cells: readonly Cell[]
  readonly lowest?: number
  /** Belongs to the row before and stays with it. */
  readonly isTail?: boolean
  /** No lines between its columns. */
  readonly isOpen?: boolean
}

export interface Cell {
  readonly paragraphs: readonly Paragraph[]
  /** How many columns it takes. */
  readonly span?: number
  /** No line between it and the cell at its left. */
  readonly isJoined?: boolean
  readonly align?: 'top' | 'middle' | 'bottom'
  /** Softly tinted: something stands in a box that is none of a scale. */
  readonly isShaded?: boolean
  /** A box of the scale. `filled` ones carry tint and pattern; a `head` carries its pattern on top. */
  readonly level?: {
    readonly index: number
    readonly count: number
    readonly look: 'filled' | 'empty' | 'head'
  }
}
