import { describe, expect, it } from 'vitest'
import { DELETED, ERASED, type Change, type Edit } from '#core/change.ts'
import { foldChanges } from '#core/fold.ts'
import type { Json } from '#core/json.ts'
import { answerEdit, readAnswer, readResponseId, readResponses, responseId } from '#core/answer.ts'
import {
  withNamedSites,
  deleteEdit,
  fieldEdits,
  inScope,
  itemRefKey,
  pinRubricEdit,
  readReflection,
  scopeEdit,
} from '#core/reflection.ts'
import { aChange, aReflection, aRubric, aWorkshop } from '../support/builders.ts'

/** The changes one device makes of edits, each a minute after the other. */
function changesOf(edits: readonly Edit[], device = 'device-a'): readonly Change[] {
  return edits.map((edit, index) =>
    aChange({ ...edit, device, seq: index + 1, at: 1_795_000_000_000 + index * 60_000 }),
  )
}

function read(edits: readonly Edit[]) {
  return readReflection(foldChanges(changesOf(edits)), 'r1')
}

const place = { participantId: 'p1', rubricId: 'test-rubric', itemId: 'a.one.1' }

describe('names of records', () => {
  it('names a response by person, rubric and item, and reads the name back', () => {
    expect(responseId(place)).toBe('p1/test-rubric/a.one.1')
    expect(readResponseId(responseId(place))).toEqual(place)
    expect(itemRefKey(place)).toBe('test-rubric/a.one.1')
  })

  it.each([
    '',
    'p1',
    'p1/rubric',
    'p1/rubric/',
    '/rubric/item',
    'p1//item',
    'p1/rubric/item/site/more',
  ])('takes %j for no response', (id) => expect(readResponseId(id)).toBeUndefined())
})

describe('readAnswer', () => {
  it.each<[Json, unknown]>([
    [{ level: 'good' }, { kind: 'level', level: 'good' }],
    [{ setAside: 'unknown' }, { kind: 'setAside', reason: 'unknown' }],
    [{ setAside: 'notOurs' }, { kind: 'setAside', reason: 'notOurs' }],
    [
      { level: 'good', note: 'from a newer version' },
      { kind: 'level', level: 'good' },
    ],
    ['', { kind: 'text', text: '' }],
    ['words', { kind: 'text', text: 'words' }],
    [null, undefined],
    [{}, undefined],
    [[], undefined],
    [4, undefined],
    [{ level: 4 }, undefined],
    [{ setAside: 'later' }, undefined],
    [{ choice: ['a'] }, undefined],
    [{ text: 'words' }, undefined],
    [true, undefined],
  ])('reads %j as %j', (stored, answer) => {
    expect(readAnswer(stored)).toEqual(answer)
  })

  it.each([
    { kind: 'level', level: 'need' },
    { kind: 'setAside', reason: 'notOurs' },
    { kind: 'text', text: 'Because.' },
    undefined,
  ] as const)('reads back what answerEdit stores: %j', (answer) => {
    const edit = answerEdit(place, answer)
    expect(edit).toMatchObject({
      kind: 'response',
      record: 'p1/test-rubric/a.one.1',
      field: 'answer',
    })
    expect(readAnswer(edit.value)).toEqual(answer)
  })
})

