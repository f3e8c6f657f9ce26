import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting, row, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const STEPS = ['Set up', 'Learn', 'Reflect', 'Share', 'Plan', 'Summary'] as const

function rail(page: Page) {
  return page.getByRole('navigation', { name: 'Steps of this reflection' })
}

function pill(page: Page) {
  return page.getByRole('button', { name: /^Session: clock and notes/ })
}

test('any step is one tap away, at any width, and the current one is told and in view', async ({
  page,
  app,
}) => {
  test.slow()
  await openSitting(page, app, aSitting())
  for (const width of [390, 820, 1180, 1366]) {
    await page.setViewportSize({ width, height: 844 })
    for (const name of width === 390 ? [...STEPS, 'Set up'] : (['Set up', 'Summary'] as const)) {
      await rail(page).getByRole('link', { name }).click()
      const current = rail(page).locator('[aria-current="step"]')
      await expect(current).toHaveText(name)
      await expect(current).toBeInViewport({ ratio: 1 })
      const box = await current.boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(48)
      expect(box?.width).toBeGreaterThanOrEqual(48)
    }
    const clipped = await rail(page).evaluate((nav) =>
      [...nav.querySelectorAll('a')]
        .filter((link) => link.scrollWidth > link.clientWidth + 1)
        .map((link) => link.textContent),
    )
    expect(clipped, `at ${width} px`).toEqual([])
  }
})

test('what is half typed on Share is there after a look at every other step', async ({
  page,
  app,
}) => {
  const id = await openSitting(page, app, aSitting())
  await goTo(page, `/r/${id}/share`)
  const field = page.getByRole('main').getByRole('textbox').first()
  await field.click()
  await field.pressSequentially('They come back after the sec')
  for (const name of ['Learn', 'Set up', 'Reflect', 'Summary', 'Plan', 'Share']) {
    await rail(page).getByRole('link', { name }).click()
    await expect(rail(page).locator('[aria-current="step"]')).toHaveText(name)
  }
  await expect(field).toHaveValue('They come back after the sec')
  await untilSaved(page)
  await page.reload()
  await expect(field).toHaveValue('They come back after the sec')
})

test('a clock is started, paused, given a minute, and taken to the next step', async ({
  page,
  app,
}) => {
  await page.clock.install()
  const id = await openSitting(page, app, aSitting())
  await pill(page).click()
  await page.getByRole('button', { name: 'Start the clock' }).click()
  const timer = page.getByRole('timer')
  await expect(timer).toHaveText(/^19:5\d|^20:00/)
  await page.clock.fastForward('05:00')
  await expect(timer).toHaveText(/^14:[45]\d|^15:00/)

  await page.getByRole('button', { name: 'Pause' }).click()
  const stood = await timer.textContent()
  await page.clock.fastForward('10:00')
  await expect(timer).toHaveText(stood ?? '')
  await page.getByRole('button', { name: '+1 min' }).click()
  await expect(timer).toHaveText(/^15:[45]\d|^16:00/)
  await page.getByRole('button', { name: 'Go on' }).click()
  expect(await findings(page)).toEqual([])

  await page.getByRole('button', { name: 'Next: Share, 21 minutes' }).click()
  await expect(page).toHaveURL(new RegExp(`/r/${id}/share$`))
  await expect(timer).toHaveText(/^20:5\d|^21:00/)
  // A new page takes the focus to its heading once it is there.
  await expect(page.getByRole('heading', { level: 1, name: 'Share' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(pill(page)).toBeFocused()
  await expect(pill(page)).toHaveText(/20:[345]\d|21:00/)

  await page.reload()
  await expect(pill(page)).toHaveText(/20:[2345]\d|21:00/)
})

test('the last minute and the end are told once, kindly, and nothing in between', async ({
  page,
  app,
}) => {
  await page.clock.install()
  const id = await openSitting(page, app, aSitting())
  await goTo(page, `/r/${id}/plan`)
  await pill(page).click()
  await page.getByRole('button', { name: 'Start the clock' }).click()
  const told = page.locator('header output')
  await expect(told).toHaveText('')
  await page.clock.fastForward('03:00')
  await expect(page.getByRole('timer')).toHaveText(/^3:5\d|^4:00/)
  await expect(told).toHaveText('')
  await page.clock.fastForward('03:10')
  await expect(told).toHaveText('Plan: one minute left.')
  await page.clock.fastForward('01:00')
  await expect(told).toHaveText('Plan: time is up. Take the time you need.')
  await expect(page.getByText('Time is up. Take the time you need.', { exact: true })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText('0:00')
  await expect(page.getByRole('timer')).toHaveAttribute('aria-live', 'off')
})

test('a clock that runs leaves the rows alone', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await pill(page).click()
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await page.keyboard.press('Escape')
  const before = await pill(page).textContent()
  const touched = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0
        const main = document.querySelector('main')
        if (!main) throw new Error('no page')
        new MutationObserver((all) => (count += all.length)).observe(main, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        })
        setTimeout(() => resolve(count), 2500)
      }),
  )
  expect(await touched).toBe(0)
  expect(await pill(page).textContent()).not.toBe(before)
})

