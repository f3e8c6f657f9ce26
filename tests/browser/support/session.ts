import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, test, type Locator } from '@playwright/test'
import { expect, watch, type AppServer, type Page, type Watch } from './app.ts'
import { untilOffline } from './pwa.ts'
import { row, untilSaved } from './sitting.ts'

/** Five people round one tablet, in the order in which it is passed. */
export const PEOPLE = [
  'Sam Brown',
  'Łukasz Šimić',
  '李明',
  'Zoë Ångström',
  'Ana-María Ruiz',
] as const

/** The initials the app suggests for them. */
export const INITIALS = ['SB', 'ŁŠ', '李明', 'ZÅ', 'AR'] as const

/** A whole session on a machine that has other things to do. */
export const SESSION_MS = 180_000

/** Who of them can be read from paper by a machine: other letters are drawn there as pictures. */
export const READABLE = [...PEOPLE, ...INITIALS].filter((name) => name !== '李明')

export const TABLET = { width: 820, height: 1180, touch: true } as const
export const LAPTOP = { width: 1366, height: 768, touch: false } as const

/** A browser on a disk that outlives it, as on somebody's tablet. */
export interface Device {
  readonly page: Page
  readonly seen: Watch
  /** Closes the browser; the disk stays. */
  close(): Promise<void>
}

interface Screen {
  readonly width: number
  readonly height: number
  readonly touch: boolean
}

/** Devices that are worked with fingers alone. */
const touched = new WeakSet<ReturnType<Page['context']>>()

