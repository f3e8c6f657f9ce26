import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deleteEdit } from '#core/reflection.ts'
import { readCopy } from '#exchange/copyFile.ts'
import { DevicePage } from '#features/device/DevicePage.tsx'
import type { OfflineAnswer } from '#features/device/OfflineCheck.tsx'
import { aHistory, encoder, erase, set, storedRubric } from '../../exchange/samples.ts'
import { testBrowser } from '../../storage/testHost.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { catchDownloads, type Download } from '../../support/downloads.ts'
import { aRubric } from '../../support/builders.ts'

let page: TestPage
let downloads: readonly Download[]
let offline: OfflineAnswer

beforeEach(() => {
  downloads = catchDownloads()
  offline = { kind: 'ready' }
})

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

async function show(filled = true) {
  const browser = testBrowser()
  const storage = await freshStorage(browser)
  if (filled) await storage.mergeIn({ changes: aHistory(), rubrics: [storedRubric()] })
  page = await renderPage(<DevicePage verifyOffline={async () => offline} />, { browser, storage })
}

test('An empty device says what will be here and offers the first steps', async () => {
  await show(false)
  expect(page.text()).toContain('Your reflections will be listed here')
  expect(page.find('link', 'Open a file…').getAttribute('href')).toBe('#/open')
  expect(page.has('button', 'Save a copy of everything')).toBe(false)
})

test('Saving a copy names what is in it after reading it back, and notes the day', async () => {
  await show()
  expect(page.text()).toContain('No copy yet, 11 entries')
  await page.press('button', 'Save a copy of Cedar hub, Network')
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(page.text()).toContain('Saved: 1 reflection, 2 people, 3 marks, 1 strategy.')
  expect(page.text()).toContain('We read the file back: it is whole.')
  expect(page.text()).toMatch(/Copied today at .*, nothing new since/)
  const [file] = downloads
  expect(file?.name).toMatch(/^Cedar-hub-Network-\d{4}-\d{2}-\d{2}\.hubreflect\.txt$/)
  const copy = readCopy(encoder.encode(await file!.text()))
  expect(copy.ok && copy.value).toMatchObject({ ending: 'intact', rejectedCount: 0 })
  expect(copy.ok && copy.value.changes).toHaveLength(11)
  expect(copy.ok && copy.value.rubrics).toEqual([storedRubric()])
})

test('Rubrics of one’s own and unfinished ones are counted, and are in a copy of everything alone', async () => {
  await show()
  await page.act(async () => {
    await page.storage.keepRubric(aRubric({ id: 'our-own' }), 'editor')
    await page.storage.keepRubric(aRubric({ id: 'our-own', version: '1.1.0' }), 'editor')
    await page.storage.keepRubric(aRubric({ id: 'second' }), 'file')
    page.storage.rubricDrafts.save({ id: 'd1', content: 'half', from: undefined })
    await page.storage.rubricDrafts.flush()
  })
  const told = '2 rubrics of your own, 1 unfinished rubric'
  await page.until(() => page.text().includes(`Also on this device: ${told}.`), 'the counts')
  await page.press('button', 'Save a copy of everything')
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(page.text()).toContain(`Saved: 1 reflection, 2 people, 3 marks, 1 strategy, ${told}.`)
  const everything = readCopy(encoder.encode(await downloads[0]!.text()))
  expect(everything.ok && everything.value.own.rubrics).toHaveLength(3)
  expect(everything.ok && everything.value.own.drafts[0]).toMatchObject({ content: 'half' })
  await page.press('button', /^Save a copy of Cedar/)
  await page.until(() => downloads.length === 2, 'the second copy')
  const one = readCopy(encoder.encode(await downloads[1]!.text()))
  expect(one.ok && one.value.own).toEqual({ rubrics: [], drafts: [] })
})

test('A device without a reflection saves a copy of its own rubrics', async () => {
  await show(false)
  await page.act(async () => {
    await page.storage.keepRubric(aRubric({ id: 'our-own' }), 'editor')
  })
  await page.until(() => page.has('button', 'Save a copy of everything'), 'the button')
  await page.press('button', 'Save a copy of everything')
  await page.until(() => page.text().includes('Saved: 1 rubric of your own.'), 'the receipt')
  const copy = readCopy(encoder.encode(await downloads[0]!.text()))
  expect(copy.ok && copy.value).toMatchObject({ ending: 'intact', changes: [] })
})

test('An unfinished rubric too large for a copy costs the reflections nothing, and is told', async () => {
  await show()
  const content = 'x'.repeat(2 * 1024 * 1024)
  page.storage.rubricDrafts.save({ id: 'd1', content, from: undefined })
  await page.press('button', 'Save a copy of everything')
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(page.text()).toContain('1 rubric is too large or too damaged for a copy.')
})

