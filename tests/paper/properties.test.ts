import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { buildReport } from '#core/report.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { en } from '#messages/en.ts'
import { composeBlank } from '#paper/composeBlank.ts'
import { composeReflection } from '#paper/composeReflection.ts'
import { layOut, type LaidDocument } from '#paper/layout.ts'
import { PAPER, STYLES, type PaperSize } from '#paper/theme.ts'
import {
  aCreditedText,
  aParticipant,
  aRatingItem,
  aReflection,
  aResponse,
  aRubric,
  aSection,
  aSkill,
  aTextItem,
} from '../support/builders.ts'
import { anyRubric, type AnyShape } from './anyKind.ts'
import { aKindsReport, laidBlank, laidReport, saidOn } from './kindSamples.ts'
import { beyondMargins, HALF_EM, intoFoot, textsOf } from './layoutSupport.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

/**
 * Rubrics nobody would write: 1 to 200 rows of 1 to 3,000 characters. Every word of row 7 is "r7·",
 * so that it can be found again wherever layout puts it.
 */
const someShape: fc.Arbitrary<Shape> = fc.record({
  rows: fc.integer({ min: 1, max: 200 }),
  perSkill: fc.integer({ min: 1, max: 12 }),
  skillsPerSection: fc.integer({ min: 1, max: 4 }),
  seed: fc.nat(),
})

interface Shape {
  rows: number
  perSkill: number
  skillsPerSection: number
  seed: number
}

function rubricOf({ rows, perSkill, skillsPerSection, seed }: Shape): Rubric {
  let state = seed >>> 0
  const dice = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  const itemOf = (row: number) => {
    const length = dice() < 0.1 ? 3000 : dice() < 0.3 ? 1 : Math.ceil(dice() * 260)
    const word = `r${row}·`
    const text = Array.from({ length: Math.max(1, Math.floor(length / 6)) }, () => word).join(' ')
    const same = { id: `row${row}`, number: numberOf(row), text }
    return dice() < 0.15 ? aTextItem(same) : aRatingItem(same)
  }
  const items = Array.from({ length: rows }, (_, row) => itemOf(row))
  const skills = chunks(items, perSkill).map((own, index) =>
    aSkill({
      id: `skill${index}`,
      number: '1.1',
      name: aCreditedText(`Skill ${index}`),
      items: own,
    }),
  )
  return aRubric({
    sections: chunks(skills, skillsPerSection).map((own, index) =>
      aSection({
        id: `section${index}`,
        number: `${(index % 99) + 1}`,
        skills: own,
        name: aCreditedText(`Section ${index}`),
      }),
    ),
  })
}

/** A number of its own for each row, in the printed form. */
function numberOf(row: number): string {
  return `${10 + Math.floor(row / 26)}.${10 + (row % 80)}${String.fromCharCode(97 + (row % 26))}`
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}

const somePaper: fc.Arbitrary<PaperSize> = fc.constantFrom('letter', 'a4')

/** Every word that stands on the pages, with its page. */
function wordsOf(document: LaidDocument): readonly { word: string; page: number; y: number }[] {
  return document.pages.flatMap((page, index) =>
    textsOf(page).flatMap(({ text, y }) =>
      text.split(/[ \u00A0]/).map((word) => ({ word, page: index, y })),
    ),
  )
}

function checkRows(document: LaidDocument, rubric: Rubric, style: 'method' | 'table'): void {
  const words = wordsOf(document)
  const numbers = new Map<string, number>()
  const rows = new Map<string, typeof words>()
  for (const entry of words) {
    numbers.set(entry.word, (numbers.get(entry.word) ?? 0) + 1)
    if (/^r\d+·$/.test(entry.word)) {
      rows.set(entry.word, [...(rows.get(entry.word) ?? []), entry])
    }
  }
  itemsOf(rubric).forEach(({ item }, row) => {
    expect(numbers.get(item.number), `number ${item.number}`).toBe(1)
    const found = rows.get(`r${row}·`) ?? []
    expect(found.length, `words of row ${row}`).toBe(item.text.split(' ').length)
    const pages = new Set(found.map(({ page }) => page))
    if (pages.size === 1) return
    // A row may be parted only if it would not fit a whole page.
    const lines = new Set(found.map(({ page, y }) => `${page} ${y}`)).size
    expect(lines * STYLES[style].leading, `parted row ${row}`).toBeGreaterThan(120)
  })
}

function checkHeads(document: LaidDocument): void {
  document.pages.forEach((page, index) => {
    const said = textsOf(page).map(({ text }) => text)
    const firstRow = said.findIndex((text) => /r\d+·/.test(text))
    if (firstRow < 0) return
    const head = said.indexOf(en.paper.rubric.skill)
    expect(head, `head of page ${index + 1}`).toBeGreaterThanOrEqual(0)
    expect(head, `head of page ${index + 1}`).toBeLessThan(firstRow)
  })
}

