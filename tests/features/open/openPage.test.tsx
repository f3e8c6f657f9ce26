import { afterEach, beforeEach, expect, test } from 'vitest'
import { OpenFileZone } from '#features/open/OpenFileZone.tsx'
import { offeredFile } from '#features/open/offeredFile.ts'
import { OpenPage } from '#features/open/OpenPage.tsx'
import { aHistory, copyText, erase, set, storedRubric } from '../../exchange/samples.ts'
import { renderPage, type TestPage } from '../../support/page.tsx'

let page: TestPage

beforeEach(async () => {
  location.hash = '#/open'
  page = await renderPage(<OpenPage partsOf={() => null} />)
})

afterEach(async () => {
  offeredFile.set(undefined)
  await page.close()
})

async function choose(text: string, name = 'copy.hubreflect.txt', more: readonly File[] = []) {
  const input = page.element('input[type=file]') as HTMLInputElement
  const files = [new File([text], name, { type: 'text/plain' }), ...more]
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  await page.act(() => void input.dispatchEvent(new Event('change', { bubbles: true })))
}

async function preview(text: string, name?: string) {
  await choose(text, name)
  await page.until(() => page.has('heading', 'What is in it'), 'the preview')
}

async function ids(): Promise<readonly string[]> {
  return (await page.storage.allChanges()).map(({ id }) => id)
}

test('The picker asks for no kind of file, so that no tablet greys a copy out', () => {
  expect(page.element('input[type=file]').hasAttribute('accept')).toBe(false)
})

test('A copy shows what is in it before anything is added', async () => {
  await preview(copyText(), 'Cedar.txt')
  expect(page.text()).toContain('Cedar.txt')
  expect(page.text()).toContain('Saved on November 22, 2026 with version 0.1.0.')
  expect(page.text()).toContain('Cedar hub')
  expect(page.text()).toContain('Network · November 22, 2026')
  expect(page.text()).toContain('2 people, 3 marks, 1 strategy')
  expect(page.text()).toContain('New on this device')
  expect(document.activeElement?.textContent).toBe('What is in it')
  expect(await ids()).toEqual([])
})

test('Adding gives a receipt, a way to the reflection, and a way back', async () => {
  await preview(copyText())
  await page.press('button', 'Add to this device')
  await page.until(() => page.has('heading', 'Added to this device'), 'the receipt')
  expect(page.text()).toContain('11 entries added')
  expect(page.find('link', 'Open Cedar hub').getAttribute('href')).toBe('#/r/r1/reflect')
  expect(await ids()).toHaveLength(11)
  expect(page.storage.headers.get()[0]).toMatchObject({ team: 'Cedar hub', people: 2 })
  await page.press('button', 'Undo')
  await page.until(() => page.has('heading', 'Taken back'), 'the word that it is undone')
  expect(await ids()).toEqual([])
  expect(page.storage.headers.get()).toEqual([])
})

test('A copy that is here already has nothing to add, and one that is half here tells how much', async () => {
  await page.storage.mergeIn({ changes: aHistory(), rubrics: [storedRubric()] })
  await preview(copyText())
  expect(page.text()).toContain('All of it is here already')
  expect(page.text()).toContain('There is nothing to add.')
  expect(page.has('button', 'Add to this device')).toBe(false)

  const more = [...aHistory(), set('nextStep', 'n1', 'what', 'Draft the welcome')]
  await choose(copyText({ changes: more }))
  await page.until(() => page.text().includes('Adds 1 entry'), 'the second preview')
  await page.press('button', 'Add to this device')
  await page.until(() => page.has('heading', 'Added to this device'), 'the receipt')
  expect(page.text()).toContain('1 entry added')
  expect(page.text()).toContain('11 entries here already')
})

test('A cut copy says so and still offers what is whole', async () => {
  const lines = copyText().split('\n')
  await preview(`${lines.slice(0, 8).join('\n')}\n{"at":17950`)
  expect(page.text()).toContain('The end of this file is missing')
  expect(page.text()).toContain('We found 6 of 11 entries.')
  await page.press('button', 'Add to this device')
  await page.until(() => page.has('heading', 'Added to this device'), 'the receipt')
  expect(await ids()).toHaveLength(6)
})

test('An edited copy names the lines it lost', async () => {
  await preview(copyText().replace('"ML"', '"XX"'))
  expect(page.text()).toContain('This file was changed after it was saved')
  expect(page.text()).toContain('1 line left out')
  expect(page.text()).toMatch(/Line \d+: changed after it was saved/)
})

