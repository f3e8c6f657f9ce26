import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PDF as other programs see it: poppler and qpdf, not the library that wrote it. */
export interface ReadPdf {
  text(options?: { page?: number; layout?: boolean }): string
  /** What pdfinfo says, by its own labels. */
  info: ReadonlyMap<string, string>
  /** Sizes in points, one per page. */
  pageSizes: readonly (readonly [width: number, height: number])[]
  fonts: readonly { name: string; embedded: boolean; subset: boolean; unicode: boolean }[]
  /** The document's objects without compression, as Latin-1 text. */
  objects: string
  check: { readonly passed: boolean; readonly said: string }
  /** Pages as grey pictures. */
  pages(dotsPerInch: number): readonly GreyPage[]
}

export interface GreyPage {
  readonly columns: number
  readonly rows: number
  /** 0 is black, 255 white. */
  at(column: number, row: number): number
  /** Share of pixels darker than paper. */
  readonly ink: number
}

function run(tool: string, args: readonly string[]): { status: number; out: Buffer; err: string } {
  const done = spawnSync(tool, args, { maxBuffer: 200_000_000 })
  if (done.error) {
    throw new Error(`The PDF tests need ${tool}. Install poppler-utils and qpdf.`)
  }
  return { status: done.status ?? 1, out: done.stdout, err: done.stderr.toString() }
}

/** Runs `read` with the PDF on disk, for as long as it takes. */
export function withPdf<T>(bytes: Uint8Array, read: (pdf: ReadPdf) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const path = join(folder, 'paper.pdf')
    writeFileSync(path, bytes)
    return read(openPdf(path, folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function openPdf(path: string, folder: string): ReadPdf {
  const said = (tool: string, ...args: string[]) => run(tool, args).out.toString()
  const check = run('qpdf', ['--check', path])
  let known: string | undefined
  const raw = () => (known ??= said('pdftotext', '-raw', path, '-'))
  return {
    text({ page, layout = false } = {}) {
      const whole = layout ? said('pdftotext', '-layout', path, '-') : raw()
      return page === undefined ? whole : (whole.split('\f')[page - 1] ?? '')
    },
    info: new Map(
      said('pdfinfo', path)
        .split('\n')
        .map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
    ),
    pageSizes: [...said('pdfinfo', '-l', '-1', path).matchAll(/size:\s+([\d.]+) x ([\d.]+)/g)].map(
      (match) => [Number(match[1]), Number(match[2])],
    ),
    fonts: said('pdffonts', path)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
      .map((line) => {
        const [embedded, subset, unicode] = line.slice(-40).match(/yes|no/g) ?? []
        return {
          name: line.split(' ')[0] ?? '',
          embedded: embedded === 'yes',
          subset: subset === 'yes',
          unicode: unicode === 'yes',
        }
      }),
    objects: run('qpdf', ['--qdf', '--object-streams=disable', path, '-']).out.toString('latin1'),
    check: { passed: check.status === 0, said: check.out.toString() + check.err },
    pages(dotsPerInch) {
      run('pdftoppm', ['-gray', '-r', String(dotsPerInch), path, join(folder, 'page')])
      return readdirSync(folder)
        .filter((name) => name.endsWith('.pgm'))
        .toSorted()
        .map((name) => readGrey(readFileSync(join(folder, name))))
    },
  }
}

function readGrey(file: Buffer): GreyPage {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'))
  const columns = Number(header?.[1])
  const rows = Number(header?.[2])
  const pixels = file.subarray(file.length - columns * rows)
  let dark = 0
  for (const grey of pixels) if (grey < 230) dark += 1
  return {
    columns,
    rows,
    ink: dark / pixels.length,
    at: (column, row) => pixels[row * columns + column] ?? 255,
  }
}
