import type { ForeignKind } from '#core/problem.ts'
import { RUBRIC_FORMAT } from '#core/rubricSchema.ts'
import { COPY_FORMAT } from './copyFormat.ts'

/** Bytes a kind of file begins with, as hexadecimal or as text. */
const BEGINNINGS: readonly { readonly starts: string; readonly kind: ForeignKind }[] = [
  { starts: hex('%PDF-'), kind: 'pdf' },
  { starts: '89504e47', kind: 'picture' },
  { starts: 'ffd8ff', kind: 'picture' },
  { starts: hex('GIF8'), kind: 'picture' },
  { starts: '49492a00', kind: 'picture' },
  { starts: '4d4d002a', kind: 'picture' },
  { starts: hex('ID3'), kind: 'sound' },
  { starts: hex('OggS'), kind: 'sound' },
  { starts: '1a45dfa3', kind: 'film' },
  { starts: '1f8b', kind: 'zip' },
  { starts: '377abcaf271c', kind: 'zip' },
  { starts: hex('Rar!'), kind: 'zip' },
  { starts: 'd0cf11e0a1b11ae1', kind: 'word' },
  { starts: hex('{\\rtf'), kind: 'word' },
]

const START_LENGTH = 4096

/** The first bytes of a file as text, one character a byte, white space and byte order mark gone. */
function startOf(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes.subarray(0, START_LENGTH))
  return text.replace(/^ï»¿/, '').trimStart()
}

function hex(text: string): string {
  return Array.from(text, (character) =>
    character.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('')
}

/** What a file is by its first bytes, where they leave no doubt; `undefined` if it may be a copy. */
export function binaryKind(bytes: Uint8Array): ForeignKind | undefined {
  const start = Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0'))
  const begins = start.join('')
  if (begins.startsWith('504b0304') || begins.startsWith('504b0506')) return zipKind(bytes)
  const riff = begins.startsWith(hex('RIFF')) ? begins.slice(16, 24) : ''
  if (riff !== '') return riff === hex('WEBP') ? 'picture' : riff === hex('WAVE') ? 'sound' : 'film'
  if (begins.slice(8, 16) === hex('ftyp')) return mediaKind(begins.slice(16, 24))
  return BEGINNINGS.find(({ starts }) => begins.startsWith(starts))?.kind
}

function zipKind(bytes: Uint8Array): ForeignKind {
  const start = startOf(bytes)
  if (/word\/|opendocument\.text/.test(start)) return 'word'
  if (/xl\/|opendocument\.spreadsheet/.test(start)) return 'spreadsheet'
  if (/ppt\/|opendocument\.presentation/.test(start)) return 'slides'
  return 'zip'
}

function mediaKind(brand: string): ForeignKind {
  const pictures = ['heic', 'heix', 'mif1', 'msf1', 'avif'].map(hex)
  if (pictures.includes(brand)) return 'picture'
  return brand === hex('M4A ') ? 'sound' : 'film'
}

/** What a file without a single usable line is: always an answer. */
export function foreignKind(bytes: Uint8Array): ForeignKind {
  const binary = binaryKind(bytes)
  if (binary) return binary
  const start = startOf(bytes)
  if (start.includes('\0')) return 'binary'
  if (/^<(!doctype html|html|head|body)/i.test(start)) return 'webPage'
  if (start.startsWith('<svg')) return 'picture'
  if (start.startsWith('<')) return 'xml'
  if (/^[{[]/.test(start)) return start.includes(`"${RUBRIC_FORMAT}"`) ? 'rubric' : 'json'
  if (isTable(start)) return 'table'
  return 'text'
}

/** Comma, semicolon or tab, and equally many of them on the first lines. */
function isTable(start: string): boolean {
  const lines = start.split(/\r?\n/).slice(0, 3)
  return [',', ';', '\t'].some((mark) => {
    const counts = lines.filter((line) => line !== '').map((line) => line.split(mark).length)
    return counts.length > 1 && (counts[0] ?? 0) > 1 && new Set(counts).size === 1
  })
}

/** True if the file names our format near its start: a copy, whatever happened to it since. */
export function saysItIsACopy(bytes: Uint8Array): boolean {
  const start = startOf(bytes)
  return start.includes(`"${COPY_FORMAT}"`) || isCutHeader(start)
}

/** A file that ends inside the very first words of a header. */
function isCutHeader(start: string): boolean {
  const opening = `{"format":"${COPY_FORMAT}"`
  return start.length >= '{"format":"hub'.length && opening.startsWith(start)
}
