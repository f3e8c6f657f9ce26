import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILT, expect, test, type AppServer, type Page } from './support/app.ts'
import { anotherBuild } from './support/builds.ts'
import { loseFiles, missingFiles, untilOffline } from './support/pwa.ts'
import { expectPage } from './support/routes.ts'
import { aSitting, box, goTo, openSitting, row, untilSaved } from './support/sitting.ts'

const updateNow = (page: Page) => page.getByRole('button', { name: 'Update now' })

// Before any page is open: while this process builds, the server in it answers nobody.
test.beforeAll(() => {
  test.setTimeout(180_000)
  for (const number of ['2', '3']) anotherBuild(number)
})

/** Looks for a new version as a page does when someone comes back to it. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

/** The script of the running page: another build has another name. */
const running = (page: Page) => page.locator('script[src]')

async function runningScript(page: Page): Promise<string> {
  return (await running(page).getAttribute('src')) ?? ''
}

/** A mark that dies with the page: gone means that the page was loaded again. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { notReloaded: true }))
}

async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'notReloaded' in window)
}

async function openReady(page: Page, app: AppServer, route = '/about'): Promise<void> {
  await page.goto(app.at(route))
  await expectPage(page)
  await untilOffline(page)
}

test('a first visit is never reloaded and says that it works offline', async ({ page, app }) => {
  await page.goto(app.at('/'))
  await mark(page)
  await untilOffline(page)
  await expect(page.getByText('Ready to work offline')).toBeVisible()
  expect(await isMarked(page)).toBe(true)
})

test('the browser finds nothing that keeps the app from being installed', async ({ page, app }) => {
  await openReady(page, app)
  const cdp = await page.context().newCDPSession(page)
  const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
  // Private contexts, which every test has, are refused by the browser itself.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  const { data: text = '{}', errors } = await cdp.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect(JSON.parse(text)).toMatchObject({ name: 'Hub Reflect', display: 'standalone' })
})

test('the app is not called ready while one file is missing from its cache', async ({
  page,
  app,
}) => {
  await openReady(page, app, '/device')
  const main = page.getByRole('main')
  const check = main.getByRole('button', { name: 'Check now' })
  await check.click()
  await expect(main.getByText('Ready to work offline')).toBeVisible()
  expect(await loseFiles(page, /assets\/exportPdf-[^/]+\.js$/)).toBe(1)
  await check.click()
  await expect(main.getByText(/1 part of the app missing/)).toBeVisible()
  await expect(main.getByText('Ready to work offline')).toHaveCount(0)
})

test('an install that cannot fetch every file says so, and the next visit mends it', async ({
  page,
  app,
}) => {
  const whole = BUILT
  const broken = mkdtempSync(join(tmpdir(), 'hub-broken-'))
  cpSync(whole, broken, { recursive: true })
  writeFileSync(join(broken, 'icon-512.png'), 'altered on the way')
  app.deploy(broken)
  await page.goto(app.at('/'))
  await expect(page.getByText('Not ready to work offline yet')).toBeVisible()
  await expect(page.getByText('Ready to work offline', { exact: true })).toHaveCount(0)
  app.deploy(whole)
  rmSync(broken, { recursive: true })
  await page.reload()
  // Every file is fetched again, and a busy machine takes its time.
  const ready = page.getByText('Ready to work offline', { exact: true })
  await expect(ready).toBeVisible({ timeout: 30_000 })
})

test('a hole in the cache is filled at the next visit with a network', async ({ page, app }) => {
  await openReady(page, app)
  const lost = await loseFiles(page, /\.(js|woff2|png)(\?|$)/)
  expect((await missingFiles(page)).length).toBe(lost)
  await page.reload()
  await expect.poll(() => missingFiles(page)).toEqual([])
})

for (const basePath of ['/', '/x/y/']) {
  test.describe(`an update of the app at ${basePath}`, () => {
    test.use({ basePath })

    test('comes by prompt only, the first and the second one', async ({ page, app }) => {
      await openReady(page, app)
      for (const number of ['2', '3']) {
        const before = await runningScript(page)
        await mark(page)
        app.deploy(anotherBuild(number))
        await comeBack(page)
        await expect(updateNow(page)).toBeVisible()
        expect(await isMarked(page)).toBe(true)
        await updateNow(page).click()
        await expect(running(page)).not.toHaveAttribute('src', before)
        await expectPage(page)
        await expect(updateNow(page)).toHaveCount(0)
        await untilOffline(page)
      }
    })

    test('takes every open tab along', async ({ page, app, context }) => {
      await openReady(page, app)
      const other = await context.newPage()
      await openReady(other, app)
      const before = await runningScript(other)
      app.deploy(anotherBuild('2'))
      await comeBack(page)
      await updateNow(page).click()
      await expect(running(page)).not.toHaveAttribute('src', before)
      await expect(running(other)).not.toHaveAttribute('src', before, { timeout: 20_000 })
      await expectPage(other)
    })
  })
}

test('a form that someone fills in is not reloaded by an update elsewhere', async ({
  page,
  app,
  context,
}) => {
  await openReady(page, app, '/new/team')
  const field = page.getByRole('main').getByRole('textbox').first()
  await field.fill('Delta Hub')
  await mark(page)
  const other = await context.newPage()
  await openReady(other, app)
  app.deploy(anotherBuild('2'))
  await comeBack(other)
  const before = await runningScript(other)
  await updateNow(other).click()
  await expect(running(other)).not.toHaveAttribute('src', before)
  await field.blur()
  // Longer than a page left alone waits before it follows.
  await page.waitForTimeout(5000)
  expect(await isMarked(page)).toBe(true)
  await expect(field).toHaveValue('Delta Hub')
  await page.goto(app.at('/about'))
  await expect(running(page)).not.toHaveAttribute('src', before, { timeout: 20_000 })
  await expectPage(page)
})

test('inside a reflection an update can wait until the reflection is left', async ({
  page,
  app,
}) => {
  const id = await openSitting(page, app, aSitting())
  await untilOffline(page)
  await box(page, '1.1a', 3).check()
  await untilSaved(page)
  app.deploy(anotherBuild('2'))
  await comeBack(page)
  await expect(updateNow(page)).toBeVisible()
  await page.getByRole('button', { name: 'After this reflection' }).click()
  await expect(updateNow(page)).toHaveCount(0)
  const before = await runningScript(page)
  await goTo(page, '/')
  await updateNow(page).click()
  await expect(running(page)).not.toHaveAttribute('src', before)
  await page.goto(app.at(`/r/${id}/reflect`))
  await expect(box(page, '1.1a', 3)).toBeChecked()
})

test('an update asked for while a strategy is written waits for it and loses no letter', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  await untilOffline(page)
  await box(page, '1.1a', 4).check()
  const item = row(page, '1.1a')
  await item.getByText('Name a strategy you use').click()
  await item.getByLabel('Strategy', { exact: true }).fill('Open house')
  await item.getByLabel('How we know it works').fill('Twelve schools came back')
  await mark(page)
  const before = await runningScript(page)
  app.deploy(anotherBuild('2'))
  await comeBack(page)
  await updateNow(page).click()
  await expect(page.getByText('We update as soon as this form is closed.')).toBeVisible()
  expect(await isMarked(page)).toBe(true)
  await item.getByRole('button', { name: 'Done' }).click()
  await expect(running(page)).not.toHaveAttribute('src', before)
  await expect(row(page, '1.1a').getByText('Open house')).toBeVisible()
  await expect(row(page, '1.1a').getByText('Twelve schools came back')).toBeVisible()
})
