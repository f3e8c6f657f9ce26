import { TEAM, type Answer, type Response } from './answer.ts'
import { hasWords } from './itemReport.ts'
import {
  isTogether,
  itemsOf,
  scaleOf,
  type Item,
  type PlacedItem,
  type Rubric,
  type TableItem,
} from './rubric.ts'
import { translatableTexts } from './rubricTranslation.ts'

/** An item as a list of changes names it. */
export interface NamedItem {
  readonly id: string
  readonly number: string
  readonly text: string
}

/** What another definition of a rubric makes of the items of this one, by their ids. */
export interface RubricComparison {
  /** Asked in both, word for word. */
  readonly kept: readonly NamedItem[]
  /** Asked in both and answered alike, in other words. */
  readonly reworded: readonly Reworded[]
  /** Asked in both, but answered in another way: some answers may no longer fit. */
  readonly changed: readonly ChangedItem[]
  /** No longer asked. */
  readonly retired: readonly RetiredItem[]
  /** Not asked before. */
  readonly added: readonly NamedItem[]
  /** Titles, names, levels and whatever else is read, in other words. */
  readonly otherWords: readonly { readonly before: string; readonly after: string }[]
}

export interface Reworded {
  readonly id: string
  readonly number: string
  readonly before: string
  readonly after: string
}

export interface ChangedItem extends Reworded {
  readonly kinds: { readonly before: Item['kind']; readonly after: Item['kind'] }
  /**
   * Levels, options, zones, rows or columns that can no longer be answered, in the words they had;
   * none where the kind is another.
   */
  readonly gone: readonly string[]
  /** The new ones. */
  readonly gained: readonly string[]
}

export interface RetiredItem extends NamedItem {
  /** What is asked in its place. */
  readonly replacedBy: NamedItem | undefined
}

/** Compares two definitions of one rubric: what the second makes of the first. */
export function compareRubrics(old: Rubric, next: Rubric): RubricComparison {
  const [before, after] = [askedById(old), askedById(next)]
  const pairs = [...before.values()].flatMap((placed) => {
    const other = after.get(placed.item.id)
    return other ? [compareItems(old, placed, next, other)] : []
  })
  return {
    kept: pairs.flatMap((pair) => (pair.kind === 'kept' ? [pair.item] : [])),
    reworded: pairs.flatMap((pair) => (pair.kind === 'reworded' ? [pair.item] : [])),
    changed: pairs.flatMap((pair) => (pair.kind === 'changed' ? [pair.item] : [])),
    retired: [...before.values()]
      .filter(({ item }) => !after.has(item.id))
      .map(({ item }) => ({ ...nameOf(item), replacedBy: heirOf(item, next, after) })),
    added: [...after.values()]
      .filter(({ item }) => !before.has(item.id))
      .map(({ item }) => nameOf(item)),
    otherWords: otherWords(old, next),
  }
}

/**
 * The answers that another definition has no place for, or no place for a part of: they are set aside
 * with it, and come back with this one.
 */
export function answersAffected(
  old: Rubric,
  next: Rubric,
  responses: readonly Response[],
): readonly Response[] {
  const [before, after] = [askedById(old), askedById(next)]
  return responses
    .filter(({ rubricId }) => rubricId === old.id)
    .filter((response) => {
      const shown = new Set(partsShown(next, after.get(response.itemId), response))
      const parts = partsShown(old, before.get(response.itemId), response)
      return parts.some((part) => !shown.has(part))
    })
}

type Asked = ReadonlyMap<string, PlacedItem>

function askedById(rubric: Rubric): Asked {
  return new Map(itemsOf(rubric).map((placed) => [placed.item.id, placed]))
}

function nameOf({ id, number, text }: Item): NamedItem {
  return { id, number, text }
}

/** The item that is asked in the place of one that is not any more, over several steps if need be. */
function heirOf(item: Item, next: Rubric, after: Asked): NamedItem | undefined {
  const all = new Map(
    itemsOf(next, { retired: true }).map((placed) => [placed.item.id, placed.item]),
  )
  let heir = all.get(item.id)
  // No more steps than items: a chain that bites its own tail must not hold us.
  for (let steps = 0; heir?.replacedBy !== undefined && steps < all.size; steps += 1) {
    heir = all.get(heir.replacedBy)
  }
  return heir && after.has(heir.id) ? nameOf(heir) : undefined
}

type Pair =
  | { readonly kind: 'kept'; readonly item: NamedItem }
  | { readonly kind: 'reworded'; readonly item: Reworded }
  | { readonly kind: 'changed'; readonly item: ChangedItem }

