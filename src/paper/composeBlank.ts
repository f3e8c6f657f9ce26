import { assertNever } from '#core/assert.ts'
import { askedItems, type Item, type Rubric, type Section, type Skill } from '#core/rubric.ts'
import type { Messages } from '#messages/messages.ts'
import type { Block, Cell, Group, PageSetup, Row, Table } from './blocks.ts'
import { legendLine } from './composeNotes.ts'
import { nounHead, rubricColumns, skillLead } from './composeRubric.ts'
import {
  cell,
  heading,
  levelHead,
  line,
  mainScale,
  numbered,
  sheet,
  strongLevels,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import { FORM_HAIR, FORM_LINE, type PaperSize } from './theme.ts'

export interface BlankForm {
  readonly rubric: Rubric
  /** The sections printed; all of them if left out. */
  readonly sectionIds: readonly string[] | undefined
  readonly paper: PaperSize
  /** `large` boxes hold the initials of more than six people. */
  readonly boxes: 'usual' | 'large'
  /** Ruled lines for strategy and evidence under each row. */
  readonly strategyLines: boolean
  readonly words: Messages
  readonly appVersion: string
  readonly fingerprint: string
}

const BOX_HEIGHT = { usual: 14, large: 20 } as const
const WRITING_ROW = { short: 14, long: 30 } as const
const NUMBER = 8.5
const FORM_TABLE = { width: FORM_HAIR, colour: FORM_LINE } as const

/** The rubric as a form to fill in by hand: landscape, each section on a page of its own. */
export function composeBlank(form: BlankForm): readonly Block[] {
  const sections = form.rubric.sections.filter(
    ({ id, skills }) =>
      (form.sectionIds === undefined || form.sectionIds.includes(id)) &&
      skills.some((skill) => askedItems(skill).length > 0),
  )
  const setup = blankPage(form)
  return [
    { kind: 'page', setup },
    ...topBand(form, sections),
    ...sections.flatMap((section, index): readonly Block[] => [
      ...(index > 0 ? [{ kind: 'page', setup } as const] : []),
      sectionTitle(section),
      { kind: 'table', table: sectionTable(form, section), above: 1.2 },
    ]),
  ]
}

function blankPage({ rubric, paper, words, appVersion, fingerprint }: BlankForm): PageSetup {
  const { width, height, margin } = sheet(paper, 'landscape')
  const definition = words.paper.definition(rubric.id, rubric.version)
  return {
    width,
    height,
    margin,
    running: rubric.title.text,
    footer: {
      left: [rubric.title.text],
      right: words.paper.page,
      fine: [definition, words.paper.app(appVersion), fingerprint, rubric.credit],
      code: (page) => `${rubric.id} ${rubric.version} p${page}`,
    },
    watermark: undefined,
  }
}

// --- Top band -------------------------------------------------------------------------------------

function topBand(form: BlankForm, sections: readonly Section[]): readonly Block[] {
  const { rubric, words } = form
  const { blank } = words.paper
  const instructions = blank.instructions(rubric.itemNoun, strongLevels(rubric))
  const left: readonly Block[] = [
    {
      kind: 'text',
      paragraphs: [
        line(rubric.title.text, 'partTitle'),
        {
          inlines: [text(`${blank.goal} `, 'bodyStrong'), text(rubric.goal.text, 'body')],
          above: 1,
        },
        ...instructions.map((words_, index) => bullet(words_, index === 0 ? 1.4 : 0.3)),
      ],
    },
  ]
  const right: readonly Block[] = [
    { kind: 'framed', above: 0, blocks: [{ kind: 'text', paragraphs: legendBox(blank) }] },
  ]
  const columns = [
    { share: 2.35, blocks: left },
    { share: 1, blocks: right },
  ]
  const side: Block = { kind: 'side', columns, gap: 10, above: 0 }
  const title = { title: rubric.title.text, depth: 0 }
  const chooser = sections.length > 1 ? [sectionChooser(form, sections)] : []
  const legend: Block = {
    kind: 'text',
    paragraphs: [{ ...legendLine(words.paper.notes), above: 2 }],
  }
  return [{ kind: 'text', paragraphs: [], bookmark: title }, side, ...chooser, legend]
}

function bullet(words: string, above: number): Paragraph {
  return {
    lead: { inlines: [text('•', 'table')], width: 3.5 },
    inlines: [text(words, 'table')],
    above,
  }
}

/** "My initials ____ Team ____ Date ____", to fill in by hand. */
function legendBox(blank: Messages['paper']['blank']): readonly Paragraph[] {
  return [blank.initials, blank.team, blank.date].map((label) => ({
    lead: { inlines: [text(label, 'noteStrong')], width: 19 },
    inlines: [text(' ', 'body'), { kind: 'blank', width: 43 }],
    above: 3.6,
  }))
}

function sectionChooser({ words }: BlankForm, sections: readonly Section[]): Block {
  const inlines: readonly Inline[] = [
    text(`${words.paper.blank.sections}\u00A0\u00A0 `, 'noteStrong'),
    ...sections.flatMap(({ number, name }): readonly Inline[] => [
      { kind: 'tickBox' },
      text(
        `\u00A0 ${number}\u00A0 ${name.text.replaceAll(' ', '\u00A0')}\u00A0\u00A0\u00A0 `,
        'table',
      ),
    ]),
  ]
  return { kind: 'text', paragraphs: [{ inlines, above: 3.4 }] }
}

function sectionTitle({ number, name }: Section): Block {
  const title = `${number}\u00A0 ${name.text}`
  return heading(title, 'heading', {
    above: 4,
    section: title,
    bookmark: { title, depth: 1 },
  })
}

// --- Table ----------------------------------------------------------------------------------------

function sectionTable(form: BlankForm, section: Section): Table {
  const { rubric, words, paper } = form
  const skills = section.skills.filter((skill) => askedItems(skill).length > 0)
  const levels = mainScale(rubric, skills.flatMap(askedItems))?.levels ?? []
  const columns = rubricColumns(paper, levels.length)
  return {
    columns,
    line: FORM_TABLE,
    verticals: [...columns.map((_, index) => index), columns.length],
    padding: { x: 1.8, y: 1.2 },
    head: {
      cells: [
        cell([line(words.paper.rubric.skill, 'tableStrong')], { align: 'bottom' }),
        cell([line(nounHead(rubric), 'tableStrong')], { align: 'bottom' }),
        ...levels.map((level, index): Cell =>
          plainHead(levelHead(level, { index, count: levels.length }, 'tableStrong')),
        ),
      ],
    },
    groups: skills.map((skill): Group => ({
      lead: skillLead(words.paper.rubric.continued, skill),
      rows: skillRows(form, skill, levels.length),
    })),
  }
}

/** Forms are copied: no tints and patterns. */
function plainHead({ paragraphs, align }: Cell): Cell {
  return { paragraphs, ...(align ? { align } : {}) }
}

function skillRows(form: BlankForm, skill: Skill, levels: number): readonly Row[] {
  return askedItems(skill).flatMap((item) => {
    const row = itemRow(form, item, levels)
    return form.strategyLines && item.kind === 'rating' ? [row, strategyRow(form, levels)] : [row]
  })
}

function itemRow(form: BlankForm, item: Item, levels: number): Row {
  const words = cell([
    numbered(
      item.number,
      [text(`${item.text}\u00A0`, 'method'), { kind: 'provenance', provenance: item.provenance }],
      NUMBER,
    ),
  ])
  switch (item.kind) {
    case 'rating':
      return {
        lowest: BOX_HEIGHT[form.boxes],
        cells: [words, ...boxesOf(form.rubric, item, levels)],
      }
    case 'text':
      return {
        lowest: WRITING_ROW[item.length],
        cells: [
          words,
          cell([line(form.words.paper.blank.writeHere, 'number')], { span: Math.max(1, levels) }),
        ],
      }
    default:
      return assertNever(item)
  }
}

/** Empty boxes under the heads; a scale of its own brings its own words. */
function boxesOf(
  rubric: Rubric,
  item: Extract<Item, { kind: 'rating' }>,
  levels: number,
): readonly Cell[] {
  const own = mainScale(rubric, [item])?.levels ?? []
  if (own.length === levels) return own.map(() => cell([]))
  const inlines = own.flatMap((level): readonly Inline[] => [
    { kind: 'tickBox' },
    text(` ${level.label}    `, 'table'),
  ])
  return [cell([{ inlines }], { span: Math.max(1, levels) })]
}

/** Ruled lines for a strategy and for how we know, under the row they belong to. */
function strategyRow({ words, paper }: BlankForm, levels: number): Row {
  const { strategyLine, evidenceLine } = words.paper.blank
  const [, method = 0, ...boxes] = rubricColumns(paper, levels)
  const room = boxes.reduce((sum, width) => sum + width, 0)
  return {
    isTail: true,
    lowest: 9,
    cells: [
      cell([ruled(strategyLine, method)], { align: 'bottom' }),
      cell([ruled(evidenceLine, room)], { span: Math.max(1, levels), align: 'bottom' }),
    ],
  }
}

const LETTER = 1.7
const CELL_PADDING = 7

/** A label and a ruled line that fills the rest of a cell. */
function ruled(label: string, room: number): Paragraph {
  const width = Math.max(20, room - label.length * LETTER - CELL_PADDING)
  return { inlines: [text(`${label}\u00A0 `, 'note'), { kind: 'blank', width }] }
}
