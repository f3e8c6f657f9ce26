import { describe, expect, it, vi } from 'vitest'
import { TEAM, type Response } from '#core/answer.ts'
import type { Move } from '#core/moves.ts'
import type { Reflection } from '#core/reflection.ts'
import type { Report } from '#core/report.ts'
import { buildSharedReport } from '#core/sharedReport.ts'
import { revealKey, type Solution } from '#core/workshop.ts'
import { en } from '#messages/en.ts'
import { composeReflection } from '#paper/composeReflection.ts'
import type { Parts } from '#paper/composing.ts'
import { exportPdf } from '#paper/exportPdf.ts'
import { layOut } from '#paper/layout.ts'
import {
  aNextStep,
  aReflection,
  aResponse,
  aRubric,
  aStrategy,
  aWorkshop,
} from '../support/builders.ts'
import { HALF_EM, textsOf } from './layoutSupport.ts'
import { withPdf } from './readPdf.ts'
import { diskFonts } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const RUBRIC = aRubric()
const ITEM = { rubricId: RUBRIC.id, itemId: 'a.one.1' }
const ALL: Parts = { summary: true, catalogue: true, session: true, rubric: true, notes: true }

function reportOf(
  reflection: Partial<Reflection> = {},
  responses: readonly Response[] = [],
): Report {
  return buildSharedReport({
    reflection: aReflection(reflection),
    responses,
    rubrics: [{ rubric: RUBRIC, hash: 'h' }],
  })
}

interface Extra {
  parts?: Parts
  moves?: readonly Move[]
  questions?: ReadonlyMap<string, string>
}

/** Page by page, lines joined. */
function pagesOf(report: Report, { parts = ALL, moves = [], questions }: Extra = {}) {
  const blocks = composeReflection({
    report,
    paper: 'letter',
    parts,
    words: en,
    appVersion: '1',
    moves: new Map([[RUBRIC.id, moves]]),
    ...(questions ? { questions } : {}),
  })
  return layOut(blocks, HALF_EM).pages.map((page) =>
    textsOf(page)
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
  )
}

const said = (report: Report, extra?: Extra) => pagesOf(report, extra).join(' ')

function aSolution(overrides: Partial<Solution> = {}): Solution {
  return {
    id: 's1',
    rubricId: RUBRIC.id,
    sectionId: 'a',
    challengeId: RUBRIC.sections[0]?.challenges[0]?.id ?? '',
    challenge: '',
    text: 'Pair each newcomer.',
    order: 0,
    deletedElsewhere: false,
    conflicts: [],
    ...overrides,
  }
}

