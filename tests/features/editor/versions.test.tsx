import { expect, it, test } from 'vitest'
import type { Rubric } from '#core/rubric.ts'
import { proposeVersion } from '#features/editor/versions.ts'
import { aCreditedText, aRatingItem, aRubric, aSection, aSkill } from '../../support/builders.ts'

const BASE = asking(aRatingItem(), aRatingItem({ id: 'a.one.2', number: '1.1b', text: 'Meet.' }))

function asking(...items: Rubric['sections'][number]['skills'][number]['items']): Rubric {
  return aRubric({ version: '1.2.3', sections: [aSection({ skills: [aSkill({ items })] })] })
}

const [first, second] = BASE.sections[0]?.skills[0]?.items ?? []

it.each<[string, Rubric, string, string]>([
  ['nothing', BASE, '1.2.3', 'same'],
  ['a word', { ...BASE, goal: aCreditedText('Another goal.') }, '1.2.4', 'words'],
  ['the words of a line', asking({ ...first!, text: 'Other words.' }, second!), '1.2.4', 'words'],
  ['a new line', asking(first!, second!, aRatingItem({ id: 'a.one.3' })), '1.3.0', 'items'],
  ['a retired line', asking(first!, { ...second!, retired: true }), '1.3.0', 'items'],
  [
    'a version counted up already',
    { ...BASE, version: '2.0.0', shortTitle: 'X' },
    '2.0.0',
    'words',
  ],
  ['a version counted down', { ...BASE, version: '1.0.0', shortTitle: 'X' }, '1.2.4', 'words'],
])('%s is proposed as it should', (_what, draft, version, kind) => {
  expect(proposeVersion(draft, BASE)).toMatchObject({ version, reason: { kind } })
})

test('What has no earlier version keeps the one it has', () => {
  expect(proposeVersion(BASE, undefined)).toEqual({ version: '1.2.3', reason: { kind: 'first' } })
})
