import { describe, expect, it } from 'vitest'
import { parseRubric } from '#core/rubricParse.ts'
import { aRubricOfAllKinds } from '../support/builders.ts'
import { aDraft, itSaysWhatIsWrong, watchPrototype, type Row } from '../support/rubricDraft.ts'

const CHOICE = 'sections[0].skills[1].items[0]'
const TABLE = 'sections[0].skills[2].items[0]'
const SITES = 'sections[1].skills[0]'
const MAP = `${SITES}.items[0]`
const PLACE = 'Site by site › Place each site'
const ON_MAP = `${PLACE} › question 2.1a`

const MAPS: readonly Row[] = [
  [
    'a map where nothing is asked for each site',
    (r) => r.drop(`${SITES}.eachSite`),
    {
      path: `${MAP}.kind`,
      place: ON_MAP,
      sentence:
        'A map places the sites that a team names. Add "eachSite": true to the skill it stands in.',
    },
  ],
  [
    'eachSite on an item',
    (r) => r.set(`${MAP}.eachSite`, true),
    {
      path: `${MAP}.eachSite`,
      place: ON_MAP,
      sentence: 'There is no member “eachSite” here. Remove it.',
    },
  ],
  [
    'eachSite as a text',
    (r) => r.set(`${SITES}.eachSite`, 'yes'),
    { path: `${SITES}.eachSite`, place: PLACE, sentence: /^Write true or false here/ },
  ],
  [
    'one zone only',
    (r) => r.set(`${MAP}.zones`, [r.copy(`${MAP}.zones[0]`)]),
    { path: `${MAP}.zones`, place: ON_MAP, sentence: 'A map has at least two zones.' },
  ],
  [
    'two zones with one letter',
    (r) => r.set(`${MAP}.zones[1].letter`, 'A'),
    {
      path: `${MAP}.zones[1].letter`,
      place: `${ON_MAP} › zone A`,
      sentence: 'Two zones have the letter “A”. Give this one another.',
    },
  ],
  [
    'a small letter',
    (r) => r.set(`${MAP}.zones[1].letter`, 'b'),
    {
      path: `${MAP}.zones[1].letter`,
      place: `${ON_MAP} › zone b`,
      sentence: 'The letter of a zone is one capital.',
    },
  ],
  [
    'two zones with one id',
    (r) => r.set(`${MAP}.zones[1].id`, 'a'),
    {
      path: `${MAP}.zones[1].id`,
      place: `${ON_MAP} › zone B`,
      sentence: 'The id “a” is used twice. Each zone has its own: give this one another.',
    },
  ],
  [
    'an edge in quotes',
    (r) => r.set(`${MAP}.zones[0].area.left`, '0'),
    {
      path: `${MAP}.zones[0].area.left`,
      place: `${ON_MAP} › zone A`,
      sentence: 'A number without quotes is expected here, not the text “0”.',
    },
  ],
  [
    'an edge that is null',
    (r) => r.set(`${MAP}.zones[0].area.left`, null),
    {
      path: `${MAP}.zones[0].area.left`,
      place: 'zone A',
      sentence: 'A number without quotes is expected here, not null.',
    },
  ],
  [
    'an edge that is not a number',
    (r) => r.set(`${MAP}.zones[0].area.left`, Number.NaN),
    {
      path: `${MAP}.zones[0].area.left`,
      place: 'zone A',
      sentence: 'This is not a number that JSON can hold.',
    },
  ],
  [
    'an edge without end',
    (r) => r.set(`${MAP}.zones[0].area.right`, Number.POSITIVE_INFINITY),
    { path: `${MAP}.zones[0].area.right`, place: 'zone A', sentence: /not a number that JSON/ },
  ],
  [
    'an edge beyond the map',
    (r) => r.set(`${MAP}.zones[0].area.right`, 101),
    {
      path: `${MAP}.zones[0].area.right`,
      place: `${ON_MAP} › zone A`,
      sentence: '101 cannot stand here. The map goes from 0 to 100.',
    },
  ],
  [
    'an edge before the map',
    (r) => r.set(`${MAP}.zones[0].area.bottom`, -1),
    {
      path: `${MAP}.zones[0].area.bottom`,
      place: 'zone A',
      sentence: '-1 cannot stand here. The map goes from 0 to 100.',
    },
  ],
  [
    'an area turned left to right',
    (r) => r.set(`${MAP}.zones[0].area.left`, 30),
    {
      path: `${MAP}.zones[0].area.left`,
      place: 'zone A',
      sentence: 'The left edge (30) must be smaller than the right one (25).',
    },
  ],
  [
    'an area without height',
    (r) => r.set(`${MAP}.zones[0].area.bottom`, 15),
    {
      path: `${MAP}.zones[0].area.bottom`,
      place: 'zone A',
      sentence: 'The lower edge (15) must be smaller than the upper one (15).',
    },
  ],
  [
    'a zone without an area',
    (r) => r.drop(`${MAP}.zones[0].area`),
    {
      path: `${MAP}.zones[0].area`,
      place: 'zone A',
      sentence: 'The member “area” is missing. Add it.',
    },
  ],
  [
    'an axis that is a text',
    (r) => r.set(`${MAP}.across`, 'Spread'),
    {
      path: `${MAP}.across`,
      place: ON_MAP,
      sentence: 'An object in { } is expected here, not the text “Spread”.',
    },
  ],
  [
    'an axis without a low end',
    (r) => r.drop(`${MAP}.up.low`),
    { path: `${MAP}.up.low`, place: ON_MAP, sentence: 'The member “low” is missing. Add it.' },
  ],
  [
    'a guide without questions',
    (r) => r.set(`${MAP}.guide.steps`, []),
    { path: `${MAP}.guide.steps`, place: ON_MAP, sentence: 'A guide has at least one question.' },
  ],
  [
    'a no that leads nowhere',
    (r) => r.set(`${MAP}.guide.steps[1].no`, 'z'),
    {
      path: `${MAP}.guide.steps[1].no`,
      place: `${ON_MAP} › question 2`,
      sentence: 'There is no zone “z” on this map. Its zones: “a”, “b”, “c”, “d”, “e”.',
    },
  ],
  [
    'a yes that leads nowhere',
    (r) => r.set(`${MAP}.guide.yes`, 'z'),
    { path: `${MAP}.guide.yes`, place: ON_MAP, sentence: /^There is no zone “z” on this map/ },
  ],
  [
    'two questions of a guide with one id',
    (r) => r.set(`${MAP}.guide.steps[1].id`, 'team'),
    {
      path: `${MAP}.guide.steps[1].id`,
      place: `${ON_MAP} › question 2`,
      sentence: /^The id “team” is used twice\. Each question has its own/,
    },
  ],
  [
    'a guide that is null',
    (r) => r.set(`${MAP}.guide`, null),
    {
      path: `${MAP}.guide`,
      place: ON_MAP,
      sentence: 'An object in { } is expected here, not null.',
    },
  ],
  [
    'a text of a zone that does not fit',
    (r) => r.set(`${MAP}.zones[0].text`, 'word '.repeat(61)),
    { path: `${MAP}.zones[0].text`, place: 'zone A', sentence: /list of zones has room for 300/ },
  ],
]

