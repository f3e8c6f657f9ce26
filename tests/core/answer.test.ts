import { describe, expect, it } from 'vitest'
import {
  answerEdit,
  cellField,
  NOTE,
  readAnswer,
  readResponse,
  readResponseId,
  responseId,
  rowEdit,
  type AnswerPlace,
} from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { foldChanges } from '#core/fold.ts'
import type { Json } from '#core/json.ts'
import { fieldEdits, readReflection } from '#core/reflection.ts'
import { aChange } from '../support/builders.ts'

const place: AnswerPlace = { participantId: 'p1', rubricId: 'kinds-rubric', itemId: 'k.plan.table' }
const atSite: AnswerPlace = { ...place, itemId: 's.place.zone', siteId: 'oak' }

function changesOf(edits: readonly Edit[], device = 'device-a') {
  return edits.map((edit, index) =>
    aChange({ ...edit, device, seq: index + 1, at: 1_795_000_000_000 + index * 60_000 }),
  )
}

function responseOf(where: AnswerPlace, ...sets: (readonly Edit[])[]) {
  const fold = foldChanges(...sets.map((edits, at) => changesOf(edits, `device-${at}`)))
  const record = fold.record('response', responseId(where))
  return record && readResponse(record)
}

function cell(row: string, column: string, value: Json, where = place): Edit {
  return { kind: 'response', record: responseId(where), field: cellField(row, column), value }
}

describe('an answer of each kind', () => {
  it.each([
    { kind: 'options', options: ['share', 'teach'] },
    { kind: 'options', options: [] },
    { kind: 'status', status: 'inPlace' },
    { kind: 'placement', zone: 'd', x: 55, y: 60.5 },
  ] as const)('is read as it was stored: %j', (answer) => {
    expect(readAnswer(answerEdit(place, answer).value)).toEqual(answer)
  })

  it.each<[Json, unknown]>([
    [{ options: ['a', 4, null] }, { kind: 'options', options: ['a'] }],
    [{ status: 'finished' }, undefined],
    [{ zone: 'd' }, undefined],
    [
      { zone: 'd', x: -5, y: 400 },
      { kind: 'placement', zone: 'd', x: 0, y: 100 },
    ],
    [{ zone: 'd', x: 'left', y: 4 }, undefined],
  ])('that nobody could have given, %j, does no harm', (stored, answer) => {
    expect(readAnswer(stored)).toEqual(answer)
  })

  it('about a site has a name of its own', () => {
    expect(responseId(atSite)).toBe('p1/kinds-rubric/s.place.zone/oak')
    expect(readResponseId(responseId(atSite))).toEqual(atSite)
    expect(readResponseId(responseId(place))).toEqual({ ...place, siteId: undefined })
    expect(readResponseId('p1/rubric/item/')).toBeUndefined()
    expect(readResponseId('p1/rubric/item/site/more')).toBeUndefined()
  })

  it('has words beside it, whatever it is', () => {
    const response = responseOf(atSite, [
      answerEdit(atSite, { kind: 'status', status: 'begun' }),
      ...fieldEdits('response', responseId(atSite), { [NOTE]: 'Since May.' }),
    ])
    expect(response).toMatchObject({
      siteId: 'oak',
      note: 'Since May.',
      answer: { kind: 'status', status: 'begun' },
    })
  })
})

