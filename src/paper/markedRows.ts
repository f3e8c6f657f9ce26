import { assertNever } from '#core/assert.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport } from '#core/report.ts'
import { setAsideOf } from '#core/rubric.ts'
import type { Block, Cell, Group, Row, TextBlock } from './blocks.ts'
import { skillLead } from './skillWords.ts'
import {
  authorInlines,
  cell,
  CHIP_GAP,
  chips,
  HAIR_TABLE,
  isAlone,
  line,
  numbered,
  once,
  togetherInlines,
  writtenParagraphs,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import {
  answerColumns,
  fitsHeads,
  hasAsideColumn,
  rowColumns,
  type Heads,
  type Part,
} from './parts.ts'
import { pickLabel } from './pickWords.ts'
import { headCells } from './rowHeads.ts'

const NUMBER = 8.5
/** An item's row is at least this high, so that the page breathes. */
const LOWEST_ROW = 9
export const MARKED_PADDING = { x: 1.6, y: 1.1 } as const

/** The table of rows under one head. */
export function markedRowsTable(
  { words, paper }: Composing,
  { rubric }: RubricReport,
  {
    heads,
    groups,
    lead,
  }: {
    readonly heads: Heads
    readonly groups: readonly Group[]
    /** What stands at the left, if not skills. */
    readonly lead?: string
  },
): Block {
  const columns = rowColumns(paper, heads)
  return {
    kind: 'table',
    above: 3,
    table: {
      columns,
      line: HAIR_TABLE,
      verticals: columns.map((_, index) => index).slice(2),
      padding: MARKED_PADDING,
      head: { cells: headCells({ rubric, words, lead }, heads, 'filled') },
      groups,
    },
  }
}

/** Skills with their rows; the first one carries the name of its section, if that is given. */
export function markedGroups(
  composing: Composing,
  of: RubricReport,
  {
    part,
    heads,
    band,
  }: {
    readonly part: Extract<Part<ItemReport>, { kind: 'rows' }>
    readonly heads: Heads
    readonly band: TextBlock | undefined
  },
): readonly Group[] {
  return part.skills.map(({ skill, entries }, index) => ({
    ...(index === 0 && band ? { band } : {}),
    lead: skillLead(composing.words.paper.rubric.continued, skill),
    rows: entries.map((item) => markedRow(composing, of, item, { heads })),
  }))
}

/** An item with its marks and whatever else was said of it; `isAgain` if the whole item stands above. */
export function markedRow(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
  { heads, isAgain = false }: { readonly heads: Heads; readonly isAgain?: boolean },
): Row {
  const aside = !hasAsideColumn(of.rubric, report.item, heads)
  // What was agreed on stands in its box, if there is one.
  const agreed = report.item.kind !== 'rating' || !fitsHeads(of.rubric, report.item, heads)
  const words = cell([
    itemWords(report),
    ...underItem(composing, of, report, { aside, strategies: !isAgain, agreed }),
  ])
  const answer = answerCells(composing, of, { report, isAgain }, heads)
  return { lowest: LOWEST_ROW, cells: [words, ...answer] }
}

export function itemWords({ item }: ItemReport): Paragraph {
  return numbered(
    item.number,
    [text(`${item.text}\u00A0`, 'table'), { kind: 'provenance', provenance: item.provenance }],
    NUMBER,
  )
}

// --- Answers --------------------------------------------------------------------------------------

function answerCells(
  composing: Composing,
  { rubric }: RubricReport,
  { report, isAgain }: { readonly report: ItemReport; readonly isAgain: boolean },
  heads: Heads,
): readonly Cell[] {
  const { item } = report
  const choice = () =>
    cell(
      [
        ...choiceParagraphs(composing, report, { rest: !isAgain }),
        ...besideChoice(composing, report),
      ],
      { span },
    )
  const span = answerColumns(heads)
  switch (item.kind) {
    case 'rating':
      return fitsHeads(rubric, item, heads)
        ? boxCells(composing, report, heads)
        : [cell(levelParagraphs(composing, report), { span })]
    case 'status':
      return heads.kind === 'statuses'
        ? report.picks.map((pick) => statusCell(composing, pick))
        : [choice()]
    case 'choice':
      return [choice()]
    case 'text':
      return [cell(textParagraphs(composing, report), { span })]
    case 'placement':
      // The map and its list have said what was chosen; this row has what was written beside it.
      return [
        cell(
          [
            ...choiceParagraphs(composing, report, { rest: false }),
            ...besideChoice(composing, report),
          ],
          { span },
        ),
      ]
    case 'table':
      // It stands across the page, in a part of its own.
      return [cell([], { span })]
    default:
      return assertNever(item)
  }
}

/** Who stands in each box; beside them, softly, who set it aside if that has a box. */
function boxCells(
  composing: Composing,
  { boxes, setAside, team }: ItemReport,
  heads: Heads,
): readonly Cell[] {
  const alone = isAlone(composing.report.reflection)
  const agreed: Paragraph = {
    inlines: [{ kind: 'tag', words: composing.words.paper.rubric.agreed }],
    above: 1,
  }
  const levels = boxes.map((box, index) => {
    const isAgreed = !alone && team?.kind === 'level' && team.level === box.level.id
    const look = box.people.length > 0 || isAgreed ? ('filled' as const) : ('empty' as const)
    const marks = boxContent(composing, { ...box, together: false })
    return cell(isAgreed ? [...marks, agreed] : marks, {
      level: { index, count: boxes.length, look },
      align: 'middle',
    })
  })
  if (heads.kind !== 'levels' || !heads.aside) return levels
  const people = setAside.flatMap((reason) => reason.people)
  const aside = boxContent(composing, { people, together: false })
  return [...levels, cell(aside, { align: 'middle' })]
}

function statusCell(composing: Composing, pick: ItemReport['picks'][number]): Cell {
  const content = boxContent(composing, pick)
  return cell(content, { align: 'middle', isShaded: content.length > 0 })
}

/** A scale with other levels than the head, in words. */
function levelParagraphs(
  { looks, report, words }: Composing,
  { boxes }: ItemReport,
): readonly Paragraph[] {
  const alone = isAlone(report.reflection)
  return boxes
    .filter(({ people }) => people.length > 0)
    .map((box): Paragraph => ({
      inlines: [
        text(`${box.level.label}  `, 'table'),
        ...(alone
          ? [text(words.paper.rubric.tick, 'tableStrong')]
          : chips(once(box.people), looks)),
      ],
      gap: CHIP_GAP,
    }))
}

/** Initials; a tick for the team as one, and for one leader alone. */
function boxContent(
  { looks, report, words }: Composing,
  { people, together }: Pick<ItemReport['picks'][number], 'people' | 'together'>,
): readonly Paragraph[] {
  if (people.length === 0 && !together) return []
  if (isAlone(report.reflection) || together) {
    return [line(words.paper.rubric.tick, 'tableStrong', { align: 'center' })]
  }
  return [{ inlines: chips(once(people), looks), gap: CHIP_GAP }]
}

/** Labels of at most so many letters stand beside each other. */
const SHORT_LABEL = 22

/** What was chosen and by whom; softly, if `rest`, what nobody chose. */
function choiceParagraphs(
  composing: Composing,
  { picks }: ItemReport,
  { rest }: { readonly rest: boolean },
): readonly Paragraph[] {
  const { words } = composing
  const isChosen = ({ people, together }: Chosen) => people.length > 0 || together
  const chosen = picks.filter(isChosen)
  const isShort = chosen.every((pick) => pickLabel(words, pick).length <= SHORT_LABEL)
  const all = chosen.map((pick) => chosenInlines(composing, pick))
  const said = isShort
    ? [
        all.flatMap((inlines, index) =>
          index > 0 ? [text(' \u00A0\u00A0', 'table'), ...inlines] : inlines,
        ),
      ]
    : all
  const paragraphs = said.map((inlines, index): Paragraph => ({
    inlines,
    gap: CHIP_GAP,
    above: index === 0 ? 0 : 0.8,
  }))
  const others = picks.filter((pick) => !isChosen(pick)).map((pick) => pickLabel(words, pick))
  if (!rest || others.length === 0) return chosen.length > 0 ? paragraphs : []
  const unchosen = others.join(' · ')
  return chosen.length > 0
    ? [...paragraphs, line(`${words.paper.rubric.notChosen} ${unchosen}`, 'note', { above: 1 })]
    : [line(unchosen, 'note')]
}

function hasNotesBeside({ item }: ItemReport): boolean {
  return item.kind === 'choice' || item.kind === 'placement'
}

/** Notes stand under what was chosen, where there is room for them. */
function besideChoice(composing: Composing, report: ItemReport): readonly Paragraph[] {
  return noteParagraphs(composing, report).map(({ inlines, gap }, index) => ({
    inlines,
    ...(gap === undefined ? {} : { gap }),
    above: index === 0 ? 1.2 : 0.6,
  }))
}

type Chosen = ItemReport['picks'][number]

function chosenInlines({ looks, report, words }: Composing, pick: Chosen): readonly Inline[] {
  const label = text(pickLabel(words, pick), 'tableStrong')
  if (isAlone(report.reflection) || pick.people.length === 0) return [label]
  return [label, text('\u00A0 ', 'table'), ...chips(once(pick.people), looks)]
}

/** Answers in words, each with its author. */
export function textParagraphs(
  composing: Composing,
  { item, texts }: ItemReport,
): readonly Paragraph[] {
  return texts.flatMap(({ author, text: said }, index) =>
    writtenParagraphs(authorInlines(composing, item, author), said).map((paragraph, place) =>
      place === 0 && index > 0 ? { ...paragraph, above: 1.4 } : paragraph,
    ),
  )
}

// --- Under an item --------------------------------------------------------------------------------

/** What belongs to an item beside its answers: set aside, agreed on, strategies by name, notes. */
export function underItem(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
  { aside = true, strategies = true, agreed = true } = {},
): readonly Paragraph[] {
  return [
    ...togetherParagraphs(composing, report),
    ...(aside ? setAsideParagraphs(composing, of, report) : []),
    ...(agreed ? agreedParagraphs(composing, report) : []),
    ...(strategies ? strategyParagraphs(composing, report) : []),
    ...(hasNotesBeside(report) ? [] : noteParagraphs(composing, report)),
  ]
}

/** "Together", under what the team answers as one. */
export function togetherParagraphs(
  composing: Composing,
  { item }: Pick<ItemReport, 'item'>,
): readonly Paragraph[] {
  const inlines = togetherInlines(composing, item)
  return inlines.length > 0 ? [under(inlines)] : []
}

/** "We don't know  AB CD". */
export function setAsideParagraphs(
  { looks, report: { reflection }, words }: Composing,
  { rubric }: RubricReport,
  { item, setAside }: ItemReport,
): readonly Paragraph[] {
  const ways = setAsideOf(rubric, item)
  return setAside.map(({ reason, people }) => {
    const label = ways.find(({ id }) => id === reason)?.label ?? words.paper.rubric.setAside
    const who = isAlone(reflection) ? [] : chips(once(people), looks)
    return under([text(`${label}  `, 'note'), ...who])
  })
}

/** "Note  AB  In our words." */
export function noteParagraphs(
  composing: Composing,
  { item, notes }: Pick<ItemReport, 'item' | 'notes'>,
): readonly Paragraph[] {
  const { note } = composing.words.paper.rubric
  return notes.flatMap(({ author, text: said }) => {
    const by = authorInlines(composing, item, author)
    const before = [text(`${note}${by.length > 0 ? '  ' : ''}`, 'note'), ...by]
    return writtenParagraphs(before, said, 'noteInk').map((paragraph) => under(paragraph.inlines))
  })
}

function under(inlines: readonly Inline[]): Paragraph {
  return { lead: { inlines: [], width: NUMBER }, inlines, gap: CHIP_GAP, above: 0.6 }
}

/** "We agree on  3  Pretty good", in words, where there is no box for it. */
export function agreedParagraphs(composing: Composing, report: ItemReport): readonly Paragraph[] {
  const { team, boxes } = report
  if (team?.kind !== 'level' || isAlone(composing.report.reflection)) return []
  const index = boxes.findIndex(({ level }) => level.id === team.level)
  const level = boxes[index]?.level
  if (!level) return []
  return [
    under([
      text(`${composing.words.paper.rubric.agreedOn}  `, 'noteStrong'),
      { kind: 'level', index, count: boxes.length },
      text(`\u00A0 ${level.short}`, 'note'),
    ]),
  ]
}

function strategyParagraphs({ words }: Composing, report: ItemReport): readonly Paragraph[] {
  const names = report.strategies
    .map(({ name }) => name)
    .filter((name) => name !== '')
    .join('; ')
  if (names === '') return []
  return [under([text(`${words.paper.rubric.strategies} `, 'note'), text(names, 'noteItalic')])]
}
