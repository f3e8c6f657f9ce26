import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CHANGE_VERSION, DELETED } from '#core/change.ts'
import { foldChanges } from '#core/fold.ts'
import type { ForeignKind } from '#core/problem.ts'
import { readCopy } from '#exchange/copyFile.ts'
import { LARGEST_COPY, LONGEST_LINE, type Copy } from '#exchange/copyFormat.ts'
import { isFromNewerVersion, KNOWN_FIELDS } from '#exchange/knownFields.ts'
import { aRequest, aHistory, copyText, encoder, erase, sealAnything, set } from './samples.ts'

const bytesOf = (text: string) => encoder.encode(text)

function read(content: string | Uint8Array): Copy {
  const copy = readCopy(typeof content === 'string' ? bytesOf(content) : content)
  if (!copy.ok) throw new Error(JSON.stringify(copy.problem))
  return copy.value
}

function problemOf(content: string | Uint8Array) {
  const copy = readCopy(typeof content === 'string' ? bytesOf(content) : content)
  return copy.ok ? 'it was read' : copy.problem
}

/** Milliseconds of processor time some work takes, however busy the machine is. */
function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** The copy's lines, changed by `edit`, as a file again. */
function edited(edit: (lines: string[]) => void, text = copyText()): string {
  const lines = text.trimEnd().split('\n')
  edit(lines)
  return `${lines.join('\n')}\n`
}

describe('A file that ends too early', () => {
  it('is told at every byte, and what came before is still usable', () => {
    const bytes = bytesOf(copyText())
    const whole = read(bytes)
    const ids = whole.changes.map(({ id }) => id)
    let usable = 0
    for (let length = 0; length < bytes.length - 1; length += 1) {
      const copy = readCopy(bytes.subarray(0, length))
      if (!copy.ok) {
        expect(['fileEmpty', 'fileForeign', 'fileHeaderBroken', 'fileNothingUsable']).toContain(
          copy.problem.kind,
        )
        continue
      }
      usable += 1
      expect(copy.value.truncated).toBe(true)
      expect(copy.value.rejected).toEqual([])
      expect(copy.value.changes.map(({ id }) => id)).toEqual(
        ids.slice(0, copy.value.changes.length),
      )
    }
    expect(usable).toBeGreaterThan(1_000)
    expect(read(bytes.subarray(0, bytes.length - 1)).ending).toBe('intact')
  })

  it('says how many changes it should have held', () => {
    const copy = read(edited((lines) => lines.splice(-5)))
    expect(copy).toMatchObject({ truncated: true, header: { changes: 11 } })
    expect(copy.changes).toHaveLength(7)
  })

  it('is a broken copy, not a foreign file, if it ends in its first words', () => {
    expect(problemOf('{"format":"hub-ref')).toEqual({ kind: 'fileHeaderBroken', why: 'cut' })
    expect(problemOf(copyText().slice(0, 200))).toEqual({ kind: 'fileHeaderBroken', why: 'cut' })
  })
})

describe('A file somebody edited', () => {
  it('loses only the lines that were edited, and names them as a text editor numbers them', () => {
    const text = edited((lines) => {
      lines[4] = lines[4]!.replace(/"value":"[^"]*"/, '"value":"Someone else"')
      lines[6] = 'not json at all'
      lines[8] = '{"hello":"world"}'
    })
    const copy = read(text)
    expect(copy.rejected).toEqual([
      { line: 5, why: 'altered' },
      { line: 7, why: 'unreadable' },
      { line: 9, why: 'unknown' },
    ])
    expect(copy.changes).toHaveLength(8)
    expect(copy.ending).toBe('different')
  })

  it('shows that lines were taken out or put in, though each line left is whole', () => {
    expect(read(edited((lines) => lines.splice(5, 1))).ending).toBe('different')
    expect(read(edited((lines) => lines.splice(5, 0, lines[7]!))).ending).toBe('different')
    expect(read(edited((lines) => lines.reverse())).header).toBeUndefined()
  })

  it('shows that something was put in behind its closing line', () => {
    const copy = read(copyText() + JSON.stringify(set('reflection', 'r1', 'team', 'Late hub')))
    expect(copy.changes).toHaveLength(12)
    expect(copy.ending).toBe('different')
  })

  it('names a line with a broken character', () => {
    const bytes = bytesOf(copyText())
    const broken = bytes.with(bytes.indexOf(10, bytes.indexOf(10) + 1) + 40, 0xff)
    expect(read(broken).rejected).toEqual([{ line: 3, why: 'notText' }])
  })

  it('is still read if its first line is damaged', () => {
    const copy = read(edited((lines) => (lines[0] = lines[0]!.replace('{', '['))))
    expect(copy.header).toBeUndefined()
    expect(copy.changes).toHaveLength(11)
    expect(copy.rejected).toEqual([{ line: 1, why: 'unreadable' }])
  })

  it('refuses a rubric whose words were changed, and one that breaks the rules', () => {
    const copy = read(
      edited((lines) => (lines[1] = lines[1]!.replace('Keep promises', 'Break promises'))),
    )
    expect(copy.rejected).toEqual([{ line: 2, why: 'altered' }])
    expect(copy.rubrics).toEqual([])
    const broken = read(edited((lines) => (lines[1] = '{"hash":"x","definition":{"id":7}}')))
    expect(broken.rejected).toEqual([{ line: 2, why: 'rubricInvalid' }])
  })

  it('reads one change once, however often it stands there', () => {
    const copy = read(edited((lines) => lines.splice(5, 0, lines[5]!, lines[5]!)))
    expect(copy.changes).toHaveLength(11)
  })

  it('keeps no more than a hundred of the bad lines, and counts all', () => {
    const text = edited((lines) => lines.splice(3, 0, ...Array.from({ length: 300 }, () => '{}')))
    expect(read(text)).toMatchObject({ rejectedCount: 300 })
    expect(read(text).rejected).toHaveLength(100)
  })

  it('reads two copies glued together as one, and says that the end does not fit', () => {
    const copy = read(copyText() + copyText({ changes: aHistory('r2') }))
    expect(copy.changes).toHaveLength(22)
    expect(copy.ending).toBe('different')
  })
})

