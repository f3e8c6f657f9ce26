import { execFileSync } from 'node:child_process'
import type { Answer } from '#core/answer.ts'
import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const levels = aSitting().rubric.scales[0]?.levels.map(({ id }) => id) ?? []

/** Three people who agree on some methods and are far apart on others. */
function aFilledSitting(people = aSitting().people) {
  return aSitting({
    people,
    answer: (_, seat, place): Answer | undefined => {
      if (place > 7) return undefined
      if (place === 5) return { kind: 'setAside', reason: 'unknown' }
      const level = levels[(place + (place % 2) * seat * 2) % 4] ?? ''
      return { kind: 'level', level }
    },
    strategies: [
      {
        name: 'Weekly team note',
        how: 'A few lines a week from each team.',
        evidence: 'Nine of ten teams report every week.',
        evidenceKind: 'process',
        itemId: 'net.membership.monitor.3',
        credit: ['p-sam', 'p-mei'],
      },
    ],
  })
}

async function openSummary(
  page: Page,
  app: Parameters<typeof openSitting>[1],
  sitting = aFilledSitting(),
) {
  await openSitting(page, app, sitting)
  await goTo(page, '/r/sitting-1/summary')
  await page.getByRole('heading', { name: 'Where we placed ourselves' }).waitFor()
}

/** Presses the button and reads the PDF back as text. */
async function makePdf(page: Page) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Make the PDF' }).click()
  const download = await waiting
  const file = await download.path()
  const read = (...command: [string, ...string[]]) =>
    execFileSync(command[0], command.slice(1), { encoding: 'utf8' })
  return {
    name: download.suggestedFilename(),
    text: read('pdftotext', '-layout', file, '-'),
    facts: read('pdfinfo', file),
  }
}

test('the strips are a table to a screen reader, on a phone as on a laptop', async ({
  page,
  app,
}) => {
  await openSummary(page, app)
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    const row = page.getByRole('row', { name: /^1\.1 ?Build and monitor network membership/ })
    await expect(row.getByRole('rowheader')).toHaveCount(1)
    await expect(row.getByRole('cell')).toHaveCount(5)
    await expect(row.getByRole('cell').nth(1)).toContainText('OK')
    await expect(page.getByRole('columnheader', { name: /We're great at this/ })).toHaveCount(1)
  }
})

test('Ctrl+P opens our sheet; the PDF holds what the page shows', async ({ page, app }) => {
  await openSummary(page, app)
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('dialog', { name: 'Make the PDF' })).toBeVisible()
  await page.getByRole('radio', { name: /^Letter/ }).check()
  const pdf = await makePdf(page)
  expect(pdf.name).toMatch(/^Cedar.hub.*2026-11-20.*\.pdf$/)
  expect(pdf.text).toContain('Weekly team note')
  expect(pdf.text).toContain('Cedar hub')
  expect(pdf.facts).toMatch(/Page size: +612 x 792/)
  await expect(page.getByRole('dialog').getByText('The PDF is saved')).toBeVisible()
  await expect(page.getByRole('dialog')).toContainText(pdf.name)
  await expect(page.getByRole('dialog')).toContainText(/\d+ pages, \d+ kB/)
})

test('the paper is remembered, and a part left out is not in the file', async ({ page, app }) => {
  await openSummary(page, app)
  const open = () => page.getByRole('button', { name: 'Make the PDF' }).click()
  await open()
  await page.getByRole('radio', { name: /^A4/ }).check()
  const whole = await makePdf(page)
  expect(whole.facts).toMatch(/Page size: +59[45].* x 84[12]/)
  await page.getByRole('button', { name: 'Close' }).click()
  await page.reload()
  await open()
  await expect(page.getByRole('radio', { name: /^A4/ })).toBeChecked()
  await page.getByRole('checkbox', { name: /^Strategy catalog/ }).uncheck()
  await page.getByRole('checkbox', { name: /^Full rubric/ }).uncheck()
  const first = await makePdf(page)
  const pages = (facts: string) => Number(/Pages: +(\d+)/.exec(facts)?.[1])
  expect(pages(first.facts)).toBeLessThan(pages(whole.facts))
})

test('letters our typeface does not have are told before anything is saved', async ({
  page,
  app,
}) => {
  const people = [{ id: 'p-sam', initials: '李明', name: '李明' }]
  await openSummary(page, app, aFilledSitting(people))
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Some letters will be drawn as pictures')).toBeVisible()
  await expect(dialog.getByRole('listitem').first()).toContainText('李明')
})

test('two rubrics are chosen, each with its own sections, and both reach the summary and the PDF', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/new/team'))
  await page.getByLabel('Team', { exact: true }).fill('Cedar hub')
  await page.getByLabel('Add a person').fill('Sam Brown')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /^Build network culture/ }).check()
  await page.getByRole('button', { name: 'Add another rubric' }).click()
  await page.getByRole('checkbox', { name: /^Network life-cycle checklist/ }).check()
  await page.getByRole('button', { name: 'Done' }).click()
  const card = page.getByRole('article', { name: 'Network life-cycle checklist' })
  await expect(card.getByRole('heading')).toBeFocused()
  await card.getByRole('checkbox', { name: /^Sustain, spread, scale/ }).uncheck()
  await expect(page.getByText(/^2 rubrics, 4 sections, about \d+ minutes$/)).toBeVisible()
  await page.getByRole('button', { name: 'Start reflecting' }).click()
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Summary' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Network as an Organization/)
  const other = page.getByRole('link', { name: 'Network life-cycle checklist' })
  await other.click()
  await expect(page).toHaveURL(/\/summary\/life-cycle-checklist$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Network life-cycle checklist')
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  const { text } = await makePdf(page)
  expect(text).toContain('Build network culture')
  expect(text).toMatch(/Create a charter/)
  expect(text).not.toContain('Build membership and engagement')
})

