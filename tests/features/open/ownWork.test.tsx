import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Json } from '#core/json.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { saveCopy } from '#features/device/saveCopy.ts'
import { offeredFile } from '#features/open/offeredFile.ts'
import { OpenPage } from '#features/open/OpenPage.tsx'
import type { Storage } from '#storage/storage.ts'
import {
  aCopiedDraft,
  aHistory,
  copyText,
  ownRubric,
  storedRubric,
} from '../../exchange/samples.ts'
import { aRubric } from '../../support/builders.ts'
import { catchDownloads, type Download } from '../../support/downloads.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const ours = aRubric({ id: 'our-own', version: '1.1.0' })
const CONTENT: Json = { title: { text: 'Half a rubric' }, sections: [] }

let page: TestPage
let downloads: readonly Download[]

beforeEach(async () => {
  downloads = catchDownloads()
  location.hash = '#/open'
  page = await renderPage(<OpenPage partsOf={() => null} />)
  // The fresh device opens its file after the other has saved it.
  page.browser.clock += 1_000_000
})

afterEach(async () => {
  vi.restoreAllMocks()
  offeredFile.set(undefined)
  await page.close()
})

/** Saves everything on another device, as its page does, and gives the file's text. */
async function savedElsewhere(fill: (storage: Storage) => Promise<void>): Promise<string> {
  const storage = await freshStorage(testBrowser())
  await fill(storage)
  const saved = await saveCopy({ reflectionId: undefined, title: 'Everything' }, storage)
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
  storage.close()
  return downloads[0]!.text()
}

async function fill(storage: Storage): Promise<void> {
  await storage.keepRubric(aRubric({ ...ours, version: '1.0.0' }), 'editor')
  await storage.keepRubric(ours, 'editor')
  storage.rubricDrafts.save({ id: 'draft-1', content: CONTENT, from: undefined })
}

async function choose(text: string) {
  const input = page.element('input[type=file]') as HTMLInputElement
  const files = [new File([text], 'copy.hubreflect.txt', { type: 'text/plain' })]
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await page.act(() => void input.dispatchEvent(new Event('change', { bubbles: true })))
  await page.until(() => page.has('heading', 'What is in it'), 'the preview')
}

async function add() {
  await page.press('button', 'Add to this device')
  await page.until(() => page.has('heading', 'Added to this device'), 'the receipt')
}

async function undo() {
  await page.press('button', 'Undo')
  await page.until(() => page.has('heading', 'Taken back'), 'the word that it is undone')
}

test('Everything saved on one device is there on a fresh one, and undo takes exactly it', async () => {
  const text = await savedElsewhere(async (storage) => {
    await storage.mergeIn({ changes: aHistory(), rubrics: [storedRubric()] })
    await fill(storage)
  })
  await page.storage.keepRubric(aRubric({ id: 'here-before' }), 'file')
  page.storage.rubricDrafts.save({ id: 'mine', content: 'mine', from: undefined })
  const before = await page.storage.ownWork()
  await choose(text)
  expect(page.text()).toContain('Beside reflections1 rubric of your own, 1 unfinished rubricNew')
  expect(await page.storage.ownWork()).toEqual(before)
  await add()
  expect(page.text()).toContain('11 entries added')
  expect(page.text()).toContain('1 rubric of your own, 1 unfinished rubric added')
  expect(page.find('link', 'Go to Rubrics').getAttribute('href')).toBe('#/rubrics')
  const { rubrics, drafts } = await page.storage.ownWork()
  expect(rubrics.filter(({ from }) => from === 'editor')).toHaveLength(2)
  expect(page.storage.ownRubrics.get().map(({ hash }) => hash)).toContain(rubricHash(ours))
  expect(drafts.find(({ id }) => id === 'draft-1')?.content).toEqual(CONTENT)
  await undo()
  expect(await page.storage.ownWork()).toEqual(before)
  expect(await page.storage.allChanges()).toEqual([])
})

test('A device without a reflection carries its own rubrics over, and the file adds nothing twice', async () => {
  const text = await savedElsewhere(fill)
  await choose(text)
  await add()
  expect(page.text()).not.toContain('entries added')
  await choose(text)
  expect(page.text()).toContain('All of it is here already')
  expect(page.text()).toContain('There is nothing to add.')
  expect(page.has('button', 'Add to this device')).toBe(false)
})

test('A draft that was written on here is kept beside the file’s', async () => {
  const text = await savedElsewhere(fill)
  page.storage.rubricDrafts.save({ id: 'draft-1', content: 'further on', from: undefined })
  await choose(text)
  expect(page.text()).toContain('1 rubric of your own, 1 unfinished rubric')
  await add()
  const contents = async () => (await page.storage.ownWork()).drafts.map(({ content }) => content)
  expect(await contents()).toEqual(['further on', CONTENT])
  await undo()
  expect(await contents()).toEqual(['further on'])
})

test('Of what is partly here the preview says what would be added', async () => {
  const own = { rubrics: [ownRubric()], drafts: [aCopiedDraft()] }
  await page.storage.keepRubric(ownRubric().rubric, 'file')
  await choose(copyText({ own }))
  expect(page.text()).toContain('Adds 1 unfinished rubric to what is here')
})

test('A draft’s line that was changed is left out and named', async () => {
  const own = { rubrics: [], drafts: [aCopiedDraft()] }
  await choose(copyText({ own }).replace('Half a rubric', 'Quite another'))
  expect(page.text()).toContain('1 line left out')
  expect(page.text()).toMatch(/Line 3: changed after it was saved/)
  expect(page.text()).not.toContain('Beside reflections')
})

test('A cut file without a reflection says that what it has is whole', async () => {
  const own = { rubrics: [ownRubric()], drafts: [] }
  const lines = copyText({ changes: [], rubrics: [], own }).split('\n')
  await choose(lines.slice(0, 2).join('\n'))
  expect(page.text()).toContain('The end of this file is missing')
  expect(page.text()).toContain('What we found is whole.')
})