describe('readReflection', () => {
  it('reads an empty set of changes as an empty reflection', () => {
    expect(readReflection(foldChanges(), 'r1')).toEqual({
      id: 'r1',
      mode: 'team',
      way: 'open',
      team: '',
      date: '',
      facilitator: '',
      sample: false,
      rubrics: [],
      participants: [],
      sites: [],
      strategies: [],
      growthEdges: [],
      nextSteps: [],
      workshop: aWorkshop(),
      changedAt: 0,
      deleted: false,
      conflicts: [],
    })
  })

  it('reads every record that edits describe', () => {
    const reflection = read([
      ...fieldEdits('reflection', 'r1', {
        team: 'Cedar hub',
        mode: 'individual',
        way: 'paper',
        date: '2026-11-22',
        facilitator: 'Ana',
        sample: true,
      }),
      pinRubricEdit('r1', { id: 'test-rubric', hash: 'abc', order: 1 }),
      scopeEdit('r1', 'test-rubric', ['b']),
      ...fieldEdits('participant', 'p1', {
        initials: 'SB',
        name: 'Sam Brown',
        role: 'Coach',
        order: 1,
      }),
      ...fieldEdits('strategy', 's1', {
        name: 'Weekly note',
        how: 'A few lines',
        evidence: '9 of 10',
        evidenceKind: 'survey',
        credit: ['p1', 'gone'],
        items: ['test-rubric/a.one.1'],
        order: 2,
      }),
      ...fieldEdits('growthEdge', 'g1', {
        rubricId: 'test-rubric',
        skillId: 'a.two',
        hard: 'Time',
      }),
      ...fieldEdits('nextStep', 'n1', {
        what: 'Ask',
        who: 'Sam',
        by: 'May',
        sign: 'Yes',
        done: true,
      }),
    ])
    expect(reflection).toMatchObject({
      team: 'Cedar hub',
      mode: 'individual',
      way: 'paper',
      date: '2026-11-22',
      facilitator: 'Ana',
      sample: true,
      rubrics: [{ rubricId: 'test-rubric', hash: 'abc', scope: ['b'] }],
      participants: [{ id: 'p1', initials: 'SB', name: 'Sam Brown', role: 'Coach' }],
      strategies: [
        {
          name: 'Weekly note',
          how: 'A few lines',
          evidence: '9 of 10',
          evidenceKind: 'survey',
          credit: ['p1', 'gone'],
          items: [{ rubricId: 'test-rubric', itemId: 'a.one.1' }],
        },
      ],
      growthEdges: [{ rubricId: 'test-rubric', skillId: 'a.two', hard: 'Time', borrowed: '' }],
      nextSteps: [{ what: 'Ask', who: 'Sam', by: 'May', sign: 'Yes', done: true }],
      conflicts: [],
    })
  })

  const WRONG: readonly Json[] = [null, 7, true, '', 'x', [], [null, 1, ['x']], {}, { hash: 1 }]

  it.each(WRONG)('tolerates %j in every field of every record', (value) => {
    const fields = (...names: string[]) => Object.fromEntries(names.map((name) => [name, value]))
    const reflection = read([
      ...fieldEdits(
        'reflection',
        'r1',
        fields('team', 'mode', 'way', 'date', 'facilitator', 'sample', 'rubric:x', 'scope:x'),
      ),
      ...fieldEdits('participant', 'p1', fields('initials', 'name', 'role', 'order')),
      ...fieldEdits(
        'strategy',
        's1',
        fields('name', 'how', 'evidence', 'evidenceKind', 'credit', 'items', 'order'),
      ),
      ...fieldEdits('growthEdge', 'g1', fields('rubricId', 'skillId', 'hard', 'borrowed', 'order')),
      ...fieldEdits('nextStep', 'n1', fields('what', 'who', 'by', 'sign', 'done', 'order')),
    ])
    const [person] = reflection.participants
    const [strategy] = reflection.strategies
    expect(typeof reflection.team).toBe('string')
    expect(['team', 'individual']).toContain(reflection.mode)
    expect(reflection.rubrics).toEqual([])
    expect(typeof person?.initials).toBe('string')
    expect(typeof person?.order).toBe('number')
    expect(strategy?.evidenceKind).toBeUndefined()
    expect(strategy?.credit.every((id) => typeof id === 'string')).toBe(true)
    expect(strategy?.items).toEqual([])
  })

  it('keeps the order people gave, then that of their ids', () => {
    const reflection = read([
      ...fieldEdits('participant', 'p3', { order: 1 }),
      ...fieldEdits('participant', 'p1', { order: 2 }),
      ...fieldEdits('participant', 'p2', { order: 2 }),
      pinRubricEdit('r1', { id: 'b', hash: 'h', order: 1 }),
      pinRubricEdit('r1', { id: 'a', hash: 'h', order: 2 }),
    ])
    expect(reflection.participants.map(({ id }) => id)).toEqual(['p3', 'p1', 'p2'])
    expect(reflection.rubrics.map(({ rubricId }) => rubricId)).toEqual(['b', 'a'])
  })

  it('remembers when it was last changed', () => {
    const changes = [30, 10, 20].map((at) => aChange({ at, value: `${at}` }))
    expect(readReflection(foldChanges(changes), 'r1').changedAt).toBe(30)
  })

  it('tells a scope of no sections from a scope of all', () => {
    const pin = pinRubricEdit('r1', { id: 'test-rubric', hash: 'h', order: 1 })
    const none = read([pin, scopeEdit('r1', 'test-rubric', [])])
    const all = read([pin, scopeEdit('r1', 'test-rubric', undefined)])
    expect(none.rubrics[0]?.scope).toEqual([])
    expect(all.rubrics[0]?.scope).toBeUndefined()
    expect(inScope(none, aRubric(), 'a')).toBe(false)
    expect(inScope(all, aRubric(), 'a')).toBe(true)
    expect(inScope(aReflection({ rubrics: [] }), aRubric(), 'a')).toBe(true)
  })

  it('leaves out what was deleted and who was erased', () => {
    const people = changesOf([
      ...fieldEdits('participant', 'p1', { initials: 'SB' }),
      ...fieldEdits('participant', 'p2', { initials: 'ML' }),
    ])
    const [first] = people
    const removed = aChange({
      ...deleteEdit('participant', 'p1'),
      seq: 8,
      seen: first ? [first.id] : [],
    })
    const erased = aChange({
      kind: 'participant',
      record: 'p2',
      field: ERASED,
      value: true,
      seq: 9,
    })
    const shown = (changes: readonly Change[]) =>
      readReflection(foldChanges(changes), 'r1').participants.map(({ id }) => id)
    expect(shown(people)).toEqual(['p1', 'p2'])
    expect(shown([...people, removed])).toEqual(['p2'])
    expect(shown([...people, removed, erased])).toEqual([])
    const back = aChange({
      ...deleteEdit('participant', 'p1', false),
      seq: 10,
      supersedes: [removed.id],
    })
    expect(shown([...people, removed, back])).toEqual(['p1', 'p2'])
  })

  it('shows both versions of a text two devices wrote without knowing of each other', () => {
    const one = aChange({ field: 'team', value: 'Cedar', at: 10 })
    const other = aChange({ field: 'team', value: 'Cedar hub', at: 20, device: 'device-b' })
    const { team, conflicts } = readReflection(foldChanges([one, other]), 'r1')
    expect(team).toBe('Cedar hub')
    expect(conflicts).toEqual([
      {
        field: 'team',
        versions: [
          { changeId: other.id, value: 'Cedar hub', at: 20, device: 'device-b' },
          { changeId: one.id, value: 'Cedar', at: 10, device: 'device-a' },
        ],
      },
    ])
  })

  it('does not know deletion by name alone', () => {
    expect(deleteEdit('strategy', 's1')).toEqual({
      kind: 'strategy',
      record: 's1',
      field: DELETED,
      value: true,
    })
  })
})

