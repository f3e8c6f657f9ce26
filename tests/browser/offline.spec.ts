import { readFileSync } from 'node:fs'
import { expect, test } from './support/app.ts'
import { untilOffline } from './support/pwa.ts'
import { expectPage, reflectionRoutes, ROUTES } from './support/routes.ts'
import { aSitting, openSitting } from './support/sitting.ts'

const STEPS_AND_PAGES = (id: string) => [...ROUTES, ...reflectionRoutes(id)]
/** At another path a link that leaves it would show on any page: one of each kind is enough. */
const ONE_OF_EACH = (id: string) => ['/', '/rubrics', `/r/${id}/reflect`, `/r/${id}/projector`]

for (const [basePath, routesOf] of [
  ['/', STEPS_AND_PAGES],
  ['/x/y/', ONE_OF_EACH],
] as const) {
  test.describe(`after one visit to ${basePath}, with the server gone`, () => {
    test.use({ basePath })

    test(`the app starts cold on ${basePath === '/' ? 'every route' : 'a route of each kind'}`, async ({
      page,
      app,
      context,
    }) => {
      // Every route is a cold start of its own.
      test.slow()
      const id = await openSitting(page, app, aSitting())
      await untilOffline(page)
      await app.stop()
      await page.close()
      for (const route of routesOf(id)) {
        const fresh = await context.newPage()
        await fresh.goto(app.at(route))
        await expectPage(fresh)
        await fresh.close()
      }
    })

    test('an address that is no file of the app leads to the app', async ({ page, app }) => {
      await page.goto(app.url)
      await untilOffline(page)
      await app.stop()
      await page.goto(`${app.url}there/is/nothing?here=1`)
      await expect(page).toHaveURL(new RegExp(`^${app.url}(#.*)?$`))
      await expectPage(page)
    })
  })
}

test('the page left open at the first visit reaches every route without a network', async ({
  page,
  app,
}) => {
  await page.goto(app.url)
  await untilOffline(page)
  await app.stop()
  for (const route of ROUTES) {
    await page.evaluate((hash) => (location.hash = hash), route)
    await expectPage(page)
  }
})

test('the PDF of a blank rubric is made without a network', async ({ page, app }) => {
  await page.goto(app.url)
  await untilOffline(page)
  await app.stop()
  await page.goto(app.at('/print'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  const file = await (await download).path()
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
})
