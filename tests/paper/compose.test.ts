import { describe, expect, it } from 'vitest'
import { buildReport, type Report } from '#core/report.ts'
import type { Response } from '#core/answer.ts'
import type { Reflection } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { en } from '#messages/en.ts'
import { composeBlank } from '#paper/composeBlank.ts'
import { composeReflection } from '#paper/composeReflection.ts'
import type { Parts } from '#paper/composing.ts'
import { rowColumns } from '#paper/parts.ts'
import { exportPdf } from '#paper/exportPdf.ts'
import { layOut } from '#paper/layout.ts'
import {
  aCreditedText,
  aGrowthEdge,
  aNextStep,
  aParticipant,
  aRatingItem,
  aReflection,
  aResponse,
  aRubric,
  aScale,
  aSection,
  aSkill,
  aStrategy,
  aTextItem,
} from '../support/builders.ts'
import { HALF_EM, textsOf } from './layoutSupport.ts'
import { diskFonts } from './samples.ts'

const ALL: Parts = { summary: true, catalogue: true, session: true, rubric: true, notes: true }
const RUBRIC = aRubric()
const ITEM = { rubricId: RUBRIC.id, itemId: 'a.one.1' }

function aReportOf(
  reflection: Partial<Reflection> = {},
  { responses = [], rubric = RUBRIC }: { responses?: readonly Response[]; rubric?: Rubric } = {},
): Report {
  const whole = aReflection({
    rubrics: [{ rubricId: rubric.id, hash: 'h', scope: undefined }],
    ...reflection,
  })
  return buildReport({ reflection: whole, responses, rubrics: [{ rubric, hash: 'h' }] })
}

/** Everything a reflection's paper says, page by page, lines joined. */
function pagesOf(report: Report, parts = ALL): readonly string[] {
  const blocks = composeReflection({ report, paper: 'a4', parts, words: en, appVersion: '1' })
  return layOut(blocks, HALF_EM).pages.map((page) =>
    textsOf(page)
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  )
}

function saidBy(report: Report, parts = ALL): string {
  return pagesOf(report, parts).join(' ')
}

describe('page 1', () => {
  it('counts what it has no room for, and says where the rest is', () => {
    const strategies = Array.from({ length: 9 }, (_, index) =>
      aStrategy({ id: `s${index}`, name: `Strategy ${index}`, items: [ITEM], order: index }),
    )
    const growthEdges = Array.from({ length: 5 }, (_, index) =>
      aGrowthEdge({ id: `g${index}`, hard: `Hard ${index}`, order: index }),
    )
    const report = aReportOf({ strategies, growthEdges })
    expect(pagesOf(report)[0]).toContain('4 more strategies in the strategy catalog.')
    expect(pagesOf(report)[0]).toContain('2 more areas in the notes.')
    const alone = pagesOf(report, { summary: true })
    expect(alone).toHaveLength(1)
    expect(alone[0]).toContain('4 more strategies in the app.')
    const rest = saidBy(report)
    for (const { name } of strategies) expect(rest).toContain(name)
    for (const { hard } of growthEdges) expect(rest).toContain(hard)
  })

  it('shows eight people in a box and counts more', () => {
    const participants = Array.from({ length: 12 }, (_, index) =>
      aParticipant({ id: `p${index}`, initials: `X${index}`, order: index }),
    )
    const responses = participants.map(({ id }) =>
      aResponse({ ...ITEM, participantId: id, answer: 'good' }),
    )
    const report = aReportOf({ participants }, { responses })
    expect(pagesOf(report)[0]).toContain('X6 +5')
    expect(pagesOf(report)[0]).not.toContain('X7')
  })

  it('prints a mark per method as a raised number where one person has several', () => {
    const responses = ['a.two.1', 'a.two.2'].map((itemId) =>
      aResponse({ rubricId: RUBRIC.id, itemId, answer: 'need' }),
    )
    expect(pagesOf(aReportOf({}, { responses }))[0]).toContain('SB 2')
  })

  it('offers lines to write on where nothing is chosen yet', () => {
    const [first = ''] = pagesOf(aReportOf())
    expect(first).toContain(
      'We have not named a strategy yet. Wherever we said “Pretty good” or “Great”',
    )
    expect(first).toContain('We have not chosen yet.')
    expect(first).toContain('Our next step Who By when First sign that it works')
  })

  it('leaves done steps to the notes', () => {
    const nextSteps = [
      aNextStep({ id: 'n1', what: 'Open thing' }),
      aNextStep({ id: 'n2', what: 'Old thing', done: true, order: 2 }),
    ]
    const report = aReportOf({ nextSteps })
    expect(pagesOf(report)[0]).toContain('Open thing')
    expect(pagesOf(report)[0]).not.toContain('Old thing')
    expect(saidBy(report)).toContain('Old thing (done)')
  })
})

