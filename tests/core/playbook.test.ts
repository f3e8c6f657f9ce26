import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COLLECTED,
  collectedEntries,
  findEntries,
  foldText,
  literatureEntries,
  NO_FILTER,
  playbookFacets,
  shortSourceTitle,
  UNSOURCED,
  type PlaybookEntry,
  type PlaybookFilter,
} from '#core/playbook.ts'
import type { Family, Rubric } from '#core/rubric.ts'
import { revealKey } from '#core/workshop.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import {
  aNamedStrategy,
  aReflection,
  aRubric,
  aSection,
  aCreditedText,
  aSkill,
  aRatingItem,
  aStrategy,
  aWorkshop,
} from '../support/builders.ts'

const DECK = { key: 'DECK', title: 'On or Off Track', url: 'https://example.org/deck' }
const LN = { key: 'W-LN', title: 'Learning networks' }

/** Two sections: three strategies in the first, one in the second. */
const network = aRubric({
  sources: [DECK, LN],
  sections: [
    aSection({
      strategies: [
        aNamedStrategy({ id: 'a.s1', name: 'Two-deep', what: 'Train a second person.' }),
        aNamedStrategy({
          id: 'a.s2',
          name: 'One front door',
          what: 'A single café table for all materials.',
          provenance: 'adapted',
          source: ['W-LN'],
        }),
        aNamedStrategy({
          id: 'a.s3',
          name: 'Run sheet',
          evidence: 'Two people can run a deep call.',
          provenance: 'source',
          source: ['DECK', 'W-LN'],
          sourceNote: 'Slide 9',
        }),
      ],
    }),
    aSection({
      id: 'b',
      number: '2',
      name: aCreditedText('Build network culture'),
      challenges: [],
      strategies: [aNamedStrategy({ id: 'b.s1', name: 'Keep promises' })],
      skills: [
        aSkill({
          id: 'b.one',
          number: '2.1',
          items: [aRatingItem({ id: 'b.one.1', number: '2.1a' })],
        }),
      ],
    }),
  ],
})
const hub = aRubric({
  id: 'hub',
  shortTitle: 'Hub organization',
  sections: [aSection({ strategies: [aNamedStrategy({ id: 'a.s1', name: 'Hub huddle' })] })],
})

const literature = literatureEntries([network, hub])
const collected = collectedEntries([
  {
    reflection: aReflection({
      strategies: [
        aStrategy({ id: 'st1', name: ' Weekly  team note ', credit: ['p2', 'gone', 'p1'] }),
        aStrategy({
          id: 'st2',
          name: 'Deep dive',
          items: [
            { rubricId: 'test-rubric', itemId: 'b.one.1' },
            { rubricId: 'test-rubric', itemId: 'a.one.1' },
            { rubricId: 'hub', itemId: 'a.one.1' },
          ],
        }),
      ],
    }),
    rubrics: [network],
  },
])
const all: readonly PlaybookEntry[] = [...literature, ...collected]

const names = (entries: readonly PlaybookEntry[]) => entries.map(({ name }) => name)
const find = (filter: Partial<PlaybookFilter>) =>
  names(findEntries(all, { ...NO_FILTER, ...filter }))

describe('literatureEntries', () => {
  it('holds every named strategy in printed order, with where it stands and where it is from', () => {
    expect(names(literature)).toEqual([
      'Two-deep',
      'One front door',
      'Run sheet',
      'Keep promises',
      'Hub huddle',
    ])
    expect(literature[2]).toMatchObject({
      origin: 'literature',
      provenance: 'source',
      sources: [DECK, LN],
      sourceNote: 'Slide 9',
      places: [
        {
          rubricId: 'test-rubric',
          rubricTitle: 'Network',
          sectionId: 'a',
          sectionName: 'Build membership and engagement',
          lang: 'en-US',
        },
      ],
    })
  })

  it('holds a strategy that a copy of a rubric repeats once, with both places', () => {
    const copy = aRubric({ ...network, id: 'our-own', shortTitle: 'Our own' })
    const entries = literatureEntries([network, copy])
    expect(names(entries)).toEqual(['Two-deep', 'One front door', 'Run sheet', 'Keep promises'])
    expect(entries[0]?.places.map(({ rubricId }) => rubricId)).toEqual(['test-rubric', 'our-own'])
    expect(findEntries(entries, { ...NO_FILTER, query: 'our own second person' })).toHaveLength(1)
    expect(literatureEntries([network, network])[0]?.places).toHaveLength(1)
  })

  it('holds both of two versions of a strategy that share a name but not their words', () => {
    const other = aRubric({
      ...network,
      sections: [aSection({ strategies: [aNamedStrategy({ name: 'Two-deep', what: 'Other.' })] })],
    })
    const both = literatureEntries([network, other]).filter(({ name }) => name === 'Two-deep')
    expect(new Set(both.map(({ key }) => key)).size).toBe(2)
  })

  it('finds 82 strategies in the rubrics of hub leadership, each with its sources', () => {
    const entries = literatureEntries(shipped('hub-leadership'))
    expect(entries).toHaveLength(82)
    for (const { provenance, sources } of entries) {
      if (provenance !== 'drafted') expect(sources).not.toEqual([])
    }
  })
})

