// Cuts our typefaces down to what the app can show, from the packages in node_modules.
//
//   node scripts/fonts.mjs           writes the files below (they are committed)
//   node scripts/fonts.mjs --check   fails if a committed file is not what this script makes
//
// For the screen, src/assets/fonts/, with kerning, marks and tabular figures:
//   source-sans-3-regular.woff2    font-weight 400
//   source-sans-3-italic.woff2     font-weight 400, italic
//   source-sans-3-semibold.woff2   font-weight 600
//   source-serif-4-semibold.woff2  font-weight 600
//   OFL-source-sans-3.txt, OFL-source-serif-4.txt
// For paper, src/paper/fonts/, outlines only:
//   source-sans-3-regular.ttf, source-sans-3-italic.ttf, source-sans-3-semibold.ttf, source-serif-4-semibold.ttf
//   coverage.json             code point ranges that all three sans faces can draw
//
// "Source" is a reserved font name, so inside the changed fonts call themselves Hub Sans and Hub Serif;
// the file names still say where they come from.
import { createRequire } from 'node:module'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const screen = 'src/assets/fonts'
const paper = 'src/paper/fonts'
const find = createRequire(import.meta.url).resolve

const SANS = '@expo-google-fonts/source-sans-3'
const SERIF = '@expo-google-fonts/source-serif-4'

const FACES = [
  face('source-sans-3-regular', 'Hub Sans', 'Regular', SANS, '400Regular/SourceSans3_400Regular'),
  face(
    'source-sans-3-italic',
    'Hub Sans',
    'Italic',
    SANS,
    '400Regular_Italic/SourceSans3_400Regular_Italic',
  ),
  face(
    'source-sans-3-semibold',
    'Hub Sans',
    'SemiBold',
    SANS,
    '600SemiBold/SourceSans3_600SemiBold',
  ),
  face(
    'source-serif-4-semibold',
    'Hub Serif',
    'SemiBold',
    SERIF,
    '600SemiBold/SourceSerif4_600SemiBold',
  ),
]

const LICENCES = [
  { from: `${SANS}/LICENSE_FONT`, to: `${screen}/OFL-source-sans-3.txt` },
  { from: `${SERIF}/LICENSE_FONT`, to: `${screen}/OFL-source-serif-4.txt` },
]

// Inclusive ranges; what a face does not have is left out of it.
const RANGES = [
  [0x20, 0x7e], // Latin
  [0xa0, 0x24f], // Latin-1, Latin Extended-A and -B
  [0x250, 0x2af], // letters of African languages stand among the phonetic ones
  [0x2b0, 0x2ff], // okina and other modifier letters
  [0x300, 0x36f], // combining marks
  [0x370, 0x3ff], // Greek
  [0x400, 0x4ff], // Cyrillic
  [0x1e00, 0x1eff], // Latin Extended Additional: Vietnamese, Welsh, African languages
  [0x2000, 0x206f], // general punctuation
  [0x2070, 0x209f], // superscripts and subscripts
  [0x20a0, 0x20bf], // currencies
  [0x2113, 0x2126], // litre, numero, trade mark, ohm
  [0x2150, 0x215e], // fractions
  [0x2190, 0x2199], // arrows
  [0x2200, 0x2265], // a few of mathematics
  [0x25a0, 0x25cf], // squares, triangles, circles
  [0x2610, 0x2611], // ballot boxes
  [0x2660, 0x2666], // card suits
  [0x2713, 0x2718], // ticks and crosses
  [0x2764, 0x2764], // heart
  [0xfb00, 0xfb04], // ligatures that come along when text is pasted from a PDF
]

const SCREEN_FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum', 'lnum']
const PAPER_TABLES = [
  'cmap',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'post',
  'OS/2',
]

function face(file, family, style, pack, path) {
  return { file, family, style, source: find(`${pack}/${path}.ttf`) }
}

/** @returns every file of this script as [path from the root, bytes] */
async function makeFiles() {
  const text = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  ).join('')
  const files = []
  const covered = []
  for (const one of FACES) {
    const original = await readFile(one.source)
    const cut = (options) =>
      subsetFont(original, text, { targetFormat: 'sfnt', noHinting: true, ...options })
    const forScreen = rename(await cut({ keepFeatures: SCREEN_FEATURES }), one)
    const forPaper = rename(
      keepTables(await cut({ keepFeatures: [], noLayoutClosure: true }), PAPER_TABLES),
      one,
    )
    files.push([`${screen}/${one.file}.woff2`, await packForWeb(forScreen)])
    files.push([`${paper}/${one.file}.ttf`, forPaper])
    if (one.family === 'Hub Sans') covered.push(codePoints(forPaper))
  }
  const [first, ...rest] = covered
  const all = first.filter((point) => rest.every((points) => points.includes(point)))
  files.push([`${paper}/coverage.json`, Buffer.from(`{\n  "ranges": "${toRanges(all)}"\n}\n`)])
  for (const { from, to } of LICENCES) files.push([to, await readFile(find(from))])
  return files
}

function packForWeb(font) {
  return subsetFont(font, undefined, {
    keepAllGlyphs: true,
    targetFormat: 'woff2',
    preserveNameIds: [0, 1, 2, 3, 4, 5, 6, 13, 14],
  })
}

