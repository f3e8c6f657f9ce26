import { shippedRubric } from '../support/sittings.ts'
import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import {
  aSitting,
  box,
  expectMarks,
  goTo,
  openSitting,
  takeTurn,
  untilSaved,
} from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const SECTION = /^Build membership and engagement/

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a team is set up with the keyboard alone, from Home to the rubric', async ({
    page,
    app,
  }) => {
    await page.goto(app.url)
    await page.getByRole('link', { name: /^Run a workshop/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Team', { exact: true }).focus()
    await page.keyboard.type('Cedar hub')
    await page.getByLabel('Add a person').focus()
    for (const name of ['Sam Brown', 'Sue Black', '李明']) {
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
    }
    await expect(page.getByLabel('Initials of Sue Black')).toHaveValue('SuB')
    await page.getByRole('checkbox', { name: SECTION }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: /^Private, then reveal/ }).focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Start reflecting' }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/r\/[^/]+\/reflect/)
    await expect(page.getByRole('heading', { level: 1, name: SECTION })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('SuB')
  })
})

test('an unfinished form is there after a reload, down to the half-typed name', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/new/team'))
  await page.getByLabel('Team', { exact: true }).fill('Cedar hub')
  await page.getByLabel('Add a person').fill('Sam Brown')
  await page.keyboard.press('Enter')
  await page.getByLabel('Add a person').pressSequentially('Mei')
  await page.reload()
  await expect(page.getByLabel('Team', { exact: true })).toHaveValue('Cedar hub')
  await expect(page.getByLabel('Initials of Sam Brown')).toHaveValue('SB')
  await expect(page.getByLabel('Add a person')).toHaveValue('Mei')
})

test('Enter pressed twice makes one reflection, and its form is not offered again', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/new/team'))
  await page.getByRole('checkbox', { name: SECTION }).check()
  await page.getByLabel('Add a person').fill('Sam Brown')
  const team = page.getByLabel('Team', { exact: true })
  await team.fill('Cedar hub')
  await team.evaluate((input: HTMLInputElement) => {
    input.form?.requestSubmit()
    input.form?.requestSubmit()
  })
  await expect(page).toHaveURL(/#\/r\/[^/]+\/reflect/)
  await page.goto(app.at('/new/team'))
  await expect(team).toHaveValue('')
  await page.goto(app.url)
  await expect(page.getByText('Cedar hub')).toHaveCount(1)
})

test('a list pasted from a spreadsheet adds everyone in it', async ({ page, app, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(app.at('/new/team'))
  await page.evaluate(() => navigator.clipboard.writeText('Sam\tBrown\nMei\tLin\nAna\tRuiz\n'))
  await page.getByLabel('Add a person').focus()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByText('3 people added. 3 people so far.')).toBeVisible()
  await expect(page.getByLabel('Initials of Mei Lin')).toHaveValue('ML')
})