test('Entries from a newer version are kept and told', async () => {
  await preview(copyText({ changes: [...aHistory(), set('poster', 'x', 'title', 'Wall')] }))
  expect(page.text()).toContain('1 entry from a newer version of the app')
})

test('Forgetting a person is a choice of its own, and says whom', async () => {
  await page.storage.mergeIn({ changes: aHistory(), rubrics: [storedRubric()] })
  await preview(copyText({ changes: [erase('r1-p2'), set('reflection', 'r1', 'way', 'paper')] }))
  expect(page.text()).toContain('This file asks to forget 1 person')
  expect(page.text()).toContain('On this device that is ML.')
  await page.press('button', 'Add without forgetting anyone')
  await page.until(() => page.has('heading', 'Added to this device'), 'the receipt')
  expect(page.storage.headers.get()[0]).toMatchObject({ people: 2 })

  await choose(copyText({ changes: [erase('r1-p2')] }))
  await page.until(() => page.has('button', 'Add, and forget 1 person'), 'the second preview')
  expect(page.has('button', 'Add without forgetting anyone')).toBe(false)
  await page.press('button', 'Add, and forget 1 person')
  await page.until(() => page.text().includes('1 person forgotten'), 'the receipt')
  expect(page.storage.headers.get()[0]).toMatchObject({ people: 1 })
  await page.press('button', 'Undo')
  await page.until(() => page.text().includes('Who was forgotten stays forgotten.'), 'the truth')
})

test('Something else is refused in words, and another file can be chosen at once', async () => {
  await choose('%PDF-1.7 and so on', 'summary.pdf')
  await page.until(() => page.text().includes('We cannot open this file'), 'the problem')
  expect(page.element('[role=alert]').textContent).toContain('It looks like a PDF')
  expect(page.text()).toContain('summary.pdf')
  expect(await ids()).toEqual([])
  await preview(copyText())
  expect(page.text()).not.toContain('We cannot open this file')
})

test('Markup in a file is shown as what it is', async () => {
  const team = '<img src=x onerror="window.bad=1"> \u202eevil'
  await preview(copyText({ changes: [set('reflection', 'r1', 'team', team)] }))
  expect(page.text()).toContain(team)
  expect(document.querySelector('img')).toBeNull()
})

test('Not now leaves everything as it was', async () => {
  await preview(copyText())
  await page.press('button', 'Not now')
  expect(page.has('heading', 'What is in it')).toBe(false)
  expect(page.has('button', 'Add to this device')).toBe(false)
  expect(await ids()).toEqual([])
})

test('Of several files the first is opened, and it says so', async () => {
  await choose(copyText(), 'one.txt', [new File(['x'], 'two.txt')])
  await page.until(() => page.has('heading', 'What is in it'), 'the preview')
  expect(page.text()).toContain('We open one file at a time. This is one.txt.')
})

test('A copy can be dropped anywhere and pasted, and takes the page to where files open', async () => {
  await page.close()
  location.hash = '#/'
  page = await renderPage(<OpenFileZone />)
  const drop = new Event('drop', { cancelable: true })
  const dropped = new File([copyText()], 'dropped.txt')
  Object.assign(drop, { dataTransfer: { types: ['Files'], files: [dropped] } })
  await page.act(() => void window.dispatchEvent(drop))
  expect(drop.defaultPrevented).toBe(true)
  expect(offeredFile.get()?.name).toBe('dropped.txt')
  expect(location.hash).toBe('#/open')

  offeredFile.set(undefined)
  location.hash = '#/'
  const paste = (text: string) => {
    const event = new Event('paste', { cancelable: true, bubbles: true })
    Object.assign(event, { clipboardData: { files: [], getData: () => text } })
    return page.act(() => void document.body.dispatchEvent(event))
  }
  await paste('just some words')
  expect(offeredFile.get()).toBeUndefined()
  expect(location.hash).toBe('#/')
  await paste(copyText())
  expect(offeredFile.get()).toMatchObject({ name: '' })
  expect(location.hash).toBe('#/open')
})

test('A text that is dragged, not a file, is left to the browser', async () => {
  const drag = new Event('dragover', { cancelable: true })
  Object.assign(drag, { dataTransfer: { types: ['text/plain'] } })
  await page.act(() => void window.dispatchEvent(drag))
  expect(drag.defaultPrevented).toBe(false)
})
