import type { Participant } from '#core/reflection.ts'
import type { Block, Cell, Group, TextBlock } from './blocks.ts'
import { cell, chipsUpTo, HAIR_TABLE, isAlone, line, sheet, type Composing } from './composing.ts'
import { text } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

/** Of the names at the left: boxes of people need their room, others leave more to the names. */
const LABEL = { levels: 65, few: 92, others: 74 } as const
const FEW_BOXES = 3
const COVERAGE = 13
const NUMBER = 6.2
/** Of a strip, where there are few and where there are many. */
const LOWEST = { few: 6.2, many: 5 } as const
const FEW_STRIPS = 11

/** One line of the picture on page 1: who stands in which box. */
export interface Strip {
  readonly number: string
  readonly name: string
  readonly boxes: readonly StripBox[]
  /** At the right end, for example "5 of 7"; nothing if left out. */
  readonly coverage?: string
}

export interface StripBox {
  readonly people: readonly { readonly person: Participant; readonly count: number }[]
  /** How many marks the team put here as one. */
  readonly together: number
  /** A box of the scale; others are shaded where there is something in them. */
  readonly level?: { readonly index: number; readonly count: number }
}

export interface StripBand {
  readonly title: TextBlock | undefined
  readonly strips: readonly Strip[]
}

/** Strips under the heads of their boxes, at most `most` people in a box before the rest is counted. */
export function stripTable(
  composing: Composing,
  {
    heads,
    coverage,
    bands,
    most,
  }: {
    readonly heads: readonly Cell[]
    /** The head over the coverage; without it there is no such column. */
    readonly coverage: string | undefined
    readonly bands: readonly StripBand[]
    readonly most: number
  },
): Block {
  const { frame } = sheet(composing.paper, 'portrait')
  const end = coverage === undefined ? [] : [COVERAGE]
  const label = labelWidth(heads)
  const box = (frame - label - (end[0] ?? 0)) / heads.length
  const all = bands.reduce((sum, { strips }) => sum + strips.length, 0)
  const lowest = all <= FEW_STRIPS ? LOWEST.few : LOWEST.many
  const ends: readonly Cell[] =
    coverage === undefined
      ? []
      : [cell([line(coverage, 'boxHeadSoft', { align: 'right' })], { align: 'bottom' })]
  return {
    kind: 'table',
    table: {
      columns: [label, ...heads.map(() => box), ...end],
      line: HAIR_TABLE,
      verticals: [...heads.map((_, index) => index + 1), heads.length + 1],
      padding: { x: 1.1, y: 0.4 },
      head: { cells: [cell([]), ...heads, ...ends] },
      groups: bands.map(({ title, strips }): Group => ({
        ...(title ? { band: title } : {}),
        rows: strips.map((strip) => ({
          lowest,
          cells: stripCells(composing, strip, { hasEnd: coverage !== undefined, most }),
        })),
      })),
    },
  }
}

function labelWidth(heads: readonly Cell[]): number {
  if (heads.some(({ level }) => level)) return LABEL.levels
  return heads.length <= FEW_BOXES ? LABEL.few : LABEL.others
}

function stripCells(
  composing: Composing,
  strip: Strip,
  { hasEnd, most }: { readonly hasEnd: boolean; readonly most: number },
): readonly Cell[] {
  const end = line(strip.coverage ?? '', 'note', { align: 'right' })
  const name: Paragraph = {
    lead: { inlines: [text(strip.number, 'stripNumber')], width: NUMBER },
    inlines: [text(strip.name, 'strip')],
  }
  return [
    cell([name], { align: 'middle' }),
    ...strip.boxes.map((box) => boxCell(composing, box, most)),
    ...(hasEnd ? [cell([end], { align: 'middle' })] : []),
  ]
}

function boxCell(composing: Composing, box: StripBox, most: number): Cell {
  const isEmpty = box.people.length === 0 && box.together === 0
  return {
    align: 'middle',
    ...(box.level
      ? { level: { ...box.level, look: isEmpty ? ('empty' as const) : ('filled' as const) } }
      : { isShaded: !isEmpty }),
    paragraphs: isEmpty ? [] : [boxContent(composing, box, most)],
  }
}

function boxContent(
  composing: Composing,
  { people, together, level }: StripBox,
  most: number,
): Paragraph {
  const { tick } = composing.words.paper.rubric
  const counted = (count: number) =>
    line(count === 1 ? tick : String(count), 'tableStrong', { align: 'center' })
  if (together > 0) return counted(together)
  if (isAlone(composing.report.reflection)) {
    const count = people.reduce((sum, entry) => sum + entry.count, 0)
    return level ? line(String(count), 'tableStrong', { align: 'center' }) : counted(count)
  }
  return { inlines: chipsUpTo(most, people, composing), gap: 0.5 }
}
