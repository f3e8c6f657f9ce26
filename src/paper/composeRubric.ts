import { assertNever } from '#core/assert.ts'
import type { ItemReport } from '#core/itemReport.ts'
import type { RubricReport, SectionReport, SkillReport } from '#core/report.ts'
import type { Rubric } from '#core/rubric.ts'
import type { Block, Cell, Group, Row, Table } from './blocks.ts'
import {
  cell,
  chips,
  HAIR_TABLE,
  heading,
  isAlone,
  levelHead,
  line,
  mainScale,
  numbered,
  once,
  pageOf,
  sheet,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

const SKILL = { letter: 36, a4: 38 } as const
const BOXES = { letter: 120, a4: 124 } as const
const NUMBER = 8.5
/** A method's row is at least this high, so that the page breathes. */
const LOWEST_ROW = 9

/** The whole rubric in scope with everyone's marks, as on the printed form. */
export function composeRubric(composing: Composing, of: RubricReport): readonly Block[] {
  const { voice } = composing
  return [
    { kind: 'page', setup: pageOf(composing, of, 'landscape') },
    {
      kind: 'text',
      isHeading: true,
      section: voice.rubricPart,
      bookmark: { title: voice.rubricPart, depth: 0 },
      paragraphs: [line(voice.rubricPart, 'partTitle'), line(of.rubric.goal.text, 'note')],
    },
    { kind: 'table', table: rubricTable(composing, of), above: 3 },
  ]
}

function rubricTable(composing: Composing, of: RubricReport): Table {
  const items = of.sections.flatMap(({ skills }) =>
    skills.flatMap((skill) => skill.items.map(({ item }) => item)),
  )
  const levels = mainScale(of.rubric, items)?.levels ?? []
  const columns = rubricColumns(composing.paper, levels.length)
  return {
    columns,
    line: HAIR_TABLE,
    verticals: columns.map((_, index) => index).slice(2),
    padding: { x: 1.6, y: 1.1 },
    head: {
      cells: [
        cell([line(composing.words.paper.rubric.skill, 'tableStrong')], { align: 'bottom' }),
        cell([line(nounHead(of.rubric), 'tableStrong')], { align: 'bottom' }),
        ...levels.map((level, index) =>
          levelHead(level, { index, count: levels.length }, 'tableStrong'),
        ),
      ],
    },
    groups: of.sections.flatMap((section) => sectionGroups(composing, section, levels.length)),
  }
}

/** Widths of skill, method and boxes; the same on the blank form, so that paper and paper match. */
export function rubricColumns(paper: 'letter' | 'a4', levels: number): readonly number[] {
  const { frame } = sheet(paper, 'landscape')
  const method = frame - SKILL[paper] - BOXES[paper]
  // Without levels there is one wide box for words.
  const boxes = Math.max(1, levels)
  return [SKILL[paper], method, ...Array.from({ length: boxes }, () => BOXES[paper] / boxes)]
}

/** "Method", as the head of the column of items. */
export function nounHead({ itemNoun, lang }: Rubric): string {
  return itemNoun.one.charAt(0).toLocaleUpperCase(lang) + itemNoun.one.slice(1)
}

function sectionGroups(
  composing: Composing,
  { section, skills }: SectionReport,
  levels: number,
): readonly Group[] {
  const title = `${section.number}\u00A0 ${section.name.text}`
  return skills.map((skill, index): Group => ({
    ...(index === 0
      ? {
          band: heading(title, 'heading', {
            above: 4,
            section: title,
            bookmark: { title, depth: 1 },
          }),
        }
      : {}),
    lead: skillLead(composing.words.paper.rubric.continued, skill.skill),
    rows: skill.items.map((item) => itemRow(composing, item, levels)),
  }))
}

/** A skill's name beside its rows; again, as continued, on the next page. */
export function skillLead(continued: string, skill: SkillReport['skill']) {
  const name = (more: readonly Inline[]): Paragraph => ({
    inlines: [
      text(`${skill.name.text}\u00A0`, 'tableStrong'),
      { kind: 'provenance', provenance: skill.name.provenance },
      ...more,
    ],
  })
  const number = line(skill.number, 'stripNumber')
  return {
    first: [number, name([])],
    again: [number, name([text(` ${continued}`, 'note')])],
  }
}

function itemRow(composing: Composing, report: ItemReport, levels: number): Row {
  const { item } = report
  const words = cell([itemWords(report), ...underItem(composing, report)])
  switch (item.kind) {
    case 'rating':
      return { lowest: LOWEST_ROW, cells: [words, ...boxCells(composing, report, levels)] }
    case 'text':
      return { lowest: LOWEST_ROW, cells: [words, textCell(composing, report, levels)] }
    default:
      return assertNever(item)
  }
}

function itemWords({ item }: ItemReport): Paragraph {
  return numbered(
    item.number,
    [text(`${item.text}\u00A0`, 'table'), { kind: 'provenance', provenance: item.provenance }],
    NUMBER,
  )
}

/** Who stands in each box. A scale with other levels than the head says so in words. */
function boxCells(
  { looks, report, words }: Composing,
  { boxes }: ItemReport,
  levels: number,
): readonly Cell[] {
  const alone = isAlone(report.reflection)
  const content = (box: ItemReport['boxes'][number]): readonly Paragraph[] => {
    if (box.people.length === 0) return []
    return alone
      ? [line(words.paper.rubric.tick, 'tableStrong', { align: 'center' })]
      : [{ inlines: chips(once(box.people), looks), gap: 0.9 }]
  }
  const look = (box: ItemReport['boxes'][number]) =>
    box.people.length > 0 ? ('filled' as const) : ('empty' as const)
  if (boxes.length === levels) {
    return boxes.map((box, index) =>
      cell(content(box), { level: { index, count: levels, look: look(box) }, align: 'middle' }),
    )
  }
  const inWords = boxes
    .filter(({ people }) => people.length > 0)
    .map((box): Paragraph => ({
      inlines: [text(`${box.level.label}  `, 'table'), ...chips(once(box.people), looks)],
      gap: 0.9,
    }))
  return [cell(inWords, { span: levels })]
}

/** Answers in words, each with its author. */
function textCell({ looks, report }: Composing, { texts }: ItemReport, levels: number): Cell {
  const alone = isAlone(report.reflection)
  return cell(
    texts.flatMap(({ author, text: answer }, index) => {
      const [first = '', ...rest] = answer.split('\n').filter((part) => part.trim() !== '')
      const by: readonly Inline[] =
        alone || !author ? [] : [...chips(once([author]), looks), text(' ', 'table')]
      return [
        { inlines: [...by, text(` ${first}`, 'table')], above: index === 0 ? 0 : 1.4 },
        ...rest.map((part) => line(part, 'table', { above: 0.6 })),
      ]
    }),
    { span: Math.max(1, levels) },
  )
}

/** What belongs to an item beside the marks: set aside, agreed on, strategies by name. */
function underItem(composing: Composing, report: ItemReport): readonly Paragraph[] {
  return [
    ...setAsideParagraphs(composing, report),
    ...agreedParagraphs(composing, report),
    ...strategyParagraphs(composing, report),
  ]
}

/** "We don't know  AB CD". */
export function setAsideParagraphs(
  { looks, report: { reflection, rubrics } }: Composing,
  { item, setAside }: ItemReport,
): readonly Paragraph[] {
  const alone = isAlone(reflection)
  return setAside.map(({ reason, people }) => ({
    lead: { inlines: [], width: NUMBER },
    inlines: [
      text(`${setAsideLabel(rubrics, item, reason)}  `, 'note'),
      ...(alone ? [] : chips(once(people), looks)),
    ],
    gap: 0.9,
    above: 0.6,
  }))
}

function setAsideLabel(
  rubrics: readonly RubricReport[],
  item: ItemReport['item'],
  reason: ItemReport['setAside'][number]['reason'],
): string {
  const own = rubrics.find(({ sections }) =>
    sections.some(({ skills }) =>
      skills.some(({ items }) => items.some((one) => one.item === item)),
    ),
  )
  const scale = own ? mainScale(own.rubric, [item]) : undefined
  return scale?.setAside.find(({ id }) => id === reason)?.label ?? ''
}

function agreedParagraphs(composing: Composing, report: ItemReport): readonly Paragraph[] {
  const { team, boxes } = report
  if (team?.kind !== 'level' || isAlone(composing.report.reflection)) return []
  const index = boxes.findIndex(({ level }) => level.id === team.level)
  const level = boxes[index]?.level
  if (!level) return []
  return [
    {
      lead: { inlines: [], width: NUMBER },
      inlines: [
        text(`${composing.words.paper.rubric.agreed}  `, 'noteStrong'),
        { kind: 'level', index, count: boxes.length },
        text(`\u00A0 ${level.short}`, 'note'),
      ],
      above: 0.6,
    },
  ]
}

function strategyParagraphs({ words }: Composing, report: ItemReport): readonly Paragraph[] {
  const names = report.strategies
    .map(({ name }) => name)
    .filter((name) => name !== '')
    .join('; ')
  if (names === '') return []
  return [
    {
      lead: { inlines: [], width: NUMBER },
      inlines: [text(`${words.paper.rubric.strategies} `, 'note'), text(names, 'noteItalic')],
      above: 0.6,
    },
  ]
}
