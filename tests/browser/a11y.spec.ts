import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect, test, type Page } from './support/app.ts'
import { expectPage, reflectionRoutes, ROUTES } from './support/routes.ts'
import { aSitting, box, goTo, LEVELS, openSitting, row, untilSaved } from './support/sitting.ts'

// The worker fetches the whole app at the first visit; none of these tests is about that.
test.use({ serviceWorkers: 'block', allowed: [/registration blocked by Playwright/] })

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** What axe finds on the page as it stands: a line per rule and element. */
async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const { violations: found } = await page.evaluate(async (rules) => {
    // Safe: the script above has put it there.
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    return axe.run(rules)
  }, RULES)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  )
}

/** A sitting in which every part of the rubric and of the summary has something to show. */
function aFilledSitting() {
  return aSitting({
    scope: undefined,
    answer: (_item, seat, place) => {
      if (place % 7 === 6) return { kind: 'setAside', reason: seat === 0 ? 'unknown' : 'notOurs' }
      const level = ['need', 'better', 'good', 'great'][(place + seat * 3) % 4]
      return seat < 2 && level !== undefined ? { kind: 'level', level } : undefined
    },
    strategies: [
      {
        name: 'Name tags at the door',
        how: 'Whoever comes first writes them.',
        evidence: 'Nine of ten can name three people.',
        evidenceKind: 'observation',
        itemId: 'net.membership.monitor.1',
        credit: ['p-sam', 'p-mei'],
      },
    ],
  })
}

async function visit(page: Page, route: string): Promise<void> {
  await goTo(page, route)
  await expectPage(page)
  await expect(page.getByText('Opening what is stored')).toHaveCount(0)
  // A new section takes no taps for a moment; what is under a point can be asked only afterwards.
  await expect(page.locator('[data-settling="true"]')).toHaveCount(0)
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ colorScheme: theme, reducedMotion: 'reduce' })

    test('axe finds nothing where there is nothing yet', async ({ page, app }) => {
      await page.goto(app.url)
      for (const route of ['/', '/device', '/nowhere', '/r/nothing/reflect']) {
        await visit(page, route)
        expect(await violations(page), route).toEqual([])
      }
      await openSitting(page, app, aSitting({ people: [] }))
      for (const route of reflectionRoutes('sitting-1')) {
        await visit(page, route)
        expect(await violations(page), `${route}, without people`).toEqual([])
      }
    })

    test('axe finds nothing on any filled page, nor in what opens over it', async ({
      page,
      app,
    }) => {
      await openSitting(page, app, aFilledSitting())
      for (const route of [...reflectionRoutes('sitting-1'), '/', '/device']) {
        await visit(page, route)
        expect(await violations(page), route).toEqual([])
      }
      await visit(page, '/r/sitting-1/summary')
      await page.getByRole('button', { name: 'Make the PDF' }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), 'export sheet').toEqual([])
      await page.keyboard.press('Escape')
      await visit(page, '/r/sitting-1/reflect/net.membership')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await violations(page), 'shortcuts').toEqual([])
      await page.keyboard.press('Escape')
      await page.getByText('Known challenges').click()
      await page.getByRole('button', { name: 'Edit: Name tags at the door' }).click()
      await expect(row(page, '1.1a').locator('form')).toBeVisible()
      expect(await violations(page), 'strategy form').toEqual([])
    })

    test('axe finds nothing where something is wrong', async ({ page, app }) => {
      await page.goto(app.at('/new/team'))
      await page.getByRole('button', { name: 'Start reflecting' }).click()
      const team = page.getByRole('textbox', { name: 'Team' })
      await expect(team).toBeFocused()
      await expect(team).toHaveAccessibleDescription(/Write your team’s name/)
      expect(await violations(page), 'a form that was refused').toEqual([])
      await team.fill('Cedar hub')
      await page.getByRole('textbox', { name: 'Add a person' }).fill('Sam Brown, Sue Black')
      await page.keyboard.press('Enter')
      await page.getByLabel('Initials of Sue Black').fill('SB')
      await page.getByRole('button', { name: 'Start reflecting' }).click()
      await expect(page.getByText(/has these initials too/)).toHaveCount(2)
      await expect(page.getByLabel('Initials of Sam Brown')).toBeFocused()
      expect(await violations(page), 'initials that are taken').toEqual([])
      await visit(page, '/open')
      await page.locator('input[type=file]').setInputFiles({
        name: 'holiday.png',
        mimeType: 'image/png',
        buffer: Buffer.from('not a copy'),
      })
      await expect(page.getByText('We cannot open this file')).toBeVisible()
      expect(await violations(page), 'a foreign file').toEqual([])
    })
  })
}

