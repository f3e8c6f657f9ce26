import { expect, test, type Page } from './support/app.ts'
import { rawChanges, rawRows } from './support/rawChanges.ts'
import { aSitting, expectMarks, openSitting, row, takeTurn, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

/** The same reflection in a second tab. */
async function secondTab(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(row(other, '1.1a')).toBeVisible()
  return other
}

async function mark(page: Page, number: string, level: number): Promise<void> {
  await row(page, number).locator(`label[data-level="${level}"]`).click()
}

test('a mark shows in another tab within a second', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  const other = await secondTab(page)
  await mark(page, '1.1a', 3)
  await expect(row(other, '1.1a').locator('label[data-level="3"] bdi')).toHaveText('SB', {
    timeout: 1000,
  })
  await takeTurn(other, 'ML')
  await mark(other, '1.1a', 1)
  await expect(row(page, '1.1a').locator('label[data-level="1"] bdi')).toHaveText('ML', {
    timeout: 1000,
  })
  await expectMarks(page, '1.1a', ['ML', '', 'SB', ''])
})

test('two tabs that mark at once keep every mark and end up showing the same', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  const other = await secondTab(page)
  await takeTurn(other, 'ML')
  const before = (await rawChanges(page)).length
  const marked = await Promise.all([page, other].map((tab, seat) => tab.evaluate(markOften, seat)))
  for (const tab of [page, other]) await untilSaved(tab)
  const changes = await rawChanges(page)
  expect(changes.length - before).toBe(marked[0]! + marked[1]!)
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
  const shown = (tab: Page) =>
    tab
      .locator('label[data-level]')
      .evaluateAll((labels) =>
        labels.map((label) => [...label.querySelectorAll('bdi')].map((one) => one.textContent)),
      )
  await expect.poll(() => shown(other)).toEqual(await shown(page))
  const [meta] = await rawRows<{ count: number; ever: number }>(page, 'meta')
  expect(meta).toMatchObject({ count: changes.length })
  const [header] = await rawRows<{ changes: number }>(page, 'headers')
  expect(header).toMatchObject({ changes: changes.length })
})

/** Runs in the page: 60 marks in random boxes as fast as it goes. @returns how many took effect */
async function markOften(seed: number): Promise<number> {
  let state = seed + 1
  let count = 0
  for (let act = 0; act < 60; act += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    const inputs = [...document.querySelectorAll<HTMLInputElement>('label[data-level] input')]
    const input = inputs[(state >>> 8) % inputs.length]!
    const before = input.checked
    input.click()
    // React puts the radio where the mark now is before the next frame.
    await new Promise((resolve) => requestAnimationFrame(resolve))
    if (input.checked !== before) count += 1
  }
  return count
}

test('what two tabs type into one field is kept twice, and both are shown', async ({
  page,
  app,
}) => {
  const strategies = [
    {
      name: 'Weekly note',
      how: '',
      evidence: '',
      itemId: 'net.membership.monitor.1',
      credit: ['p-sam'],
    },
  ]
  await openSitting(page, app, aSitting({ strategies }))
  const other = await secondTab(page)
  const fields = []
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: /^Edit/ }).first().click()
    fields.push(tab.getByLabel('What we do'))
  }
  const texts = ['A few lines by mail', 'A few lines by phone']
  await Promise.all(fields.map((field, seat) => field.fill(texts[seat]!)))
  await Promise.all(fields.map((field) => field.blur()))
  for (const tab of [page, other]) await untilSaved(tab)
  const stored = (await rawChanges(page))
    .filter(({ kind, field }) => kind === 'strategy' && field === 'how')
    .map(({ value }) => value)
  expect(stored).toEqual(expect.arrayContaining(texts))
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Done', exact: true }).click()
    for (const text of texts) await expect(tab.getByText(text).first()).toBeVisible()
  }
})

test('a tab that slept catches up when it is looked at again', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  const other = await secondTab(page)
  // A frozen tab hears nothing: its line to the others is cut here, its page shown again later.
  await other.evaluate(() => {
    const silence = (event: Event) => event.stopImmediatePropagation()
    window.addEventListener('message', silence, true)
  })
  const session = await other.context().newCDPSession(other)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await mark(page, '1.1a', 4)
  await untilSaved(page)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await other.evaluate(() => window.dispatchEvent(new Event('pageshow')))
  await expectMarks(other, '1.1a', ['', '', '', 'SB'])
})