function compareItems(old: Rubric, was: PlacedItem, next: Rubric, is: PlacedItem): Pair {
  const { id, number, text: after } = is.item
  const before = was.item.text
  const words = { id, number, before, after }
  const [had, has] = [answersOf(old, was.item), answersOf(next, is.item)]
  const gone = had.filter((answer) => !has.some((other) => other.id === answer.id))
  const gained = has.filter((answer) => !had.some((other) => other.id === answer.id))
  const isAlike =
    frameOf(was) === frameOf(is) &&
    had.map((answer) => answer.id).join('\n') === has.map((answer) => answer.id).join('\n')
  if (!isAlike) {
    const kinds = { before: was.item.kind, after: is.item.kind }
    // Where the kind is another, all that could be chosen is.
    const labels = (answers: readonly Offered[]) =>
      kinds.before === kinds.after ? answers.map(({ label }) => label) : []
    return {
      kind: 'changed',
      item: { ...words, kinds, gone: labels(gone), gained: labels(gained) },
    }
  }
  if (before !== after) return { kind: 'reworded', item: words }
  return { kind: 'kept', item: nameOf(is.item) }
}

/** What has to be the same for answers to stay where they are, beside the things to choose from. */
function frameOf({ item, skill }: PlacedItem): string {
  const many = item.kind === 'choice' && item.many
  return [item.kind, isTogether(item), skill.eachSite ?? false, many].join()
}

interface Offered {
  readonly id: string
  readonly label: string
}

/** The things an answer to the item points at, in order, each by an id of its own. */
function answersOf(rubric: Rubric, item: Item): readonly Offered[] {
  switch (item.kind) {
    case 'rating':
      return scaleOf(rubric, item).levels
    case 'choice':
      return item.options
    case 'placement':
      return item.zones.map(({ id, letter, name }) => ({ id, label: `${letter} ${name}` }))
    case 'table':
      return tableParts(item)
    case 'status':
    case 'text':
      return []
  }
}

function tableParts(item: TableItem): readonly Offered[] {
  const columns = item.columns.flatMap((column): readonly Offered[] => [
    {
      id: `column/${column.id}/${column.kind === 'choice' ? 'choice' : 'words'}`,
      label: column.label,
    },
    ...(column.kind === 'choice'
      ? column.options.map(({ id, label }) => ({
          id: `option/${column.id}/${id}`,
          label: `${column.label}: ${label}`,
        }))
      : []),
  ])
  return [...columns, ...item.rows.map(({ id, label }) => ({ id: `row/${id}`, label }))]
}

// --- What is shown of an answer ---------------------------------------------------------------

/** The parts of a response that have a place in a definition, each by a name that two can share. */
function partsShown(
  rubric: Rubric,
  placed: PlacedItem | undefined,
  { answer, note, participantId, siteId }: Response,
): readonly string[] {
  if (!placed) return []
  const { item, skill } = placed
  const isAsked = (siteId !== undefined) === (skill.eachSite ?? false)
  if (!isAsked || (isTogether(item) && participantId !== TEAM)) return []
  const words = hasWords(note) ? ['note'] : []
  return answer ? [...words, ...answerParts(rubric, item, answer)] : words
}

function answerParts(rubric: Rubric, item: Item, answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'setAside':
      return ['setAside']
    case 'level':
      return item.kind === 'rating' ? known(scaleOf(rubric, item).levels, [answer.level]) : []
    case 'options':
      return item.kind === 'choice' ? known(item.options, answer.options) : []
    case 'status':
      return item.kind === 'status' ? ['status'] : []
    case 'placement':
      return item.kind === 'placement' ? known(item.zones, [answer.zone]) : []
    case 'text':
      return item.kind === 'text' && hasWords(answer.text) ? ['text'] : []
    case 'table':
      return item.kind === 'table' ? cellsShown(item, answer) : []
  }
}

function known(offered: readonly { id: string }[], chosen: readonly string[]): readonly string[] {
  return chosen.filter((id) => offered.some((each) => each.id === id))
}

function cellsShown(
  item: TableItem,
  { rows }: Extract<Answer, { kind: 'table' }>,
): readonly string[] {
  const own = new Set(item.rows.map(({ id }) => id))
  return rows
    .filter((row) => row.isAdded || own.has(row.id))
    .flatMap(({ id, cells }) =>
      item.columns.flatMap((column) => {
        const text = Object.hasOwn(cells, column.id) ? (cells[column.id] ?? '') : ''
        const isShown =
          column.kind === 'choice'
            ? column.options.some((option) => option.id === text)
            : hasWords(text)
        return isShown ? [`${id}/${column.id}`] : []
      }),
    )
}

// --- Other words ------------------------------------------------------------------------------

/** Texts that are in both under one name and differ; those of the items themselves are left out. */
function otherWords(old: Rubric, next: Rubric): RubricComparison['otherWords'] {
  const items = new Set(itemsOf(old, { retired: true }).map(({ item }) => `${item.id}/text`))
  const before = new Map(translatableTexts(old).map(({ key, text }) => [key, text]))
  return translatableTexts(next).flatMap(({ key, text: after }) => {
    const text = before.get(key)
    const isOther = text !== undefined && text !== after && !items.has(key)
    return isOther ? [{ before: text, after }] : []
  })
}