// --- sfnt: just enough to rename a font and to drop tables ---------------------------------------

function readTables(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = 12 + index * 16
    const start = font.readUInt32BE(at + 8)
    const tag = font.toString('latin1', at, at + 4)
    return { tag, bytes: font.subarray(start, start + font.readUInt32BE(at + 12)) }
  })
}

function writeTables(tables) {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
  const power = Math.floor(Math.log2(sorted.length))
  const header = Buffer.alloc(12 + sorted.length * 16)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(sorted.length, 4)
  header.writeUInt16BE(2 ** power * 16, 6)
  header.writeUInt16BE(power, 8)
  header.writeUInt16BE(sorted.length * 16 - 2 ** power * 16, 10)
  const parts = [header]
  let offset = header.length
  sorted.forEach(({ tag, bytes }, index) => {
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    bytes.copy(padded)
    if (tag === 'head') padded.writeUInt32BE(0, 8)
    const at = 12 + index * 16
    header.write(tag, at, 'latin1')
    header.writeUInt32BE(checksum(padded), at + 4)
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(bytes.length, at + 12)
    parts.push(padded)
    offset += padded.length
  })
  const font = Buffer.concat(parts)
  const head = header.readUInt32BE(12 + sorted.findIndex(({ tag }) => tag === 'head') * 16 + 8)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8)
  return font
}

function checksum(bytes) {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function keepTables(font, tags) {
  return writeTables(readTables(font).filter(({ tag }) => tags.includes(tag)))
}

function rename(font, { family, style }) {
  const tables = readTables(font)
  const old = readNames(tables.find(({ tag }) => tag === 'name').bytes)
  const isPlain = style === 'Regular' || style === 'Italic'
  const postScript = `${family.replaceAll(' ', '')}-${style}`
  const names = [
    [0, old.get(0) ?? ''],
    [1, isPlain ? family : `${family} ${style}`],
    [2, isPlain ? style : 'Regular'],
    [3, postScript],
    [4, `${family} ${style}`],
    [5, old.get(5) ?? 'Version 1.0'],
    [6, postScript],
    [
      13,
      old.get(13) ?? 'This Font Software is licensed under the SIL Open Font License, Version 1.1.',
    ],
    [14, old.get(14) ?? 'https://openfontlicense.org'],
  ]
  return writeTables([
    ...tables.filter(({ tag }) => tag !== 'name'),
    { tag: 'name', bytes: writeNames(names) },
  ])
}

const UNICODE_ENGLISH = [3, 1, 0x409]

function readNames(table) {
  const start = table.readUInt16BE(4)
  const names = new Map()
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12
    const field = (offset) => table.readUInt16BE(at + offset)
    if (UNICODE_ENGLISH.some((value, place) => field(place * 2) !== value)) continue
    const text = Buffer.from(table.subarray(start + field(10), start + field(10) + field(8)))
    names.set(field(6), text.swap16().toString('utf16le'))
  }
  return names
}

function writeNames(names) {
  const header = Buffer.alloc(6 + names.length * 12)
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  header.writeUInt16BE(names.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  names.forEach(([id], index) => {
    const record = [...UNICODE_ENGLISH, id, texts[index].length, offset]
    record.forEach((value, place) => header.writeUInt16BE(value, 6 + index * 12 + place * 2))
    offset += texts[index].length
  })
  return Buffer.concat([header, ...texts])
}

function codePoints(font) {
  const table = readTables(font).find(({ tag }) => tag === 'cmap').bytes
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const at = table.readUInt32BE(8 + index * 8)
    if (table.readUInt16BE(at) === 4) return codePointsOfFormat4(table.subarray(at))
  }
  throw new Error('The font has no character map of format 4.')
}

function codePointsOfFormat4(table) {
  const segments = table.readUInt16BE(6) / 2
  return Array.from({ length: segments }, (_, index) => {
    const last = table.readUInt16BE(14 + index * 2)
    const first = table.readUInt16BE(16 + segments * 2 + index * 2)
    return first === 0xffff
      ? []
      : Array.from({ length: last - first + 1 }, (__, step) => first + step)
  }).flat()
}

/** @returns inclusive ranges in hexadecimal, for example "20-7e a0-181 18a-18a" */
function toRanges(points) {
  const ranges = []
  for (const point of points.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges.map((range) => range.map((point) => point.toString(16)).join('-')).join(' ')
}

// --- run ------------------------------------------------------------------------------------------

const files = await makeFiles()
if (process.argv.includes('--check')) {
  const wrong = []
  for (const [path, bytes] of files) {
    const found = await readFile(join(root, path)).catch(() => undefined)
    if (!found?.equals(bytes)) wrong.push(path)
  }
  if (wrong.length > 0) {
    console.error(
      `These font files are not what scripts/fonts.mjs makes. Run it:\n${wrong.join('\n')}`,
    )
    process.exit(1)
  }
} else {
  await Promise.all([screen, paper].map((folder) => mkdir(join(root, folder), { recursive: true })))
  for (const [path, bytes] of files) {
    await writeFile(join(root, path), bytes)
    console.log(`${path}  ${(bytes.length / 1000).toFixed(1)} kB`)
  }
}
