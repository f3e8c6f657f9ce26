import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, test, watch, type BrowserContext, type Page } from './support/app.ts'
import { untilOffline } from './support/pwa.ts'
import { box, expectMarks, rateOpenly, row, takeTurn, untilSaved } from './support/sitting.ts'

/** A browser with a disk of its own, which can be closed and opened again like one on a tablet. */
async function openBrowser(disk: string): Promise<BrowserContext> {
  const { launchOptions } = test.info().project.use
  const context = await chromium.launchPersistentContext(disk, {
    ...launchOptions,
    viewport: { width: 1180, height: 820 },
    acceptDownloads: true,
  })
  context.setDefaultTimeout(10_000)
  return context
}

async function withDisk(work: (disk: string) => Promise<void>): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'hub-reflect-'))
  try {
    await work(disk)
  } finally {
    rmSync(disk, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Presses a button that makes a PDF, waits for it on disk, and reads it back. */
async function pdfOf(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const file = await download.path()
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  return { name: download.suggestedFilename(), text: text.replace(/\s+/g, ' ') }
}

const PEOPLE = ['Sam Brown', 'Łukasz Šimić', '李明', 'Zoë Ångström', 'Ana-María Ruiz']
const INITIALS = ['SB', 'ŁŠ', '李明', 'ZÅ', 'AR']

test('a team rates, names strategies, prints, and finds everything again, without a network', async ({
  app,
}) => {
  await withDisk(async (disk) => {
    const first = await openBrowser(disk)
    const seen = watch(first, app)
    const page = first.pages()[0] ?? (await first.newPage())
    await page.goto(app.url)
    await untilOffline(page)
    await app.stop()

    await page.getByRole('link', { name: /^Run a workshop/ }).click()
    await page.getByRole('textbox', { name: 'Team' }).fill('Cedar hub')
    await page.getByRole('textbox', { name: /^Facilitator/ }).fill('Ana Ruiz')
    await page.getByRole('textbox', { name: 'Add a person' }).fill(PEOPLE.join(', '))
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    for (const [seat, name] of PEOPLE.entries()) {
      await expect(page.getByLabel(`Initials of ${name}`)).toHaveValue(INITIALS[seat] ?? '')
    }
    await page.getByRole('checkbox', { name: /^Build membership/ }).check()
    await page.getByRole('checkbox', { name: /^Support logistics/ }).check()
    await rateOpenly(page)
    await page.getByRole('button', { name: 'Start reflecting' }).click()

    for (const [seat, initials] of INITIALS.entries()) {
      await takeTurn(page, initials)
      await box(page, '1.1a', seat < 3 ? 4 : 1).check()
      await box(page, '1.2e', (seat % 4) + 1).check()
    }
    await expectMarks(page, '1.1a', ['ZÅ AR', '', '', 'SB ŁŠ 李明'])
    await takeTurn(page, 'ŁŠ')
    await row(page, '1.1a').getByText('Name a strategy you use').click()
    await page.keyboard.type('Tea at the doorway')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Newcomers are met by Łukasz, 李明 or Zoë.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Nine of ten newcomers come back.')
    await row(page, '1.1a').getByRole('button', { name: 'Done' }).click()
    await row(page, '1.1b').getByRole('button', { name: "We don't know" }).click()
    await page.getByRole('link', { name: /^Next: Support logistics/ }).click()
    await row(page, '4.1a').locator('label[data-level="3"]').click()
    await row(page, '4.2c')
      .getByRole('button', { name: /^Not our job/ })
      .click()
    await untilSaved(page)

    await page.getByRole('link', { name: 'Summary', exact: true }).click()
    const main = page.getByRole('main')
    await expect(main).toContainText('Tea at the doorway')
    await expect(main).toContainText('Nine of ten newcomers come back.')
    await page.getByRole('button', { name: 'Make the PDF' }).click()
    const sheet = page.getByRole('dialog')
    const pdf = await pdfOf(page, () => sheet.getByRole('button', { name: 'Make the PDF' }).click())
    expect(pdf.name).toMatch(/Cedar hub.*\.pdf$/)
    for (const words of [
      'Cedar hub',
      'ŁŠ',
      'ZÅ',
      'Łukasz Šimić',
      'Tea at the doorway',
      'Nine of ten newcomers come back.',
      'Write a membership guide',
      '1.1a',
      '4.2c',
    ]) {
      expect(pdf.text).toContain(words)
    }
    await sheet.getByRole('button', { name: 'Close' }).click()

    await page.getByRole('link', { name: 'Reflect', exact: true }).click()
    await takeTurn(page, 'ZÅ')
    await box(page, '4.2d', 2).check()
    await untilSaved(page)
    await first.close()
    expect(seen.faults).toEqual([])

    const second = await openBrowser(disk)
    const again = second.pages()[0] ?? (await second.newPage())
    const seenAgain = watch(second, app)
    await again.goto(app.url)
    await again.getByRole('link', { name: /Cedar hub/ }).click()
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('Support logistics')
    await expect(row(again, '4.2d')).toBeInViewport()
    await expect(again.getByRole('radio', { name: /^ZÅ/ })).toBeChecked()
    await expect(box(again, '4.2d', 2)).toBeChecked()
    await again.getByRole('link', { name: /^Back: Build membership/ }).click()
    await expectMarks(again, '1.1a', ['ZÅ AR', '', '', 'SB ŁŠ 李明'])
    await expect(row(again, '1.1a')).toContainText('Newcomers are met by Łukasz, 李明 or Zoë.')
    await expect(row(again, '1.1b').getByRole('button', { name: /^We don't know/ })).toContainText(
      'ŁŠ',
    )

    await again.goto(app.at('/'))
    await again.getByRole('link', { name: /^Print blank rubrics/ }).click()
    const blank = await pdfOf(again, () =>
      again.getByRole('button', { name: 'Make the PDF' }).click(),
    )
    for (const words of ['1.1a', '4.2e', 'We really need', 'Write a membership guide']) {
      expect(blank.text).toContain(words)
    }
    await second.close()
    expect(seenAgain.faults).toEqual([])
  })
})

test('one leader does the same alone, in two quarters of an hour', async ({ app }) => {
  await withDisk(async (disk) => {
    const first = await openBrowser(disk)
    const page = first.pages()[0] ?? (await first.newPage())
    await page.setViewportSize({ width: 820, height: 1180 })
    await page.goto(app.url)
    await untilOffline(page)
    await app.stop()
    await page.getByRole('link', { name: /^Reflect on my own/ }).click()
    await page.getByRole('textbox', { name: 'Your name' }).fill('Łukasz Šimić')
    await page.getByRole('checkbox', { name: /^Build network culture/ }).check()
    await page.getByRole('button', { name: 'Start reflecting' }).click()
    await expect(page.getByText('You have marked 0 of 16 here')).toBeVisible()
    await expect(page.getByText('Whose turn is it?')).toHaveCount(0)
    await box(page, '3.1a', 4).check()
    await row(page, '3.1a').getByText('Name a strategy you use').click()
    await page.keyboard.type('Walk the floor')
    await row(page, '3.1a').getByLabel('How I know it works').fill('People ask me along.')
    await box(page, '3.4c', 1).check()
    await untilSaved(page)
    await first.close()

    const second = await openBrowser(disk)
    const again = second.pages()[0] ?? (await second.newPage())
    const seen = watch(second, app)
    await again.goto(app.url)
    await again.getByRole('link', { name: /Łukasz Šimić/ }).click()
    await expect(row(again, '3.4c')).toBeInViewport()
    await expect(box(again, '3.4c', 1)).toBeChecked()
    await expect(row(again, '3.1a')).toContainText('Walk the floor')
    await again.getByRole('link', { name: 'Summary', exact: true }).click()
    await expect(again.getByRole('main')).toContainText('People ask me along.')
    await expect(again.getByRole('heading', { name: 'Where I placed myself' })).toBeVisible()
    await again.getByRole('button', { name: 'Make the PDF' }).click()
    const sheet = again.getByRole('dialog')
    const pdf = await pdfOf(again, () =>
      sheet.getByRole('button', { name: 'Make the PDF' }).click(),
    )
    expect(pdf.name).not.toContain('Łukasz')
    expect(pdf.text).toContain('Łukasz Šimić')
    expect(pdf.text).toContain('Walk the floor')
    expect(pdf.text).toContain('What I do well, by name')
    await second.close()
    expect(seen.faults).toEqual([])
  })
})
