import { expect, test, type Page } from '@playwright/test'
import { foldChanges } from '#core/fold.ts'
import { startServer, type AppServer } from './support/app.ts'
import { newProfile, startBrowser, type KillableBrowser } from './support/killable.ts'
import { rawChanges } from './support/rawChanges.ts'
import { aSitting, openSitting } from './support/sitting.ts'

/** Kills in each of the two tests; more for a long soak. */
const KILLS = Number(process.env['KILLS'] ?? 7)
const LONGEST_LIFE_MS = 900

test.describe.configure({ mode: 'parallel' })

/** What a robot in the page tells while it works: what it is about to do, and what was called saved. */
type Report =
  | { readonly kind: 'act'; readonly act: number; readonly item: string; readonly level: string }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'saved'; readonly act: number; readonly text: string }

interface Round {
  readonly reports: { readonly report: Report; readonly at: number }[]
  readonly killedAt: number
}

test('no mark that was called saved is ever lost to a kill', async () => {
  const testInfo = test.info()
  test.setTimeout(60_000 + KILLS * 20_000)
  const acts = new Map<string, { act: number; level: string; saved: boolean }[]>()
  const figures = { kills: 0, acts: 0, saved: 0, lost: 0, restarts: [] as number[] }
  await rounds(executableOf(testInfo), rate, {
    async played({ reports }) {
      // What an earlier round had not been told is saved may rightly be gone.
      const open = new Map<number, { saved: boolean }>()
      for (const { report } of reports) {
        if (report.kind === 'act') {
          const entry = { act: report.act, level: report.level, saved: false }
          open.set(report.act, entry)
          acts.set(report.item, [...(acts.get(report.item) ?? []), entry])
          figures.acts += 1
        } else if (report.kind === 'saved') {
          for (const [act, entry] of open) if (act <= report.act) entry.saved = true
        }
      }
      figures.kills += 1
    },
    async checked(page, restartMs) {
      figures.restarts.push(restartMs)
      const changes = await rawChanges(page)
      const fold = foldChanges(changes)
      expect(fold.size, 'nothing was damaged or doubled').toBe(changes.length)
      let saved = 0
      for (const [item, list] of acts) {
        const record = fold.record('response', `p-sam/${RUBRIC}/${item}`)
        const heads = record?.fields.get('answer')?.heads ?? []
        expect(heads.length, 'one answer in one place').toBeLessThanOrEqual(1)
        // What shows is the last act that was called saved, or one that came after it.
        const last = list.findLastIndex((entry) => entry.saved)
        const allowed = list.slice(Math.max(0, last)).map(({ level }) => level)
        if (last < 0) allowed.push('none')
        const shown = levelOf(heads[0]?.value)
        if (!allowed.includes(shown)) figures.lost += 1
        expect(allowed, `${item} shows what was called saved`).toContain(shown)
        // And each saved act is there as a change, not only the last.
        const stored = changes.filter((change) => change.record.endsWith(`/${item}`)).length
        const count = list.filter((entry) => entry.saved).length
        expect(stored, `${item} has every saved act`).toBeGreaterThanOrEqual(count)
        expect(stored, `${item} has no act twice`).toBeLessThanOrEqual(list.length)
        saved += count
      }
      figures.saved = saved
    },
  })
  expect(figures.saved, 'the robot did its work').toBeGreaterThan(KILLS)
  print(testInfo, figures)
})

test('nothing typed that was called saved is ever lost to a kill, and hardly a letter more', async () => {
  const testInfo = test.info()
  test.setTimeout(60_000 + KILLS * 20_000)
  const saved = new Set<string>()
  const figures = {
    kills: 0,
    letters: 0,
    saved: 0,
    lost: 0,
    /** The oldest letter that was missing after a restart: how long before the kill it was typed. */
    worstMs: 0,
    restarts: [] as number[],
  }
  let round: Round | undefined
  await rounds(executableOf(testInfo), typeOn, {
    async played(played) {
      round = played
      for (const { report } of played.reports) {
        if (report.kind === 'typed') figures.letters += 1
        if (report.kind === 'saved' && report.text !== '') saved.add(report.text)
      }
      figures.kills += 1
      figures.saved = saved.size
    },
    async checked(page, restartMs) {
      figures.restarts.push(restartMs)
      const changes = await rawChanges(page)
      const texts = changes
        .filter(({ kind, field }) => kind === 'strategy' && field === 'evidence')
        .flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
      for (const text of saved) {
        const isThere = texts.some((stored) => stored.startsWith(text))
        if (!isThere) figures.lost += 1
        expect(isThere, `"${text}" is there`).toBe(true)
      }
      figures.worstMs = Math.max(figures.worstMs, missingFor(round, texts))
    },
  })
  expect(figures.saved, 'the robot did its work').toBeGreaterThan(KILLS / 2)
  // 300 ms is the promise on a quiet machine; this one runs other tests beside it.
  expect(figures.worstMs).toBeLessThan(2500)
  print(testInfo, figures)
})

const RUBRIC = 'hub-network-organization'

function levelOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'level' in value
    ? String(value.level)
    : 'none'
}

/** How long before the kill the oldest letter was typed that is not on disk, in milliseconds. */
function missingFor(round: Round | undefined, texts: readonly string[]): number {
  const typed = (round?.reports ?? []).flatMap(({ report, at }) =>
    report.kind === 'typed' ? [{ text: report.text, at }] : [],
  )
  const first = typed.find(({ text }) => !texts.some((stored) => stored.startsWith(text)))
  return first && round ? round.killedAt - first.at : 0
}

