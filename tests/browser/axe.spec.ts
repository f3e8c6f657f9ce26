import { readFileSync } from 'node:fs'
import { expect, test, type Page } from './support/app.ts'
import { expectPage, reflectionRoutes, ROUTES } from './support/routes.ts'
import { aSitting, openSitting } from './support/sitting.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page, one line per element. */
async function findings(page: Page): Promise<readonly string[]> {
  // Not a script tag: the page's policy would refuse it, and rightly.
  await page.evaluate(AXE)
  return page.evaluate(async (rules) => {
    interface Found {
      readonly id: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
    }
    // Safe: the line above has put it there.
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: readonly Found[] }> }
    }
    const { violations } = await axe.run({ runOnly: rules })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`,
      ),
    )
  }, RULES)
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' })

    test('axe finds nothing on any route', async ({ page, app }) => {
      const id = await openSitting(page, app, aSitting())
      for (const route of [...ROUTES, ...reflectionRoutes(id)]) {
        await page.goto(app.at(route))
        await expectPage(page)
        expect.soft(await findings(page), route).toEqual([])
      }
    })
  })
}

test('axe would find a picture without words and text too faint to read', async ({ page, app }) => {
  await page.goto(app.at('/about'))
  await expectPage(page)
  await page.evaluate(() => {
    const main = document.querySelector('main')
    const faint = document.createElement('p')
    faint.textContent = 'planted'
    faint.style.color = '#eee'
    faint.style.background = '#fff'
    main?.append(document.createElement('img'), faint)
  })
  const found = (await findings(page)).join('\n')
  expect(found).toContain('image-alt')
  expect(found).toContain('color-contrast')
})
