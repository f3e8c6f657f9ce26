import { describe, expect, it, vi } from 'vitest'
import { en } from '#messages/en.ts'
import type { Block } from '#paper/blocks.ts'
import { composeReflection } from '#paper/composeReflection.ts'
import { line, paragraphs } from '#paper/composing.ts'
import { drawPdf } from '#paper/draw.ts'
import { exportBlankRubric, exportPdf } from '#paper/exportPdf.ts'
import { layOut } from '#paper/layout.ts'
import { createMeasure } from '#paper/measure.ts'
import { openFonts } from '#paper/paperFonts.ts'
import { cleanForPaper, isCovered } from '#paper/paperText.ts'
import { levelTint, PAPER } from '#paper/theme.ts'
import { aPage, edgesOf } from './layoutSupport.ts'
import { withPdf, type GreyPage } from './readPdf.ts'
import { aReport, diskFonts, HUB_RUBRIC, TEAM_NAMES } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

/** What a copier sees: pages as grey pictures. */

const DPI = 100
const PIXEL = DPI / 25.4
const BASE = {
  words: en,
  appVersion: '0.1.0',
  printedAt: '2026-11-22T10:42:00.000Z',
  fonts: diskFonts,
}
const PARTS = { summary: true, catalogue: true, session: true, rubric: true, notes: true }

interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** The middle grey of an area in millimetres: what most of it looks like. */
function middleGrey(page: GreyPage, { x, y, width, height }: Area): number {
  const greys: number[] = []
  for (let row = Math.ceil(y * PIXEL); row < (y + height) * PIXEL; row += 1) {
    for (let column = Math.ceil(x * PIXEL); column < (x + width) * PIXEL; column += 1) {
      greys.push(page.at(column, row))
    }
  }
  return greys.toSorted((a, b) => a - b)[Math.floor(greys.length / 2)] ?? 0
}

async function bytesOf(made: ReturnType<typeof exportPdf>): Promise<Uint8Array> {
  const result = await made
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.bytes
}

describe('every page', () => {
  it('has ink where it should be and none in its margins', async () => {
    for (const paper of ['letter', 'a4'] as const) {
      const filled = await bytesOf(exportPdf({ ...BASE, paper, parts: PARTS, report: aReport() }))
      const blank = await bytesOf(
        exportBlankRubric({
          ...BASE,
          paper,
          rubric: HUB_RUBRIC,
          boxes: 'usual',
          strategyLines: false,
        }),
      )
      for (const bytes of [filled, blank]) {
        const pages = withPdf(bytes, (pdf) => pdf.pages(DPI))
        pages.forEach((page, index) => {
          expect(page.ink, `ink of page ${index + 1}`).toBeGreaterThan(0.005)
          expect(page.ink, `ink of page ${index + 1}`).toBeLessThan(0.4)
          expect(inkInMargins(page, PAPER[paper].margin - 0.6), `page ${index + 1}`).toBe(0)
        })
      }
    }
  })
})

function inkInMargins(page: GreyPage, margin: number): number {
  const edge = Math.floor(margin * PIXEL)
  let ink = 0
  for (let row = 0; row < page.rows; row += 1) {
    const isInside = row >= edge && row < page.rows - edge
    for (let column = 0; column < page.columns; column += 1) {
      if (isInside && column === edge) column = page.columns - edge
      if (page.at(column, row) < 230) ink += 1
    }
  }
  return ink
}

describe('the boxes of the scale', () => {
  it('are told apart in grey: each level darker than the one before', async () => {
    const report = aReport()
    const parts = { summary: true, catalogue: false, rubric: false }
    const composed = composeReflection({
      report,
      paper: 'a4',
      parts,
      words: en,
      appVersion: '0.1.0',
    })
    const measure = createMeasure(await openFonts(diskFonts), undefined)
    const [first] = layOut(composed, measure).pages
    const bytes = await bytesOf(exportPdf({ ...BASE, paper: 'a4', parts, report }))
    const [page] = withPdf(bytes, (pdf) => pdf.pages(DPI))
    if (!page || !first) throw new Error('There is no first page.')
    const greys = [1, 2, 3].map((index) => {
      const tint = levelTint(index, 4)
      const box = first.marks.find(
        (mark) => mark.kind === 'box' && mark.fill === tint && mark.width > 15 && mark.height > 4,
      )
      if (box?.kind !== 'box') throw new Error(`No box of level ${index + 1}.`)
      // The right end of a box is free of initials.
      return middleGrey(page, {
        x: box.x + box.width - 3,
        y: box.y + 0.8,
        width: 2.4,
        height: box.height - 1.6,
      })
    })
    const [second = 0, third = 0, fourth = 0] = greys
    expect(255 - second).toBeGreaterThan(10)
    expect(second - third).toBeGreaterThan(20)
    expect(third - fourth).toBeGreaterThan(30)
  })
})