describe('A file another program saved again', () => {
  it('is whole with Windows line ends, a byte order mark, blank lines or none at the end', () => {
    const text = copyText()
    for (const content of [
      text.replaceAll('\n', '\r\n'),
      `\ufeff${text}`,
      `\n\n${text.replaceAll('\n', '\n\n')}`,
      text.trimEnd(),
    ]) {
      expect(read(content)).toMatchObject({ ending: 'intact', rejectedCount: 0, recoded: false })
    }
  })

  it('is whole as UTF-16 of either kind, with a mark or without, and says so', () => {
    const text = copyText()
    const little = Buffer.from(text, 'utf16le')
    const big = Buffer.from(little).swap16()
    const marks = { little: Buffer.from([0xff, 0xfe]), big: Buffer.from([0xfe, 0xff]) }
    for (const bytes of [
      little,
      big,
      Buffer.concat([marks.little, little]),
      Buffer.concat([marks.big, big]),
    ]) {
      expect(read(new Uint8Array(bytes))).toMatchObject({ ending: 'intact', recoded: true })
    }
    const odd = Buffer.concat([marks.little, little]).subarray(0, 501)
    expect(problemOf(new Uint8Array(odd))).toEqual({ kind: 'fileNotText' })
  })

  it('cannot be read once its lines were laid out anew', () => {
    const pretty = copyText()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.stringify(JSON.parse(line), null, 2))
      .join('\n')
    expect(problemOf(pretty)).toEqual({ kind: 'fileHeaderBroken', why: 'rearranged' })
  })
})

