import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { openSheet, type Opening, type Sheet } from './openSheet.tsx'

let sheet: Sheet

beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(async () => {
  await sheet.page.close()
  vi.unstubAllGlobals()
})
const open = async (sites: readonly string[], opening: Opening = {}) => {
  const address = { rubricId: 'kinds-rubric', sectionId: 's' }
  sheet = await openSheet({ sites, address, ...opening })
}
const names = () => sheet.store.reflection().sites.map(({ name }) => name)
const nameField = () => {
  const found = document.querySelector<HTMLInputElement>('section form input')
  return found ?? expect.fail('There is no field for a name.')
}
const submit = () =>
  sheet.page.act(() => {
    nameField().form?.requestSubmit()
  })
const items = () => [...document.querySelectorAll('article')].map(({ id }) => id)

test('without sites the section says what will be here, and asks for the first', async () => {
  await open([])
  expect(sheet.page.text()).toContain(
    'Name the first site. 2 questions will stand here for each site you add.',
  )
  expect(items()).toEqual([])
  expect(sheet.page.text()).not.toMatch(/has answered|Still open here/)
  await sheet.write(nameField(), 'Łukasz Middle')
  await submit()
  expect(names()).toEqual(['Łukasz Middle'])
  expect(items()).toEqual(['item-s.place.zone', 'item-s.place.why'])
  expect(sheet.page.text()).toContain('SB has answered 0 of 2 here')
})

test('one site after another is named, and the last one is on the screen', async () => {
  await open([])
  for (const name of ['Cedar', '李明小学']) {
    await sheet.write(nameField(), name)
    await submit()
  }
  expect(document.activeElement).toBe(nameField())
  expect(nameField().value).toBe('')
  await sheet.page.press('button', 'Done')
  expect(names()).toEqual(['Cedar', '李明小学'])
  expect(sheet.page.find('radio', '2李明小学')).toMatchObject({ checked: true })
  expect(document.activeElement?.textContent).toBe('Add a site')
})

test('after the only site was removed, the next name begins a site of its own', async () => {
  await open([])
  await sheet.write(nameField(), 'Cedar')
  await submit()
  await sheet.page.press('button', 'Done')
  await sheet.page.press('button', 'Remove: Cedar')
  expect(names()).toEqual([])
  expect(nameField().value).toBe('')
  await sheet.write(nameField(), '李明小学')
  await submit()
  expect(sheet.store.reflection().sites).toMatchObject([
    { name: '李明小学', deletedElsewhere: false },
  ])
})

test('a name that is still being typed is kept, and the field stays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  await open([])
  await sheet.page.act(() => {
    const field = nameField()
    field.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'Ced')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(names()).toEqual([])
  await sheet.page.act(() => {
    vi.advanceTimersByTime(3000)
  })
  vi.useRealTimers()
  expect(names()).toEqual(['Ced'])
  expect(document.activeElement).toBe(nameField())
  expect(nameField().value).toBe('Ced')
})

test('a name that was wiped out again leaves no site behind', async () => {
  await open(['Cedar'])
  await sheet.page.press('button', 'Add a site')
  await sheet.write(nameField(), 'Elm')
  await sheet.write(nameField(), '')
  await sheet.page.press('button', 'Done')
  expect(names()).toEqual(['Cedar'])
})

test('answers belong to the site on the screen, and count for each', async () => {
  await open(['Cedar', 'Elm'])
  expect(sheet.page.text()).toContain('SB has answered 0 of 4 here')
  await sheet.write(sheet.control('s.place.why', 'textarea', 'Your answer'), 'We saw it.')
  expect(sheet.answer('s.place.why', 'p1', 'site1')).toEqual({ kind: 'text', text: 'We saw it.' })
  expect(sheet.page.text()).toContain('SB has answered 1 of 4 here')
  await sheet.page.press('radio', '2Elm')
  expect(sheet.control('s.place.why', 'textarea', 'Your answer')).toMatchObject({ value: '' })
  expect(sheet.row('s.place.why').textContent).toContain('Elm')
  await sheet.page.press('radio', '1Cedar')
  expect(sheet.control('s.place.why', 'textarea', 'Your answer')).toMatchObject({
    value: 'We saw it.',
  })
})

test('what is open is told site by site, and once for all where it is the same', async () => {
  await open(['Cedar', 'Elm'])
  const gaps = () => [...document.querySelectorAll('footer li')].map((line) => line.textContent)
  expect(gaps()[0]).toBe('SBMLNot answered: 2.1a, 2.1bat every site')
  await sheet.page.act(() =>
    sheet.store.apply(
      ['p1', 'p2'].flatMap((participantId) =>
        ['s.place.zone', 's.place.why'].map((itemId) =>
          answerEdit(
            { participantId, rubricId: 'kinds-rubric', itemId, siteId: 'site1' },
            itemId === 's.place.why'
              ? { kind: 'text', text: 'Seen.' }
              : { kind: 'setAside', reason: 'unknown' },
          ),
        ),
      ),
    ),
  )
  expect(gaps()[0]).toBe('SBMLNot answered: 2.1a, 2.1bElm')
})

test('a site is renamed', async () => {
  await open(['Cedar', 'Elm'])
  await sheet.page.press('radio', '2Elm')
  await sheet.page.press('button', 'Rename: Elm')
  expect(nameField().value).toBe('Elm')
  await sheet.write(nameField(), 'Elm Street')
  await sheet.page.press('button', 'Done')
  expect(names()).toEqual(['Cedar', 'Elm Street'])
  expect(document.querySelector('section form')).toBeNull()
})

test('a site is removed with its answers out of sight, and undo brings both back', async () => {
  await open(['Cedar', 'Elm'])
  await sheet.write(sheet.control('s.place.why', 'textarea', 'Your answer'), 'We saw it.')
  await sheet.page.press('button', 'Remove: Cedar')
  expect(names()).toEqual(['Elm'])
  expect(sheet.page.find('radio', '1Elm')).toMatchObject({ checked: true })
  await sheet.page.press('button', 'Undo')
  expect(sheet.page.text()).toContain('Undone: a site')
  await sheet.page.press('radio', '1Cedar')
  expect(sheet.control('s.place.why', 'textarea', 'Your answer')).toMatchObject({
    value: 'We saw it.',
  })
})

test('two names that two devices gave one site both stand there', async () => {
  await open(['Cedar'])
  await sheet.elsewhere({ kind: 'site', record: 'site1', field: 'name', value: 'Cedar Hill' })
  expect(sheet.page.text()).toContain('Name of the site: two devices wrote this differently.')
  await sheet.page.press('button', 'Keep both')
  expect(names()[0]).toMatch(/^(Cedar \/ Cedar Hill|Cedar Hill \/ Cedar)$/)
})

test('single keys stay away from rows that are not there', async () => {
  await open([])
  await sheet.page.act(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }))
  })
  expect(sheet.store.responses()).toEqual([])
})

test('the site left last is on the screen again', async () => {
  await open(['Cedar', 'Elm'])
  await sheet.page.press('radio', '2Elm')
  await sheet.reopen({ rubricId: 'kinds-rubric', sectionId: 's' })
  expect(sheet.page.find('radio', '2Elm')).toMatchObject({ checked: true })
})
