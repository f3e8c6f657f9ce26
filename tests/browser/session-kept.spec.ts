import type { Locator } from '@playwright/test'
import { expect, test } from './support/app.ts'
import { goStep, press, SESSION_MS, TABLET } from './support/session.ts'
import { aSitting, goTo, openSitting, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({
  serviceWorkers: 'block',
  allowed: [/registration blocked by Playwright/],
  viewport: { width: TABLET.width, height: TABLET.height },
})

const STEPS = ['Set up', 'Learn', 'Reflect', 'Share', 'Plan', 'Summary'] as const

/** Half a sentence in every kind of field of a session, and where it stands. */
const HALVES = [
  { step: 'Learn', label: 'In our own words', text: 'Ask bef', opened: undefined },
  { step: 'Share', label: 'Strategy', text: 'Tea at the', opened: /^Add a strategy/ },
  { step: 'Share', label: 'What could help: Managing turnover', text: 'A bud', opened: undefined },
  { step: 'Share', label: 'On track: what we see then', text: 'Teams bri', opened: undefined },
  { step: 'Plan', label: 'What will we do?', text: 'Ask every', opened: 'Write a next step' },
] as const

test('half a sentence anywhere in a session outlives a walk through all steps and a reload', async ({
  page,
  app,
}) => {
  test.setTimeout(SESSION_MS)
  const id = await openSitting(page, app, aSitting())
  const main = page.getByRole('main')
  for (const { step, label, text, opened } of HALVES) {
    await goStep(page, step)
    if (opened) await main.getByRole('button', { name: opened }).click()
    await main.getByLabel(label, { exact: true }).pressSequentially(text)
    // By the address, as "back" goes: the focus never leaves the field.
    for (const other of STEPS) await goTo(page, `/r/${id}/${other.toLowerCase().replace(' ', '')}`)
    await goStep(page, step)
    await expect.poll(() => wordsOn(main), { message: `${label}, after a walk` }).toContain(text)
  }
  await goStep(page, 'Plan')
  await untilSaved(page)
  await page.reload()
  for (const { step, label, text } of HALVES) {
    await goStep(page, step)
    await expect.poll(() => wordsOn(main), { message: `${label}, after a reload` }).toContain(text)
  }
  await press(page.getByRole('link', { name: 'Summary', exact: true }))
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible()
})

/** What stands on the page and in its fields. */
async function wordsOn(main: Locator): Promise<string> {
  const fields = main.locator('input, textarea')
  const typed = await fields.evaluateAll((all) =>
    all.map((one) =>
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.value : '',
    ),
  )
  return [await main.innerText(), ...typed].join('\n')
}
