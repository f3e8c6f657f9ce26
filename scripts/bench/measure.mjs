// How each figure is taken. Every page runs at a quarter of the processor's speed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const PROBE = fileURLToPath(new URL('probe.js', import.meta.url))
const SLOWDOWN = 4
const STARTS = 5
const TAPS = 60
const TURNS = 10
const SUMMARIES = 5
const PDFS = 3
const INITIALS = 'SB'
const SECTIONS = [
  ['Support logistics', 'net.logistics.comm.1'],
  ['Build network culture', 'net.culture.norm.1'],
]

/** The middle of a list of numbers; `share` 0.98 gives the slow end. */
export function quantile(numbers, share = 0.5) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

/** Numbers from 0 to 1, the same in every run and for every subject. */
function createDice(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

async function openPage(context) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  return { page, cdp }
}

/** All figures of one subject. */
export async function measure(browser, subject, { url, sitting }) {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
  })
  await context.addInitScript({ path: PROBE })
  const seeding = await context.newPage()
  await subject.seed(seeding, url, sitting)
  await seeding.close()
  const starts = await measureStarts(context, subject, url)
  const figures = { ...starts, ...(await measureForm(context, subject, url)) }
  await context.close()
  return figures
}

async function measureStarts(context, subject, url) {
  const figures = { cold: [], warm: [] }
  let bytes
  for (let count = 0; count < STARTS; count += 1) {
    await forgetFiles(context, url)
    const cold = await start(context, subject, url)
    bytes ??= cold.bytes
    figures.cold.push(cold.ms)
    await untilKept(cold.page)
    await cold.page.close()
    const warm = await start(context, subject, url)
    figures.warm.push(warm.ms)
    await warm.page.close()
  }
  const home = await homeBytes(context, subject, url)
  return {
    formBytes: bytes.code,
    formFontBytes: bytes.fonts,
    homeBytes: home.code,
    homeFontBytes: home.fonts,
    cold: quantile(figures.cold),
    warm: quantile(figures.warm),
  }
}

/** Nothing of the page's own files is on the device any more; what people entered still is. */
async function forgetFiles(context, url) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.clearBrowserCache')
  await cdp.send('Storage.clearDataForOrigin', {
    origin: new URL(url).origin,
    storageTypes: 'service_workers,cache_storage',
  })
  await page.close()
}

async function start(context, subject, url) {
  const { page } = await openPage(context)
  const asked = new Set()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await page.goto(url + subject.form, { waitUntil: 'commit' })
  const ms = await page.evaluate(() => globalThis.bench.usable)
  return { page, ms, bytes: weigh(subject.dir, [...asked]) }
}

async function homeBytes(context, subject, url) {
  await forgetFiles(context, url)
  const { page } = await openPage(context)
  const asked = new Set()
  page.on('request', (request) => asked.add(new URL(request.url()).pathname))
  await page.goto(url, { waitUntil: 'commit' })
  await page.evaluate(() => globalThis.bench.untilShown('main h1'))
  await page.close()
  return weigh(subject.dir, [...asked])
}

/** What files weigh on the wire: packed with brotli as servers do at rest; fonts are packed already. */
function weigh(dir, paths) {
  const bytes = { code: 0, fonts: 0 }
  for (const path of paths) {
    if (path === '/data.json') continue
    const file = readFileSync(join(dir, path === '/' ? 'index.html' : path.slice(1)))
    if (/\.(woff2|ttf)$/.test(path)) bytes.fonts += file.length
    else if (/\.(js|css|html|json)$|^\/$/.test(path)) bytes.code += brotliCompressSync(file).length
  }
  return bytes
}

/** Until the service worker has everything and is in charge. */
async function untilKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) {
      await new Promise((done) => setTimeout(done, 50))
    }
  })
  await page.waitForLoadState('networkidle')
}

async function measureForm(context, subject, url) {
  const { page, cdp } = await openPage(context)
  await page.goto(url + subject.form)
  await page.evaluate(() => globalThis.bench.usable)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taps = await measureTaps(page, cdp)
  const turns = []
  for (let count = 0; count < TURNS; count += 1) {
    const [name, first] = SECTIONS[count % SECTIONS.length]
    turns.push(await timed(page, 'turn', subject.turned(first), () => subject.turnTo(page, name)))
  }
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const figures = { ...taps, turn: quantile(turns), heap: usedSize }
  return subject.openSummary ? { ...figures, ...(await measurePaper(page, subject)) } : figures
}

async function measureTaps(page, cdp) {
  const dice = createDice(7)
  const latencies = []
  const ticks = []
  const rows = page.locator('article[data-kind="rating"]')
  const count = await rows.count()
  for (let tapped = 0; tapped < TAPS; tapped += 1) {
    const row = rows.nth(Math.floor(dice() * count))
    const levels = await row
      .locator('input')
      .evaluateAll((radios) => radios.flatMap(({ checked }, level) => (checked ? [] : [level + 1])))
    const level = levels[Math.floor(dice() * levels.length)]
    const box = row.locator(`label[data-level="${level}"]`)
    const middle = await box.evaluate((label) => {
      label.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = label.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    })
    await page.evaluate(() => globalThis.bench.settled())
    await page.waitForTimeout(80)
    const before = await taskTime(cdp)
    latencies.push(
      await timed(page, 'tap', INITIALS, () => page.touchscreen.tap(middle.x, middle.y)),
    )
    // Whatever the tap still has to do, to the disk included, is done by then.
    await page.waitForTimeout(250)
    ticks.push((await taskTime(cdp)) - before)
  }
  return {
    tap50: quantile(latencies),
    tap98: quantile(latencies, 0.98),
    cpu: ticks.reduce((sum, one) => sum + one, 0) / TAPS,
  }
}

/** Milliseconds the page's main thread has worked so far, at the processor's own pace. */
async function taskTime(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
}

async function timed(page, what, about, act) {
  await page.evaluate(
    ([name, given]) => {
      globalThis.bench.result = globalThis.bench[name](given)
    },
    [what, about],
  )
  await act()
  return page.evaluate(() => globalThis.bench.result)
}

async function measurePaper(page, subject) {
  const summaries = []
  for (let count = 0; count < SUMMARIES; count += 1) {
    const open = () => subject.openSummary(page)
    summaries.push(await timed(page, 'turn', subject.summaryShown, open))
    if (count < SUMMARIES - 1) await backToForm(page, subject)
  }
  const button = await subject.pdf(page)
  const files = []
  for (let count = 0; count < PDFS; count += 1) {
    files.push(await timed(page, 'file', undefined, () => button.tap()))
    await button.and(page.locator(':enabled')).waitFor()
  }
  return {
    summary: quantile(summaries),
    pdf: quantile(files.map(({ ms }) => ms)),
    pdfBytes: files[0].bytes,
  }
}

async function backToForm(page, subject) {
  const [name, first] = SECTIONS[1]
  if (subject.name === 'app') {
    await page.getByRole('link', { name: 'Reflect', exact: true }).tap()
  } else await subject.turnTo(page, name)
  await page.locator(subject.turned(first)).waitFor()
}