test('a screen reader hears the method, the box and its place among four', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting())
  const text = /^Write a membership guide: who the network is for/
  const group = page.getByRole('radiogroup', { name: text })
  await expect(group).toHaveCount(1)
  await expect(group.getByRole('radio')).toHaveCount(4)
  expect(await setOf(page, box(page, '1.1a', 4))).toEqual([...LEVELS])
  await box(page, '1.1a', 4).check()
  await expect(group.getByRole('radio', { checked: true })).toHaveAccessibleName(LEVELS[3])
  await expect(page.getByRole('radio', { name: /^SB Sam Brown$/ })).toBeChecked()
})

/** The names of the radios a browser counts as one set with this one: it says "4 of 4" by them. */
async function setOf(page: Page, radio: ReturnType<typeof box>): Promise<readonly string[]> {
  const name = await radio.getAttribute('name')
  const set = page.locator(`input[type=radio][name="${name ?? ''}"]`)
  return set.evaluateAll((radios) =>
    radios.map(
      (one) =>
        document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
    ),
  )
}

test('the whole main job can be done with the keyboard alone', async ({ page, app }) => {
  await page.goto(app.url)
  const tabTo = (role: 'link' | 'button' | 'textbox' | 'radio' | 'checkbox', name: RegExp) =>
    pressTabUntil(page, role, name)
  await tabTo('link', /^Run a workshop/)
  await page.keyboard.press('Enter')
  await tabTo('textbox', /^Team/)
  await page.keyboard.type('Cedar hub')
  await tabTo('textbox', /^Add a person/)
  await page.keyboard.type('Sam Brown, Mei Lin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem')).toHaveCount(2)
  await tabTo('checkbox', /^Build membership and engagement/)
  await page.keyboard.press('Space')
  await tabTo('radio', /^Private, then reveal/)
  await page.keyboard.press('ArrowDown')
  await tabTo('button', /^Start reflecting/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Build membership and engagement',
  )
  await tabTo('radio', /^SB Sam Brown/)
  await page.keyboard.press('ArrowRight')
  await tabTo('radio', /^We really need to do this/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(box(page, '1.1a', 3)).toBeChecked()
  await tabTo('button', /^Name a strategy/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Buddy')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('All eight stayed.')
  await tabTo('button', /^Done/)
  await page.keyboard.press('Enter')
  await expect(row(page, '1.1a').getByRole('list')).toContainText('Buddy')
  await untilSaved(page)
  await tabTo('link', /^See the summary/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('All eight stayed.')).toBeVisible()
  await tabTo('button', /^Make the PDF/)
  await page.keyboard.press('Enter')
  const saved = page.waitForEvent('download')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo('button', /^Make the PDF/)
  await page.keyboard.press('Enter')
  expect((await saved).suggestedFilename()).toMatch(/^Cedar hub.*\.pdf$/)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Make the PDF' })).toBeFocused()
})

/** Presses Tab until a control has the focus, as someone without a mouse would. */
async function pressTabUntil(
  page: Page,
  role: 'link' | 'button' | 'textbox' | 'radio' | 'checkbox',
  name: RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name })
  await wanted.first().waitFor()
  const isThere = () =>
    wanted.evaluateAll((all) => all.some((element) => element === document.activeElement))
  for (let count = 0; count < 120; count += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`120 times Tab did not lead to the ${role} ${String(name)}`)
}

/** Tabs through a page and names each control that the focus reached without being seen whole. */
async function hiddenFocus(page: Page): Promise<readonly string[]> {
  const hidden: string[] = []
  const seen = new Set<string>()
  let last = ''
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  let hasWrapped = false
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return undefined
      const place = [...document.querySelectorAll('*')].indexOf(element)
      const shown = element.closest('label') ?? element
      const { left, right, top, bottom } = shown.getBoundingClientRect()
      const [middle, centre] = [(left + right) / 2, (top + bottom) / 2]
      const points = [
        [middle, top + 3],
        [middle, bottom - 3],
        [left + 3, centre],
        [right - 3, centre],
      ] as const
      const isSeen = points.every(([x, y]) => {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (shown.contains(hit) || hit.contains(shown))
      })
      const name = (shown.textContent || element.getAttribute('aria-label') || '').slice(0, 40)
      return { place: String(place), fault: isSeen ? '' : `${element.tagName} ${name}` }
    })
    // The page begins at its title: what stands before it comes after the end.
    if (!fault && hasWrapped) break
    if (!fault) {
      hasWrapped = true
      continue
    }
    // A date has several stops.
    if (fault.place === last) continue
    if (seen.has(fault.place)) break
    last = fault.place
    seen.add(fault.place)
    if (fault.fault !== '') hidden.push(fault.fault)
  }
  expect(seen.size).toBeGreaterThan(8)
  return hidden
}