/** Gives a disk to a browser, and takes it away at the end. */
export async function withDisk(work: (disk: string) => Promise<void>): Promise<void> {
  const disk = mkdtempSync(join(tmpdir(), 'hub-reflect-'))
  try {
    await work(disk)
  } finally {
    rmSync(disk, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Opens the app at Home, in a browser on a disk. */
export async function openDevice(
  app: AppServer,
  disk: string,
  { width, height, touch }: Screen = TABLET,
): Promise<Device> {
  const { launchOptions } = test.info().project.use
  const context = await chromium.launchPersistentContext(disk, {
    ...launchOptions,
    viewport: { width, height },
    hasTouch: touch,
    acceptDownloads: true,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(10_000)
  if (touch) touched.add(context)
  const seen = watch(context, app)
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(app.url)
  return { page, seen, close: () => context.close() }
}

/** Opens the app once, waits until all of it is on the disk, and cuts the wire for good. */
export async function openOffline(
  app: AppServer,
  disk: string,
  screen: Screen = TABLET,
): Promise<Device> {
  const device = await openDevice(app, disk, screen)
  await untilOffline(device.page)
  await app.stop()
  return device
}

/** A tap on a tablet, a click on a laptop. */
export async function press(target: Locator): Promise<void> {
  await (touched.has(target.page().context()) ? target.tap() : target.click())
}

/** Goes to a step by the rail, from wherever one is. */
export async function goStep(page: Page, step: string): Promise<void> {
  const rail = page.getByRole('navigation', { name: 'Steps of this reflection' })
  await press(rail.getByRole('link', { name: step, exact: true }))
  await page.waitForURL(new RegExp(`/${step.toLowerCase().replace(' ', '')}(/|$)`))
}

/** Goes to a section of the rubric by its tab. */
export async function goSection(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('navigation', { name: 'Sections' })
  await press(tabs.getByRole('link', { name: new RegExp(name) }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** Set up of a workshop, from Home to the step it begins with: Learn, where the plan has time for it. */
export async function setUpTeam(
  page: Page,
  { way, plan, sections }: { way?: string; plan: string; sections: readonly string[] },
): Promise<void> {
  await press(page.getByRole('link', { name: /^Run a workshop/ }))
  await page.getByRole('textbox', { name: 'Team' }).fill('Cedar hub')
  await page.getByRole('textbox', { name: /^Facilitator/ }).fill('Nadia Okafor')
  await page.getByRole('textbox', { name: 'Add a person' }).fill(PEOPLE.join(', '))
  await press(page.getByRole('button', { name: 'Add', exact: true }))
  for (const [seat, name] of PEOPLE.entries()) {
    await expect(page.getByLabel(`Initials of ${name}`)).toHaveValue(INITIALS[seat] ?? '')
  }
  await choose(page, sections)
  if (way === undefined) {
    await expect(page.getByRole('radio', { name: /^Private, then reveal/ })).toBeChecked()
  } else {
    await press(page.getByRole('radio', { name: new RegExp(`^${way}`) }))
  }
  await page.getByLabel('Length of the session').selectOption({ label: plan })
  const hasLearn = plan !== '45 minutes'
  const start = hasLearn ? 'Start the session' : 'Start reflecting'
  await press(page.getByRole('button', { name: start }))
  await page.waitForURL(hasLearn ? /#\/r\/[^/]+\/learn/ : /#\/r\/[^/]+\/reflect/)
}

/** Ticks sections of the rubric that a new reflection begins with. */
export async function choose(page: Page, sections: readonly string[]): Promise<void> {
  for (const section of sections) {
    await press(page.getByRole('checkbox', { name: new RegExp(`^${section}`) }))
  }
}

/** Puts the initials of whoever has the turn into a box, as a finger does. */
export async function mark(page: Page, number: string, level: number): Promise<void> {
  const target = row(page, number).locator(`label[data-level="${level}"]`)
  await press(target)
  await expect(target.getByRole('radio')).toBeChecked()
}

/** Takes the tablet in a private round. */
export async function begin(page: Page, initials: string): Promise<void> {
  await press(page.getByRole('button', { name: new RegExp(`^${initials}(\\s|$)`) }))
  await expect(page.getByRole('heading', { name: `${initials}: it is your turn` })).toBeVisible()
  await settled(page)
  await press(page.getByRole('button', { name: 'Begin' }))
  await settled(page)
}

/** Hands the tablet to the next in a private round. */
export async function passOn(page: Page): Promise<void> {
  await press(page.getByRole('button', { name: 'Done, pass it on' }).first())
  await expect(page.getByRole('heading', { name: 'Pass the tablet around' })).toBeVisible()
  await settled(page)
}

/** Waits out the moment in which a page that has just come takes no taps. */
async function settled(page: Page): Promise<void> {
  await page.locator('[data-settling="false"]').first().waitFor()
}

/** Words of a strategy, as people write it into the form that is open. */
export interface Written {
  readonly name: string
  readonly evidence?: string
  readonly kind?: string
}

/** Fills in the strategy form that is open within a part of the page, and folds it away. */
export async function writeStrategy(part: Locator, { name, evidence, kind }: Written) {
  await part.getByLabel('Strategy', { exact: true }).fill(name)
  if (evidence) await part.getByLabel(/^How (we|I) know it works/).fill(evidence)
  if (kind) await part.getByLabel('Kind of evidence').selectOption({ label: kind })
  await press(part.getByRole('button', { name: 'Done', exact: true }))
}

/** Names a strategy at a method, from the quiet line under a strong mark. */
export async function nameStrategy(page: Page, number: string, written: Written): Promise<void> {
  const here = row(page, number)
  await press(here.getByRole('button', { name: /^Name a(nother| strategy)/ }))
  await writeStrategy(here, written)
}

export interface Paper {
  /** The name of the file, as it is offered to be saved. */
  readonly name: string
  /** All its words, one space between them. */
  readonly text: string
  /** What it says of itself: title, author, subject. */
  readonly about: string
  /** The names of the files inside it. */
  readonly attached: string
  /** How many pictures it has: names in letters that the typeface has not. */
  readonly pictures: number
}

/** Makes the PDF on Summary, waits for it on the disk, and reads it back. */
export async function makePdf(page: Page, preset?: string): Promise<Paper> {
  await press(page.getByRole('button', { name: 'Make the PDF' }))
  const sheet = page.getByRole('dialog')
  if (preset) await press(sheet.getByRole('radio', { name: new RegExp(`^${preset}`) }))
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 20_000 }),
    press(sheet.getByRole('button', { name: 'Make the PDF' })),
  ])
  const file = await download.path()
  const read = (tool: string, args: readonly string[]) =>
    execFileSync(tool, [...args], { encoding: 'utf8' })
  const paper = {
    name: download.suggestedFilename(),
    text: read('pdftotext', ['-layout', file, '-']).replace(/\s+/g, ' '),
    about: read('pdfinfo', ['-meta', file]) + read('pdfinfo', [file]),
    attached: read('pdfdetach', ['-list', file]),
    // Below two lines of headings.
    pictures: read('pdfimages', ['-list', file]).trim().split('\n').length - 2,
  }
  await press(sheet.getByRole('button', { name: 'Close' }))
  return paper
}

/** Which of the words stand in a text as words of their own, and not inside others. */
export function wordsIn(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(text),
  )
}

/** Writes a next step on Plan with what, who, by when and the first sign. */
export async function writeStep(
  page: Page,
  step: { what: string; who?: readonly string[]; by: string; sign: string },
): Promise<void> {
  await page.getByLabel(/^What will (we|I) do\?/).fill(step.what)
  for (const initials of step.who ?? []) {
    const people = page.getByRole('group', { name: 'People of this sitting' })
    await press(people.getByRole('button', { name: new RegExp(`^${initials}`) }))
  }
  await press(page.getByRole('button', { name: step.by, exact: true }))
  await page.getByLabel(/^The first sign that it works/).fill(step.sign)
  await press(page.getByRole('button', { name: 'Done', exact: true }))
  await untilSaved(page)
}
