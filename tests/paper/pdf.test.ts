import { beforeAll, describe, expect, it, vi } from 'vitest'
import { itemsOf } from '#core/rubric.ts'
import { en } from '#messages/en.ts'
import type { Parts } from '#paper/composing.ts'
import { exportBlankRubric, exportPdf, type ExportInput } from '#paper/exportPdf.ts'
import { fileNameOf, type PdfFile } from '#paper/pdfFile.ts'
import { aParticipant, aStrategy, aWorkshop } from '../support/builders.ts'
import { aKindsReport, instrument } from './kindSamples.ts'
import { withPdf } from './readPdf.ts'
import { aReport, diskFonts, HUB_RUBRIC, TEAM_NAMES } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const ALL: Parts = { summary: true, catalogue: true, session: true, rubric: true, notes: true }

const BASE = {
  words: en,
  appVersion: '0.1.0',
  printedAt: '2026-11-22T10:42:00.000Z',
  fonts: diskFonts,
}

async function pdfOf(more: Partial<ExportInput> = {}): Promise<PdfFile> {
  const made = await exportPdf({ ...BASE, report: aReport(), paper: 'letter', parts: ALL, ...more })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}

async function blankOf(more: Partial<Parameters<typeof exportBlankRubric>[0]> = {}) {
  const made = await exportBlankRubric({
    ...BASE,
    rubric: HUB_RUBRIC,
    paper: 'letter',
    boxes: 'usual',
    strategyLines: false,
    ...more,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}

/** One line of words, however the page broke them. */
function flat(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

describe('the PDF of a reflection', () => {
  let typical: PdfFile
  beforeAll(async () => {
    typical = await pdfOf()
  })

  it('is a sound file with embedded, subset fonts whose text can be read', () => {
    withPdf(typical.bytes, ({ check, fonts }) => {
      expect(check.said).toContain('No syntax or stream encoding errors')
      expect(check.passed).toBe(true)
      expect(fonts.map(({ name }) => name).toSorted()).toEqual([
        'HUBITA+HubSans-Italic',
        'HUBREG+HubSans-Regular',
        'HUBSEM+HubSans-SemiBold',
        'HUBSER+HubSerif-SemiBold',
      ])
      for (const font of fonts) {
        expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
      }
    })
  })

  it('says its title, whose it is, and its language', () => {
    withPdf(typical.bytes, ({ info, objects }) => {
      expect(info.get('Title')).toBe(
        'Reflection summary: Developing and Managing the Network as an Organization: Cedar Valley hub',
      )
      expect(info.get('Author')).toBe('Cedar Valley hub')
      expect(objects).toContain('/Lang (en-US)')
      expect(info.get('Pages')).toBe(String(typical.pages))
    })
  })

  it('has an outline of its parts and their headings', () => {
    withPdf(typical.bytes, ({ objects }) => {
      expect(objects).toContain('/Type /Outlines')
      const titles = [...objects.matchAll(/\/Title \(((?:[^\\)]|\\.)*)\)/g)].map(
        (found) => found[1],
      )
      for (const title of [
        'What we do well, by name',
        'Strategy catalog',
        'The full rubric with our marks',
        '3 Build network culture',
        'Notes',
      ]) {
        expect(titles).toContain(title)
      }
    })
  })

  it('holds nothing that runs, links or opens', () => {
    withPdf(typical.bytes, ({ objects }) => {
      for (const active of [
        '/JavaScript',
        '/JS',
        '/AA',
        '/OpenAction',
        '/Launch',
        '/URI',
        '/AcroForm',
      ]) {
        // OpenAction with a plain destination is how jsPDF sets the zoom.
        const rest =
          active === '/OpenAction' ? objects.replace(/\/OpenAction \[[^\]]*\]/g, '') : objects
        expect(rest.includes(active), active).toBe(false)
      }
    })
  })

  it('comes in both sizes, the rubric across', async () => {
    const sizes = { letter: [612, 792], a4: [595.28, 841.89] } as const
    for (const paper of ['letter', 'a4'] as const) {
      const [short, long] = sizes[paper]
      const { bytes } = await pdfOf({ paper })
      withPdf(bytes, ({ pageSizes, text }) => {
        pageSizes.forEach(([width, height], index) => {
          const isRubric = text({ page: index + 1 }).includes(en.paper.rubric.skill)
          expect(width).toBeCloseTo(isRubric ? long : short, 0)
          expect(height).toBeCloseTo(isRubric ? short : long, 0)
        })
        expect(pageSizes.some(([width, height]) => width > height)).toBe(true)
      })
    }
  })

  it('hands out page 1 alone', async () => {
    const { pages, bytes } = await pdfOf({ parts: { summary: true } })
    expect(pages).toBe(1)
    withPdf(bytes, ({ text }) => {
      const said = flat(text())
      for (const words of [
        'Developing and Managing the Network as an Organization',
        'Cedar Valley hub · November 22, 2026 · 5 people · facilitated by Ana',
        'What we do well, by name',
        'Weekly team note',
        'Where we want to grow',
        'Talk about these first',
        'Marks two or more boxes apart, widest first.',
        'Our next step',
        'Draft a welcome for the January cohort',
        'page 1 of 1',
      ]) {
        expect(said).toContain(words)
      }
      expect(said).not.toContain('in the strategy catalog')
      expect(said).toContain('in the app')
    })
  })

  it('keeps page 1 one page for every team', async () => {
    const crowd = Array.from({ length: 24 }, (_, index) =>
      aParticipant({ id: `p${index + 1}`, initials: 'WWWW', name: `W ${index}`, order: index }),
    )
    const helped = aWorkshop({
      solutions: Array.from({ length: 20 }, (_, order) => ({
        id: `s${order}`,
        rubricId: HUB_RUBRIC.id,
        sectionId: '',
        challengeId: '',
        challenge: 'Nobody has time to look at data together. '.repeat(3),
        text: 'We look at one chart in the first ten minutes of each call. '.repeat(5),
        order,
        deletedElsewhere: false,
        conflicts: [],
      })),
    })
    const reports = [
      aReport({ strategies: 0, answered: 0, plan: false }),
      aReport({ names: TEAM_NAMES, strategies: 60, answered: 1 }),
      aReport({
        names: crowd.map(({ name }) => name),
        answered: 1,
        reflection: { participants: crowd, team: 'A very long hub name '.repeat(6).slice(0, 120) },
      }),
      aReport({ names: TEAM_NAMES, strategies: 60, answered: 1, reflection: { workshop: helped } }),
    ]
    for (const paper of ['letter', 'a4'] as const) {
      for (const report of reports) {
        const { pages } = await pdfOf({
          report,
          paper,
          parts: { summary: true },
        })
        expect(pages).toBe(1)
      }
    }
  })

  it('says on every page whose, which rubric and version, which record, and n of N', () => {
    withPdf(typical.bytes, ({ text }) => {
      const record = /hub-network-organization 1\.0\.0 · Hub Reflect 0\.1\.0 · ([\w-]{8})/
      const hash = record.exec(flat(text()))?.[1]
      for (let page = 1; page <= typical.pages; page += 1) {
        const said = flat(text({ page }))
        expect(said).toContain('Cedar Valley hub · Network as an organization · November 22, 2026')
        expect(said).toContain(`page ${page} of ${typical.pages}`)
        expect(record.exec(said)?.[1]).toBe(hash)
        expect(said).toContain('Not an official or validated instrument.')
      }
    })
  })

  it('prints every method and every skill of the rubric, once in its table', () => {
    withPdf(typical.bytes, ({ text, pageSizes }) => {
      const wide = pageSizes.flatMap(([width, height], index) =>
        width > height ? [text({ page: index + 1 })] : [],
      )
      const said = wide.join('\n').split(/\s+/)
      for (const { item } of itemsOf(HUB_RUBRIC)) {
        expect(
          said.filter((word) => word === item.number),
          item.number,
        ).toHaveLength(1)
      }
      const all = flat(wide.join(' '))
      for (const section of HUB_RUBRIC.sections) expect(all).toContain(section.name.text)
    })
  })

  it('prints what page 1 says first, first', () => {
    withPdf(typical.bytes, ({ text }) => {
      const said = flat(text({ page: 1 }))
      const order = [
        'Reflection summary',
        '1 Build membership',
        '4 Support',
        'What we do well',
        'Our next step',
        'page 1 of',
      ]
      const places = order.map((words) => said.indexOf(words))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places[0]).toBe(0)
    })
  })

  it('is the same to the byte for the same reflection, and another for another', async () => {
    expect(Buffer.from((await pdfOf()).bytes).equals(Buffer.from(typical.bytes))).toBe(true)
    const other = await pdfOf({ report: aReport({ seed: 2 }) })
    expect(Buffer.from(other.bytes).equals(Buffer.from(typical.bytes))).toBe(false)
  })

  it('shows one leader alone without team furniture', async () => {
    const reflection = { mode: 'individual', team: 'Ana Ruiz' } as const
    const { bytes, name } = await pdfOf({ report: aReport({ names: ['Ana Ruiz'], reflection }) })
    expect(name).not.toContain('Ana')
    withPdf(bytes, ({ text, info }) => {
      const said = flat(text())
      for (const words of [
        'My reflection',
        'What I do well, by name',
        'Where I want to grow',
        'My next step',
      ]) {
        expect(said).toContain(words)
      }
      for (const words of [
        '1 person',
        'facilitated',
        'Talk about these first',
        'Who is who',
        ' AR ',
      ]) {
        expect(said).not.toContain(words)
      }
      expect(info.get('Title')).not.toContain('Ana')
    })
  })

  it('marks the sample reflection as one on every page', async () => {
    const { bytes, pages } = await pdfOf({ report: aReport({ reflection: { sample: true } }) })
    withPdf(bytes, ({ text }) => {
      for (let page = 1; page <= pages; page += 1) {
        const said = text({ page })
        expect(said).toMatch(/S\s*a\s*m\s*p\s*l\s*e/)
        expect(said).toContain('Sample: not a real team')
      }
    })
  })

  it('loses no word of a text of 5,000 words', async () => {
    const words = Array.from({ length: 5000 }, (_, index) => `word${index}`)
    const evidence = words
      .map((word, index) => (index % 90 === 89 ? `${word}\n\n` : `${word} `))
      .join('')
    const strategies = [
      aStrategy({
        name: 'Long',
        evidence,
        items: [{ rubricId: HUB_RUBRIC.id, itemId: itemsOf(HUB_RUBRIC)[0]?.item.id ?? '' }],
      }),
    ]
    const { bytes } = await pdfOf({
      report: aReport({ strategies: 0, reflection: { strategies } }),
      parts: { summary: false, catalogue: true, rubric: false },
    })
    withPdf(bytes, ({ text }) => {
      const found = text().match(/word\d+/g) ?? []
      expect(found).toEqual(words)
    })
  })

  it('carries 12 people, 50 methods and 60 strategies in less than 400 kB, with an index', async () => {
    const { bytes } = await pdfOf({ report: aReport({ names: TEAM_NAMES, strategies: 60 }) })
    expect(bytes.length).toBeLessThan(400_000)
    withPdf(bytes, ({ text }) => {
      const said = text({ layout: true })
      expect(said).toContain(en.paper.catalogue.index)
      expect(said).toMatch(/Weekly team note 8\s+\d+/)
    })
  })
})

