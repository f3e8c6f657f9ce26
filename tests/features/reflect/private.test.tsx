import { afterEach, expect, test } from 'vitest'
import { answerEdit, NOTE, responseId, TEAM } from '#core/answer.ts'
import { privateSections } from '#core/privacy.ts'
import { fieldEdits, scopeEdit } from '#core/reflection.ts'
import { revealEdits } from '#core/workshop.ts'
// Fetched when it is needed; here it is at hand, so that no test waits.
import '#features/reflect/HandOver.tsx'
import '#features/reflect/Moved.tsx'
import '#features/reflect/PaperEntry.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../../support/builders.ts'
import { openSheet, type Sheet } from './openSheet.tsx'

let open: Sheet | undefined
afterEach(async () => {
  await open?.page.close()
  open = undefined
})

const words = en.handOver
const rubricId = 'test-rubric'
const itemId = 'a.one.1'
const level = (id: string) => ({ kind: 'level', level: id }) as const

/** Marks of a person at every item of the rubric that is rated. */
function marksOf(participantId: string, id = 'good') {
  return ['a.one.1', 'a.two.1', 'a.two.2', 'b.one.1'].map((item) =>
    answerEdit({ participantId, rubricId, itemId: item }, level(id)),
  )
}

/** A sheet of which there is one at a time. */
async function openOne(opening: Parameters<typeof openSheet>[0]): Promise<Sheet> {
  open = await openSheet({ rubrics: [aRubric()], ...opening })
  return open
}

async function openPrivate(more: Parameters<typeof openSheet>[0] = {}): Promise<Sheet> {
  const sheet = await openOne({ way: 'private', ...more })
  await sheet.page.until(() => sheet.page.text().includes('Pass the tablet around'), 'the card')
  return sheet
}

/** What the card says of each person. */
const states = () =>
  [...document.querySelectorAll<HTMLElement>('ul button')].map(({ textContent }) => textContent)

async function takeTurn({ page }: Sheet, initials: string) {
  await page.press('button', new RegExp(`^${initials}`))
  await page.until(() => page.has('button', 'Begin'), 'the cover')
  await page.press('button', 'Begin')
  await page.until(() => document.querySelector('article') !== null, 'the rows')
}

const html = () => document.body.innerHTML

function noteOf(store: ReflectionStore, participantId: string, text: string) {
  const record = responseId({ participantId, rubricId, itemId })
  store.apply(fieldEdits('response', record, { [NOTE]: text }))
}

test('without a turn the sheet shows who is done and not what anybody said', async () => {
  const sheet = await openPrivate()
  const before = html()
  await sheet.page.act(() => sheet.store.apply([marksOf('p2')[0] ?? expect.fail()]))
  expect(html()).toBe(before)
  const text = [
    { kind: 'response', record: `p2/${rubricId}/a.one.words`, field: 'answer', value: 'Secret' },
  ] as const
  await sheet.page.act(() => sheet.store.apply([...marksOf('p2'), ...text]))
  expect(states()).toEqual(['SBNot yet', 'MLDone'])
  expect(html()).not.toMatch(/Secret|radio|Pretty good|pretty good/)
})

test('a turn holds this person’s own marks, words and strategies alone', async () => {
  const sheet = await openPrivate()
  const { store, page } = sheet
  await page.act(() => {
    store.apply([...marksOf('p1', 'need'), ...marksOf('p2', 'great')])
    noteOf(store, 'p2', 'Theirs alone')
    for (const [id, credit] of [
      ['s1', ['p1']],
      ['s2', ['p2']],
      ['s3', ['p1', 'p2']],
    ] as const) {
      store.apply(
        fieldEdits('strategy', id, {
          name: `Strategy ${id}`,
          items: [`${rubricId}/${itemId}`],
          credit,
        }),
      )
    }
  })
  await takeTurn(sheet, 'SB')
  expect(html()).not.toMatch(/ML|Mei|Theirs alone|Strategy s2|Strategy s3|Here:/)
  expect(html()).toContain('Strategy s1')
  await page.press('button', 'Edit: Strategy s1')
  // Asking whose it is would name the others, and crediting them would take it out of sight.
  expect(document.querySelector('form input[type=checkbox]')).toBeNull()
  expect(document.querySelectorAll('input:checked')).toHaveLength(3)
})