describe('readResponses', () => {
  it('reads every answer with its time, taken-back ones as undefined', () => {
    const mark = aChange({ ...answerEdit(place, { kind: 'level', level: 'good' }), at: 10 })
    const taken = aChange({ ...answerEdit(place, undefined), at: 20, supersedes: [mark.id] })
    expect(readResponses(foldChanges([mark]))).toEqual([
      { ...place, answer: { kind: 'level', level: 'good' }, note: '', at: 10, conflicts: [] },
    ])
    expect(readResponses(foldChanges([mark, taken]))).toEqual([
      { ...place, answer: undefined, note: '', at: 20, conflicts: [] },
    ])
  })

  it('passes over records that are none', () => {
    const odd = aChange({ kind: 'response', record: 'p1/only-two', field: 'answer', value: null })
    expect(readResponses(foldChanges([odd]))).toEqual([])
  })

  it('keeps both marks of two devices and shows the newer', () => {
    const one = aChange({ ...answerEdit(place, { kind: 'level', level: 'need' }), at: 10 })
    const other = aChange({
      ...answerEdit(place, { kind: 'level', level: 'great' }),
      at: 20,
      device: 'device-b',
    })
    const [response] = readResponses(foldChanges([one, other]))
    expect(response?.answer).toEqual({ kind: 'level', level: 'great' })
    expect(response?.conflicts[0]?.versions.map(({ value }) => value)).toEqual([
      { level: 'great' },
      { level: 'need' },
    ])
  })
})

describe('withNamedSites', () => {
  const site = (id: string, name: string) => ({
    id,
    name,
    order: 0,
    deletedElsewhere: false,
    conflicts: [],
  })

  it('calls a site without a name by its place, and leaves the others and their ids', () => {
    const reflection = aReflection({ sites: [site('a', 'Oak'), site('b', ' ')] })
    const { sites } = withNamedSites(reflection, (position) => `Site ${position}`)
    expect(sites.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'Oak'],
      ['b', 'Site 2'],
    ])
  })

  it('is the same object where every site has a name', () => {
    const reflection = aReflection({ sites: [site('a', 'Oak')] })
    expect(withNamedSites(reflection, () => 'x')).toBe(reflection)
  })
})
