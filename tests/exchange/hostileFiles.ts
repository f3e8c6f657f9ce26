import type { OwnWork } from '#exchange/copyFormat.ts'
import { aChange } from '../support/builders.ts'
import {
  aCopiedDraft,
  aHistory,
  copyText,
  encoder,
  erase,
  ownRubric,
  sealAnything,
  seededDice,
  set,
} from './samples.ts'

/** A file by name. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const TEXT = copyText()
const LINES = TEXT.trimEnd().split('\n')
const HEADER = LINES[0] ?? ''

function whole(name: string, text: string): NamedFile {
  return { name, bytes: encoder.encode(text) }
}

/** A copy with lines of our choice put in before its closing line. */
function withLines(name: string, ...lines: readonly string[]): NamedFile {
  return whole(name, [...LINES.slice(0, -1), ...lines, LINES.at(-1), ''].join('\n'))
}

/** A copy whose first line is another. */
function withHeader(name: string, header: string): NamedFile {
  return whole(name, [header, ...LINES.slice(1), ''].join('\n'))
}

/** The content of an intact change, as loose JSON. */
function content(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const { id: _, ...rest } = aChange({ field: 'facilitator', value: 'Mallory' })
  return { ...rest, ...overrides }
}

/** A line with an intact change of any content, even one the types forbid. */
function sealed(overrides: Record<string, unknown>): string {
  return JSON.stringify(sealAnything(content(overrides)))
}

/** The text of a line, changed after sealing, as an attacker with an editor would. */
function bent(from: string, to: string): string {
  return JSON.stringify(sealAnything(content())).replace(from, to)
}

/** A draft that is JSON and no rubric, and a rubric kept at the end of all time. */
const OWN: OwnWork = {
  rubrics: [ownRubric({ at: 8.64e15 })],
  drafts: [aCopiedDraft({ content: ['<script>', 7, null], changedAt: 8.64e15 })],
}
const DRAFT = JSON.stringify(OWN.drafts[0])

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const nested = (levels: number): unknown => (levels === 0 ? 'x' : { a: nested(levels - 1) })

/** Files made by hand: each once broke, or could break, some program that reads files. */
export function handMadeFiles(): readonly NamedFile[] {
  return [
    ...brokenFiles(),
    ...brokenHeaders(),
    ...brokenLines(),
    ...[...TOLERATED, ...REFUSED].map(withContent),
    ...bombs(),
  ]
}

function brokenFiles(): readonly NamedFile[] {
  const bytes = encoder.encode(TEXT)
  const withByte = (name: string, at: number, byte: number) => {
    const copy = bytes.slice()
    copy[at] = byte
    return { name, bytes: copy }
  }
  return [
    whole('empty', ''),
    whole('white space', ' \n\t\r\n '),
    whole('zeros', '\u0000'.repeat(1_000)),
    whole('one brace', '{'),
    whole('null', 'null'),
    whole('a number', '42'),
    whole('a list', '[]'),
    whole('lists on many lines', '[]\n'.repeat(50)),
    whole('objects on many lines', '{}\n'.repeat(50)),
    whole('the header alone', `${HEADER}\n`),
    whole('the header ten times', `${HEADER}\n`.repeat(10)),
    whole('the closing line alone', `${LINES.at(-1)}\n`),
    whole('changes alone', `${LINES.slice(2, -1).join('\n')}\n`),
    whole('no line ends', LINES.join(' ')),
    whole('old Macintosh line ends', LINES.join('\r')),
    whole('lines in reverse', LINES.toReversed().join('\n')),
    whole('one JSON list', `[${LINES.join(',')}]`),
    whole('laid out anew', JSON.stringify(LINES, null, 2)),
    whole('quoted as a mail', LINES.map((line) => `> ${line}`).join('\n')),
    whole('with merge marks', `<<<<<<< ours\n${TEXT}=======\n${TEXT}>>>>>>> theirs\n`),
    whole('in a web page', `<!doctype html><pre>${TEXT}</pre>`),
    whole('in percent signs', encodeURIComponent(TEXT)),
    whole('in base64', Buffer.from(TEXT).toString('base64')),
    whole('with a tail of zeros', `${TEXT}${'\u0000'.repeat(4_096)}`),
    whole('with two marks', `\ufeff\ufeff${TEXT}`),
    withByte('a zero in the header', 30, 0),
    withByte('a broken character', 900, 0xff),
    withByte('a lost line end', HEADER.length, 32),
    { name: 'Latin letters of old', bytes: Uint8Array.from(Buffer.from('Žofie: é ü ñ', 'latin1')) },
    {
      name: 'UTF-16 cut in half',
      bytes: Uint8Array.from(Buffer.from(`\ufeff${TEXT}`, 'utf16le').subarray(0, 999)),
    },
    {
      name: 'UTF-32',
      bytes: Uint8Array.from([...encoder.encode(TEXT)].flatMap((byte) => [byte, 0, 0, 0])),
    },
    {
      name: 'noise',
      bytes: Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256),
    },
    {
      name: 'overlong slashes',
      bytes: Uint8Array.from([...encoder.encode('{"id":"'), 0xc0, 0xaf, 34, 125]),
    },
  ]
}

