import { deflateSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { en } from '#messages/en.ts'
import { exportPdf, undrawable } from '#paper/exportPdf.ts'
import type { Picture } from '#paper/marks.ts'
import type { Rasterize } from '#paper/measure.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { cleanForPaper, isCovered, stretchesOf } from '#paper/paperText.ts'
import { aParticipant, aRubric, aStrategy } from '../support/builders.ts'
import { withPdf } from './readPdf.ts'
import { aReport, diskFonts, type Wanted } from './samples.ts'

// On a machine with other work to do.
vi.setConfig({ testTimeout: 60_000 })

const RUBRIC = aRubric()
const ITEM = { rubricId: RUBRIC.id, itemId: 'a.one.1' }

/** Sixty names as people in schools have them. */
const NAMES = [
  'Łukasz Šimić',
  'José-María Muñoz',
  'Ελένη Παπαδοπούλου',
  'Мария Щербакова',
  'Bill O’Neil',
  'Zoë Brontë',
  'Nguyễn Thị Ánh',
  'Żaneta Źrebiec',
  'Świętosława Gżegżółka',
  'Þórdís Ægisdóttir',
  'Søren Kjærgaard',
  'Åsa Öberg',
  'Jürgen Groß',
  'François Lefèvre',
  'Chloë Ôté',
  'Ñandú Ibáñez',
  'Čeněk Řezníček',
  'Ľubica Ďurišová',
  'Kateřina Žďárská',
  'Ömer Çağlar Işık',
  'İpek Şahin',
  'Ștefan Țurcanu',
  'Ionuţ Pârvulescu',
  'Győző Őszi',
  'Ürmös Űrsula',
  'Jānis Bērziņš',
  'Ģirts Ķīsis',
  'Ąžuolas Žėglys',
  'Ėva Ūsaitė',
  'Mõisa Tõnu',
  'Đorđe Đukić',
  'Ćiro Blažević',
  'Siân Ŵyn Ŷstwyth',
  'Caoimhín Ó Séaghdha',
  'Màiri NicÌosaig',
  'ʻAkamu Keʻala',
  'Sinéad Ní Dhomhnaill',
  'Ọláyínká Adébáyọ̀',
  'Ngọ̀zi Ụ̀dụ',
  'Kwɛku Ɔsei',
  'Ŋutsu Mɛnsah',
  'Γιώργος Ξενάκης',
  'Άννα Ώρα',
  'Юлія Їжакевич',
  'Ґалаґан Євген',
  'Ђорђе Љубичић',
  'Њежић Џемал',
  'Ќосе Ѓорѓи',
  'Ўладзімір Ёлкін',
  'Mc’Donald–Smith',
  'D’Angelo d’Arc',
  'Anne-Marie St. John',
  'X Æ',
  'Renée 3rd',
  'Quế Hoàng Đạt',
  'Ünal Ğöksu',
  'Iñaki Etxeberria',
  'Àngels Bogunyà',
  'Lluïsa Paral·lel',
  'Maïlys Lacroix',
]

/** A device that has these letters and draws each as a black square with a clear border. */
const device: Rasterize = (text): Picture | undefined => {
  if (text.includes('\uFFFD')) return undefined
  return { png: squarePng(32), width: text.length, ascent: 0.8, descent: 0.2 }
}

/** A PNG of a black square on a clear ground. */
function squarePng(side: number): Uint8Array {
  const row = (y: number) => [
    0,
    ...Array.from({ length: side }, (_, x) => {
      const isEdge = [x, y].some((place) => place < 6 || place >= side - 6)
      return [0, 0, 0, isEdge ? 0 : 255]
    }).flat(),
  ]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const pixels = Buffer.from(Array.from({ length: side }, (_, y) => row(y)).flat())
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content])
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named) >>> 0)
  return Buffer.concat([length, named, check])
}

function crc32(bytes: Buffer): number {
  let value = -1
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value
}

