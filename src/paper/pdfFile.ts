import { contentId, sha256Hex } from '#core/hash.ts'
import type { Json } from '#core/json.ts'
import type { Problem } from '#core/problem.ts'
import { fail, ok, type Result } from '#core/result.ts'
import { cleanLine, splitGraphemes } from '#core/text.ts'
import type { Block } from './blocks.ts'
import { drawPdf } from './draw.ts'
import { layOut, type LaidDocument } from './layout.ts'
import { createMeasure, type Rasterize } from './measure.ts'
import { openFonts, ownFonts, type FontSource } from './paperFonts.ts'
import { cleanForPaper } from './paperText.ts'
import { rasterizer } from './rasterize.ts'

export interface PdfFile {
  readonly bytes: Uint8Array
  readonly pages: number
  /** A file name with extension. */
  readonly name: string
  /** Texts drawn as pictures with the device's own letters. */
  readonly pictured: readonly string[]
  /** Characters that nothing here can draw: a box with their code stands for each. */
  readonly coded: readonly string[]
}

export interface MakePdf {
  readonly blocks: readonly Block[]
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly lang: string
  readonly name: string
  /** ISO 8601, UTC. */
  readonly printedAt: string
  readonly fonts: FontSource | undefined
  readonly rasterize: Rasterize | undefined
}

const FINGERPRINT = 8

/** The short hash in the footer: which record a paper came from. */
export function fingerprintOf(content: Json): string {
  return contentId(content).slice(0, FINGERPRINT)
}

/** Lays out, draws and packs. Equal input gives equal bytes. Fails with `pdfFailed`. */
export async function makePdf(input: MakePdf): Promise<Result<PdfFile, Problem>> {
  try {
    const fonts = await openFonts(input.fonts ?? ownFonts)
    const measure = createMeasure(fonts, input.rasterize ?? rasterizer())
    const document = layOut(input.blocks, measure)
    const bytes = drawPdf({
      document,
      fonts,
      title: plain(input.title),
      author: plain(input.author),
      subject: plain(input.subject),
      lang: input.lang,
      madeAt: input.printedAt,
      fileId: sha256Hex(`${input.title}\n${input.name}\n${input.printedAt}`).slice(0, 32),
    })
    return ok({ bytes, pages: document.pages.length, name: input.name, ...notDrawn(document) })
  } catch (failure) {
    // Fonts that cannot be fetched and a page that cannot be drawn end here: the person is told.
    return fail({ kind: 'pdfFailed', detail: failure instanceof Error ? failure.message : '' })
  }
}

/** A text for the document's properties and outline: one line without invisible characters. */
function plain(text: string): string {
  return cleanLine(cleanForPaper(text))
}

function notDrawn({ pages }: LaidDocument): Pick<PdfFile, 'pictured' | 'coded'> {
  const pictured = new Set<string>()
  const coded = new Set<string>()
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind === 'picture') pictured.add(mark.text)
      if (mark.kind === 'text' && mark.standsFor !== undefined) coded.add(mark.standsFor)
    }
  }
  return { pictured: [...pictured], coded: [...coded] }
}

const LONGEST_NAME = 80

/**
 * A file name that every system takes, from parts of which empty ones are left out. Of one that is
 * too long the longest parts are cut: what stands last, the day, is what tells two files apart.
 */
export function fileNameOf(parts: readonly string[]): string {
  const clean = parts
    .map((part) => plain(part).replace(/[\\/:*?"<>|]+/g, ' '))
    .map((part) => part.replace(/\s+/g, ' ').replace(/^[.\s]+|[.\s]+$/g, ''))
    .filter((part) => part !== '')
  return `${fitting(clean.map(splitGraphemes)).map(trimmed).join(' - ')}.pdf`
}

function fitting(parts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const separators = 3 * (parts.length - 1)
  const over = parts.reduce((sum, { length }) => sum + length, separators) - LONGEST_NAME
  const [longest = 0, second = 0] = parts.map(({ length }) => length).toSorted((a, b) => b - a)
  if (over <= 0 || longest <= 1) return parts
  const at = parts.findIndex(({ length }) => length === longest)
  // No shorter than the next longest at a time, so that several long ones share the loss.
  const left = Math.max(longest - over, Math.min(second, longest - 1), 1)
  return fitting(parts.map((part, index) => (index === at ? part.slice(0, left) : part)))
}

function trimmed(graphemes: readonly string[]): string {
  return graphemes.join('').trim()
}
