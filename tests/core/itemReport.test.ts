import { describe, expect, it } from 'vitest'
import { TEAM, type Answer, type Response } from '#core/answer.ts'
import { buildItemReport, tableRows } from '#core/itemReport.ts'
import { buildReport } from '#core/report.ts'
import { itemsOf, middleOf, zoneAt } from '#core/rubric.ts'
import { aParticipant, aReflection, aResponse, aRubricOfAllKinds } from '../support/builders.ts'
import { aPlacementItem, aTableItem } from '../support/kinds.ts'

const rubric = aRubricOfAllKinds()
const people = [aParticipant(), aParticipant({ id: 'p2', initials: 'ML', order: 2 })]
const site = (id: string, name: string, order: number) => ({
  id,
  name,
  order,
  deletedElsewhere: false,
  conflicts: [],
})
const oak = site('oak', 'Oak Middle', 0)
const elm = site('elm', 'Elm High', 1)

type Given = Partial<Response> & { itemId: string; answer?: Answer | undefined }

const given = (response: Given) => aResponse({ rubricId: 'kinds-rubric', ...response })

function report(responses: readonly Response[], sites = [oak, elm]) {
  const reflection = aReflection({
    participants: people,
    sites,
    rubrics: [{ rubricId: 'kinds-rubric', hash: 'h', scope: undefined }],
  })
  const built = buildReport({ reflection, responses, rubrics: [{ rubric, hash: 'h' }] }).rubrics[0]
  if (!built) throw new Error('no report')
  const items = built.sections.flatMap(({ skills }) => skills.flatMap((skill) => skill.items))
  const of = (key: string) => {
    const found = items.find((item) => item.key === key)
    if (!found) throw new Error(`no item ${key}`)
    return found
  }
  return { built, items, of }
}

const names = (list: readonly { initials: string }[]) => list.map(({ initials }) => initials)

describe('what people chose', () => {
  it('stands at each option, chosen or not, with who chose it', () => {
    const { of } = report([
      given({ itemId: 'k.ask.many', answer: { kind: 'options', options: ['teach', 'share'] } }),
      given({
        itemId: 'k.ask.many',
        participantId: 'p2',
        answer: { kind: 'options', options: ['share', 'unheard of'] },
      }),
    ])
    const { picks, answered, shown } = of('k.ask.many')
    expect(picks.map(({ id, people: who }) => [id, names(who)])).toEqual([
      ['teach', ['SB']],
      ['curious', []],
      ['share', ['SB', 'ML']],
    ])
    expect([answered, shown]).toEqual([2, 2])
  })

  it('is no answer once every option was given up, or is unknown here', () => {
    const { of, built } = report([
      given({ itemId: 'k.ask.one', answer: { kind: 'options', options: [] } }),
      given({
        itemId: 'k.ask.one',
        participantId: 'p2',
        answer: { kind: 'options', options: ['retired'] },
      }),
    ])
    expect(of('k.ask.one')).toMatchObject({ answered: 0, shown: 0 })
    expect(built.hiddenAnswers).toBe(1)
  })

  it('may be set aside, and is then no option', () => {
    const { of, built } = report([
      given({ itemId: 'k.ask.one', answer: { kind: 'setAside', reason: 'unknown' } }),
    ])
    expect(of('k.ask.one').setAside.map(({ people: who }) => names(who))).toEqual([['SB']])
    expect(built.setAside.map(({ key }) => key)).toEqual(['k.ask.one'])
  })

  it('never answers an item of another kind', () => {
    const { of, built } = report([
      given({ itemId: 'k.rate.1', answer: { kind: 'text', text: 'Words in a box' } }),
      given({ itemId: 'k.rate.words', answer: { kind: 'level', level: 'good' } }),
    ])
    expect(of('k.rate.1')).toMatchObject({ answered: 0, texts: [] })
    expect(of('k.rate.words')).toMatchObject({ answered: 0, texts: [] })
    expect(built.hiddenAnswers).toBe(2)
  })
})

