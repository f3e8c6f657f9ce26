import { describe, expect, it, test } from 'vitest'
import type { Json } from '#core/json.ts'
import { judgeDraft, readRubricDraft } from '#core/rubricDraft.ts'
import { aRubric, aRubricOfAllKinds } from '../support/builders.ts'
import { aDraft } from '../support/rubricDraft.ts'

describe('A stored draft', () => {
  // Safe: a rubric is plain JSON.
  const json = (value: unknown) => value as Json

  it.each([
    ['a whole rubric', () => undefined],
    ['an empty text', (draft: ReturnType<typeof aDraft>) => draft.set('title.text', '')],
    ['an id nobody can have', (draft) => draft.set('sections[0].id', 'NO ID')],
    ['a list that is too short', (draft) => draft.set('scales[0].levels', [])],
    ['an item of an unknown scale', (draft) => draft.set('scales', [])],
  ] as const satisfies readonly (readonly [string, (draft: ReturnType<typeof aDraft>) => void])[])(
    'with %s can be shown',
    (_what, change) => {
      const draft = aDraft()
      change(draft)
      expect(readRubricDraft(json(draft.raw))).toEqual(draft.raw)
    },
  )

  it.each([
    ['nothing', null],
    ['a text', 'rubric'],
    ['a list', []],
    ['no sections', { ...aRubric(), sections: undefined }],
    ['a number for a text', { ...aRubric(), shortTitle: 7 }],
    ['a member nobody knows', { ...aRubric(), color: 'red' }],
    ['an unknown status', { ...aRubric(), status: 'official' }],
    ['a name that reaches for the prototype', JSON.parse('{"__proto__": {}}')],
  ])('that is %s cannot', (_what, content) => {
    expect(readRubricDraft(json(content))).toBeUndefined()
  })

  test('loses what only editors of files need', () => {
    expect(readRubricDraft(json({ $schema: 'x', ...aRubric() }))).toEqual(aRubric())
  })
})

describe('The judgement', () => {
  it('is the rubric itself once nothing is left to do', () => {
    const rubric = aRubricOfAllKinds()
    expect(judgeDraft(rubric)).toEqual({ ok: true, value: rubric })
  })

  it('tells faults of shape and broken rules together, in the order of the file', () => {
    const draft = aDraft()
    draft.set('sections[0].skills[0].items[0].scale', 'gone')
    draft.set('goal.text', ' ')
    draft.set('sources[0].key', '')
    const judged = judgeDraft(aRubric(draft.raw))
    if (judged.ok) throw new Error('It was accepted.')
    expect(judged.problem.map(({ path }) => path)).toEqual([
      'title.source[0]',
      'goal.text',
      'sections[0].skills[0].items[0].scale',
      'sources[0]',
      'sources[0].key',
    ])
    expect(judged.problem.map(({ keys }) => keys.at(-1))).toContain('scale')
  })

  it('says one thing of one place', () => {
    const draft = aDraft()
    draft.set('itemNoun.one', 'x'.repeat(700))
    const judged = judgeDraft(aRubric(draft.raw))
    expect(judged.ok ? [] : judged.problem.map(({ path }) => path)).toEqual(['itemNoun.one'])
  })
})
