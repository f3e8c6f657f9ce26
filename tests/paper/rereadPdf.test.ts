import { beforeAll, expect, test, vi } from 'vitest'
import { en } from '#messages/en.ts'
import { exportPdf } from '#paper/exportPdf.ts'
import type { PdfFile } from '#paper/pdfFile.ts'
import { rereadPdf } from '#paper/rereadPdf.ts'
import { aReport, diskFonts } from './samples.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let whole: PdfFile
beforeAll(async () => {
  const made = await exportPdf({
    report: aReport(),
    paper: 'letter',
    parts: { summary: true, rubric: true },
    words: en,
    appVersion: '0.1.0',
    printedAt: '2026-11-22T10:42:00.000Z',
    fonts: diskFonts,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  whole = made.value
})

/** The same file with its text, a character a byte, changed. */
function damaged(change: (text: string) => string) {
  const text = Buffer.from(whole.bytes).toString('latin1')
  return { bytes: new Uint8Array(Buffer.from(change(text), 'latin1')), pages: whole.pages }
}

test('a PDF as we make it is read back without a fault', async () => {
  expect(whole.pages).toBeGreaterThan(2)
  expect(await rereadPdf(whole)).toBeUndefined()
})

test('what is no PDF is told', async () => {
  expect(await rereadPdf({ bytes: new Uint8Array(0), pages: 1 })).toBe('header')
  expect(await rereadPdf(damaged((text) => text.replace('%PDF-', '%pdf-')))).toBe('header')
})

test('a PDF that was cut off, or whose table moved, is told', async () => {
  expect(await rereadPdf(damaged((text) => text.slice(0, -40)))).toBe('end')
  expect(await rereadPdf(damaged((text) => text.replace('%PDF-1', '%PDF-1\n%%')))).toBe('end')
})

test('a page too few or too many is told', async () => {
  expect(await rereadPdf({ ...whole, pages: whole.pages + 1 })).toBe('pages')
  expect(await rereadPdf({ ...whole, pages: 0 })).toBe('pages')
})

test('a page whose drawing is damaged is told', async () => {
  const flip = (text: string) => {
    const [, id = ''] = /\/Contents (\d+) 0 R/.exec(text) ?? []
    const start = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj`)) + 'stream\n'.length
    return `${text.slice(0, start + 20)}${'\u0000'.repeat(40)}${text.slice(start + 60)}`
  }
  expect(await rereadPdf(damaged(flip))).toBe('text')
})
