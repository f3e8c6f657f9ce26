import { useEffect, useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ERASED } from '#core/change.ts'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits, pinRubricEdit } from '#core/reflection.ts'
import { newReflectionEdits } from '#features/setup/setupForm.ts'
import { SetupPage } from '#features/setup/SetupPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { unplacedTexts } from '#storage/unplacedTexts.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { descriptionOf, field, fill, hasField, key, leave, type } from '../../support/typing.ts'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.setup
const TRUST = /^Build network culture/
const PLACE = { participantId: 'p2', rubricId: 'test-rubric', itemId: 'b.one.1' }
let page: TestPage
let store: ReflectionStore
let shown: (isShown: boolean) => void

afterEach(async () => {
  await page.close()
})

/** Set up as one of the steps of a reflection that stays open. */
function Steps() {
  const [isShown, show] = useState(true)
  useEffect(() => {
    shown = show
  }, [])
  return isShown && <SetupPage store={store} />
}

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
        rubrics: [{ rubric, sections: ['a', 'b'] }],
        values: {
          team: mode === 'team' ? 'Cedar hub' : 'Sam Brown',
          date: '2026-11-22',
          facilitator: '',
          adding: '',
          way: 'open',
          plan: '',
          people,
        },
      }),
      answerEdit(PLACE, { kind: 'level', level: 'good' }),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<Steps />, { browser, storage })
}

/** Goes away and comes back, as the rail of steps does. */
async function comeBack() {
  await page.close()
  const { browser } = page
  const storage = await freshStorage(browser)
  const opened = await storage.open(store.id)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<SetupPage store={store} />, { browser, storage })
}

const KEPT = words.removedPerson('Mei Lin', 1)

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

const AD_HOC = /^Ad Hoc Problem Solving/
const AD_HOC_ID = 'hub-ad-hoc-problem-solving'
const scopes = () => store.reflection().rubrics.map(({ scope }) => scope?.length ?? 'all')

/** Opens the list of all rubrics, presses a box, and leaves the list open. */
async function toggle(name: RegExp) {
  if (!page.has('button', en.common.done)) await page.press('button', words.addAnother)
  await page.press('checkbox', name)
}

test('A rubric is added under way with its definition, left out and brought back with its answers', async () => {
  await show()
  await toggle(AD_HOC)
  await page.until(() => store.rubrics().length === 2, 'the second rubric')
  await page.press('button', en.common.done)
  expect(scopes()).toEqual(['all', 'all'])
  const rubric = store.rubrics()[1]?.rubric
  const section = rubric?.sections[1]
  const itemId = section?.skills[0]?.items[0]?.id ?? ''
  const place = { participantId: 'p1', rubricId: AD_HOC_ID, itemId }
  await page.act(() => store.apply([answerEdit(place, { kind: 'level', level: 'good' })]))
  await page.press('button', /^Leave out Ad Hoc/)
  expect(scopes()).toEqual(['all', 0])
  expect(page.text()).toContain(words.leftOut(1))
  expect(store.response(place)?.answer).toEqual({ kind: 'level', level: 'good' })
  await comeBack()
  await page.press('button', /^Bring back Ad Hoc/)
  expect(store.reflection().rubrics[1]?.scope).toEqual([section?.id])
  expect(page.text()).not.toContain(words.leftOut(1))
  expect(store.response(place)?.answer).toEqual({ kind: 'level', level: 'good' })
})

