import { isNameless } from '#core/anonymous.ts'
import type { GrowthEdge, NextStep } from '#core/reflection.ts'
import { hasWords, type ItemReport } from '#core/itemReport.ts'
import type { RubricReport, StrategyReport } from '#core/report.ts'
import { toldSolutions, type ToldSolution } from '#core/solutions.ts'
import type { Block, Row, Table } from './blocks.ts'
import {
  cell,
  chips,
  chipsUpTo,
  gap,
  HAIR_TABLE,
  heading,
  isAlone,
  line,
  numbered,
  once,
  paragraphs,
  sheet,
  strongLevels,
  type Composing,
} from './composing.ts'
import { text, type Inline } from './inline.ts'
import type { Paragraph } from './paragraph.ts'

/** How much of a list page 1 shows: entries, and lines of each text. */
export interface Amount {
  readonly count: number
  readonly lines: number
}

/** Where a reader finds what page 1 has no room for. */
function whereMore(
  { words, voice, parts }: Composing,
  place: 'catalogue' | 'notes' | 'session',
): string {
  const { inCatalogue, inNotes, inPart, inApp } = words.paper.summary
  if (place === 'session') return parts.session ? inPart(voice.session) : inApp
  if (place === 'catalogue') return parts.catalogue ? inCatalogue : inApp
  return parts.notes ? inNotes : inApp
}

export function strengthBlocks(
  composing: Composing,
  of: RubricReport,
  { count, lines }: Amount,
): readonly Block[] {
  const { words, voice, paper } = composing
  const title = heading(voice.strengths, 'heading', {
    above: 4.4,
    bookmark: { title: voice.strengths, depth: 1 },
  })
  if (of.strengths.length === 0) {
    return [
      title,
      paragraphs(line(voice.noStrengths(strongLevels(of.rubric)), 'note', { above: 0.6 })),
    ]
  }
  const shown = of.strengths.slice(0, count)
  const rest = of.strengths.length - shown.length
  const { frame } = sheet(paper, 'portrait')
  const credit = isAlone(composing.report.reflection) ? 0 : 32
  const table: Table = {
    columns: credit > 0 ? [frame - credit, credit] : [frame],
    line: HAIR_TABLE,
    verticals: [],
    padding: { x: 0, y: 0.9 },
    groups: [{ rows: shown.map((strength) => strengthRow(composing, strength, lines)) }],
  }
  const more =
    rest > 0
      ? [
          line(
            words.paper.summary.moreStrategies(rest, whereMore(composing, 'catalogue')),
            'note',
            { above: 1 },
          ),
        ]
      : []
  return [title, { kind: 'table', table, above: 0.8 }, paragraphs(...more)]
}

const MOST_CREDITED = 8

function strengthRow(
  composing: Composing,
  { strategy, people }: StrategyReport,
  lines: number,
): Row {
  const name = strategy.name || composing.words.summary.unnamedStrategy
  const how = strategy.how === '' ? [] : [text(`\u00A0 ${strategy.how}`, 'table')]
  const evidence =
    strategy.evidence === '' ? [] : [line(strategy.evidence, 'tableItalic', { maxLines: lines })]
  const what = cell([
    { inlines: [text(name, 'tableStrong'), ...how], maxLines: lines },
    ...evidence,
  ])
  const inlines = chipsUpTo(MOST_CREDITED, once(people), composing)
  const credit: Paragraph = { inlines, align: 'right', gap: 0.6 }
  return { cells: isAlone(composing.report.reflection) ? [what] : [what, cell([credit])] }
}

export function sideBlock(composing: Composing, of: RubricReport, amount: Amount): Block {
  const growth = { share: 1, blocks: growthBlocks(composing, of, amount) }
  const differences = { share: 1, blocks: differenceBlocks(composing, of, amount) }
  const alone = isAlone(composing.report.reflection)
  return { kind: 'side', columns: alone ? [growth] : [growth, differences], gap: 9, above: 4.4 }
}