describe('nothing that was written is lost:', () => {
  it('a strategy that names no printed method', () => {
    const strategies = [
      aStrategy({ name: 'Homeless', items: [{ rubricId: 'other', itemId: 'gone' }] }),
      aStrategy({ id: 's2', name: '', how: 'Only how', evidence: '', items: [] }),
    ]
    const said = saidBy(aReportOf({ strategies }))
    expect(said).toContain('Other strategies')
    expect(said).toContain('Homeless')
    expect(said).toContain('Only how')
  })

  it('a strategy of two sections, printed once with both', () => {
    const items = [ITEM, { rubricId: RUBRIC.id, itemId: 'b.one.1' }]
    const said = saidBy(aReportOf({ strategies: [aStrategy({ name: 'Twice', items })] }), {
      ...ALL,
      summary: false,
      rubric: false,
    })
    expect(said.match(/Twice/g)).toHaveLength(1)
    expect(said).toContain('1.1 Build membership (1.1a); 2.1 Build trust (2.1a)')
  })

  it('answers in words, set-aside answers and what the team agrees on', () => {
    const words = { kind: 'text', text: 'First line\nSecond line' } as const
    const responses = [
      aResponse({ ...ITEM, itemId: 'a.one.words', answer: words }),
      aResponse({ ...ITEM, itemId: 'a.two.1', answer: 'unknown' }),
      aResponse({ ...ITEM, itemId: 'a.two.2', answer: 'notOurs' }),
      aResponse({ ...ITEM, participantId: 'team', answer: 'great' }),
    ]
    const said = saidBy(aReportOf({}, { responses }))
    for (const part of [
      'First line Second line',
      "We don't know SB",
      'Not our job, or not yet SB',
      'Agreed is what we settled on together',
      'Adapt the membership guide as the needs of the network shift. Agreed',
    ]) {
      expect(said).toContain(part)
    }
  })

  it('both versions of a text written on two devices', () => {
    const versions = ['Weekly note', 'Weekly letter'].map((value, index) => ({
      changeId: `c${index}`,
      value,
      at: index,
      device: 'd',
    }))
    const strategies = [aStrategy({ conflicts: [{ field: 'name', versions }] })]
    const said = saidBy(aReportOf({ strategies }))
    expect(said).toContain('Two versions, both kept')
    expect(said).toContain('– Weekly note – Weekly letter')
  })

  it('marks outside the scope, counted', () => {
    const rubrics = [{ rubricId: RUBRIC.id, hash: 'h', scope: ['a'] }]
    const responses = [aResponse({ ...ITEM, itemId: 'b.one.1' })]
    const said = saidBy(aReportOf({ rubrics }, { responses }))
    expect(said).not.toContain('Keep promises.')
    expect(said).toContain('1 mark stands outside the sections printed here.')
  })
})

