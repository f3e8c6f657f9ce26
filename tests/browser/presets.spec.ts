import { execFileSync } from 'node:child_process'
import type { Answer } from '#core/answer.ts'
import { expect, test, type Page } from './support/app.ts'
import { aCreditedText, aRubric } from '../support/builders.ts'
import { findings } from './support/axe.ts'
import { aSitting, goTo, openSitting } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const levels = aSitting().rubric.scales[0]?.levels.map(({ id }) => id) ?? []
const PEOPLE = [
  { id: 'p-sam', initials: 'SBX', name: 'Samira Brunswick' },
  { id: 'p-luk', initials: 'ŁŠ', name: 'Łukasz Šimić' },
  { id: 'p-ola', initials: 'OKQ', name: 'Ola Kowalska' },
]
const NAMES = /Samira|Brunswick|SBX|Łukasz|Šimić|ŁŠ|Ola\b|Kowalska|OKQ|Noorah/

function aNamedSitting(mode: 'team' | 'individual' = 'team') {
  return aSitting({
    mode,
    team: mode === 'team' ? 'Cedar hub' : 'Samira Brunswick',
    facilitator: mode === 'team' ? 'Noorah Haddad' : '',
    people: mode === 'team' ? PEOPLE : PEOPLE.slice(0, 1),
    answer: (_, seat, place): Answer | undefined =>
      place > 7 ? undefined : { kind: 'level', level: levels[(place + seat * 2) % 4] ?? '' },
    strategies: [
      {
        name: 'Weekly team note',
        how: 'Samira writes a few lines; Łukasz and Noorah read them.',
        evidence: 'SBX counted: nine of ten teams report every week.',
        evidenceKind: 'process',
        itemId: 'net.membership.monitor.3',
        credit: ['p-sam'],
      },
    ],
  })
}

async function openSheet(
  page: Page,
  app: Parameters<typeof openSitting>[1],
  sitting = aNamedSitting(),
) {
  await openSitting(page, app, sitting)
  await goTo(page, '/r/sitting-1/summary')
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  await page.getByRole('dialog', { name: 'Make the PDF' }).waitFor()
}

/** Presses the button and reads the file back, as others see it. */
async function makePdf(page: Page) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Make the PDF' }).click()
  const download = await waiting
  const file = await download.path()
  const read = (...command: [string, ...string[]]) =>
    execFileSync(command[0], command.slice(1), { encoding: 'utf8' })
  const facts = read('pdfinfo', file)
  return {
    name: download.suggestedFilename(),
    text: read('pdftotext', '-layout', file, '-').normalize('NFC'),
    facts,
    outline: read('qpdf', '--json', '--json-key=outlines', file),
    pages: Number(/Pages: +(\d+)/.exec(facts)?.[1]),
  }
}

test('for our network there is no name on any page, in the facts, the outline or the file’s name', async ({
  page,
  app,
}) => {
  await openSheet(page, app)
  await page.getByRole('radio', { name: /^For our network/ }).check()
  await expect(page.getByRole('dialog')).toContainText('cannot be known: read it before you share')
  await page.getByRole('checkbox', { name: /^Full rubric/ }).check()
  await page.getByRole('checkbox', { name: /^Notes/ }).check()
  const pdf = await makePdf(page)
  for (const said of [pdf.name, pdf.text, pdf.facts, pdf.outline]) expect(said).not.toMatch(NAMES)
  expect(pdf.name).toMatch(/^Without names - Cedar hub/)
  expect(pdf.text).toMatch(/Someone writes a few lines; someone and someone read\s+them/)
  expect(pdf.text).toContain('a number says how many of us')
})

test('for our network a rubric that the team wrote tells no name either', async ({ page, app }) => {
  const [first] = aRubric().sections
  const rubric = aRubric({
    id: 'samira-s-way',
    title: aCreditedText('How Samira runs it', { provenance: 'source', source: ['SBX-1'] }),
    shortTitle: 'Samira’s way',
    credit: 'Written by Samira Brunswick.',
    sources: [{ key: 'SBX-1', title: 'Brunswick’s notes', url: 'https://example.org/samira' }],
    sections: first ? [{ ...first, name: aCreditedText('What Łukasz starts') }] : [],
  })
  const { strategies: _, ...sitting } = aNamedSitting()
  await openSheet(page, app, { ...sitting, rubric, scope: undefined })
  await page.getByRole('radio', { name: /^For our network/ }).check()
  await page.getByRole('checkbox', { name: /^Full rubric/ }).check()
  await page.getByRole('checkbox', { name: /^Notes/ }).check()
  const pdf = await makePdf(page)
  const names = new RegExp(NAMES, 'i')
  for (const said of [pdf.name, pdf.text, pdf.facts, pdf.outline]) expect(said).not.toMatch(names)
  expect(pdf.text).toContain('How someone runs it')
  expect(pdf.text).toContain('Written by someone.')
})

test('a hand-out is page 1 and the strategies with initials; a record is everything', async ({
  page,
  app,
}) => {
  await openSheet(page, app)
  await page.getByRole('radio', { name: /^Hand-out/ }).check()
  const handout = await makePdf(page)
  expect(handout.pages).toBe(2)
  expect(handout.text).toContain('SBX')
  expect(handout.text).not.toContain('Who is who')
  await page.getByRole('radio', { name: /^Team record/ }).check()
  const record = await makePdf(page)
  expect(record.pages).toBeGreaterThan(3)
  expect(record.text).toMatch(/Who is who[\s\S]*Łukasz Šimić/)
})

test('one leader has an own copy in the voice of one, and a nameless one for the network', async ({
  page,
  app,
}) => {
  await openSheet(page, app, aNamedSitting('individual'))
  await expect(page.getByRole('radio', { name: /^My own copy/ })).toBeChecked()
  await expect(page.getByRole('radio', { name: /^Team record/ })).toHaveCount(0)
  const own = await makePdf(page)
  expect(own.text).toContain('Samira Brunswick')
  expect(own.text).toContain('What I do well, by name')
  expect(own.name).not.toMatch(NAMES)
  await page.getByRole('radio', { name: /^For our network/ }).check()
  const shared = await makePdf(page)
  for (const said of [shared.name, shared.facts, shared.outline]) expect(said).not.toMatch(NAMES)
  expect(shared.text).not.toMatch(/Samira|Brunswick|SBX/)
})

test('the sheet can be used with the keyboard alone, and axe finds nothing on it', async ({
  page,
  app,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSheet(page, app)
  await page.getByRole('radio', { name: /^Team record/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^For our network/ })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /^Summary/ })).not.toBeChecked()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: colorScheme === 'dark' ? 390 : 1180, height: 844 })
    expect(await findings(page)).toEqual([])
  }
})
