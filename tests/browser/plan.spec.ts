import { fieldEdits } from '#core/reflection.ts'
import { expect, test, type AppServer, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const levels = aSitting().rubric.scales[0]?.levels.map(({ id }) => id) ?? []

/** A sitting with something of everything Plan shows, and the one before it. */
function sittings() {
  const marked = (shift: number) => (_: unknown, seat: number, place: number) =>
    place < 6 ? ({ kind: 'level', level: levels[(seat + shift) % 4] ?? '' } as const) : undefined
  return [
    aSitting({
      answer: marked(1),
      more: [
        ...fieldEdits('reflection', 'sitting-1', { after: 'sitting-0' }),
        ...fieldEdits('nextStep', 'c1', {
          what: 'Draft the welcome note',
          who: 'SB',
          by: '2026-09-01',
          order: 1,
          carried: 'sitting-0',
        }),
        ...fieldEdits('nextStep', 's1', {
          what: 'Visit two sites',
          who: 'ML',
          by: 'our next meeting',
          sign: 'They report again',
          order: 2,
        }),
        ...fieldEdits('growthEdge', 'g1', {
          rubricId: aSitting().rubric.id,
          skillId: 'net.membership.monitor',
          borrowed: 'Buddy system (from OK)',
          order: 1,
        }),
      ],
    }),
    aSitting({ id: 'sitting-0', date: '2026-06-03', answer: marked(0) }),
  ] as const
}

async function openPlan(page: Page, app: AppServer) {
  await openSitting(page, app, ...sittings())
  await goTo(page, '/r/sitting-1/plan')
  await page.getByRole('heading', { name: 'Plan', level: 1 }).waitFor()
}

const what = (page: Page) => page.getByRole('textbox', { name: 'What will we do?' })

test('a reload keeps a half-typed step', async ({ page, app }) => {
  await openPlan(page, app)
  await page.getByRole('button', { name: 'Write another' }).click()
  await page.keyboard.type('Ask each coach what to')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Ask each coach what to' })).toBeVisible()
  await page.getByRole('button', { name: 'Edit: Ask each coach what to' }).click()
  await expect(what(page)).toHaveValue('Ask each coach what to')
})

test('a step is written, moved, removed and brought back with the keyboard alone', async ({
  page,
  app,
}) => {
  await openPlan(page, app)
  const { keyboard } = page
  await page.getByRole('button', { name: 'Write another' }).focus()
  await keyboard.press('Enter')
  await expect(what(page)).toBeFocused()
  await keyboard.type('Call one coach')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Who looks after it?' })).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'SB Sam Brown' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.getByRole('textbox', { name: 'Who looks after it?' }).focus()
  // Enter in a line of text is "Done".
  await keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: 'Call one coach' })
  await expect(heading).toBeFocused()
  await page.getByRole('button', { name: 'Move up: Call one coach' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Move up: Call one coach' })).toBeFocused()
  await expect(page.getByRole('listitem').getByRole('heading', { level: 3 })).toHaveText([
    'Draft the welcome note',
    'Call one coach',
    'Visit two sites',
  ])
  await page.getByRole('button', { name: 'Remove: Call one coach' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).last()).toBeFocused()
  await keyboard.press('Enter')
  await expect(heading).toBeFocused()
  await untilSaved(page)
})

test('nothing moves under a finger that taps a chip while words are being typed', async ({
  page,
  app,
}) => {
  await openPlan(page, app)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Write another' }).click()
  const chip = page.getByRole('button', { name: 'ML Mei Lin' })
  await chip.scrollIntoViewIfNeeded()
  const before = await chip.boundingBox()
  await what(page).blur()
  expect(await chip.boundingBox()).toEqual(before)
  await chip.click()
  expect(await chip.boundingBox()).toEqual(before)
  await expect(page.getByRole('textbox', { name: 'Who looks after it?' })).toHaveValue('ML')
})

test('what was open last time and what was borrowed reach the summary as next steps', async ({
  page,
  app,
}) => {
  await openPlan(page, app)
  await page.getByRole('button', { name: 'Keep for now: Draft the welcome note' }).click()
  await page.getByRole('button', { name: 'Make it a next step: Buddy system (from OK)' }).click()
  await expect(what(page)).toHaveValue('Buddy system')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await page.getByRole('link', { name: 'Go to the summary' }).click()
  for (const step of ['Draft the welcome note', 'Visit two sites', 'Buddy system']) {
    await expect(page.getByRole('heading', { name: step, exact: true })).toBeVisible()
  }
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on Plan and beside an earlier sitting, ${theme}`, async ({
    page,
    app,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    await openPlan(page, app)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Edit: Visit two sites' }).click()
    await page.getByText('A few questions about this tool').click()
    await expect(page.getByRole('textbox', { name: /helped you most/ })).toBeVisible()
    expect(await findings(page)).toEqual([])
    await goTo(page, '/r/sitting-1/summary')
    await page.getByRole('button', { name: 'Compare with an earlier sitting' }).click()
    await page.getByRole('heading', { name: 'Compared with June 3, 2026' }).waitFor()
    await page.getByRole('checkbox', { name: 'Only people who were in both' }).check()
    await page.getByText(/^Not compared/).click()
    expect(await findings(page)).toEqual([])
  })
}

test('then and now are rows of one table, on a phone as on a laptop, and nothing scrolls sideways', async ({
  page,
  app,
}) => {
  await openPlan(page, app)
  await goTo(page, '/r/sitting-1/summary')
  await page.getByRole('button', { name: 'Compare with an earlier sitting' }).click()
  await page.getByRole('heading', { name: 'Compared with June 3, 2026' }).waitFor()
  const part = page.getByRole('region', { name: 'An earlier sitting beside this one' })
  for (const width of [390, 820, 1366]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(part.getByRole('row', { name: /^Now/ })).toHaveCount(6)
    await expect(part.getByRole('row', { name: /^Now/ }).first().getByRole('cell')).toHaveText([
      /Nobody$/,
      /SB/,
      /ML/,
      /OK/,
    ])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})