async function pdfOf(wanted: Wanted, rasterize?: Rasterize): Promise<PdfFile> {
  const made = await exportPdf({
    words: en,
    appVersion: '0.1.0',
    printedAt: '2026-11-22T10:42:00.000Z',
    report: aReport({
      rubric: RUBRIC,
      strategies: 0,
      ...wanted,
    }),
    paper: 'a4',
    fonts: diskFonts,
    parts: {
      summary: true,
      catalogue: true,
      rubric: true,
      notes: true,
    },
    ...(rasterize ? { rasterize } : {}),
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}

function flat(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

describe('names', () => {
  it('of sixty people come back as they were written', async () => {
    expect(NAMES).toHaveLength(60)
    const { bytes, pictured, coded } = await pdfOf({ names: NAMES, answered: 0.2 })
    expect(pictured).toEqual([])
    expect(coded).toEqual([])
    withPdf(bytes, ({ text }) => {
      const said = flat(text())
      for (const name of NAMES) expect(said).toContain(name.normalize('NFC'))
    })
  })

  it('stand in the title, the author and the bookmarks too', async () => {
    const team = 'Sieć „Źródło” (Łódź)'
    const { bytes, name } = await pdfOf({ reflection: { team } })
    expect(name).toContain(team)
    withPdf(bytes, ({ info }) => {
      expect(info.get('Author')).toBe(team)
      expect(info.get('Title')).toContain(team)
    })
  })
})

describe('text for paper', () => {
  it('loses what has no ink and keeps everything else', () => {
    expect(cleanForPaper('a\u202Eb\u2066c\u200Bd\uFEFFe\u0007f')).toBe('abcdef')
    expect(cleanForPaper('one\r\ntwo\u2028three')).toBe('one\ntwo\nthree')
    expect(cleanForPaper('wide   gap\tand\u3000more')).toBe('wide gap and more')
    expect(cleanForPaper('no\u00A0break')).toBe('no\u00A0break')
    expect(cleanForPaper('e\u0301')).toBe('é')
    expect(cleanForPaper('\uD83D alone')).toBe('\uFFFD alone')
    expect(cleanForPaper('<b>&amp;</b>')).toBe('<b>&amp;</b>')
  })

  it('is cut where our letters end, words of one such script kept together', () => {
    expect(stretchesOf('Ann 李明!', isCovered)).toEqual([
      { text: 'Ann ', drawable: true },
      { text: '李明', drawable: false },
      { text: '!', drawable: true },
    ])
    expect(stretchesOf('محمد علي x', isCovered).map(({ text }) => text)).toEqual(['محمد علي', ' x'])
    expect(stretchesOf('👩‍👩‍👧', isCovered)).toHaveLength(1)
  })
})

const STRANGE = {
  names: ['李明', 'محمد علي', 'Ana Ruiz'],
  reflection: {
    team: 'Team 🌱',
    strategies: [aStrategy({ name: 'Kaizen 改善', evidence: 'Plain words.', items: [ITEM] })],
  },
} satisfies Wanted

describe('letters our fonts do not have', () => {
  it('are told with their place before anything is saved', async () => {
    const found = await undrawable(aReport({ rubric: RUBRIC, strategies: 0, ...STRANGE }), en)
    expect(found).toContainEqual({ text: '🌱', where: "the team's name" })
    expect(found).toContainEqual({ text: '改善', where: 'the name of a strategy' })
    expect(found).toContainEqual({ text: '李明', where: 'the name of 李明' })
    expect(found.map(({ text }) => text)).toContain('محمد علي')
    expect(await undrawable(aReport(), en)).toEqual([])
  })

  it('are drawn as pictures, told in the file, and never as other letters', async () => {
    const { bytes, pictured, coded } = await pdfOf(STRANGE, device)
    for (const text of ['🌱', '改善', '李明', 'محمد علي']) expect(pictured).toContain(text)
    expect(coded).toEqual([])
    withPdf(bytes, ({ text, objects, check }) => {
      expect(check.passed).toBe(true)
      expect(objects).toContain('/Subtype /Image')
      const said = flat(text())
      expect(said).toContain('Kaizen')
      expect(said).toContain('Plain words.')
      // The clear ground stays clear: a mask goes with each picture.
      expect(objects).toContain('/SMask')
    })
  })

  it('are shown by their code in a box where the device has none either', async () => {
    const { bytes, pictured, coded } = await pdfOf(STRANGE)
    expect(pictured).toEqual([])
    for (const letter of ['🌱', '改', '善', '李']) expect(coded).toContain(letter)
    withPdf(bytes, ({ text }) => {
      const said = flat(text())
      for (const code of ['U+1F331', 'U+6539', 'U+674E']) expect(said).toContain(code)
    })
  })
})

describe('hostile text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '(paren \\) escape) Tj ET',
    '%PDF-1.3 endstream endobj',
    '/JavaScript (app.alert(1))',
    '‮evil‬ txet',
    'a​b⁦c',
    '${7*7} {{x}}',
    'lone \ud800 surrogate',
    '=cmd|calc',
    'line\u2028separator',
    '\0\bbell',
  ]

  it('stands in every field as itself and runs nothing', async () => {
    const all = HOSTILE.join(' ')
    const { bytes } = await pdfOf({
      names: HOSTILE.slice(0, 6),
      reflection: {
        team: all.slice(0, 300),
        facilitator: HOSTILE[1] ?? '',
        strategies: HOSTILE.map((text, index) =>
          aStrategy({
            id: `s${index}`,
            name: text,
            how: all,
            evidence: all,
            items: [ITEM],
            order: index,
          }),
        ),
      },
    })
    withPdf(bytes, ({ text, objects, check }) => {
      expect(check.passed).toBe(true)
      const said = flat(text()).replace(/ /g, '')
      for (const words of HOSTILE.slice(0, 4)) expect(said).toContain(words.replace(/ /g, ''))
      expect(said).toContain('eviltxet')
      expect(said).toContain('U+FFFD')
      const live = objects.replace(/\((?:[^\\)]|\\.)*\)/g, '()')
      for (const active of ['/JavaScript', '/JS ', '/AA', '/Launch', '/URI']) {
        expect(live.includes(active), active).toBe(false)
      }
    })
  })

  it('of 20,000 characters without a space stays within the page', async () => {
    const long = 'x'.repeat(20_000)
    const strategies = [aStrategy({ name: 'Long', how: long, items: [ITEM] })]
    const { bytes } = await pdfOf({ reflection: { team: long.slice(0, 120), strategies } })
    withPdf(bytes, ({ text }) => {
      expect(text().match(/x/g)?.length).toBeGreaterThanOrEqual(20_000)
    })
  })
})

