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
  expect(sheet().getAttribute('aria-label')).toBe(words.previewLabel('1.1a'))
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
