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
  ...itemsOf(rubric).map(({ item }) => ({ ...item, kind: 'item' })),
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
    if (!rubric.id.startsWith('hub-')) return
    expect(rubric.credit).toContain('Self-Reflection Tool for Hub Leadership Practice')
  })

  it('points an editor at the schema that stands beside it', () => {
    expect(JSON.parse(files[path] ?? '')).toHaveProperty('$schema', './rubric.schema.json')
  })

  it('ends every item and every "what" with a full stop, and has no double spaces', () => {
    const rubric = read(path)
    for (const { item } of itemsOf(rubric)) expect(item.text).toMatch(/^\p{Lu}.*[.?]$/u)
    for (const { strategies } of rubric.sections) {
      for (const { what } of strategies) expect(what).toMatch(/[.?]$/)
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
    expect(readFileSync('rubrics/README.md', 'utf8')).toContain(
      'Of the 50 methods, 10 are `source`, 33 `adapted` and 7 `drafted`.',
    )
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
