import type { Answer } from '#core/answer.ts'
import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting, untilSaved } from './support/sitting.ts'
import { untilOffline } from './support/pwa.ts'

/** A team whose first marks stand on the left, and whose SB and ML named one strategy. */
function aSittingWithStrategy() {
  return aSitting({
    answer: (_, seat, place): Answer | undefined =>
      place < 6 ? { kind: 'level', level: seat === 0 ? 'need' : 'good' } : undefined,
    strategies: [
      {
        name: 'Welcome call',
        how: 'Someone calls every new member in the first week.',
        evidence: 'Eight of ten stay for a year.',
        itemId: 'net.membership.monitor.2',
        credit: ['p-sam', 'p-mei'],
      },
    ],
  })
}

const articles = (page: Page) => page.getByRole('article')

/** Chooses a skill and opens its form. */
async function growAt(page: Page, skill: RegExp) {
  await page.getByRole('button', { name: 'Choose where to grow' }).click()
  await page.getByRole('radio', { name: skill }).check()
  await page.getByRole('button', { name: 'Grow here' }).click()
}

test.describe('with the whole app on the device', () => {
  test('the playbook is searched and narrowed without a network', async ({ page, app }) => {
    await openSitting(page, app, aSittingWithStrategy())
    await untilOffline(page)
    await app.stop()
    await page.goto(app.at('/playbook'))
    await page.reload()
    const status = page.getByRole('main').getByRole('status')
    await expect(status).toHaveText(/^\d\d+ strategies$/)
    await page.getByLabel('Search').fill('welcome')
    await expect(articles(page).first()).toContainText('Welcome call')
    await expect(articles(page).first()).toContainText('Cedar hub')
    await page.getByLabel('Origin').selectOption({ label: 'Named on this device (1)' })
    await expect(status).toHaveText('1 strategy')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByLabel('Domain').selectOption('hub-network-organization')
    await page.getByLabel('Section').selectOption('net.logistics')
    await expect(status).toHaveText('4 strategies')
    await expect(page.getByRole('heading', { name: 'Support logistics' })).toBeVisible()
    await page.getByLabel('Search').fill('zebra')
    await page.getByRole('button', { name: 'Show all strategies' }).click()
    await expect(status).toHaveText(/^\d\d+ strategies$/)
    await goTo(page, '/sources')
    await expect(page.getByRole('heading', { name: /^\d+ sources$/ })).toBeVisible()
  })
})

test.describe('without the worker', () => {
  test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

  test('the way back from a sitting leads to what was searched', async ({ page, app }) => {
    await openSitting(page, app, aSittingWithStrategy())
    await goTo(page, '/playbook')
    await page.getByLabel('Search').pressSequentially('welcome call')
    await expect(page).toHaveURL(/q=welcome\+call/)
    await page.getByRole('link', { name: 'Cedar hub' }).click()
    await page.getByRole('heading', { name: 'Where we want to grow' }).waitFor()
    await page.goBack()
    await expect(page.getByLabel('Search')).toHaveValue('welcome call')
    await expect(articles(page)).toHaveCount(1)
  })

  test('a strategy is borrowed with its credit, survives a reload, and nothing moves under the finger', async ({
    page,
    app,
  }) => {
    await openSitting(page, app, aSittingWithStrategy())
    await goTo(page, '/r/sitting-1/summary')
    await growAt(page, /Build and monitor/)
    await expect(page.getByRole('heading', { name: /Build and monitor/ }).last()).toBeFocused()
    const turnover = page.getByRole('button', { name: /^Managing turnover/ })
    const borrow = page.getByRole('button', { name: /(Borrow|Take back): Welcome call/ })
    for (const button of [turnover, borrow]) {
      await button.scrollIntoViewIfNeeded()
      const before = await button.boundingBox()
      await button.click()
      expect(await button.boundingBox()).toEqual(before)
    }
    await page.getByLabel('What we want to try').press('End')
    await page.getByLabel('What we want to try').pressSequentially(' and a note')
    await untilSaved(page)
    await page.reload()
    await expect(page.getByText('Welcome call (from SB, ML) and a note')).toBeVisible()
    await expect(page.getByText('Managing turnover', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Remove: Build and monitor network membership' }).click()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Welcome call (from SB, ML) and a note')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Edit: Build and monitor/ })).toBeFocused()
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing while a place to grow is chosen and written (${colorScheme})`, async ({
      page,
      app,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await openSitting(page, app, aSittingWithStrategy())
      await goTo(page, '/r/sitting-1/summary')
      await page.getByRole('button', { name: 'Choose where to grow' }).click()
      await page.getByRole('button', { name: 'Grow here' }).click()
      await expect(page.getByRole('alert')).toHaveText('Choose one skill first.')
      expect(await findings(page)).toEqual([])
      await page.getByRole('radio', { name: /Build and monitor/ }).check()
      await page.getByRole('button', { name: 'Grow here' }).click()
      await page.getByText(/more strategies from other sections/).click()
      await page.getByRole('button', { name: 'Borrow: Welcome call' }).click()
      expect(await findings(page)).toEqual([])
    })
  }
})
