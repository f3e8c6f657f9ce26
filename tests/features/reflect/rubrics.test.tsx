import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { scopeEdit } from '#core/reflection.ts'
import { savePlace, readPlace } from '#storage/places.ts'
import {
  aCreditedText,
  aRatingItem,
  aRubric,
  aRubricOfAllKinds,
  aScale,
  aSection,
  aSkill,
  aTextItem,
} from '../../support/builders.ts'
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
const open = async (opening?: Opening) => {
  sheet = await openSheet(opening)
}

const hub = aRubric({ family: 'hub-leadership' })
const health = aRubric({
  id: 'health',
  shortTitle: 'Network health',
  family: 'network-health',
  sections: [
    aSection({
      id: 'h',
      name: aCreditedText('Hub leadership, as members see it'),
      skills: [
        aSkill({ id: 'h.one', items: [aRatingItem({ id: 'h.one.1', text: 'We are heard.' })] }),
      ],
    }),
  ],
})
const kinds = aRubricOfAllKinds()
const title = () => document.querySelector('h1')?.textContent
const links = (selector: string) =>
  [...document.querySelectorAll<HTMLAnchorElement>(`${selector} a`)].map((link) => ({
    text: link.textContent,
    to: link.getAttribute('href')?.split('/reflect')[1],
    isHere: link.getAttribute('aria-current') === 'page',
  }))
const SWITCHER = 'nav[aria-label="Rubrics of this reflection"]'

test('with one rubric there is nothing to switch', async () => {
  await open()
  expect(document.querySelector(SWITCHER)).toBeNull()
})

test('rubrics stand family by family, and one alone is on the screen', async () => {
  await open({ rubrics: [hub, health, kinds, aRubric({ id: 'hub2', family: 'hub-leadership' })] })
  expect(links(SWITCHER)).toEqual([
    { text: 'Network', to: '/test-rubric', isHere: true },
    { text: 'Network', to: '/hub2', isHere: false },
    { text: 'Network health', to: '/health', isHere: false },
    { text: 'Every kind', to: '/kinds-rubric', isHere: false },
  ])
  const families = [...document.querySelectorAll(`${SWITCHER} p`)].map((each) => each.textContent)
  expect(families).toEqual(['Hub leadership', 'Network health', 'Improvement'])
  expect(document.querySelector('[id="item-h.one.1"]')).toBeNull()
  await sheet.reopen({ rubricId: 'health' })
  expect(title()).toBe('Hub leadership, as members see it')
  expect(document.querySelector('[id="item-a.one.1"]')).toBeNull()
  // The domains of the hub rubrics are never named beside those of network health.
  expect(links(SWITCHER)).toEqual([
    { text: 'Rubrics of hub leadership', to: '/test-rubric', isHere: false },
    { text: 'Network health', to: '/health', isHere: true },
    { text: 'Every kind', to: '/kinds-rubric', isHere: false },
  ])
})

test('tabs and the ways on name the rubric; the last section leads to the next rubric, the last of all to the summary and to Share', async () => {
  await open({ rubrics: [hub, health], address: { rubricId: 'test-rubric', sectionId: 'a' } })
  expect(links('nav[aria-label=Sections]').map(({ to }) => to)).toEqual([
    '/test-rubric/a',
    '/test-rubric/b',
  ])
  expect(links('footer nav')).toMatchObject([
    { text: 'Next: Build network culture', to: '/test-rubric/b' },
  ])
  await sheet.reopen({ rubricId: 'test-rubric', sectionId: 'b' })
  expect(links('footer nav')).toMatchObject([
    { text: 'Back: Build membership and engagement', to: '/test-rubric/a' },
    { text: 'Next rubric: Network health', to: '/health' },
  ])
  await sheet.reopen({ rubricId: 'health' })
  expect(links('footer nav').map(({ text }) => text)).toEqual(['See the summary', 'On to Share'])
})

test('a rubric with nothing in scope is passed over', async () => {
  await open({ rubrics: [hub, health, kinds] })
  await sheet.page.act(() => sheet.store.apply([scopeEdit(sheet.store.id, 'health', [])]))
  expect(links(SWITCHER).map(({ to }) => to)).toEqual(['/test-rubric', '/kinds-rubric'])
})

test('the place left remembers rubric, section, row and person', async () => {
  await open({ rubrics: [hub, health], address: { rubricId: 'health' } })
  await sheet.page.press('radio', 'ML')
  await sheet.page.act(() => sheet.row('h.one.1').querySelector('input')?.click())
  expect(readPlace(sheet.store.id)).toMatchObject({
    rubricId: 'health',
    sectionId: 'h',
    itemId: 'h.one.1',
    participantId: 'p2',
  })
  await sheet.reopen()
  expect(title()).toBe('Hub leadership, as members see it')
  expect(document.activeElement).toBe(sheet.row('h.one.1'))
  expect(sheet.page.text()).toContain('ML has marked everything here')
})

