import { expect, test, type Page } from './support/app.ts'
import {
  aSitting,
  box,
  expectMarks,
  goTo,
  LEVELS,
  openSitting,
  row,
  takeTurn,
  untilSaved,
} from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

/** Long enough that two taps are two taps, and not a double tap. */
async function betweenTaps(page: Page): Promise<void> {
  await page.waitForTimeout(700)
}

for (const [way, hasTouch] of [
  ['a finger', true],
  ['a mouse', false],
] as const) {
  test.describe(`with ${way}`, () => {
    test.use({ hasTouch })

    test('a tap places, a tap elsewhere moves, a tap on the same box takes back', async ({
      page,
      app,
    }) => {
      await openSitting(page, app, aSitting())
      const tap = async (level: number) => {
        const label = row(page, '1.1a').locator(`label[data-level="${level}"]`)
        await (hasTouch ? label.tap() : label.click())
      }
      await tap(2)
      await expectMarks(page, '1.1a', ['', 'SB', '', ''])
      await expect(box(page, '1.1a', 2)).toBeChecked()
      await tap(4)
      await expectMarks(page, '1.1a', ['', '', '', 'SB'])
      await betweenTaps(page)
      await tap(4)
      await expectMarks(page, '1.1a', ['', '', '', ''])
      await expect(box(page, '1.1a', 4)).not.toBeChecked()
      await tap(1)
      await untilSaved(page)
      await page.reload()
      await expect(box(page, '1.1a', 1)).toBeChecked()
      await expectMarks(page, '1.1a', ['SB', '', '', ''])
    })
  })
}

test('a nervous double tap places once, and does not run on into the next section', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting({ scope: undefined }))
  await row(page, '1.1a').locator('label[data-level="3"]').dblclick()
  await expectMarks(page, '1.1a', ['', '', 'SB', ''])
  const next = page.getByRole('link', { name: /^Next:/ })
  await next.scrollIntoViewIfNeeded()
  const spot = await next.boundingBox()
  if (!spot) throw new Error('the link has no place')
  await page.mouse.dblclick(spot.x + spot.width / 2, spot.y + spot.height / 2, { delay: 20 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Build network connections')
  await expect(page.getByText('SB has marked 0 of 16 here')).toBeVisible()
  await expect(page.locator('[data-settling="false"]')).toBeVisible()
})

test('with the keyboard alone, space and arrows do the same', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await box(page, '1.1a', 1).focus()
  await page.keyboard.press('Space')
  await expectMarks(page, '1.1a', ['SB', '', '', ''])
  await page.keyboard.press('ArrowRight')
  await expect(box(page, '1.1a', 2)).toBeFocused()
  await expectMarks(page, '1.1a', ['', 'SB', '', ''])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expectMarks(page, '1.1a', ['', '', '', 'SB'])
  await page.keyboard.press('ArrowLeft')
  await expectMarks(page, '1.1a', ['', '', 'SB', ''])
  await page.keyboard.press('Space')
  await expectMarks(page, '1.1a', ['', '', '', ''])
})