test('nobody else can be given the turn while it lasts, by tap or by key', async () => {
  const sheet = await openPrivate()
  await takeTurn(sheet, 'SB')
  expect(document.querySelector('input[name=turn]')).toBeNull()
  await sheet.page.act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: ']', bubbles: true }))
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '4', bubbles: true }))
  })
  expect(sheet.answer(itemId, 'p1')).toEqual(level('great'))
  expect(sheet.answer(itemId, 'p2')).toBeUndefined()
})

test('undo reaches back to the beginning of the turn and no further', async () => {
  const sheet = await openPrivate()
  const { page } = sheet
  await takeTurn(sheet, 'ML')
  await sheet.press(itemId, 'input', 'We really need')
  await page.press('button', 'Done, pass it on')
  await page.until(() => page.has('button', /^SB/), 'the card')
  await takeTurn(sheet, 'SB')
  expect(page.find('button', 'Undo')).toHaveProperty('disabled', true)
  await page.act(() => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }))
  })
  expect(sheet.answer(itemId, 'p2')).toEqual(level('need'))
  await sheet.press(itemId, 'input', "We're great")
  await page.press('button', 'Undo')
  expect(sheet.answer(itemId, 'p1')).toBeUndefined()
  expect(page.find('button', 'Undo')).toHaveProperty('disabled', true)
})

test('whoever opens the page anew says first who they are', async () => {
  const sheet = await openPrivate()
  await takeTurn(sheet, 'SB')
  await sheet.reopen()
  await sheet.page.until(() => sheet.page.has('button', /^SB/), 'the card')
  expect(document.querySelector('article')).toBeNull()
})

test('a reveal in another window leaves the tablet in the same hands, and says so', async () => {
  const sheet = await openPrivate()
  const { page, store } = sheet
  await page.act(() => store.apply(marksOf('p1', 'great')))
  await takeTurn(sheet, 'ML')
  await sheet.press(itemId, 'input', "We're pretty good")
  expect(page.text()).not.toContain(en.reflect.shownElsewhere)
  await page.act(() => store.apply(revealEdits(store.id, rubricId, ['a', 'b'])))
  expect(page.text()).toContain(en.reflect.shownElsewhere)
  expect(page.find('radio', /^ML/)).toHaveProperty('checked', true)
  await sheet.press(itemId, 'input', 'We really need')
  expect(sheet.answer(itemId, 'p2')).toEqual(level('need'))
  expect(sheet.answer(itemId, 'p1')).toEqual(level('great'))
  await page.press('radio', /^SB/)
  await sheet.press(itemId, 'input', 'We really need')
  expect(sheet.answer(itemId, 'p1')).toEqual(level('need'))
})

test('nobody in mid-turn marks for all of us when another window shows the marks', async () => {
  const sheet = await openPrivate({ address: { rubricId, sectionId: 'a' } })
  const { store } = sheet
  await sheet.page.act(() => store.apply(revealEdits(store.id, rubricId, ['a'])))
  await sheet.page.press('radio', /What we agree on/)
  await sheet.reopen({ rubricId, sectionId: 'b' })
  await sheet.page.until(() => sheet.page.has('button', /^ML/), 'the card')
  await takeTurn(sheet, 'ML')
  await sheet.page.act(() => store.apply(revealEdits(store.id, rubricId, ['b'])))
  await sheet.press('b.one.1', 'input', 'We really need')
  expect(sheet.answer('b.one.1', 'p2')).toEqual(level('need'))
  expect(sheet.answer('b.one.1', TEAM)).toBeUndefined()
})

test('nothing is said of a reveal where the private section only left the scope', async () => {
  const sheet = await openPrivate({ address: { rubricId, sectionId: 'a' } })
  const { store, page } = sheet
  await page.act(() => store.apply(revealEdits(store.id, rubricId, ['a'])))
  await page.act(() => store.apply([scopeEdit(store.id, rubricId, ['b'])]))
  await sheet.reopen({ rubricId, sectionId: 'b' })
  await sheet.page.until(() => sheet.page.text().includes(words.title), 'the card')
  await sheet.page.act(() => store.apply([scopeEdit(store.id, rubricId, ['a'])]))
  await sheet.page.until(() => document.querySelector('article') !== null, 'the rows')
  expect(sheet.page.text()).not.toContain(en.reflect.shownElsewhere)
})

