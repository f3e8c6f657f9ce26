import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { en } from '#messages/en.ts'
import { splitGraphemes } from '#core/text.ts'
import {
  emptyValues,
  MOST_PEOPLE,
  newPerson,
  setupSchema,
  splitNames,
  startingSections,
  storedScope,
  type People,
  type SetupValues,
} from '#features/setup/setupForm.ts'
import { aRubric, aSection } from '../../support/builders.ts'

function values(overrides: Partial<SetupValues> = {}): SetupValues {
  return {
    ...emptyValues('2026-11-22'),
    team: 'Cedar hub',
    people: { p1: { name: 'Sam Brown', initials: 'SB' } },
    rubrics: [{ key: 'test-rubric', sections: ['a'] }],
    ...overrides,
  }
}

/** What is wrong, as "path: sentence". */
function faults(given: SetupValues, mode: 'team' | 'individual' = 'team'): readonly string[] {
  const { issues = [] } = v.safeParse(setupSchema(en.setup, mode), given)
  return issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)
}

function seat(names: readonly string[]): People {
  const people: People = {}
  names.forEach((name, index) => {
    people[`p${index}`] = newPerson(name, people)
  })
  return people
}

describe('names that are typed or pasted', () => {
  test.each([
    ['Sam Brown', ['Sam Brown']],
    ['  Sam   Brown  ', ['Sam Brown']],
    ['Sam Brown, Mei Lin; Ana', ['Sam Brown', 'Mei Lin', 'Ana']],
    ['李明、王芳', ['李明', '王芳']],
    ['Sam\nMei\r\nAna\n\n', ['Sam', 'Mei', 'Ana']],
    ['1. Sam Brown\n2) Mei Lin\n- Ana\n• Tunde', ['Sam Brown', 'Mei Lin', 'Ana', 'Tunde']],
    ['Brown, Sam\nLin, Mei', ['Brown, Sam', 'Lin, Mei']],
    ['Sam\tBrown\nMei\tLin', ['Sam Brown', 'Mei Lin']],
    ['Jean-Luc', ['Jean-Luc']],
    ['', []],
    [' , ; ', []],
  ])('%j are %j', (text, names) => expect(splitNames(text)).toEqual(names))
})

describe('the initials of new people', () => {
  test('differ, in any script, and have one to four characters', () => {
    const latin = ['Sam Brown', 'Sue Black', 'Sara Brown', 'Sam Brown', 'José-María', 'X', 'x', 'Å']
    const others = ['李明', '李明', 'Αλέξης Παππάς', 'محمد علي', 'Ольга Иванова', '👩‍🏫 Teacher']
    const people = seat([...latin, ...others])
    const initials = Object.values(people).map((person) => person.initials)
    expect(new Set(initials.map((text) => text.toLocaleUpperCase())).size).toBe(initials.length)
    for (const text of initials) {
      expect(splitGraphemes(text).length).toBeGreaterThan(0)
      expect(splitGraphemes(text).length).toBeLessThan(5)
    }
    expect(faults(values({ people }))).toEqual([])
  })

  test('are taken as they are when someone types initials for a name', () => {
    expect(seat(['SB', 'MLK']).p0?.initials).toBe('SB')
    expect(seat(['SB', 'MLK']).p1?.initials).toBe('MLK')
    expect(seat(['SB', 'SB']).p1?.initials).not.toBe('SB')
  })
})

