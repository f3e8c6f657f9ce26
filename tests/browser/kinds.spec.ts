import { aRubricOfAllKinds } from '../support/builders.ts'
import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting, row, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const SITES = [
  { id: 'site-1', name: 'Łukasz Middle' },
  { id: 'site-2', name: '李明小学' },
]

/** A team of three at a rubric with an item of every kind, with two sites named. */
async function openKinds(page: Page, app: AppServer): Promise<string> {
  const rubric = aRubricOfAllKinds()
  const id = await openSitting(page, app, aSitting({ rubric, scope: undefined, sites: SITES }))
  await goTo(page, `/r/${id}/reflect/kinds-rubric/k`)
  await settled(page)
  return id
}

async function openSites(page: Page, app: AppServer): Promise<string> {
  const id = await openKinds(page, app)
  await goTo(page, `/r/${id}/reflect/kinds-rubric/s`)
  await page.getByRole('heading', { level: 1, name: 'Site by site' }).waitFor()
  await settled(page)
  return id
}

async function settled(page: Page): Promise<void> {
  await page.locator('[data-settling="false"]').waitFor()
}

test('each kind is answered, and a reload keeps every answer', async ({ page, app }) => {
  const id = await openKinds(page, app)
  await row(page, '1.1b').getByRole('textbox', { name: 'Your answer' }).fill('We saw it.')
  await row(page, '1.2a').getByText('Develop').click()
  await row(page, '1.2b').getByText('All teach, all learn').click()
  await row(page, '1.2b').getByText('Share the air').click()
  await row(page, '1.2c').getByRole('radio', { name: 'Begun' }).check()
  await row(page, '1.2c').getByRole('button', { name: 'Add a note' }).click()
  await page.keyboard.type('Signed in May.')
  await row(page, '1.2d').getByRole('textbox', { name: 'Our answer' }).fill('What worked.')
  const table = row(page, '1.3a')
  const informal = table.getByRole('group', { name: 'Informal sharing with colleagues' })
  await expect(informal.getByLabel('What it offers')).toHaveValue('Uses ties that exist.')
  await informal.getByLabel('What it offers').fill('')
  await informal.getByLabel('Decision').selectOption('Plan')
  await table.getByRole('button', { name: 'Add a row' }).click()
  const third = table.getByRole('group', { name: 'Row 3' })
  await expect(third.getByLabel('What it offers')).toBeFocused()
  await page.keyboard.type('A podcast.')
  await third.getByLabel('By when').fill('2026-12-15')
  await third.getByLabel('By when').blur()
  await untilSaved(page)
  await page.reload()
  await settled(page)

  await expect(row(page, '1.1b').getByRole('textbox')).toHaveValue('We saw it.')
  await expect(row(page, '1.2a').getByRole('radio', { name: 'Develop' })).toBeChecked()
  await expect(row(page, '1.2b').getByRole('checkbox', { checked: true })).toHaveCount(2)
  await expect(row(page, '1.2c').getByRole('radio', { name: 'Begun' })).toBeChecked()
  await expect(row(page, '1.2c').getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Signed in May.',
  )
  await expect(row(page, '1.2d').getByRole('textbox')).toHaveValue('What worked.')
  await expect(informal.getByLabel('What it offers')).toHaveValue('')
  await expect(informal.getByLabel('Decision')).toHaveValue('plan')
  await expect(third.getByLabel('What it offers')).toHaveValue('A podcast.')
  await expect(third.getByLabel('By when')).toHaveValue('2026-12-15')
  await expect(page.getByText('SB has answered 6 of 7 here')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`#/r/${id}/reflect/kinds-rubric/k$`))
})

