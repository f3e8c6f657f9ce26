import { expect, type Page } from './app.ts'

/** Every address that needs no reflection; `reflectionRoutes` has the others. */
export const ROUTES = [
  '/',
  '/new/team',
  '/new/alone',
  '/print',
  '/open',
  '/device',
  '/about',
  '/ready',
  '/playbook',
  '/sources',
  '/rubrics',
  '/rubrics/show/hub-network-organization',
] as const

export function reflectionRoutes(id: string): readonly string[] {
  const steps = ['setup', 'learn', 'reflect', 'share', 'plan', 'projector', 'summary']
  return steps.map((step) => `/r/${id}/${step}`)
}

/** Fails unless a page of the app stands on the screen: not the words of a failed start, no error. */
export async function expectPage(page: Page): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.start')).toHaveCount(0)
  await expect(page.locator('main[role="alert"]')).toHaveCount(0)
}
