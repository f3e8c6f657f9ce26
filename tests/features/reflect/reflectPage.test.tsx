import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits, scopeEdit } from '#core/reflection.ts'
import { ReflectPage } from '#features/reflect/ReflectPage.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

const GREAT = "We're great at this"
const GOOD = "We're pretty good at this"
const NEED = 'We really need to do this'

let page: TestPage
let store: ReflectionStore

beforeEach(async () => {
  localStorage.clear()
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(async () => {
  await page.close()
  vi.unstubAllGlobals()
})

/** The rubric page of a team of two on its first section. */
async function open(mode: 'team' | 'individual' = 'team', people = ['p1', 'p2']) {
  const storage = await freshStorage()
  const initials: Readonly<Record<string, string>> = { p1: 'SB', p2: 'ML' }
  const made = await storage.create({
    rubrics: [aRubric()],
    edits: (id) => [
      ...fieldEdits('reflection', id, { mode, team: 'Cedar hub' }),
      scopeEdit(id, 'test-rubric', ['a']),
      ...people.flatMap((person, order) =>
        fieldEdits('participant', person, { initials: initials[person] ?? '', name: '', order }),
      ),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<ReflectPage store={store} />, { storage })
}

const row = (itemId: string) => page.element(`[id="item-${itemId}"]`)
const radio = (itemId: string, level: number) => {
  const found = row(itemId).querySelectorAll<HTMLInputElement>('[role=radiogroup] input')[level - 1]
  if (!found) throw new Error(`No box ${level}`)
  return found
}
const chips = (itemId: string) =>
  [...row(itemId).querySelectorAll('[role=radiogroup] label')].map((box) =>
    [...box.querySelectorAll('bdi')].map(({ textContent }) => textContent).join(' '),
  )
const place = (itemId: string, participantId = 'p1') => ({
  participantId,
  rubricId: 'test-rubric',
  itemId,
})
const press = (key: string) =>
  page.act(() => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
const button = (itemId: string, name: RegExp) => {
  const found = [...row(itemId).querySelectorAll('button')].find(({ textContent }) =>
    name.test(textContent),
  )
  if (!found) throw new Error(`No button ${String(name)} in ${row(itemId).textContent}`)
  return found
}
/** Types into a field as a person does: all at once, with the events a browser sends. */
const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) =>
  page.act(() => {
    field.focus()
    const { prototype } = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
    // React hears only of a value that was set past its own record of it.
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
const field = (name: string) => {
  const found = row('a.one.1').querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[name="${name}"]`,
  )
  if (!found) throw new Error(`No field ${name}`)
  return found
}

test('a click places, another moves, the same one takes back', async () => {
  await open()
  await page.act(() => radio('a.one.1', 2).click())
  expect(chips('a.one.1')).toEqual(['', 'SB', '', ''])
  expect(store.response(place('a.one.1'))?.answer).toEqual({ kind: 'level', level: 'better' })
  await page.act(() => radio('a.one.1', 4).click())
  expect(chips('a.one.1')).toEqual(['', '', '', 'SB'])
  await page.act(() => radio('a.one.1', 4).click())
  expect(chips('a.one.1')).toEqual(['', '', '', ''])
  expect(store.response(place('a.one.1'))?.answer).toBeUndefined()
})

test('a row is named by its method and its boxes by their whole sentences', async () => {
  await open()
  const group = row('a.one.1').querySelector('[role=radiogroup]')
  const name = group?.getAttribute('aria-labelledby') ?? ''
  expect(document.getElementById(name)?.textContent).toContain('Adapt the membership guide')
  const names = [1, 2, 3, 4].map((level) => {
    const id = radio('a.one.1', level).getAttribute('aria-labelledby') ?? ''
    return document.getElementById(id)?.textContent
  })
  expect(names).toEqual([NEED, 'We could probably get better at this', GOOD, GREAT])
})

test('who else is in a box is said, and whose turn it is changes what is checked', async () => {
  await open()
  await page.act(() =>
    store.apply([answerEdit(place('a.one.1', 'p2'), { kind: 'level', level: 'good' })]),
  )
  expect(chips('a.one.1')).toEqual(['', '', 'ML', ''])
  const note = radio('a.one.1', 3).getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(note)?.textContent).toBe('Here: ML')
  expect(radio('a.one.1', 3).checked).toBe(false)
  await page.press('radio', 'ML')
  expect(radio('a.one.1', 3).checked).toBe(true)
  expect(page.text()).toContain('ML has answered 1 of 4 here')
})

test('a mark changes its own row and no other', async () => {
  await open()
  const before = row('a.two.1').innerHTML
  const seen: string[] = []
  const watch = new MutationObserver((changes) =>
    seen.push(...changes.map(({ target }) => target.parentElement?.closest('article')?.id ?? '')),
  )
  for (const article of document.querySelectorAll('article')) {
    watch.observe(article, { childList: true, subtree: true, attributes: true })
  }
  await page.act(() => radio('a.one.1', 3).click())
  watch.disconnect()
  expect(new Set(seen)).toEqual(new Set(['item-a.one.1']))
  expect(row('a.two.1').innerHTML).toBe(before)
})

test('setting aside takes the mark out of the boxes and is no low mark', async () => {
  await open()
  await page.act(() => radio('a.one.1', 1).click())
  await page.act(() => button('a.one.1', /^We don't know/).click())
  expect(chips('a.one.1')).toEqual(['', '', '', ''])
  expect(button('a.one.1', /^We don't know/).getAttribute('aria-pressed')).toBe('true')
  expect(store.response(place('a.one.1'))?.answer).toEqual({ kind: 'setAside', reason: 'unknown' })
  await page.act(() => button('a.one.1', /^We don't know/).click())
  expect(store.response(place('a.one.1'))?.answer).toBeUndefined()
})

test('the upper two boxes ask for a strategy, quietly; the lower two do not', async () => {
  await open()
  const asks = () => row('a.one.1').textContent.includes('Name a strategy you use')
  for (const [level, expected] of [
    [1, false],
    [2, false],
    [3, true],
    [4, true],
  ] as const) {
    await page.act(() => radio('a.one.1', level).click())
    expect(asks(), `box ${level}`).toBe(expected)
  }
})

test('a strategy exists from its first letter on and is stored when a field is left', async () => {
  await open()
  await page.act(() => radio('a.one.1', 4).click())
  await page.act(() => button('a.one.1', /Name a strategy/).click())
  expect(document.activeElement).toBe(field('name'))
  expect(store.reflection().strategies).toEqual([])
  await type(field('name'), 'Buddy')
  await page.act(() => field('evidence').focus())
  expect(store.reflection().strategies).toMatchObject([
    { name: 'Buddy', credit: ['p1'], items: [{ rubricId: 'test-rubric', itemId: 'a.one.1' }] },
  ])
  await type(field('evidence'), 'All eight stayed.')
  await page.act(() => button('a.one.1', /^Done/).click())
  expect(store.reflection().strategies).toMatchObject([
    { name: 'Buddy', evidence: 'All eight stayed.' },
  ])
  expect(row('a.one.1').querySelector('form')).toBeNull()
  expect(row('a.one.1').textContent).toContain('All eight stayed.')
})

test('a form that was opened and closed leaves nothing behind', async () => {
  await open()
  await page.act(() => radio('a.one.1', 4).click())
  await page.act(() => button('a.one.1', /Name a strategy/).click())
  await page.act(() => button('a.one.1', /^Done/).click())
  expect(store.reflection().strategies).toEqual([])
  expect(store.changes().filter(({ kind }) => kind === 'strategy')).toEqual([])
})

test('evidence without a name is kept; the name is only suggested', async () => {
  await open()
  await page.act(() => radio('a.one.1', 4).click())
  await page.act(() => button('a.one.1', /Name a strategy/).click())
  await page.act(() => field('name').blur())
  await type(field('evidence'), 'All eight stayed.')
  await page.until(
    () => row('a.one.1').textContent.includes('A name lets others find and borrow it.'),
    'the suggestion',
  )
  await page.act(() => button('a.one.1', /^Done/).click())
  expect(store.reflection().strategies).toMatchObject([{ name: '', evidence: 'All eight stayed.' }])
})

test('single keys act on the row in hand, never on what is being typed', async () => {
  await open()
  await page.act(() => row('a.two.1').focus())
  await press('3')
  expect(chips('a.two.1')).toEqual(['', '', 'SB', ''])
  await press('0')
  expect(chips('a.two.1')).toEqual(['', '', '', ''])
  await press('j')
  expect(document.activeElement).toBe(row('a.two.2'))
  await press('k')
  expect(document.activeElement).toBe(row('a.two.1'))
  const answer = row('a.one.words').querySelector('textarea')
  await page.act(() => answer?.focus())
  await press('4')
  expect(store.responses().filter(({ answer: given }) => given)).toEqual([])
})

test('a leader alone hears of themselves, with no turns to take', async () => {
  await open('individual', ['p1'])
  expect(page.text()).toContain('You have answered 0 of 4 here')
  expect(page.text()).not.toContain('Whose turn is it?')
})

test('without people there is a way to add them', async () => {
  await open('team', [])
  expect(page.has('link', 'Add people')).toBe(true)
  expect(document.querySelector('article')).toBeNull()
})
