import fc from 'fast-check'
import type { Rubric } from '#core/rubric.ts'
import { hiddenIn } from '#core/rubricFault.ts'
import { parseRubric } from '#core/rubricParse.ts'

// Arbitrary valid rubrics of every kind of item, with every optional member now there, now not.

type Loose = { readonly [member: string]: unknown }

/** What spreadsheets like to run, to round, to turn into dates, or to quote wrongly. */
const AWKWARD = [
  '=1+1',
  '=LINK("http://x.org")',
  '-1',
  '+1 (2)',
  '@SUM(A1)',
  '＝1+1',
  '－x',
  "'tis",
  "'=1",
  "''",
  '’t is',
  '‘quoted’',
  "'’=1",
  '1.10',
  '1,5',
  '1e5',
  '007',
  '3/4',
  'Mar 1',
  'MARCH1',
  '5 mai',
  '5 de mayo',
  '3月4日',
  '10:30 p.m.',
  'true',
  'FALSE',
  'Wahr',
  '#N/A',
  '"',
  '""',
  'say "yes", no; or',
  ',',
  ';',
  'a;b,c',
  '{"a":1}',
  'null',
  'é ü ñ ł',
  '網絡的成員',
  'می\u200Cخواهیم',
  '👩‍🏫 team',
  'what',
  'A—B',
]

/** Words that fit wherever words may stand: at most 24 letters wide, trimmed, composed, visible. */
const words = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
    .map((text) => text.normalize('NFC').slice(0, 12).trim())
    .filter((text) => text !== '' && isReadable(text)),
)

function isReadable(text: string): boolean {
  return hiddenIn(text) === undefined && !text.includes('\uFFFD')
}

const flag = fc.boolean()

/** An object whose optional members may be left out. */
function part(needed: Record<string, fc.Arbitrary<unknown>>, optional: typeof needed = {}) {
  return fc.record(
    { ...needed, ...optional },
    { requiredKeys: Object.keys(needed) },
  ) as fc.Arbitrary<Loose>
}

function list(entry: fc.Arbitrary<Loose>, minLength = 0, maxLength = 3) {
  return fc.array(entry, { minLength, maxLength })
}

const KEYS = ['DECK', 'W-REL', '2026', 'MAY-1', '-A', '1-2']
const credit = {
  needed: {
    provenance: fc.constantFrom('source', 'adapted', 'drafted'),
    source: fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 3 }),
  },
  optional: { sourceNote: words },
}
const credited = part({ text: words, ...credit.needed }, credit.optional)
const about = list(credited, 0, 2)
const setAside = fc
  .subarray(['unknown', 'notOurs'])
  .chain((ids) => fc.tuple(...ids.map((id) => words.map((label) => ({ id, label })))))

const answering = { answeredBy: fc.constantFrom('each', 'together'), setAside }
const note = { note: flag }
const length = fc.constantFrom('short', 'long')
const options = list(part({ label: words }, { hint: words }), 2)
const axis = part({ label: words, low: words, high: words })
const area = fc
  .tuple(fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 51, max: 100 }))
  .map(([left, right]) => ({ left, right, bottom: left, top: right }))

const itemNeeded = { text: words, ...credit.needed }
const itemOptional = { ...credit.optional, retired: flag }

function item(
  kind: string,
  needed: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>>,
) {
  return part(
    { kind: fc.constant(kind), ...itemNeeded, ...needed },
    { ...itemOptional, ...optional },
  )
}

const column = fc.oneof(
  part({ kind: fc.constant('text'), label: words, length }, { hint: words }),
  part({ kind: fc.constant('choice'), label: words, options }, { hint: words }),
  part({ kind: fc.constant('date'), label: words }, { hint: words }),
)

/** Ids and what points at them are given once the whole is there: see `withIds`. */
const anyItem = fc.oneof(
  item('rating', { scale: fc.nat(1) }, {}),
  item('text', { length }, answering),
  item('choice', { many: flag, options }, { ...answering, ...note }),
  item('status', {}, { ...answering, ...note }),
  item(
    'table',
    {
      columns: list(column, 1),
      rows: list(part({ label: words, ...credit.needed }, { ...credit.optional, cells: words })),
      grows: fc.constant(true),
    },
    answering,
  ),
  item(
    'placement',
    {
      across: axis,
      up: axis,
      zones: list(part({ name: words, text: words, area, ...credit.needed }, credit.optional), 2),
    },
    { ...answering, ...note, guide: part({ steps: list(part({ question: words }), 1) }) },
  ),
)

const skill = part({ name: credited, items: list(anyItem, 1) }, { eachSite: flag })
const strategy = part(
  { name: words, what: words, evidence: words, ...credit.needed },
  credit.optional,
)
const section = part(
  {
    name: credited,
    challenges: list(part({ text: words, ...credit.needed }, credit.optional)),
    skills: list(skill, 1, 2),
    strategies: list(strategy),
  },
  { about },
)
const scale = part({
  levels: list(part({ label: words, short: words }), 2),
  setAside,
})