test('single keys mark, set aside, walk the rows and change turns', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  const press = (key: string) => page.keyboard.press(key)
  await row(page, '1.1a').focus()
  for (const [key, expected] of [
    ['1', ['SB', '', '', '']],
    ['2', ['', 'SB', '', '']],
    ['3', ['', '', 'SB', '']],
    ['4', ['', '', '', 'SB']],
    ['0', ['', '', '', '']],
  ] as const) {
    await press(key)
    await expectMarks(page, '1.1a', expected)
  }
  await press('j')
  await expect(row(page, '1.1b')).toBeFocused()
  await press('u')
  await expect(row(page, '1.1b').getByRole('button', { name: "We don't know" })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await press('n')
  await expect(row(page, '1.1b').getByRole('button', { name: "We don't know" })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await expect(row(page, '1.1b').getByRole('button', { name: /^Not our job/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await press('k')
  await expect(row(page, '1.1a')).toBeFocused()
  await press(']')
  await press('3')
  await expectMarks(page, '1.1a', ['', '', 'ML', ''])
  // Back over the first seat comes what all agree on, and then the last person.
  for (let seat = 0; seat < 3; seat += 1) await press('[')
  await press('3')
  await expectMarks(page, '1.1a', ['', '', 'ML OK', ''])
  await press('s')
  await expect(page.getByRole('textbox', { name: 'Strategy', exact: true })).toBeFocused()
  await page.keyboard.type('Weekly note 1234 unjks')
  await expect(page.getByRole('textbox', { name: 'Strategy', exact: true })).toHaveValue(
    'Weekly note 1234 unjks',
  )
  await expectMarks(page, '1.1a', ['', '', 'ML OK', ''])
})

test('single keys can be switched off, and stay off', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await row(page, '1.1a').focus()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list).toBeVisible()
  await page.keyboard.press('2')
  await list.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  for (const key of ['2', 'u', '?']) {
    await row(page, '1.1a').focus()
    await page.keyboard.press(key)
  }
  await expect(list).toHaveCount(0)
  await expectMarks(page, '1.1a', ['', '', '', ''])
  await page.reload()
  await row(page, '1.1a').focus()
  await page.keyboard.press('2')
  await expectMarks(page, '1.1a', ['', '', '', ''])
  await box(page, '1.1a', 2).check()
  await expectMarks(page, '1.1a', ['', 'SB', '', ''])
})

test('undo takes back act by act, by button and by Ctrl+Z', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeDisabled()
  await box(page, '1.1a', 2).check()
  await box(page, '1.1a', 3).check()
  await box(page, '1.1b', 4).check()
  await undo.click()
  await expectMarks(page, '1.1b', ['', '', '', ''])
  await expect(page.getByText('Undone: SB at 1.1b')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expectMarks(page, '1.1a', ['', 'SB', '', ''])
  await page.keyboard.press('Control+z')
  await expectMarks(page, '1.1a', ['', '', '', ''])
  await expect(undo).toBeDisabled()
})

test('each person moves their own initials and nobody else’s', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await box(page, '1.1a', 2).check()
  await takeTurn(page, 'ML')
  await expect(page.getByText('ML has marked 0 of 9 here')).toBeVisible()
  await expect(box(page, '1.1a', 2)).not.toBeChecked()
  await box(page, '1.1a', 2).check()
  await expectMarks(page, '1.1a', ['', 'SB ML', '', ''])
  await box(page, '1.1a', 4).check()
  await expectMarks(page, '1.1a', ['', 'SB', '', 'ML'])
  await takeTurn(page, 'SB')
  await expect(box(page, '1.1a', 2)).toBeChecked()
  await untilSaved(page)
  await page.reload()
  await expectMarks(page, '1.1a', ['', 'SB', '', 'ML'])
})

test('what is still open is listed gently, and goes as it is marked', async ({ page, app }) => {
  const sitting = aSitting({
    answer: (item, seat) =>
      seat === 0 && item.number !== '1.2e' ? { kind: 'level', level: 'better' } : undefined,
  })
  await openSitting(page, app, sitting)
  const gaps = page
    .getByRole('region', { name: 'Still open here' })
    .or(page.locator('section', { has: page.getByRole('heading', { name: 'Still open here' }) }))
  await expect(gaps.getByRole('listitem')).toHaveText([
    /^SB\s*Not marked: 1\.2e$/,
    /^MLOK\s*Not marked: 1\.1a, 1\.1b, 1\.1c, 1\.1d, 1\.2a, 1\.2b, 1\.2c, 1\.2d, 1\.2e$/,
  ])
  await box(page, '1.2e', 4).check()
  await expect(gaps).toContainText('Strong, but no strategy named yet: 1.2e')
  await expect(gaps.getByRole('listitem')).toHaveCount(1)
})

test.describe('when the page dies in the middle of a word', () => {
  test.use({ allowed: [/the page crashed|registration blocked by Playwright/] })

  test('the strategy is there again', async ({ page, app, context }) => {
    const id = await openSitting(page, app, aSitting())
    await box(page, '1.1a', 4).check()
    await row(page, '1.1a').getByText('Name a strategy you use').click()
    await page.getByRole('textbox', { name: 'Strategy', exact: true }).fill('Name tags at the door')
    await page
      .getByRole('textbox', { name: 'How we know it works' })
      .pressSequentially('Nine of ten ca')
    // No blur, no goodbye: the process of the page is gone.
    void page.goto('chrome://crash').catch(() => undefined)
    await page.waitForEvent('crash')
    const again = await context.newPage()
    await again.goto(app.at(`/r/${id}/reflect`))
    await expect(row(again, '1.1a').getByText('Name tags at the door')).toBeVisible()
    await expect(row(again, '1.1a').getByText('Nine of ten ca')).toBeVisible()
    await expectMarks(again, '1.1a', ['', '', '', 'SB'])
  })
})

test('what is typed right after asking for the form lands in it', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await row(page, '1.1b').focus()
  // One after the other, with no answer awaited in between.
  await Promise.all(['s', 'n', '4', 'u'].map((key) => page.keyboard.press(key)))
  const name = page.getByRole('textbox', { name: 'Strategy', exact: true })
  await expect(name).toHaveValue('n4u')
  await expect(name).toBeFocused()
  await expect(row(page, '1.1b').getByRole('button', { pressed: true })).toHaveCount(0)
  await expectMarks(page, '1.1b', ['', '', '', ''])
})