describe('chips', () => {
  it('are tinted paper with an outline, never black', async () => {
    const report = aReport({ names: TEAM_NAMES.slice(0, 8) })
    const parts = { summary: false, catalogue: false, rubric: true }
    const composed = composeReflection({
      report,
      paper: 'a4',
      parts,
      words: en,
      appVersion: '0.1.0',
    })
    const measure = createMeasure(await openFonts(diskFonts), undefined)
    const [first] = layOut(composed, measure).pages
    const bytes = await bytesOf(exportPdf({ ...BASE, paper: 'a4', parts, report }))
    const [page] = withPdf(bytes, (pdf) => pdf.pages(DPI))
    if (!page || !first) throw new Error('There is no first page.')
    const filled = first.marks.filter(
      (mark) => mark.kind === 'box' && mark.fill !== undefined && mark.width > 4 && mark.height > 3,
    )
    expect(filled.length).toBeGreaterThan(20)
    for (const box of filled) {
      const { left, right, top, bottom } = edgesOf(box, measure)
      expect(
        lightest(page, { x: left, y: top, width: right - left, height: bottom - top }),
      ).toBeGreaterThan(140)
    }
  })
})

describe('two boxes of one tint', () => {
  it('look alike with letters between them', async () => {
    const box = { kind: 'box', y: 10, width: 20, height: 20, fill: '#dcebe3' } as const
    const between = { kind: 'text', x: 35, y: 20, text: 'x', face: 'regular' } as const
    const marks = [
      { ...box, x: 10 },
      { ...between, size: 10, colour: '#1d2a33' },
      { ...box, x: 50 },
    ]
    const bytes = drawPdf({
      document: {
        pages: [
          {
            width: 80,
            height: 40,
            marks,
          },
        ],
        bookmarks: [],
      },
      fonts: await openFonts(diskFonts),
      title: '',
      author: '',
      subject: '',
      lang: 'en-US',
      madeAt: BASE.printedAt,
      fileId: '0'.repeat(32),
    })
    const [page] = withPdf(bytes, (pdf) => pdf.pages(DPI))
    if (!page) throw new Error('There is no page.')
    const [one, other] = [10, 50].map((x) => middleGrey(page, { x, y: 10, width: 20, height: 20 }))
    expect(one).toBeGreaterThan(200)
    expect(other).toBe(one)
  })
})

describe('letters', () => {
  it('are on the page and not only in the text layer', async () => {
    const report = aReport()
    const parts = { summary: true, catalogue: true, session: true, rubric: true, notes: true }
    const composed = composeReflection({
      report,
      paper: 'a4',
      parts,
      words: en,
      appVersion: '0.1.0',
    })
    const measure = createMeasure(await openFonts(diskFonts), undefined)
    const { pages } = layOut(composed, measure)
    const bytes = await bytesOf(exportPdf({ ...BASE, paper: 'a4', parts, report }))
    const pictures = withPdf(bytes, (pdf) => pdf.pages(DPI))
    pages.forEach((page, index) => {
      for (const mark of page.marks) {
        if (mark.kind !== 'text' || mark.text.trim() === '') continue
        const { left, right, top, bottom } = edgesOf(mark, measure)
        const picture = pictures[index]
        if (!picture) throw new Error(`Page ${index + 1} is missing.`)
        const area = { x: left, y: top, width: right - left, height: bottom - top }
        expect(darkest(picture, area), `"${mark.text}" on page ${index + 1}`).toBeLessThan(170)
      }
    })
  })

  it('each have their own outline, whichever of them are cut out together', async () => {
    const letters = coveredLetters()
    expect(letters.length).toBeGreaterThan(900)
    const styles = ['table', 'tableItalic', 'tableStrong'] as const
    const fonts = await openFonts(diskFonts)
    const measure = createMeasure(fonts, undefined)
    const blocks = styles.flatMap((style): readonly Block[] => [
      { kind: 'page', setup: aPage({ width: 297, height: 210 }) },
      {
        kind: 'columns',
        count: 24,
        gap: 2,
        blocks: letters.map((letter) => paragraphs(line(letter, style))),
      },
    ])
    const document = layOut(blocks, measure)
    const bytes = drawPdf({
      document,
      fonts,
      title: '',
      author: '',
      subject: '',
      lang: 'en-US',
      madeAt: BASE.printedAt,
      fileId: '0'.repeat(32),
    })
    const pictures = withPdf(bytes, (pdf) => pdf.pages(DPI))
    const without = document.pages.flatMap(({ marks }, index) =>
      marks.flatMap((mark) => {
        const picture = pictures[index]
        if (mark.kind !== 'text' || mark.text.length > 1 || !picture) return []
        const { left, right, top, bottom } = edgesOf(mark, measure)
        const area = { x: left, y: top, width: right - left, height: bottom - top + 0.5 }
        return darkest(picture, area) < 200 ? [] : [mark.text]
      }),
    )
    expect(without).toEqual([])
  })
})

/** Every letter our fonts draw that has ink and stands on the line. */
function coveredLetters(): readonly string[] {
  return Array.from({ length: 0x2800 }, (_, point) => point)
    .filter(isCovered)
    .map((point) => String.fromCodePoint(point))
    .filter(
      (letter) =>
        cleanForPaper(letter) === letter && /[^\p{M}\p{Z}\p{C}\p{Sk}\p{Lm}]/u.test(letter),
    )
}

function lightest(page: GreyPage, area: Area): number {
  return Math.max(...greysOf(page, area))
}

function darkest(page: GreyPage, area: Area): number {
  return Math.min(...greysOf(page, area))
}

function greysOf(page: GreyPage, { x, y, width, height }: Area): readonly number[] {
  const greys: number[] = []
  for (let row = Math.floor(y * PIXEL); row <= (y + height) * PIXEL; row += 1) {
    for (let column = Math.floor(x * PIXEL); column <= (x + width) * PIXEL; column += 1) {
      greys.push(page.at(column, row))
    }
  }
  return greys
}