const loose = part(
  {
    title: credited,
    shortTitle: words,
    goal: credited,
    version: fc.constantFrom('1.0.0', '1.1.20', '0.10.0'),
    lang: fc.constantFrom('en-US', 'es', 'pl'),
    status: fc.constantFrom('based-on', 'community-draft'),
    itemNoun: part({ one: words, many: words }),
    scales: fc.tuple(scale, scale),
    sections: list(section, 1, 2),
    urls: fc.boolean(),
    credit: words,
  },
  {
    subtitle: words,
    about,
    family: fc.constantFrom('hub-leadership', 'network-health', 'improvement', 'workshop'),
  },
)

/** A valid rubric: any kinds of items, any members left out that may be, any awkward words. */
export const anyRubric: fc.Arbitrary<Rubric> = loose.map((raw) => {
  const parsed = parseRubric(completed(raw))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.faults, undefined, 2))
  return parsed.value
})

const listOf = (value: unknown) => (value ?? []) as readonly Loose[]

/** Gives ids and numbers, lets things point at each other, and keeps only what is used. */
function completed({ urls, ...raw }: Loose): Loose {
  const sections = listOf(raw['sections']).map(completeSection)
  const text = JSON.stringify(sections)
  const scales = listOf(raw['scales'])
    .map((entry, index) => ({
      ...entry,
      id: `scale-${index}`,
      levels: listOf(entry['levels']).map((level, at) => ({
        ...level,
        id: `level-${index}.${at}`,
        asksForStrategy: at > 0,
      })),
    }))
    .filter(({ id }) => text.includes(`"scale":"${id}"`))
  const rubric = { ...raw, format: 'hub-reflect-rubric', formatVersion: 1, id: 'any.1', scales }
  const whole = { ...rubric, sections }
  const used = new Set(
    [...JSON.stringify(whole).matchAll(/"source":\[([^\]]*)\]/g)].flatMap(
      ([, keys = '']) => JSON.parse(`[${keys}]`) as string[],
    ),
  )
  const sources = [...used].map((key) => ({
    key,
    title: `About ${key}`,
    ...(urls === true && { url: `https://example.org/?a=1&b=${key}` }),
  }))
  return { ...whole, sources }
}

function completeSection(section: Loose, index: number): Loose {
  const id = ['mar', 'sep.net', 'x'][index] ?? 'y'
  const number = `${index + 1}`
  const numbered = (name: string) => (entry: Loose, at: number) => ({
    ...entry,
    id: `${id}.${name}${at}`,
  })
  return {
    ...section,
    id,
    number,
    challenges: listOf(section['challenges']).map(numbered('c')),
    strategies: listOf(section['strategies']).map(numbered('s')),
    skills: listOf(section['skills']).map((skillOf, at) =>
      completeSkill(skillOf, `${id}.${at + 1}`, `${number}.${at * 9 + 1}`),
    ),
  }
}

function completeSkill(skillOf: Loose, id: string, number: string): Loose {
  const items = listOf(skillOf['items'])
  const asked = items.map((entry, at) =>
    completeItem(entry, `${id}.${at}`, `${number}${'abc'[at] ?? 'z'}`),
  )
  const placed = items.some(({ kind }) => kind === 'placement')
  // One item of each skill is asked, and the others may be replaced by it.
  const first = asked[0] ?? {}
  const { retired: _asked, ...kept } = first
  return {
    ...skillOf,
    ...(placed && { eachSite: true }),
    id,
    number,
    items: [
      kept,
      ...asked
        .slice(1)
        .map((entry) =>
          entry['retired'] === true ? { ...entry, replacedBy: first['id'] } : entry,
        ),
    ],
  }
}

function completeItem(entry: Loose, id: string, number: string): Loose {
  const numbered = (name: string) => (inner: Loose, at: number) => ({
    ...inner,
    id: `${name}-${at}`,
  })
  const withOptions = (inner: Loose) =>
    'options' in inner ? { ...inner, options: listOf(inner['options']).map(numbered('o')) } : inner
  const item = withOptions({ ...entry, id, number })
  if (entry['kind'] === 'rating') return { ...item, scale: `scale-${String(entry['scale'])}` }
  if (entry['kind'] === 'table') {
    const columns: Loose[] = listOf(entry['columns']).map(numbered('col')).map(withOptions)
    const texts = columns.filter(({ kind }) => kind === 'text').map((columnOf) => columnOf['id'])
    const rows = listOf(entry['rows'])
      .map(numbered('row'))
      .map(({ cells, ...row }: Loose) => ({
        ...row,
        ...(cells !== undefined && {
          cells: Object.fromEntries(texts.map((columnId) => [columnId, cells])),
        }),
      }))
    return { ...item, columns, rows }
  }
  if (entry['kind'] === 'placement') {
    const zones = listOf(entry['zones']).map((zone, at) => ({
      ...zone,
      id: `zone-${at}`,
      letter: 'ABC'[at],
    }))
    const guide = entry['guide'] as Loose | undefined
    const steps = listOf(guide?.['steps']).map((step, at) => ({
      ...step,
      id: `q-${at}`,
      no: 'zone-0',
    }))
    return { ...item, zones, ...(guide && { guide: { steps, yes: 'zone-1' } }) }
  }
  return item
}