test('a rubric that is left out shows no mark, whatever address leads to it', async () => {
  const sections = aRubric().sections.map((section) => ({
    ...section,
    name: { ...section.name, text: `Else: ${section.name.text}` },
  }))
  const other = aRubric({ id: 'other', shortTitle: 'The other', sections })
  const sheet = await openPrivate({ rubrics: [aRubric(), other] })
  const { store } = sheet
  await sheet.page.act(() => {
    store.apply(marksOf('p2', 'great'))
    noteOf(store, 'p2', 'Theirs alone')
    store.apply([scopeEdit(store.id, rubricId, [])])
  })
  for (const address of [{}, { rubricId }, { rubricId, sectionId: 'a' }]) {
    await sheet.reopen(address)
    await sheet.page.until(() => sheet.page.text().includes(words.title), 'the card')
    expect(html()).not.toMatch(/Theirs alone|<article/)
    expect(sheet.page.text()).toContain('Else: ')
  }
  await sheet.page.press('button', /^SB/)
  expect(sheet.page.text()).toContain('SB: it is your turn')
  // Two devices can leave out both: then both are there, and as private as before.
  await sheet.page.act(() => store.apply([scopeEdit(store.id, 'other', [])]))
  await sheet.reopen({ rubricId })
  await sheet.page.until(() => sheet.page.text().includes(words.title), 'the card')
  expect(html()).not.toMatch(/Theirs alone|<article/)
})

test('a turn that ends at a section whose marks are shown leads back to the others', async () => {
  const sheet = await openPrivate({ address: { rubricId, sectionId: 'a' } })
  const { page, store } = sheet
  await takeTurn(sheet, 'ML')
  await page.act(() => store.apply(revealEdits(store.id, rubricId, ['a'])))
  await page.press('button', 'Done, pass it on')
  expect(location.hash).toBe(`#/r/${store.id}/reflect/${rubricId}/b`)
})

test('the cover is left again by whoever took the tablet by mistake', async () => {
  const { page } = await openPrivate()
  await page.press('button', /^SB/)
  expect(page.text()).toContain('SB: it is your turn')
  await page.press('button', 'That is not me')
  expect(page.text()).toContain('Pass the tablet around')
})

test('while somebody is not done the reveal asks first, and can wait', async () => {
  const { page, store } = await openPrivate()
  await page.act(() => store.apply(marksOf('p1')))
  await page.press('button', 'Show everyone’s marks')
  expect(page.text()).toContain('2 of 2 people have not marked everything')
  expect(page.text()).toContain('What was shown cannot be hidden again')
  await page.press('button', 'Not yet')
  expect(document.querySelector('dialog')?.open).toBe(false)
  expect(store.reflection().workshop.revealed.size).toBe(0)
})

test('one reveal shows the marks of all sections at once, says so, and is not undone', async () => {
  const sheet = await openPrivate()
  const { page, store } = sheet
  await page.act(() => store.apply([...marksOf('p1', 'need'), ...marksOf('p2', 'great')]))
  await page.press('button', 'Show everyone’s marks')
  await page.press('button', 'Show them now')
  const [stored] = store.rubrics()
  expect(stored && privateSections(store.reflection(), stored.rubric)).toEqual([])
  const said = 'Everyone’s marks are shown: 2 people, 4 methods.'
  const told = [...document.querySelectorAll('output')].map(({ textContent }) => textContent)
  expect(told).toContain(said)
  expect(sheet.row(itemId).querySelectorAll('.landing, [class*=landing]')).toHaveLength(2)
  expect(document.activeElement?.tagName).toBe('H1')
  expect(store.canUndo()).toBe(false)
})