test('a gap leads to its row, and Back to the summary', async ({ page, app }) => {
  await openSummary(page, app)
  const gap = page
    .getByRole('region', { name: /without a named strategy/ })
    .getByRole('link')
    .first()
  const number = await gap.textContent()
  await gap.click()
  await expect(page).toHaveURL(/\/reflect\/hub-network-organization\/net\.membership\//)
  await expect(page.getByRole('article').filter({ hasText: number ?? '' })).toBeInViewport()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Where we placed ourselves' })).toBeVisible()
})

for (const [width, height] of [
  [390, 844],
  [820, 1180],
  [1180, 820],
  [1366, 768],
] as const) {
  test(`twelve people with long initials fit at ${width} × ${height}`, async ({ page, app }) => {
    await page.setViewportSize({ width, height })
    const people = Array.from({ length: 12 }, (_, seat) => ({
      id: `p-${seat}`,
      initials: `WWW${String.fromCharCode(65 + seat)}`,
      name: `Person ${seat}`,
    }))
    await openSummary(page, app, aFilledSitting(people))
    const overflow = await page.evaluate(() => {
      const root = document.documentElement
      const boxes = [...document.querySelectorAll('[role=cell] > div')]
      const cut = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1)
      return { sideways: root.scrollWidth - root.clientWidth, cut: cut.length }
    })
    expect(overflow).toEqual({ sideways: 0, cut: 0 })
    const more = page.getByRole('button', { name: /^\+5 more people/ }).first()
    await more.click()
    await expect(page.getByRole('button', { name: /Show fewer/ }).first()).toBeVisible()
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a filled summary and its sheet in the ${colorScheme} theme`, async ({
    page,
    app,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await openSummary(page, app)
    expect(await findings(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Make the PDF' }).click()
    await makePdf(page)
    await page.getByText('The PDF is saved').waitFor()
    expect(await findings(page)).toEqual([])
  })
}

test('the browser’s own print is light, and without the buttons, whatever the theme', async ({
  page,
  app,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openSummary(page, app)
  const looks = () =>
    page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector('main h1') ?? document.body)
      return Number(/\d+/.exec(color)?.[0])
    })
  expect(await looks()).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  expect(await looks()).toBeLessThan(80)
  await expect(page.getByRole('button', { name: 'Make the PDF' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
})