describe('the blank form', () => {
  it('has columns that fill the sheet and boxes high enough for handwriting', () => {
    const heads = { kind: 'levels', levels: aScale().levels } as const
    expect(rowColumns('letter', heads)).toEqual([36, expect.closeTo(98), 30, 30, 30, 30])
    expect(rowColumns('a4', heads)).toEqual([38, expect.closeTo(111), 31, 31, 31, 31])
    for (const [boxes, height] of [
      ['usual', 14],
      ['large', 20],
    ] as const) {
      const blocks = composeBlank({
        rubric: aRubric({ scales: [aScale({ setAside: [] })] }),
        paper: 'letter',
        boxes,
        strategyLines: false,
        sectionIds: undefined,
        words: en,
        appVersion: '1',
        fingerprint: 'abc',
      } as const)
      const [first] = layOut(blocks, HALF_EM).pages
      const lines = (first?.marks ?? []).flatMap((mark) =>
        // The lines above boxes run from the second column to the right edge.
        mark.kind === 'line' && mark.y === mark.toY && mark.toX - mark.x > 200 ? [mark.y] : [],
      )
      const gaps = lines.toSorted((a, b) => a - b).map((y, index, all) => (all[index + 1] ?? y) - y)
      expect(gaps.some((gap) => Math.abs(gap - height) < 0.01)).toBe(true)
    }
  })
})

describe('other definitions', () => {
  const five = aScale({
    id: 'five',
    levels: ['Never', 'Seldom', 'Often', 'Mostly', 'Always'].map((label, index) => ({
      id: `l${index}`,
      label,
      short: label,
      asksForStrategy: false,
    })),
  })
  const twoScales = aRubric({
    scales: [aScale(), five],
    sections: [
      aSection({
        skills: [
          aSkill({
            items: [aRatingItem(), aRatingItem({ id: 'x', number: '1.1b', scale: 'five' })],
          }),
        ],
      }),
    ],
  })
  const onlyWords = aRubric({
    scales: [],
    sections: [aSection({ skills: [aSkill({ items: [aTextItem({ number: '1.1a' })] })] })],
  })

  it('with two scales say the second one in words', () => {
    const responses = [aResponse({ ...ITEM, itemId: 'x', answer: 'l4' })]
    expect(saidBy(aReportOf({}, { rubric: twoScales, responses }))).toContain('Always SB')
    expect(blankOf(twoScales)).toContain('Never Seldom Often Mostly Always')
  })

  it('with questions in words only have room for words', () => {
    const answer = { kind: 'text', text: 'Because we tried.' } as const
    const responses = [aResponse({ ...ITEM, itemId: 'a.one.words', answer })]
    expect(saidBy(aReportOf({}, { rubric: onlyWords, responses }))).toContain('Because we tried.')
    expect(blankOf(onlyWords)).toContain('In your own words')
    expect(blankOf(onlyWords)).not.toContain('name a strategy')
  })

  it('of one section need no choice of sections', () => {
    const one = aRubric({ sections: [aSection({ name: aCreditedText('Only one') })] })
    expect(blankOf(one)).not.toContain('We look at')
    expect(blankOf(RUBRIC)).toContain('We look at')
  })

  function blankOf(rubric: Rubric): string {
    const blocks = composeBlank({
      rubric,
      paper: 'letter',
      boxes: 'usual',
      strategyLines: false,
      sectionIds: undefined,
      words: en,
      appVersion: '1',
      fingerprint: 'abc',
    } as const)
    return layOut(blocks, HALF_EM)
      .pages.flatMap((page) => textsOf(page).map(({ text }) => text))
      .join(' ')
      .replace(/\s+/g, ' ')
  }
})

describe('what cannot be printed', () => {
  const input = {
    paper: 'a4',
    parts: ALL,
    words: en,
    appVersion: '1',
    fonts: diskFonts,
    printedAt: '2026-11-22T10:42:00.000Z',
  } as const

  it('is a problem: no rubric on this device', async () => {
    const reflection = aReflection()
    const report = buildReport({ reflection, responses: [], rubrics: [] })
    expect(await exportPdf({ ...input, report })).toEqual({
      ok: false,
      problem: { kind: 'rubricMissing', rubricId: 'test-rubric' },
    })
  })

  it('is a problem: fonts that do not arrive, and the next try asks again', async () => {
    let isBroken = true
    const fonts: typeof diskFonts = async (face) => {
      if (isBroken) throw new Error('No network.')
      return diskFonts(face)
    }
    const report = aReportOf()
    expect(await exportPdf({ ...input, report, fonts })).toEqual({
      ok: false,
      problem: { kind: 'pdfFailed', detail: 'No network.' },
    })
    isBroken = false
    expect((await exportPdf({ ...input, report, fonts })).ok).toBe(true)
  })
})