describe('the form', () => {
  test('accepts a team with a name, a person and a section', () =>
    expect(faults(values())).toEqual([]))

  test('says what is missing, field by field', () => {
    const rubrics = [
      { key: 'test-rubric', sections: ['a'] },
      { key: 'another', sections: [] },
    ]
    expect(faults(values({ team: '  ', people: {}, rubrics }))).toEqual([
      `team: ${en.setup.teamMissing}`,
      `people: ${en.setup.peopleMissing}`,
      `rubrics.1.sections: ${en.setup.sectionsMissing}`,
    ])
    expect(faults(values({ rubrics: [] }))).toEqual([`rubrics: ${en.setup.rubricMissing}`])
    expect(faults(values({ team: '' }), 'individual')).toEqual([`team: ${en.setup.nameMissing}`])
  })

  test.each(['2026-1-5', 'tomorrow', '20261122'])('refuses "%s" as a date', (date) =>
    expect(faults(values({ date }))).toEqual([`date: ${en.setup.dateWrong}`]),
  )

  test.each(['0026-03-04', '1999-12-31', '2101-01-01'])('refuses the year of %s', (date) =>
    expect(faults(values({ date }))).toEqual([`date: ${en.setup.yearWrong(2000, 2100)}`]),
  )

  test.each(['2000-01-01', '2026-02-28', '2100-12-31'])('accepts %s', (date) =>
    expect(faults(values({ date }))).toEqual([]),
  )

  test('may have no date', () => expect(faults(values({ date: '' }))).toEqual([]))

  test('says who else has the same initials, and offers others', () => {
    const people = {
      p1: { name: 'Sam Brown', initials: 'SB' },
      p2: { name: 'Sue Black', initials: 'sb ' },
    }
    expect(faults(values({ people }))).toEqual([
      'people.p1.initials: Sue Black has these initials too. Try SaB.',
      'people.p2.initials: Sam Brown has these initials too. Try SuB.',
    ])
  })

  test.each([
    ['', en.setup.initialsMissing],
    [' ', en.setup.initialsMissing],
    ['ABCDE', en.setup.initialsLong(4)],
  ])('refuses "%s" as initials', (initials, message) =>
    expect(faults(values({ people: { p1: { name: 'Sam', initials } } }))).toEqual([
      `people.p1.initials: ${message}`,
    ]),
  )

  test('counts what a reader sees: four graphemes fit, however many code units they take', () =>
    expect(faults(values({ people: { p1: { name: '', initials: '👩‍🏫👨‍👩‍👧‍👦é́Å' } } }))).toEqual([]))

  test(`holds ${MOST_PEOPLE} people and says so to the next`, () => {
    const names = Array.from({ length: MOST_PEOPLE + 1 }, (_, index) => `Person ${index}`)
    expect(faults(values({ people: seat(names.slice(1)) }))).toEqual([])
    expect(faults(values({ people: seat(names) }))).toEqual([
      `people: ${en.setup.peopleTooMany(MOST_PEOPLE)}`,
    ])
  })
})

test('A name that steers the direction of text does not turn our sentences round', () => {
  const person = { name: '\u202EevE\u202C', initials: 'Ev' }
  expect(en.setup.added([person], 1)).toBe('evE is Ev. 1 person so far.')
  expect(en.setup.removed(person.name)).toBe('evE was removed.')
})

test('All sections are stored as "all", so that a section added later is in scope too', () => {
  expect(storedScope(aRubric(), ['b', 'a'])).toBeUndefined()
  expect(storedScope(aRubric(), ['b'])).toEqual(['b'])
})

test('A hub rubric starts with no section chosen, any other with all of them', () => {
  expect(startingSections(aRubric())).toEqual(['a', 'b'])
  expect(startingSections(aRubric({ family: 'hub-leadership' }))).toEqual([])
  expect(startingSections(aRubric({ family: 'hub-leadership', sections: [aSection()] }))).toEqual([
    'a',
  ])
})

test.each([
  [10, 0, 'about 10 minutes'],
  [0, 5, 'about 5 minutes for each site'],
  [10, 5, 'about 10 minutes, and 5 for each site'],
])('%i minutes and %i a site read "%s"', (once, eachSite, words) =>
  expect(en.setup.aboutMinutes(once, eachSite)).toBe(words),
)

test.each([
  ['0026-03-04', 'March 4, 26'],
  ['2026-03-04', 'March 4, 2026'],
  ['soon', 'soon'],
])('The day %s reads %s', (date, words) => expect(en.common.day(date)).toBe(words))