test('the focus is never hidden under a bar', async ({ page, app }) => {
  await openSitting(page, app, aFilledSitting())
  await visit(page, '/r/sitting-1/reflect/net.membership')
  await page.setViewportSize({ width: 1180, height: 700 })
  expect(await hiddenFocus(page), 'rubric').toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await hiddenFocus(page), 'rubric on a phone').toEqual([])
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  await page.setViewportSize({ width: 1024, height: 768 })
  expect(await hiddenFocus(page), 'rubric with text at 200 %').toEqual([])
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  for (const route of ['/r/sitting-1/setup', '/r/sitting-1/summary', '/print', '/new/team']) {
    await visit(page, route)
    expect(await hiddenFocus(page), route).toEqual([])
  }
})

/** Controls that are smaller than a finger: 48 px both ways, or the label around them. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary',
    )
    return [...controls].flatMap((control) => {
      const target = control.closest('label') ?? control
      const { width, height } = target.getBoundingClientRect()
      const isShown = control.checkVisibility({ visibilityProperty: true }) && width > 1
      const isOffScreen = target.getBoundingClientRect().bottom < 0
      const isInSentence =
        control.tagName === 'A' &&
        getComputedStyle(control).display === 'inline' &&
        control.closest('p') !== null
      if (!isShown || isOffScreen || isInSentence) return []
      if (width >= 47.5 && height >= 47.5) return []
      const name = (control.getAttribute('aria-label') || target.textContent).slice(0, 40)
      return [`${control.tagName} "${name}" ${width.toFixed(0)} × ${height.toFixed(0)}`]
    })
  })
}

test('every target is large enough for a finger, on every page', async ({ page, app }) => {
  const look = async (where: string) => expect(await smallTargets(page), where).toEqual([])
  await openSitting(page, app, aFilledSitting())
  for (const width of [390, 1180]) {
    await page.setViewportSize({ width, height: 844 })
    for (const route of [...ROUTES, ...reflectionRoutes('sitting-1')]) {
      await visit(page, route)
      await look(`${route} at ${width}`)
    }
    await page.getByRole('button', { name: 'Make the PDF' }).first().click()
    await look(`export sheet at ${width}`)
    await page.keyboard.press('Escape')
    await visit(page, '/r/sitting-1/reflect/net.membership')
    await page.getByRole('button', { name: 'Edit: Name tags at the door' }).click()
    await look(`strategy form at ${width}`)
  }
})

test('forced colors show what is chosen and where the focus is', async ({ page, app }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openSitting(page, app, aSitting({ scope: undefined }))
  await box(page, '1.1a', 2).check()
  const label = (level: number) => row(page, '1.1a').locator(`label[data-level="${level}"]`)
  const outline = (level: number) =>
    label(level).evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return `${outlineStyle} ${outlineWidth}`
    })
  await row(page, '1.1b').focus()
  expect(await outline(2)).toBe('solid 3px')
  expect(await outline(3)).not.toBe('solid 3px')
  const places = await page.locator('[aria-current]').all()
  expect(places.length).toBeGreaterThan(1)
  for (const here of places) {
    await expect(here).toHaveCSS('border-bottom-width', '3px')
  }
  await page.keyboard.press('Tab')
  const focused = page.locator('label:has(:focus-visible)')
  await expect(focused).toHaveCSS('outline-style', 'solid')
  expect(await violations(page)).toEqual([])
})

test('nothing moves for whoever asked for less motion', async ({ page, app }) => {
  await openSitting(page, app, aSitting())
  await page.evaluate(() => {
    document.addEventListener('animationstart', ({ target }) => {
      // From the style: on a busy machine the animation itself may be over by now.
      const seconds = target instanceof Element ? getComputedStyle(target).animationDuration : '0s'
      document.body.dataset['moved'] = String(
        Math.round(Number.parseFloat(seconds) * 1_000_000) / 1_000,
      )
    })
  })
  await box(page, '1.1a', 2).check()
  await expect(page.locator('body')).toHaveAttribute('data-moved', '120')
  await page.evaluate(() => delete document.body.dataset['moved'])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await box(page, '1.1a', 3).check()
  await untilSaved(page)
  expect(Number(await page.locator('body').getAttribute('data-moved'))).toBeLessThanOrEqual(1)
})

test('people scroll in one direction only, on every page', async ({ page, app }) => {
  await openSitting(page, app, aFilledSitting())
  for (const [width, text] of [
    [320, 100],
    [390, 150],
    [744, 200],
    [1366, 200],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), text)
    for (const route of [...ROUTES, ...reflectionRoutes('sitting-1')]) {
      await visit(page, route)
      const wide = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        if (scrollWidth <= clientWidth) return []
        const parts = [...document.querySelectorAll('body *')]
        const over = parts.filter((one) => one.getBoundingClientRect().right > clientWidth + 1)
        return over.map(
          (one) => `${one.tagName}.${one.className.toString()} ${one.textContent.slice(0, 30)}`,
        )
      })
      expect.soft(wide, `${route} at ${width} px, text ${text} %`).toEqual([])
    }
  }
})
