import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import {
  aSitting,
  box,
  expectMarks,
  goTo,
  LEVELS,
  openSitting,
  row,
  untilSaved,
} from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const PEOPLE = [
  { id: 'p-sam', initials: 'SB', name: 'Sam Brown' },
  { id: 'p-mei', initials: 'ML', name: 'Mei Lin' },
  { id: 'p-ola', initials: 'OK', name: 'Ola Kowalska' },
  { id: 'p-jua', initials: 'JD', name: 'Juana Delgado' },
  { id: 'p-li', initials: '李明', name: '' },
]
const ITEMS = 9
const LEVEL_IDS = ['need', 'better', 'good', 'great']

function aPrivateSitting(overrides: Parameters<typeof aSitting>[0] = {}) {
  return aSitting({ way: 'private', people: PEOPLE, ...overrides })
}

/** Takes the tablet: the card, the cover, the rows. */
async function takeTurn(page: Page, initials: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${initials}`) }).click()
  await expect(page.getByRole('heading', { name: `${initials}: it is your turn` })).toBeFocused()
  await page.locator('[data-settling="false"]').waitFor()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.locator('[data-settling="false"]').waitFor()
}

async function passOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Done, pass it on' }).first().click()
  await page.getByRole('heading', { name: 'Pass the tablet around' }).waitFor()
  await page.locator('[data-settling="false"]').waitFor()
}

async function tap(page: Page, number: string, level: number): Promise<void> {
  await row(page, number).locator(`label[data-level="${level}"]`).click()
}

/** Everything a curious neighbour could read in this tab without opening the database. */
async function everything(page: Page): Promise<string> {
  const kept = await page.evaluate(() => {
    const notes = [localStorage, sessionStorage].flatMap((notebook) => Object.entries(notebook))
    return JSON.stringify([notes, document.title, location.href, history.state])
  })
  const cdp = await page.context().newCDPSession(page)
  const { entries } = await cdp.send('Page.getNavigationHistory')
  const been = JSON.stringify(entries.map(({ url, title }) => [url, title]))
  return [await page.content(), await page.locator('body').ariaSnapshot(), kept, been].join('\n')
}

test('during a turn nothing of anybody else is anywhere in the tab', async ({ page, app }) => {
  await openSitting(page, app, aPrivateSitting())
  await takeTurn(page, 'SB')
  await tap(page, '1.1a', 4)
  await tap(page, '1.1b', 1)
  await row(page, '1.1a')
    .getByRole('button', { name: /Name a strategy/ })
    .click()
  await page.getByLabel('Strategy', { exact: true }).fill('Zebra crossing notes')
  await page.getByLabel('How we know it works').fill('Counted every quokka')
  await row(page, '1.1c')
    .getByRole('button', { name: 'We don’t know' })
    .or(row(page, '1.1c').getByRole('button', { name: "We don't know" }))
    .click()
  await untilSaved(page)
  const own = await everything(page)
  expect(own).toContain('Zebra crossing')
  await passOn(page)
  const between = await everything(page)
  expect(between).not.toMatch(/Zebra|quokka/)
  for (const level of LEVELS) expect(between).not.toContain(level)

  await takeTurn(page, 'ML')
  const seen = await everything(page)
  expect(seen).not.toMatch(/Zebra|quokka|Sam Brown|Here:|aria-pressed="true"/)
  expect(await page.getByRole('main').innerText()).not.toMatch(/SB/)
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
  expect(seen).not.toContain('p-sam')
  await tap(page, '1.1a', 2)
  await untilSaved(page)
  await page.reload()
  await page.getByRole('heading', { name: 'Pass the tablet around' }).waitFor()
  expect(await everything(page)).not.toMatch(/Zebra|quokka|aria-pressed="true"/)
})

test('neither undo nor keys reach another person’s marks, and another step ends the turn', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aPrivateSitting())
  await takeTurn(page, 'SB')
  await tap(page, '1.1a', 4)
  await passOn(page)
  await takeTurn(page, 'ML')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await page.keyboard.press('Control+z')
  for (const key of ['[', ']', '3']) await page.keyboard.press(key)
  await expectMarks(page, '1.1a', ['', '', 'ML', ''])
  await page.keyboard.press('Control+z')
  await expectMarks(page, '1.1a', ['', '', '', ''])
  await page.keyboard.press('Control+z')
  await passOn(page)
  await takeTurn(page, 'SB')
  await expectMarks(page, '1.1a', ['', '', '', 'SB'])
  await goTo(page, '/r/sitting-1/summary')
  await page.getByRole('link', { name: 'Reflect' }).click()
  await page.getByRole('heading', { name: 'Pass the tablet around' }).waitFor()
  expect(await page.getByRole('article').count()).toBe(0)
})

test('five people mark in turn, and one reveal shows all of it at once', async ({ page, app }) => {
  const level = (seat: number, place: number) => LEVEL_IDS[(seat + place) % 4] ?? 'need'
  await openSitting(
    page,
    app,
    aPrivateSitting({
      answer: (item, seat, place) =>
        seat < 4 && item.kind === 'rating'
          ? { kind: 'level', level: level(seat, place) }
          : undefined,
    }),
  )
  await expect(page.getByText('4 of 5 people done')).toBeVisible()
  await takeTurn(page, '李明')
  await page.getByRole('article').first().focus()
  for (let item = 0; item < ITEMS; item += 1) {
    await page.keyboard.press(`${(item % 4) + 1}`)
    await page.keyboard.press('j')
  }
  await passOn(page)
  await expect(page.getByText('Done', { exact: true })).toHaveCount(5)
  await page.getByRole('button', { name: 'Show everyone’s marks' }).click()
  const said = 'Everyone’s marks are shown: 5 people, 9 methods.'
  await expect(page.getByRole('status').filter({ hasText: said })).toBeAttached()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expectMarks(page, '1.1a', ['SB 李明', 'ML', 'OK', 'JD'])
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})

test('after the reveal a mark moves in sight, and what all agree on stands beside the marks', async ({
  page,
  app,
}) => {
  await openSitting(
    page,
    app,
    aPrivateSitting({
      answer: (_item, seat) => ({ kind: 'level', level: LEVEL_IDS[seat % 4] ?? '' }),
    }),
  )
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Show everyone’s marks' }).click()
  await page.getByRole('radio', { name: /^SB/ }).check()
  await tap(page, '1.1a', 4)
  await expect(row(page, '1.1a').getByText('SB moved', { exact: false }).first()).toBeAttached()
  await page.getByRole('radio', { name: /What we agree on/ }).check()
  await tap(page, '1.1a', 3)
  await expectMarks(page, '1.1a', ['李明', 'ML', 'OK', 'SB JD'])
  await expect(row(page, '1.1a').locator('label[data-level="3"]')).toContainText('We')
  expect(await findings(page)).toEqual([])
})

test('before all are done the reveal asks, and once it was said it stays', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aPrivateSitting())
  await takeTurn(page, 'SB')
  await tap(page, '1.1a', 2)
  await passOn(page)
  await page.getByRole('button', { name: 'Show everyone’s marks' }).click()
  const asks = page.getByRole('dialog', { name: 'Show the marks now?' })
  await expect(asks).toContainText('5 of 5 people have not marked everything.')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(asks).toBeHidden()
  await page.getByRole('button', { name: 'Show everyone’s marks' }).click()
  await page.setViewportSize({ width: 390, height: 500 })
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByRole('button', { name: 'Show them now' }).click()
  await expectMarks(page, '1.1a', ['', 'SB', '', ''])
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
  await page.keyboard.press('Control+z')
  await untilSaved(page)
  await page.reload()
  await expectMarks(page, '1.1a', ['', 'SB', '', ''])
  await expect(box(page, '1.1a', 2)).toBeAttached()
})

test('the whole round goes by keyboard alone', async ({ page, app }) => {
  await openSitting(page, app, aPrivateSitting({ people: PEOPLE.slice(0, 2) }))
  const pressOn = async (name: string | RegExp) => {
    await page.locator('[data-settling="false"]').waitFor()
    const button = page.getByRole('button', { name }).first()
    for (let steps = 0; steps < 40; steps += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await expect(button).toBeFocused()
    await page.keyboard.press('Enter')
  }
  for (const initials of ['SB', 'ML']) {
    await pressOn(new RegExp(`^${initials}`))
    await pressOn('Begin')
    await page.locator('[data-settling="false"]').waitFor()
    await page.keyboard.press('4')
    await page.locator('main').focus()
    await pressOn('Done, pass it on')
    await expect(page.getByRole('heading', { name: 'Pass the tablet around' })).toBeFocused()
  }
  await pressOn('Show everyone’s marks')
  await pressOn('Show them now')
  await expectMarks(page, '1.1a', ['', '', '', 'SB ML'])
})

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`the reveal is ${reducedMotion === 'reduce' ? 'a plain cut' : 'short'} where motion says ${reducedMotion}`, async ({
    page,
    app,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await openSitting(
      page,
      app,
      aPrivateSitting({ answer: () => ({ kind: 'level', level: 'great' }) }),
    )
    await page.locator('[data-settling="false"]').waitFor()
    // Motion that lasts is counted as it begins: it is over before a test could look.
    await page.evaluate(() => {
      document.addEventListener('animationstart', (event) => {
        if (!(event.target instanceof Element)) return
        const { animationDuration } = getComputedStyle(event.target)
        const durations = (document.body.dataset['motions'] ?? '').split(' ')
        document.body.dataset['motions'] = [...durations, animationDuration].join(' ').trim()
      })
    })
    await page.getByRole('button', { name: 'Show everyone’s marks' }).click()
    await expectMarks(page, '1.1a', ['', '', '', PEOPLE.map(({ initials }) => initials).join(' ')])
    await page.locator('[data-settling="false"]').waitFor()
    const motions = await page.evaluate(() => document.body.dataset['motions'] ?? '')
    const seconds = motions.split(' ').filter(Boolean).map(Number.parseFloat)
    const longest = Math.max(0, ...seconds)
    // The reset leaves a thousandth, so that whoever waits for the end of a motion hears of it.
    if (reducedMotion === 'reduce') expect(longest).toBeLessThanOrEqual(0.001)
    else expect(longest).toBeGreaterThan(0.1)
    expect(longest).toBeLessThanOrEqual(0.4)
  })
}