function brokenHeaders(): readonly NamedFile[] {
  const header = (overrides: Record<string, unknown>) =>
    JSON.stringify({ ...(JSON.parse(HEADER) as object), ...overrides })
  return [
    withHeader('a newer format', header({ formatVersion: 2 })),
    withHeader('a format from far ahead', header({ formatVersion: Number.MAX_SAFE_INTEGER })),
    withHeader('format version as text', header({ formatVersion: '1' })),
    withHeader('format version as a list', header({ formatVersion: [1] })),
    withHeader('format version one and a half', header({ formatVersion: 1.5 })),
    withHeader('format version below zero', header({ formatVersion: -1 })),
    withHeader('format version missing', header({ formatVersion: undefined })),
    withHeader(
      'format version too large a number',
      HEADER.replace('"formatVersion":1', '"formatVersion":1e999'),
    ),
    withHeader('another program’s format', header({ format: 'excalidraw' })),
    withHeader('format as an object', header({ format: { toString: 'hub-reflect-copy' } })),
    withHeader('markup in the title', header({ title: '<img src=x onerror=alert(1)>' })),
    withHeader('a title as an object', header({ title: { length: 1e9 } })),
    withHeader('a title of a megabyte', header({ title: 'x'.repeat(1_000_000) })),
    withHeader('a day that never was', header({ madeAt: '9999-99-99T99:99:99Z' })),
    withHeader('a time as a number', header({ madeAt: 1e308 })),
    withHeader('counts below zero', header({ counts: { changes: -5 } })),
    withHeader('counts as text', header({ counts: 'many' })),
    withHeader('a prototype in the header', HEADER.replace('{', '{"__proto__":{"isAdmin":true},')),
    withHeader(
      'a header with its keys twice',
      HEADER.replace('{', '{"format":"x","formatVersion":9,'),
    ),
  ]
}

