import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itemsOf, type CreditedText, type Rubric } from '#core/rubric.ts'
import { parseRubricText } from '#core/rubricParse.ts'

const files = import.meta.glob<string>(['/rubrics/*.json', '!/rubrics/*.schema.json'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

function read(path: string): Rubric {
  const parsed = parseRubricText(files[path] ?? '')
  if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.problem.faults)}`)
  return parsed.value
}

const credited = (rubric: Rubric): (Omit<CreditedText, 'text'> & { kind: string })[] => [
  ...[rubric.title, rubric.goal, ...(rubric.about ?? [])].map((text) => ({
    ...text,
    kind: 'head',
  })),
  ...rubric.sections.flatMap(({ about }) =>
    (about ?? []).map((text) => ({ ...text, kind: 'about' })),
  ),
  ...rubric.sections.flatMap(({ name }) => ({ ...name, kind: 'section' })),
  ...rubric.sections.flatMap(({ challenges }) =>
    challenges.map((challenge) => ({ ...challenge, kind: 'challenge' })),
  ),
  ...rubric.sections.flatMap(({ strategies }) =>
    strategies.map((strategy) => ({ ...strategy, kind: 'strategy' })),
  ),
  ...rubric.sections.flatMap(({ skills }) =>
    skills.map(({ name }) => ({ ...name, kind: 'skill' })),
  ),
  ...itemsOf(rubric).flatMap(({ item }) => [
    { ...item, kind: 'item' },
    ...(item.kind === 'table' ? item.rows : []).map((row) => ({ ...row, kind: 'row' })),
    ...(item.kind === 'placement' ? item.zones : []).map((zone) => ({ ...zone, kind: 'zone' })),
  ]),
]

function countsBy(rubric: Rubric, kind: string) {
  const counts = { source: 0, adapted: 0, drafted: 0 }
  for (const entry of credited(rubric)) if (entry.kind === kind) counts[entry.provenance] += 1
  return counts
}

describe.each(Object.keys(files))('%s', (path) => {
  it('is a valid rubric named by its file', () => {
    expect(`/rubrics/${read(path).id}.json`).toBe(path)
  })

  it('says on every line where it comes from, and credits the tool it is based on', () => {
    const rubric = read(path)
    const known = new Set(rubric.sources.map(({ key }) => key))
    for (const entry of credited(rubric)) {
      expect(entry.source.every((key) => known.has(key))).toBe(true)
      expect(entry.provenance === 'drafted' || entry.source.length > 0).toBe(true)
    }
    expect(rubric.credit).toMatch(/not an official/i)
    if (rubric.family !== 'hub-leadership') return
    expect(rubric.credit).toContain('Self-Reflection Tool for Hub Leadership Practice')
  })

  it('points an editor at the schema that stands beside it', () => {
    expect(JSON.parse(files[path] ?? '')).toHaveProperty('$schema', './rubric.schema.json')
  })

  it('ends every item and every "what" with a full stop, and has no double spaces', () => {
    const rubric = read(path)
    for (const { item } of itemsOf(rubric)) expect(item.text).toMatch(/^\p{Lu}.*[.?]$/u)
    for (const { about, strategies } of rubric.sections) {
      for (const { what } of strategies) expect(what).toMatch(/[.?]$/)
      for (const { text } of about ?? []) expect(text).toMatch(/[.?]$/)
    }
    expect(JSON.stringify(rubric)).not.toMatch(/ {2}|[<>|*]/)
  })
})

describe('Developing and Managing the Network as an Organization', () => {
  const rubric = read('/rubrics/hub-network-organization.json')

  it('is complete: 4 sections, 12 skills, 50 methods, 16 named strategies, 12 challenges', () => {
    const { sections } = rubric
    expect(sections).toHaveLength(4)
    expect(sections.flatMap(({ skills }) => skills)).toHaveLength(12)
    expect(itemsOf(rubric)).toHaveLength(50)
    expect(sections.flatMap(({ strategies }) => strategies)).toHaveLength(16)
    expect(sections.flatMap(({ challenges }) => challenges)).toHaveLength(12)
  })

  it('keeps the provenance of its outline: names and challenges official, most wording ours', () => {
    expect(countsBy(rubric, 'item')).toEqual({ source: 10, adapted: 33, drafted: 7 })
    expect(countsBy(rubric, 'section')).toEqual({ source: 4, adapted: 0, drafted: 0 })
    expect(countsBy(rubric, 'skill')).toEqual({ source: 12, adapted: 0, drafted: 0 })
    expect(countsBy(rubric, 'challenge')).toEqual({ source: 12, adapted: 0, drafted: 0 })
    expect(countsBy(rubric, 'strategy')).toEqual({ source: 5, adapted: 10, drafted: 1 })
  })

  it('has the official names, in the official order', () => {
    const names = rubric.sections.map(
      ({ number, name, skills }) =>
        `${number} ${name.text}: ${skills.map((skill) => skill.name.text).join('; ')}`,
    )
    expect(names).toEqual([
      '1 Build membership and engagement: Build and monitor network membership; Develop network roles and engagement',
      '2 Build network connections: Build connections between the hub and network members; Launch strong improvement teams; Build internal team learning; Build cross-team learning',
      '3 Build network culture: Support a norm shift; Build an evidence-based culture; Build a collective identity; Build trust',
      '4 Support logistics: Establish communication tools and routines; Plan logistics',
    ])
  })

  it('heads its boxes with the exact sentences and asks for a strategy at the upper two', () => {
    expect(
      rubric.scales.map(({ levels }) =>
        levels.map((level) => [level.id, level.label, level.asksForStrategy]),
      ),
    ).toEqual([
      [
        ['need', 'We really need to do this', false],
        ['better', 'We could probably get better at this', false],
        ['good', "We're pretty good at this", true],
        ['great', "We're great at this", true],
      ],
    ])
    expect(rubric.scales[0]?.setAside).toEqual([
      { id: 'unknown', label: "We don't know" },
      { id: 'notOurs', label: 'Not our job, or not yet' },
    ])
  })

  it('gives row numbers by place and never changes the ids that answers are stored under', () => {
    const rows = itemsOf(rubric).map(({ item, skill }) => {
      expect(item.id.startsWith(`${skill.id}.`)).toBe(true)
      return `${item.number} ${item.id}`
    })
    expect(rows.join('\n')).toMatchInlineSnapshot(`
      "1.1a net.membership.monitor.1
      1.1b net.membership.monitor.2
      1.1c net.membership.monitor.3
      1.1d net.membership.monitor.4
      1.2a net.membership.roles.1
      1.2b net.membership.roles.2
      1.2c net.membership.roles.3
      1.2d net.membership.roles.4
      1.2e net.membership.roles.5
      2.1a net.connections.hubmembers.1
      2.1b net.connections.hubmembers.2
      2.1c net.connections.hubmembers.3
      2.1d net.connections.hubmembers.4
      2.2a net.connections.launch.1
      2.2b net.connections.launch.2
      2.2c net.connections.launch.3
      2.2d net.connections.launch.4
      2.3a net.connections.internal.1
      2.3b net.connections.internal.2
      2.3c net.connections.internal.3
      2.3d net.connections.internal.4
      2.4a net.connections.cross.1
      2.4b net.connections.cross.2
      2.4c net.connections.cross.3
      2.4d net.connections.cross.4
      3.1a net.culture.norm.1
      3.1b net.culture.norm.2
      3.1c net.culture.norm.3
      3.1d net.culture.norm.4
      3.2a net.culture.evidence.1
      3.2b net.culture.evidence.2
      3.2c net.culture.evidence.3
      3.2d net.culture.evidence.4
      3.3a net.culture.identity.1
      3.3b net.culture.identity.2
      3.3c net.culture.identity.3
      3.3d net.culture.identity.4
      3.4a net.culture.trust.1
      3.4b net.culture.trust.2
      3.4c net.culture.trust.3
      3.4d net.culture.trust.4
      4.1a net.logistics.comm.1
      4.1b net.logistics.comm.2
      4.1c net.logistics.comm.3
      4.1d net.logistics.comm.4
      4.2a net.logistics.plan.1
      4.2b net.logistics.plan.2
      4.2c net.logistics.plan.3
      4.2d net.logistics.plan.4
      4.2e net.logistics.plan.5"
    `)
  })
})

/** Sections, skills, methods, named strategies, challenges; methods by mark: source, adapted, drafted. */
const HUB_RUBRICS: Record<string, readonly number[]> = {
  'hub-organization': [4, 12, 45, 13, 12, 1, 21, 23],
  'hub-network-organization': [4, 12, 50, 16, 12, 10, 33, 7],
  'hub-improvement-activity': [5, 14, 52, 19, 15, 13, 34, 5],
  'hub-environmental-relationships': [4, 10, 34, 13, 11, 0, 25, 9],
  'hub-learning-system': [4, 9, 32, 13, 10, 8, 17, 7],
  'hub-ad-hoc-problem-solving': [3, 6, 19, 8, 3, 0, 9, 10],
}

describe('the five domains of hub leadership, and ad hoc problem solving', () => {
  const rubrics = Object.keys(HUB_RUBRICS).map((id) => read(`/rubrics/${id}.json`))
  const readme = readFileSync('rubrics/README.md', 'utf8').replaceAll(/ {2,}/g, ' ')

  function counted(rubric: Rubric): number[] {
    const { sections } = rubric
    const { source, adapted, drafted } = countsBy(rubric, 'item')
    return [
      sections.length,
      sections.flatMap(({ skills }) => skills).length,
      itemsOf(rubric).length,
      sections.flatMap(({ strategies }) => strategies).length,
      sections.flatMap(({ challenges }) => challenges).length,
      source,
      adapted,
      drafted,
    ]
  }

  it.each(rubrics)('$id is complete, and the README counts it as it is', (rubric) => {
    const counts = counted(rubric)
    expect(counts).toEqual(HUB_RUBRICS[rubric.id])
    const [sizes, marks] = [counts.slice(0, 5), counts.slice(5)]
    const file = `\`${rubric.id}.json\``
    expect(readme).toContain(`| ${file} | ${rubric.title.text} | ${sizes.join(' | ')} |`)
    expect(readme).toContain(`| ${file} | ${[...marks, counts[2]].join(' | ')} |`)
  })

  it('comes to 24 sections, 63 skills, 232 methods, 82 named strategies, 63 challenges', () => {
    const totals = rubrics
      .map(counted)
      .reduce((sums, counts) => sums.map((sum, at) => sum + (counts[at] ?? 0)))
    expect(totals).toEqual([24, 63, 232, 82, 63, 32, 139, 61])
    expect(readme).toContain('| all six | | 24 | 63 | 232 | 82 | 63 |')
    expect(readme).toContain('| all six | 32 | 139 | 61 | 232 |')
  })

  it('never uses an id twice, within a rubric or across them', () => {
    const ids = rubrics.flatMap((rubric) => [
      ...rubric.sections.flatMap((section) => [
        section.id,
        ...section.challenges.map(({ id }) => id),
        ...section.strategies.map(({ id }) => id),
        ...section.skills.map(({ id }) => id),
      ]),
      ...itemsOf(rubric).map(({ item }) => item.id),
    ])
    expect(ids).toHaveLength(24 + 63 + 232 + 82 + 63)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('asks with the same boxes everywhere', () => {
    for (const { scales, itemNoun } of rubrics) {
      expect(scales).toEqual(rubrics[0]?.scales)
      expect(itemNoun).toEqual({ one: 'method', many: 'methods' })
    }
  })

  it('calls official only what is: the title, and the names of one domain', () => {
    for (const rubric of rubrics) {
      expect(rubric.title.provenance).toBe('source')
      expect(rubric.credit).toMatch(/not an official or validated instrument/i)
      if (rubric.id === 'hub-network-organization') continue
      expect(rubric.status).toBe('community-draft')
      expect(rubric.goal.provenance).toBe('drafted')
      expect(countsBy(rubric, 'section')).toMatchObject({ source: 0, adapted: 0 })
      expect(countsBy(rubric, 'skill')).toMatchObject({ source: 0, adapted: 0 })
    }
  })

  it('numbers its rows by place: 1, 1.1, 1.1a', () => {
    for (const { sections } of rubrics) {
      for (const [at, { id, number, challenges, skills }] of sections.entries()) {
        expect(number).toBe(`${at + 1}`)
        expect(challenges.map((challenge) => challenge.id)).toEqual(
          challenges.map((_, index) => `${id}.c${index + 1}`),
        )
        for (const [place, skill] of skills.entries()) {
          expect(skill.number).toBe(`${number}.${place + 1}`)
          expect(skill.items.map((item) => `${item.number} ${item.id}`)).toEqual(
            skill.items.map(
              (_, index) => `${skill.number}${'abcdefgh'.charAt(index)} ${skill.id}.${index + 1}`,
            ),
          )
        }
      }
    }
  })
})