test('Unticking works in the list as in the rubric itself, and one rubric always stays', async () => {
  await show()
  expect(page.has('button', /^Leave out/)).toBe(false)
  await toggle(AD_HOC)
  await page.until(() => store.rubrics().length === 2, 'the second rubric')
  await toggle(AD_HOC)
  expect(scopes()).toEqual(['all', 0])
  await page.press('button', en.common.done)
  await page.press('checkbox', TRUST)
  await page.press('checkbox', /^Build membership/)
  expect(page.text()).toContain(words.sectionsMissing)
  expect(scopes()).toEqual([1, 0])
  await toggle(AD_HOC)
  expect(scopes()).toEqual([0, 'all'])
  expect(page.text()).not.toContain(words.sectionsMissing)
  await toggle(AD_HOC)
  expect(page.text()).toContain(words.lastRubric)
  expect(scopes()).toEqual([0, 'all'])
  expect(store.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
})

test('A rubric whose definition is not here says so, and the others go on', async () => {
  await show()
  await page.act(() =>
    store.apply([pinRubricEdit(store.id, { id: 'elsewhere', hash: 'unknown', order: 1 })]),
  )
  expect(page.text()).toContain(words.missingRubric)
  expect(page.has('checkbox', TRUST)).toBe(true)
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

test('Whoever was removed is listed with their marks, also after a reload and a second removal', async () => {
  await show()
  await page.press('button', words.removePerson('Mei Lin'))
  await page.press('button', words.removePerson('Sam Brown'))
  expect(page.text()).toContain(KEPT)
  await comeBack()
  expect(page.text()).toContain(KEPT)
  expect(page.text()).toContain(words.removedPerson('Sam Brown', 0))
  await page.press('button', words.bringBack('Mei Lin'))
  expect(seats()).toEqual(['ML: Mei Lin'])
  expect(field('Initials of Mei Lin').value).toBe('ML')
  expect(page.text()).not.toContain(KEPT)
  expect(store.response(PLACE)?.answer).toEqual({ kind: 'level', level: 'good' })
})

test('An erased person is not listed', async () => {
  await show()
  await page.press('button', words.removePerson('Sam Brown'))
  await page.press('button', words.removePerson('Mei Lin'))
  await page.act(() =>
    store.apply([{ kind: 'participant', record: 'p1', field: ERASED, value: true }]),
  )
  expect(page.text()).not.toContain(words.removedPerson('Sam Brown', 0))
  expect(store.removedParticipants().map(({ id }) => id)).toEqual(['p2'])
})

test('Whoever comes back to find their initials given away gets others', async () => {
  await show()
  await page.press('button', words.removePerson('Mei Lin'))
  await type(page, words.addPerson, 'Max Law')
  await key(page, words.addPerson, 'Enter')
  expect(seats()).toContain('ML: Max Law')
  await comeBack()
  await page.press('button', words.bringBack('Mei Lin'))
  expect(seats()).toContain('MeL: Mei Lin')
  expect(field('Initials of Mei Lin').value).toBe('MeL')
})

test('Adding a name that was removed offers that person with their marks, and makes nobody new', async () => {
  await show()
  await page.press('button', words.removePerson('Mei Lin'))
  await type(page, words.addPerson, 'mei  lin, Ana')
  await key(page, words.addPerson, 'Enter')
  expect(seats()).toEqual(['SB: Sam Brown', 'An: Ana'])
  await page.press('button', words.bringBackMarks('Mei Lin', 1))
  expect(seats()).toContain('ML: Mei Lin')
  expect(page.has('button', words.addNew)).toBe(false)
  await page.press('button', words.removePerson('Mei Lin'))
  await type(page, words.addPerson, 'Mei Lin')
  await key(page, words.addPerson, 'Enter')
  await page.press('button', words.addNew)
  expect(seats()).toContain('ML: Mei Lin')
  expect(store.removedParticipants().map(({ id }) => id)).toEqual(['p2'])
})

test('A removed name typed and not added makes nobody new when the page is left', async () => {
  await show()
  await page.press('button', words.removePerson('Mei Lin'))
  await type(page, words.addPerson, 'Mei Lin')
  await comeBack()
  expect(seats()).toEqual(['SB: Sam Brown'])
  expect(page.text()).toContain(KEPT)
})

/** Leaves Set up for another step of the same reflection, and comes back. */
async function stepAway(meanwhile: () => void = () => undefined) {
  await page.act(() => shown(false))
  meanwhile()
  await page.act(() => shown(true))
}

test('Taken initials stand with their fault until they are put right, also on coming back', async () => {
  await show()
  const told = 'Sam Brown has these initials too. Try ML.'
  await fill(page, 'Initials of Mei Lin', 'SB')
  await page.until(() => page.text().includes(told), 'the sentence')
  await type(page, words.addPerson, 'Ana')
  await key(page, words.addPerson, 'Enter')
  await fill(page, words.facilitator, 'Tunde')
  await page.act(() => new Promise((resolve) => setTimeout(resolve, 30)))
  expect(page.text()).toContain(told)
  await stepAway()
  await page.until(() => page.text().includes(told), 'the sentence again')
  expect(field('Initials of Mei Lin').value).toBe('SB')
  expect(page.text()).toContain(words.stillInitials('Mei Lin', 'ML'))
  expect(seats()).toContain('ML: Mei Lin')
  await fill(page, 'Initials of Mei Lin', 'MLi')
  await page.until(() => !page.text().includes(words.notKept), 'the notice to go')
  await stepAway()
  expect(field('Initials of Mei Lin').value).toBe('MLi')
  expect(page.text()).not.toContain(words.notKept)
})

test('Refused initials are stored once the other person has given them up', async () => {
  await show()
  await fill(page, 'Initials of Mei Lin', 'SB')
  await fill(page, 'Initials of Sam Brown', 'Sam')
  expect(seats()).toEqual(['Sam: Sam Brown', 'SB: Mei Lin'])
  expect(page.text()).not.toContain('has these initials too')
})

test('What another window refused stays there, whatever is typed here', async () => {
  await show()
  const refused = unplacedTexts('setup', store.id)
  await page.act(() => refused.set('people.p1.initials', ['ML']))
  await fill(page, words.team, 'Oak hub')
  expect(store.reflection().team).toBe('Oak hub')
  expect(refused.get()).toEqual(new Map([['people.p1.initials', ['ML']]]))
})

test('An emptied team keeps its name in the store, and its fault in the form', async () => {
  await show()
  await type(page, words.team, 'C')
  await type(page, words.team, '')
  await page.act(() => page.storage.flushDrafts())
  expect(store.reflection().team).toBe('Cedar hub')
  await leave(page, words.team)
  expect(store.reflection().team).toBe('Cedar hub')
  await stepAway()
  await page.until(() => page.text().includes(words.teamMissing), 'the sentence')
  expect(field(words.team).value).toBe('')
  expect(page.text()).toContain(words.stillName('Cedar hub'))
  await fill(page, words.team, 'Oak hub')
  expect(store.reflection().team).toBe('Oak hub')
})

test('What is refused stays refused after a change elsewhere', async () => {
  await show()
  await fill(page, words.date, '0026-03-04')
  await page.until(() => page.text().includes(words.yearWrong(2000, 2100)), 'the sentence')
  await page.act(() => store.apply(fieldEdits('reflection', store.id, { facilitator: 'Ana' })))
  expect(field(words.date).value).toBe('0026-03-04')
  expect(page.text()).toContain(words.yearWrong(2000, 2100))
  expect(store.reflection().date).toBe('2026-11-22')
})
