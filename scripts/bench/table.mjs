// What the figures are called, and the table of them.

/** @type {Readonly<Record<string, { label: string, unit: 'ms' | 'kB' | 'MB', goal?: number, most?: number }>>} */
export const FIGURES = {
  homeBytes: { label: 'first screen, packed', unit: 'kB', most: 110_000 },
  homeFontBytes: { label: '  and fonts', unit: 'kB' },
  formBytes: { label: 'rubric, packed', unit: 'kB', goal: 1.9 },
  formFontBytes: { label: '  and fonts', unit: 'kB' },
  cold: { label: 'usable form, cold', unit: 'ms', goal: 1.3 },
  warm: { label: 'usable form, warm', unit: 'ms', goal: 1.3 },
  tap50: { label: 'tap to paint, p50', unit: 'ms', goal: 1.1 },
  tap98: { label: 'tap to paint, p98', unit: 'ms', goal: 1.1 },
  cpu: { label: 'main thread per tap', unit: 'ms', goal: 1.5 },
  turn: { label: 'section turn', unit: 'ms', goal: 1 },
  heap: { label: 'heap', unit: 'MB', goal: 2 },
  summary: { label: 'summary open', unit: 'ms' },
  pdf: { label: 'PDF', unit: 'ms' },
  pdfBytes: { label: 'PDF size', unit: 'kB', most: 70_000 },
}

const inUnit = {
  ms: (value) => value.toFixed(value < 100 ? 1 : 0),
  kB: (value) => (value / 1000).toFixed(1),
  MB: (value) => (value / 1_000_000).toFixed(1),
}

function ratio(app, other) {
  return other ? `${(app / other).toFixed(2)}×` : ''
}

function goalOf({ goal, most, unit }, app, react) {
  if (goal !== undefined && react) {
    return `${app / react <= goal ? 'met' : 'missed'}: ≤ ${goal}× bare React`
  }
  if (most !== undefined)
    return `${app <= most ? 'met' : 'missed'}: ≤ ${inUnit[unit](most)} ${unit}`
  return ''
}

/** The table, as Markdown. */
export function tableOf({ at, machine, slowdown, measured }) {
  const { app, bare, 'bare React': react } = measured
  const rows = Object.entries(FIGURES).map(([name, figure]) => {
    const show = (value) => (value === undefined ? '' : inUnit[figure.unit](value))
    return [
      `${figure.label} (${figure.unit})`,
      show(app[name]),
      show(bare[name]),
      ratio(app[name], bare[name]),
      show(react[name]),
      ratio(app[name], react[name]),
      goalOf(figure, app[name], react[name]),
    ]
  })
  const head = ['figure', 'app', 'bare', 'ratio', 'bare React', 'ratio', 'goal']
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column].length)),
  )
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  const load = machine.load.map((one) => one.toFixed(1)).join(' → ')
  return [
    `${at.slice(0, 10)}, ${machine.processor}, ${machine.cores} cores, ${machine.system}, Chromium ${machine.browser}, ${slowdown}× slowed down, load ${load}`,
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
  ].join('\n')
}
