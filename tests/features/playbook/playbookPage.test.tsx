import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edit } from '#core/change.ts'
import { deleteEdit, fieldEdits } from '#core/reflection.ts'
import { PlaybookPage } from '#features/playbook/PlaybookPage.tsx'
import { en } from '#messages/en.ts'
import { rubricHeaders } from '#rubrics/catalog.ts'
import type { Storage } from '#storage/storage.ts'
import { shippedRubric } from '../../support/sittings.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { choose, type } from '../../support/typing.ts'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.playbook
const ALL = rubricHeaders.reduce((sum, { counts }) => sum + counts.strategies, 0)
const rubric = shippedRubric()

let page: TestPage

beforeEach(() => {
  location.hash = '#/playbook'
})

afterEach(async () => {
  await page.close()
})

async function show(storage?: Storage) {
  const browser = testBrowser()
  page = await renderPage(<PlaybookPage />, {
    browser,
    storage: storage ?? (await freshStorage(browser)),
  })
  await page.until(() => !page.text().includes(words.loading), 'the strategies')
}

/** Keeps a sitting in which SB named a strategy at the first method. */
async function aSitting(storage: Storage, name: string, more: readonly Edit[] = []) {
  const made = await storage.create({
    rubrics: [rubric],
    edits: (id) => [
      ...fieldEdits('reflection', id, {
        mode: 'team',
        team: `Team of ${name}`,
        date: '2026-11-22',
      }),
      ...fieldEdits('participant', 'p1', { initials: 'SB', name: 'Sam', order: 1 }),
      ...fieldEdits('strategy', 's1', {
        name,
        how: 'A few lines a week.',
        evidence: 'Nine of ten teams report.',
        credit: ['p1'],
        items: [`${rubric.id}/net.membership.monitor.1`],
      }),
      ...more.map((edit) => (edit.kind === 'reflection' ? { ...edit, record: id } : edit)),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value
}

/** The articles with their names, in the order in which they are read out. */
const articles = () =>
  [...document.querySelectorAll('article')].map((article) => ({
    name: article.querySelector('h3, h4')?.textContent ?? '',
    text: article.textContent,
  }))
const names = () => articles().map(({ name }) => name)
const count = () => page.element('[role=status]').textContent

test('Every named strategy of every rubric is there, with evidence and where it comes from', async () => {
  await show()
  expect(count()).toBe(words.found(ALL))
  expect(articles()).toHaveLength(ALL)
  const guide = articles().find(({ name }) => name === 'Membership guide')
  expect(guide?.text).toContain(words.evidence)
  expect(guide?.text).toContain('The page with dates of changes')
  expect(guide?.text).toContain(en.common.provenance.source)
  expect(guide?.text).toContain('On or Off Track')
  const link = page.find('link', /^Action period task lists/)
  expect(link.getAttribute('href')).toMatch(/^http/)
  expect(link.getAttribute('rel')).toBe('noreferrer')
  expect(page.has('heading', 'Network as an organization')).toBe(true)
  expect(page.has('heading', 'Build membership and engagement')).toBe(true)
})

test('What a team named on this device stands first in its section, with whose it is', async () => {
  const storage = await freshStorage()
  const id = await aSitting(storage, 'Weekly huddle')
  await show(storage)
  await page.until(() => names().includes('Weekly huddle'), 'the collected strategy')
  expect(count()).toBe(words.found(ALL + 1))
  expect(names().indexOf('Weekly huddle')).toBe(names().indexOf('Membership guide') - 1)
  const own = articles().find(({ name }) => name === 'Weekly huddle')
  expect(own?.text).toContain('Nine of ten teams report.')
  expect(own?.text).toContain('SB')
  expect(own?.text).toContain('November 22, 2026')
  expect(page.find('link', 'Team of Weekly huddle').getAttribute('href')).toBe(`#/r/${id}/summary`)
})

test('Samples, deleted sittings and deleted strategies are not collected; a new one is at once', async () => {
  const storage = await freshStorage()
  await aSitting(storage, 'Of a sample', fieldEdits('reflection', '', { sample: true }))
  await storage.deleteReflection(await aSitting(storage, 'Of a deleted sitting'))
  await aSitting(storage, 'Taken back', [deleteEdit('strategy', 's1')])
  await aSitting(storage, 'Kept')
  await show(storage)
  await page.until(() => names().includes('Kept'), 'the collected strategy')
  expect(articles()).toHaveLength(ALL + 1)
  await page.act(() => aSitting(storage, 'Later').then(() => undefined))
  await page.until(() => names().includes('Later'), 'the new one')
})

test('A search holds every word, forgives case and accents, and puts names first', async () => {
  await show()
  await type(page, words.search, 'GUÍDE member')
  await page.until(() => count() !== words.found(ALL), 'the search')
  expect(names()[0]).toBe('Membership guide')
  expect(count()).toBe(words.found(articles().length))
  for (const { text } of articles()) expect(text.toLowerCase()).toContain('member')
  const [first] = articles()
  expect(first?.text).toContain('Network as an organization › Build membership and engagement')
})

test('Domain, section and origin narrow the list; a section waits for its domain', async () => {
  await show()
  const section = page.element(`select[disabled]`)
  expect(section.textContent).toContain(words.domainFirst)
  await choose(page, words.domain, 'hub-network-organization')
  await page.until(() => count() === words.found(16), 'the domain')
  await choose(page, words.section, 'net.logistics')
  await page.until(() => count() === words.found(4), 'the section')
  await choose(page, words.source, 'ours')
  await page.until(() => names().join() === 'You said, we did', 'the origin')
  await choose(page, words.domain, '')
  await page.until(() => articles().length > 1, 'all domains again')
})

test('Nothing found says so and leads back to everything', async () => {
  await show()
  await type(page, words.search, 'zebra')
  await page.until(() => count() === words.found(0), 'an empty list')
  expect(page.has('heading', words.noneTitle)).toBe(true)
  await page.press('button', words.showEverything)
  await page.until(() => count() === words.found(ALL), 'everything')
})

test('The address keeps what is looked for, and opens with it', async () => {
  location.hash = '#/playbook?q=front+door&domain=hub-network-organization'
  await show()
  expect(names()).toEqual(['One front door'])
  await type(page, words.search, 'front')
  await page.until(() => location.hash.includes('q=front&'), 'the address')
  expect(location.hash).toBe('#/playbook?q=front&domain=hub-network-organization')
})