/** Where to grow, as wide as the page: for a rubric in which nobody can differ by boxes. */
export function growthAlone(
  composing: Composing,
  of: RubricReport,
  amount: Amount,
): readonly Block[] {
  return [gap(4.4), ...growthBlocks(composing, of, amount)]
}

function growthBlocks(
  composing: Composing,
  of: RubricReport,
  { count, lines }: Amount,
): readonly Block[] {
  const { voice, words } = composing
  const title = heading(voice.growth, 'heading')
  if (of.growthEdges.length === 0) {
    return [
      title,
      paragraphs(line(voice.noGrowth, 'note', { above: 0.6 })),
      { kind: 'writing', lines: 2, pitch: 7.5 },
    ]
  }
  const shown = of.growthEdges.slice(0, count)
  const rest = of.growthEdges.length - shown.length
  return [
    title,
    ...shown.map((edge) => paragraphs(...growthParagraphs(composing, of, edge, lines + 1))),
    ...(rest > 0
      ? [
          paragraphs(
            line(words.paper.summary.moreGrowth(rest, whereMore(composing, 'notes')), 'note', {
              above: 0.8,
            }),
          ),
        ]
      : []),
  ]
}

/** A growth edge: skill, what is hard, what to try. */
export function growthParagraphs(
  { voice }: Composing,
  of: RubricReport,
  edge: GrowthEdge,
  maxLines = Infinity,
): readonly Paragraph[] {
  const skills = of.rubric.sections.flatMap((section) => section.skills)
  const skill = skills.find(({ id }) => id === edge.skillId)
  const name = skill ? `${skill.number}\u00A0 ${skill.name.text}` : ''
  const hard = edge.hard === '' ? [] : [line(edge.hard, 'table', { maxLines })]
  const borrowed =
    edge.borrowed === ''
      ? []
      : [
          {
            inlines: [text(`${voice.borrowed} `, 'tableSoft'), text(edge.borrowed, 'tableItalic')],
            maxLines,
          },
        ]
  return [line(name, 'tableStrong', { above: 1.4, maxLines: 2 }), ...hard, ...borrowed]
}

function differenceBlocks(
  composing: Composing,
  of: RubricReport,
  { count, lines }: Amount,
): readonly Block[] {
  const words = composing.words.paper.summary
  const title = heading(words.talkFirst, 'heading')
  if (of.talkFirst.length === 0) {
    const none = of.differences.length === 0 ? words.noDifferences : words.noTalkFirst
    return [title, paragraphs(line(none, 'note', { above: 0.6 }))]
  }
  const shown = of.talkFirst.slice(0, count)
  const rest = of.differences.length - shown.length
  const more = rest > 0 ? ` ${words.moreDifferences(rest, whereMore(composing, 'notes'))}` : ''
  // Where the page is crowded, the notes say the rest of the rule.
  const rule = count > 1 ? words.talkFirstRule : words.talkFirstRuleShort
  return [
    title,
    ...shown.map((item) => paragraphs(...differenceParagraphs(composing, item, lines + 1))),
    paragraphs(line(`${rule}${more}`, 'note', { above: 1.2 })),
  ]
}

/** An item people see differently: its words, then who stands in which box. */
export function differenceParagraphs(
  { looks }: Composing,
  { item, boxes }: ItemReport,
  maxLines = Infinity,
): readonly Paragraph[] {
  const places = boxes.flatMap((box, index): readonly Inline[] =>
    box.people.length === 0
      ? []
      : [
          text(' ', 'table'),
          { kind: 'level', index, count: boxes.length },
          ...chips(once(box.people), looks, 'small'),
        ],
  )
  return [
    { ...numbered(item.number, [text(item.text, 'table')], 8), above: 1.4, maxLines },
    { lead: { inlines: [], width: 8 }, inlines: places, gap: 0.7, above: 0.3 },
  ]
}