function brokenLines(): readonly NamedFile[] {
  return [
    withLines('NaN', bent('"Mallory"', 'NaN')),
    withLines('Infinity', bent('"Mallory"', '-Infinity')),
    withLines('a number too large', bent('"Mallory"', '1e400')),
    withLines('minus zero', bent('"Mallory"', '-0')),
    withLines('undefined', bent('"Mallory"', 'undefined')),
    withLines('a comment', '// a comment'),
    withLines('a trailing comma', bent('}', ',}')),
    withLines('single quotes', bent('"Mallory"', "'Mallory'")),
    withLines('an edited value', bent('Mallory', 'Someone else')),
    withLines('an edited id', bent('"id":"', '"id":"A')),
    withLines('an id that is a number', bent('"id":"', '"id":7,"x":"')),
    withLines('an empty id', '{"id":""}'),
    withLines('a key twice', bent('"value"', '"value":"first","value"')),
    withLines('a prototype as a key', bent('"value"', '"__proto__":{"polluted":1},"value"')),
    withLines('a prototype in the value', bent('"Mallory"', '{"__proto__":{"polluted":1}}')),
    withLines('a definition that is null', '{"definition":null,"hash":"x"}'),
    withLines(
      'a definition with a prototype',
      '{"definition":{"__proto__":{"polluted":1}},"hash":"x"}',
    ),
    withLines('a definition nested deep', `{"hash":"x","definition":${deep(50_000)}}`),
    withLines(
      'a definition under a false name',
      (LINES[1] ?? '').replace(/"hash":"./, '"hash":"_'),
    ),
    withLines('a false closing line', '{"end":true,"sha256":"00"}'),
    withLines('a closing line that says no', '{"end":false,"sha256":7}'),
    withLines('a header in the middle', HEADER.replace('"formatVersion":1', '"formatVersion":99')),
    withLines('a line no version knows', '{"poster":{"title":"On the wall"}}'),
    withLines('a draft that is a number', '{"draft":7,"hash":"x"}'),
    withLines('a draft under a false name', `{"draft":${DRAFT},"hash":"x"}`),
    withLines('a draft nested deep', `{"draft":{"content":${deep(50_000)}},"hash":"x"}`),
    withLines('a draft with a prototype', '{"draft":{"__proto__":{"polluted":1}},"hash":"x"}'),
    whole('own work that a form cannot show', copyText({ own: OWN })),
    whole('own work alone', copyText({ changes: [], rubrics: [], own: OWN })),
    withLines('nesting in a change', bent('"Mallory"', deep(100_000))),
    withLines('unclosed nesting', '['.repeat(500_000)),
    withLines('objects in objects', '{"a":'.repeat(100_000)),
  ]
}

/** What an intact change may hold that is nonsense or malice, and yet harms nobody: it is kept. */
export const TOLERATED: readonly Record<string, unknown>[] = [
  { at: -8.64e15 },
  { seq: -1 },
  { tz: 1_000_000 },
  { v: 0 },
  { v: Number.MAX_SAFE_INTEGER },
  { device: '../../../etc/passwd' },
  { reflection: '__proto__' },
  { reflection: 'constructor' },
  { kind: '__proto__' },
  { kind: 'constructor', field: 'prototype' },
  { record: 'hasOwnProperty', field: 'toString' },
  { record: '\u0000' },
  { record: '\ud800', field: '\udc00' },
  { field: 'rubric:__proto__', value: { hash: 'x', order: 1 } },
  { field: 'rubric:', value: { hash: 7 } },
  { field: 'scope:test-rubric', value: { length: 1e9 } },
  { field: 'team', value: { toString: 'x' } },
  { field: 'team', value: ['a', 'b'] },
  { field: 'date', value: '9999-99-99' },
  { value: nested(5) },
  { value: '\u202e\u2066gnp.exe\u0000\u001b[2J' },
  { value: '<script>window.polluted = 1</script>' },
  { value: "=HYPERLINK('http://example.org')" },
  { value: 'x'.repeat(300_000) },
  { supersedes: ['a', 'a', 'unknown'] },
  { kind: 'participant', record: 'p', field: 'order', value: 1e308 },
  { kind: 'participant', record: 'p', field: 'initials', value: { length: -1 } },
  { kind: 'participant', record: 'team', field: 'initials', value: 'XX' },
  { kind: 'response', record: '///', field: 'answer', value: { level: 'good' } },
  { kind: 'response', record: 'no-slash', field: 'answer', value: { level: 7 } },
  { kind: 'response', record: 'p/r/i', field: 'answer', value: { text: 'x', level: 'y' } },
  { kind: 'strategy', record: 's', field: 'items', value: [null, 7, {}, '/', 'a/b/c'] },
  { kind: 'strategy', record: 's', field: 'credit', value: { 0: 'p1', length: 1 } },
  { field: '_deleted', value: true },
  { field: '_deleted', value: 'yes', seen: [] },
]

/** What makes a change unfit to be kept, though its id agrees with it. */
export const REFUSED: readonly Record<string, unknown>[] = [
  { at: 1e300 },
  { at: 8.65e15 },
  { at: -8.65e15 },
  { at: '2026-11-22' },
  { at: 1.5 },
  { seq: 2 ** 53 + 2 },
  { tz: null },
  { v: '1' },
  { device: '' },
  { device: 'x'.repeat(401) },
  { value: undefined },
  { value: nested(12) },
  { value: JSON.parse('{"__proto__":{"polluted":1}}') },
  { value: { constructor: { prototype: { polluted: 1 } } } },
  { value: [[{ prototype: 1 }]] },
  { supersedes: 'all' },
  { supersedes: null },
  { supersedes: [7] },
  { supersedes: [''] },
  { supersedes: Array(10_001).fill('x') },
  { seen: {} },
  { seen: null },
  { seen: ['x'.repeat(65)] },
]

/** A copy with one intact change of such content in it. */
export function withContent(overrides: Record<string, unknown>): NamedFile {
  const told = JSON.stringify(overrides).slice(0, 60)
  return withLines(`a change with ${told}`, sealed(overrides))
}

function bombs(): readonly NamedFile[] {
  const everyone = ['r1-p1', 'r1-p2', 'team'].map((id) => erase(id))
  const manyReflections = Array.from({ length: 500 }, (_, index) =>
    set('reflection', `r${index}`, 'team', `Team ${index}`, { reflection: `r${index}` }),
  )
  const fight = Array.from({ length: 500 }, (_, index) =>
    set('reflection', 'r1', 'team', `Version ${index}`, { seq: index }),
  )
  return [
    whole('forgets everyone', copyText({ changes: everyone })),
    whole('five hundred reflections', copyText({ changes: manyReflections })),
    whole('five hundred versions of one name', copyText({ changes: fight })),
    whole('a hundred thousand empty objects', `${HEADER}\n${'{}\n'.repeat(100_000)}`),
    whole('a hundred thousand line ends', `${HEADER}\n${'\n'.repeat(100_000)}`),
    whole('one line of three megabytes', `${HEADER}\n"${'x'.repeat(3_000_000)}"\n`),
    whole('a change ten thousand times', copyTextRepeated(10_000)),
  ]
}

function copyTextRepeated(times: number): string {
  const line = JSON.stringify(aHistory()[0])
  return `${HEADER}\n${`${line}\n`.repeat(times)}`
}

/** Copies with a few random wounds each; the same ones in every run. */
export function mutatedFiles(count: number, seed: number): readonly NamedFile[] {
  const dice = seededDice(seed)
  const below = (limit: number) => Math.floor(dice() * limit)
  const source = encoder.encode(TEXT)
  const wounds: readonly ((bytes: number[]) => void)[] = [
    (bytes) => void (bytes[below(bytes.length)]! ^= 1 << below(8)),
    (bytes) => void bytes.splice(below(bytes.length), 1 + below(40)),
    (bytes) => void bytes.splice(below(bytes.length), 0, ...bytes.slice(below(200), 200)),
    (bytes) => void (bytes.length = below(bytes.length)),
    (bytes) => void (bytes[below(bytes.length)] = below(256)),
    (bytes) => void bytes.splice(below(bytes.length), 0, 10),
    (bytes) => void bytes.splice(below(bytes.length), 0, ...encoder.encode('"__proto__":{},')),
    (bytes) => swapTokens(bytes, below),
  ]
  return Array.from({ length: count }, (_, index) => {
    const bytes = [...source]
    for (let wound = 0; wound <= below(3); wound += 1) wounds[below(wounds.length)]!(bytes)
    return { name: `mutation ${index} of seed ${seed}`, bytes: Uint8Array.from(bytes) }
  })
}

/** Puts a value of another type in the place of some number or text. */
function swapTokens(bytes: number[], below: (limit: number) => number): void {
  const others = ['null', '[]', '{}', '1e999', '-0', 'true', '"\\ud800"', '9007199254740993', '""']
  const text = Buffer.from(bytes).toString('latin1')
  const tokens = [...text.matchAll(/(?<=:)(?:-?\d+|"[^"]{0,40}"|\[\])/g)]
  const token = tokens[below(tokens.length)]
  if (!token) return
  bytes.splice(token.index, token[0].length, ...encoder.encode(others[below(others.length)]))
}
