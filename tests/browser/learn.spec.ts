import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { loseFiles, untilOffline } from './support/pwa.ts'
import { aSitting, goTo, openSitting, untilSaved } from './support/sitting.ts'

/** Opens the sample as a person does, and says where it is. */
async function openSample(page: Page, app: AppServer): Promise<string> {
  await page.goto(app.at('/'))
  await page.getByRole('button', { name: 'See a filled sample' }).click()
  await expect(page).toHaveURL(/#\/r\/[^/]+\/summary$/)
  return /#\/r\/([^/]+)/.exec(page.url())?.[1] ?? ''
}

const verdict = (page: Page) => page.getByRole('main').getByRole('status')

test.describe('with the whole app on the device', () => {
  // Every file is fetched first, two PDFs are made, and other tests run beside.
  test.describe.configure({ timeout: 180_000 })

  test('the device is checked without a network, and each fault is named', async ({
    page,
    app,
    context,
  }) => {
    // What the browser promised is not what this is about.
    await page.addInitScript(() => {
      navigator.storage.persisted = async () => true
    })
    await page.goto(app.at('/'))
    await untilOffline(page)
    await app.stop()
    await context.setOffline(true)
    await goTo(page, '/ready')
    await page.getByRole('button', { name: 'Check this device' }).click()
    await expect(verdict(page)).toContainText('Ready for the room', { timeout: 45_000 })
    await expect(page.getByRole('listitem').filter({ hasText: 'Good' })).toHaveCount(7)
    expect(await findings(page)).toEqual([])

    expect(await loseFiles(page, /\.ttf/)).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(page.getByText(/parts? of the app missing on this device/)).toBeVisible({
      timeout: 45_000,
    })
    await expect(verdict(page)).toContainText('to look at', { timeout: 45_000 })
    await expect(verdict(page)).not.toContainText('Ready for the room')
  })

  test('the sample opens without a network, and its watermark is in nobody’s way', async ({
    page,
    app,
  }) => {
    await page.goto(app.at('/'))
    await untilOffline(page)
    await app.stop()
    const id = await openSample(page, app)
    for (const step of ['setup', 'learn', 'reflect', 'share', 'plan', 'summary']) {
      await goTo(page, `/r/${id}/${step}`)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      const mark = page.locator('[data-watermark]')
      await expect(mark).toBeVisible()
      const drawn = await mark.evaluate((element) => getComputedStyle(element, '::before').content)
      expect(drawn).toBe('"Sample"')
    }
    await goTo(page, `/r/${id}/plan`)
    await page.getByRole('button', { name: 'Delete the sample' }).click()
    await expect(page).toHaveURL(/#\/$/)
    await expect(page.getByRole('button', { name: 'Delete the sample' })).toHaveCount(0)
  })
})

test.describe('without the worker', () => {
  test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

  test('a team goes through Learn with a finger, and all of it is kept', async ({ page, app }) => {
    const id = await openSitting(page, app, aSitting())
    await goTo(page, `/r/${id}/learn`)
    await page.getByRole('checkbox', { name: /Share the Air/ }).check()
    await page.getByLabel('In our own words').fill('Listen first')
    await page.getByLabel('In our own words').press('Enter')
    await expect(page.getByRole('checkbox', { name: 'Listen first' })).toBeChecked()
    await page.getByLabel('Knows well: SB').selectOption('hub-learning-system')
    await page.getByLabel('Wants to learn about: ML').selectOption('hub-learning-system')
    await expect(page.getByText('SB knows what ML wants to learn: sit together.')).toBeVisible()
    await untilSaved(page)
    await page.reload()
    await expect(page.getByRole('checkbox', { name: 'Listen first' })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: /Share the Air/ })).toBeChecked()
    await expect(page.getByLabel('Knows well: SB')).toHaveValue('hub-learning-system')
    await page.getByRole('link', { name: 'On to Reflect' }).click()
    await expect(page).toHaveURL(new RegExp(`#/r/${id}/reflect/hub-network-organization$`))
    await goTo(page, '/')
    await expect(page.getByRole('link', { name: /^Cedar hub/ })).toContainText('Reflect · ')
  })

  test('by keyboard one gets to any part of Learn at once', async ({ page, app }) => {
    const id = await openSitting(page, app, aSitting())
    await goTo(page, `/r/${id}/learn`)
    const jump = page.getByRole('button', { name: 'The hub and its network' })
    await jump.focus()
    await page.keyboard.press('Enter')
    const heading = page.getByRole('heading', { name: 'The hub and its network' })
    await expect(heading).toBeFocused()
    await expect(heading).toBeInViewport()
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on Learn and on the sample (${theme})`, async ({ page, app }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const id = await openSample(page, app)
      await goTo(page, `/r/${id}/learn`)
      await expect(page.getByText('The life of a network')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Start the sample anew' })).toBeVisible()
      expect(await findings(page)).toEqual([])
      await goTo(page, '/')
      await expect(page.getByRole('button', { name: 'Delete the sample' })).toBeVisible()
      expect(await findings(page)).toEqual([])
    })
  }

  test('at 200 % text on a phone nothing on Learn is wider than the page', async ({
    page,
    app,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const id = await openSample(page, app)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    for (const route of [`/r/${id}/learn`, '/ready', '/']) {
      await goTo(page, route)
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(over, route).toBeLessThanOrEqual(0)
    }
  })

  test('the sample adds nothing to the playbook', async ({ page, app }) => {
    await openSample(page, app)
    await goTo(page, '/playbook')
    await page.getByLabel('Search').fill('Two-day welcome')
    await expect(page.getByRole('article').filter({ hasText: 'Cedar Valley' })).toHaveCount(0)
  })
})
