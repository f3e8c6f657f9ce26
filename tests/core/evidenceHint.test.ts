import { expect, test } from 'vitest'
import { readEvidence, type EvidencePoint } from '#core/evidenceHint.ts'

/** Sentences as people write them, and what a rule should see in each. */
const SENTENCES: readonly (readonly [string, readonly EvidencePoint[]])[] = [
  ['Members like it.', []],
  ['It just feels right, and the mood is good.', []],
  ['Two of five schools', ['count']],
  ['About 40 percent of coaches', ['count']],
  ['Many teachers stay to the end', ['count']],
  ['९ टीमें', ['count']],
  ['The yearly survey', ['source']],
  ['Our meeting minutes', ['source']],
  ['It takes twenty minutes', ['count']],
  ['It takes 20 minutes', ['count']],
  ['Members told us so', ['source']],
  ['Coaches saw it in classrooms', ['source']],
  ['Attendance is good', ['source']],
  ['We have done this since October', ['date']],
  ['It began in 2025', ['date']],
  ['It began on 2025-09-14', ['date']],
  ['It began on 9/14/2025', ['date']],
  ['It began on May 3', ['date']],
  ['We may do more', []],
  ['We march on and fall in step', []],
  ['It began last fall', ['date']],
  ['Two years ago', ['count', 'date']],
  ['Teams meet sooner than before', ['change']],
  ['Before, members left early; now they stay', []],
  ['Before it members left early and now they stay', ['change']],
  ['Meetings went from 3 to 9', ['count', 'change']],
  ['Notes go from the hub to members', ['source']],
  ['More teams take part than last year', ['date', 'change']],
  ['Fewer people leave, compared with the first cohort', ['count', 'change']],
  ['Engagement rose', ['change']],
  [
    'In the spring 2026 survey 31 of 40 members felt welcome, up from 18 the year before.',
    ['count', 'date', 'source', 'change'],
  ],
  [
    'Nine of ten teams sent all their weekly reports this year; connections in the survey rose.',
    ['count', 'date', 'source', 'change'],
  ],
  // Spanish, with and without its accents.
  ['A los miembros les gusta.', []],
  ['Dos de cada cinco escuelas', ['count']],
  ['La mayoría de los equipos', ['count']],
  ['Lo dice la encuesta', ['source']],
  ['Según las actas y la observación', ['source']],
  ['Desde el otoño', ['date']],
  ['hace dos meses', ['count', 'date']],
  ['El año pasado', ['date']],
  ['Antes nadie venía y ahora vienen', ['change']],
  ['La asistencia pasó de 12 a 30', ['count', 'source', 'change']],
  ['Más equipos que el año pasado', ['date', 'change']],
  [
    'En la encuesta de mayo de 2026, 31 de 40 miembros dijeron que sí; antes eran 18 y ahora más.',
    ['count', 'date', 'source', 'change'],
  ],
]

test.each(SENTENCES)('“%s” says: %j', (sentence, points) => {
  expect(readEvidence(sentence).has).toEqual(points)
})

test('A year, a day of the month and the first year of something are no count', () => {
  for (const text of [
    'since 2025',
    'in 2024-25',
    'on March 14th, 2026',
    'el 14 de marzo de 2026',
    'on 2026-03-14',
    'since year 2',
    'in Q3',
  ]) {
    expect(readEvidence(text).has, text).toEqual(['date'])
  }
  expect(readEvidence('12 since 2025').has).toEqual(['count', 'date'])
})

test('What is missing is asked for one by one, and nothing when all is there', () => {
  expect(readEvidence('').ask).toBe('count')
  expect(readEvidence('Two of five schools').ask).toBe('date')
  expect(readEvidence('Two of five schools since May 2026').ask).toBe('source')
  expect(readEvidence('Two of five schools since May 2026, says the survey').ask).toBe('change')
  expect(readEvidence('Two of five since May 2026, says the survey; it was one').ask).toBe('change')
  expect(readEvidence('Up to two of five since May 2026 in the survey, up from one').ask).toBe(
    undefined,
  )
})

test('Words inside of other words do not count', () => {
  for (const text of ['Metadatabase', 'Reportage', 'Twofold', 'Mayor', 'datosphere', 'Pollen']) {
    expect(readEvidence(text).has, text).toEqual([])
  }
})

test('A long text without an answer is read in no time', () => {
  const long = `${'more and more and more of the same thing that is '.repeat(4000)}from`
  expect(readEvidence(long).has).toEqual([])
})
