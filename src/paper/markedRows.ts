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
  togetherTag,
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
  { heads, groups }: { readonly heads: Heads; readonly groups: readonly Group[] },
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
      head: { cells: headCells({ rubric, words }, heads, 'filled') },
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
    rows: entries.map((item) => markedRow(composing, of, item, heads)),
  }))
}

/** An item with its marks and whatever else was said of it. */
export function markedRow(
  composing: Composing,
  of: RubricReport,
  report: ItemReport,
  heads: Heads,
): Row {
  const aside = !hasAsideColumn(of.rubric, report.item, heads)
  const words = cell([itemWords(report), ...underItem(composing, of, report, { aside })])
  return { lowest: LOWEST_ROW, cells: [words, ...answerCells(composing, of, report, heads)] }
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
  report: ItemReport,
  heads: Heads,
): readonly Cell[] {
  const { item } = report
  const span = answerColumns(heads)
  switch (item.kind) {
    case 'rating':
      return fitsHeads(rubric, item, heads)
        ? boxCells(composing, report, heads)
        : [cell(levelParagraphs(composing, report), { span })]
    case 'status':
      return heads.kind === 'statuses'
        ? report.picks.map((pick) => cell(boxContent(composing, pick), { align: 'middle' }))
        : [cell(choiceParagraphs(composing, report), { span })]
    case 'choice':
      return [cell(choiceParagraphs(composing, report), { span })]
    case 'text':
      return [cell(textParagraphs(composing, report), { span })]
    case 'table':
    case 'placement':
      // They stand across the page, in parts of their own.
      return [cell([], { span })]
    default:
      return assertNever(item)
  }
}

/** Who stands in each box; beside them, softly, who set it aside if that has a box. */
function boxCells(
  composing: Composing,
  { boxes, setAside }: ItemReport,
  heads: Heads,
): readonly Cell[] {
  const levels = boxes.map((box, index) => {
    const look = box.people.length > 0 ? ('filled' as const) : ('empty' as const)
    return cell(boxContent(composing, { ...box, together: false }), {
      level: { index, count: boxes.length, look },
      align: 'middle',
    })
  })
  if (heads.kind !== 'levels' || !heads.aside) return levels
  const people = setAside.flatMap((reason) => reason.people)
  const aside = boxContent(composing, { people, together: false })
  return [...levels, cell(aside, { align: 'middle' })]
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

/** Initials, the team's tag, or the tick of one leader alone. */
function boxContent(
  { looks, report, words }: Composing,
  { people, together }: Pick<ItemReport['picks'][number], 'people' | 'together'>,
): readonly Paragraph[] {
  if (people.length === 0 && !together) return []
  if (isAlone(report.reflection)) {
    return [line(words.paper.rubric.tick, 'tableStrong', { align: 'center' })]
  }
  const team = together ? [togetherTag(words)] : []
  return [{ inlines: [...team, ...chips(once(people), looks)], gap: CHIP_GAP }]
}

/** What was chosen and by whom; softly, what nobody chose. */
export function choiceParagraphs(
  { looks, report, words }: Composing,
  { picks }: ItemReport,
): readonly Paragraph[] {
  const alone = isAlone(report.reflection)
  const isChosen = ({ people, together }: ItemReport['picks'][number]) =>
    people.length > 0 || together
  const chosen = picks.filter(isChosen).map((pick, index): Paragraph => {
    const team = pick.together && !alone ? [togetherTag(words)] : []
    const who = alone ? [] : [...team, ...chips(once(pick.people), looks)]
    return {
      inlines: [
        text(`${pickLabel(words, pick)}${who.length > 0 ? '  ' : ''}`, 'tableStrong'),
        ...who,
      ],
      gap: CHIP_GAP,
      above: index === 0 ? 0 : 0.8,
    }
  })
  const rest = picks.filter((pick) => !isChosen(pick)).map((pick) => pickLabel(words, pick))
  if (rest.length === 0) return chosen
  const label = chosen.length > 0 ? `${words.paper.rubric.notChosen} ` : ''
  return [
    ...chosen,
    line(`${label}${rest.join(' · ')}`, 'note', { above: chosen.length > 0 ? 1 : 0 }),
  ]
}

/** Answers in words, each with its author. */
export function textParagraphs(composing: Composing, { texts }: ItemReport): readonly Paragraph[] {
  return texts.flatMap(({ author, text: said }, index) =>
    writtenParagraphs(authorInlines(composing, author), said).map((paragraph, place) =>
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
  { aside = true } = {},
): readonly Paragraph[] {
  return [
    ...(aside ? setAsideParagraphs(composing, of, report) : []),
    ...agreedParagraphs(composing, report),
    ...strategyParagraphs(composing, report),
    ...noteParagraphs(composing, report),
  ]
}

/** "We don't know  AB CD". */
export function setAsideParagraphs(
  { looks, report: { reflection }, words }: Composing,
  { rubric }: RubricReport,
  { item, setAside }: ItemReport,
): readonly Paragraph[] {
  const alone = isAlone(reflection)
  const ways = setAsideOf(rubric, item)
  return setAside.map(({ reason, people }) => {
    // Without people the team set it aside as one.
    const who = people.length > 0 ? chips(once(people), looks) : [togetherTag(words)]
    const label = ways.find(({ id }) => id === reason)?.label ?? words.paper.rubric.setAside
    return under([text(`${label}  `, 'note'), ...(alone ? [] : who)])
  })
}

/** "Note  AB  In our words." */
export function noteParagraphs(
  composing: Composing,
  { notes }: Pick<ItemReport, 'notes'>,
): readonly Paragraph[] {
  const { note } = composing.words.paper.rubric
  return notes.flatMap(({ author, text: said }) => {
    const by = authorInlines(composing, author)
    const before = [text(`${note}${by.length > 0 ? '  ' : ''}`, 'note'), ...by]
    return writtenParagraphs(before, said, 'noteInk').map((paragraph) => under(paragraph.inlines))
  })
}

function under(inlines: readonly Inline[]): Paragraph {
  return { lead: { inlines: [], width: NUMBER }, inlines, gap: CHIP_GAP, above: 0.6 }
}

function agreedParagraphs(composing: Composing, report: ItemReport): readonly Paragraph[] {
  const { team, boxes } = report
  if (team?.kind !== 'level' || isAlone(composing.report.reflection)) return []
  const index = boxes.findIndex(({ level }) => level.id === team.level)
  const level = boxes[index]?.level
  if (!level) return []
  return [
    under([
      text(`${composing.words.paper.rubric.agreed}  `, 'noteStrong'),
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
