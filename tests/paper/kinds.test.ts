import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Report } from '#core/report.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { en } from '#messages/en.ts'
import { createMeasure, type Measure } from '#paper/measure.ts'
import { openFonts } from '#paper/paperFonts.ts'
import { itemTexts, reportTexts } from '#paper/reportTexts.ts'
import { PAPER, type PaperSize } from '#paper/theme.ts'
import { aCreditedText, aRubric, aRubricOfAllKinds, aSection, aSkill } from '../support/builders.ts'
import { aChoiceItem, aPlacementItem, aStatusItem, aTableItem } from '../support/kinds.ts'
import {
  aKindsReport,
  aSite,
  instrument,
  INSTRUMENTS,
  laidBlank,
  laidReport,
  saidOn,
} from './kindSamples.ts'
import { beyondMargins, intoFoot, textsOf } from './layoutSupport.ts'
import { diskFonts } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const KINDS = aRubricOfAllKinds()
const { blank, rubric: marked } = en.paper
const PAPERS: readonly PaperSize[] = ['letter', 'a4']
const RUBRIC_ONLY = { rubric: true }
const SUMMARY_ONLY = { summary: true }

let measure: Measure
beforeAll(async () => {
  measure = createMeasure(await openFonts(diskFonts), undefined)
})

function flat(words: string): string {
  return words.replace(/[\s\u00A0]+/g, ' ').trim()
}

/** Every text that a form has to say. */
function definitionTexts(rubric: Rubric): readonly string[] {
  return [
    rubric.title.text,
    rubric.goal.text,
    ...(rubric.about ?? []).map(({ text }) => text),
    ...rubric.sections.flatMap(({ name, about, skills }) => [
      name.text,
      ...(about ?? []).map(({ text }) => text),
      ...skills.map((skill) => skill.name.text),
    ]),
    ...itemsOf(rubric).flatMap(({ item }) => itemTexts(item)),
  ].map(flat)
}

describe('the blank form of every instrument', () => {
  for (const rubric of [...INSTRUMENTS, KINDS]) {
    it(`says all of ${rubric.id}, each row number once, within the margins of both sizes`, () => {
      for (const paper of PAPERS) {
        const document = laidBlank(rubric, { paper, measure })
        const { margin } = PAPER[paper]
        expect(beyondMargins(document, { margin, measure })).toEqual([])
        expect(intoFoot(document, { margin, measure })).toEqual([])
        // Words alone: a line end may part what belongs together, and cells stand between lines.
        const words = new Map<string, number>()
        for (const word of saidOn(document).split(' ')) words.set(word, (words.get(word) ?? 0) + 1)
        for (const text of definitionTexts(rubric)) {
          for (const word of text.split(/[ /]|(?<=-)/)) {
            const isThere = words.has(word) || [...words.keys()].some((one) => one.includes(word))
            expect(isThere, `"${word}" of "${text}"`).toBe(true)
          }
        }
        for (const { item } of itemsOf(rubric)) {
          expect(words.get(item.number), item.number).toBe(1)
        }
      }
    })
  }

  it('leaves no page but the last half empty for want of room to write', () => {
    const { pages } = laidBlank(instrument('alignment-conversation'), { measure })
    expect(pages).toHaveLength(7)
    const first = pages[0] ? textsOf(pages[0]).map(({ text }) => text) : []
    expect(first).toContain(blank.whoIsHere)
  })
})