describe('awkward teams', () => {
  it('of one and of twenty-four, with initials WWWW, fit their boxes', async () => {
    for (const count of [1, 24]) {
      const participants = Array.from({ length: count }, (_, index) =>
        aParticipant({ id: `p${index + 1}`, initials: 'WWWW', name: `W ${index}`, order: index }),
      )
      const names = participants.map(({ name }) => name)
      const { bytes } = await pdfOf({ names, answered: 1, reflection: { participants } })
      withPdf(bytes, ({ text, check }) => {
        expect(check.passed).toBe(true)
        expect(text().match(/WWWW/g)?.length).toBeGreaterThan(count * 4)
      })
    }
  })

  it('with a name of 120 letters keep the rest of the footer', async () => {
    const team = 'The Very Long Hub Name of '.repeat(5).slice(0, 120)
    const { bytes, pages } = await pdfOf({ reflection: { team } })
    withPdf(bytes, ({ text }) => {
      expect(flat(text({ page: 1 }))).toContain(team.trim())
      for (let page = 1; page <= pages; page += 1) {
        expect(flat(text({ page }))).toMatch(/The Very Long .+ · Network · November 22, 2026/)
        expect(flat(text({ page }))).toContain(`page ${page} of ${pages}`)
      }
    })
  })
})