describe('what the team answers together', () => {
  it('counts for everyone, and names nobody', () => {
    const { of, built } = report([
      given({
        itemId: 'k.ask.status',
        participantId: TEAM,
        note: 'Since May.',
        answer: { kind: 'status', status: 'begun' },
      }),
      given({
        itemId: 'k.ask.words',
        participantId: TEAM,
        answer: { kind: 'text', text: 'Our idea book.' },
      }),
    ])
    const status = of('k.ask.status')
    expect(status.picks.filter(({ together }) => together).map(({ id }) => id)).toEqual(['begun'])
    expect(names(status.answering)).toEqual(['SB', 'ML'])
    expect(status.notes).toEqual([{ author: undefined, text: 'Since May.' }])
    expect(of('k.ask.words').texts).toEqual([{ author: undefined, text: 'Our idea book.' }])
    expect(built.coverage).toMatchObject({ people: 2, items: 2 })
    expect(built.hiddenAnswers).toBe(0)
  })

  it('is set aside by the team as one', () => {
    const { of } = report([
      given({
        itemId: 'k.ask.words',
        participantId: TEAM,
        answer: { kind: 'setAside', reason: 'unknown' },
      }),
    ])
    expect(of('k.ask.words').setAside).toEqual([{ reason: 'unknown', people: [] }])
    expect(of('k.ask.words').answered).toBe(2)
  })

  it('is not answered by one person of it: that is kept, and counted as hidden', () => {
    const { of, built } = report([
      given({ itemId: 'k.ask.words', answer: { kind: 'text', text: 'Mine alone.' } }),
    ])
    expect(of('k.ask.words')).toMatchObject({ texts: [], answered: 0 })
    expect(built.hiddenAnswers).toBe(1)
  })
})

describe('a table', () => {
  it('shows the words it starts from until somebody writes over them, even with nothing', () => {
    const rows = tableRows(aTableItem(), [
      { id: 'formal', isAdded: false, cells: { offers: 'A talk.', decision: 'plan' } },
      { id: 'new', isAdded: true, cells: { offers: 'A podcast.', decision: 'gone' } },
    ])
    expect(rows.map(({ label, isAdded, cells }) => [label, isAdded, cells[0]])).toEqual([
      [
        'Informal sharing with colleagues',
        false,
        { columnId: 'offers', text: 'Uses ties that exist.', isPrefilled: true },
      ],
      ['Formal presentations', false, { columnId: 'offers', text: 'A talk.', isPrefilled: false }],
      ['', true, { columnId: 'offers', text: 'A podcast.', isPrefilled: false }],
    ])
    expect(rows.map(({ cells }) => cells[1]?.text)).toEqual(['', 'Plan', ''])
    const emptied = [{ id: 'informal', isAdded: false, cells: { offers: '' } }]
    expect(tableRows(aTableItem(), emptied)[0]?.cells[0]).toMatchObject({
      text: '',
      isPrefilled: false,
    })
  })

  it('is answered once a word stands in it', () => {
    const of = (cells: Record<string, string>) =>
      report([
        given({
          itemId: 'k.plan.table',
          participantId: TEAM,
          answer: { kind: 'table', rows: [{ id: 'formal', isAdded: false, cells }] },
        }),
      ]).of('k.plan.table')
    expect(of({ offers: ' ' })).toMatchObject({ answered: 0, tables: [] })
    expect(of({ decision: 'now' }).tables).toHaveLength(1)
  })
})

