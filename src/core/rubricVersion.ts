/**
 * Orders versions such as "1.10.0": negative if the first is older, 0 if they are equal. What is no
 * such version counts as the oldest.
 */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)]
  for (const [index, part] of first.entries()) {
    const difference = part - (second[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function partsOf(version: string): readonly number[] {
  const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? []
  return [1, 2, 3].map((at) => Number(found[at] ?? -1))
}