describe('what a session worked out', () => {
  const workshop = aWorkshop({
    commitments: ['Share the air', 'All teach, all learn'],
    tracks: new Map([[RUBRIC.id, { on: 'Data comes unasked.', off: '' }]]),
    feedback: new Map([['helped', 'The boxes.']]),
    solutions: [
      aSolution({ id: 's2', challengeId: '', challenge: 'Long roads', text: 'Meet online.' }),
      aSolution(),
      aSolution({ id: 's3', sectionId: 'gone', challengeId: 'gone', text: 'Kept all the same.' }),
      aSolution({ id: 's4', rubricId: 'other', text: 'Of another rubric' }),
      aSolution({ id: 's5', text: ' ' }),
    ],
  })

  it('is a page of its own: challenges with what could help, the rubric’s own ones first', () => {
    const text = said(reportOf({ workshop }), { parts: { session: true } })
    expect(text).toContain('Managing turnover Pair each newcomer. Long roads Meet online.')
    expect(text).toContain('Kept all the same.')
    expect(text).not.toContain('Of another rubric')
    expect(text).toContain('Share the air · All teach, all learn')
    expect(text).toContain('We are on track when Data comes unasked.')
    expect(text).not.toContain(en.paper.session.off)
  })

  it('tells on page 1 which challenge could be helped by what, and where the rest is', () => {
    const open = aSolution({ id: 's6', challengeId: '', challenge: 'Short days', text: '' })
    const told = reportOf({ workshop: { ...workshop, solutions: [open, ...workshop.solutions] } })
    const [alone = ''] = pagesOf(told, { parts: { summary: true } })
    expect(alone).toMatch(/Challenges and what could help Managing turnover → *Pair each newcomer/)
    expect(alone).toContain('Long roads → Meet online.')
    // The one without an answer is counted only.
    expect(alone).toContain('1 more challenge in the app.')
    const [first = ''] = pagesOf(told, { parts: { summary: true, session: true } })
    expect(first).toContain('1 more challenge under “What we worked out”.')
    const unanswered = reportOf({ workshop: aWorkshop({ solutions: [open] }) })
    expect(pagesOf(unanswered, { parts: { summary: true } })[0]).toContain(
      '1 challenge was written down in the app.',
    )
    expect(pagesOf(reportOf({}), { parts: { summary: true } })[0]).not.toMatch(/hallenge/)
  })

  it('is no page while there is none of it', () => {
    const pages = pagesOf(reportOf({}, [aResponse(ITEM)]), {
      parts: { summary: true, session: true },
    })
    expect(pages).toHaveLength(1)
  })

  it('leaves answers about the tool out, unless they are chosen, with their questions', () => {
    const report = reportOf({ workshop })
    expect(said(report)).not.toContain('The boxes.')
    const questions = new Map([['helped', 'What helped you most?']])
    expect(said(report, { parts: { feedback: true }, questions })).toContain(
      'What helped you most? The boxes.',
    )
    expect(said(report, { parts: { feedback: true } })).toContain('Another question The boxes.')
  })

  it('says "I" where one leader sits alone', () => {
    const text = said(reportOf({ mode: 'individual', workshop }), { parts: { session: true } })
    expect(text).toContain('What I worked out')
    expect(text).toContain('I am on track when Data comes unasked.')
    expect(text).not.toMatch(/\b(we|our|us)\b/i)
  })

  it('never is a file without pages: where nothing else is there, page 1 comes', () => {
    expect(pagesOf(reportOf(), { parts: { session: true } })[0]).toContain('Reflection summary')
  })
})

describe('page 1 and the pages behind it', () => {
  const marks = [
    aResponse({ ...ITEM, participantId: 'p1', answer: 'need' }),
    aResponse({ ...ITEM, participantId: 'p2', answer: 'great' }),
  ]

  it('say where a step comes from, what is left from last time, and how many more there are', () => {
    const nextSteps = Array.from({ length: 5 }, (_, index) =>
      aNextStep({
        id: `n${index}`,
        what: `Step ${index}`,
        from: index === 0 ? 'Weekly note (from SB)' : '',
        carried: index === 1 ? 'earlier' : '',
        order: index,
      }),
    )
    const pages = pagesOf(reportOf({ nextSteps }, marks))
    expect(pages[0]).toContain('From: Weekly note (from SB)')
    expect(pages[0]).toContain('2 more steps in the notes.')
    expect(pages.at(-1)).toContain('Step 1 (from last time)')
    expect(pages.at(-1)).toContain('Step 4')
  })

  it('talk first about what enough people marked, and leave the rest to the notes', () => {
    expect(pagesOf(reportOf({}, marks))[0]).toContain('1.1a Adapt')
    const participants = Array.from({ length: 6 }, (_, index) => ({
      ...(aReflection().participants[index % 2] ?? aReflection().participants[0]),
      id: `p${index + 1}`,
    })) as Reflection['participants'] // safe: the sample team has two people
    const [first = ''] = pagesOf(reportOf({ participants }, marks))
    expect(first).toContain(en.paper.summary.noTalkFirst)
  })

  it('have what was agreed on in its box; without the rubric it is in the notes', () => {
    const agreed = aResponse({
      ...ITEM,
      participantId: TEAM,
      answer: 'good',
      note: 'For new schools.',
    })
    const report = reportOf({}, [...marks, agreed])
    const rubric = said(report, { parts: { rubric: true } })
    expect(rubric).toContain('SB Agreed ML')
    expect(rubric).toContain('Agreed is what we settled on together')
    const notes = said(report, { parts: { notes: true } })
    expect(notes).toContain('What we agreed on 1.1a')
    expect(notes).toContain('We agree on 3 Pretty good')
    expect(notes).toContain('For new schools.')
    expect(said(reportOf({}, marks), { parts: { rubric: true } })).not.toContain('Agreed')
  })

  it('tell moves after the reveal with both places', () => {
    const report = reportOf({}, marks)
    const [sam] = report.people
    const [need, , good] = RUBRIC.scales[0]?.levels ?? []
    if (!sam || !need || !good) throw new Error('The sample has people and levels.')
    const move = {
      person: sam,
      itemId: 'a.one.1',
      number: '1.1a',
      siteId: undefined,
      from: need,
      to: good,
    }
    const notes = said(report, { parts: { notes: true }, moves: [move] })
    expect(notes).toContain('Moved after the reveal')
    expect(notes).toContain('SB 1 → 3')
  })
})