test('each rubric is found again where it was left', async () => {
  await open({ rubrics: [hub, health], address: { rubricId: 'test-rubric', sectionId: 'b' } })
  await sheet.reopen({ rubricId: 'health' })
  await sheet.reopen({ rubricId: 'test-rubric' })
  expect(title()).toBe('Build network culture')
})

test('a place and an address from before several rubrics still lead to their section', async () => {
  await open({ rubrics: [hub, health], address: { rubricId: 'b', sectionId: 'b.one.1' } })
  expect(title()).toBe('Build network culture')
  expect(document.activeElement).toBe(sheet.row('b.one.1'))
  localStorage.clear()
  savePlace(sheet.store.id, { sectionId: 'h', itemId: 'h.one.1' })
  await sheet.reopen()
  expect(title()).toBe('Hub leadership, as members see it')
})

test('help stands at the head: the rubric’s at its first section, a section’s at each', async () => {
  await open({ address: { rubricId: 'kinds-rubric', sectionId: 'k' } })
  const head = () => document.querySelector('header')?.textContent
  expect(head()).toContain('Answer what helps you today. The rest can wait.\u00a0Drafted by us')
  expect(head()).toContain('Some are answered by each person, some by all together.')
  await sheet.reopen({ rubricId: 'kinds-rubric', sectionId: 's' })
  expect(head()).not.toContain('Answer what helps you today.')
})

test('a section without ratings says nothing of initials in boxes', async () => {
  await open({ address: { rubricId: 'kinds-rubric', sectionId: 's' } })
  expect(document.querySelector('header')?.textContent).not.toContain('box')
  expect(sheet.page.text()).not.toContain('We really need to do this')
})

/** The heads of columns: over the section, over skills, and which rows leave the words to them. */
const heads = () => ({
  section: document.querySelectorAll('header + [data-levels]').length,
  skills: document.querySelectorAll('section > [data-levels]:not(article)').length,
  rows: [...document.querySelectorAll<HTMLElement>('[data-headed]')].map(
    ({ dataset }) => dataset['headed'],
  ),
})

test('heads of boxes stand over the section where all skills are rated on one scale', async () => {
  await open({ rubrics: [hub] })
  expect(heads()).toEqual({ section: 1, skills: 0, rows: ['true', 'true', 'true'] })
})

test('heads stand over the rated skills alone where others have none', async () => {
  await open()
  expect(heads()).toEqual({ section: 0, skills: 1, rows: ['true'] })
})

test('where scales mix in a skill, each box has its own words', async () => {
  const two = aScale({ id: 'two', levels: aScale().levels.slice(0, 2) })
  const items = [aRatingItem(), aRatingItem({ id: 'a.one.2', number: '1.1b', scale: 'two' })]
  const sections = [aSection({ skills: [aSkill({ items })] })]
  await open({ rubrics: [aRubric({ scales: [aScale(), two], sections })] })
  expect(heads()).toEqual({ section: 0, skills: 0, rows: ['false', 'false'] })
})

test('the list of keys says what an item is called here', async () => {
  await open()
  await sheet.page.press('button', 'Keyboard shortcuts')
  expect(document.querySelector('dialog')?.textContent).toContain('Next and previous question')
})

test('a draft of the community says so beside its credit', async () => {
  await open({ rubrics: [aRubric({ status: 'community-draft' })] })
  expect(document.querySelector('footer')?.textContent).toContain('A community draft')
})

test('words that two devices wrote both stand at the row until someone chooses', async () => {
  const sections = [aSection({ skills: [aSkill({ items: [aTextItem()] })] })]
  await open({ rubrics: [aRubric({ sections })] })
  const record = 'p1/test-rubric/a.one.words'
  await sheet.write(sheet.control('a.one.words', 'textarea', 'Your answer'), 'Here.')
  await sheet.elsewhere({ kind: 'response', record, field: 'answer', value: 'There.' })
  const row = () => sheet.row('a.one.words').textContent
  expect(row()).toContain('SB: two devices wrote this differently.')
  expect(row()).toContain('Here.')
  expect(row()).toContain('There.')
  const second = [...sheet.row('a.one.words').querySelectorAll('button')].find(
    (button) => button.previousElementSibling?.textContent === 'There.',
  )
  await sheet.page.act(() => second?.click())
  expect(sheet.answer('a.one.words')).toEqual({ kind: 'text', text: 'There.' })
  expect(row()).not.toContain('two devices')
})

test('marks that two devices placed differently ask for the right one', async () => {
  await open()
  await sheet.press('k.ask.one', 'input', 'Develop')
  const record = 'p1/kinds-rubric/k.ask.one'
  const value = { options: ['initiate'] }
  await sheet.elsewhere({ kind: 'response', record, field: 'answer', value })
  expect(sheet.row('k.ask.one').textContent).toContain(
    'For SB, this was answered differently on two devices.',
  )
  await sheet.press('k.ask.one', 'input', 'Sustain')
  expect(sheet.row('k.ask.one').textContent).not.toContain('two devices')
})