describe('collectedEntries', () => {
  it('says whose they are and where they were named, first place first', () => {
    expect(collected).toMatchObject([
      {
        key: 'r1/st1',
        origin: 'collected',
        name: 'Weekly team note',
        what: 'A few lines a week, answered within days.',
        evidence: 'Nine of ten teams report each week.',
        evidenceKind: 'process',
        team: 'Cedar hub',
        date: '2026-11-22',
        credit: ['SB', 'ML'],
        places: [{ rubricId: 'test-rubric', sectionId: 'a' }],
      },
      { key: 'r1/st2', places: [{ sectionId: 'a' }, { sectionId: 'b' }] },
    ])
  })

  it('leaves out what is still private, until its section is shown to all', () => {
    const named = (revealed: readonly string[]) =>
      collectedEntries([
        {
          reflection: aReflection({
            way: 'private',
            strategies: [aStrategy()],
            workshop: aWorkshop({
              revealed: new Map(revealed.map((id) => [revealKey(network.id, id), 1])),
            }),
          }),
          rubrics: [network],
        },
      ])
    expect(named([])).toEqual([])
    expect(named(['b'])).toEqual([])
    expect(names(named(['a']))).toEqual(['Weekly team note'])
  })

  it('leaves out samples, deleted sittings and strategies without a word', () => {
    const strategies = [aStrategy()]
    const sitting = (overrides: Parameters<typeof aReflection>[0]) => ({
      reflection: aReflection({ strategies, ...overrides }),
      rubrics: [network],
    })
    const blank = aStrategy({ name: ' ', how: '', evidence: '\n' })
    expect(
      collectedEntries([
        sitting({ sample: true }),
        sitting({ deleted: true }),
        sitting({ strategies: [blank] }),
      ]),
    ).toEqual([])
    expect(collectedEntries([sitting({})])).toHaveLength(1)
  })

  it('knows a strategy named at an item that is no longer asked, or whose rubric is not here', () => {
    const retired = aRubric({
      sections: [aSection({ skills: [aSkill({ items: [aRatingItem({ retired: true })] })] })],
    })
    const reflection = aReflection({ strategies: [aStrategy()] })
    const [entry] = collectedEntries([{ reflection, rubrics: [retired] }])
    expect(entry?.places.map(({ sectionId }) => sectionId)).toEqual(['a'])
    expect(collectedEntries([{ reflection, rubrics: [] }])).toMatchObject([{ places: [] }])
  })
})

describe('findEntries', () => {
  it.each<[string, readonly string[]]>([
    ['', names(all)],
    ['  …  ', names(all)],
    ['two deep', ['Two-deep', 'Run sheet']],
    ['TWO-DEEP', ['Two-deep', 'Run sheet']],
    ['deep', ['Two-deep', 'Deep dive', 'Run sheet']],
    ['cafe', ['One front door']],
    ['Café TABLE', ['One front door']],
    ['mat', ['One front door']],
    ['terials', []],
    ['learning networks', ['One front door', 'Run sheet']],
    ['culture', ['Keep promises', 'Deep dive']],
    ['hub organization', ['Hub huddle']],
    ['cedar nine', ['Weekly team note', 'Deep dive']],
    ['deep zebra', []],
  ])('%j finds %j', (query, found) => {
    expect(find({ query })).toEqual(found)
  })

  it.each<[Partial<PlaybookFilter>, readonly string[]]>([
    [{ rubricId: 'hub' }, ['Hub huddle']],
    [{ rubricId: 'test-rubric', sectionId: 'b' }, ['Keep promises', 'Deep dive']],
    [{ rubricId: 'hub', sectionId: 'b' }, []],
    [{ source: COLLECTED }, ['Weekly team note', 'Deep dive']],
    [{ source: UNSOURCED }, ['Two-deep', 'Keep promises', 'Hub huddle']],
    [{ source: 'DECK On or Off Track' }, ['Run sheet']],
    [{ source: COLLECTED, query: 'deep', rubricId: 'test-rubric' }, ['Deep dive']],
    [{ rubricId: 'nowhere' }, []],
  ])('%j leaves %j', (filter, found) => {
    expect(find(filter)).toEqual(found)
  })

  it('finds any entry by any of its words and what they begin with, whatever case and accents', () => {
    const isUpper = fc.boolean()
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.nat(), isUpper, (one, from, end, upper) => {
        const words = [one.name, one.what, one.evidence].join(' ').split(' ')
        const part = words.slice(from % words.length).join(' ')
        const query = part.slice(0, 1 + (end % part.length))
        const typed = upper ? query.toUpperCase() : query.normalize('NFD')
        expect(findEntries(all, { ...NO_FILTER, query: typed })).toContain(one)
      }),
    )
  })

  it('finds words within words where a script has no spaces', () => {
    const [entry] = literatureEntries([
      aRubric({ sections: [aSection({ strategies: [aNamedStrategy({ name: '学校改善会議' })] })] }),
    ])
    expect(findEntries(entry ? [entry] : [], { ...NO_FILTER, query: '会議' })).toHaveLength(1)
  })

  it('never finds more for more words, and nothing twice', () => {
    const word = fc.constantFrom('deep', 'two', 'network', 'a', 'hub', 'zebra', '')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), word, (words, more) => {
        const few = find({ query: [...words, more].join(' ') })
        const many = find({ query: words.join(' ') })
        expect(new Set(few).size).toBe(few.length)
        for (const name of few) expect(many).toContain(name)
      }),
    )
  })
})

