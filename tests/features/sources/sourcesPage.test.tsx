import { afterEach, expect, test } from 'vitest'
import { AboutPage } from '#app/AboutPage.tsx'
import { SourcesPage } from '#features/sources/SourcesPage.tsx'
import { en } from '#messages/en.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import { shippedRubric } from '../../support/sittings.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { aRubric } from '../../support/builders.ts'

const words = en.sources
let page: TestPage

afterEach(async () => {
  await page.close()
})

async function show(storage?: Awaited<ReturnType<typeof freshStorage>>) {
  page = await renderPage(<SourcesPage />, { storage: storage ?? (await freshStorage()) })
  await page.until(() => !page.text().includes(words.loading), 'the rubrics')
}

/** The lines of the list in which this heading or title stands. */
function rowOf(title: string): string {
  const row = [...document.querySelectorAll('li')].find(
    (one) => one.querySelector('h4, cite')?.textContent === title,
  )
  if (!row) throw new Error(`No row "${title}"`)
  return row.textContent
}

test('Every rubric says its status, its credit line, and whose its lines are', async () => {
  await show()
  for (const { title } of rubricHeaders) expect(rowOf(title)).toMatch(/\d+ (adapted|ours)/)
  const { title, credit } = shippedRubric()
  expect(rowOf(title.text)).toContain(words.statuses['based-on'])
  expect(rowOf(title.text)).toContain(credit)
  expect(rowOf(title.text)).toMatch(/\d+ stated by a source\d+ adapted\d+ ours/)
  expect(rowOf('Ad Hoc Problem Solving')).toContain(words.statuses['community-draft'])
})

test('Every source stands once, with its address and the rubrics that draw on it', async () => {
  await show()
  const titles = [...document.querySelectorAll('cite')].map(({ textContent }) => textContent)
  expect(new Set(titles).size).toBe(titles.length)
  for (const { title } of shippedRubric().sources) expect(titles).toContain(title)
  const pace = titles.find((title) => title.startsWith('Generating Traction')) ?? ''
  expect(rowOf(pace)).toMatch(/Network as an organization \(\d+ lines?\)/)
  expect(rowOf(pace)).toMatch(/Traction zones \(\d+ lines?\)/)
  const link = page.find('link', /^https:\/\/edpolicyinca\.org.*generating/)
  expect(link.getAttribute('target')).toBe('_blank')
  expect(link.getAttribute('rel')).toBe('noreferrer')
})

test('The marks are said in plain words, and what is official', async () => {
  await show()
  for (const mark of Object.values(words.marks)) expect(page.text()).toContain(mark)
  for (const sentence of [...words.ours, ...words.license]) expect(page.text()).toContain(sentence)
})

test('A rubric of this device is credited too', async () => {
  const storage = await freshStorage()
  const kept = await storage.keepRubric(aRubric({ credit: 'By the Cedar hub.' }), 'file')
  expect(kept.ok).toBe(true)
  await show(storage)
  await page.until(() => page.text().includes('By the Cedar hub.'), 'the own rubric')
  expect(page.has('heading', words.families.own)).toBe(true)
})

test('The page about the app is short and leads to the sources and the playbook', async () => {
  page = await renderPage(<AboutPage />)
  expect(page.find('link', en.about.toSources).getAttribute('href')).toBe('#/sources')
  expect(page.find('link', en.about.toPlaybook).getAttribute('href')).toBe('#/playbook')
})