describe('the form of each kind', () => {
  const said = () => saidOn(laidBlank(KINDS, { measure }))

  it('says what is answered together, what is asked for each site, and how many to choose', () => {
    for (const words of [blank.together, blank.eachSite, blank.chooseOne, blank.chooseAny]) {
      expect(said()).toContain(words)
    }
  })

  it('has boxes to tick only where a team answers as one, and wider ones for initials', () => {
    const boxesOf = (answeredBy: 'each' | 'together') => {
      const item = aChoiceItem({ answeredBy, setAside: [], number: '1.1a' })
      const document = laidBlank(rubricOf([item]), { measure })
      return document.pages.flatMap(({ marks }) =>
        marks.flatMap((mark) =>
          mark.kind === 'box' && [3.6, 5].includes(mark.height) ? [mark.width] : [],
        ),
      )
    }
    expect(boxesOf('together')).toEqual([3.6, 3.6, 3.6])
    expect(boxesOf('each')).toEqual([11, 11, 11])
  })

  it('has the four statuses as heads, and no box for levels without a rating', () => {
    const words = saidOn(laidBlank(rubricOf([aStatusItem({ number: '1.1a' })]), { measure }))
    for (const status of Object.values(en.common.statuses)) expect(words).toContain(status)
    expect(words).not.toContain("We're great at this")
    expect(words).toContain(blank.note)
  })

  it('prefills a table softly, with room below, and a box before each option', () => {
    const document = laidBlank(rubricOf([aTableItem({ number: '1.1a' })]), { measure })
    const found = document.pages
      .flatMap(textsOf)
      .find(({ text }) => text === 'Uses ties that exist.')
    const label = document.pages
      .flatMap(textsOf)
      .find(({ text }) => text.startsWith('Informal sharing'))
    expect(found?.colour).not.toBe(label?.colour)
    expect(saidOn(document)).toContain('Use now')
  })

  it('cuts a table of many columns into labelled cells that are wide enough', () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({
      id: `c${index}`,
      label: `Column ${index}`,
      kind: 'text' as const,
      length: 'long' as const,
    }))
    const document = laidBlank(rubricOf([aTableItem({ columns, rows: [], number: '1.1a' })]), {
      measure,
    })
    const heads = document.pages
      .flatMap(textsOf)
      .filter(({ text }) => text.startsWith('Column '))
      .map(({ x }) => x)
    const edges = [...new Set(heads)].toSorted((a, b) => a - b)
    expect(edges).toHaveLength(4)
    edges.slice(1).forEach((x, index) => expect(x - (edges[index] ?? 0)).toBeGreaterThan(36))
  })

  it('has the map with its zones, the list, the questions and a line for each of some sites', () => {
    const document = laidBlank(rubricOf([aPlacementItem()], { eachSite: true }), { measure })
    const words = saidOn(document)
    for (const part of ['Impact on students', 'Whole organization', blank.guide, blank.sites]) {
      expect(words).toContain(part)
    }
    expect(words).toContain('Is there a team that meets and tests? No: A. Yes: go on.')
    expect(words).toContain('Are results better across the system, and lasting? No: D. Yes: E.')
    for (const number of ['1', '2', '3', '4', '5']) {
      expect(words.split(' ')).toContain(number)
    }
  })
})

function rubricOf(
  items: Rubric['sections'][number]['skills'][number]['items'],
  skill: { eachSite?: boolean } = {},
): Rubric {
  return aRubric({
    about: undefined,
    sections: [aSection({ skills: [aSkill({ items, ...skill })], challenges: [], strategies: [] })],
  })
}

