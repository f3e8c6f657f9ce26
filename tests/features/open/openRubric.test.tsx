import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rubricToCsv } from '#core/rubricCsv.ts'
import { rubricHash } from '#core/rubricHash.ts'
import { rubricToJson } from '#core/rubricJson.ts'
import type { Rubric } from '#core/rubric.ts'
import { OpenFileZone } from '#features/open/OpenFileZone.tsx'
import { offeredFile } from '#features/open/offeredFile.ts'
import { OpenPage } from '#features/open/OpenPage.tsx'
import { loadRubric } from '#rubrics/catalog.ts'
import { aRubric } from '../../support/builders.ts'
import { renderPage, type TestPage } from '../../support/page.tsx'
import { installFaults } from '../../storage/faults.ts'

const faults = installFaults()
let page: TestPage

beforeEach(async () => {
  location.hash = '#/open'
  page = await renderPage(<OpenPage partsOf={(rubric) => <p>Parts of {rubric.shortTitle}</p>} />)
})

afterEach(async () => {
  faults.disarm()
  vi.restoreAllMocks()
  offeredFile.set(undefined)
  await page.close()
})

async function choose(content: string | Uint8Array<ArrayBuffer>, name = 'our-own.json') {
  const input = page.element('input[type=file]') as HTMLInputElement
  Object.defineProperty(input, 'files', { value: [new File([content], name)], configurable: true })
  await page.act(() => void input.dispatchEvent(new Event('change', { bubbles: true })))
}

async function preview(content: string, name?: string) {
  await choose(content, name)
  await page.until(() => page.has('heading', 'A rubric'), 'the preview')
}

async function refused(content: string | Uint8Array<ArrayBuffer>, name?: string) {
  await choose(content, name)
  await page.until(() => document.querySelector('[role=alert]') !== null, 'the refusal')
  return page.element('[role=alert]').textContent
}

async function kept(): Promise<readonly Rubric[]> {
  const own = await page.storage.ownRubrics.load()
  if (!own.ok) throw new Error(own.problem.kind)
  return own.value.map(({ rubric }) => rubric)
}

const ours = aRubric({ id: 'our-own', version: '1.1.0' })

describe('a rubric file', () => {
  test('shows what it is before anything is stored, is kept, and can be taken back', async () => {
    await preview(rubricToJson(ours))
    for (const words of [
      'our-own.json',
      'Managing the network',
      '2 sections\u00A0· 5 methods\u00A0· Based on published work\u00A0· Version 1.1.0',
      'Let the network grow as a learning organization.',
      'Based on a published tool.',
      'New on this device',
      'Parts of Network',
    ]) {
      expect(page.text()).toContain(words)
    }
    expect(document.activeElement?.textContent).toBe('A rubric')
    expect(await kept()).toEqual([])
    await page.press('button', 'Keep on this device')
    await page.until(() => page.has('heading', 'Kept on this device'), 'the receipt')
    expect((await kept()).map(rubricHash)).toEqual([rubricHash(ours)])
    expect(page.find('link', 'Go to Rubrics').getAttribute('href')).toBe('#/rubrics')
    await page.press('button', 'Undo')
    await page.until(() => page.has('heading', 'Taken back'), 'the word that it is undone')
    expect(await kept()).toEqual([])
  })

  test('made in a spreadsheet is read too', async () => {
    await preview(rubricToCsv(ours), 'our-own.csv')
    await page.press('button', 'Keep on this device')
    await page.until(() => page.has('heading', 'Kept on this device'), 'the receipt')
    expect((await kept()).map(rubricHash)).toEqual([rubricHash(ours)])
  })

  test('that was kept before has nothing to add', async () => {
    await page.storage.keepRubric(ours, 'file')
    await preview(rubricToJson(ours))
    expect(page.text()).toContain('This very rubric is among yours already.')
    expect(page.has('button', 'Keep on this device')).toBe(false)
    await page.press('button', 'Done')
    expect(page.has('heading', 'A rubric')).toBe(false)
  })

  test.each([
    ['1.2.0', 'Newer than version 1.1.0'],
    ['1.1.0', 'You have another wording of version 1.1.0.'],
    ['1.0.9', 'Older than version 1.1.0'],
  ])('of version %s beside 1.1.0 says how they stand', async (version, words) => {
    await page.storage.keepRubric(ours, 'file')
    await preview(rubricToJson(aRubric({ ...ours, version, shortTitle: 'Other' })))
    expect(page.text()).toContain(words)
  })

  test('taken back leaves the version that was there before', async () => {
    await page.storage.keepRubric(ours, 'file')
    await preview(rubricToJson(aRubric({ ...ours, version: '2.0.0' })))
    await page.press('button', 'Keep on this device')
    await page.until(() => page.has('heading', 'Kept on this device'), 'the receipt')
    await page.press('button', 'Undo')
    await page.until(() => page.has('heading', 'Taken back'), 'the word that it is undone')
    expect((await kept()).map(({ version }) => version)).toEqual(['1.1.0'])
  })

  test('with the id of one that comes with the app says so plainly', async () => {
    const shipped = await loadRubric('hub-learning-system')
    if (!shipped.ok) throw new Error('not shipped')
    const { rubric } = shipped.value
    await preview(rubricToJson(rubric))
    expect(page.text()).toContain('This very rubric comes with the app.')
    expect(page.has('button', 'Keep on this device')).toBe(false)
    await page.press('button', 'Done')
    await preview(rubricToJson({ ...rubric, version: '7.0.0' }))
    expect(page.text()).toContain('A rubric with this id comes with the app')
    expect(page.text()).toContain(`version ${rubric.version}. Both will be listed side by side`)
    expect(page.has('button', 'Keep on this device')).toBe(true)
  })

  test('that does not fit on the disk says so, and nothing is kept', async () => {
    await preview(rubricToJson(ours))
    faults.arm('quota', 2, true)
    await page.press('button', 'Keep on this device')
    await page.until(() => page.text().includes('This device is full'), 'the problem')
    faults.disarm()
    expect(page.text()).toContain('Nothing of the file was added.')
    expect(await kept()).toEqual([])
  })

  test('can be pasted, and is shown where files open', async () => {
    await page.close()
    location.hash = '#/rubrics'
    page = await renderPage(<OpenFileZone />)
    const event = new Event('paste', { cancelable: true, bubbles: true })
    const clipboardData = { files: [], getData: () => rubricToJson(ours) }
    Object.assign(event, { clipboardData })
    await page.act(() => void document.body.dispatchEvent(event))
    expect(offeredFile.get()).toMatchObject({ name: '' })
    expect(location.hash).toBe('#/open')
  })
})