describe('a table', () => {
  it('is its cells, each a field of its own', () => {
    const response = responseOf(place, [
      cell('informal', 'offers', 'Starts talk.'),
      cell('informal', 'decision', 'now'),
      cell('formal', 'by', '2026-12-01'),
    ])
    expect(response?.answer).toEqual({
      kind: 'table',
      rows: [
        { id: 'formal', isAdded: false, cells: { by: '2026-12-01' } },
        { id: 'informal', isAdded: false, cells: { offers: 'Starts talk.', decision: 'now' } },
      ],
    })
    expect(response?.at).toBe(1_795_000_120_000)
  })

  it('written on two devices at once keeps what both wrote', () => {
    const response = responseOf(
      place,
      [cell('informal', 'offers', 'From one.')],
      [cell('formal', 'offers', 'From the other.')],
    )
    expect(response?.conflicts).toEqual([])
    expect(response?.answer).toMatchObject({ rows: [{ id: 'formal' }, { id: 'informal' }] })
  })

  it('tells of a cell that two devices wrote differently', () => {
    const response = responseOf(
      place,
      [cell('informal', 'offers', 'From one.')],
      [cell('informal', 'offers', 'From the other.')],
    )
    expect(response?.conflicts).toMatchObject([{ field: 'cell/informal/offers' }])
  })

  it('grows by rows in the order they were added, and a row taken away leaves its words', () => {
    const grown = [
      rowEdit(place, { id: 'r2', order: 1 }),
      rowEdit(place, { id: 'r1', order: 0 }),
      cell('r1', 'offers', 'First'),
      cell('r2', 'offers', 'Second'),
    ]
    const rows = (edits: readonly Edit[]) => {
      const answer = responseOf(place, edits)?.answer
      return answer?.kind === 'table' ? answer.rows.map(({ id }) => id) : []
    }
    expect(rows(grown)).toEqual(['r1', 'r2'])
    const changes = changesOf(grown)
    const removal = aChange({
      ...rowEdit(place, 'r1'),
      device: 'device-b',
      at: 1_795_000_900_000,
      supersedes: [changes[1]?.id ?? ''],
      seen: [changes[2]?.id ?? ''],
    })
    const record = foldChanges(changes, [removal]).record('response', responseId(place))
    const left = record && readResponse(record)?.answer
    expect(left).toMatchObject({ rows: [{ id: 'r2' }] })
    expect(record?.fields.get(cellField('r1', 'offers'))?.value).toBe('First')
  })

  it('a row comes back when somebody wrote in it who did not know that it was taken away', () => {
    const changes = changesOf([rowEdit(place, { id: 'r1', order: 0 }), cell('r1', 'offers', 'One')])
    const removal = aChange({
      ...rowEdit(place, 'r1'),
      device: 'device-b',
      supersedes: [changes[0]?.id ?? ''],
      seen: [changes[1]?.id ?? ''],
    })
    const written = aChange({ ...cell('r1', 'decision', 'now'), device: 'device-c' })
    const rows = (...sets: (readonly ReturnType<typeof aChange>[])[]) => {
      const record = foldChanges(...sets).record('response', responseId(place))
      const answer = record && readResponse(record)?.answer
      return answer?.kind === 'table'
        ? answer.rows.filter(({ isAdded }) => isAdded).map(({ id }) => id)
        : []
    }
    expect(rows(changes)).toEqual(['r1'])
    expect(rows(changes, [removal])).toEqual([])
    expect(rows(changes, [removal, written])).toEqual(['r1'])
    expect(rows([written, removal], changes)).toEqual(['r1'])
  })

  it('is set aside like anything else', () => {
    const response = responseOf(place, [
      cell('informal', 'offers', 'Starts talk.'),
      answerEdit(place, { kind: 'setAside', reason: 'notOurs' }),
    ])
    expect(response?.answer).toEqual({ kind: 'setAside', reason: 'notOurs' })
  })

  it('takes fields it cannot read for no cells', () => {
    const odd = (field: string, value: Json): Edit => ({
      kind: 'response',
      record: responseId(place),
      field,
      value,
    })
    const response = responseOf(place, [
      odd('cell/informal', 'x'),
      odd('cell/informal/offers/more', 'x'),
      odd('cell//offers', 'x'),
      odd('cell/__proto__/offers', 4),
      odd('row/', 1),
    ])
    expect(response?.answer).toBeUndefined()
  })

  it('holds a column named like a member of every object as any other', () => {
    const response = responseOf(place, [cell('informal', '__proto__', 'words')])
    const answer = response?.answer
    const [row] = answer?.kind === 'table' ? answer.rows : []
    expect(Object.getPrototypeOf(row?.cells)).toBe(Object.prototype)
    expect(Object.keys(row?.cells ?? {})).toEqual(['__proto__'])
  })

  it('is never stored whole', () => {
    expect(() => answerEdit(place, { kind: 'table', rows: [] })).toThrow(/cell by cell/)
  })
})

it('sites are read in the order they were named, without the ones taken away', () => {
  const edits = [
    ...fieldEdits('site', 's2', { name: 'Szkoła nr 5', order: 1 }),
    ...fieldEdits('site', 's1', { name: 'Oak 学校', order: 0 }),
    ...fieldEdits('site', 's3', { name: 'Gone', order: 2 }),
  ]
  const changes = changesOf(edits)
  const removal = aChange({
    kind: 'site',
    record: 's3',
    field: '_deleted',
    value: true,
    seen: changes.slice(4).map(({ id }) => id),
  })
  const { sites } = readReflection(foldChanges(changes, [removal]), 'r1')
  expect(sites.map(({ name }) => name)).toEqual(['Oak 学校', 'Szkoła nr 5'])
})