describe('playbookFacets', () => {
  const facets = (filter: Partial<PlaybookFilter>) => {
    const { rubrics, sections, sources } = playbookFacets(all, { ...NO_FILTER, ...filter })
    const say = (list: typeof rubrics) => list.map(({ id, count }) => `${id}: ${count}`)
    return { rubrics: say(rubrics), sections: say(sections), sources: say(sources) }
  }

  it('counts what each choice would leave; sections wait for their rubric', () => {
    expect(facets({})).toEqual({
      rubrics: ['test-rubric: 6', 'hub: 1'],
      sections: [],
      sources: ['collected: 2', 'W-LN Learning networks: 2', 'DECK On or Off Track: 1', 'ours: 3'],
    })
    expect(facets({ rubricId: 'test-rubric' }).sections).toEqual(['a: 5', 'b: 2'])
  })

  it('counts beside what else is chosen, and keeps what is chosen at zero', () => {
    expect(facets({ rubricId: 'test-rubric', sectionId: 'b', query: 'promises' })).toEqual({
      rubrics: ['test-rubric: 1'],
      sections: ['b: 1'],
      sources: ['ours: 1'],
    })
    expect(facets({ rubricId: 'hub', query: 'café' }).rubrics).toEqual(['test-rubric: 1', 'hub: 0'])
  })

  it('says the titles of sources in short, unless two would then look the same', () => {
    const sources = [
      'Better Math: Year One',
      'Better Math: Year Two',
      'On or Off Track: A deck',
    ].map((title, index) => ({ key: `K${index}`, title }))
    const cited = aNamedStrategy({ provenance: 'source', source: ['K0', 'K1', 'K2'] })
    const rubric = aRubric({ sources, sections: [aSection({ strategies: [cited] })] })
    const labels = playbookFacets(literatureEntries([rubric]), NO_FILTER).sources
    expect(labels.map(({ label }) => label)).toEqual([
      'Better Math: Year One',
      'Better Math: Year Two',
      'On or Off Track',
    ])
  })

  it('leaves exactly what it counts, for any filter', () => {
    const filters = fc.record({
      query: fc.constantFrom('', 'deep', 'two', 'network'),
      rubricId: fc.constantFrom('', 'test-rubric', 'hub'),
      sectionId: fc.constantFrom('', 'a', 'b'),
      source: fc.constantFrom('', COLLECTED, UNSOURCED, 'W-LN Learning networks'),
    })
    fc.assert(
      fc.property(filters, (filter) => {
        const { rubrics, sections, sources } = playbookFacets(all, filter)
        const left = (narrower: Partial<PlaybookFilter>) =>
          findEntries(all, { ...filter, ...narrower }).length
        for (const { id, count } of sources) expect(left({ source: id })).toBe(count)
        for (const { id, count } of sections) expect(left({ sectionId: id })).toBe(count)
        for (const { id, count } of rubrics) {
          expect(left({ rubricId: id, sectionId: '' })).toBe(count)
        }
      }),
    )
  })
})

describe('foldText', () => {
  it.each([
    ["Team's  note", 'TEAMS NOTE'],
    ['Team’s note', 'TEAMS NOTE'],
    ['“Two–deep”, (again)', 'TWO DEEP AGAIN'],
    ['Straße Łódź', 'STRASSE ŁODZ'],
    ['한국어 🎉', '한국어 🎉'.normalize('NFKD')],
  ])('%j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('shortSourceTitle', () => {
  it.each([
    ['On or Off Track: Understanding practice. Slides (McMahon, Li)', 'On or Off Track'],
    ['Generating Traction (PACE, 2022)', 'Generating Traction'],
    ['Acceptable Failure, summary (Carnegie Foundation)', 'Acceptable Failure'],
    ['What Do NICs Do? Read with: Five Blocks', 'What Do NICs Do?'],
    ['A: B. Something longer', 'A: B. Something longer'],
    ['After the Collaborative Is Over', 'After the Collaborative Is Over'],
  ])('%j is %j in short', (title, short) => {
    expect(shortSourceTitle({ key: 'K', title })).toBe(short)
  })
})

/** The rubrics of a family that come with the app. */
function shipped(family: Family): readonly Rubric[] {
  return readdirSync('rubrics')
    .filter((file) => file.endsWith('.json') && !file.includes('schema'))
    .map((file) => {
      const read = readRubricFile(readFileSync(`rubrics/${file}`))
      if (!read.ok) throw new Error(file)
      return read.value
    })
    .filter((rubric) => rubric.family === family)
}
