import { readFileSync } from 'node:fs'
import { rubricHash } from '#core/rubricHash.ts'
import { rubricToJson } from '#core/rubricJson.ts'
import type { Rubric } from '#core/rubric.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import { shippedRubric } from '../support/sittings.ts'
import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, box, goTo, openSitting, row, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

/** The shipped rubric as a hub has made it its own. */
function ours(): Rubric {
  return { ...shippedRubric(), id: 'cedar-check', version: '1.1.0', shortTitle: 'Cedar check' }
}

/** A later version of the shipped one: an item in other words, and the first of 1.2 retired. */
function newer(): Rubric {
  const rubric = structuredClone(shippedRubric())
  const [first, second] = rubric.sections[0]!.skills
  first!.items[0]!.text = 'Keep one page on who the network is for.'
  second!.items[0]!.retired = true
  return { ...rubric, version: '9.0.0' }
}

async function choose(page: Page, name: string, content: string) {
  const buffer = Buffer.from(content)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
}

async function keep(page: Page, app: AppServer, rubric: Rubric) {
  await page.goto(app.at('/open'))
  await choose(page, `${rubric.id}.json`, rubricToJson(rubric))
  await page.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(page.getByRole('heading', { name: 'Kept on this device' })).toBeFocused()
}

test('a rubric is opened from the library, kept, exported, and reads as the very same', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/rubrics'))
  await choose(page, 'cedar-check.json', rubricToJson(ours()))
  await expect(page.getByRole('heading', { name: 'A rubric' })).toBeFocused()
  await expect(page.getByText('New on this device')).toBeVisible()
  expect(await findings(page), 'the preview').toEqual([])
  await page.getByRole('button', { name: 'Keep on this device' }).click()
  await page.getByRole('link', { name: 'Go to Rubrics' }).click()
  const own = page
    .getByRole('region')
    .or(page.getByRole('main'))
    .getByRole('link', {
      name: /Version 1\.1\.0/,
    })
  await own.click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('cedar-check.json')
  const bytes = readFileSync(await download.path())
  const read = readRubricFile(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.problem.faults))
  expect(rubricHash(read.value)).toBe(rubricHash(ours()))
  expect(bytes.toString()).toBe(rubricToJson(ours()))
  expect(await findings(page), 'an own rubric').toEqual([])
})

test('a rubric with mistakes is told place by place, and a huge one does not stop the page', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/open'))
  const wrong = rubricToJson(ours()).replace('"status": "based-on"', '"status": "official"')
  await choose(page, 'mine.json', wrong)
  await expect(page.getByText('We found one mistake, so nothing was added.')).toBeVisible()
  expect(await findings(page), 'the mistakes').toEqual([])
  const longest = await page.evaluate(async () => {
    let [gap, last] = [0, performance.now()]
    const beat = setInterval(() => {
      const now = performance.now()
      gap = Math.max(gap, now - last)
      last = now
    }, 10)
    const said = () => document.querySelector('[role=alert]')?.textContent ?? ''
    const start = '{"format":"hub-reflect-rubric","formatVersion":1,"x":'
    const files: readonly [string, string][] = [
      [`${start}"${'x'.repeat(10_000_000)}"}`, 'This file has 10 MB'],
      [`${start}${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'nested more than'],
    ]
    for (const [text, words] of files) {
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) throw new Error('nothing to choose a file with')
      const carried = new DataTransfer()
      carried.items.add(new File([text], 'large.json'))
      input.files = carried.files
      last = performance.now()
      input.dispatchEvent(new Event('change', { bubbles: true }))
      while (!said().includes(words)) await new Promise((resolve) => setTimeout(resolve, 20))
    }
    clearInterval(beat)
    return gap
  })
  expect(longest, 'the longest time in which the page answered nobody').toBeLessThan(1500)
  await goTo(page, '/rubrics')
  await expect(
    page.getByText('Rubrics you write or open from a file are listed here.'),
  ).toBeVisible()
})

test('what is written in one tab is in the list of the other, and survives a reload', async ({
  page,
  app,
  context,
}) => {
  await page.goto(app.at('/rubrics/show/hub-learning-system'))
  const other = await context.newPage()
  await other.goto(app.at('/rubrics'))
  await page.getByRole('button', { name: 'Start from a copy' }).click()
  await expect(other.getByText(/Being written/)).toBeVisible()
  await other.getByRole('button', { name: /Throw away/ }).click()
  await expect(other.getByText(/was thrown away/)).toBeVisible()
  await other.getByRole('button', { name: 'Undo' }).click()
  await other.reload()
  await expect(other.getByText(/Being written/)).toBeVisible()
})

test('another version is offered, shown before anything changes, and can be gone back from', async ({
  page,
  app,
}) => {
  const id = await openSitting(page, app, aSitting())
  const retired = shippedRubric().sections[0]!.skills[1]!.items[0]!
  await box(page, retired.number, 2).click()
  await untilSaved(page)
  await keep(page, app, newer())

  await goTo(page, `/r/${id}/reflect`)
  await expect(row(page, retired.number)).toBeVisible()
  await expect(page.getByText('A newer version')).toHaveCount(0)
  await goTo(page, `/r/${id}/summary`)
  await page.getByRole('button', { name: 'See what changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'What the newer version changes' })
  await expect(dialog.getByText('Answers that will be set aside: 1.')).toBeVisible()
  await expect(dialog.getByText('Keep one page on who the network is for.')).toBeVisible()
  expect(await findings(page), 'the changes').toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'See what changes' })).toBeFocused()

  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Use version 9.0.0' }).click()
  await expect(page.getByText('1 answer is set aside.')).toBeVisible()
  await goTo(page, `/r/${id}/reflect`)
  await expect(page.getByText('Keep one page on who the network is for.')).toBeVisible()
  await expect(row(page, retired.number)).toHaveCount(0)

  await page.reload()
  await goTo(page, `/r/${id}/setup`)
  await page.getByRole('button', { name: 'Look at the earlier version' }).click()
  await page.getByRole('button', { name: 'Use the earlier version again' }).click()
  await goTo(page, `/r/${id}/reflect`)
  await expect(row(page, retired.number).getByRole('radio', { checked: true })).toHaveCount(1)
})
