import { expect, test } from './support/app.ts'
import { expectPage } from './support/routes.ts'

const NOT_STARTED = 'The app has not started yet.'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says in words what to do', async ({ page, app }) => {
    await page.goto(app.url)
    await expect(page.getByText(NOT_STARTED)).toBeVisible({ timeout: 10_000 })
    await expect(page.getByText('safe on this device')).toBeVisible()
  })
})

test.describe('with a part of the app gone from the server and from the device', () => {
  // Without a worker the page asks the server for each part.
  test.use({
    serviceWorkers: 'block',
    allowed: [/ERR_FAILED|dynamically imported|registration blocked/],
  })

  test('a first part that cannot be loaded leaves the words standing', async ({ page, app }) => {
    await page.route('**/assets/index-*.js', (route) => route.abort())
    await page.goto(app.url)
    await expect(page.getByText(NOT_STARTED)).toBeVisible({ timeout: 10_000 })
  })

  test('a later part is asked for again by loading the page at the same place', async ({
    page,
    app,
  }) => {
    let losses = 1
    await page.route('**/assets/AboutPage-*.js', (route) =>
      losses-- > 0 ? route.abort() : route.continue(),
    )
    await page.goto(app.at('/'))
    await expectPage(page)
    await page.getByRole('link', { name: 'About' }).click()
    await expectPage(page)
    await expect(page).toHaveURL(app.at('/about'))
  })

  test('a later part that is lost for good does not load the page for ever', async ({
    page,
    app,
  }) => {
    let visits = 0
    await page.route('**/assets/AboutPage-*.js', (route) => route.abort())
    page.on('framenavigated', () => (visits += 1))
    await page.goto(app.at('/'))
    await expectPage(page)
    await page.getByRole('link', { name: 'About' }).click()
    await expect(page.locator('main[role="alert"]')).toBeVisible()
    await page.waitForTimeout(1500)
    // The first page, the click, and one reload.
    expect(visits).toBeLessThanOrEqual(4)
    await expect(page.locator('main[role="alert"]')).toBeVisible()
  })
})
