/** Sizes and colours of paper: millimetres, type in points. One light palette; nothing here reads CSS. */

export type PaperSize = 'letter' | 'a4'
export type Face = 'regular' | 'italic' | 'semibold' | 'serif'

export const PAPER = {
  letter: { width: 215.9, height: 279.4, margin: 12.7 },
  a4: { width: 210, height: 297, margin: 12 },
} as const satisfies Record<PaperSize, { width: number; height: number; margin: number }>

/** Millimetres in one point. */
export const POINT = 25.4 / 72

export const INK = '#1d2a33'
export const INK_SOFT = '#47555f'
export const INK_FAINT = '#626d74'
export const ACCENT = '#0f5c63'
export const HAIRLINE = '#808b8f'
/** For forms that will be copied: 60 % grey. */
export const FORM_LINE = '#666666'
export const WATERMARK = '#ececea'
/** The ground of a zone on a map. */
export const ZONE_TINT = '#f2f6f6'
/** A box with something in it that is none of a scale. */
export const BOX_TINT = '#e6efee'
export const WHITE = '#ffffff'

export const HAIR = 0.3 * POINT
export const FORM_HAIR = 0.5 * POINT

/** How a piece of text looks. `leading` is the height of its line in millimetres. */
export interface TextStyle {
  readonly face: Face
  readonly size: number
  readonly leading: number
  readonly colour: string
}

function style(face: Face, size: number, leading: number, colour: string = INK): TextStyle {
  return { face, size, leading: leading * POINT, colour }
}

export const STYLES = {
  kicker: style('semibold', 9, 12, ACCENT),
  title: style('serif', 18, 21.5),
  partTitle: style('serif', 16, 20),
  meta: style('regular', 10.5, 14.5),
  metaStrong: style('semibold', 10.5, 14.5),
  heading: style('semibold', 11.5, 15, ACCENT),
  section: style('semibold', 9.5, 11.5),
  strip: style('regular', 9, 10.8),
  boxHead: style('semibold', 8.5, 10.4),
  boxHeadSoft: style('regular', 8.5, 10.4, INK_SOFT),
  body: style('regular', 10.5, 14),
  bodyStrong: style('semibold', 10.5, 14),
  table: style('regular', 9.5, 12),
  tableStrong: style('semibold', 9.5, 12),
  tableItalic: style('italic', 9.5, 12),
  tableSoft: style('regular', 9.5, 12, INK_SOFT),
  cardName: style('semibold', 11, 14),
  method: style('regular', 10, 12.6),
  note: style('regular', 9, 11.6, INK_SOFT),
  noteInk: style('regular', 9, 11.6),
  noteStrong: style('semibold', 9, 11.6, INK_SOFT),
  noteItalic: style('italic', 9, 11.6, INK_SOFT),
  cellHead: style('semibold', 8.5, 10.8, ACCENT),
  cellHint: style('regular', 8, 10.8, INK_SOFT),
  /** A little space below a text. */
  space: style('regular', 2, 3.4),
  number: style('regular', 7, 12, INK_FAINT),
  stripNumber: style('regular', 8, 12, INK_FAINT),
  tag: style('semibold', 8, 12, INK_SOFT),
  running: style('regular', 8, 10.5, INK_SOFT),
  runningStrong: style('semibold', 8, 10.5, INK_SOFT),
  fine: style('regular', 7, 8.8, INK_FAINT),
} as const satisfies Record<string, TextStyle>

export type StyleName = keyof typeof STYLES

interface ChipLookOnPaper {
  readonly face: Face
  readonly ink: string
  readonly line: string
  readonly tints: readonly string[]
}

/** Initials in a box: as on screen, a rounded chip with an outline pattern of its own. */
export const CHIP: ChipLookOnPaper = {
  face: 'semibold',
  ink: INK,
  line: '#5b584d',
  tints: ['#fbe9cf', '#dcebe3', '#e4e4f4', '#f6e0da', '#e3ecd2', '#dde9f3'],
}

/** Chips come in two sizes: in the rubric as on the table, small where many must be seen at once. */
export const CHIP_SIZES = {
  usual: { height: 4.3, padding: 1.15, narrowest: 5.6, gap: 0.9, size: 8.5, countSize: 6, pen: 1 },
  small: {
    height: 3.7,
    padding: 0.65,
    narrowest: 4.4,
    gap: 0.5,
    size: 8,
    countSize: 5.5,
    pen: 0.7,
  },
} as const

export type ChipSize = keyof typeof CHIP_SIZES

const HUE = [0x1e, 0x6a, 0x71] as const
const SHARES = [0, 0.12, 0.3, 0.55] as const

/** How a level is marked so that it can be told in grey: paper, dots, slanted lines, solid. */
export type Pattern = 'blank' | 'dots' | 'slants' | 'solid'

/** The tint of a level's box: one hue, from paper to deep, whatever the number of levels. */
export function levelTint(index: number, count: number): string {
  const place = (index / Math.max(1, count - 1)) * (SHARES.length - 1)
  const below = SHARES[Math.floor(place)] ?? 0
  const above = SHARES[Math.ceil(place)] ?? below
  const share = below + (above - below) * (place - Math.floor(place))
  const channels = HUE.map((channel) => Math.round(255 + (channel - 255) * share))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The solid colour of the levels' hue, for patterns and the strongest edge. */
export const LEVEL_DEEP = '#1e6a71'

export function levelPattern(index: number, count: number): Pattern {
  const place = index / Math.max(1, count - 1)
  if (place === 0) return 'blank'
  if (place === 1) return 'solid'
  return place < 0.5 ? 'dots' : 'slants'
}
