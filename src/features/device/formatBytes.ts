const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Bytes as people say them, for example "1.2 MB". */
export function formatBytes(bytes: number): string {
  let [amount, unit] = [bytes / 1_000, 0]
  while (amount >= 1_000 && unit < UNITS.length - 1) [amount, unit] = [amount / 1_000, unit + 1]
  return new Intl.NumberFormat('en-US', {
    style: 'unit',
    unit: UNITS[unit] ?? 'kilobyte',
    maximumSignificantDigits: 2,
  }).format(amount)
}
