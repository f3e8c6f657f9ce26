import { readdirSync, readFileSync } from 'node:fs'
import type { Rubric } from '#core/rubric.ts'
import { readRubricFile } from '#rubrics/rubricFile.ts'
import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { untilOffline } from './support/pwa.ts'
import { expectPage } from './support/routes.ts'
import { aSitting, goTo, openSitting } from './support/sitting.ts'

/** Every rubric that comes with the app. */
function shippedRubrics(): readonly Rubric[] {
  return readdirSync('rubrics')
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => {
      const read = readRubricFile(readFileSync(`rubrics/${name}`))
      if (!read.ok) throw new Error(JSON.stringify(read.problem.faults))
      return read.value
    })
}

const rubrics = shippedRubrics()
const sittings = rubrics.map((rubric) =>
  aSitting({ id: `s-${rubric.id}`, rubric, scope: undefined, team: rubric.shortTitle }),
)

/** The files of the build that hold a definition or a translation, among those the page has loaded. */
async function definitionsLoaded(page: Page): Promise<readonly string[]> {
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  const ids = rubrics.map(({ id }) => id)
  return names.filter((name) =>
    ids.some((id) => new RegExp(`/assets/${id}(\\.[\\w-]+)?-[\\w-]{8}\\.js$`).test(name)),
  )
}

test('every instrument opens without a network, and axe finds nothing on it or its summary', async ({
  page,
  app,
}) => {
  test.setTimeout(240_000)
  await openSitting(page, app, ...sittings)
  await untilOffline(page)
  await app.stop()
  for (const { id, rubric } of sittings) {
    for (const step of ['reflect', 'summary']) {
      await goTo(page, `/r/${id}/${step}`)
      await expectPage(page)
      await expect(page.getByRole('banner')).toContainText(rubric.shortTitle)
      expect.soft(await findings(page), `${rubric.id} ${step}`).toEqual([])
    }
  }
})

test('rating one rubric loads no definition, however many are shipped', async ({ page, app }) => {
  const id = await openSitting(page, app, aSitting())
  await page.goto('about:blank')
  await page.goto(app.at(`/r/${id}/reflect`))
  await page.getByRole('radio').first().waitFor()
  expect(await definitionsLoaded(page)).toEqual([])
  // The guard sees a definition where one is loaded.
  await goTo(page, '/print')
  await expectPage(page)
  await expect.poll(() => definitionsLoaded(page)).not.toEqual([])
})

test('a leader reads the rubric in Spanish: marks, paper, and a screen reader know it', async ({
  page,
  app,
}) => {
  const id = await openSitting(page, app, aSitting())
  await page.goto(app.at('/device'))
  await page.getByRole('radio', { name: 'Español' }).check()
  await page.goto(app.at(`/r/${id}/reflect`))
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Desarrollar la membresía y la participación activa')
  await expect(title.locator('[lang="es-US"]')).toBeVisible()
  const box = page.getByRole('radio', { name: /Hacemos esto bastante bien/ }).first()
  await box.check()
  expect(await findings(page)).toEqual([])
  await page.goto(app.at('/device'))
  await page.getByRole('radio', { name: 'As written' }).check()
  await page.goto(app.at(`/r/${id}/reflect`))
  await expect(page.getByRole('radio', { name: "We're pretty good at this" }).first()).toBeChecked()
})
