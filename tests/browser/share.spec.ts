import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting, untilSaved } from './support/sitting.ts'

const LEVELS = ['need', 'better', 'good', 'great'] as const

/** Three people who see some methods of two sections apart, with one strategy named. */
async function openShare(page: Page, app: AppServer): Promise<string> {
  const sitting = aSitting({
    scope: ['net.membership', 'net.connections'],
    answer: (item, seat, place) => {
      const level = LEVELS[(place * 7 + seat * (place % 4 === 0 ? 2 : 1)) % 4]
      return item.kind === 'rating' && place < 16 && level ? { kind: 'level', level } : undefined
    },
    strategies: [
      {
        name: 'Weekly team note',
        how: 'A few lines a week from each team.',
        evidence: 'Nine of ten teams sent all their reports this year.',
        evidenceKind: 'process',
        itemId: 'net.membership.monitor.1',
        credit: ['p-sam'],
      },
    ],
  })
  const id = await openSitting(page, app, sitting)
  await goTo(page, `/r/${id}/share`)
  await page.getByRole('heading', { name: 'Our strengths' }).waitFor()
  return id
}

const poster = (page: Page, name: string) => page.getByRole('article', { name })

test('what people write in Share is there after the page is loaded anew', async ({ page, app }) => {
  await openShare(page, app)
  await page.getByRole('button', { name: 'Add a strategy: Build network connections' }).click()
  const form = poster(page, 'Build network connections')
  await form.getByRole('textbox', { name: 'Strategy' }).fill('Front door')
  await form.getByRole('textbox', { name: 'How we know it works' }).fill('31 of 40 since May 2026')
  await expect(form.getByText('You have a count and a date.')).toBeVisible()
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(form.getByRole('heading', { name: 'Front door' })).toBeVisible()
  // Whoever works with the keys goes on where they were.
  await expect(form.getByRole('button', { name: 'Edit: Front door' })).toBeFocused()

  const table = page.getByRole('region', { name: 'Build membership and engagement' })
  const help = table.getByRole('textbox', { name: 'What could help: Managing turnover' })
  await help.fill('Handover files\nTwo people each')
  await page.getByRole('textbox', { name: 'On track: what we see then' }).fill('Teams bring data')
  // The last field still has the focus: what is typed is kept with every keystroke.
  await untilSaved(page)
  await page.reload()
  await expect(form.getByRole('heading', { name: 'Front door' })).toBeVisible()
  await expect(help).toHaveValue('Handover files\nTwo people each')
  await expect(page.getByRole('textbox', { name: 'On track: what we see then' })).toHaveValue(
    'Teams bring data',
  )
})

test('a borrowed strategy becomes a next step, all by keyboard', async ({ page, app }) => {
  await openShare(page, app)
  await page.getByRole('button', { name: 'Choose where to grow' }).press('Enter')
  await page.getByRole('radio', { name: /Develop network roles/ }).press('Space')
  await page.getByRole('button', { name: 'Grow here' }).press('Enter')
  await page.getByRole('button', { name: 'Borrow: Weekly team note' }).press('Enter')
  const make = page.getByRole('button', { name: 'Make it a next step: Weekly team note' })
  await make.press('Enter')
  await expect(page.getByText('One of the next steps')).toBeVisible()
  await expect(page.getByRole('link', { name: 'See it in Plan' })).toBeVisible()
  // The same button takes it back, and keeps the focus.
  await expect(page.getByRole('button', { name: /^Undo: Weekly team note/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('One of the next steps')).toHaveCount(0)
  await expect(make).toBeFocused()
})

test('nothing jumps while evidence is written, and a tap beside the form is not lost', async ({
  page,
  app,
}) => {
  await openShare(page, app)
  await page.getByRole('button', { name: 'Add a strategy: Build network connections' }).click()
  const form = poster(page, 'Build network connections')
  const evidence = form.getByRole('textbox', { name: 'How we know it works' })
  const kind = form.getByRole('combobox', { name: 'Kind of evidence' })
  await expect(form.getByRole('button', { name: 'Do not show these hints' })).toBeVisible()
  // From field to field: typing may scroll the page.
  const apart = async () =>
    ((await kind.boundingBox())?.y ?? 0) - ((await evidence.boundingBox())?.y ?? 0)
  const before = await apart()
  await evidence.pressSequentially('9 in May')
  expect(await apart()).toBe(before)
  await page.getByRole('button', { name: 'Choose where to grow' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

for (const width of [390, 820, 1366]) {
  test(`at ${width} px everything fits, with twice the size of text too`, async ({ page, app }) => {
    await page.setViewportSize({ width, height: 900 })
    await openShare(page, app)
    await page.getByRole('button', { name: 'Add a challenge: Build network connections' }).click()
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    expect(await overflow()).toBe(0)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    expect(await overflow()).toBe(0)
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' })

    test('axe finds nothing, with every form open', async ({ page, app }) => {
      test.slow()
      await openShare(page, app)
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: 'Choose where to grow' }).click()
      await page.getByRole('radio', { name: /Develop network roles/ }).check()
      await page.getByRole('button', { name: 'Grow here' }).click()
      await page.getByRole('button', { name: 'Borrow: Weekly team note' }).click()
      await page.getByRole('button', { name: 'Make it a next step: Weekly team note' }).click()
      await page.getByRole('button', { name: 'Add a challenge: Build network connections' }).click()
      await page.getByText('What counts as evidence: two examples').click()
      await page.getByRole('button', { name: 'Add a strategy: Build network connections' }).click()
      await page.getByRole('button', { name: 'Do not show these hints' }).waitFor()
      expect(await findings(page)).toEqual([])
    })
  })
}
