import { isJsonObject } from './json.ts'
import { itemsOf, type Item, type Provenance, type Rubric, type Scale } from './rubric.ts'
import { quote, type FoundFault, type Path } from './rubricFault.ts'
import { fittingKinds } from './rubricItemRules.ts'
import { fittingTexts, knownLanguage, readableTexts } from './rubricTextRules.ts'
import { each, items, sections, skills, type Placed } from './rubricWalk.ts'

/**
 * The rules a schema cannot say, for a rubric whose shape is right: names that point somewhere,
 * numbers that fit their place, texts that fit the printed row, credit that can be followed.
 *
 * @returns what is wrong, in the order of the file; empty for a rubric that may be used
 */
export function brokenRules(rubric: Rubric): readonly FoundFault[] {
  return RULES.flatMap((rule) => [...rule(rubric)]).toSorted(inFileOrder)
}

type Faults = Iterable<FoundFault>

const RULES: readonly ((rubric: Rubric) => Faults)[] = [
  uniqueIds,
  uniqueScaleIds,
  fittingNumbers,
  scalesExist,
  strategyLevels,
  sourcesResolve,
  fittingKinds,
  replacements,
  somethingAsked,
  fittingTexts,
  readableTexts,
  knownLanguage,
]

// --- Ids and numbers -------------------------------------------------------------------------

function* uniqueIds(rubric: Rubric): Faults {
  const named: Placed<{ readonly id: string }>[] = []
  for (const { value, path } of sections(rubric)) {
    named.push({ value, path })
    named.push(...each(value.challenges, [...path, 'challenges']))
    named.push(...each(value.strategies, [...path, 'strategies']))
  }
  named.push(...skills(rubric), ...items(rubric))
  yield* repeated(named, 'id', ({ id }) => id, 'Ids are never shared and never used again')
  for (const { value, path } of named) yield* reserved(value.id, path)
}

function* reserved(id: string, path: Path): Faults {
  if (id in Object.prototype) {
    yield { path: [...path, 'id'], sentence: `${quote(id)} cannot be an id. Choose another.` }
  }
}

function* uniqueScaleIds(rubric: Rubric): Faults {
  const scales = [...each(rubric.scales, ['scales'])]
  yield* repeated(scales, 'id', ({ id }) => id, 'Each scale has its own')
  const levels = scales.flatMap((scale) => [...each(scale.value.levels, [...scale.path, 'levels'])])
  yield* repeated(levels, 'id', ({ id }) => id, 'Answers are stored by the id of their level')
  for (const { value, path } of [...scales, ...levels]) yield* reserved(value.id, path)
  for (const { value, path } of scales) {
    const answers = [...each(value.setAside, [...path, 'setAside'])]
    yield* repeated(answers, 'id', ({ id }) => id, 'Each set-aside answer stands once in a scale')
  }
}

/** One fault for each value whose key was there before. */
function* repeated<T>(
  list: readonly Placed<T>[],
  member: string,
  keyOf: (value: T) => string,
  reason: string,
): Faults {
  const seen = new Set<string>()
  for (const { value, path } of list) {
    const key = keyOf(value)
    if (seen.has(key)) {
      const sentence = `The ${member} ${quote(key)} is used twice. ${reason}: give this one another.`
      yield { path: [...path, member], sentence }
    }
    seen.add(key)
  }
}

function* fittingNumbers(rubric: Rubric): Faults {
  const reason = 'People write it on paper'
  yield* repeated([...sections(rubric)], 'number', ({ number }) => number, reason)
  yield* repeated([...skills(rubric)], 'number', ({ number }) => number, reason)
  yield* repeated([...items(rubric)], 'number', ({ number }) => number, reason)
  for (const section of sections(rubric)) {
    for (const skill of each(section.value.skills, [...section.path, 'skills'])) {
      yield* misplaced(skill, section.value.number)
      for (const item of each(skill.value.items, [...skill.path, 'items'])) {
        yield* misplaced(item, skill.value.number)
      }
    }
  }
}

/** "1.2" fits in "1", "1.2b" in "1.2", and a flat rubric may repeat "1" or count "1.1" below it. */
function* misplaced(placed: Placed<{ readonly number: string }>, parent: string): Faults {
  const { number } = placed.value
  const rest = number.startsWith(parent) ? number.slice(parent.length) : '?'
  if (/^([a-z]|\.\d{1,2}[a-z]?)?$/.test(rest)) return
  const sentence = `The number ${quote(number)} does not fit below ${quote(parent)}. Start it with ${quote(parent)}.`
  yield { path: [...placed.path, 'number'], sentence }
}

// --- Scales ----------------------------------------------------------------------------------

function* scalesExist(rubric: Rubric): Faults {
  const known = new Set(rubric.scales.map(({ id }) => id))
  const used = new Set<string>()
  for (const { value, path } of items(rubric)) {
    if (value.kind !== 'rating') continue
    used.add(value.scale)
    if (known.has(value.scale)) continue
    const choice = known.size > 0 ? [...known].map(quote).join(', ') : 'none yet'
    const sentence = `There is no scale ${quote(value.scale)}. The scales of this rubric: ${choice}.`
    yield { path: [...path, 'scale'], sentence }
  }
  for (const { value, path } of each(rubric.scales, ['scales'])) {
    if (used.has(value.id)) continue
    yield { path, sentence: 'No item uses this scale. Use it or take it out.' }
  }
}