test('What came after the copy is counted', async () => {
  await show()
  await page.press('button', /^Save a copy of Cedar/)
  await page.until(() => page.text().includes('nothing new since'), 'the note')
  const more = [set('nextStep', 'n1', 'what', 'Call'), set('nextStep', 'n1', 'who', 'Sam')]
  await page.act(async () => void (await page.storage.mergeIn({ changes: more, rubrics: [] })))
  expect(page.text()).toMatch(/Copied today at .*, 2 entries since/)
})

test('A copy of everything holds deleted reflections too, and says so', async () => {
  await show()
  await page.act(async () => {
    await page.storage.mergeIn({ changes: aHistory('r2'), rubrics: [] })
    await page.storage.deleteReflection('r2')
  })
  await page.press('button', 'Save a copy of everything')
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(page.text()).toContain('Saved: 1 reflection, 2 people, 3 marks, 1 strategy.')
  expect(page.text()).toContain('It also holds 1 deleted reflection.')
  expect(downloads[0]?.name).toMatch(/^Everything-on-this-device-/)
})

test('An order to forget somebody in one reflection takes nothing from a copy of the others', async () => {
  await show()
  const foreign = erase('r1-p2', 'another-reflection')
  await page.act(async () => void (await page.storage.mergeIn({ changes: [foreign], rubrics: [] })))
  await page.press('button', 'Save a copy of everything')
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(page.text()).toContain('2 people, 3 marks, 1 strategy.')
  expect(await downloads[0]!.text()).toContain('"ML"')
})

test('What is being typed is in the copy', async () => {
  await show()
  const opened = await page.storage.open('r1')
  if (!opened.ok) throw new Error(opened.problem.kind)
  opened.value.setDraft({ kind: 'strategy', record: 'r1-st1', field: 'evidence' }, 'Nine of ten')
  await page.press('button', /^Save a copy of Cedar/)
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(await downloads[0]!.text()).toContain('"Nine of ten"')
  opened.value.close()
})

test('A leader’s own name is in the copy but not in its file name', async () => {
  await show()
  const mode = set('reflection', 'r1', 'mode', 'individual')
  await page.act(async () => void (await page.storage.mergeIn({ changes: [mode], rubrics: [] })))
  await page.press('button', /^Save a copy of Cedar/)
  await page.until(() => page.text().includes('Saved:'), 'the receipt')
  expect(downloads[0]?.name).toMatch(/^My-reflection-Network-/)
  expect(await downloads[0]!.text()).toContain('Cedar hub')
})

test('A download the browser refuses is told, and no copy is noted', async () => {
  await show()
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    throw new TypeError('no')
  })
  await page.press('button', /^Save a copy of Cedar/)
  await page.until(() => page.text().includes('The file was not saved'), 'the problem')
  expect(page.text()).toContain('No copy yet')
  expect(page.storage.copies.lastCopy('r1')).toBeUndefined()
})

test('The browser’s promise is told as it is', async () => {
  await show()
  expect(page.text()).toContain('This browser does not say')
  await page.press('button', 'Ask the browser to keep it')
  await page.until(() => page.text().includes('It still has not.'), 'the answer')
  expect(page.text()).toContain('The browser has not promised to keep it')
})

test.each([
  [{ kind: 'ready' }, 'Ready to work offline'],
  [{ kind: 'incomplete', missing: ['a', 'b'] }, '2 parts of the app missing'],
  [{ kind: 'failed' }, 'could not be put on this device'],
  [{ kind: 'unavailable' }, 'does not let the app work offline'],
] as const)('Offline readiness is said only when it was looked at: %j', async (answer, words) => {
  offline = answer
  await show()
  expect(page.text()).not.toContain(words)
  await page.press('button', 'Check now')
  await page.until(() => page.text().includes(words), words)
})

test('Theme, text size, language of rubrics and shortcuts take effect at once and are kept', async () => {
  await show()
  await page.press('radio', 'Dark')
  await page.press('radio', '150 %')
  await page.press('radio', 'Español')
  await page.press('checkbox', /^Single-key shortcuts/)
  expect(page.storage.settings.get()).toMatchObject({
    theme: 'dark',
    textSize: 150,
    rubricLang: 'es-US',
    shortcuts: false,
  })
  const again = await freshStorage(page.browser)
  await page.until(() => again.settings.get().rubricLang === 'es-US', 'the settings on disk')
  expect(again.settings.get().theme).toBe('dark')
  again.close()
})

test('A deleted reflection waits and can be brought back with everything in it', async () => {
  await show()
  expect(page.text()).toContain('Reflections you delete wait here')
  const opened = await page.storage.open('r1')
  if (!opened.ok) throw new Error(opened.problem.kind)
  await page.act(async () => {
    opened.value.apply([deleteEdit('reflection', 'r1')])
    await page.storage.flushDrafts()
  })
  expect(page.storage.headers.get()).toEqual([])
  await page.press('button', 'Bring back Cedar hub')
  await page.until(() => page.text().includes('Cedar hub is back.'), 'the word')
  expect(page.storage.headers.get()[0]).toMatchObject({ people: 2, answeredItems: 2 })
  opened.value.close()
})