describe('marks that are still private', () => {
  const secret = aStrategy({ name: 'Secret strength', items: [ITEM] })
  const responses = [
    aResponse({ ...ITEM, participantId: 'p1', answer: 'great', note: 'Secret note' }),
    aResponse({ ...ITEM, itemId: 'b.one.1', participantId: 'p1', answer: 'need' }),
  ]
  const revealed = (...ids: string[]) =>
    reportOf(
      {
        way: 'private',
        strategies: [secret],
        workshop: aWorkshop({ revealed: new Map(ids.map((id) => [revealKey(RUBRIC.id, id), 1])) }),
      },
      responses,
    )

  it('are nowhere on paper, which says so', async () => {
    const made = await exportPdf({
      report: revealed('b'),
      paper: 'letter',
      parts: ALL,
      words: en,
      appVersion: '1',
      printedAt: '2026-11-22T10:42:00.000Z',
      fonts: diskFonts,
    })
    if (!made.ok) throw new Error(made.problem.kind)
    withPdf(made.value.bytes, ({ text, objects }) => {
      for (const word of ['Secret', '1.1a', 'Adapt the membership guide']) {
        expect(text() + objects).not.toContain(word)
      }
      expect(text({ page: 1 }).replace(/\s+/g, ' ')).toContain(
        'Still private, and not on this paper: Build membership and engagement.',
      )
      expect(text()).toContain('2.1a')
    })
  })

  it('are told to come where no section is shown yet', () => {
    const pages = pagesOf(revealed(), { parts: { rubric: true } })
    expect(pages.join(' ')).toContain(en.paper.waitsForReveal)
  })

  it('stand on paper once they are shown', () => {
    expect(said(revealed('a', 'b'))).toContain('Secret strength')
    expect(said(revealed('a', 'b'))).not.toContain('Still private')
  })
})

describe('a sample', () => {
  it('has a pale word on every page, under everything else, and says so in its name', async () => {
    const made = await exportPdf({
      report: reportOf({ sample: true, strategies: [aStrategy()] }, [aResponse(ITEM)]),
      paper: 'a4',
      parts: ALL,
      words: en,
      appVersion: '1',
      printedAt: '2026-11-22T10:42:00.000Z',
      fonts: diskFonts,
    })
    if (!made.ok) throw new Error(made.problem.kind)
    expect(made.value.name).toMatch(/^Sample - /)
    withPdf(made.value.bytes, ({ text }) => {
      for (let page = 1; page <= made.value.pages; page += 1) {
        expect(text({ page })).toMatch(/^S$|Sample/m)
        expect(text({ page })).toContain('Sample: not a real team')
      }
    })
    const blocks = composeReflection({
      report: reportOf({ sample: true }),
      paper: 'a4',
      parts: ALL,
      words: en,
      appVersion: '1',
    })
    for (const page of layOut(blocks, HALF_EM).pages) {
      expect(page.marks[0]).toMatchObject({ kind: 'text', text: 'Sample' })
    }
  })
})