test('a strategy is kept with its evidence, its kind and its people', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await expect(row(page, '1.1a').getByText('Name a strategy you use')).toHaveCount(0)
  await box(page, '1.1a', 3).check()
  await row(page, '1.1a').getByText('Name a strategy you use').click()
  const form = row(page, '1.1a').locator('form')
  await page.keyboard.type('Buddy')
  await form.getByLabel('What we do').fill('Each new member has one.')
  await form.getByLabel('How we know it works').fill('All eight stayed.')
  await form.getByLabel('Kind of evidence').selectOption('Outcome measure')
  await form.getByRole('checkbox', { name: /^ML/ }).check()
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, '1.1a')).toBeFocused()
  const named = row(page, '1.1a').getByRole('list', { name: 'Strategies named here' })
  await expect(named).toContainText('Buddy')
  await untilSaved(page)
  await page.reload()
  await named.getByRole('button', { name: 'Edit: Buddy' }).click()
  await expect(form.getByLabel('What we do')).toHaveValue('Each new member has one.')
  await expect(form.getByLabel('How we know it works')).toHaveValue('All eight stayed.')
  await expect(form.getByLabel('Kind of evidence')).toHaveValue('outcome')
  await expect(form.getByRole('checkbox', { name: /^SB/ })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: /^ML/ })).toBeChecked()
  await expect(form.getByRole('checkbox', { name: /^OK/ })).not.toBeChecked()
  await form.getByRole('button', { name: 'Remove' }).click()
  await expect(named).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(named).toContainText('Buddy')
})

test('two tabs follow each other', async ({ page, app, context }) => {
  const id = await openSitting(page, app, aSitting())
  const other = await context.newPage()
  await other.goto(app.at(`/r/${id}/reflect`))
  await takeTurn(other, 'ML')
  await box(page, '1.1a', 2).check()
  await expectMarks(other, '1.1a', ['', 'SB', '', ''])
  await box(other, '1.1a', 3).check()
  await expectMarks(page, '1.1a', ['', 'SB', 'ML', ''])
})

test('a section left out of the sitting comes back with its marks', async ({ page, app }) => {
  const id = await openSitting(page, app, aSitting({ scope: ['net.membership', 'net.logistics'] }))
  await goTo(page, `/r/${id}/reflect/net.logistics`)
  await box(page, '4.1a', 3).check()
  await goTo(page, `/r/${id}/setup`)
  const section = page.getByRole('checkbox', { name: /^Support logistics/ })
  await section.uncheck()
  await goTo(page, `/r/${id}/reflect`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Build membership and engagement',
  )
  await expect(page.getByRole('link', { name: /Support logistics/ })).toHaveCount(0)
  await goTo(page, `/r/${id}/setup`)
  await section.check()
  await goTo(page, `/r/${id}/reflect/net.logistics`)
  await expectMarks(page, '4.1a', ['', '', 'SB', ''])
})