/** Challenges with what could help, those with an answer first; how many there are where none fits. */
export function helpBlocks(
  composing: Composing,
  { rubric }: RubricReport,
  { count, lines }: Amount,
): readonly Block[] {
  const { words, report } = composing
  const told = toldSolutions(rubric, report.reflection.workshop.solutions)
  const answered = told.filter(({ solution }) => hasWords(solution.text))
  const shown = answered.slice(0, count)
  const rest = told.length - shown.length
  const where = whereMore(composing, 'session')
  if (shown.length === 0) {
    const all = words.paper.summary.allChallenges(told.length, where)
    return [paragraphs(line(all, 'note', { above: 3 }))]
  }
  const more = words.paper.summary.moreChallenges(rest, where)
  return [
    heading(words.paper.session.solutions, 'heading', { above: 4.4 }),
    ...shown.map((one) => paragraphs(helpParagraph(composing, one, lines + 1))),
    ...(rest > 0 ? [paragraphs(line(more, 'note', { above: 0.8 }))] : []),
  ]
}

/** "Data come too late → Ask for them by phone". */
function helpParagraph(
  { words }: Composing,
  { solution, named }: ToldSolution,
  maxLines: number,
): Paragraph {
  const own = hasWords(solution.challenge) ? solution.challenge : words.paper.session.ownChallenge
  const inlines = [
    text(named?.text ?? own, 'table'),
    text(' \u2192\u00A0', 'tableSoft'),
    text(solution.text, 'tableStrong'),
  ]
  return { inlines, above: 1, maxLines }
}

const EMPTY_STEPS = 2
/** Inside of the frame around the next step. */
const FRAME = 2.6

export function nextStepBlock(composing: Composing, { count, lines }: Amount): Block {
  const { report, paper } = composing
  const { frame } = sheet(paper, 'portrait')
  const open = report.nextSteps.filter(({ done }) => !done)
  const steps = open.slice(0, count)
  const width = frame - FRAME * 2
  const rest = open.length - steps.length
  const { moreSteps } = composing.words.paper.summary
  const more = line(moreSteps(rest, whereMore(composing, 'notes')), 'note', { above: 0.8 })
  return {
    kind: 'framed',
    above: 4.6,
    blocks: [
      { kind: 'table', table: stepTable(composing, steps, width, lines) },
      ...(rest > 0 ? [paragraphs(line('', 'space'), more)] : []),
    ],
  }
}

function soft(words: string): Paragraph {
  return line(words, 'note')
}

/** Next steps in four columns; without any, empty lines to write on. */
function stepTable(
  { words, voice, report }: Composing,
  steps: readonly NextStep[],
  width: number,
  maxLines: number,
): Table {
  const { step } = words.paper.summary
  // Where nobody is named, nobody is named as who does it.
  const hasWho = !isNameless(report)
  const says = [...(hasWho ? [step.who] : []), step.by, step.sign]
  const heads = [line(voice.nextStep, 'heading'), ...says.map(soft)]
  const empty = Array.from({ length: steps.length === 0 ? EMPTY_STEPS : 0 }, (): Row => ({
    lowest: 9.5,
    cells: heads.map(() => cell([])),
  }))
  const filled = steps.map((next): Row => {
    const said = (entry: string) => line(entry, 'table', { maxLines: maxLines + 1 })
    const from = next.from === '' ? [] : [line(step.from(next.from), 'note', { maxLines: 1 })]
    const rest = [...(hasWho ? [next.who] : []), words.common.day(next.by), next.sign]
    return {
      cells: [cell([said(next.what), ...from]), ...rest.map((entry) => cell([said(entry)]))],
    }
  })
  return {
    columns: (hasWho ? [0.42, 0.16, 0.16, 0.26] : [0.5, 0.18, 0.32]).map((share) => share * width),
    line: HAIR_TABLE,
    verticals: [],
    padding: { x: 1, y: 0.8 },
    head: { cells: heads.map((head) => cell([head], { align: 'bottom' })) },
    groups: [{ rows: [...filled, ...empty] }],
  }
}
