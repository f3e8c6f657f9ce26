import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok } from '#core/result.ts'
import { lookAt, missingFamilies, type ReadyHost } from '#features/ready/checks.ts'
import { ReadyPage } from '#features/ready/ReadyPage.tsx'
import { renderPage, type TestPage } from '../../support/page.tsx'

let page: TestPage | undefined
afterEach(async () => {
  await page?.close()
  page = undefined
})

const DAY = 86_400_000
const NOW = Date.UTC(2026, 10, 27, 12)

/** A device on which all is well, and what a test breaks of it. */
function aHost(broken: Partial<ReadyHost> = {}): ReadyHost {
  return {
    verifyOffline: async () => ({ kind: 'ready' }),
    probe: async () => ok(undefined),
    room: async () => ({ used: 1_000_000, quota: 5_000_000_000 }),
    persistence: async () => 'granted',
    missingFonts: async () => [],
    clock: () => ({ now: NOW, built: NOW - DAY, newest: NOW - 1000 }),
    samplePdf: async () => ok(undefined),
    ...broken,
  }
}

async function check(host: ReadyHost): Promise<TestPage> {
  const shown = await renderPage(<ReadyPage verifyOffline={host.verifyOffline} host={host} />)
  page = shown
  await shown.press('button', 'Check this device')
  await shown.until(() => shown.element('[role=status]').textContent !== 'Looking…', 'the verdict')
  return shown
}

const verdict = (shown: TestPage) => shown.element('[role=status]').textContent
/** The lines that want to be looked at. */
const looks = () =>
  [...document.querySelectorAll('li[data-state=look]')].map(({ textContent }) => textContent)

test('a device on which all is well is ready for the room', async () => {
  const shown = await check(aHost())
  expect(verdict(shown)).toContain('Ready for the room')
  expect(document.querySelectorAll('li[data-state=good]')).toHaveLength(7)
  expect(looks()).toEqual([])
})

describe('each fault is named, with what to do:', () => {
  const pdfFailed = { kind: 'pdfFailed', detail: 'no fonts' } as const
  const faults: readonly [string, Partial<ReadyHost>, RegExp, RegExp][] = [
    [
      'a file of the app is gone',
      { verifyOffline: async () => ({ kind: 'incomplete', missing: ['a.js', 'b.woff2'] }) },
      /^Works without a network.*2 parts of the app missing/,
      /Connect to the internet/,
    ],
    [
      'the app could not be kept',
      { verifyOffline: async () => ({ kind: 'failed' }) },
      /^Works without a network.*could not be put on this device/,
      /Load this page again/,
    ],
    [
      'a private window',
      { verifyOffline: async () => ({ kind: 'unavailable' }) },
      /^Works without a network.*does not let the app work/,
      /private window/,
    ],
    [
      'a first visit that is not over',
      { verifyOffline: async () => ({ kind: 'unknown' }) },
      /^Works without a network.*still being put/,
      /wait a minute/,
    ],
    [
      'a disk that refuses',
      { probe: async () => fail({ kind: 'storageFull' }) },
      /^Keeps what you enter.*full/i,
      /./,
    ],
    [
      'hardly any room',
      { room: async () => ({ used: 90_000_000, quota: 100_000_000 }) },
      /^Has room for it.*Only 10 MB/,
      /Free some space/,
    ],
    [
      'no promise to keep it',
      { persistence: async () => 'refused' },
      /^Will not be cleared away.*not promised/,
      /save a copy/,
    ],
    [
      'a browser that does not say',
      { persistence: async () => 'unknown' },
      /^Will not be cleared away.*does not say/,
      /Save a copy/,
    ],
    [
      'a typeface is missing',
      { missingFonts: async () => ['Source Serif 4'] },
      /^Has its letters.*Source Serif 4/,
      /Connect/,
    ],
    [
      'a clock of before the build',
      { clock: () => ({ now: Date.UTC(2020, 0, 5), built: NOW, newest: 0 }) },
      /^Has the right time.*January \d, 2020.*November 27, 2026/,
      /Set date and time/,
    ],
    [
      'a clock of before the newest entry',
      { clock: () => ({ now: NOW - DAY, built: 0, newest: NOW }) },
      /^Has the right time.*November 26, 2026/,
      /Set date and time/,
    ],
    [
      'a clock years ahead',
      { clock: () => ({ now: NOW + 900 * DAY, built: NOW, newest: NOW }) },
      /^Has the right time.*2029/,
      /If that is today, all is well/,
    ],
    ['no PDF', { samplePdf: async () => fail(pdfFailed) }, /^Makes a PDF.*PDF/, /./],
    [
      'a PDF that cannot be read',
      { samplePdf: async () => ok('text') },
      /^Makes a PDF.*cannot be read/,
      /another browser/,
    ],
    [
      'a check that breaks by itself',
      {
        missingFonts: async () => {
          throw new Error('no such thing')
        },
      },
      /^Has its letters.*could not be checked: no such thing/,
      /Load this page again/,
    ],
  ]
  test.each(faults)('%s', async (_name, broken, what, todo) => {
    const shown = await check(aHost(broken))
    expect(verdict(shown)).toContain('1 thing to look at')
    expect(looks()).toHaveLength(1)
    expect(looks()[0]).toMatch(what)
    expect(looks()[0]).toMatch(todo)
  })
})

