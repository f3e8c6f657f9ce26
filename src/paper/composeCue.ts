import { TIMED_STEPS, type SessionPlan, type TimedStep } from '#core/sessionPlan.ts'
import type { Messages } from '#messages/messages.ts'
import type { Block, PageSetup, Row, Table } from './blocks.ts'
import { cell, heading, HAIR_TABLE, line, sheet } from './composing.ts'
import { text } from './inline.ts'
import type { Paragraph } from './paragraph.ts'
import type { PaperSize } from './theme.ts'

/** What the facilitator's cue card is composed from. */
export interface CueCard {
  readonly plan: SessionPlan
  readonly paper: PaperSize
  readonly words: Messages
  readonly appVersion: string
}

/** A session on one page: the clock, what to say and to look after, what to have ready. */
export function composeCue(card: CueCard): readonly Block[] {
  const { cue, plans } = card.words.session
  const title = cue.title(plans[card.plan.id])
  return [
    { kind: 'page', setup: cuePage(card, title) },
    { kind: 'text', paragraphs: [line(title, 'partTitle')], bookmark: { title, depth: 0 } },
    { kind: 'text', paragraphs: [line(cue.lead, 'note', { above: 0.8 })] },
    { kind: 'table', table: stepsTable(card), above: 3 },
    {
      kind: 'side',
      gap: 7,
      above: 5,
      columns: [
        { share: 1, blocks: [readyBlock(card)] },
        { share: 1, blocks: [talkFirstBlock(card)] },
      ],
    },
  ]
}

function cuePage({ paper, words, appVersion }: CueCard, title: string): PageSetup {
  const { width, height, margin } = sheet(paper, 'portrait')
  return {
    width,
    height,
    margin,
    running: title,
    footer: {
      left: [title],
      right: words.paper.page,
      fine: [words.paper.app(appVersion), words.session.cue.provenance],
    },
    watermark: undefined,
  }
}

const CLOCK_WIDTH = 20
const STEP_WIDTH = 24

function stepsTable(card: CueCard): Table {
  const { frame } = sheet(card.paper, 'portrait')
  const { cue } = card.words.session
  return {
    columns: [CLOCK_WIDTH, STEP_WIDTH, frame - CLOCK_WIDTH - STEP_WIDTH],
    line: HAIR_TABLE,
    verticals: [],
    padding: { x: 1.6, y: 1.9 },
    head: {
      cells: [cue.clock, cue.step, cue.sayAndDo].map((said) => cell([line(said, 'cellHead')])),
    },
    groups: [{ rows: timesOf(card.plan).map((time) => stepRow(card, time)) }],
  }
}

/** A step with the minutes of the session it begins and ends at. */
interface StepTime {
  readonly step: TimedStep
  readonly from: number
  readonly to: number
}

/** The steps that have time in a plan, one after the other. */
export function timesOf(plan: SessionPlan): readonly StepTime[] {
  let from = 0
  return TIMED_STEPS.flatMap((step) => {
    const start = from
    from += plan.steps[step]
    return plan.steps[step] > 0 ? [{ step, from: start, to: from }] : []
  })
}

function stepRow({ words }: CueCard, { step, from, to }: StepTime): Row {
  const { session, app } = words
  const { say, tips } = session.notes[step]
  return {
    cells: [
      cell([line(session.cue.fromTo(from, to), 'bodyStrong')]),
      cell([line(app[step], 'bodyStrong'), line(session.minutes(to - from), 'note')]),
      cell([
        line(`“${say}”`, 'bodyStrong'),
        ...tips.map((tip, index) => bullet(tip, index === 0 ? 0.9 : 0.25)),
      ]),
    ],
  }
}

function bullet(words: string, above: number): Paragraph {
  return {
    lead: { inlines: [text('•', 'table')], width: 3.2 },
    inlines: [text(words, 'table')],
    above,
  }
}

function readyBlock({ words }: CueCard): Block {
  const { cue } = words.session
  return {
    kind: 'framed',
    above: 0,
    blocks: [
      heading(cue.readyTitle, 'tableStrong'),
      {
        kind: 'text',
        paragraphs: cue.ready.map((thing) => ({
          lead: { inlines: [{ kind: 'tickBox' }], width: 5 },
          inlines: [text(thing, 'table')],
          above: 0.9,
        })),
      },
    ],
  }
}

function talkFirstBlock({ words }: CueCard): Block {
  const { cue } = words.session
  return {
    kind: 'framed',
    above: 0,
    blocks: [
      heading(cue.talkFirstTitle, 'tableStrong'),
      {
        kind: 'text',
        paragraphs: [
          line(cue.talkFirst, 'table', { above: 0.9 }),
          line(cue.quietTitle, 'tableStrong', { above: 1.8 }),
          line(cue.quiet, 'table', { above: 0.4 }),
        ],
      },
    ],
  }
}
