import { itemsOf, type Item, type Rubric } from '#core/rubric.ts'

/** What answers may name, from the definitions a draft goes back to. */
export interface Used {
  /** Ids of sections, skills, items, challenges, strategies, scales and levels. */
  readonly ids: ReadonlySet<string>
  /** Options, columns, rows, zones and questions, as `partKey` spells them. */
  readonly parts: ReadonlySet<string>
  /** Row numbers on paper somewhere. */
  readonly numbers: ReadonlySet<string>
}

/** The name of an option, a column or another part of an item, which is its own only there. */
export function partKey(itemId: string, ...parts: readonly string[]): string {
  return [itemId, ...parts].join('/')
}

/** The ids parts of one item have had, also those that are gone by now. */
export function* partIds({ parts }: Used, owner: string): Iterable<string> {
  const start = partKey(owner, '')
  for (const part of parts) if (part.startsWith(start)) yield part.slice(start.length)
}

/** @param definitions what the draft was copied from, and what was kept of it since */
export function usedIn(definitions: readonly Rubric[]): Used {
  const items = definitions.flatMap((rubric) => itemsOf(rubric, { retired: true }))
  return {
    ids: new Set(definitions.flatMap((rubric) => [...idsOf(rubric)])),
    parts: new Set(items.flatMap(({ item }) => partsOf(item))),
    numbers: new Set(items.map(({ item }) => item.number)),
  }
}

/** What was used by two accounts. */
export function usedTogether(one: Used, other: Used): Used {
  return {
    ids: new Set([...one.ids, ...other.ids]),
    parts: new Set([...one.parts, ...other.parts]),
    numbers: new Set([...one.numbers, ...other.numbers]),
  }
}

/** Every id of a rubric that stands alone. */
export function* idsOf(rubric: Rubric): Iterable<string> {
  for (const { id, levels } of rubric.scales) {
    yield id
    for (const level of levels) yield level.id
  }
  for (const section of rubric.sections) {
    yield section.id
    for (const { id } of [...section.challenges, ...section.strategies]) yield id
    for (const { id, items } of section.skills) {
      yield id
      for (const item of items) yield item.id
    }
  }
}

function partsOf(item: Item): readonly string[] {
  const keys = (list: readonly { readonly id: string }[], ...under: readonly string[]) =>
    list.map(({ id }) => partKey(item.id, ...under, id))
  switch (item.kind) {
    case 'choice':
      return keys(item.options)
    case 'table':
      return [
        ...keys(item.rows),
        ...item.columns.flatMap((column) => [
          partKey(item.id, column.id),
          ...(column.kind === 'choice' ? keys(column.options, column.id) : []),
        ]),
      ]
    case 'placement':
      return [...keys(item.zones), ...keys(item.guide?.steps ?? [])]
    case 'rating':
    case 'status':
    case 'text':
      return []
  }
}

/**
 * A new id: the prefix and the number after the highest there is, so that none is ever given twice.
 * @param taken ids in use, today or ever
 */
export function nextId(prefix: string, taken: Iterable<string>): string {
  let highest = 0
  for (const id of taken) {
    const rest = id.startsWith(prefix) ? id.slice(prefix.length) : ''
    if (/^\d{1,6}$/.test(rest)) highest = Math.max(highest, Number(rest))
  }
  return `${prefix}${highest + 1}`
}