/** Asking for a strategy is for the upper end: once a level asks, every level above it asks too. */
function* strategyLevels(rubric: Rubric): Faults {
  for (const { value, path } of each(rubric.scales, ['scales'])) {
    const wrong = wrongLevel(value)
    if (wrong === undefined) continue
    yield { path: [...path, 'levels', wrong.index, 'asksForStrategy'], sentence: wrong.sentence }
  }
}

function wrongLevel({ levels }: Scale): { index: number; sentence: string } | undefined {
  if (levels[0]?.asksForStrategy) {
    return {
      index: 0,
      sentence: 'The lowest level never asks for a strategy. Levels go from low to high.',
    }
  }
  const first = levels.findIndex(({ asksForStrategy }) => asksForStrategy)
  const index = levels.findIndex((level, at) => first >= 0 && at > first && !level.asksForStrategy)
  if (index < 0) return undefined
  return {
    index,
    sentence: 'A lower level asks for a strategy, so this one must ask too: set it to true.',
  }
}

// --- Sources ---------------------------------------------------------------------------------

interface Credit {
  readonly provenance: Provenance
  readonly source: readonly string[]
}

/** Whatever says where it comes from, wherever it stands: no part of a new kind is forgotten. */
export function* credits(value: unknown, path: Path = []): Iterable<Placed<Credit>> {
  if (Array.isArray(value)) {
    for (const entry of each<unknown>(value, path)) yield* credits(entry.value, entry.path)
  } else if (isJsonObject(value)) {
    if (isCredit(value)) yield { value, path }
    for (const [name, member] of Object.entries(value)) yield* credits(member, [...path, name])
  }
}

function isCredit(value: object): value is Credit {
  return 'provenance' in value && 'source' in value && Array.isArray(value.source)
}

function* sourcesResolve(rubric: Rubric): Faults {
  const listed = [...each(rubric.sources, ['sources'])]
  yield* repeated(listed, 'key', ({ key }) => key, 'Each source stands once')
  const known = new Set(rubric.sources.map(({ key }) => key))
  const used = new Set<string>()
  for (const { value, path } of credits(rubric)) {
    const keys = [...each(value.source, [...path, 'source'])]
    for (const key of keys) {
      used.add(key.value)
      if (known.has(key.value)) continue
      const sentence = `The source ${quote(key.value)} is not listed under "sources". List it or correct it.`
      yield { path: key.path, sentence }
    }
    if (new Set(value.source).size < keys.length) {
      yield { path: [...path, 'source'], sentence: 'A source is named twice. Name it once.' }
    }
    if (value.provenance !== 'drafted' && keys.length === 0) {
      const sentence = `What is "${value.provenance}" names at least one source; what has none is "drafted".`
      yield { path: [...path, 'source'], sentence }
    }
  }
  for (const { value, path } of listed) {
    if (used.has(value.key)) continue
    yield { path, sentence: 'Nothing names this source. Name it where it is used or take it out.' }
  }
}

// --- Retired items ---------------------------------------------------------------------------

function* replacements(rubric: Rubric): Faults {
  const all = itemsOf(rubric, { retired: true }).map(({ item }) => item)
  const byId = new Map(all.map((item) => [item.id, item]))
  const ending = new Set<Item>()
  for (const { value, path } of items(rubric)) {
    if (value.replacedBy === undefined) continue
    const sentence = wrongReplacement(value, byId, ending)
    if (sentence !== undefined) yield { path: [...path, 'replacedBy'], sentence }
  }
}

/** @param ending items whose replacements are known to end: each chain is walked once */
function wrongReplacement(
  item: Item,
  byId: ReadonlyMap<string, Item>,
  ending: Set<Item>,
): string | undefined {
  const next = item.replacedBy === undefined ? undefined : byId.get(item.replacedBy)
  if (!item.retired)
    return 'Only a retired item is replaced. Add "retired": true, or take this out.'
  if (!next)
    return `There is no item ${quote(item.replacedBy ?? '')} in this rubric. Correct the id.`
  const passed = new Set<Item>()
  let at: Item | undefined = item
  while (at && !ending.has(at)) {
    if (passed.has(at)) return 'These replacements go round in a circle. One of them must end.'
    passed.add(at)
    at = at.replacedBy === undefined ? undefined : byId.get(at.replacedBy)
  }
  for (const passedItem of passed) ending.add(passedItem)
  return undefined
}

function* somethingAsked(rubric: Rubric): Faults {
  if (itemsOf(rubric).length > 0) return
  yield { path: ['sections'], sentence: 'Every item is retired. A rubric asks at least one.' }
}

// --- Order -----------------------------------------------------------------------------------

const MEMBERS = [
  'lang',
  'title',
  'goal',
  'about',
  'itemNoun',
  'scales',
  'number',
  'name',
  'challenges',
  'skills',
  'items',
  'options',
  'columns',
  'rows',
  'cells',
  'zones',
  'guide',
  'strategies',
  'sections',
  'sources',
]

/** As one meets them going through the file from top to bottom. */
export function inFileOrder(a: FoundFault, b: FoundFault): number {
  for (let at = 0; at < Math.min(a.path.length, b.path.length); at += 1) {
    const [one, other] = [a.path[at], b.path[at]]
    if (one === other) continue
    if (typeof one === 'number' && typeof other === 'number') return one - other
    return MEMBERS.indexOf(String(one)) - MEMBERS.indexOf(String(other))
  }
  return a.path.length - b.path.length
}
