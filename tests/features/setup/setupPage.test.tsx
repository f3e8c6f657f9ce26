import { afterEach, expect, test } from 'vitest'
import { answerEdit, fieldEdits } from '#core/reflection.ts'
import { newReflectionEdits } from '#features/setup/setupForm.ts'
import { SetupPage } from '#features/setup/SetupPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { descriptionOf, field, fill, hasField, key, leave, type } from '../../support/typing.ts'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.setup
const TRUST = /^Build network culture/
const PLACE = { participantId: 'p2', rubricId: 'test-rubric', itemId: 'b.one.1' }
let page: TestPage
let store: ReflectionStore

afterEach(async () => {
  await page.close()
})

/** A team of two with a mark by Mei Lin in the second section; every section in scope. */
async function show(mode: 'team' | 'individual' = 'team') {
  const browser = testBrowser()
  const storage = await freshStorage(browser)
  const rubric = aRubric()
  const people = {
    p1: { name: 'Sam Brown', initials: 'SB' },
    ...(mode === 'team' && { p2: { name: 'Mei Lin', initials: 'ML' } }),
  }
  const made = await storage.create({
    rubrics: [rubric],
    edits: (reflectionId) => [
      ...newReflectionEdits({
        reflectionId,
        mode,
        rubric,
        values: {
          team: mode === 'team' ? 'Cedar hub' : 'Sam Brown',
          date: '2026-11-22',
          facilitator: '',
          adding: '',
          people,
          sections: ['a', 'b'],
        },
      }),
      answerEdit(PLACE, { kind: 'level', level: 'good' }),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<SetupPage store={store} />, { browser, storage })
}

const seats = () =>
  store.reflection().participants.map(({ name, initials }) => `${initials}: ${name}`)

test('A text is one change when its field is left, and none before', async () => {
  await show()
  const before = store.changes().length
  await type(page, words.team, 'Cedar Valley')
  expect(store.reflection().team).toBe('Cedar hub')
  await type(page, words.team, '  Cedar  Valley hub ')
  expect(store.changes()).toHaveLength(before)
  await leave(page, words.team)
  expect(store.reflection().team).toBe('Cedar Valley hub')
  expect(store.changes()).toHaveLength(before + 1)
  expect(field(words.team).value).toBe('Cedar Valley hub')
})

test('A field that is only looked at changes nothing', async () => {
  await show()
  const before = store.changes().length
  await fill(page, words.team, 'Cedar hub')
  for (const name of [words.date, words.facilitator, words.nameOf(1), 'Initials of Sam Brown']) {
    await page.act(() => field(name).focus())
    await leave(page, name)
  }
  expect(store.changes()).toHaveLength(before)
})

test('A date is stored when it is whole', async () => {
  await show()
  await fill(page, words.date, '2026-12-01')
  expect(store.reflection().date).toBe('2026-12-01')
  await fill(page, words.date, '')
  expect(store.reflection().date).toBe('')
})

test('New initials are stored when they are free, and not while someone else has them', async () => {
  await show()
  await fill(page, 'Initials of Mei Lin', 'SB')
  const told = 'Sam Brown has these initials too. Try ML.'
  await page.until(() => page.text().includes(told), 'the sentence')
  expect(descriptionOf(field('Initials of Mei Lin'))).toBe(told)
  expect(seats()).toEqual(['SB: Sam Brown', 'ML: Mei Lin'])
  await fill(page, 'Initials of Mei Lin', 'MLi')
  expect(seats()).toEqual(['SB: Sam Brown', 'MLi: Mei Lin'])
  await page.until(() => !page.text().includes(told), 'the sentence to go')
})

test('People are added at the end, at once', async () => {
  await show()
  await type(page, words.addPerson, 'Sara Boe, Ana')
  await key(page, words.addPerson, 'Enter')
  expect(seats()).toEqual(['SB: Sam Brown', 'ML: Mei Lin', 'SaB: Sara Boe', 'An: Ana'])
  expect(field(words.nameOf(4)).value).toBe('Ana')
})

test('A removed person is hidden with their marks kept; Undo brings both back', async () => {
  await show()
  await page.press('button', words.removePerson('Mei Lin'))
  expect(seats()).toEqual(['SB: Sam Brown'])
  expect(page.text()).toContain(words.removedKept('Mei Lin'))
  expect(store.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
  await page.press('button', en.common.undo)
  expect(seats()).toEqual(['SB: Sam Brown', 'ML: Mei Lin'])
  expect(field('Initials of Mei Lin').value).toBe('ML')
})

test('A section left out and taken in again has the same marks; the last one cannot go', async () => {
  await show()
  const scope = () => store.reflection().rubrics[0]?.scope
  expect(scope()).toBeUndefined()
  await page.press('checkbox', TRUST)
  expect(scope()).toEqual(['a'])
  expect(store.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
  await page.press('checkbox', /^Build membership/)
  expect(page.text()).toContain(words.sectionsMissing)
  expect(scope()).toEqual(['a'])
  await page.press('checkbox', TRUST)
  expect(page.text()).not.toContain(words.sectionsMissing)
  expect(scope()).toEqual(['b'])
  await page.press('checkbox', /^Build membership/)
  expect(scope()).toBeUndefined()
})

test('What changes elsewhere shows here, and does not touch what is being typed', async () => {
  await show()
  await type(page, words.team, 'Cedar Val')
  await page.act(() =>
    store.apply([
      ...fieldEdits('reflection', store.id, { facilitator: 'Ana' }),
      ...fieldEdits('participant', 'p1', { name: 'Samuel Brown' }),
      ...fieldEdits('participant', 'p9', { name: 'Tunde', initials: 'Tu', order: 0.5 }),
    ]),
  )
  expect(field(words.facilitator).value).toBe('Ana')
  expect(field(words.nameOf(1)).value).toBe('Samuel Brown')
  expect(field(words.nameOf(2)).value).toBe('Tunde')
  expect(field(words.nameOf(3)).value).toBe('Mei Lin')
  expect(field(words.team).value).toBe('Cedar Val')
  await leave(page, words.team)
  await page.act(() => store.apply(fieldEdits('reflection', store.id, { team: 'Oak hub' })))
  expect(field(words.team).value).toBe('Oak hub')
})

test('Initials and a name being typed outlast what changes elsewhere', async () => {
  await show()
  await type(page, 'Initials of Mei Lin', 'ME')
  await type(page, words.addPerson, 'An')
  await page.act(() => store.apply(fieldEdits('reflection', store.id, { facilitator: 'Ana' })))
  expect(field(words.facilitator).value).toBe('Ana')
  expect(field('Initials of Mei Lin').value).toBe('ME')
  expect(field(words.addPerson).value).toBe('An')
  await leave(page, 'Initials of Mei Lin')
  expect(seats()).toContain('ME: Mei Lin')
})

test('A name typed and not added is added when the page is left', async () => {
  await show()
  await type(page, words.addPerson, 'Ana')
  await page.act(() => void window.dispatchEvent(new Event('pagehide')))
  expect(seats()).toContain('An: Ana')
  expect(seats()).toHaveLength(3)
  await type(page, words.addPerson, 'Tunde')
  await page.close()
  expect(seats()).toContain('Tu: Tunde')
  await show()
})

test('Enter in a row goes on to the next person and sends nothing', async () => {
  await show()
  await key(page, words.nameOf(1), 'Enter')
  expect(document.activeElement).toBe(field(words.addPerson))
})

test('Someone alone has one name, for the reflection and for the person', async () => {
  await show('individual')
  expect(hasField(words.addPerson)).toBe(false)
  await fill(page, words.name, 'Samuel Brown')
  expect(store.reflection().team).toBe('Samuel Brown')
  expect(seats()).toEqual(['SB: Samuel Brown'])
})
