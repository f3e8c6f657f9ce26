import { readdirSync, readFileSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { parseRubric } from '#core/rubricParse.ts'
import { fromHead, fromItem, fromSection, fromSources } from '#features/editor/fromForm.ts'
import { toHead, toItem, toScales, toSection, toSources } from '#features/editor/toForm.ts'
import { aRubricOfAllKinds } from '../../support/builders.ts'

function shipped(): readonly Rubric[] {
  return readdirSync('rubrics')
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => {
      const parsed = parseRubric(JSON.parse(readFileSync(`rubrics/${name}`, 'utf8')))
      if (!parsed.ok) throw new Error(name)
      return parsed.value
    })
}

/** Through every form there is, as if each part were opened and left. */
function thereAndBack(rubric: Rubric): unknown {
  const { format, formatVersion, version } = rubric
  const through: unknown = {
    format,
    formatVersion,
    version,
    ...fromHead(toHead(rubric)),
    scales: toScales(rubric),
    sections: rubric.sections.map((section) => fromSection(toSection(section))),
    sources: fromSources(toSources(rubric)),
  }
  return through
}

it.each([...shipped(), aRubricOfAllKinds()].map((rubric) => [rubric.id, rubric] as const))(
  'The forms give %s back as it was',
  (_id, rubric) => {
    expect(thereAndBack(rubric)).toEqual(rubric)
  },
)

test('A kind that is only tried loses nothing of the kind before', () => {
  for (const { item } of itemsOf(aRubricOfAllKinds())) {
    const form = toItem(item)
    expect(fromItem({ ...form, kind: 'status' })).toMatchObject({ kind: 'status', text: item.text })
    expect(fromItem({ ...form, kind: item.kind })).toEqual(item)
  }
})
