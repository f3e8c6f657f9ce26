import { execFileSync } from 'node:child_process'
import { expect, test, type Page } from './support/app.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

/** Presses the button and reads the PDF back. */
async function makeBlank(page: Page) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  const file = await (await waiting).path()
  const read = (...command: [string, ...string[]]) =>
    execFileSync(command[0], command.slice(1), { encoding: 'utf8' })
  return { text: read('pdftotext', '-layout', file, '-'), facts: read('pdfinfo', file) }
}

test('from Home, two taps make a blank rubric, and no reflection is left behind', async ({
  page,
  app,
}) => {
  await page.goto(app.url)
  await page.getByRole('link', { name: /^Print blank rubrics/ }).click()
  const pdf = await makeBlank(page)
  for (const number of ['1.1a', '2.4d', '3.4d', '4.2e']) expect(pdf.text).toContain(number)
  await expect(page.getByText('The PDF is saved')).toBeInViewport()
  await page.goto(app.url)
  await expect(page.getByRole('link', { name: /^Go on with/ })).toHaveCount(0)
})

test('the choices are what comes out: one section, A4 landscape, lines to write on', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/print'))
  for (const name of [/connections/, /culture/, /logistics/]) {
    await page.getByRole('checkbox', { name }).uncheck()
  }
  await page.getByRole('radio', { name: /^A4/ }).check()
  await page.getByRole('radio', { name: /^Large/ }).check()
  await page.getByRole('checkbox', { name: /^A line under/ }).check()
  await expect(page.getByText('1 section, 9 methods')).toBeVisible()
  const pdf = await makeBlank(page)
  expect(pdf.facts).toMatch(/Page size: +84[12].* x 59[45]/)
  expect(pdf.text).toContain('1.2e')
  expect(pdf.text).not.toContain('2.1a')
  expect(pdf.text).toContain('Strategy we use')
})

test('another rubric is chosen from the list by family, and comes out as what it asks', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/print'))
  const list = page.getByLabel('Rubric')
  await list.focus()
  await list.selectOption({ label: 'Network life-cycle checklist' })
  await expect(page.getByText('4 sections, 12 checks')).toBeVisible()
  await expect(list).toBeFocused()
  await expect(page.getByRole('radio', { name: /^Large/ })).toHaveCount(0)
  const pdf = await makeBlank(page)
  expect(pdf.text).toContain('Network life-cycle checklist')
  expect(pdf.text).toContain('In place')
})

test('the drawing has the size of its paper and stays one picture', async ({ page, app }) => {
  await page.goto(app.at('/print'))
  const drawing = page.getByRole('img', { name: /first page/ })
  const shape = async () => {
    const { width = 1, height = 0 } = (await drawing.boundingBox()) ?? {}
    return height / width
  }
  await page.getByRole('radio', { name: /^Letter/ }).check()
  expect(await shape()).toBeCloseTo(215.9 / 279.4, 1)
  await page.getByRole('radio', { name: /^A4/ }).check()
  expect(await shape()).toBeCloseTo(210 / 297, 1)
})

test.describe('with a part of the app missing', () => {
  test.use({ allowed: [/registration blocked by Playwright|net::ERR_FAILED/] })

  test('the page says that the PDF cannot be made, and why, and stays usable', async ({
    page,
    app,
  }) => {
    await page.route(/exportPdf/, (route) => route.abort())
    await page.goto(app.at('/print'))
    const button = page.getByRole('button', { name: 'Make the PDF' })
    // The first time the page loads itself anew: another version may have taken the part away.
    const loadedAnew = page.waitForEvent('load')
    await button.click()
    await loadedAnew
    await button.click()
    await expect(page.getByText('Stay online for a moment and load the page again.')).toBeVisible()
    await expect(button).toBeEnabled()
  })
})