describe('the full rubric with marks', () => {
  it('shows every answer of every kind with whose it is', () => {
    let count = 0
    const texts = new Map<string, string>()
    const report = aKindsReport([KINDS], {
      say: ({ participantId, itemId, siteId }, what) => {
        const key = [participantId, itemId, siteId, what].join(' ')
        const word = texts.get(key) ?? `w${(count += 1)}·`
        texts.set(key, word)
        return word
      },
    })
    const said = saidOn(laidReport(report, { parts: RUBRIC_ONLY, measure })).split(' ')
    for (const [key, word] of texts) expect(said, key).toContain(word)
    for (const { name } of report.reflection.sites) expect(said.join(' ')).toContain(name)
    expect(said.join(' ')).toContain(marked.together)
    expect(said.join(' ')).toContain('December 15, 2026')
    for (const part of ['P0', 'P1', 'P2', 'Sustain,', 'D', 'Traction']) {
      expect(said).toContain(part)
    }
  })

  it('says in words of its own kind what was set aside, by a person or by all', () => {
    const rubric = rubricOf([
      aChoiceItem({ number: '1.1a' }),
      aStatusItem({ number: '1.1b', setAside: [{ id: 'notOurs', label: 'Not for us now' }] }),
    ])
    const report = aKindsReport([rubric], { people: 1, seed: 5 })
    const [section] = report.rubrics[0]?.sections ?? []
    const [one, two] = section?.skills[0]?.items ?? []
    if (!one || !two) throw new Error('There are two items.')
    const [person] = report.people
    Object.assign(one, { setAside: [{ reason: 'unknown', people: [person] }] })
    Object.assign(two, { setAside: [{ reason: 'notOurs', people: [] }] })
    const said = saidOn(laidReport(report, { measure }))
    expect(said).toContain("We can't tell P0")
    expect(said).toContain('Not for us now')
  })

  it('asks once in full and names the question for the sites that follow', () => {
    const report = aKindsReport([instrument('traction-zones')], { sites: 3, people: 2 })
    const said = saidOn(laidReport(report, { parts: RUBRIC_ONLY, measure }))
    // In the rubric, and not in the notes on what was set aside.
    const rubricPart = said.slice(0, said.indexOf(en.paper.voices.team.notesPart + ' '))
    expect(rubricPart.match(/Depth: the change alters/g)).toHaveLength(1)
    expect(rubricPart.match(/Depth /g)?.length).toBe(2)
  })

  it('says that nothing is written, and asks for sites where none is named', () => {
    expect(saidOn(laidReport(aKindsReport([KINDS], { answered: 0 }), { measure }))).toContain(
      marked.nothing,
    )
    const rubric = rubricOf([aPlacementItem()], { eachSite: true })
    const report = aKindsReport([rubric], { sites: 0 })
    expect(saidOn(laidReport(report, { measure }))).toContain(en.paper.noSites)
  })
})

describe('several rubrics in one file', () => {
  const both = [instrument('network-health'), instrument('hub-organization')]

  it('never share a page, and are chapters of the outline', () => {
    const document = laidReport(aKindsReport(both), { measure })
    const [health, hub] = both.map(({ shortTitle }) => shortTitle)
    for (const page of document.pages) {
      const said = textsOf(page).map(({ text }) => text)
      const foot = said.filter((text) => text.includes(health ?? '') || text.includes(hub ?? ''))
      expect(foot.some((text) => text.includes(health ?? ''))).not.toBe(
        foot.some((text) => text.includes(hub ?? '')),
      )
    }
    const chapters = document.bookmarks.filter(({ depth }) => depth === 0)
    expect(chapters.map(({ title }) => title)).toEqual(both.map(({ title }) => title.text))
    const parts = document.bookmarks.filter(({ depth }) => depth === 1).map(({ title }) => title)
    const { kicker, rubricPart, notesPart } = en.paper.voices.team
    expect(parts.filter((title) => title === kicker)).toHaveLength(2)
    expect(parts.filter((title) => title === rubricPart)).toHaveLength(2)
    expect(parts.filter((title) => title === notesPart)).toHaveLength(2)
  })

  it('names two of them, and of more the first', () => {
    const { rubrics } = en.paper.fileName
    expect(rubrics(['Health', 'Hub'])).toBe('Health and Hub')
    expect(rubrics(['Health', 'Hub', 'Zones'])).toBe('Health and 2 more')
  })
})

