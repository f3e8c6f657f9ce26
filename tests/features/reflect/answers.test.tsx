import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerEdit, TEAM } from '#core/answer.ts'
import { accessibleName, openSheet, type Opening, type Sheet } from './openSheet.tsx'

let sheet: Sheet

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(async () => {
  await sheet.page.close()
  vi.unstubAllGlobals()
})
const open = async (opening?: Opening) => {
  sheet = await openSheet(opening)
}

const of = (itemId: string, participantId = 'p1') => ({
  participantId,
  rubricId: 'kinds-rubric',
  itemId,
})
const radio = (itemId: string, name: string) => sheet.control(itemId, 'input[type=radio]', name)
const isChecked = (element: HTMLElement) => element instanceof HTMLInputElement && element.checked
const chipsAt = (itemId: string, name: string, selector = 'input') =>
  [...(sheet.control(itemId, selector, name).closest('label')?.querySelectorAll('bdi') ?? [])].map(
    ({ textContent }) => textContent,
  )
const press = (key: string) =>
  sheet.page.act(() => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })

test('one option is chosen, another moves the choice, the same one takes it back', async () => {
  await open()
  await sheet.press('k.ask.one', 'input', 'Develop')
  expect(sheet.answer('k.ask.one')).toEqual({ kind: 'options', options: ['develop'] })
  expect(chipsAt('k.ask.one', 'Develop')).toEqual(['SB'])
  await sheet.press('k.ask.one', 'input', 'Initiate')
  expect(sheet.answer('k.ask.one')).toEqual({ kind: 'options', options: ['initiate'] })
  expect(isChecked(radio('k.ask.one', 'Develop'))).toBe(false)
  await sheet.press('k.ask.one', 'input', 'Initiate')
  expect(sheet.answer('k.ask.one')).toBeUndefined()
  expect(chipsAt('k.ask.one', 'Initiate')).toEqual([])
})

test('an option is told with its hint and with who else chose it', async () => {
  await open()
  await sheet.page.act(() =>
    sheet.store.apply([
      answerEdit(of('k.ask.one', 'p2'), { kind: 'options', options: ['initiate'] }),
    ]),
  )
  const described = radio('k.ask.one', 'Initiate').getAttribute('aria-describedby') ?? ''
  const words = described.split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(words).toEqual(['We plan and gather people.', 'Here: ML'])
  expect(isChecked(radio('k.ask.one', 'Initiate'))).toBe(false)
})

test('any number of options is chosen; the last one taken off is no answer', async () => {
  await open()
  for (const name of ['Share the air', 'All teach']) {
    await sheet.press('k.ask.many', 'input[type=checkbox]', name)
  }
  expect(sheet.answer('k.ask.many')).toEqual({ kind: 'options', options: ['teach', 'share'] })
  await sheet.press('k.ask.many', 'input', 'All teach')
  expect(sheet.answer('k.ask.many')).toEqual({ kind: 'options', options: ['share'] })
  await sheet.press('k.ask.many', 'input', 'Share the air')
  expect(sheet.answer('k.ask.many')).toBeUndefined()
})

test('an option that only a newer definition knows stays chosen', async () => {
  await open()
  await sheet.page.act(() =>
    sheet.store.apply([answerEdit(of('k.ask.many'), { kind: 'options', options: ['newer'] })]),
  )
  await sheet.press('k.ask.many', 'input', 'All teach')
  expect(sheet.answer('k.ask.many')).toEqual({ kind: 'options', options: ['teach', 'newer'] })
})

test('a status is the answer of the team, whoever’s turn it is, and is taken back', async () => {
  await open()
  await sheet.press('k.ask.status', 'input', 'Begun')
  expect(sheet.answer('k.ask.status', TEAM)).toEqual({ kind: 'status', status: 'begun' })
  expect(sheet.answer('k.ask.status', 'p1')).toBeUndefined()
  await sheet.page.press('radio', 'ML')
  expect(isChecked(radio('k.ask.status', 'Begun'))).toBe(true)
  expect(sheet.row('k.ask.status').textContent).toContain('We answer this together')
  await sheet.press('k.ask.status', 'input', 'Begun')
  expect(sheet.answer('k.ask.status', TEAM)).toBeUndefined()
})

test('words answered together are the team’s, and count for everyone', async () => {
  await open()
  expect(sheet.page.text()).toContain('SB has answered 0 of 7 here')
  const field = sheet.control('k.ask.words', 'textarea', 'Our answer')
  await sheet.write(field, 'We share what worked.')
  expect(sheet.answer('k.ask.words', TEAM)).toEqual({ kind: 'text', text: 'We share what worked.' })
  expect(sheet.page.text()).toContain('SB has answered 1 of 7 here')
  await sheet.page.press('radio', 'ML')
  expect(sheet.page.text()).toContain('ML has answered 1 of 7 here')
})