test('the rubric opens at the row, the section and the person left last', async ({ page, app }) => {
  const id = await openSitting(page, app, aSitting({ scope: undefined }))
  await page
    .getByRole('link', { name: /Support logistics/ })
    .first()
    .click()
  await takeTurn(page, 'OK')
  await box(page, '4.2c', 2).check()
  await goTo(page, '/')
  await page.getByRole('link', { name: /^Cedar hub/ }).click()
  await expect(page).toHaveURL(new RegExp(`#/r/${id}/reflect`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support logistics')
  await expect(row(page, '4.2c')).toBeInViewport()
  await expect(page.getByText('OK has marked 1 of 9 here')).toBeVisible()
  await expect(box(page, '4.2c', 2)).toBeChecked()
  await goTo(page, `/r/${id}/summary`)
  await page.getByRole('link', { name: 'Reflect', exact: true }).click()
  await expect(row(page, '4.2c')).toBeInViewport()
})

test('nothing moves under a finger and the focus stays where it is', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  const label = row(page, '1.2b').locator('label[data-level="2"]')
  await label.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await label.click()
  await expectMarks(page, '1.2b', ['', 'SB', '', ''])
  await row(page, '1.2a').locator('label[data-level="4"]').click()
  await expectMarks(page, '1.2a', ['', '', '', 'SB'])
  await untilSaved(page)
  expect(await page.evaluate(() => scrollY)).toBe(before)
  await row(page, '1.2a').getByText('Name a strategy you use').click()
  await page.keyboard.type('Buddy')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nobody joins unaccompanied.')
  await untilSaved(page)
  await page.keyboard.type(' Not once.')
  await expect(row(page, '1.2a').getByLabel('What we do')).toHaveValue(
    'Nobody joins unaccompanied. Not once.',
  )
  await expectMarks(page, '1.2a', ['', '', '', 'SB'])
})

interface Fit {
  readonly sideways: number
  readonly cut: readonly string[]
}

/** What does not fit: how far the page scrolls sideways, and rows whose four boxes do not show at once. */
async function whatDoesNotFit(page: Page): Promise<Fit> {
  return page.evaluate(async () => {
    const root = document.documentElement
    const cut: string[] = []
    // What comes into view is laid out with the frame after it.
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    for (const row of document.querySelectorAll<HTMLElement>('article[data-kind="rating"]')) {
      const boxes = [...row.querySelectorAll('label[data-level]')]
      const first = boxes[0]
      const last = boxes.at(-1)
      if (!first || !last) continue
      // Twice: what was out of sight has its true height only now, and so its true place.
      for (let look = 0; look < 2; look += 1) {
        const sides = boxes.map((one) => one.getBoundingClientRect())
        const top = Math.min(...sides.map((side) => side.top))
        const bottom = Math.max(...sides.map((side) => side.bottom))
        window.scrollBy(0, (top + bottom) / 2 - innerHeight * 0.6)
        await frame()
      }
      for (const one of boxes) {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        const isInside = left >= 0 && right <= root.clientWidth + 0.5 && bottom <= innerHeight
        // Something sticky lies over a box if a point of it belongs to something else.
        const isFree = [top + 2, bottom - 2].every((y) => {
          const hit = document.elementFromPoint((left + right) / 2, y)
          return hit !== null && one.contains(hit)
        })
        if (!isInside || !isFree) cut.push(`${row.id} ${one.getAttribute('data-level') ?? ''}`)
      }
    }
    return { sideways: root.scrollWidth - root.clientWidth, cut }
  })
}

const SIZES = [
  [390, 844, 100],
  [744, 1133, 100],
  [820, 1180, 100],
  [1024, 768, 100],
  [1180, 820, 100],
  [1366, 768, 100],
  [744, 1133, 200],
  [820, 1180, 200],
  [1024, 768, 200],
  [1180, 820, 200],
  [1366, 768, 200],
] as const

test('all four boxes of a row show at once on every screen, also with text at 200 %', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting({ scope: undefined }))
  for (const [width, height, text] of SIZES) {
    await page.setViewportSize({ width, height })
    await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), text)
    await expect(row(page, '1.1a')).toBeVisible()
    expect(await whatDoesNotFit(page), `${width} × ${height}, text ${text} %`).toEqual({
      sideways: 0,
      cut: [],
    })
  }
})

test('the names of the boxes stand beside each radio for whoever cannot see the columns', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  const group = row(page, '1.1a').getByRole('radiogroup')
  for (const name of LEVELS) {
    await expect(group.getByRole('radio', { name, exact: true })).toHaveCount(1)
  }
})
