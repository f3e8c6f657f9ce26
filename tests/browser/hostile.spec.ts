import { execFileSync } from 'node:child_process'
import { cleanText } from '#core/text.ts'
import { aCreditedText, aRubric } from '../support/builders.ts'
import { expect, test, type Page } from './support/app.ts'
import { expectPage } from './support/routes.ts'
import { aSitting, box, goTo, openSitting, rateOpenly, row, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const MARKUP = `<img src=x onerror="ran=1"><script>ran=1</script><b id="planted">bold</b>`
const ESCAPES = `"'><svg onload=ran=1></textarea></title><style>*{display:none}</style>`
const ADDRESS = ['javascript', 'ran=1//'].join(':')
const TEMPLATE = "{{constructor.constructor('ran=1')()}} ${ran=1} %3Cscript%3E &lt;i&gt;"
const FORMULA = '=HYPERLINK("https://example.org","click")'
const PROTOTYPE = '__proto__ constructor toString'
const RIGHT_TO_LEFT = '\u202Egpj.exe\u202C \u05E9\u05DC\u05D5\u05DD \u2067x\u2069'
const HALF = 'half \uD83D and \uDE00 gone'
const ZERO_WIDTH = 'zero\u200B\u200D\u2060width'
const MARKS = `Z${'\u0301\u0323'.repeat(12)}algo`
const TWENTY_KILOBYTES = `${'A long tale. '.repeat(1600)}The end.`
const ALL = [
  MARKUP,
  ESCAPES,
  ADDRESS,
  TEMPLATE,
  FORMULA,
  PROTOTYPE,
  RIGHT_TO_LEFT,
  HALF,
  ZERO_WIDTH,
  MARKS,
]
const ONE_LINE = ALL.join(' · ')
const LINES = [...ALL, 'mark\uFEFFed', TWENTY_KILOBYTES].join('\n')
/** What a PDF's text layer must still hold, spaces aside. */
const ON_PAPER = [MARKUP, ESCAPES, ADDRESS, TEMPLATE, FORMULA, PROTOTYPE, 'The end.']

/** What hostile text has done to the page: scripts that ran, elements that came of it, leaking direction. */
async function harm(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ran = 'ran' in window ? ['a script ran'] : []
    const planted = [
      ...document.querySelectorAll('img, #planted, [onload], [onerror], main script'),
    ]
    const links = [...document.querySelectorAll('a')].filter(({ href }) =>
      /^javascript:/i.test(href),
    )
    const leaks: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const isOverriding = text.textContent?.includes('\u202E') ?? false
      // What only a screen reader gets has no direction.
      const isSeen = (text.parentElement?.getBoundingClientRect().width ?? 0) > 1
      if (!isOverriding || !isSeen || text.parentElement?.closest('bdi, [dir="auto"]')) continue
      leaks.push(`direction leaks from: ${text.parentElement?.outerHTML.slice(0, 120) ?? ''}`)
    }
    return [...ran, ...[...planted, ...links].map(({ outerHTML }) => outerHTML), ...leaks]
  })
}

/** Everything that can be read on the page, in fields too. */
async function readAll(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
    ]
    return [document.body.textContent, ...fields.map(({ value }) => value)].join('\n')
  })
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

test('hostile text in every field is shown as itself, on screen and paper, and does nothing', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/new/team'))
  await page.getByRole('textbox', { name: 'Team' }).fill(ONE_LINE)
  await page.getByRole('textbox', { name: /^Facilitator/ }).fill(ONE_LINE)
  await page.getByRole('textbox', { name: 'Add a person' }).fill('Sam Brown, Mei Lin')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Name of person 1' }).fill(ONE_LINE)
  await page.getByLabel('Initials of Mei Lin').fill('<b>')
  await page.getByRole('checkbox', { name: /^Build membership/ }).check()
  await rateOpenly(page)
  await page.getByRole('button', { name: 'Start reflecting' }).click()
  await box(page, '1.1a', 4).check()
  await row(page, '1.1a').getByText('Name a strategy you use').click()
  const form = row(page, '1.1a').locator('form')
  await form.getByLabel('Strategy', { exact: true }).fill(ONE_LINE)
  await form.getByLabel('What we do').fill(LINES)
  await form.getByLabel('How we know it works').fill(LINES)
  await form.getByRole('button', { name: 'Done' }).click()
  await untilSaved(page)
  await page.reload()
  await expect(row(page, '1.1a')).toContainText('The end.')

  const id = /#\/r\/([^/]+)/.exec(page.url())?.[1] ?? ''
  const routes: readonly (readonly [string, readonly string[]])[] = [
    [`/r/${id}/reflect`, [ONE_LINE, LINES, '<b>']],
    [`/r/${id}/setup`, [ONE_LINE, '<b>']],
    [`/r/${id}/summary`, [ONE_LINE, LINES]],
    ['/', [ONE_LINE]],
    ['/device', [ONE_LINE]],
  ]
  for (const [route, texts] of routes) {
    await goTo(page, route)
    await expectPage(page)
    for (const text of texts) {
      await expect
        .poll(async () => (await readAll(page)).includes(cleanText(text)), route)
        .toBe(true)
    }
    expect.soft(await harm(page), route).toEqual([])
  }

  await goTo(page, `/r/${id}/summary`)
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  const sheet = page.getByRole('dialog')
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    sheet.getByRole('button', { name: 'Make the PDF' }).click(),
  ])
  expect(await harm(page), 'export sheet').toEqual([])
  expect(download.suggestedFilename()).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}]+\.pdf$/u)
  const paper = execFileSync('pdftotext', ['-raw', await download.path(), '-'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  for (const text of ON_PAPER) expect(squeezed(paper)).toContain(squeezed(text))
})