/** Starts, lets the robot work, kills, starts again and checks: over and over on one profile. */
async function rounds(
  executable: string | undefined,
  robot: (input: { round: number; before: number }) => Promise<void>,
  check: {
    played(round: Round): Promise<void>
    checked(page: Page, restartMs: number): Promise<void>
  },
): Promise<void> {
  const app = await startServer()
  const profile = newProfile()
  let browser: KillableBrowser | undefined
  try {
    browser = await startBrowser(profile.path, executable)
    await openSitting(browser.page, app, aSitting({ scope: undefined }))
    let before = 0
    for (let round = 0; round < KILLS; round += 1) {
      const played = await play(browser, robot, { round, before })
      before += played.reports.length
      await check.played(played)
      browser = await startBrowser(profile.path, executable)
      const restartMs = await reopen(browser.page, app)
      await check.checked(browser.page, restartMs)
    }
  } finally {
    await browser?.kill()
    profile.remove()
    await app.stop()
  }
}

/** Opens the reflection after a kill: never a recovery screen, never a welcome. */
async function reopen(page: Page, app: AppServer): Promise<number> {
  const start = Date.now()
  await page.goto(app.at('/r/sitting-1/reflect'))
  await expect(page.locator('article[data-kind="rating"]').first()).toBeVisible()
  await expect(page.locator('header [data-state="saved"]')).toBeVisible()
  return Date.now() - start
}

/** Lets the robot work until a moment of chance after it was first told "saved". */
async function play(
  { page, context, kill }: KillableBrowser,
  robot: (input: { round: number; before: number }) => Promise<void>,
  input: { round: number; before: number },
): Promise<Round> {
  const reports: Round['reports'] = []
  let tellSaved = (): void => undefined
  const firstSaved = new Promise<void>((resolve) => {
    tellSaved = resolve
  })
  await context.exposeFunction('tellTest', (report: Report) => {
    reports.push({ report, at: Date.now() })
    if (report.kind === 'saved') tellSaved()
  })
  page.evaluate(robot, input).catch(() => undefined) // it ends with its browser
  await firstSaved
  await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS))
  const killedAt = Date.now()
  const count = await kill()
  expect(count, 'a browser is many processes').toBeGreaterThan(2)
  return { reports: [...reports], killedAt }
}

/** Runs in the page: places and takes back marks, as fast as the header says "saved". */
async function rate({ before }: { round: number; before: number }): Promise<void> {
  // Safe: `play` put it there.
  const { tellTest } = window as unknown as { tellTest(report: unknown): Promise<void> }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const state = () => document.querySelector('header [data-state]')?.getAttribute('data-state')
  const levels = ['need', 'better', 'good', 'great']
  for (let act = before + 1; ; act += 1) {
    const inputs = [...document.querySelectorAll<HTMLInputElement>('label[data-level] input')]
    const input = inputs[Math.floor(Math.random() * inputs.length)]!
    const item = input.closest('article')!.id.replace('item-', '')
    const place = Number(input.closest('label')!.dataset['level']) - 1
    const level = input.checked ? 'none' : (levels[place] ?? '')
    await tellTest({ kind: 'act', act, item, level })
    input.click()
    // One act in four is not waited for: a kill may come while several are on their way.
    if (act % 4 === 0) continue
    do await frame()
    while (state() !== 'saved')
    void tellTest({ kind: 'saved', act, text: '' })
  }
}

/** Runs in the page: names a strategy for one more item and types its evidence without end. */
async function typeOn({ round }: { round: number; before: number }): Promise<void> {
  // Safe: `play` put it there.
  const { tellTest } = window as unknown as { tellTest(report: unknown): Promise<void> }
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const state = () => document.querySelector('header [data-state]')?.getAttribute('data-state')
  const rows = [...document.querySelectorAll('article[data-kind="rating"]')]
  const row = rows[round % rows.length]!
  const great = row.querySelector<HTMLInputElement>('label[data-level="4"] input')!
  if (!great.checked) great.click()
  while (!row.querySelector('form textarea')) {
    const prompts = [...row.querySelectorAll<HTMLButtonElement>('button')]
    prompts.find((button) => /strategy|another/i.test(button.textContent ?? ''))?.click()
    await pause(20)
  }
  const field = [...row.querySelectorAll('textarea')].at(-1)!
  const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
  field.focus()
  let text = `r${round} `
  for (let letter = 0; ; letter += 1) {
    text += letter % 6 === 5 ? ' ' : String.fromCharCode(97 + ((letter * 7 + round) % 26))
    setValue.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    void tellTest({ kind: 'typed', text })
    await pause(15)
    if (letter % 25 !== 10) continue
    // Leaves the field, as a person does who looks up: that makes a change of the draft.
    field.blur()
    do await pause(5)
    while (state() !== 'saved')
    void tellTest({ kind: 'saved', act: 0, text })
    field.focus()
  }
}

function executableOf({
  project,
}: {
  project: { use: { launchOptions?: { executablePath?: string } } }
}) {
  return project.use.launchOptions?.executablePath
}

function print(
  testInfo: { title: string; annotations: { type: string; description?: string }[] },
  { restarts, ...figures }: { restarts: number[]; [figure: string]: number | number[] },
): void {
  const sorted = restarts.toSorted((a, b) => a - b)
  const words = Object.entries(figures).map(([name, value]) => `${name} ${String(value)}`)
  words.push(`median restart ${sorted[Math.floor(sorted.length / 2)]} ms`)
  console.log(`${testInfo.title}: ${words.join(', ')}`)
  testInfo.annotations.push({ type: 'figures', description: words.join(', ') })
}
