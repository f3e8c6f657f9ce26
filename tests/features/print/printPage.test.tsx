import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PrintPage } from '#features/print/PrintPage.tsx'
import { en } from '#messages/en.ts'
import { localePaper } from '#platform/localePaper.ts'
import { renderPage, type TestPage } from '../../support/page.tsx'

const words = en.print
let page: TestPage

beforeEach(async () => {
  page = await renderPage(<PrintPage />)
  await page.until(() => page.has('button', words.make), 'the rubric')
})

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

const box = (name: RegExp) => page.find('checkbox', name)
const sheet = () => page.element('[role=img]')

test('Everything is chosen already: the next tap makes the PDF', () => {
  expect(page.find('button', words.make)).toHaveProperty('disabled', false)
  expect(page.text()).toContain('4 sections, 50 methods')
  expect(page.storage.headers.get()).toEqual([])
})

test('Sections left out are left out of the count and of the drawing', async () => {
  expect(sheet().textContent).toContain('Build membership and engagement')
  await page.press('checkbox', /^Build membership/)
  expect(page.text()).toContain('3 sections, 41 methods')
  expect(sheet().textContent).not.toContain('Build membership and engagement')
  expect(sheet().textContent).toContain('Build network connections')
})

test('Without a section there is nothing to print, and the page says so', async () => {
  for (const name of [/^Build membership/, /connections/, /culture/, /^Support logistics/]) {
    await page.press('checkbox', name)
    expect(box(name)).toHaveProperty('checked', false)
  }
  expect(page.find('button', words.make)).toHaveProperty('disabled', true)
  expect(page.text()).toContain(words.sectionsMissing)
})

test('The drawing follows paper, boxes and lines, and the paper is remembered', async () => {
  const size = (name: string) => sheet().style.getPropertyValue(name)
  expect([size('--width'), size('--row')]).toEqual(['279.4', '14'])
  expect(sheet().textContent).not.toContain(en.paper.blank.strategyLine)
  await page.press('radio', /^A4/)
  await page.press('radio', /^Large/)
  await page.press('checkbox', words.lines)
  expect([size('--width'), size('--row')]).toEqual(['297', '20'])
  expect(sheet().textContent).toContain(en.paper.blank.strategyLine)
  expect(page.storage.settings.get().paper).toBe('a4')
})

test('The drawing shows the row numbers of the screen, and is one picture to a screen reader', () => {
  expect(sheet().textContent).toContain('1.1a')
  expect(sheet().getAttribute('aria-label')).toBe(words.previewLabel('1.1a', 4))
})

/** Chooses another rubric from the list. */
async function choose(title: string) {
  await page.act(() => {
    const list = document.querySelector('select')
    const option = [...(list?.options ?? [])].find(({ text }) => text === title)
    if (!list || !option) throw new Error(`No rubric "${title}"`)
    list.value = option.value
    list.dispatchEvent(new Event('change', { bubbles: true }))
  })
  const drawing = () => document.querySelector('[role=img]')?.textContent ?? ''
  await page.until(() => drawing().includes(title), 'the other rubric')
}

test('All rubrics are in one list, by family, and the list stays while another is opened', async () => {
  const list = document.querySelector('select')
  const groups = [...(list?.querySelectorAll('optgroup') ?? [])].map(({ label }) => label)
  expect(groups.slice(0, 2)).toEqual([
    words.families['hub-leadership'],
    words.families['network-health'],
  ])
  await choose('Ad Hoc Problem Solving')
  expect(document.querySelector('select')).toBe(list)
  expect(page.text()).toContain('3 sections, 19 methods')
})

test('What only boxes need is not offered for a rubric without them, and its drawing is no lie', async () => {
  expect(page.has('radio', /^Large/)).toBe(true)
  await choose('Network life-cycle checklist')
  expect(page.has('radio', /^Large/)).toBe(false)
  expect(page.has('checkbox', words.lines)).toBe(false)
  expect(page.text()).toContain(words.previewSketch)
  expect(sheet().textContent).toContain(en.common.statuses.inPlace)
  expect(sheet().textContent).not.toContain('Put your initials')
  await choose('Scaling planner: five ways to spread what we learn')
  expect(sheet().getAttribute('aria-label')).toBe(words.previewLabel('1.1a', 0))
})

test.each([
  ['en-US', 'letter'],
  ['es-US', 'letter'],
  ['en-CA', 'letter'],
  ['fr-CA', 'letter'],
  ['es-MX', 'letter'],
  ['en', 'letter'],
  ['en-GB', 'a4'],
  ['de', 'a4'],
  ['es', 'a4'],
  ['not a tag', 'a4'],
  ['', 'a4'],
])('Where people speak "%s", paper is %s', (language, paper) =>
  expect(localePaper(language)).toBe(paper),
)
