import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rubricFromCsv } from '#core/rubricCsv.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { RubricPage } from '#features/rubrics/RubricPage.tsx'
import { RubricsPage } from '#features/rubrics/RubricsPage.tsx'
import { rubricHeaders } from '#rubrics/catalog.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import type { RubricDraft } from '#storage/rows.ts'
import type { Storage } from '#storage/storage.ts'
import { installFaults } from '../../storage/faults.ts'
import { aRubric, aRubricOfAllKinds } from '../../support/builders.ts'
import { catchDownloads } from '../../support/downloads.ts'
import { settle } from '../../storage/setting.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

const faults = installFaults()
let storage: Storage
let page: TestPage

beforeEach(async () => {
  location.hash = '#/rubrics'
  storage = await freshStorage()
})

afterEach(async () => {
  faults.disarm()
  vi.restoreAllMocks()
  await page.close()
})

const ours = aRubricOfAllKinds({ id: 'our-own', version: '1.1.0' })

async function list() {
  page = await renderPage(<RubricsPage openZone={<p>The zone</p>} />, { storage })
  await page.until(() => page.text().includes('Hub leadership'), 'the list')
  await page.act(() => settle(20))
}

async function show(key: string) {
  page = await renderPage(<RubricPage entryKey={key} />, { storage })
  await page.until(() => page.text() !== 'Opening the rubric…', 'the rubric')
}

async function keepOurs(): Promise<string> {
  const kept = await storage.keepRubric(ours, 'file')
  if (!kept.ok) throw new Error(kept.problem.kind)
  return `own:${kept.value.hash}`
}

async function drafts(): Promise<readonly RubricDraft[]> {
  const all = await storage.rubricDrafts.list()
  if (!all.ok) throw new Error(all.problem.kind)
  return all.value
}

/** Waits until what was written is on disk and the page has heard of it. */
function written(): Promise<void> {
  return page.act(async () => {
    await storage.rubricDrafts.flush()
    await settle(20)
  })
}

/** Leaves the editor for the page that stands. */
function goBack(): Promise<void> {
  return page.act(async () => {
    location.hash = '#/rubrics'
    await settle(20)
  })
}

/** The draft the address names now. */
async function opened(): Promise<RubricDraft> {
  const id = /^#\/rubrics\/edit\/(.+)$/.exec(location.hash)?.[1]
  const draft = (await drafts()).find((each) => each.id === id)
  if (!draft) throw new Error(`No draft at ${location.hash}`)
  return draft
}

describe('the list', () => {
  test('has every rubric of the app under its family, with what it is', async () => {
    await list()
    for (const { title, id } of rubricHeaders) {
      const link = page.find('link', new RegExp(`^${title.replace(/[()?]/g, '.')}`))
      expect(link.getAttribute('href')).toBe(`#/rubrics/show/${id}`)
      expect(link.textContent).toMatch(/\d+ sections?/)
      expect(link.textContent).toMatch(
        /(Based on published work|Community draft)\u00A0· Version \d/,
      )
    }
    const empty = 'Rubrics you write or open from a file are listed here.'
    await page.until(() => page.text().includes(empty), 'the word that there is none')
    expect(page.text()).toContain('The zone')
  })

  test('shows own rubrics and what is being written, also what another tab brings', async () => {
    await keepOurs()
    await list()
    await page.until(() => page.text().includes('Every kind of item'), 'our own')
    storage.rubricDrafts.save({
      id: 'd1',
      content: { title: { text: 'Half a rub' } },
      from: undefined,
    })
    await written()
    await page.until(() => page.text().includes('Half a rub'), 'the draft')
    expect(page.find('link', /Half a rub/).getAttribute('href')).toBe('#/rubrics/edit/d1')
    expect(page.text()).toContain('Being written')
  })

  test('begins a rubric from nothing, and lists it once something is written', async () => {
    await list()
    await page.press('button', 'Write your own')
    await written()
    const draft = await opened()
    expect(draft).toMatchObject({ content: {}, from: undefined })
    expect(page.text()).not.toContain('Being written')
    // Left empty and begun again, it is the same one.
    await goBack()
    await page.press('button', 'Write your own')
    await written()
    expect((await opened()).id).toBe(draft.id)
    storage.rubricDrafts.save({ ...draft, content: { title: { text: '' }, goal: {} } })
    await written()
    await page.until(() => page.text().includes('Untitled rubric'), 'the draft')
  })

  test('throws a draft away, and takes that back', async () => {
    const content = { title: { text: 'Half a rub' } }
    storage.rubricDrafts.save({ id: 'd1', content, from: undefined })
    await list()
    await page.until(() => page.has('button', /Throw away/), 'the draft')
    await page.press('button', 'Throw away Half a rub')
    await page.until(() => page.text().includes('“Half a rub” was thrown away.'), 'the word')
    expect(await drafts()).toEqual([])
    await page.press('button', 'Undo')
    await page.until(() => page.has('link', /Half a rub/), 'the draft')
    expect((await drafts())[0]?.content).toEqual(content)
  })
})