function checkPages(document: LaidDocument, paper: PaperSize): void {
  const edge = { margin: PAPER[paper].margin, measure: HALF_EM }
  expect(beyondMargins(document, edge)).toEqual([])
  expect(intoFoot(document, edge)).toEqual([])
  for (const page of document.pages) {
    // Footer and header are six texts at the most: an empty page would have no more.
    expect(textsOf(page).length).toBeGreaterThan(6)
  }
}

describe('the blank rubric of any definition', () => {
  it('prints every row once and whole, under its head, within the margins', () => {
    fc.assert(
      fc.property(
        someShape,
        somePaper,
        fc.constantFrom('usual' as const, 'large' as const),
        fc.boolean(),
        (shape, paper, boxes, strategyLines) => {
          const rubric = rubricOf(shape)
          const blocks = composeBlank({
            rubric,
            paper,
            boxes,
            strategyLines,
            sectionIds: undefined,
            words: en,
            appVersion: '0',
            fingerprint: 'abc',
          })
          const document = layOut(blocks, HALF_EM)
          checkRows(document, rubric, 'method')
          checkHeads(document)
          checkPages(document, paper)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('the full rubric with marks of any definition', () => {
  it('prints every row once and whole, under its head, within the margins', () => {
    fc.assert(
      fc.property(someShape, somePaper, fc.integer({ min: 1, max: 24 }), (shape, paper, count) => {
        const rubric = rubricOf(shape)
        const people = Array.from({ length: count }, (_, index) =>
          aParticipant({ id: `p${index}`, initials: `P${index}`, order: index }),
        )
        const responses = itemsOf(rubric).flatMap(({ item }, row) =>
          people.map(({ id }, seat) =>
            aResponse({
              participantId: id,
              rubricId: rubric.id,
              itemId: item.id,
              answer:
                item.kind === 'text'
                  ? {
                      kind: 'text',
                      text: 'In words.',
                    }
                  : (['need', 'better', 'good', 'great'] as const)[(row + seat * row) % 4],
            }),
          ),
        )
        const reflection = aReflection({
          participants: people,
          rubrics: [{ rubricId: rubric.id, hash: 'h', scope: undefined }],
        })
        const report = buildReport({ reflection, responses, rubrics: [{ rubric, hash: 'h' }] })
        const composed = composeReflection({
          report,
          paper,
          words: en,
          appVersion: '0',
          parts: { rubric: true },
        })
        const document = layOut(composed, HALF_EM)
        checkRows(document, rubric, 'table')
        checkHeads(document)
        checkPages(document, paper)
        const whole = layOut(composed, HALF_EM)
        checkPages(whole, paper)
      }),
      { numRuns: 12 },
    )
  })
})

const someKinds: fc.Arbitrary<AnyShape> = fc.record({
  sections: fc.integer({ min: 1, max: 5 }),
  items: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
})

/** The words made for a test that stand nowhere on the pages. */
function missingOn(document: LaidDocument, made: readonly string[]): readonly string[] {
  const there = new Set(saidOn(document).match(/[dw]\d+·/g))
  return made.filter((word) => !there.has(word))
}

describe('any rubric with items of every kind', () => {
  it('is a form that says every word of it, within the margins, with no page empty', () => {
    fc.assert(
      fc.property(someKinds, somePaper, (shape, paper) => {
        const { rubric, words } = anyRubric(shape)
        const document = laidBlank(rubric, { paper })
        expect(missingOn(document, words)).toEqual([])
        checkPages(document, paper)
      }),
      { numRuns: 25 },
    )
  })

  it('is a rubric with marks that loses no word of it and of what anybody wrote', () => {
    fc.assert(
      fc.property(
        someKinds,
        somePaper,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        (shape, paper, people, sites) => {
          const { rubric, words, formOnly } = anyRubric(shape)
          const written: string[] = []
          const report = aKindsReport([rubric], {
            people,
            sites,
            seed: shape.seed,
            // A table that everyone sets aside is not printed.
            aside: 0,
            say: () => {
              const word = `w${written.length}·`
              written.push(word)
              return `${word} `.repeat(1 + (written.length % 37)).trim()
            },
          })
          const whole = laidReport(report, { paper })
          const own = words.filter((word) => !formOnly.includes(word))
          expect(missingOn(whole, [...own, ...written])).toEqual([])
          for (const { name } of report.reflection.sites) {
            if (itemsOf(rubric).some(({ skill }) => skill.eachSite)) {
              expect(saidOn(whole)).toContain(name)
            }
          }
          checkPages(whole, paper)
        },
      ),
      { numRuns: 20 },
    )
  })
})
