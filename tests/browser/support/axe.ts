import { readFileSync } from 'node:fs'
import type { Page } from './app.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page, one line per element. */
export async function findings(page: Page): Promise<readonly string[]> {
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