test('a hostile rubric and its people, brought by a file, do nothing either', async ({
  page,
  app,
}) => {
  const hostile = (text: string) => aCreditedText(`${text} ${MARKUP} ${ADDRESS}`)
  const rubric = aRubric()
  const [section, ...rest] = rubric.sections
  if (!section) throw new Error('The builder makes sections.')
  await openSitting(
    page,
    app,
    aSitting({
      id: 'hostile-1',
      team: `${MARKUP}\u202E`,
      scope: undefined,
      rubric: {
        ...rubric,
        title: { ...rubric.title, text: `Title ${MARKUP}` },
        goal: hostile('Goal'),
        credit: `Credit ${MARKUP}`,
        sections: [{ ...section, name: hostile('Section') }, ...rest],
        sources: rubric.sources.map((source) => ({ ...source, title: `Source ${MARKUP}` })),
      },
      people: [{ id: 'p-1', initials: '<i>', name: MARKUP }],
      answer: (item) =>
        item.kind === 'text' ? { kind: 'text', text: LINES } : { kind: 'level', level: 'great' },
      strategies: [
        { name: MARKUP, how: ESCAPES, evidence: ADDRESS, itemId: 'a.one.1', credit: ['p-1'] },
      ],
    }),
  )
  for (const step of ['reflect', 'setup', 'summary']) {
    await goTo(page, `/r/hostile-1/${step}`)
    await expectPage(page)
    await expect.poll(async () => (await readAll(page)).includes(MARKUP), step).toBe(true)
    expect(await harm(page), step).toEqual([])
  }
})

test('an answer in words keeps hostile text as it is', async ({ page, app }) => {
  await openSitting(page, app, aSitting({ rubric: aRubric(), scope: undefined }))
  const answer = row(page, '1.1b').getByRole('textbox', { name: /Your answer/ })
  await answer.fill(LINES)
  await answer.blur()
  await untilSaved(page)
  await page.reload()
  await expect(answer).toHaveValue(cleanText(LINES))
  expect(await harm(page)).toEqual([])
})

test('a hostile address leads to a page that says there is nothing', async ({ page, app }) => {
  for (const route of [
    `/r/${encodeURIComponent(MARKUP)}/reflect`,
    `/r/<img src=x onerror=ran=1>/summary`,
    '/r/%E0%A4%A/reflect',
    '/%',
    '/r/__proto__/reflect',
    '/r/constructor/setup',
    `/${ADDRESS}`,
    `/${'x'.repeat(5000)}`,
  ]) {
    await page.goto('about:blank')
    await page.goto(app.at(route))
    await expectPage(page)
    expect(await harm(page), route).toEqual([])
  }
})

test('the eye of these tests sees a script, an element and a direction that leaks', async ({
  page,
  app,
}) => {
  await page.goto(app.at('/about'))
  await expectPage(page)
  await page.evaluate(() => {
    Object.assign(window, { ran: 1 })
    const bold = document.createElement('b')
    bold.id = 'planted'
    bold.textContent = 'name \u202E of a file'
    document.querySelector('main')?.append(bold)
  })
  const found = (await harm(page)).join('\n')
  expect(found).toContain('a script ran')
  expect(found).toContain('id="planted"')
  expect(found).toContain('direction leaks')
})