describe('the blank rubric', () => {
  it('prints numbers, heads, instructions and boxes for initials, across', async () => {
    const { bytes, pages, name } = await blankOf()
    expect(name).toBe('Blank rubric - Network as an organization.pdf')
    withPdf(bytes, ({ text, pageSizes, check, info }) => {
      expect(check.passed).toBe(true)
      expect(info.get('Title')).toContain('Blank rubric')
      const said = flat(text())
      const first = flat(text({ page: 1 }))
      for (const { item } of itemsOf(HUB_RUBRIC)) {
        expect(said.split(' ').filter((word) => word === item.number)).toHaveLength(1)
      }
      for (const words of ['My initials', 'Team', 'Date', 'We look at', HUB_RUBRIC.goal.text]) {
        expect(first).toContain(words)
      }
      for (const [width, height] of pageSizes) expect(width).toBeGreaterThan(height)
      for (let page = 1; page <= pages; page += 1) {
        const own = flat(text({ page }))
        for (const { label } of HUB_RUBRIC.scales[0]?.levels ?? []) expect(own).toContain(label)
        expect(own).toContain(`hub-network-organization ${HUB_RUBRIC.version} p${page}`)
      }
    })
  })

  it('prints the chosen sections only', async () => {
    const { bytes } = await blankOf({ sectionIds: ['net.culture'] })
    withPdf(bytes, ({ text }) => {
      const said = flat(text())
      expect(said).toContain('3.1a')
      expect(said).not.toContain('1.1a')
      expect(said).not.toContain('We look at')
    })
  })

  it('has lines for strategy and evidence under each row if asked', async () => {
    const { bytes } = await blankOf({ strategyLines: true, boxes: 'large' })
    withPdf(bytes, ({ text }) => {
      expect(text().match(/Strategy we use/g)).toHaveLength(itemsOf(HUB_RUBRIC).length)
    })
  })
})

