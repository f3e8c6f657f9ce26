import { assertNever } from '#core/assert.ts'
import {
  isTogether,
  scaleOf,
  setAsideOf,
  STATUSES,
  type ChoiceItem,
  type Item,
  type RatingItem,
  type StatusItem,
  type TextItem,
} from '#core/rubric.ts'
import type { Cell, Group, Row, Table } from './blocks.ts'
import type { SpacedForm } from './blankForm.ts'
import { skillLead } from './skillWords.ts'
import { cell, line, numbered } from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import {
  answerColumns,
  fitsHeads,
  hasAsideColumn,
  headsOf,
  rowColumns,
  type Heads,
  type SkillEntry,
} from './parts.ts'
import { headCells } from './rowHeads.ts'
import { FORM_HAIR, FORM_LINE } from './theme.ts'

/** An item of a blank form. */
export interface BlankEntry {
  readonly item: Item
}

export const FORM_TABLE = { width: FORM_HAIR, colour: FORM_LINE } as const
export const FORM_PADDING = { x: 1.8, y: 1.4 } as const
export const NUMBER = 8.5
const BOX_HEIGHT = { usual: 14, large: 20 } as const
/** The pitch of lines for handwriting. */
const RULED = 8
/** The line of a table's text, which a ruled line is built on. */
const LEADING = 4.24

/** Rows of items with boxes to put initials in, things to tick, and lines to write on. */
export function blankRowsTable(form: SpacedForm, skills: readonly SkillEntry<BlankEntry>[]): Table {
  const { rubric, words, paper } = form
  const items = skills.flatMap(({ entries }) => entries.map(({ item }) => item))
  const heads = headsOf(rubric, items)
  const columns = rowColumns(paper, heads)
  return {
    columns,
    line: FORM_TABLE,
    verticals: [...columns.map((_, index) => index), columns.length],
    padding: FORM_PADDING,
    head: { cells: headCells({ rubric, words }, heads, 'plain') },
    groups: skills.map((entry): Group => ({
      lead: skillLead(words.paper.rubric.continued, entry.skill),
      rows: entry.entries.flatMap(({ item }) => itemRows(form, item, heads)),
    })),
  }
}

function itemRows(form: SpacedForm, item: Item, heads: Heads): readonly Row[] {
  const row: Row = {
    lowest: BOX_HEIGHT[form.boxes],
    cells: [
      cell(blankWords(form, item, heads)),
      ...blankAnswer(form, item, { heads, columns: answerColumns(heads) }),
    ],
  }
  return form.strategyLines && item.kind === 'rating'
    ? [row, strategyRow(form, answerColumns(heads))]
    : [row]
}

// --- Words ----------------------------------------------------------------------------------------

/** An item's words, how it is answered, ways to set it aside, and a line for a note. */
function blankWords(form: SpacedForm, item: Item, heads: Heads): readonly Paragraph[] {
  const aside = item.kind !== 'choice' && !hasAsideColumn(form.rubric, item, heads)
  return [blankItemLine(item), ...howParagraphs(form, item, { aside }), ...noteLines(form, item)]
}

export function blankItemLine(item: Item): Paragraph {
  return numbered(
    item.number,
    [text(`${item.text}\u00A0`, 'method'), { kind: 'provenance', provenance: item.provenance }],
    NUMBER,
  )
}

/**
 * In one line: "We answer this together", where the head of the section does not say it; how many to
 * choose, unless `one` is false and it is one; the ways to set the item aside, unless `aside` is false
 * because they stand among the answers.
 */
export function howParagraphs(
  form: SpacedForm,
  item: Item,
  { aside = true, one = true } = {},
): readonly Paragraph[] {
  const { blank } = form.words.paper
  const isTold = isTogether(item) && !form.isTogether
  const together: readonly Inline[] = isTold ? [{ kind: 'tag', words: blank.together }] : []
  const choose =
    item.kind === 'choice' && (item.many || one)
      ? [text(item.many ? blank.chooseAny : blank.chooseOne, 'note')]
      : []
  const ways = aside
    ? setAsideOf(form.rubric, item).map(({ label }) => asideInlines(item, label))
    : []
  const parts = [together, choose, ...ways].filter((part) => part.length > 0)
  if (parts.length === 0) return []
  const inlines = parts.flatMap((part, index) =>
    index > 0 ? [text(' \u00A0\u00A0', 'note'), ...part] : part,
  )
  return [{ lead: HANGING, inlines, above: 0.9 }]
}

/** A box to tick, where one answer is for all; else a short line for initials. */
function asideInlines(item: Item, label: string): readonly Inline[] {
  const said = label.replaceAll(' ', '\u00A0')
  return isTogether(item)
    ? [{ kind: 'tickBox' }, text(`\u00A0\u00A0${said}`, 'note')]
    : [text(`${said}\u00A0`, 'note'), { kind: 'blank', width: 12 }]
}

function noteLines({ words }: SpacedForm, item: Item): readonly Paragraph[] {
  if (!('note' in item) || !item.note) return []
  const label = text(`${words.paper.blank.note}\u00A0 `, 'note')
  return [{ lead: HANGING, inlines: [label, { kind: 'blank', width: 'rest' }], above: 3 }]
}