test('a mark that moves after the reveal is kept as a move', async () => {
  const sheet = await openPrivate()
  const { page, store } = sheet
  await page.act(() => store.apply([...marksOf('p1', 'good'), ...marksOf('p2', 'great')]))
  await page.press('button', 'Show everyone’s marks')
  await page.press('button', 'Show them now')
  expect(page.text()).not.toContain('moved')
  await sheet.press(itemId, 'input', 'We really need')
  await page.until(() => page.text().includes('moved'), 'the move')
  expect(sheet.row(itemId).textContent).toContain('SB moved: Pretty good → Need to')
  expect(sheet.row(itemId).textContent).toContain(
    "SB moved from “We're pretty good at this” to “We really need to do this”",
  )
})

test('what we agree on stands beside the marks, counts as nobody, and goes by tapping again', async () => {
  const sheet = await openOne({})
  const { page, store } = sheet
  await sheet.press(itemId, 'input', 'We really need')
  await page.press('radio', /What we agree on/)
  await sheet.press(itemId, 'input', "We're great")
  expect(sheet.answer(itemId, TEAM)).toEqual(level('great'))
  expect(sheet.answer(itemId, 'p1')).toEqual(level('need'))
  expect(page.text()).toContain('We agree on 1 of 4 here')
  await page.act(() => {
    const add = [...sheet.row(itemId).querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Add a note',
    )
    add?.click()
  })
  await sheet.write(sheet.control(itemId, 'textarea', 'Note'), 'After a long talk')
  await page.press('radio', /^ML/)
  expect(sheet.row(itemId).textContent).toContain('After a long talk')
  expect(sheet.row(itemId).querySelector('textarea')).toBeNull()
  const great = sheet.control(itemId, 'input', "We're great")
  const here = great.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(here)?.textContent).toBe('We agree on this')
  await page.press('radio', /What we agree on/)
  await sheet.press(itemId, 'input', "We're great")
  expect(sheet.answer(itemId, TEAM)).toBeUndefined()
  expect(store.reflection().participants).toHaveLength(2)
})

test('a leader alone never meets the card, whatever the reflection says', async () => {
  const { page } = await openOne({
    mode: 'individual',
    way: 'private',
    people: ['p1'],
  })
  expect(page.text()).not.toContain('Pass the tablet')
  expect(page.has('radio', /What we agree on/)).toBe(false)
})

test('what is entered from paper has a way to the rows, where all can agree, and back', async () => {
  const { page, store } = await openOne({})
  await page.act(() => store.apply(fieldEdits('reflection', store.id, { way: 'paper' })))
  await page.until(() => page.has('button', 'Enter person by person'), 'the grid')
  expect(page.has('radio', /What we agree on/)).toBe(false)
  await page.press('button', 'Enter person by person')
  expect(page.has('radio', /What we agree on/)).toBe(true)
  await page.press('button', 'Back to the grid')
  expect(page.has('button', 'Enter person by person')).toBe(true)
})

test('what all agree on is placed by keys too, after the last person', async () => {
  const sheet = await openOne({})
  const { page } = sheet
  await page.press('radio', /^ML/)
  for (const key of [']', '2']) {
    await page.act(() => {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    })
  }
  expect(sheet.answer(itemId, TEAM)).toEqual(level('better'))
  expect(
    sheet.row(itemId).querySelector('[role=radiogroup]')?.getAttribute('aria-labelledby'),
  ).toBe(`text-${itemId} together-${itemId}`)
  expect(document.getElementById(`together-${itemId}`)?.textContent).toBe('What we agree on')
  await page.press('button', 'Undo')
  expect(page.text()).toContain('Undone: our answer at 1.1a')
})

test('what the team agrees on is out of sight again while marks are private', async () => {
  const { page, store } = await openOne({})
  const team = { participantId: TEAM, rubricId, itemId }
  await page.act(() => {
    store.apply([answerEdit(team, level('great'))])
    noteOf(store, TEAM, 'All of us')
    store.apply(fieldEdits('reflection', store.id, { way: 'private' }))
  })
  await page.until(() => page.has('button', /^SB/), 'the card')
  await page.press('button', /^SB/)
  await page.press('button', 'Begin')
  expect(document.querySelector('article')).not.toBeNull()
  expect(html()).not.toMatch(/All of us|We agree|>We</)
})
