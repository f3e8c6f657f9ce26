import type { PdfFile } from './pdfFile.ts'

/** What is wrong with a PDF: it is none, is cut off, lacks pages, or has a page that cannot be read. */
export type PdfFault = 'header' | 'end' | 'pages' | 'text'

/**
 * Reads a PDF back as a viewer would: its head, its end with the address of its table, as many pages as
 * were laid out, and the drawing of each of them, unpacked.
 *
 * @returns the first fault, or `undefined` if there is none
 */
export async function rereadPdf({
  bytes,
  pages,
}: Pick<PdfFile, 'bytes' | 'pages'>): Promise<PdfFault | undefined> {
  // One character a byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes)
  if (!text.startsWith('%PDF-')) return 'header'
  const [, table] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64)) ?? []
  if (table === undefined || !text.startsWith('xref', Number(table))) return 'end'
  const drawings = [...text.matchAll(/\/Type\s*\/Page\b[^]*?\/Contents (\d+) 0 R/g)]
  if (pages === 0 || drawings.length !== pages) return 'pages'
  for (const [, id = ''] of drawings) {
    const drawing = await unpacked(bytes, text, id)
    if (drawing === undefined || !/\bT[jJ]\b/.test(drawing)) return 'text'
  }
  return undefined
}

/** The stream of an object, unpacked; `undefined` if it is not there or is damaged. */
async function unpacked(bytes: Uint8Array, text: string, id: string): Promise<string | undefined> {
  const found = new RegExp(
    String.raw`\n${id} 0 obj\s*<<([^]*?\/Length (\d+)[^]*?)>>\s*stream\r?\n`,
  ).exec(text)
  if (!found) return undefined
  const [head, facts = '', length = ''] = found
  const start = found.index + head.length
  const stream = bytes.slice(start, start + Number(length))
  if (!facts.includes('/FlateDecode')) return new TextDecoder('latin1').decode(stream)
  try {
    const opened = new Blob([stream]).stream().pipeThrough(new DecompressionStream('deflate'))
    return new TextDecoder('latin1').decode(await new Response(opened).arrayBuffer())
  } catch {
    return undefined // damaged: the caller says so
  }
}
