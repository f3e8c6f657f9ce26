import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { expectPage, reflectionRoutes, ROUTES } from './support/routes.ts'
import { aSitting, openSitting } from './support/sitting.ts'

async function look(page: Page, app: AppServer, route: string): Promise<void> {
  await page.goto(app.at(route))
  await expectPage(page)
  expect.soft(await findings(page), route).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' })

    test('axe finds nothing on any page without a sitting', async ({ page, app }) => {
      test.slow()
      for (const route of ROUTES) await look(page, app, route)
    })

    test('axe finds nothing on any step of a sitting, nor on its wall', async ({ page, app }) => {
      test.slow()
      const id = await openSitting(page, app, aSitting())
      for (const route of reflectionRoutes(id)) await look(page, app, route)
    })
  })
}

test('axe would find a picture without words and text too faint to read', async ({ page, app }) => {
  await page.goto(app.at('/about'))
  await expectPage(page)
  await page.evaluate(() => {
    const main = document.querySelector('main')
    const faint = document.createElement('p')
    faint.textContent = 'planted'
    faint.style.color = '#eee'
    faint.style.background = '#fff'
    main?.append(document.createElement('img'), faint)
  })
  const found = (await findings(page)).join('\n')
  expect(found).toContain('image-alt')
  expect(found).toContain('color-contrast')
})