describe('a rubric file with mistakes', () => {
  test('lists each with its place, its sentence and its path, and changes nothing', async () => {
    const text = rubricToJson(ours)
      .replace('"number": "1.2a"', '"number": "x"')
      .replace('"text": "Keep promises."', '"text": ""')
    const said = await refused(text)
    expect(said).toContain('This rubric has mistakes')
    expect(said).toContain('We found 2 mistakes, so nothing was added.')
    expect(said).toContain('Build network culture › Build trust › method 2.1a')
    expect(said).toContain('sections[1].skills[0].items[0].text')
    expect(page.element('[role=alert] ul').querySelectorAll('li')).toHaveLength(2)
    expect(await kept()).toEqual([])
    expect(page.has('button', 'Keep on this device')).toBe(false)
  })

  test('that are many shows the first dozen and folds the rest', async () => {
    const text = rubricToJson(ours).replaceAll('"provenance": "drafted"', '"provenance": "mine"')
    const said = await refused(text)
    expect(said).toContain('We found 13 mistakes')
    expect(said).toContain('1 more mistake')
    expect(page.element('[role=alert] ul').querySelectorAll('li')).toHaveLength(12)
  })

  test('in its spelling names line and column', async () => {
    const said = await refused(rubricToJson(ours).replace('"version":', '"version"'))
    expect(said).toMatch(/Line 6, column \d+/)
  })

  test('that forgot to say what it is hears that, not that it is no copy', async () => {
    const { format: _format, ...rest } = ours
    const said = await refused(JSON.stringify(rest))
    expect(said).toContain('This does not say that it is a rubric.')
  })

  test('from a newer app says to update', async () => {
    const said = await refused(
      rubricToJson(ours).replace('"formatVersion": 1', '"formatVersion": 9'),
    )
    expect(said).toContain('newer than this app')
  })

  test('in a table names row and column', async () => {
    const said = await refused(rubricToCsv(ours).replace('1.2a', 'x'), 'our-own.csv')
    expect(said).toMatch(/Row \d+/)
  })

  test('in a table that is not in UTF-8 says how to save it', async () => {
    const text = `\uFEFF${rubricToCsv(ours)}`
    const units = Uint16Array.from(text, (character) => character.charCodeAt(0))
    expect(await refused(new Uint8Array(units.buffer), 'our-own.csv')).toContain('CSV UTF-8')
  })

  test.each<[string, () => string | Uint8Array<ArrayBuffer>]>([
    ['10 MB', () => `{"format":"hub-reflect-rubric","x":"${'x'.repeat(10_000_000)}"}`],
    ['10 MB of lines', () => `{"format":"hub-reflect-rubric",\n${'"x": 1,\n'.repeat(1_250_000)}}`],
    [
      '10,000 deep',
      () => `{"format":"hub-reflect-rubric","x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ],
    [
      '10,000 deep in objects',
      () => `${'{"format":"hub-reflect-rubric","x":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    ],
    [
      'reserved names',
      () => '{"format":"hub-reflect-rubric","formatVersion":1,"__proto__":{"x":1}}',
    ],
    [
      'another encoding',
      () =>
        new Uint8Array([
          ...new TextEncoder().encode('{"format":"hub-reflect-rubric","id":"'),
          0xe9,
          0x22,
          0x7d,
        ]),
    ],
  ])('%s is refused in words, quickly, and the page goes on', async (_what, make) => {
    const content = make()
    const begin = performance.now()
    const said = await refused(content)
    expect(performance.now() - begin).toBeLessThan(3000)
    expect(said).toContain('so nothing was added.')
    expect(await kept()).toEqual([])
    expect(Object.prototype).not.toHaveProperty('x')
    await preview(rubricToJson(ours))
  })

  test.each([
    ['{"name":"something else","version":"1.0.0"}', 'package.json', 'a JSON file'],
    ['a,b,c\n1,2,3\n4,5,6\n', 'list.csv', 'a table'],
  ])('a file of another program is told as that: %s', async (text, name, words) => {
    const said = await refused(text, name)
    expect(said).toContain('We cannot open this file')
    expect(said).toContain(words)
  })
})
