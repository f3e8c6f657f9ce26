import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { sealChange } from '#core/change.ts'
import { readCopy } from '#exchange/copyFile.ts'
import { handMadeFiles } from '../exchange/hostileFiles.ts'
import { aHistory, copyText, encoder, erase, set } from '../exchange/samples.ts'
import { expect, test, type AppServer, type Page } from './support/app.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface GivenFile {
  readonly name?: string
  readonly content: string | Uint8Array
}

/** Chooses a file as a person does, on the page that opens files. */
async function choose(page: Page, { name = 'copy.hubreflect.txt', content }: GivenFile) {
  const buffer = Buffer.from(typeof content === 'string' ? encoder.encode(content) : content)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
}

async function openCopy(page: Page, app: AppServer, content: string) {
  await page.goto(app.at('/open'))
  await choose(page, { content })
  await expect(page.getByRole('heading', { name: 'What is in it' })).toBeFocused()
}

async function add(page: Page) {
  await page.getByRole('button', { name: 'Add to this device' }).click()
  await expect(page.getByRole('heading', { name: 'Added to this device' })).toBeFocused()
}

/** Saves a copy of everything and gives its name and lines. */
async function saveEverything(page: Page, app: AppServer) {
  await page.goto(app.at('/device'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy of everything' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  return { name: download.suggestedFilename(), text, lines: text.trimEnd().split('\n') }
}

/** What is stored, in one comparable list: a copy without the lines that say when it was made. */
const storedIn = ({ lines }: { lines: readonly string[] }) => lines.slice(1, -1)

async function expectNoFaults(page: Page) {
  await page.evaluate(readFileSync(axePath, 'utf8'))
  const found = await page.evaluate(
    // Safe: the line above has put axe on the page.
    () => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

const everything = [...aHistory('r1'), ...aHistory('r2')]

test('a copy carries everything to an empty device, and back, byte for byte', async ({
  page,
  app,
  browser,
}) => {
  await openCopy(page, app, copyText({ changes: everything }))
  await add(page)
  const saved = await saveEverything(page, app)
  await expect(
    page.getByText('Saved: 2 reflections, 4 people, 6 marks, 2 strategies.'),
  ).toBeVisible()
  await expect(page.getByText('We read the file back: it is whole.')).toBeVisible()
  expect(saved.name).toMatch(/^Everything-on-this-device-\d{4}-\d{2}-\d{2}\.hubreflect\.txt$/)
  expect(page.url()).toBe(app.at('/device'))
  const copy = readCopy(encoder.encode(saved.text))
  expect(copy.ok && copy.value).toMatchObject({ ending: 'intact', rejectedCount: 0, newer: 0 })

  const emptyDevice = await browser.newContext()
  const other = await emptyDevice.newPage()
  await openCopy(other, app, saved.text)
  await expect(other.getByText('New on this device')).toHaveCount(2)
  await add(other)
  const again = await saveEverything(other, app)
  expect(storedIn(again)).toEqual(storedIn(saved))
  await other.goto(app.at('/open'))
  await choose(other, { content: again.text })
  await expect(other.getByText('There is nothing to add.')).toBeVisible()
  await emptyDevice.close()
})

test('what was added is there after a restart, and Undo takes exactly that away', async ({
  page,
  app,
}) => {
  await openCopy(page, app, copyText())
  await add(page)
  const before = storedIn(await saveEverything(page, app))
  const more = [...aHistory('r2'), set('nextStep', 'n1', 'what', 'Draft the welcome')]
  await openCopy(page, app, copyText({ changes: more }))
  await add(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeFocused()
  await page.reload()
  expect(storedIn(await saveEverything(page, app))).toEqual(before)
})

test('a file dropped anywhere on the first page is shown, and one that misses is not followed', async ({
  page,
  app,
}) => {
  await page.goto(app.url)
  await expect(page.locator('input[type=file]')).toHaveCount(1)
  const files = await page.evaluateHandle((text) => {
    const held = new DataTransfer()
    held.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }))
    return held
  }, copyText())
  const target = page.getByRole('heading', { level: 1 })
  await target.dispatchEvent('dragover', { dataTransfer: files })
  await expect(page.getByText('Let go to open it')).toBeVisible()
  await target.dispatchEvent('drop', { dataTransfer: files })
  await expect(page.getByRole('heading', { name: 'What is in it' })).toBeVisible()
  await expect(page.getByText('dropped.txt')).toBeVisible()
  expect(page.url()).toBe(app.at('/open'))
})

test('the picker greys nothing out: it asks for no kind of file', async ({ page, app }) => {
  for (const route of ['/', '/open']) {
    await page.goto(app.at(route))
    const picker = page.locator('input[type=file]')
    await expect(picker).toHaveCount(1)
    expect(await picker.getAttribute('accept')).toBeNull()
    await expect(picker).toHaveAccessibleName('Choose a file…')
  }
})

test('on a tablet the share sheet gets a file it lets through', async ({ browser, app }) => {
  const tablet = await browser.newContext({ hasTouch: true, isMobile: true })
  const page = await tablet.newPage()
  await page.addInitScript(() => {
    const shared: { name: string; type: string }[] = []
    Object.assign(window, { shared })
    Object.assign(navigator, {
      canShare: () => true,
      share: async ({ files }: { files: File[] }) => {
        shared.push(...files.map(({ name, type }) => ({ name, type })))
      },
    })
  })
  await openCopy(page, app, copyText())
  await add(page)
  await page.goto(app.at('/device'))
  await page.getByRole('button', { name: 'Save a copy of Cedar hub, Network' }).tap()
  await expect(page.getByText('Handed over: 1 reflection, 2 people')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { shared: unknown }).shared)).toEqual([
    {
      name: expect.stringMatching(/^Cedar-hub-Network-\d{4}-\d{2}-\d{2}\.hubreflect\.txt$/),
      type: 'text/plain',
    },
  ])
  await tablet.close()
})