describe('one rubric', () => {
  test('shows sections, skills, items of every kind, boxes, and where each comes from', async () => {
    await show(await keepOurs())
    for (const words of [
      'Every kind of item',
      'Your own',
      '2 sections',
      'Version 1.1.0',
      'Based on a published tool.',
      'Opened from a file on',
      'Answer what helps you today.',
      'We really need to do this',
      'Or set aside:',
      'Rate and say why',
      'We keep our promises.',
      'Choose any:',
      'All teach, all learn',
      'Not started · Begun · In place · To revisit',
      'What it offers',
      'Informal sharing with colleagues',
      'Asked once for each site you name.',
      'A No traction',
      'The team answers as one.',
      '1 named strategy',
      '1 known challenge',
      '1 source',
    ]) {
      expect(page.text()).toContain(words)
    }
    expect(page.text()).toContain('Stated by the source, in our words')
  })

  test('leaves out what is no longer asked', async () => {
    const rubric = aRubric({ id: 'our-own' })
    Object.assign(rubric.sections[0]!.skills[1]!.items[1]!, { retired: true })
    const kept = await storage.keepRubric(rubric, 'editor')
    if (!kept.ok) throw new Error(kept.problem.kind)
    await show(`own:${kept.value.hash}`)
    expect(page.text()).not.toContain('Welcome new members.')
    expect(page.text()).toContain('Written here, kept on')
  })

  test('that is not here says so and leads back', async () => {
    await show('own:nothing')
    expect(page.has('heading', 'This rubric is not on this device')).toBe(true)
    expect(page.find('link', 'Rubrics').getAttribute('href')).toBe('#/rubrics')
  })

  test('is saved as a file that reads as the very same', async () => {
    const downloads = catchDownloads()
    await show('hub-learning-system')
    await page.press('button', 'Save as a file')
    await page.until(() => page.text().includes('hub-learning-system.json is saved'), 'the word')
    expect(downloads[0]?.name).toBe('hub-learning-system.json')
    const read = readRubricFile(new TextEncoder().encode(await downloads[0]!.text()))
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    const shipped = rubricHeaders.find(({ id }) => id === 'hub-learning-system')
    expect(rubricHash(read.value)).toBe(shipped?.hash)
  })

  test('is saved for a spreadsheet without loss', async () => {
    const downloads = catchDownloads()
    await show(await keepOurs())
    await page.press('button', 'Save for a spreadsheet')
    await page.until(() => page.text().includes('our-own.csv is saved'), 'the word')
    const read = rubricFromCsv(await downloads[0]!.text())
    if (!read.ok) throw new Error(JSON.stringify(read.problem))
    expect(rubricHash(read.value)).toBe(rubricHash(ours))
  })

  test('is copied under an id of its own, and knows what it was copied from', async () => {
    await show('hub-learning-system')
    await page.press('button', 'Start from a copy')
    const draft = await opened()
    expect(draft.content).toMatchObject({ id: 'hub-learning-system-copy', version: '1.0.0' })
    expect(draft.from?.id).toBe('hub-learning-system')
    // Once there is one of that name, the next copy takes another.
    const taken = aRubric({ id: 'hub-learning-system-copy' })
    await page.act(async () => void (await storage.keepRubric(taken, 'editor')))
    await page.press('button', 'Start from a copy')
    expect((await opened()).content).toMatchObject({ id: 'hub-learning-system-copy-2' })
    expect(page.has('button', 'Edit')).toBe(false)
    expect(page.has('button', 'Take off the list')).toBe(false)
  })

  test('of our own is edited under its id, and going on finds what was begun', async () => {
    await show(await keepOurs())
    await page.press('button', 'Edit')
    await page.until(() => location.hash.startsWith('#/rubrics/edit/'), 'the editor')
    const draft = await opened()
    expect(draft.content).toMatchObject({ id: 'our-own', version: '1.1.0' })
    await goBack()
    await page.press('button', 'Edit')
    await page.until(() => location.hash.startsWith('#/rubrics/edit/'), 'the editor')
    expect((await opened()).id).toBe(draft.id)
    expect(await drafts()).toHaveLength(1)
  })

  test('of our own is taken off the list, and put back', async () => {
    await show(await keepOurs())
    await page.press('button', 'Take off the list')
    await page.until(() => page.text().includes('Taken off your list.'), 'the word')
    expect(storage.ownRubrics.get()).toEqual([])
    await page.press('button', 'Undo')
    await page.until(() => page.has('button', 'Take off the list'), 'the button')
    expect(storage.ownRubrics.get()).toMatchObject([{ from: 'file' }])
  })

  test('that cannot be taken off says why, and stays', async () => {
    await show(await keepOurs())
    faults.arm('quota', 1, true)
    await page.press('button', 'Take off the list')
    await page.until(() => page.text().includes('This device is full'), 'the problem')
    faults.disarm()
    const own = await storage.ownRubrics.load()
    expect(own.ok && own.value).toHaveLength(1)
  })
})