describe('A file from another version', () => {
  it('is refused as a whole if its format is newer', () => {
    const text = copyText().replace('"formatVersion":1', '"formatVersion":2')
    expect(problemOf(text)).toEqual({ kind: 'fileNewer', version: 2, known: 1 })
  })

  it('keeps what it does not know word for word, and counts it', () => {
    const { id: _, ...plain } = set('reflection', 'r1', 'team', 'Cedar hub', { seq: 99 })
    const strange = [
      set('poster', 'x1', 'title', 'On the wall'),
      set('reflection', 'r1', 'weather', 'rain'),
      set('reflection', 'r1', 'team', 'Cedar hub', { v: CHANGE_VERSION + 1 }),
      sealAnything({ ...plain, mood: { deep: ['kept'] } }) as unknown as ReturnType<typeof set>,
    ]
    const copy = read(copyText({ changes: [...aHistory(), ...strange] }))
    expect(copy).toMatchObject({ newer: 4, rejectedCount: 0 })
    const ids = copy.changes.map(({ id }) => id)
    expect(strange.every(({ id }) => ids.includes(id))).toBe(true)
    expect(copyText({ changes: copy.changes })).toContain('"mood":{"deep":["kept"]}')
  })

  it('knows every field core reads, so that nothing of ours counts as newer', () => {
    const source = ['reflection', 'workshop']
      .map((file) => fileURLToPath(new URL(`../../src/core/${file}.ts`, import.meta.url)))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const known = new Set(Object.values(KNOWN_FIELDS).flat())
    const readers = [...source.matchAll(/read\.(?:text|texts|flag|number)\(\s*'(\w+)'/g)]
    expect(readers.length).toBeGreaterThan(20)
    expect(readers.map(([, field]) => field).filter((field) => !known.has(field!))).toEqual([])
    expect(aHistory().filter(isFromNewerVersion)).toEqual([])
    expect(isFromNewerVersion(set('strategy', 's', DELETED, true))).toBe(false)
    expect(isFromNewerVersion(set('participant', 'p', 'answer', {}))).toBe(true)
    expect(isFromNewerVersion(set('constructor', 'p', 'name', {}))).toBe(true)
  })

  it('reads the first copies ever written', () => {
    const path = fileURLToPath(new URL('../fixtures/copies/v1.hubreflect.txt', import.meta.url))
    const text = readFileSync(path, 'utf8')
    const copy = read(text)
    expect(copy).toMatchObject({ ending: 'intact', newer: 0, rejectedCount: 0 })
    expect(copy.changes).toHaveLength(12)
    expect(copyText({ changes: copy.changes, rubrics: copy.rubrics })).toBe(text)
  })
})

describe('A file that asks to forget people', () => {
  it('says how many', () => {
    const changes = [...aHistory(), erase('r1-p1'), erase('someone-else')]
    expect(read(copyText({ changes })).erases).toBe(2)
  })

  it('is read in good time even if it asks for thousands', () => {
    const people = Array.from({ length: 15_000 }, (_, index) => `p${index}`)
    const changes = [
      ...people.map((id) => set('participant', id, 'initials', 'AB')),
      ...people.map((id) => erase(id)),
    ]
    const work = cpuTimeOf(() => expect(foldChanges(changes).size).toBe(15_000))
    expect(work).toBeLessThan(1_000)
  })
})

describe('A file that is something else', () => {
  const start = (text: string) => bytesOf(`${text}\n${'x'.repeat(200)}`)
  const bytes = (...list: number[]) => Uint8Array.from([...list, ...Array(100).fill(7)])
  const zip = (inside: string) => bytesOf(`PK\u0003\u0004\u0014\u0000${inside}`)
  const cases: readonly [string, Uint8Array, ForeignKind][] = [
    ['a PDF', start('%PDF-1.7'), 'pdf'],
    ['a Word file', zip('[Content_Types].xml word/document.xml'), 'word'],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'word'],
    ['rich text', start('{\\rtf1\\ansi'), 'word'],
    ['an OpenDocument text', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'word'],
    ['an Excel file', zip('xl/workbook.xml'), 'spreadsheet'],
    ['slides', zip('ppt/presentation.xml'), 'slides'],
    ['a zip', zip('holiday/photo.raw'), 'zip'],
    ['a gzip', bytes(0x1f, 0x8b, 8), 'zip'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47), 'picture'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'picture'],
    ['a GIF', start('GIF89a'), 'picture'],
    ['a WebP', start('RIFF\u0010\u0010\u0010\u0010WEBP'), 'picture'],
    ['an iPhone photo', start('\u0000\u0000\u0000\u0018ftypheic'), 'picture'],
    ['a drawing', start('<svg xmlns="http://www.w3.org/2000/svg">'), 'picture'],
    ['a film', start('\u0000\u0000\u0000\u0018ftypisom'), 'film'],
    ['a song', start('ID3'), 'sound'],
    ['a web page', start('<!DOCTYPE html><title>Sign in to the school network</title>'), 'webPage'],
    ['a web page with a mark', start('\ufeff  <html lang="en">'), 'webPage'],
    ['XML', start('<?xml version="1.0"?>'), 'xml'],
    ['a rubric', start('{"format":"hub-reflect-rubric","id":"x"}'), 'rubric'],
    ['other JSON', start('{"format":"something-else"}'), 'json'],
    ['a JSON list', start('[1,2,3]'), 'json'],
    ['a table', bytesOf('name,mark\nSam,3\nMei,4\n'), 'table'],
    ['a letter', start('Dear team, here are my notes'), 'text'],
    ['a notebook that starts with BM', start('BMTN notes of Tuesday'), 'text'],
  ]
  it.each(cases)('%s is recognised', (_, content, looksLike) => {
    expect(problemOf(content)).toEqual({ kind: 'fileForeign', looksLike })
  })

  it('without text in it is called that', () => {
    expect(problemOf(bytes(1, 0, 2, 0, 3, 0))).toEqual({ kind: 'fileNotText' })
  })

  it('is empty if there is nothing in it but white space or zeros', () => {
    for (const content of ['', '\n \r\n\t', '\u0000'.repeat(9)]) {
      expect(problemOf(content)).toEqual({ kind: 'fileEmpty' })
    }
  })

  it('is not read at all if it is too large', () => {
    expect(problemOf(new Uint8Array(LARGEST_COPY + 1))).toEqual({
      kind: 'fileTooLarge',
      bytes: LARGEST_COPY + 1,
      limit: LARGEST_COPY,
    })
  })

  it('is given up after some thousand lines of nothing', () => {
    const text = `${copyText().split('\n')[0]}\n${'{}\n'.repeat(1_000_000)}`
    const problem = problemOf(text)
    expect(problem).toMatchObject({ kind: 'fileNothingUsable' })
    expect(typeof problem === 'object' && 'lines' in problem && problem.lines).toBeLessThan(10_000)
  })

  it('has no line so long that it could hold the page up', () => {
    const long = `{"id":"${'x'.repeat(LONGEST_LINE)}"}`
    const copy = read(edited((lines) => lines.splice(3, 0, long)))
    expect(copy.rejected).toEqual([{ line: 4, why: 'tooLong' }])
  })
})

it('The request used in these tests is a copy that can be read', () => {
  expect(read(copyText(aRequest())).changes).toHaveLength(11)
})
