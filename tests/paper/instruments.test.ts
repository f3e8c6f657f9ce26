import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Rubric } from '#core/rubric.ts'
import { en } from '#messages/en.ts'
import { createMeasure, type Measure } from '#paper/measure.ts'
import { openFonts } from '#paper/paperFonts.ts'
import { PAPER, type PaperSize } from '#paper/theme.ts'
import { aKindsReport, instrument, INSTRUMENTS, laidReport, saidOn } from './kindSamples.ts'
import { beyondMargins, intoFoot } from './layoutSupport.ts'
import { diskFonts } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const { rubric: marked } = en.paper
const PAPERS: readonly PaperSize[] = ['letter', 'a4']
const SUMMARY_ONLY = { summary: true }

let measure: Measure
beforeAll(async () => {
  measure = createMeasure(await openFonts(diskFonts), undefined)
})

describe('the whole paper of every instrument', () => {
  for (const rubric of INSTRUMENTS) {
    it(`stays within the pages of ${rubric.id}`, () => {
      const report = aKindsReport([rubric], { people: 5, sites: 5, say: () => LONG })
      for (const paper of PAPERS) {
        const document = laidReport(report, { paper, measure })
        const edge = { margin: PAPER[paper].margin, measure }
        expect(beyondMargins(document, edge)).toEqual([])
        expect(intoFoot(document, edge)).toEqual([])
      }
    })
  }
})

const LONG = 'We heard it in the weekly notes, and two coaches wrote down what they saw. '.repeat(3)

describe('page 1', () => {
  const CROWDS: readonly (readonly [string, Parameters<typeof aKindsReport>[1]])[] = [
    ['a few people', {}],
    ['nobody yet', { answered: 0 }],
    ['a crowd with many sites', { people: 12, sites: 9 }],
    ['one leader', { people: 1, reflection: { mode: 'individual' } }],
  ]
  for (const rubric of INSTRUMENTS) {
    it(`is one page of ${rubric.id} for a few, a crowd, one leader and nobody`, () => {
      for (const paper of PAPERS) {
        for (const [who, wanted] of CROWDS) {
          const report = aKindsReport([rubric], wanted)
          const document = laidReport(report, { paper, parts: SUMMARY_ONLY, measure })
          expect(document.pages, `${who} on ${paper}`).toHaveLength(1)
          const { margin } = PAPER[paper]
          expect(beyondMargins(document, { margin, measure })).toEqual([])
          expect(intoFoot(document, { margin, measure })).toEqual([])
          expect(saidOn(document)).not.toMatch(/\d ?%|average|overall/i)
        }
      }
    })
  }

  const firstPage = (rubric: Rubric, wanted?: Parameters<typeof aKindsReport>[1]) =>
    saidOn(laidReport(aKindsReport([rubric], wanted), { parts: SUMMARY_ONLY, measure }))

  it('counts a checklist in words, stage by stage, and ticks each line', () => {
    const said = firstPage(instrument('life-cycle-checklist'))
    expect(said).toMatch(/1 Initiate (\d (not started|begun|in place|to revisit)(, )?)+/)
    expect(said).toContain('Build the vision')
    expect(said).toContain(marked.tick)
    expect(said).toContain('Which stage are we mainly in?')
  })

  it('shows the map with each site and who placed it where', () => {
    const said = firstPage(instrument('traction-zones'), { people: 2, sites: 2 })
    expect(said).toContain('Impact on students')
    for (const part of ['Site number 1', 'Site number 2', 'Depth', 'Sustainability']) {
      expect(said).toContain(part)
    }
    expect(said).toMatch(/[A-E] [A-Z][a-z ,]+ P0/)
  })

  it('shows the decision on each row of a table, and the answer to each principle', () => {
    const planner = firstPage(instrument('scaling-planner'))
    for (const part of ['Our decision', 'Plan for it', 'Website and newsletter']) {
      expect(planner).toContain(part)
    }
    const alignment = firstPage(instrument('alignment-conversation'))
    for (const part of ['Aligned', 'Not yet', 'Variation in performance is the core problem']) {
      expect(alignment).toContain(part)
    }
  })

  it('is a profile by domain for network health, with what nobody could tell', () => {
    const said = firstPage(instrument('network-health'))
    expect(said).toContain('1 Hub leadership')
    expect(said).not.toContain('How the hub leads')
    expect(said).toContain("I can't tell")
  })
})