describe('instruments of every kind', () => {
  it('make sound files whose text can be read, blank and filled, on both papers', async () => {
    for (const id of ['traction-zones', 'scaling-planner', 'life-cycle-checklist']) {
      const rubric = instrument(id)
      for (const paper of ['letter', 'a4'] as const) {
        const form = await blankOf({ rubric, paper })
        const filled = await pdfOf({ report: aKindsReport([rubric]), paper })
        for (const { bytes, pages } of [form, filled]) {
          withPdf(bytes, ({ check, text, info, fonts }) => {
            expect(check.passed).toBe(true)
            expect(info.get('Pages')).toBe(String(pages))
            for (const { item } of itemsOf(rubric)) expect(text()).toContain(item.number)
            for (const font of fonts) expect(font).toMatchObject({ embedded: true, unicode: true })
          })
        }
      }
    }
  })

  it('are named after several rubrics, and say all of them in the title', async () => {
    const rubrics = [instrument('network-health'), instrument('hub-strategies')]
    const { name, bytes } = await pdfOf({ report: aKindsReport(rubrics) })
    expect(name).toBe(
      'Cedar hub - Network health quick reflection and Six hub strategies - 2026-11-22.pdf',
    )
    withPdf(bytes, ({ info, objects }) => {
      for (const { title } of rubrics) {
        expect(info.get('Title')).toContain(title.text)
        expect(objects).toContain(`/Title (${title.text})`)
      }
    })
  })
})

describe('fileNameOf', () => {
  it('cuts the longest part and keeps the day', () => {
    const name = fileNameOf(['Without names', 'Cedar '.repeat(20), 'Network', '2026-11-27'])
    expect(name).toMatch(/^Without names - Cedar [\w ]+ - Network - 2026-11-27\.pdf$/)
    expect(name.length).toBeLessThanOrEqual(84)
    const twins = fileNameOf(['A'.repeat(90), '李'.repeat(90), '2026-11-27'])
    expect(twins).toMatch(/^A{32} - 李{32} - 2026-11-27\.pdf$/)
    expect(fileNameOf(['', 'Cedar: hub?', '2026-11-27'])).toBe('Cedar hub - 2026-11-27.pdf')
  })
})