test('notes for the facilitator are hidden for good on a device, and come back', async ({
  page,
  app,
}) => {
  const id = await openSitting(page, app, aSitting())
  await pill(page).click()
  await expect(page.getByRole('heading', { name: 'For the facilitator' })).toBeVisible()
  await page.getByRole('button', { name: 'Hide these notes on this device' }).click()
  await expect(page.getByRole('heading', { name: 'For the facilitator' })).toHaveCount(0)
  await page.reload()
  await goTo(page, `/r/${id}/plan`)
  await pill(page).click()
  await expect(page.getByRole('heading', { name: 'For the facilitator' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show notes for the facilitator' }).click()
  await expect(page.getByRole('heading', { name: 'For the facilitator' })).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('an individual leader has the clock, and none of the team’s furniture', async ({
  page,
  app,
}) => {
  await openSitting(
    page,
    app,
    aSitting({ mode: 'individual', people: [{ id: 'p-sam', initials: 'SB', name: '' }] }),
  )
  await page.getByRole('button', { name: /^Session clock/ }).click()
  await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible()
  await expect(page.getByText('For the facilitator')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Open projector view' })).toHaveCount(0)
})

/** What could be read of a page by anyone: on it, about it, or by a screen reader. */
async function everything(page: Page): Promise<string> {
  const aria = await page.locator('body').ariaSnapshot()
  const html = await page.evaluate(() => [document.title, document.documentElement.outerHTML])
  return [page.url(), aria, ...html].join('\n')
}

/** A private sitting in which two of three have marked everything, and its projector window. */
async function openPrivateWall(page: Page, app: AppServer) {
  const id = await openPrivate(page, app)
  await goTo(page, `/r/${id}/setup`)
  await pill(page).click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open projector view' }).click()
  const wall = await opened
  await expect(wall.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  return { id, wall }
}

async function openPrivate(page: Page, app: AppServer): Promise<string> {
  const sitting = aSitting({
    way: 'private',
    answer: (item, seat) =>
      item.kind === 'rating' && seat < 2
        ? { kind: 'level', level: seat === 0 ? 'great' : 'need' }
        : undefined,
    strategies: [
      {
        name: 'Whispered guide',
        how: 'One page',
        evidence: 'Nine of ten teams',
        itemId: 'net.membership.monitor.1',
        credit: ['p-sam'],
      },
    ],
  })
  return openSitting(page, app, sitting)
}

test('the wall never shows anything private, and shows the reveal within a second', async ({
  page,
  app,
}) => {
  const { id, wall } = await openPrivateWall(page, app)
  await page.keyboard.press('Escape')
  const empty = /data-held="true"|Whispered|Nine of ten|great at this|really need|Talk about/
  const next = wall.getByRole('button', { name: 'Next' })
  let slides = 0
  for (;;) {
    expect(await everything(wall)).not.toMatch(empty)
    slides += 1
    if (await next.isDisabled()) break
    await wall.keyboard.press('ArrowRight')
    await expect(wall.getByText(`${slides + 1} of`)).toBeVisible()
  }
  expect(slides).toBeGreaterThan(6)

  await goTo(page, `/r/${id}/reflect/hub-network-organization/net.membership`)
  await expect(wall.getByText('2 of 3 are done')).toBeVisible({ timeout: 1000 })
  expect(await everything(wall)).not.toMatch(empty)
  await page.getByRole('button', { name: 'Show everyone’s marks' }).click()
  await page.getByRole('button', { name: 'Show them now' }).click()
  await expect(row(page, '1.1a')).toBeVisible()
  const boxes = wall.locator('[data-held]')
  await expect(boxes.first()).toBeVisible({ timeout: 1000 })
  const marks = await boxes.evaluateAll((all) => all.slice(0, 4).map((box) => box.textContent))
  expect(marks[0]).toContain('ML')
  expect(marks[3]).toContain('SB')
})

test('the wall follows the step and the clock of the other window within a second', async ({
  page,
  app,
}) => {
  const { wall } = await openPrivateWall(page, app)
  await page.getByRole('button', { name: 'Start the clock' }).click()
  await expect(wall.getByRole('timer')).toHaveText(/^4:5\d|^5:00/, { timeout: 1000 })
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(wall.getByText('Paused')).toBeVisible({ timeout: 1000 })
  await page.keyboard.press('Escape')
  for (const [name, heading] of [
    ['Learn', 'Developing and Managing the Network as an Organization'],
    ['Summary', 'Thank you'],
    ['Plan', 'Plan'],
  ] as const) {
    await rail(page).getByRole('link', { name }).click()
    await expect(wall.getByRole('heading', { level: 1, name: heading })).toBeVisible({
      timeout: 1000,
    })
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any slide of the wall in ${colorScheme}`, async ({ page, app }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1920, height: 1080 })
    const id = await openSitting(
      page,
      app,
      aSitting({
        answer: (item, seat, place) =>
          item.kind === 'rating'
            ? { kind: 'level', level: LEVEL_IDS[(seat * 2 + place) % 4]! }
            : undefined,
      }),
    )
    await goTo(page, `/r/${id}/projector`)
    const next = page.getByRole('button', { name: 'Next' })
    await expect(next).toBeVisible()
    for (;;) {
      const { heading, size } = await page.evaluate(() => ({
        heading: document.querySelector('h1')?.textContent ?? '',
        size: parseFloat(getComputedStyle(document.querySelector('main')!).fontSize),
      }))
      expect(size).toBeGreaterThanOrEqual(0.04 * 1080)
      expect(await findings(page), heading).toEqual([])
      if (await next.isDisabled()) break
      await page.keyboard.press('ArrowRight')
    }
  })
}

const LEVEL_IDS = ['need', 'better', 'good', 'great'] as const
