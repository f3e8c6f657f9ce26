import { afterEach, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits } from '#core/reflection.ts'
import { PaperEntry } from '#features/reflect/PaperEntry.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { useStore } from '#storage/useStorage.ts'
import { aRubric, aRubricOfAllKinds } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

const INITIALS = ['SB', 'ML', 'ŁŠ', 'SaB']
const NEED = 'We really need to do this'
const GOOD = "We're pretty good at this"
let page: TestPage
let store: ReflectionStore
let asked = 0

afterEach(async () => {
  await page.close()
})

function Paper() {
  const reflection = useStore(store, (from) => from.reflection())
  const rubric = store.rubrics()[0]?.rubric
  const section = rubric?.sections[0]
  return (
    rubric &&
    section && (
      <PaperEntry
        {...{ store, reflection, rubric, section }}
        sections={rubric.sections}
        onRows={() => (asked += 1)}
      />
    )
  )
}

async function show(rubric = aRubric()) {
  const storage = await freshStorage()
  const made = await storage.create({
    rubrics: [rubric],
    edits: (id) => [
      ...fieldEdits('reflection', id, { mode: 'team', way: 'paper', team: 'Cedar hub' }),
      ...INITIALS.flatMap((initials, order) =>
        fieldEdits('participant', `p${order + 1}`, { initials, name: '', order }),
      ),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<Paper />, { storage })
}

function box(number: string, label: string): HTMLTextAreaElement {
  const name = en.paperEntry.field(number, label, '')
  const found = [...document.querySelectorAll('textarea')].filter(
    (field) => field.getAttribute('aria-label') === name,
  )
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} boxes "${name}"`)
  return found[0]
}

/** Writes letter by letter, as a keyboard does; the box keeps the focus. */
async function type(field: HTMLTextAreaElement, text: string) {
  await page.act(() => field.focus())
  for (const letter of text) await write(field, field.value + letter)
}

async function write(field: HTMLTextAreaElement, text: string) {
  await page.act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
    field.setSelectionRange(text.length, text.length)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const leave = (field: HTMLElement) => page.act(() => field.blur())

const press = (field: HTMLElement, key: string) =>
  page.act(() => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })

/** Where each person stands in a row: "SB good". */
const marks = (itemId = 'a.one.1') =>
  INITIALS.flatMap((initials, seat) => {
    const answer = store.response({
      participantId: `p${seat + 1}`,
      rubricId: 'test-rubric',
      itemId,
    })?.answer
    if (answer?.kind === 'level') return [`${initials} ${answer.level}`]
    return answer?.kind === 'setAside' ? [`${initials} ${answer.reason}`] : []
  })

test('Initials become a mark when they are whole, and not a letter earlier', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await type(field, 'ml')
  expect(marks()).toEqual([])
  await type(field, ' ')
  expect(marks()).toEqual(['ML good'])
  expect(field.value).toBe('ML ')
  await type(field, 'ls')
  expect(marks()).toEqual(['ML good'])
  await leave(field)
  expect(marks()).toEqual(['ML good', 'ŁŠ good'])
  expect(field.value).toBe('ML ŁŠ')
})

test('Whoever stands in one box of a row leaves it for another; a set-aside is a box, too', async () => {
  await show()
  await type(box('1.1a', GOOD), 'SB ML ')
  await leave(box('1.1a', GOOD))
  await type(box('1.1a', NEED), 'sb ')
  expect(marks()).toEqual(['SB need', 'ML good'])
  expect(box('1.1a', GOOD).value).toBe('ML')
  expect(page.text()).toContain(en.paperEntry.moved('SB', '1.1a', NEED))
  await leave(box('1.1a', NEED))
  await type(box('1.1a', "We don't know"), 'ml ')
  expect(marks()).toEqual(['SB need', 'ML unknown'])
})

test('A box that is looked at and left keeps whoever was moved out of it meanwhile away', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await type(field, 'SB ML ')
  const place = { participantId: 'p1', rubricId: 'test-rubric', itemId: 'a.one.1' }
  await page.act(() => store.apply([answerEdit(place, { kind: 'level', level: 'great' })]))
  await leave(field)
  expect(marks()).toEqual(['SB great', 'ML good'])
  expect(field.value).toBe('ML')
  const before = store.changes().length
  await type(field, '')
  await leave(field)
  expect(store.changes()).toHaveLength(before)
})

test('Initials taken out of a box take the mark back, once the box is left', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await type(field, 'SB ML ')
  await write(field, 'SB ')
  expect(marks()).toEqual(['SB good', 'ML good'])
  await leave(field)
  expect(marks()).toEqual(['SB good'])
  await page.press('button', en.reflect.undo)
  expect(marks()).toEqual(['SB good', 'ML good'])
})

test('Initials of nobody are told as they are typed, and stay beside the others', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await type(field, 'SB x')
  const told = en.paperEntry.nobody('x', INITIALS)
  expect(page.text()).toContain(told)
  expect(
    document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
  ).toContain(told)
  await leave(field)
  expect(field.value).toBe('SB x')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(marks()).toEqual(['SB good'])
  await page.leave()
  page = await renderPage(<Paper />, { storage: page.storage })
  expect(box('1.1a', GOOD).value).toBe('SB x')
  await page.act(() =>
    store.apply(fieldEdits('participant', 'p9', { initials: 'XK', name: '', order: 9 })),
  )
  expect(box('1.1a', GOOD).value).toBe('SB XK')
  expect(page.text()).not.toContain('is nobody at the table')
})

test('A beginning that two share is asked about only once it is whole', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await type(field, 's')
  expect(field.hasAttribute('aria-invalid')).toBe(false)
  await leave(field)
  expect(page.text()).toContain(en.paperEntry.several('s', ['SB', 'SaB']))
  expect(marks()).toEqual([])
})

test('Enter goes to the next row, arrows stay in their column, and what was typed is stored', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await type(field, 'sb')
  await press(field, 'Enter')
  expect(document.activeElement).toBe(box('1.2a', NEED))
  expect(marks()).toEqual(['SB good'])
  await press(box('1.2a', NEED), 'ArrowDown')
  expect(document.activeElement).toBe(box('1.2b', NEED))
  await page.act(() => box('1.2b', GOOD).focus())
  await press(box('1.2b', GOOD), 'ArrowUp')
  expect(document.activeElement).toBe(box('1.2a', GOOD))
})

test('What is still being typed is stored when the page goes away', async () => {
  await show()
  await type(box('1.1a', GOOD), 'sb')
  await page.act(() => void window.dispatchEvent(new Event('pagehide')))
  expect(marks()).toEqual(['SB good'])
  await type(box('1.2a', NEED), 'ml')
  await page.leave()
  expect(marks('a.two.1')).toEqual(['ML need'])
  page = await renderPage(<Paper />, { storage: page.storage })
})

test('An input method is left alone until it has chosen its characters', async () => {
  await show()
  const field = box('1.1a', GOOD)
  await page.act(() => field.focus())
  await page.act(
    () => void field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })),
  )
  await write(field, 'sb ')
  await press(field, 'Enter')
  expect(marks()).toEqual([])
  expect(document.activeElement).toBe(field)
  await page.act(
    () => void field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
  )
  await leave(field)
  expect(marks()).toEqual(['SB good'])
})

test('The people are counted by rows, and what has no boxes is a button away', async () => {
  await show(aRubricOfAllKinds())
  expect(page.text()).toContain(en.paperEntry.others(6, { one: 'question', many: 'questions' }))
  expect(page.text()).toContain(en.paperEntry.markedLong('SB', 0, 1))
  await page.press('button', en.paperEntry.toRows)
  expect(asked).toBe(1)
})
