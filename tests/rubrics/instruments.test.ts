import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  isTogether,
  itemsOf,
  setAsideOf,
  zoneAt,
  middleOf,
  type Item,
  type PlacementItem,
  type Provenance,
  type Rubric,
  type TableItem,
} from '#core/rubric.ts'
import { parseRubricText } from '#core/rubricParse.ts'

const files = import.meta.glob<string>(['/rubrics/*.json', '!/rubrics/*.schema.json'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const rubrics: readonly Rubric[] = Object.values(files).map((text) => {
  const parsed = parseRubricText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
})

function rubricOf(id: string): Rubric {
  const rubric = rubrics.find((one) => one.id === id)
  if (!rubric) throw new Error(`no rubric "${id}"`)
  return rubric
}

const all = (rubric: Rubric): readonly Item[] => itemsOf(rubric).map(({ item }) => item)

function tableOf(rubric: Rubric, id: string): TableItem {
  const table = all(rubric).find((item) => item.id === id)
  if (table?.kind !== 'table') throw new Error(`no table "${id}"`)
  return table
}

/** Every line that has an id of its own: an item, a zone or a row. */
const linesOf = (rubric: Rubric): readonly { id: string; provenance: Provenance }[] =>
  all(rubric).flatMap((item) => [
    item,
    ...(item.kind === 'placement' ? item.zones : []),
    ...(item.kind === 'table' ? item.rows : []),
  ])

/** What a picker shows of the eight: family, sections, skills, items, named strategies. */
const INSTRUMENTS: Record<string, readonly [NonNullable<Rubric['family']>, ...number[]]> = {
  'network-health': ['network-health', 8, 8, 40, 0],
  'traction-zones': ['improvement', 3, 3, 8, 0],
  'hub-strategies': ['improvement', 6, 6, 24, 7],
  'scaling-planner': ['improvement', 3, 3, 4, 0],
  'alignment-conversation': ['improvement', 6, 6, 24, 0],
  'life-cycle-checklist': ['improvement', 4, 4, 12, 0],
  'workshop-prompts': ['workshop', 4, 5, 6, 0],
  'workshop-feedback': ['workshop', 1, 1, 3, 0],
}

/** The 68 lines whose ids never change, as the outline lists them: s source, a adapted, d drafted. */
const OUTLINE: Record<string, string> = {
  'network-health': `
    health.hub.1s health.hub.2s health.hub.3s health.hub.4d
    health.roles.1s health.roles.2s health.roles.3a health.roles.4a
    health.ci.1s health.ci.2s health.ci.3s health.ci.4a
    health.within.1s health.within.2a health.within.3a health.within.4d
    health.across.1s health.across.2s health.across.3a health.across.4d
    health.culture.1s health.culture.2s health.culture.3s health.culture.4s
    health.context.1s health.context.2a health.context.3s
    health.outcome.1s health.outcome.2a health.outcome.3s`,
  'traction-zones': `
    traction.zone.a:a traction.zone.b:a traction.zone.c:a traction.zone.d:a traction.zone.e:a
    traction.dim.depth:a traction.dim.ownership:a traction.dim.spread:a traction.dim.sustain:a`,
  'hub-strategies': `
    pace.trust.1a pace.trust.2a pace.trust.3a pace.space.1a pace.space.2a pace.space.3a
    pace.coherence.1a pace.coherence.2a pace.coherence.3a pace.team.1a pace.team.2a pace.team.3a
    pace.logic.1a pace.logic.2a pace.logic.3a pace.ideas.1a pace.ideas.2a pace.ideas.3a`,
  'life-cycle-checklist': `
    life.init.vision:d life.init.charter:d life.init.foundation:a
    life.dev.roles:d life.dev.connections:d life.dev.ci:a life.dev.culture:a life.dev.km:a
    life.sss.spread:a life.sss.scale:a life.sss.impact:a`,
}
const MARKS: Record<string, Provenance> = { s: 'source', a: 'adapted', d: 'drafted' }

const outlined = (id: string) =>
  (OUTLINE[id] ?? '')
    .trim()
    .split(/\s+/)
    .map((line) => ({
      id: line.slice(0, -1).replace(/:$/, ''),
      provenance: MARKS[line.slice(-1)],
    }))

const readme = readFileSync('rubrics/README.md', 'utf8').replaceAll(/ {2,}/g, ' ')

describe('all instruments of the field', () => {
  it('are fourteen, and each names its family', () => {
    expect(rubrics).toHaveLength(14)
    for (const { id, family } of rubrics) {
      expect([id, family]).toEqual([id, INSTRUMENTS[id]?.[0] ?? 'hub-leadership'])
    }
    expect(rubrics.filter(({ family }) => family === 'hub-leadership')).toHaveLength(6)
  })

  it.each(Object.keys(INSTRUMENTS))('%s is complete, and the README counts it as it is', (id) => {
    const rubric = rubricOf(id)
    const { sections, family, status, title } = rubric
    const counts = [
      sections.length,
      sections.flatMap(({ skills }) => skills).length,
      all(rubric).length,
      sections.flatMap(({ strategies }) => strategies).length,
    ]
    expect([family, ...counts]).toEqual(INSTRUMENTS[id])
    const words = {
      'based-on': "based on the source's structure",
      'community-draft': 'community draft',
    }
    expect(readme).toContain(
      `| \`${id}.json\` | ${title.text} | ${family} | ${counts.join(' | ')} | ${words[status]} |`,
    )
  })

  it('hold the 68 lines of the outline under their ids, with their marks, and nothing is lost', () => {
    const sums = { source: 0, adapted: 0, drafted: 0 }
    for (const id of Object.keys(OUTLINE)) {
      const lines = linesOf(rubricOf(id))
      const counts = { source: 0, adapted: 0, drafted: 0 }
      for (const expected of outlined(id)) {
        const found = lines.filter((line) => line.id === expected.id)
        expect(found.map(({ provenance }) => provenance)).toEqual([expected.provenance])
        for (const { provenance } of found) counts[provenance] += 1
      }
      const marks = [counts.source, counts.adapted, counts.drafted]
      expect(readme).toContain(
        `| \`${id}.json\` | ${[...marks, outlined(id).length].join(' | ')} |`,
      )
      sums.source += counts.source
      sums.adapted += counts.adapted
      sums.drafted += counts.drafted
    }
    expect(sums).toEqual({ source: 19, adapted: 42, drafted: 7 })
    expect(readme).toContain('| all four | 19 | 42 | 7 | 68 |')
  })

  it('share no id, and no name of a strategy', () => {
    const ids = rubrics.flatMap((rubric) => [
      ...linesOf(rubric).map(({ id }) => id),
      ...rubric.sections.flatMap(({ id, skills, challenges, strategies }) =>
        [{ id }, ...skills, ...challenges, ...strategies].map((part) => part.id),
      ),
    ])
    const names = rubrics.flatMap(({ sections }) =>
      sections.flatMap(({ strategies }) => strategies.map(({ name }) => name)),
    )
    for (const list of [ids, names]) expect(list).toHaveLength(new Set(list).size)
  })

  it('call a source by the same title and address everywhere', () => {
    const known = new Map<string, object>()
    for (const source of rubrics.flatMap(({ sources }) => sources)) {
      expect(source).toEqual(known.get(source.key) ?? source)
      known.set(source.key, source)
    }
  })

  it('mark as "source" only what the Network Health Project says', () => {
    const theirs = ['DECK', 'BRIEF', 'W-INHD', 'W-HUB', 'W-SUST']
    for (const id of Object.keys(INSTRUMENTS)) {
      JSON.stringify(rubricOf(id), (_, value: { provenance?: string; source?: string[] }) => {
        if (value?.provenance === 'source') {
          expect(value.source?.filter((key) => !theirs.includes(key))).toEqual([])
        }
        return value
      })
    }
  })

  it('number their rows by place', () => {
    for (const id of Object.keys(INSTRUMENTS)) {
      for (const [at, { number, skills }] of rubricOf(id).sections.entries()) {
        expect(number).toBe(`${at + 1}`)
        for (const [place, skill] of skills.entries()) {
          expect(skill.number).toBe(`${number}.${place + 1}`)
          const letters = skill.items.map((item) => item.number.slice(skill.number.length))
          expect(letters).toEqual(skill.items.map((_, index) => 'abcdefgh'.charAt(index)))
        }
      }
    }
  })
})

describe('the network health quick reflection', () => {
  const rubric = rubricOf('network-health')

  it('never passes for the Network Health Survey: it is named only to say that this is not it', () => {
    const texts: string[] = []
    JSON.stringify(rubric, (_, value: unknown) => {
      if (typeof value === 'string') texts.push(value)
      return value
    })
    const naming = texts
      .flatMap((text) => text.split(/(?<=[.?!])\s+/))
      .filter((sentence) => /network health survey/i.test(sentence))
    expect(naming).toHaveLength(2)
    for (const sentence of naming) expect(sentence).toMatch(/\bis not the Network Health Survey\b/)
    expect(rubric.about?.[0]?.text).toMatch(/^This is not the Network Health Survey\./)
    expect(rubric.credit).toMatch(/gives no score/)
    expect(`${rubric.title.text} ${rubric.shortTitle}`).not.toMatch(/survey/i)
  })

  it('asks how true a statement is, never for a strategy, and only "I can\'t tell" sets it aside', () => {
    expect(rubric.scales).toHaveLength(1)
    expect(rubric.scales[0]?.levels.map(({ label }) => label)).toEqual([
      'Not yet true',
      'Sometimes true',
      'Mostly true',
      'Almost always true',
    ])
    expect(rubric.scales[0]?.levels.some(({ asksForStrategy }) => asksForStrategy)).toBe(false)
    expect(rubric.scales[0]?.setAside).toEqual([{ id: 'unknown', label: "I can't tell" }])
  })

  it('has room for reasons in every domain, and for evidence with every outcome', () => {
    const kinds = rubric.sections.map(({ skills }) =>
      skills.flatMap(({ items }) => items.map(({ kind }) => kind)),
    )
    for (const domain of kinds.slice(0, -1)) expect(domain.at(-1)).toBe('text')
    expect(kinds.at(-1)).toEqual(['rating', 'text', 'rating', 'text', 'rating', 'text'])
  })
})

describe('traction zones', () => {
  const rubric = rubricOf('traction-zones')
  const isMap = (item: Item): item is PlacementItem => item.kind === 'placement'
  const map = all(rubric).find(isMap)!

  it('asks everything for each site', () => {
    for (const { skill } of itemsOf(rubric)) expect(skill.eachSite).toBe(true)
  })

  it('has five zones on the map of the outline, each found from its own middle', () => {
    expect(
      map.zones.map(({ letter, area: { left, right, bottom, top } }) =>
        [letter, left, right, bottom, top].join(' '),
      ),
    ).toEqual(['A 0 25 0 15', 'B 15 100 0 20', 'C 10 40 20 45', 'D 40 75 40 75', 'E 75 100 75 100'])
    for (const zone of map.zones) {
      const { x, y } = middleOf(zone)
      expect(zoneAt(map, x, y)).toBe(zone)
    }
    expect([map.across.label, map.up.label]).toEqual(['Spread', 'Impact on students'])
  })

  it('leads to every zone, in order, with its four questions', () => {
    const { steps = [], yes } = map.guide ?? {}
    expect([...steps.map(({ no }) => no), yes]).toEqual(map.zones.map(({ id }) => id))
  })

  it('offers the six strategies by the names that the self-check gives them', () => {
    const choice = all(rubric).find(({ id }) => id === 'traction.next.strategies')
    const options = choice?.kind === 'choice' ? choice.options : []
    expect(options.map(({ id, label }) => [`pace.${id}`, label])).toEqual(
      rubricOf('hub-strategies').sections.map(({ id, name }) => [id, name.text]),
    )
  })
})

describe('the six hub strategies', () => {
  it('use the boxes of the hub rubrics', () => {
    expect(rubricOf('hub-strategies').scales).toEqual(rubricOf('hub-organization').scales)
  })
})

describe('the scaling planner', () => {
  const table = tableOf(rubricOf('scaling-planner'), 'scale.ways.table')

  it('has five strategies, prefilled but for the own example, and a decision on each', () => {
    expect(table.rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((n) => `scale.${n}`))
    const columns = table.columns.filter(({ kind, id }) => kind === 'text' && id !== 'example')
    expect(columns).toHaveLength(8)
    for (const row of table.rows) {
      expect(row.provenance).toBe('adapted')
      expect(Object.keys(row.cells ?? {})).toEqual(columns.map(({ id }) => id))
    }
    const decision = table.columns.at(-1)
    expect(decision?.kind === 'choice' && decision.options.map(({ id }) => id)).toEqual([
      'now',
      'plan',
      'no',
    ])
  })
})

describe('what a team answers as one', () => {
  it.each(['scaling-planner', 'alignment-conversation', 'life-cycle-checklist'])('%s', (id) => {
    for (const item of all(rubricOf(id))) expect(isTogether(item)).toBe(true)
  })

  it('asks four things on each principle, with a table that grows', () => {
    for (const [at, { skills }] of rubricOf('alignment-conversation').sections.entries()) {
      const ids = skills.flatMap(({ items }) => items.map((item) => item.id))
      expect(ids).toEqual(
        ['relation', 'apply', 'fit', 'initiatives'].map((part) => `align.${at + 1}.${part}`),
      )
      const table = tableOf(rubricOf('alignment-conversation'), `align.${at + 1}.initiatives`)
      expect([table.rows.length, table.grows]).toEqual([0, true])
    }
  })

  it('never speaks of the grant program of the source, but of our network', () => {
    const { sections } = rubricOf('alignment-conversation')
    expect(JSON.stringify(sections)).not.toMatch(/SPDG|grant/)
  })

  it('keeps a note, and "we don\'t know", beside each line of the life cycle', () => {
    const rubric = rubricOf('life-cycle-checklist')
    const lines = all(rubric).filter((item) => item.kind === 'status')
    expect(lines).toHaveLength(11)
    for (const line of lines) {
      expect(line.note).toBe(true)
      expect(line.text).toMatch(/^[^:]{5,50}: /)
      expect(setAsideOf(rubric, line)).toEqual([{ id: 'unknown', label: "We don't know" }])
    }
  })
})

describe('the workshop', () => {
  it('says whose the commitments are, and that they may be changed', () => {
    const rubric = rubricOf('workshop-prompts')
    const commitments = all(rubric).find(({ id }) => id === 'workshop.commitments')
    expect(commitments?.sourceNote).toMatch(/belong to the event's hosts/)
    expect(rubric.sections[0]?.about?.[0]?.text).toMatch(/belong to the hosts.*may change them/)
  })

  it('offers the six domains of hub leadership by their titles', () => {
    const titles = rubrics
      .filter(({ family }) => family === 'hub-leadership')
      .map(({ title }) => title.text)
    for (const id of ['workshop.domain.known', 'workshop.domain.learn']) {
      const choice = all(rubricOf('workshop-prompts')).find((item) => item.id === id)
      const labels = choice?.kind === 'choice' ? choice.options.map(({ label }) => label) : []
      expect(labels.toSorted()).toEqual(titles.toSorted())
    }
  })

  it('collects no contact', () => {
    const asked = all(rubricOf('workshop-feedback')).map(({ text }) => text)
    expect(asked).toHaveLength(3)
    expect(asked.join(' ')).not.toMatch(/e-?mail|address|phone|your name|contact/i)
  })
})