test('a site is placed from the list with the keyboard alone, or with the help of questions', async ({
  page,
  app,
}) => {
  await openSites(page, app)
  const placement = row(page, '2.1a')
  const zone = (name: string) => placement.getByRole('radio', { name, exact: true })
  const press = (key: string) => page.keyboard.press(key)
  await page.getByRole('radio', { name: /Łukasz Middle/ }).focus()
  await press('ArrowRight')
  await expect(page.getByRole('radio', { name: /李明小学/ })).toBeChecked()
  // By Tab alone from the sites into the list: the map is not on the way.
  for (let tabs = 0; tabs < 5; tabs += 1) {
    await press('Tab')
    if (await zone('A No traction').evaluate((radio) => radio === document.activeElement)) break
  }
  await expect(zone('A No traction')).toBeFocused()
  await press('Space')
  await expect(zone('A No traction')).toBeChecked()
  await press('ArrowDown')
  await press('ArrowDown')
  await expect(zone('C Some traction')).toBeChecked()
  await expect(placement.getByRole('listitem').filter({ hasText: '李明小学' })).toContainText(
    'zone C',
  )
  await press('Space')
  await expect(zone('C Some traction')).not.toBeChecked()

  await placement.getByRole('button', { name: 'Help me place it' }).focus()
  await press('Enter')
  await expect(page.getByText('Question 1 of up to 4')).toBeVisible()
  await press('Tab')
  await press('Enter')
  await expect(page.getByText('Could what they test really move the aim?')).toBeVisible()
  await press('Tab')
  await press('Tab')
  await press('Enter')
  await expect(page.getByText('B · Low traction')).toBeVisible()
  await press('Tab')
  await press('Enter')
  await expect(zone('B Low traction')).toBeChecked()
  await expect(placement.getByRole('button', { name: 'Help me place it' })).toBeFocused()
})

test.describe('with a finger on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })

  test('a tap on the map places the site where it fell, and drawing moves it', async ({
    page,
    app,
  }) => {
    await openSites(page, app)
    const placement = row(page, '2.1a')
    const map = placement.locator('button[aria-hidden="true"]')
    await map.evaluate((surface) => surface.scrollIntoView({ block: 'center' }))
    const field = await map.boundingBox()
    if (!field) throw new Error('the map has no place')
    const at = (x: number, y: number) =>
      [field.x + (field.width * x) / 100, field.y + field.height * (1 - y / 100)] as const
    await page.touchscreen.tap(...at(55, 60))
    await expect(placement.getByRole('radio', { name: 'D Traction', exact: true })).toBeChecked()
    await page.mouse.move(...at(55, 60))
    await page.mouse.down()
    await page.mouse.move(...at(70, 80))
    await page.mouse.move(...at(88, 88))
    await page.mouse.up()
    await expect(
      placement.getByRole('radio', { name: 'E Impact at scale', exact: true }),
    ).toBeChecked()
    await untilSaved(page)
    await page.reload()
    await expect(
      placement.getByRole('radio', { name: 'E Impact at scale', exact: true }),
    ).toBeChecked()
  })

  test('rubrics fold away behind the one on the screen, and lead to each other', async ({
    page,
    app,
  }) => {
    const sitting = aSitting({ others: [aRubricOfAllKinds()], scope: undefined })
    const id = await openSitting(page, app, sitting)
    const rubrics = page.getByRole('navigation', { name: 'Rubrics of this reflection' })
    const other = rubrics.getByRole('link', { name: 'Every kind' })
    await expect(other).toBeHidden()
    await rubrics.getByRole('button', { name: /Rubric 1 of 2/ }).click()
    await other.click()
    await expect(page).toHaveURL(new RegExp(`#/r/${id}/reflect/kinds-rubric$`))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One of each')
    await expect(other).toBeHidden()
    await goTo(page, `/r/${id}/reflect/net.logistics`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support logistics')
    await expect(page.getByRole('link', { name: 'Next rubric: Every kind' })).toBeVisible()
  })
})

test('nothing runs off the screen, on a phone or with text at 200 %', async ({ page, app }) => {
  const id = await openKinds(page, app)
  for (const [width, text] of [
    [390, 100],
    [820, 200],
    [1180, 100],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), text)
    for (const section of ['k', 's']) {
      await goTo(page, `/r/${id}/reflect/kinds-rubric/${section}`)
      await settled(page)
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways, `${section} at ${width} px, text ${text} %`).toBe(0)
    }
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' })

    test('axe finds nothing on any kind of item, open or folded', async ({ page, app }) => {
      const id = await openKinds(page, app)
      await row(page, '1.2a').getByText('Develop').click()
      await row(page, '1.2c').getByRole('radio', { name: 'In place' }).check()
      await row(page, '1.2c').getByRole('button', { name: 'Add a note' }).click()
      await row(page, '1.3a').getByRole('button', { name: 'Add a row' }).click()
      expect.soft(await findings(page)).toEqual([])
      await goTo(page, `/r/${id}/reflect/kinds-rubric/s`)
      await settled(page)
      await row(page, '2.1a').getByRole('radio', { name: /^D/ }).check()
      await row(page, '2.1a').getByRole('button', { name: 'Help me place it' }).click()
      await page.getByRole('button', { name: 'Add a site' }).click()
      expect.soft(await findings(page)).toEqual([])
    })
  })
}
