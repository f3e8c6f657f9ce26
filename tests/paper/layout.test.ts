import { describe, expect, it } from 'vitest'
import type { Block, Row, Table } from '#paper/blocks.ts'
import { HEADING_CLEARANCE } from '#paper/flow.ts'
import { MIDDLE } from '#paper/inline.ts'
import { POINT, STYLES } from '#paper/theme.ts'
import {
  aPage,
  beyondMargins,
  findText,
  HALF_EM,
  laid,
  textsOf,
  widthOfWords,
  words,
} from './layoutSupport.ts'

const LEADING = STYLES.table.leading
const BASELINE = LEADING / 2 + MIDDLE * STYLES.table.size * POINT

function paragraph(...said: readonly string[]): Block {
  return { kind: 'text', paragraphs: said.map((one) => words(one)) }
}

function heading(said: string): Block {
  return { kind: 'text', isHeading: true, paragraphs: [words(said)] }
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`)
}

/** Where each word of a page stands, by word. */
function pageOfWord(document: ReturnType<typeof laid>, word: string): number {
  return document.pages.findIndex((page) =>
    textsOf(page).some((mark) => mark.text.split(' ').includes(word)),
  )
}

describe('text', () => {
  it('stands at the margin, its baseline in the middle of its line', () => {
    const { pages } = laid([paragraph('One', 'Two')])
    expect(findText(pages[0], 'One')).toMatchObject({ x: 10, y: 10 + BASELINE })
    expect(findText(pages[0], 'Two')).toMatchObject({ x: 10, y: 10 + LEADING + BASELINE })
  })

  it('breaks between words at exactly the width of the frame', () => {
    const room = widthOfWords('aaaa bbbb', 'table')
    const fits = laid([paragraph('aaaa bbbb cc')], aPage({ width: room + 20.001 }))
    expect(textsOf(fits.pages[0]).map(({ text }) => text)).toContain('aaaa bbbb')
    const tight = laid([paragraph('aaaa bbbb cc')], aPage({ width: room + 19.999 }))
    expect(textsOf(tight.pages[0]).map(({ text }) => text)).toContain('aaaa')
  })

  it('breaks a word that is wider than the line, and keeps every letter', () => {
    const long = Array.from({ length: 300 }, (_, index) => index % 10).join('')
    const { pages } = laid([paragraph(long)])
    const digits = textsOf(pages[0]).filter(({ text }) => /^\d{2,}$/.test(text))
    expect(digits.map(({ text }) => text).join('')).toBe(long)
    expect(digits.length).toBeGreaterThan(3)
  })

  it('keeps a no-break space and breaks after a slash or dash', () => {
    const { pages } = laid(
      [paragraph('aaaaaaaaaaaaaaaaaaaaaaaaaaaa b\u00A0c')],
      aPage({ width: 72 }),
    )
    expect(textsOf(pages[0]).map(({ text }) => text)).toContain('b\u00A0c')
    const dashed = laid([paragraph('aaaaaaaaaaaaaaaaa-bbbbbbbbbbbbb')], aPage({ width: 60 }))
    expect(textsOf(dashed.pages[0]).map(({ text }) => text)).toContain('aaaaaaaaaaaaaaaaa-')
  })

  it('ends with an ellipsis where it is shortened, within the line', () => {
    const said = numbers(1, 80).join(' ')
    const { pages } = laid([{ kind: 'text', paragraphs: [words(said, { maxLines: 2 })] }])
    const lines = textsOf(pages[0]).filter(({ text }) => text.startsWith('w'))
    expect(lines).toHaveLength(2)
    expect(lines[1]?.text.endsWith('…')).toBe(true)
    expect(widthOfWords(lines[1]?.text ?? '', 'table')).toBeLessThanOrEqual(80)
  })

  it('hangs its lead at the left and sets its tail at the right end', () => {
    const lead = { inlines: [{ kind: 'text', text: '1.2b', style: 'table' }], width: 12 } as const
    const tail = { inlines: [{ kind: 'text', text: '17', style: 'table' }], width: 8 } as const
    const { pages } = laid([{ kind: 'text', paragraphs: [words('Method', { lead, tail })] }])
    expect(findText(pages[0], '1.2b').x).toBe(10)
    expect(findText(pages[0], 'Method').x).toBe(22)
    expect(findText(pages[0], '17').x).toBeCloseTo(90 - widthOfWords('17', 'table'))
  })

  it('flows over pages without losing a word, two lines at least on each side', () => {
    const all = numbers(1, 1500)
    const document = laid([paragraph(all.join(' '))])
    const said = document.pages.flatMap((page) =>
      textsOf(page).flatMap(({ text }) => text.split(' ').filter((word) => /^w\d+$/.test(word))),
    )
    expect(said).toEqual(all)
    for (const page of document.pages) {
      const lines = textsOf(page).filter(({ text }) => /^w\d/.test(text))
      expect(lines.length).toBeGreaterThanOrEqual(2)
    }
    expect(beyondMargins(document, { margin: 10, measure: HALF_EM })).toEqual([])
  })
})

describe('headings', () => {
  it('move to the next page with what follows, never alone', () => {
    for (let before = 1; before <= 24; before += 1) {
      const document = laid([
        ...numbers(1, before).map((word) => paragraph(word)),
        heading('Heading'),
        paragraph('first second third'),
      ])
      const at = pageOfWord(document, 'Heading')
      expect(pageOfWord(document, 'first')).toBe(at)
      const foot = 120 - 10 - STYLES.running.leading - STYLES.fine.leading - 1.6 - 3
      const { y } = findText(document.pages[at], 'Heading')
      expect(y).toBeLessThanOrEqual(foot - HEADING_CLEARANCE + LEADING)
    }
  })
})

describe('tables', () => {
  const rowOf = (said: string, lowest = 9): Row => ({
    lowest,
    cells: [{ paragraphs: [words(said)] }, { paragraphs: [] }],
  })
  const tableOf = (rows: readonly Row[], more: Partial<Table> = {}): Table => ({
    columns: [20, 40, 20],
    line: { width: 0.1, colour: '#000000' },
    verticals: [],
    padding: { x: 1, y: 1 },
    head: { cells: [{ paragraphs: [words('Head')], span: 3 }] },
    groups: [{ lead: { first: [words('Lead')], again: [words('Lead'), words('again')] }, rows }],
    ...more,
  })

  it('repeat their head and their lead, as continued, on every page', () => {
    const rows = numbers(1, 30).map((word) => rowOf(word))
    const document = laid([{ kind: 'table', table: tableOf(rows) }])
    expect(document.pages.length).toBeGreaterThan(2)
    document.pages.forEach((page, index) => {
      const said = textsOf(page).map(({ text }) => text)
      expect(said.filter((text) => text === 'Head')).toHaveLength(1)
      expect(said.filter((text) => text === 'Lead')).toHaveLength(1)
      expect(said.includes('again')).toBe(index > 0)
    })
  })

  it('never part a row that fits a page', () => {
    const rows = numbers(1, 12).map((word) =>
      rowOf(Array.from({ length: 28 }, () => word).join(' ')),
    )
    const document = laid([{ kind: 'table', table: tableOf(rows) }])
    for (const word of numbers(1, 12)) {
      const pages = document.pages.filter((page) =>
        textsOf(page).some(({ text }) => text.split(' ').includes(word)),
      )
      expect(pages).toHaveLength(1)
    }
  })

  it('part a row that is higher than a page, line by line, and lose nothing', () => {
    const all = numbers(1, 400)
    const rows = [rowOf('before'), rowOf(all.join(' ')), rowOf('after')]
    const document = laid([{ kind: 'table', table: tableOf(rows) }])
    const said = document.pages.flatMap((page) =>
      textsOf(page).flatMap(({ text }) => text.split(' ').filter((word) => /^w\d+$/.test(word))),
    )
    expect(said).toEqual(all)
    expect(pageOfWord(document, 'after')).toBe(document.pages.length - 1)
    expect(beyondMargins(document, { margin: 10, measure: HALF_EM })).toEqual([])
  })

  it('give a lead room where its rows are lower than it', () => {
    const lead = { first: numbers(1, 6).map((word) => words(word)), again: [] }
    const document = laid([
      { kind: 'table', table: tableOf([], { groups: [{ lead, rows: [rowOf('row', 0)] }] }) },
      paragraph('below'),
    ])
    const last = findText(document.pages[0], 'w6')
    expect(findText(document.pages[0], 'below').y - last.y).toBeGreaterThanOrEqual(LEADING)
  })

  it('keep a tail with its row', () => {
    const rows = numbers(1, 20).flatMap((word) => [
      rowOf(word),
      { ...rowOf(`under${word}`), isTail: true },
    ])
    const document = laid([{ kind: 'table', table: tableOf(rows) }])
    for (const word of numbers(1, 20)) {
      const at = document.pages.findIndex((page) => textsOf(page).some(({ text }) => text === word))
      expect(textsOf(document.pages[at]).some(({ text }) => text.includes(word.slice(1)))).toBe(
        true,
      )
    }
  })
})

describe('cells', () => {
  const line = { width: 0.1, colour: '#000000' }
  const table = (row: Row): Block => ({
    kind: 'table',
    table: {
      columns: [20, 20, 20, 20],
      line,
      verticals: [0, 1, 2, 3, 4],
      padding: { x: 1, y: 1 },
      groups: [{ rows: [row] }],
    },
  })
  const uprights = (row: Row) =>
    laid([table(row)])
      .pages[0]?.marks.flatMap((mark) =>
        mark.kind === 'line' && mark.x === mark.toX && mark.y !== mark.toY ? [mark.x - 10] : [],
      )
      .toSorted((a, b) => a - b)

  it('have no line through them where they take several columns', () => {
    const two = { paragraphs: [words('wide')], span: 2 }
    expect(uprights({ lowest: 9, cells: [{ paragraphs: [] }, two, { paragraphs: [] }] })).toEqual([
      0, 20, 60, 80,
    ])
  })

  it('are joined to the one at their left, or all of them, if they say so', () => {
    const plain = { paragraphs: [words('x')] }
    const joined = { ...plain, isJoined: true }
    expect(uprights({ cells: [plain, joined, plain, plain] })).toEqual([0, 40, 60, 80])
    expect(uprights({ isOpen: true, cells: [plain, plain, plain, plain] })).toEqual([0, 80])
  })

  it('shaded ones lie under their letters', () => {
    const shaded = { paragraphs: [words('here')], isShaded: true }
    const marks = laid([table({ lowest: 9, cells: [shaded] })]).pages[0]?.marks ?? []
    const fill = marks.findIndex((mark) => mark.kind === 'box' && mark.fill !== undefined)
    expect(fill).toBeGreaterThanOrEqual(0)
    expect(fill).toBeLessThan(
      marks.findIndex((mark) => mark.kind === 'text' && mark.text === 'here'),
    )
  })
})

describe('a line to write on', () => {
  it('takes what is left of its line, and a new one where little is left', () => {
    const rest = { kind: 'blank', width: 'rest' } as const
    const ruled = (said: string) => {
      const inlines = [{ kind: 'text', text: `${said} `, style: 'table' }, rest] as const
      const { pages } = laid([{ kind: 'text', paragraphs: [{ inlines }] }])
      return pages[0]?.marks.find((mark) => mark.kind === 'line' && mark.toX === 90)
    }
    expect(ruled('Note')?.x).toBeCloseTo(10 + widthOfWords('Note ', 'table'))
    expect(ruled('a'.repeat(40))?.x).toBe(10)
  })

  it('keeps a box to tick with the words after it', () => {
    const box = { kind: 'tickBox' } as const
    const said = (text: string) => ({ kind: 'text', text, style: 'table' }) as const
    const inlines = [said('aaaa aaaa aaaa aaaa aaaa aaaa aaa '), box, said('\u00A0yes')]
    const { pages } = laid([{ kind: 'text', paragraphs: [{ inlines }] }], aPage({ width: 84 }))
    const tick = pages[0]?.marks.find((mark) => mark.kind === 'box')
    const label = findText(pages[0], '\u00A0yes')
    expect(tick?.x).toBe(10)
    expect(label.y - (tick?.y ?? 0)).toBeLessThan(LEADING)
  })
})

describe('a card of several rows', () => {
  it('stays whole, and is parted between its rows only where it is higher than a page', () => {
    const row = (said: string, lowest: number, isTail = true): Row => ({
      lowest,
      isTail,
      cells: [{ paragraphs: [words(said)] }],
    })
    const card = (name: string, lowest: number) => [
      row(`${name}1`, lowest, false),
      row(`${name}2`, lowest),
      row(`${name}3`, lowest),
    ]
    const tableOf = (...rows: readonly Row[]): Block => ({
      kind: 'table',
      table: {
        columns: [80],
        line: { width: 0.1, colour: '#000000' },
        verticals: [],
        padding: { x: 1, y: 1 },
        groups: [{ rows }],
      },
    })
    const whole = laid([tableOf(...card('a', 18), ...card('b', 18), ...card('c', 18))])
    for (const name of ['a', 'b', 'c']) {
      const at = pageOfWord(whole, `${name}1`)
      expect([2, 3].map((part) => pageOfWord(whole, `${name}${part}`))).toEqual([at, at])
    }
    const tall = laid([tableOf(...card('t', 40))])
    expect([1, 2, 3].map((part) => pageOfWord(tall, `t${part}`))).toEqual([0, 0, 1])
    expect(beyondMargins(tall, { margin: 10, measure: HALF_EM })).toEqual([])
  })
})

describe('a page that must fit', () => {
  const variant = (lines: number): readonly Block[] => [
    paragraph(...numbers(1, lines)),
    paragraph(`variant-${lines}`),
  ]

  it('takes the first variant that does', () => {
    const document = laid([{ kind: 'fit', variants: [variant(60), variant(15), variant(3)] }])
    const said = document.pages.flatMap((page) => textsOf(page).map(({ text }) => text))
    expect(document.pages).toHaveLength(1)
    expect(said.filter((text) => /^w\d+$/.test(text))).toEqual(numbers(1, 15))
  })

  it('flows the last variant if none does', () => {
    const document = laid([{ kind: 'fit', variants: [variant(90), variant(60)] }])
    expect(document.pages.length).toBeGreaterThan(1)
    const said = document.pages.flatMap((page) => textsOf(page).map(({ text }) => text))
    expect(said).toContain('w60')
    expect(said).not.toContain('w90')
  })
})

describe('a section that should stand whole', () => {
  const variant = (lines: number): readonly Block[] => [
    paragraph(...numbers(1, lines)),
    paragraph(`variant-${lines}`),
  ]
  const before = numbers(1, 15).map((word) => paragraph(`before-${word}`))

  it('takes the room that is left, or the most that a new page has', () => {
    const fit = { kind: 'fit', variants: [variant(18), variant(4)] } as const
    expect(pageOfWord(laid([...before, fit]), 'variant-4')).toBe(0)
    const tall = { ...fit, variants: [variant(18), variant(12)] } as const
    const moved = laid([...before, { ...tall, elseNewPage: 'always' }])
    expect(pageOfWord(moved, 'variant-18')).toBe(1)
  })

  it('moves on only where it then is whole, if it says so', () => {
    const fit = { kind: 'fit', elseNewPage: 'ifWhole' } as const
    const whole = laid([...before, { ...fit, variants: [variant(18)] }])
    expect(pageOfWord(whole, 'w1')).toBe(1)
    const tall = laid([...before, { ...fit, variants: [variant(60)] }])
    expect(pageOfWord(tall, 'w1')).toBe(0)
  })

  it('leaves something in its stead on the page that it leaves', () => {
    const fit = { kind: 'fit', elseNewPage: 'always', variants: [variant(18)] } as const
    const stead = laid([...before, { ...fit, instead: [paragraph('instead')] }])
    expect(pageOfWord(stead, 'instead')).toBe(0)
    expect(pageOfWord(stead, 'w1')).toBe(1)
    const none = laid([...before, { ...fit, instead: [paragraph(...numbers(101, 160))] }])
    expect(pageOfWord(none, 'w101')).toBe(-1)
  })
})

describe('chapters', () => {
  it('hold the bookmarks of their pages, once each', () => {
    const mark = (title: string): Block => ({
      kind: 'text',
      paragraphs: [words(title)],
      bookmark: { title, depth: 0 },
    })
    const page = (chapter: string | undefined): Block => ({
      kind: 'page',
      setup: aPage({ chapter }),
    })
    const { bookmarks } = laid(
      [mark('one'), page('First'), mark('two'), page('Second'), mark('three')],
      aPage({ chapter: 'First' }),
    )
    expect(bookmarks.map(({ title, depth }) => `${depth} ${title}`)).toEqual([
      '0 First',
      '1 one',
      '1 two',
      '0 Second',
      '1 three',
    ])
  })
})

describe('columns', () => {
  it('fill the left before the right, then the next page', () => {
    const blocks = numbers(1, 90).map((word) => paragraph(word))
    const document = laid([{ kind: 'columns', count: 2, gap: 8, blocks }])
    const first = textsOf(document.pages[0]).filter(({ text }) => /^w\d+$/.test(text))
    expect(new Set(first.map(({ x }) => x))).toEqual(new Set([10, 54]))
    expect(first.map(({ text }) => text)).toEqual(numbers(1, first.length))
    expect(pageOfWord(document, 'w90')).toBeGreaterThan(0)
  })

  it('are about equal where they end on the page, and what follows stands below both', () => {
    const blocks = numbers(1, 8).map((word) => paragraph(word))
    const tall = aPage({ height: 250 })
    const document = laid([{ kind: 'columns', count: 2, gap: 8, blocks }, paragraph('below')], tall)
    expect(findText(document.pages[0], 'w5').y).toBe(findText(document.pages[0], 'w1').y)
    expect(findText(document.pages[0], 'below').y).toBeGreaterThan(
      findText(document.pages[0], 'w8').y,
    )
  })
})

describe('every page', () => {
  it('ends with whose it is and its number of all', () => {
    const document = laid(numbers(1, 60).map((word) => paragraph(word)))
    const count = document.pages.length
    document.pages.forEach((page, index) => {
      expect(findText(page, 'Foot').x).toBe(10)
      expect(findText(page, `${index + 1}/${count}`).y).toBe(findText(page, 'Foot').y)
      expect(textsOf(page).some(({ text }) => text === 'Running')).toBe(index > 0)
    })
  })

  it('shortens a long name in the footer so that the rest stays', () => {
    const setup = aPage()
    const footer = { ...setup.footer, left: ['N'.repeat(120), 'Rubric', 'May 3'] }
    const { pages } = laid([paragraph('x')], { ...setup, footer })
    const foot = textsOf(pages[0]).find(({ text }) => text.startsWith('NN'))
    expect(foot?.text).toMatch(/^N+… · Rubric · May 3$/)
  })

  it('numbers what a list points to', () => {
    const pointer = {
      inlines: [{ kind: 'pageOf', anchor: 'far', style: 'table' }],
      width: 9,
    } as const
    const bookmark = { title: 'Far', depth: 0, anchor: 'far' }
    const { pages, bookmarks } = laid([
      { kind: 'text', paragraphs: [words('See', { tail: pointer })] },
      ...numbers(1, 50).map((word) => paragraph(word)),
      { kind: 'text', paragraphs: [words('Far')], bookmark },
    ])
    const at = pages.findIndex((page) => textsOf(page).some(({ text }) => text === 'Far'))
    expect(findText(pages[0], String(at + 1)).x).toBeCloseTo(90 - widthOfWords('1', 'table'))
    expect(bookmarks).toEqual([{ title: 'Far', depth: 0, page: at }])
  })
})
