import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rubricHash } from '#core/rubricHash.ts'
import { parseRubricText } from '#core/rubricParse.ts'
import { loadRubric, rubricHeaders } from '#rubrics/catalog.ts'
import { toRubricHeader } from '#rubrics/header.ts'
import { aRatingItem, aRubric, aRubricOfSize, aSection, aSkill } from '../support/builders.ts'

const files = import.meta.glob<string>(['/rubrics/*.json', '!/rubrics/*.schema.json'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

describe('the catalog', () => {
  it('lists the domains as on the slide of the tool, and every shipped rubric has its place', () => {
    expect(rubricHeaders.slice(0, 6).map(({ family }) => family)).toEqual(
      Array.from({ length: 6 }, () => 'hub-leadership'),
    )
    expect(rubricHeaders.map(({ shortTitle }) => shortTitle)).toMatchInlineSnapshot(`
      [
        "Hub organization",
        "Network as an organization",
        "Improvement activity",
        "Environmental relationships",
        "Network as a learning system",
        "Ad hoc problem solving",
        "Network health quick reflection",
        "Six hub strategies",
        "Traction zones",
        "Scaling planner",
        "Alignment conversation",
        "Network life-cycle checklist",
        "Workshop prompts",
        "Workshop feedback",
      ]
    `)
  })

  it('lists every file in rubrics/ under its own name, with counts that fit the file', () => {
    expect(rubricHeaders.map(({ id }) => `/rubrics/${id}.json`).toSorted()).toEqual(
      Object.keys(files).toSorted(),
    )
    for (const header of rubricHeaders) {
      const parsed = parseRubricText(files[`/rubrics/${header.id}.json`] ?? '')
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
      expect(header).toEqual(toRubricHeader(parsed.value))
    }
  })

  it('loads a definition with its hash, and the same objects the second time', async () => {
    const [header] = rubricHeaders
    const first = await loadRubric(header?.id ?? '')
    const second = await loadRubric(header?.id ?? '')
    expect(first.ok && first.value.hash).toBe(header?.hash)
    expect(first.ok && first.value.rubric.id).toBe(header?.id)
    expect(second).toBe(first)
  })

  it.each(['not-there', '', '../package', '__proto__', 'toString', 'rubric.schema'])(
    'says that there is no rubric "%s"',
    async (id) => {
      expect(await loadRubric(id)).toEqual({
        ok: false,
        problem: { kind: 'rubricMissing', rubricId: id },
      })
    },
  )
})

describe('a header', () => {
  it('counts what is asked today, in every section', () => {
    const retired = aRatingItem({ id: 'a.one.2', number: '1.1b', retired: true })
    const rubric = aRubric({
      sections: [
        aSection({ skills: [aSkill({ items: [aRatingItem(), retired] })] }),
        ...aRubric().sections.slice(1),
      ],
    })
    expect(toRubricHeader(rubric)).toMatchObject({
      id: 'test-rubric',
      hash: rubricHash(rubric),
      title: 'Managing the network',
      counts: { sections: 2, skills: 2, items: 2, strategies: 1, challenges: 1 },
    })
  })
})

it('reads a rubric of 240 items in a moment', () => {
  const text = JSON.stringify(aRubricOfSize({ sections: 6, skills: 4, items: 10 }))
  const start = performance.now()
  const parsed = parseRubricText(text)
  expect(performance.now() - start).toBeLessThan(500)
  expect(parsed.ok && toRubricHeader(parsed.value).counts.items).toBe(240)
})

it('names the same hash for the same definition, however the file is laid out', () => {
  const text = readFileSync('rubrics/hub-network-organization.json', 'utf8')
  const shuffled = JSON.stringify(reversed(JSON.parse(text)))
  const one = parseRubricText(text)
  const other = parseRubricText(shuffled.replace('"./rubric.schema.json"', '"elsewhere.json"'))
  expect(one.ok && other.ok && rubricHash(one.value) === rubricHash(other.value)).toBe(true)
})

/** The same JSON with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