test('hostile files are answered in words, run nothing, and change nothing', async ({
  page,
  app,
}) => {
  await openCopy(page, app, copyText())
  await add(page)
  const before = storedIn(await saveEverything(page, app))
  await page.goto(app.at('/open'))
  const answered = page.getByRole('alert').or(page.getByRole('heading', { name: 'What is in it' }))
  // Every fifth: tests/exchange/hostile.test.ts goes through all of them.
  const files = handMadeFiles().filter((_, index) => index % 5 === 0)
  for (const { name, bytes } of files) {
    await choose(page, { name, content: bytes })
    await expect(answered.first(), name).toBeVisible()
    await expect(page.getByText(name, { exact: true }).first(), name).toBeVisible()
  }
  expect(await page.evaluate(() => 'polluted' in {} || 'polluted' in window)).toBe(false)
  expect(storedIn(await saveEverything(page, app))).toEqual(before)
})

test('twenty megabytes are read in tasks so short that the page goes on answering', async ({
  page,
  app,
  browser,
}, testInfo) => {
  const path = testInfo.outputPath('large.txt')
  const text = 'We met the teams weekly. '.repeat(2_000)
  const lines = [copyText().split('\n')[0]]
  for (let count = 0; count < 30_000; count += 1) {
    const value = count % 100 === 0 ? text : 'good'
    const { id: _, ...content } = set('response', `p${count}/r/i`, 'answer', value, { seq: count })
    lines.push(JSON.stringify(sealChange(content)))
  }
  writeFileSync(path, lines.join('\n'))
  expect(statSync(path).size).toBeGreaterThan(20_000_000)
  await page.goto(app.at('/open'))
  await browser.startTracing(page, { categories: ['-*', 'toplevel'] })
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What is in it' })).toBeVisible({
    timeout: 30_000,
  })
  const tasks = tasksOf(await browser.stopTracing())
  const work = tasks.filter((task) => task > 5)
  const longest = Math.round(Math.max(...tasks))
  console.log(`20 MB in ${work.length} tasks of more than 5 ms, the longest ${longest} ms`)
  expect(work.length).toBeGreaterThan(50)
  expect(longest).toBeLessThan(120)
})

/** How long each task kept its thread busy: milliseconds of processor time, whatever else ran. */
function tasksOf(trace: Buffer): readonly number[] {
  // Safe: the shape of Chromium's traces.
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: readonly { name: string; tdur?: number }[]
  }
  const tasks = traceEvents.filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
  return tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1_000]))
}

test('the pages for copies have no accessibility faults, whatever they say', async ({
  page,
  app,
}) => {
  const damaged = copyText({ changes: [...everything, erase('r1-p2')] })
    .replace('"SB"', '"XX"')
    .split('\n')
    .slice(0, -3)
    .join('\n')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openCopy(page, app, copyText())
    await expectNoFaults(page)
    if (colorScheme === 'light') await add(page)
    await expectNoFaults(page)
    await openCopy(page, app, damaged)
    await expect(page.getByText('This file asks to forget 1 person')).toBeVisible()
    await page.getByText('Which lines, and why').click()
    await expectNoFaults(page)
    await choose(page, { content: '%PDF-1.7' })
    await expect(page.getByRole('alert')).toContainText('It looks like a PDF')
    await expectNoFaults(page)
    await page.goto(app.at('/device'))
    await page.getByRole('button', { name: 'Save a copy of everything' }).click()
    await expect(page.getByText('Saved: 1 reflection')).toBeVisible()
    await expectNoFaults(page)
  }
})