test('several faults are counted, and the other checks are still made', async () => {
  const shown = await check(
    aHost({
      verifyOffline: async () => ({ kind: 'failed' }),
      samplePdf: async () => ok('pages'),
    }),
  )
  expect(verdict(shown)).toContain('2 things to look at')
  expect(document.querySelectorAll('li[data-state=good]')).toHaveLength(5)
})

test('the browser can be asked to keep it, and the line follows its answer', async () => {
  let answer: 'refused' | 'granted' = 'refused'
  const shown = await check(aHost({ persistence: async () => answer }))
  await shown.press('button', 'Ask the browser to keep it')
  await shown.until(() => shown.text().includes('did not promise'), 'the refusal')
  answer = 'granted'
  await shown.press('button', 'Ask the browser to keep it')
  await shown.until(() => looks().length === 0, 'the promise')
})

test('what was mended is good when it is checked again', async () => {
  let isMended = false
  const shown = await check(
    aHost({ probe: async () => (isMended ? ok(undefined) : fail({ kind: 'storageFull' })) }),
  )
  expect(looks()).toHaveLength(1)
  isMended = true
  await shown.press('button', 'Check again')
  await shown.until(() => verdict(shown).includes('Ready for the room'), 'the verdict')
})

test('a clock that is a little off, and a device without a history, are no faults', async () => {
  const off = { now: NOW, built: NOW + 60_000, newest: 0 }
  expect((await lookAt('clock', aHost({ clock: () => off }))).fault).toBeUndefined()
  const unknown = { now: NOW, built: 0, newest: 0 }
  expect((await lookAt('clock', aHost({ clock: () => unknown }))).fault).toBeUndefined()
})

test('a browser that says nothing of its room has none to complain about', async () => {
  expect((await lookAt('room', aHost({ room: async () => undefined }))).fault).toBeUndefined()
})

test('a typeface is missing if it has no face, or one that does not load', async () => {
  const face = (family: string, isHere = true) => ({
    family,
    status: 'unloaded',
    load: () => (isHere ? Promise.resolve() : Promise.reject(new Error('gone'))),
  })
  const faces = [face('"Sans"'), face('Serif'), face('Serif', false)]
  expect(await missingFamilies(faces, ['Sans'])).toEqual([])
  expect(await missingFamilies(faces, ['Sans', 'Serif', 'Mono'])).toEqual(['Serif', 'Mono'])
})