const HANGING = { inlines: [], width: NUMBER } as const

/** Everyone's initials, or one tick for all. */
export function boxFor(item: Item): Inline {
  return { kind: 'tickBox', holds: isTogether(item) ? 'tick' : 'initials' }
}

// --- Answers --------------------------------------------------------------------------------------

interface Room {
  readonly heads: Heads
  /** How many columns there are for the answer. */
  readonly columns: number
}

/** The cells in which an item is answered. */
function blankAnswer(form: SpacedForm, item: Item, room: Room): readonly Cell[] {
  switch (item.kind) {
    case 'rating':
      return ratingBoxes(form, item, room)
    case 'status':
      return statusBoxes(form, item, room)
    case 'choice':
      return choiceCells(form, item, room.columns)
    case 'text':
      return [textCell(form, item, room.columns)]
    case 'table':
    case 'placement':
      // They are printed across the page, in parts of their own.
      return [cell([], { span: room.columns })]
    default:
      return assertNever(item)
  }
}

/** Empty boxes under the heads; a scale of its own brings its own words. */
function ratingBoxes({ rubric }: SpacedForm, item: RatingItem, room: Room): readonly Cell[] {
  if (fitsHeads(rubric, item, room.heads)) {
    return Array.from({ length: room.columns }, () => cell([]))
  }
  const { levels } = scaleOf(rubric, item)
  return [
    inlineChoices(
      item,
      levels.map(({ label }) => label),
      room.columns,
    ),
  ]
}

function statusBoxes({ words }: SpacedForm, item: StatusItem, room: Room): readonly Cell[] {
  if (room.heads.kind === 'statuses') return STATUSES.map(() => cell([]))
  return [
    inlineChoices(
      item,
      STATUSES.map((id) => words.common.statuses[id]),
      room.columns,
    ),
  ]
}

function inlineChoices(item: Item, labels: readonly string[], span: number): Cell {
  return cell([choicesLine(item, labels)], { span })
}

/** A box before each label, beside each other. */
export function choicesLine(item: Item, labels: readonly string[]): Paragraph {
  const inlines = labels.flatMap((label): readonly Inline[] => [
    boxFor(item),
    text(`\u00A0\u00A0${label.replaceAll(' ', '\u00A0')} \u00A0\u00A0\u00A0`, 'table'),
  ])
  return { inlines, above: 0.6 }
}

/** This many letters stand beside each other in one line. */
const SHORT_LABEL = 22
/** More options than this stand in two columns. */
const ONE_COLUMN = 5

/** A box before each option: beside each other if they are short, else one under the other. */
function choiceCells(form: SpacedForm, item: ChoiceItem, columns: number): readonly Cell[] {
  const aside = setAsideOf(form.rubric, item).map(({ label }) => ({ label, hint: undefined }))
  const all = [...item.options, ...aside]
  if (all.every(({ label, hint }) => hint === undefined && label.length <= SHORT_LABEL)) {
    return [
      inlineChoices(
        item,
        all.map(({ label }) => label),
        columns,
      ),
    ]
  }
  const lines = all.map(({ label, hint }) => optionLine(item, label, hint))
  if (lines.length <= ONE_COLUMN || columns < 2) return [cell(lines, { span: columns })]
  const half = Math.ceil(lines.length / 2)
  const left = Math.ceil(columns / 2)
  return [
    cell(lines.slice(0, half), { span: left }),
    cell(lines.slice(half), { span: columns - left, isJoined: true }),
  ]
}

function optionLine(item: Item, label: string, hint: string | undefined): Paragraph {
  const width = isTogether(item) ? 6 : 13.5
  const more = hint === undefined ? [] : [text(`\u00A0 ${hint}`, 'note')]
  return {
    lead: { inlines: [boxFor(item)], width },
    inlines: [text(label, hint === undefined ? 'table' : 'tableStrong'), ...more],
    above: 2.2,
  }
}

function textCell({ words, space }: SpacedForm, item: TextItem, span: number): Cell {
  const label = line(words.paper.blank.writeHere, 'number')
  return cell([label, ...ruledLines(space.ruledLines[item.length])], { span })
}

/** Lines to write on, as wide as their cell. */
export function ruledLines(count: number): readonly Paragraph[] {
  return Array.from({ length: count }, (_, index) => ({
    inlines: [{ kind: 'blank', width: 'rest' }],
    above: index === 0 ? RULED - LEADING - 1.5 : RULED - LEADING,
  }))
}

/** Ruled lines for a strategy and for how we know, under the row they belong to. */
function strategyRow({ words }: SpacedForm, columns: number): Row {
  const { strategyLine, evidenceLine } = words.paper.blank
  const ruled = (label: string): Paragraph => ({
    inlines: [text(`${label}\u00A0 `, 'note'), { kind: 'blank', width: 'rest' }],
  })
  return {
    isTail: true,
    isOpen: true,
    lowest: 9,
    cells: [
      cell([ruled(strategyLine)], { align: 'bottom' }),
      cell([ruled(evidenceLine)], { span: columns, align: 'bottom' }),
    ],
  }
}