describe('the fingerprint', () => {
  const printOf = (report: Report) => {
    const said = saidOn(laidReport(report, { parts: SUMMARY_ONLY, measure }))
    return /Hub Reflect 1 · ([\w-]{8})/.exec(said)?.[1] ?? ''
  }

  it('is another for each answer, place, cell, note, site and team answer that differs', () => {
    const prints = [
      aKindsReport([KINDS]),
      aKindsReport([KINDS], {
        say: (_, what) => (what === 'note' ? 'Another note.' : 'We wrote this down.'),
      }),
      aKindsReport([KINDS], {
        say: (_, what) => (what === 'text' ? 'Other.' : 'We wrote this down.'),
      }),
      aKindsReport([KINDS], {
        say: (_, what) => (what.includes('offers') ? 'Other.' : 'We wrote this down.'),
      }),
      aKindsReport([KINDS], { sites: 2 }),
      aKindsReport([KINDS], { seed: 6 }),
      aKindsReport([KINDS], { reflection: { sites: [aSite({ id: 's0', name: 'Renamed' })] } }),
    ].map(printOf)
    expect(prints.every((print) => print.length === 8)).toBe(true)
    expect(new Set(prints).size).toBe(prints.length)
    expect(printOf(aKindsReport([KINDS]))).toBe(prints[0])
  })
})

describe('what cannot be drawn', () => {
  it('is looked for in sites, cells, notes and every word of the rubric', () => {
    const report = aKindsReport([KINDS], { say: (_, what) => `said ${what}` })
    const texts = reportTexts(report, en)
    const whereOf = (text: string) => texts.find((one) => one.text === text)?.where
    expect(whereOf('Site number 1')).toBe(en.paper.where.site)
    expect(whereOf('said note')).toBe(en.paper.where.note('1.2b'))
    expect(whereOf('said informal-offers')).toBe(en.paper.where.answer('1.3a'))
    const words = texts.find(({ where }) => where === en.paper.where.rubric(KINDS.shortTitle))?.text
    for (const part of [
      'Answer what helps you today.',
      'Some are answered by each person',
      'We plan and gather people.',
      'Not for us',
      'Uses ties that exist.',
      'Whole organization',
      'Tested changes are spreading.',
      'Has it spread beyond the team?',
    ]) {
      expect(words).toContain(part)
    }
  })
})

describe('two versions of an answer', () => {
  it('are told in words for every kind', () => {
    const report = aKindsReport([KINDS], { people: 1, sites: 1 })
    const versions = (values: readonly (string | object)[]) =>
      values.map((value, index) => ({ changeId: `c${index}`, value, at: index, device: 'd' }))
    const conflictOf: Record<string, { field: string; values: readonly (string | object)[] }> = {
      'k.rate.1': { field: 'answer', values: [{ level: 'need' }, { level: 'great' }] },
      'k.ask.one': {
        field: 'answer',
        values: [{ options: ['initiate'] }, { options: ['develop'] }],
      },
      'k.ask.status': { field: 'answer', values: [{ status: 'begun' }, { status: 'inPlace' }] },
      'k.plan.table': { field: 'cell/informal/decision', values: ['now', 'no'] },
      's.place.zone': {
        field: 'answer',
        values: [
          { zone: 'c', x: 1, y: 1 },
          { zone: 'd', x: 1, y: 1 },
        ],
      },
      'k.ask.many': { field: 'note', values: ['This note', 'That note'] },
    }
    for (const item of report.rubrics[0]?.sections.flatMap(({ skills }) =>
      skills.flatMap(({ items }) => items),
    ) ?? []) {
      const found = conflictOf[item.item.id]
      if (!found) continue
      const conflict = { field: found.field, versions: versions(found.values) }
      Object.assign(item, { conflicts: [{ author: undefined, conflict }] })
    }
    const said = saidOn(laidReport(report, { measure }))
    for (const part of [
      '– We really need to do this – We’re great at this'.replace('’', "'"),
      '– Initiate – Develop',
      '– Begun – In place',
      '– Use now – Not for us',
      '– C Some traction – D Traction',
      '– This note – That note',
      `2.1a Site number 1 ${marked.together}`,
    ]) {
      expect(said).toContain(part)
    }
  })
})

describe('help', () => {
  it('stands at the head with the mark of where its words come from', () => {
    const about = [aCreditedText('Read this before you begin.', { provenance: 'adapted' })]
    const rubric = aRubric({ about })
    for (const document of [laidBlank(rubric, { measure }), laidReport(aKindsReport([rubric]))]) {
      expect(saidOn(document)).toContain('Read this before you begin.')
    }
  })
})