describe('what is asked for each site', () => {
  const place = (siteId: string, participantId: string, zone: string) =>
    given({
      itemId: 's.place.zone',
      participantId,
      siteId,
      answer: { kind: 'placement', zone, x: 55, y: 60 },
    })

  it('has a report for each, in the order of the sites', () => {
    const { built, of } = report([
      place('elm', 'p1', 'd'),
      place('elm', 'p2', 'a'),
      place('oak', 'p1', 'c'),
    ])
    const section = built.sections.find(({ section: { id } }) => id === 's')
    expect(section?.skills.map(({ site: where }) => where?.name)).toEqual([
      'Oak Middle',
      'Elm High',
    ])
    const elmAt = of('s.place.zone/elm')
    expect(elmAt.places.map(({ author, zone, x }) => [author?.initials, zone, x])).toEqual([
      ['SB', 'd', 55],
      ['ML', 'a', 55],
    ])
    expect(elmAt.picks.map(({ label, people: who }) => [label, names(who)])).toEqual([
      ['No traction', ['ML']],
      ['Low traction', []],
      ['Some traction', []],
      ['Traction', ['SB']],
      ['Impact at scale', []],
    ])
    expect(of('s.place.zone/oak').answered).toBe(1)
    expect(section?.coverage).toEqual({ people: 2, ofPeople: 2, items: 2, ofItems: 4 })
  })

  it('asks nothing while no site is named, and keeps what was said of one that was taken away', () => {
    const { built } = report([place('elm', 'p1', 'd')], [])
    expect(built.sections.map(({ section }) => section.id)).toEqual(['k'])
    expect(built.hiddenAnswers).toBe(1)
  })

  it('does not mix up sites, or an answer without one', () => {
    const { of, built } = report([
      given({ itemId: 's.place.zone', answer: { kind: 'placement', zone: 'a', x: 1, y: 1 } }),
    ])
    expect(of('s.place.zone/oak').answered).toBe(0)
    expect(built.hiddenAnswers).toBe(1)
  })
})

describe('a map', () => {
  const map = aPlacementItem()

  it.each([
    [5, 5, 'a'],
    [60, 10, 'b'],
    [20, 30, 'c'],
    [50, 50, 'd'],
    [90, 90, 'e'],
    // Between zones: the nearest one.
    [100, 45, 'b'],
    [0, 100, 'd'],
    [78, 60, 'd'],
  ])('takes %i across and %i up for zone %s', (x, y, zone) => {
    expect(zoneAt(map, x, y).id).toBe(zone)
  })

  it('puts a site chosen from the list into the middle of its zone', () => {
    for (const zone of map.zones) {
      const { x, y } = middleOf(zone)
      expect(zoneAt(map, x, y).id).toBe(zone.id)
    }
  })
})

it('every answer there is, is shown or counted as hidden, never lost', () => {
  const responses = itemsOf(rubric).flatMap(({ item }) =>
    [undefined, 'oak', 'gone'].flatMap((siteId) =>
      ['p1', TEAM].flatMap((participantId) =>
        answersOfEveryKind.map((answer) =>
          given({ itemId: item.id, participantId, siteId, answer }),
        ),
      ),
    ),
  )
  for (const response of responses) {
    const { built, items } = report([response])
    const shown = items.reduce((sum, item) => sum + item.shown, 0)
    expect(shown + built.hiddenAnswers, JSON.stringify(response)).toBe(1)
  }
})

const answersOfEveryKind: readonly Answer[] = [
  { kind: 'level', level: 'good' },
  { kind: 'setAside', reason: 'unknown' },
  { kind: 'text', text: 'Words' },
  { kind: 'options', options: ['teach'] },
  { kind: 'options', options: ['initiate'] },
  { kind: 'status', status: 'begun' },
  { kind: 'placement', zone: 'a', x: 3, y: 3 },
  { kind: 'table', rows: [{ id: 'formal', isAdded: false, cells: { offers: 'x' } }] },
]

it('the row on screen reads the same report', () => {
  const [section] = rubric.sections
  const skill = section?.skills[1]
  const item = skill?.items[0]
  if (!section || !skill || !item) throw new Error('no item')
  const responses = [given({ itemId: item.id, answer: { kind: 'options', options: ['develop'] } })]
  const reflection = { participants: people, strategies: [] }
  const row = buildItemReport({ reflection, rubric, section, skill, item, responses })
  expect(row).toEqual({ ...report(responses).of(item.id) })
})
