import type { Item } from '#core/rubric.ts'
import type { RubricDraft } from '#core/rubricDraft.ts'
import type { Path } from '#core/rubricFault.ts'
import { partKey } from './usedIds.ts'

/** The cards that have to be open for a field to be shown, by the path of the field. */
export function linesAround(rubric: RubricDraft, keys: Path): readonly string[] {
  const [list, index, under, position, below, place, inside, part] = keys
  const at = Number(position)
  if (list === 'sources') return [`sources/source${Number(index) + 1}`]
  if (list === 'about') return [`head.about/paragraph${Number(index) + 1}`]
  const section = list === 'sections' ? rubric.sections[Number(index)] : undefined
  if (!section) return []
  if (under === 'about') return [`section.about/paragraph${at + 1}`]
  if (under === 'challenges') return idOf(section.challenges[at])
  if (under === 'strategies') return idOf(section.strategies[at])
  const skill = under === 'skills' ? section.skills[at] : undefined
  if (!skill) return []
  const item = below === 'items' ? skill.items[Number(place)] : undefined
  if (!item) return below === 'items' ? [] : [skill.id]
  return [item.id, ...partAround(item, String(inside), Number(part))]
}

function idOf(line: { readonly id: string } | undefined): readonly string[] {
  return line ? [line.id] : []
}

function partAround(item: Item, list: string, at: number): readonly string[] {
  const parts = partsOf(item, list)
  return idOf(parts[at]).map((id) => partKey(item.id, id))
}

function partsOf(item: Item, list: string): readonly { readonly id: string }[] {
  if (item.kind === 'table' && list === 'columns') return item.columns
  if (item.kind === 'table' && list === 'rows') return item.rows
  return item.kind === 'placement' && list === 'zones' ? item.zones : []
}
