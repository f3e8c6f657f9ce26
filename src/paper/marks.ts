import type { Face } from './theme.ts'

/** What a page is made of. All lengths are millimetres from the top left corner, y downwards. */
export type Mark = TextMark | LineMark | BoxMark | PictureMark | PageNumberMark

export interface TextMark {
  readonly kind: 'text'
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly text: string
  readonly face: Face
  /** Points. */
  readonly size: number
  readonly colour: string
  /** Degrees, counter-clockwise, about the start of the baseline. */
  readonly angle?: number
  /** The character whose code this is, if nothing here can draw the character itself. */
  readonly standsFor?: string
}

export interface LineMark {
  readonly kind: 'line'
  readonly x: number
  readonly y: number
  readonly toX: number
  readonly toY: number
  readonly width: number
  readonly colour: string
  readonly dash?: Dash
  /** Round ends; a round line of no length is a dot. */
  readonly round?: boolean
}

export interface BoxMark {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
  readonly fill?: string
  readonly line?: { readonly width: number; readonly colour: string; readonly dash?: Dash }
}

export interface PictureMark {
  readonly kind: 'picture'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly picture: Picture
}

/** The number of the page on which a bookmark stands, set flush right at x; known only at the end. */
export interface PageNumberMark {
  readonly kind: 'pageNumber'
  readonly x: number
  readonly y: number
  readonly anchor: string
  readonly face: Face
  readonly size: number
  readonly colour: string
}

/** Lengths of ink and gap in millimetres, repeated. */
export type Dash = readonly number[]

/** Letters drawn with the device's own fonts. */
export interface Picture {
  /** A PNG file with a clear ground: what stands behind the letters shows through. */
  readonly png: Uint8Array
  /** Sizes in em: the advance, and how far the picture reaches above and below the baseline. */
  readonly width: number
  readonly ascent: number
  readonly descent: number
}

/** A page of marks in reading order. */
export interface PaperPage {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** A heading for the outline of the document. */
export interface Bookmark {
  readonly title: string
  /** 0 for the parts of the document, 1 for what is inside them. */
  readonly depth: number
  /** Counted from 0. */
  readonly page: number
}

/** The same mark elsewhere on the page. */
export function shiftMark(mark: Mark, dx: number, dy: number): Mark {
  if (dx === 0 && dy === 0) return mark
  const x = mark.x + dx
  const y = mark.y + dy
  return mark.kind === 'line'
    ? { ...mark, x, y, toX: mark.toX + dx, toY: mark.toY + dy }
    : { ...mark, x, y }
}