test('alone, nobody reads of answering together, and the answer is still the team’s', async () => {
  await open({ mode: 'individual', people: ['p1'] })
  expect(sheet.page.text()).not.toMatch(/We answer this together|answered together|Our answer/)
  expect(sheet.page.text()).toContain('Not answered: 1.1a, 1.1b, 1.2a, 1.2b, 1.2c, 1.2d, 1.3a')
  await sheet.press('k.ask.status', 'input', 'In place')
  expect(sheet.answer('k.ask.status', TEAM)).toEqual({ kind: 'status', status: 'inPlace' })
  expect(sheet.page.text()).toContain('You have answered 1 of 7 here')
})

test('what is open is listed for people and for the team', async () => {
  await open()
  await sheet.press('k.rate.1', 'input', "We're great at this")
  const gaps = [...document.querySelectorAll('footer li')].map(({ textContent }) => textContent)
  expect(gaps.slice(0, 3)).toEqual([
    'SBNot answered: 1.1b, 1.2a, 1.2b',
    'MLNot answered: 1.1a, 1.1b, 1.2a, 1.2b',
    'Not answered together yet: 1.2c, 1.2d, 1.3a',
  ])
})

test('setting aside is an answer of its own, for every kind that offers it', async () => {
  await open()
  await sheet.press('k.ask.one', 'input', 'Develop')
  await sheet.press('k.ask.one', 'button', "We can't tell")
  expect(sheet.answer('k.ask.one')).toEqual({ kind: 'setAside', reason: 'unknown' })
  expect(isChecked(radio('k.ask.one', 'Develop'))).toBe(false)
  await sheet.press('k.ask.one', 'button', "We can't tell")
  expect(sheet.answer('k.ask.one')).toBeUndefined()
})

test('a note opens on request, is kept beside the answer, and stays open with words in it', async () => {
  await open()
  await sheet.press('k.ask.status', 'button', 'Add a note')
  const note = sheet.control('k.ask.status', 'textarea', 'Note')
  expect(document.activeElement).toBe(note)
  await sheet.write(note, 'Signed in May.')
  const [response] = sheet.store.responsesOf({ rubricId: 'kinds-rubric', itemId: 'k.ask.status' })
  expect(response).toMatchObject({ participantId: TEAM, note: 'Signed in May.', answer: undefined })
  await sheet.page.press('radio', 'ML')
  expect(sheet.control('k.ask.status', 'textarea', 'Note')).toMatchObject({
    value: 'Signed in May.',
  })
  await sheet.page.press('button', 'Undo')
  expect(sheet.page.text()).toContain('Undone: the note at 1.2c')
})

test('each person’s note is their own', async () => {
  await open()
  await sheet.press('k.ask.many', 'button', 'Add a note')
  await sheet.write(sheet.control('k.ask.many', 'textarea', 'Note'), 'Mine.')
  await sheet.page.press('radio', 'ML')
  expect(sheet.row('k.ask.many').querySelector('textarea')).toBeNull()
})

test('digits choose, zero takes back, and U sets aside, where one answer is given', async () => {
  await open()
  await sheet.page.act(() => sheet.row('k.ask.one').focus())
  await press('2')
  expect(sheet.answer('k.ask.one')).toEqual({ kind: 'options', options: ['develop'] })
  await press('u')
  expect(sheet.answer('k.ask.one')).toEqual({ kind: 'setAside', reason: 'unknown' })
  await press('0')
  expect(sheet.answer('k.ask.one')).toBeUndefined()
  await sheet.page.act(() => sheet.row('k.ask.status').focus())
  await press('4')
  expect(sheet.answer('k.ask.status', TEAM)).toEqual({ kind: 'status', status: 'toRevisit' })
})

test('a digit never drops one of many choices, nor words', async () => {
  await open()
  await sheet.press('k.ask.many', 'input', 'All teach')
  await sheet.page.act(() => sheet.row('k.ask.many').focus())
  await press('3')
  expect(sheet.answer('k.ask.many')).toEqual({ kind: 'options', options: ['teach'] })
  await sheet.write(sheet.control('k.ask.words', 'textarea', 'Our answer'), 'Kept.')
  await sheet.page.act(() => sheet.row('k.ask.words').focus())
  await press('0')
  expect(sheet.answer('k.ask.words', TEAM)).toEqual({ kind: 'text', text: 'Kept.' })
})

test('every control is named by its question', async () => {
  await open()
  for (const id of ['k.ask.one', 'k.ask.many', 'k.ask.status', 'k.ask.words', 'k.plan.table']) {
    const group = sheet.row(id).querySelector<HTMLElement>('[role=radiogroup], [role=group]')
    const text = document.getElementById(`text-${id}`)?.textContent
    expect(group && accessibleName(group), id).toBe(text)
  }
})
