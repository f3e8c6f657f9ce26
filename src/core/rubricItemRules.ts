import { assertNever } from './assert.ts'
import type { PlacementItem, Rubric, TableItem } from './rubric.ts'
import { quote, type FoundFault, type Path } from './rubricFault.ts'
import { each, items, sections, skills, type Placed } from './rubricWalk.ts'

type Faults = Iterable<FoundFault>

/** The rules on what single kinds of items hold: options, tables, maps, and where maps may stand. */
export function* fittingKinds(rubric: Rubric): Faults {
  for (const { value: item, path } of items(rubric)) {
    switch (item.kind) {
      case 'choice':
        yield* distinct([...each(item.options, [...path, 'options'])], 'option')
        break
      case 'table':
        yield* fittingTable(item, path)
        break
      case 'placement':
        yield* fittingMap(item, path)
        break
      case 'rating':
      case 'status':
      case 'text':
        break
      default:
        assertNever(item)
    }
    const own = 'setAside' in item ? (item.setAside ?? []) : []
    yield* distinct([...each(own, [...path, 'setAside'])], 'set-aside answer')
  }
  yield* mapsOfSites(rubric)
}

/** A map shows sites, so it stands where something is asked for each. */
function* mapsOfSites(rubric: Rubric): Faults {
  for (const skill of skills(rubric)) {
    if (skill.value.eachSite) continue
    for (const { value, path } of each(skill.value.items, [...skill.path, 'items'])) {
      if (value.kind !== 'placement') continue
      const sentence =
        'A map places the sites that a team names. Add "eachSite": true to the skill it stands in.'
      yield { path: [...path, 'kind'], sentence }
    }
  }
}

function* fittingTable(item: TableItem, path: Path): Faults {
  const columns = [...each(item.columns, [...path, 'columns'])]
  const rows = [...each(item.rows, [...path, 'rows'])]
  yield* distinct(columns, 'column')
  yield* distinct(rows, 'row')
  for (const { value, path: place } of columns) {
    if (value.kind === 'choice') {
      yield* distinct([...each(value.options, [...place, 'options'])], 'option')
    }
  }
  if (item.rows.length === 0 && !item.grows) {
    const sentence = 'This table can have no row. Give it rows, or set "grows" to true.'
    yield { path: [...path, 'rows'], sentence }
  }
  const texts = new Set(item.columns.filter(({ kind }) => kind === 'text').map(({ id }) => id))
  for (const row of rows) {
    for (const columnId of Object.keys(row.value.cells ?? {})) {
      if (texts.has(columnId)) continue
      const sentence = `There is no text column ${quote(columnId)} in this table. Its text columns: ${
        [...texts].map(quote).join(', ') || 'none'
      }.`
      yield { path: [...row.path, 'cells', columnId], sentence }
    }
  }
}

function* fittingMap(item: PlacementItem, path: Path): Faults {
  const zones = [...each(item.zones, [...path, 'zones'])]
  yield* distinct(zones, 'zone')
  const letters = new Set<string>()
  for (const { value, path: place } of zones) {
    if (letters.has(value.letter)) {
      const sentence = `Two zones have the letter ${quote(value.letter)}. Give this one another.`
      yield { path: [...place, 'letter'], sentence }
    }
    letters.add(value.letter)
    const { left, right, bottom, top } = value.area
    if (left >= right) {
      const sentence = `The left edge (${left}) must be smaller than the right one (${right}).`
      yield { path: [...place, 'area', 'left'], sentence }
    }
    if (bottom >= top) {
      const sentence = `The lower edge (${bottom}) must be smaller than the upper one (${top}).`
      yield { path: [...place, 'area', 'bottom'], sentence }
    }
  }
  if (!item.guide) return
  const known = new Set(item.zones.map(({ id }) => id))
  const steps = [...each(item.guide.steps, [...path, 'guide', 'steps'])]
  yield* distinct(steps, 'question')
  const leads = [
    ...steps.map(({ value, path: place }) => ({ zone: value.no, path: [...place, 'no'] })),
    { zone: item.guide.yes, path: [...path, 'guide', 'yes'] },
  ]
  for (const { zone, path: place } of leads) {
    if (known.has(zone)) continue
    const sentence = `There is no zone ${quote(zone)} on this map. Its zones: ${[...known].map(quote).join(', ')}.`
    yield { path: place, sentence }
  }
}

/** What is stored are ids, so no two neighbours share one, and none is a name JavaScript reserves. */
function* distinct(list: readonly Placed<{ readonly id: string }>[], what: string): Faults {
  const seen = new Set<string>()
  for (const { value, path } of list) {
    if (value.id in Object.prototype) {
      yield {
        path: [...path, 'id'],
        sentence: `${quote(value.id)} cannot be an id. Choose another.`,
      }
    } else if (seen.has(value.id)) {
      const sentence = `The id ${quote(value.id)} is used twice. Each ${what} has its own: give this one another.`
      yield { path: [...path, 'id'], sentence }
    }
    seen.add(value.id)
  }
}

/** The longest texts of what is printed in fixed places inside an item: where, and how long. */
export function* innerTexts(
  rubric: Rubric,
): Iterable<{ text: string; longest: number; path: Path; where: string }> {
  for (const { value: section, path } of sections(rubric)) {
    for (const { value, path: place } of each(section.about ?? [], [...path, 'about'])) {
      yield {
        text: value.text,
        longest: 500,
        path: [...place, 'text'],
        where: 'a paragraph of help',
      }
    }
  }
  for (const { value: item, path } of items(rubric)) {
    if (item.kind === 'choice') yield* optionTexts(item.options, [...path, 'options'])
    if (item.kind === 'table') {
      for (const { value, path: place } of each(item.columns, [...path, 'columns'])) {
        yield {
          text: value.label,
          longest: 40,
          path: [...place, 'label'],
          where: 'the head of a column',
        }
        if (value.kind === 'choice') yield* optionTexts(value.options, [...place, 'options'])
      }
      for (const { value, path: place } of each(item.rows, [...path, 'rows'])) {
        yield {
          text: value.label,
          longest: 100,
          path: [...place, 'label'],
          where: 'the head of a row',
        }
      }
    }
    if (item.kind === 'placement') {
      for (const { value, path: place } of each(item.zones, [...path, 'zones'])) {
        yield {
          text: value.text,
          longest: 300,
          path: [...place, 'text'],
          where: 'the list of zones',
        }
      }
      for (const name of ['across', 'up'] as const) {
        for (const member of ['label', 'low', 'high'] as const) {
          const place = [...path, name, member]
          yield { text: item[name][member], longest: 60, path: place, where: 'the edge of a map' }
        }
      }
    }
    if ('setAside' in item) {
      for (const { value, path: place } of each(item.setAside ?? [], [...path, 'setAside'])) {
        yield { text: value.label, longest: 70, path: [...place, 'label'], where: 'a button' }
      }
    }
  }
}

function* optionTexts(
  options: readonly { readonly label: string }[],
  path: Path,
): ReturnType<typeof innerTexts> {
  for (const { value, path: place } of each(options, path)) {
    yield { text: value.label, longest: 100, path: [...place, 'label'], where: 'an option' }
  }
}
