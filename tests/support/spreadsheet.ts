/** How a program saved a table again. What is left out is as `rubricToCsv` writes it. */
export interface Resaved {
  readonly separator?: ',' | ';' | '\t'
  readonly quotes?: 'always' | 'needed'
  readonly lineEnd?: '\r\n' | '\n' | '\r'
  readonly mark?: boolean
  readonly emptyRows?: number
  readonly emptyColumns?: number
  readonly reverseColumns?: boolean
  /** What stands in place of the apostrophe that guards a cell. */
  readonly guard?: string
}

/** The cells of CSV in which every cell is in quotes, with their guards: a reader of its own. */
export function tableOf(csv: string): string[][] {
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(0, -1)
  return lines.map((line) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')),
  )
}

/** The same table as another program would save it. */
export function saveAgain(csv: string, resaved: Resaved): string {
  const { separator = ',', quotes = 'always', lineEnd = '\r\n', mark = true } = resaved
  const { emptyRows = 0, emptyColumns = 0, reverseColumns = false, guard = "'" } = resaved
  const spell = (cell: string) => {
    const text = cell.startsWith("'") ? guard + cell.slice(1) : cell
    const bare = quotes === 'needed' && !/[",;\t\r\n]/.test(text)
    return bare ? text : `"${text.replaceAll('"', '""')}"`
  }
  const rows = tableOf(csv).map((cells) => [
    ...(reverseColumns ? cells.toReversed() : cells),
    ...Array.from({ length: emptyColumns }, () => ''),
  ])
  const width = rows[0]?.length ?? 0
  const empty = Array.from({ length: emptyRows }, () => Array.from({ length: width }, () => ''))
  const lines = [...rows, ...empty].map((cells) => cells.map(spell).join(separator) + lineEnd)
  return (mark ? '\uFEFF' : '') + lines.join('')
}
