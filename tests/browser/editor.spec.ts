import { readRubric } from '../../scripts/rubrics.mjs'
import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { goTo } from './support/sitting.ts'

/** The editor, on a rubric begun from nothing. */
async function begin(page: Page, url: string) {
  await page.goto(url)
  await page.getByRole('button', { name: 'Write your own' }).click()
  await page.getByRole('heading', { level: 2, name: 'About this rubric' }).waitFor()
}

/** The editor, on a copy of Domain 2. */
async function beginCopy(page: Page, url: string) {
  await page.goto(url)
  await page.getByRole('button', { name: 'Start from a copy' }).click()
  await page.getByRole('heading', { level: 2, name: 'About this rubric' }).waitFor()
}

async function part(page: Page, name: string | RegExp) {
  await page
    .getByRole('navigation', { name: 'Parts of the rubric' })
    .getByRole('button', { name })
    .first()
    .click()
}

const wording = (page: Page) => page.getByLabel('The wording')

test('A small rubric is written from nothing, kept, and rated', async ({ page, app }) => {
  await begin(page, app.at('/rubrics'))
  await page.getByLabel('Title', { exact: true }).fill('Running team meetings')
  await page.getByLabel('Short title').fill('Team meetings')
  await page.getByLabel('Goal').fill('Use the little time teams have so that they learn from it.')
  await part(page, /^1/)
  await page.getByLabel('Name of the section').fill('Use the time well')
  await page.getByRole('button', { name: 'Edit Skill 1.1' }).click()
  await page.getByLabel('Name of the skill').fill('Plan the meeting')
  await page.getByRole('button', { name: 'Done with skill 1.1' }).click()
  await page.getByRole('button', { name: 'Edit Statement 1.1a' }).click()
  await expect(wording(page)).toBeFocused()
  await wording(page).fill('Send the agenda two days before.')
  await expect(page.getByText('1 line of 5 in the printed row')).toBeVisible()
  await page.getByRole('button', { name: 'Done with Statement 1.1a' }).click()
  await page.getByRole('button', { name: 'Add a statement' }).click()
  await expect(wording(page)).toBeFocused()
  await page.keyboard.type('End with one agreed next step.')
  await page.getByRole('button', { name: 'Ready to use' }).click()
  await page.getByRole('button', { name: 'Keep on this device' }).click()
  await expect(page.getByText('Version 1.0.0 is kept on this device')).toBeVisible()

  await goTo(page, '/new/alone')
  await page.getByLabel('Your name').fill('Sam Brown')
  await page.getByRole('button', { name: /^Take out/ }).click()
  await page.getByRole('button', { name: 'Add a rubric' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/^Running team meetings/)
    .check()
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Start reflecting' }).click()
  const row = page.getByRole('article').filter({ hasText: 'End with one agreed next step.' })
  await row.getByRole('radio', { name: 'We’re great at this' }).check()
  await expect(page.locator('header [data-state="saved"]')).toBeVisible()
})

test('A copy of Domain 2 is reworded, a line is retired, and the file is one of rubrics/', async ({
  page,
  app,
}, info) => {
  await beginCopy(page, app.at('/rubrics/show/hub-network-organization'))
  await page.getByLabel('Short title').fill('Our network')
  await part(page, /^1/)
  await page.getByRole('button', { name: 'Edit Method 1.1a' }).click()
  await wording(page).fill('Write a guide to who should be a member.')
  await page.getByRole('button', { name: 'Done with Method 1.1a' }).click()
  await page.getByRole('button', { name: 'Edit Method 1.1b' }).click()
  await page.getByRole('button', { name: 'Retire Method 1.1b' }).click()
  await page
    .getByLabel('What takes its place')
    .selectOption({ label: '1.1a Write a guide to who should be a member.' })
  await page.getByRole('button', { name: 'Ready to use' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export as a file' }).click(),
  ])
  const file = info.outputPath('our-network.json')
  expect(download.suggestedFilename()).toBe('our-network.json')
  await download.saveAs(file)
  const read = await readRubric(file)
  expect(read.faults).toEqual([])
  expect(read.header).toMatchObject({ id: 'our-network', shortTitle: 'Our network' })
})

test('A closed page comes back to the letter, with what was typed last', async ({ page, app }) => {
  await begin(page, app.at('/rubrics'))
  await page.getByLabel('Title', { exact: true }).pressSequentially('Half a tit')
  await page.reload()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Half a tit')
})

test('The printed page is made from the draft', async ({ page, app }) => {
  await beginCopy(page, app.at('/rubrics/show/hub-network-organization'))
  await page.getByRole('button', { name: 'Ready to use' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'See the printed page' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
})

test('The keyboard alone opens, writes, moves and leaves a line', async ({ page, app }) => {
  await beginCopy(page, app.at('/rubrics/show/hub-network-organization'))
  await part(page, /^1/)
  await page.getByRole('button', { name: 'Edit Method 1.1a' }).press('Enter')
  await expect(wording(page)).toBeFocused()
  await page.keyboard.type('Meet early. ')
  const down = page.getByRole('button', { name: 'Move down: Method 1.1a' })
  await down.focus()
  const before = await down.boundingBox()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').first()).toHaveText('Method 1.1a is now 2 of 4')
  await expect(down).toBeFocused()
  const after = await down.boundingBox()
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)
  await page.getByRole('button', { name: 'Done with Method 1.1a' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Edit Method 1.1a' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Meet early.')).toHaveCount(0)
})

const KINDS = ['rating', 'choice', 'status', 'text', 'table', 'placement']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, viewport: { width: 1180, height: 820 }, reducedMotion: 'reduce' })

    test('axe finds nothing in any part, with a line of every kind open', async ({ page, app }) => {
      test.slow()
      await begin(page, app.at('/rubrics'))
      const look = async (where: string) => expect.soft(await findings(page), where).toEqual([])
      await look('head')
      await part(page, 'Sources')
      await page.getByRole('button', { name: 'Add a source' }).click()
      await look('sources')
      await part(page, 'Boxes')
      await look('boxes')
      await part(page, /^1/)
      await page.getByRole('button', { name: 'Edit Skill 1.1' }).click()
      for (const [index, kind] of KINDS.entries()) {
        const number = `1.1${'abcdef'[index]}`
        if (index > 0) await page.getByRole('button', { name: 'Add a statement' }).click()
        else await page.getByRole('button', { name: `Edit Statement ${number}` }).click()
        const card = page.getByRole('group', { name: `Statement ${number}` })
        await card.getByLabel('How it is answered').selectOption(kind)
        if (kind === 'table') {
          await card.getByRole('button', { name: 'Add a row' }).click()
          await card.getByRole('button', { name: 'Edit Column 1' }).click()
        }
        if (kind === 'placement') {
          await card.getByRole('button', { name: 'Edit zone A' }).click()
          await card.getByLabel('Questions help to find the zone').check()
          await card.getByRole('button', { name: 'Add a question' }).click()
        }
      }
      for (const add of ['Add a challenge', 'Add a strategy', 'Add a paragraph']) {
        await page.getByRole('button', { name: add }).click()
      }
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '')
      })
      await look('section')
      await page.getByRole('button', { name: /^Check: \d+ to do$/ }).click()
      await look('check')
    })
  })
}
