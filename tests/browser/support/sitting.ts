import { copyOf, shippedRubric, type Sitting } from '../../support/sittings.ts'
import { expect, type AppServer, type Page } from './app.ts'

/** The four levels of the rubric that comes with the app, in order. */
export const LEVELS = [
  'We really need to do this',
  'We could probably get better at this',
  "We're pretty good at this",
  "We're great at this",
] as const

/** A team of three on the first section, with nothing marked, unless a test says otherwise. */
export function aSitting(overrides: Partial<Sitting> = {}): Sitting {
  return {
    id: 'sitting-1',
    rubric: shippedRubric(),
    team: 'Cedar hub',
    facilitator: 'Ana Ruiz',
    scope: ['net.membership'],
    people: [
      { id: 'p-sam', initials: 'SB', name: 'Sam Brown' },
      { id: 'p-mei', initials: 'ML', name: 'Mei Lin' },
      { id: 'p-ola', initials: 'OK', name: 'Ola Kowalska' },
    ],
    ...overrides,
  }
}

/** Brings sittings in as a person would bring a saved copy, and goes to the first one's rubric. */
export async function openSitting(
  page: Page,
  app: AppServer,
  ...sittings: readonly Sitting[]
): Promise<string> {
  await page.goto(app.at('/open'))
  await page.locator('input[type=file]').setInputFiles({
    name: 'sitting.hubreflect.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(copyOf(...sittings)),
  })
  await page.getByRole('button', { name: 'Add to this device' }).click()
  await page.getByRole('heading', { name: 'Added to this device' }).waitFor()
  const id = sittings[0]?.id ?? ''
  await goTo(page, `/r/${id}/reflect`)
  await page.getByRole('navigation', { name: 'Steps of this reflection' }).waitFor()
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  await page.locator('[data-settling="false"], main:not(:has([data-settling]))').first().waitFor()
  return id
}

/** Goes to a route of the page that is open, without loading it anew. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), route)
}

/** The row of an item, by the number people see. */
export function row(page: Page, number: string) {
  return page.getByRole('article').filter({ has: page.getByText(number, { exact: true }) })
}

/** The radio of one box of a row, 1 to 4. */
export function box(page: Page, number: string, level: number) {
  return row(page, number).getByRole('radio', { name: LEVELS[level - 1] ?? '', exact: true })
}

/** The initials in each of the four boxes of a row: `['', 'SB ML', '', '']`. */
export async function expectMarks(
  page: Page,
  number: string,
  expected: readonly string[],
): Promise<void> {
  const boxes = row(page, number).locator('label[data-level]')
  const read = () =>
    boxes.evaluateAll((labels) =>
      labels.map((label) =>
        [...label.querySelectorAll('bdi')].map(({ textContent }) => textContent).join(' '),
      ),
    )
  await expect.poll(read, { intervals: [20, 50, 100, 250] }).toEqual(expected)
}

/** Waits until the header says that everything is on the disk. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(page.locator('header [data-state="saved"]')).toBeVisible()
}

/** Chooses, in Set up, that everyone sees all marks at any time: for tests of something else. */
export async function rateOpenly(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Open initialing/ }).check()
}

/** Makes it someone's turn. */
export async function takeTurn(page: Page, initials: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${initials}(\\s|$)`) }).check()
}