test('the focus goes to the first wrong field, which says what to do', async ({ page, app }) => {
  await page.goto(app.at('/new/alone'))
  await page.getByRole('checkbox', { name: SECTION }).waitFor()
  await page.getByRole('button', { name: 'Start reflecting' }).click()
  const name = page.getByLabel('Your name')
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Write your name/)
  await expect(name).toHaveJSProperty('ariaInvalid', 'true')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a form with faults in the ${colorScheme} theme`, async ({
    page,
    app,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(app.at('/new/team'))
    await page.getByLabel('Add a person').fill('Sam Brown, Mei Lin, Ana')
    await page.keyboard.press('Enter')
    await page.getByLabel('Initials of Mei Lin').fill('SB')
    await page.getByRole('button', { name: 'Remove Ana' }).click()
    await expect(page.getByText('Ana was removed.')).toBeVisible()
    await page.getByRole('button', { name: 'Start reflecting' }).click()
    await expect(page.getByLabel('Team', { exact: true })).toBeFocused()
    await expect(page.getByText('Mei Lin has these initials too.')).toBeVisible()
    expect(await findings(page)).toEqual([])
  })
}

test('a rubric added under way can be left out and brought back with its answers', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  await goTo(page, '/r/sitting-1/setup')
  await page.getByRole('button', { name: 'Add another rubric' }).click()
  expect(await findings(page)).toEqual([])
  await page.getByRole('checkbox', { name: /^Ad Hoc Problem Solving/ }).check()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Go to the rubric' }).click()
  await page.getByRole('link', { name: 'Ad hoc problem solving', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notice problems' })).toBeVisible()
  await takeTurn(page, 'SB')
  await box(page, '1.1a', 3).click()
  await expectMarks(page, '1.1a', ['', '', 'SB', ''])
  await goTo(page, '/r/sitting-1/setup')
  await page.getByRole('button', { name: 'Leave out Ad Hoc Problem Solving' }).click()
  await expect(page.getByText('1 answer is kept.')).toBeVisible()
  await untilSaved(page)
  await page.reload()
  await page.getByRole('button', { name: 'Bring back Ad Hoc Problem Solving' }).click()
  await goTo(page, '/r/sitting-1/reflect/hub-ad-hoc-problem-solving')
  await expectMarks(page, '1.1a', ['', '', 'SB', ''])
})

test('in a reflection under way, what was typed is kept through a reload without leaving the field', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  await goTo(page, '/r/sitting-1/setup')
  await page.getByLabel('Team', { exact: true }).fill('Cedar Valley hub')
  await page.reload()
  await expect(page.getByLabel('Team', { exact: true })).toHaveValue('Cedar Valley hub')
  await expect(page.getByRole('banner')).toContainText('Cedar Valley hub')
  // What cannot be stored is not lost either: it waits to be put right.
  const mine = page.getByLabel('Initials of Sam Brown')
  await mine.fill('ML')
  await mine.blur()
  await page.reload()
  await expect(mine).toHaveValue('ML')
  await expect(mine).toHaveAttribute('aria-invalid', 'true')
  await mine.fill('SaB')
  await mine.blur()
  await page.reload()
  await expect(mine).toHaveValue('SaB')
  await expect(mine).not.toHaveAttribute('aria-invalid', 'true')
})

test('someone removed and brought back still has their marks', async ({ page, app }) => {
  const level = aSitting().rubric.scales[0]?.levels[2]?.id ?? ''
  const answer = (_: unknown, seat: number, place: number) =>
    seat === 1 && place === 0 ? ({ kind: 'level', level } as const) : undefined
  await openSitting(page, app, aSitting({ answer }))
  await expectMarks(page, '1.1a', ['', '', 'ML', ''])
  await goTo(page, '/r/sitting-1/setup')
  await page.getByRole('button', { name: 'Remove Mei Lin' }).click()
  await expect(page.getByText('Their marks are kept, out of sight.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Initials of Mei Lin')).toHaveValue('ML')
  await untilSaved(page)
  await goTo(page, '/r/sitting-1/reflect')
  await expectMarks(page, '1.1a', ['', '', 'ML', ''])
})

/** What does not fit: how far the page goes sideways, and controls too small for a finger. */
async function misfits(page: Page) {
  return page.evaluate(() => {
    const root = document.documentElement
    const controls = [...document.querySelectorAll('main button, main a[class], main input')]
    const small = controls.flatMap((control) => {
      const target = control.closest('label') ?? control
      const { width, height } = target.getBoundingClientRect()
      return width >= 40 && height >= 44 ? [] : [`${control.outerHTML.slice(0, 80)} ${height}`]
    })
    return { sideways: root.scrollWidth - root.clientWidth, small }
  })
}

for (const [width, height] of [
  [390, 844],
  [820, 1180],
  [1180, 820],
  [1366, 768],
] as const) {
  test(`everything fits and is large enough for a finger at ${width} × ${height}`, async ({
    page,
    app,
  }) => {
    await page.setViewportSize({ width, height })
    await openSitting(page, app, aSitting())
    for (const route of ['/new/team', '/new/alone', '/r/sitting-1/setup', '/print']) {
      await goTo(page, route)
      await page.getByRole('checkbox').first().waitFor()
      expect(await misfits(page), route).toEqual({ sideways: 0, small: [] })
    }
  })
}

for (const width of [744, 820, 1366]) {
  test(`at 200 % text and ${width} px nothing goes sideways`, async ({ page, app }) => {
    await page.setViewportSize({ width, height: 1000 })
    await openSitting(page, app, aSitting())
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    for (const route of ['/new/team', '/r/sitting-1/setup', '/r/sitting-1/summary', '/print']) {
      await goTo(page, route)
      await page.locator('main h1').waitFor()
      await page.waitForTimeout(100)
      expect((await misfits(page)).sideways, route).toBe(0)
    }
  })
}

test('at 200 % text a phone shows every title and both links of the header', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  // Its title holds one of the longest words of the instruments.
  const rubric = structuredClone(shippedRubric('hub-environmental-relationships'))
  rubric.sections[0]!.name.text = 'Donaudampfschifffahrtsgesellschaft'
  const id = await openSitting(page, app, aSitting({ rubric, scope: undefined }))
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  for (const route of ['/', `/rubrics/show/${rubric.id}`, `/r/${id}/summary`, `/r/${id}/reflect`]) {
    await goTo(page, route)
    await page.locator('main h1').waitFor()
    await page.waitForTimeout(100)
    expect((await misfits(page)).sideways, route).toBe(0)
  }
})