watchPrototype()

const EVERY_KIND = aRubricOfAllKinds()

describe('a map is told what is wrong: it has', () => itSaysWhatIsWrong(MAPS, EVERY_KIND))

describe('a rubric of all kinds may', () => {
  it.each<[string, (draft: ReturnType<typeof aDraft>) => void]>([
    ['have zones that overlap', (r) => r.set(`${MAP}.zones[1].area.left`, 5)],
    ['have zones with fractions', (r) => r.set(`${MAP}.zones[1].area.left`, 12.5)],
    ['have a map without a guide', (r) => r.drop(`${MAP}.guide`)],
    ['have a table without rows of its own that grows', (r) => r.set(`${TABLE}.rows`, [])],
    ['name the same options in two items', (r) => r.set(`${CHOICE}.options[0].id`, 'teach')],
    ['ask other kinds for each site, too', (r) => r.set('sections[0].skills[1].eachSite', true)],
    ['place sites together', (r) => r.set(`${MAP}.answeredBy`, 'together')],
    [
      'replace an item by one of another kind',
      (r) => {
        r.set(`${CHOICE}.retired`, true)
        r.set(`${CHOICE}.replacedBy`, 'k.plan.table')
      },
    ],
  ])('%s', (_, change) => {
    const draft = aDraft(EVERY_KIND)
    change(draft)
    const result = parseRubric(draft.raw)
    expect(result.ok || result.problem.faults).toBe(true)
  })
})
