import { readAnswer, readResponseId } from '#core/answer.ts'
import { aRubricOfAllKinds, aRubricOfSize, FOUR_LEVELS } from '../support/builders.ts'
import { expect, test, type Page } from './support/app.ts'
import { findings } from './support/axe.ts'
import { rawChanges } from './support/rawChanges.ts'
import { aSitting, openSitting, untilSaved } from './support/sitting.ts'

const PEOPLE = ['SB', 'ML', 'OK', 'ŁŠ', '李明', 'SaB'].map((initials, seat) => ({
  id: `p${seat + 1}`,
  initials,
  name: '',
}))

/** What a person has to type for each: the fewest letters that nobody else's begin with. */
const TYPED = ['sb', 'm', 'o', 'ls', '李', 'sa']

/** Five skills of four methods: 20 rows, as a printed page of two sides has. */
const RUBRIC = aRubricOfSize({ sections: 1, skills: 5, items: 4 })
const ITEMS = RUBRIC.sections.flatMap(({ skills }) => skills.flatMap(({ items }) => items))

const onPaper = { rubric: RUBRIC, scope: undefined, people: PEOPLE, way: 'paper' as const }

/** Where a seat's initials stand in a row of the page that is typed in: any box, people far and near. */
const levelOf = (seat: number, row: number) => (seat * 3 + row * 2 + (seat % 2) * row) % 4

const field = (page: Page, number: string, level: number) =>
  page.getByRole('textbox', {
    name: `${number}, ${FOUR_LEVELS[level]?.label ?? ''}: initials`,
    exact: true,
  })

/** The marks on disk: "p1 s1.k1.1" and the box. The last change of a field counts. */
async function storedMarks(page: Page): Promise<ReadonlyMap<string, string>> {
  const marks = new Map<string, string>()
  const inOrder = (await rawChanges(page)).toSorted((one, other) => one.seq - other.seq)
  for (const { kind, record, field: name, value } of inOrder) {
    const place = kind === 'response' && name === 'answer' ? readResponseId(record) : undefined
    if (!place) continue
    const key = `${place.participantId} ${place.itemId}`
    const answer = readAnswer(value)
    if (answer?.kind === 'level') marks.set(key, answer.level)
    else if (answer?.kind === 'setAside') marks.set(key, answer.reason)
    else marks.delete(key)
  }
  return marks
}

test('Twenty rows of six people are typed by keyboard alone, five keys a mark at most, and stay', async ({
  page,
  app,
}) => {
  test.slow()
  await openSitting(page, app, aSitting(onPaper))
  await field(page, '1.1a', 0).focus()
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  // Every letter is a key of its own; one that is on no key counts as one, too.
  const type = async (text: string) => {
    keys += Array.from(text).length
    await page.keyboard.type(text)
  }
  const expected = new Map<string, string>()
  for (const [row, item] of ITEMS.entries()) {
    const boxes = FOUR_LEVELS.map((_, level) =>
      PEOPLE.map((_person, seat) => seat).filter((seat) => levelOf(seat, row) === level),
    )
    const last = boxes.findLastIndex((seats) => seats.length > 0)
    for (const [level, seats] of boxes.entries()) {
      await type(seats.map((seat) => TYPED[seat]).join(' '))
      for (const seat of seats) {
        expected.set(`${PEOPLE[seat]?.id ?? ''} ${item.id}`, FOUR_LEVELS[level]?.id ?? '')
      }
      await press(level === last ? 'Enter' : 'Tab')
      if (level === last) break
    }
  }
  // Past the last row, Enter leads on.
  await expect(page.getByRole('link', { name: 'On to Share' })).toBeFocused()
  await untilSaved(page)
  expect(expected.size).toBe(120)
  expect(await storedMarks(page)).toEqual(expected)
  expect(keys / expected.size).toBeLessThanOrEqual(5)
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: '20 of 20' })).toHaveCount(6)
  const fields = page.getByRole('textbox')
  const shown = await fields.evaluateAll((all) =>
    all.map((one) => (one instanceof HTMLTextAreaElement ? one.value : '')),
  )
  // Four boxes and two ways to set a row aside.
  const printed = ITEMS.flatMap((_, row) =>
    [0, 1, 2, 3, 4, 5].map((level) =>
      PEOPLE.filter((_person, seat) => levelOf(seat, row) === level)
        .map(({ initials }) => initials)
        .join(' '),
    ),
  )
  expect(shown).toEqual(printed)
})

test('A mark moves with its initials, goes with them, and Undo brings it back', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting(onPaper))
  await field(page, '1.1a', 0).focus()
  await page.keyboard.type('SB ML')
  await page.keyboard.press('Tab')
  await page.keyboard.type('SB ')
  await expect(field(page, '1.1a', 0)).toHaveValue('ML')
  await expect(
    page.getByText('SB moved to “We could probably get better at this” at 1.1a.'),
  ).toBeVisible()
  // Back by Tab: what stands there is not typed over.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('ok')
  await page.keyboard.press('ArrowDown')
  await expect(field(page, '1.1a', 0)).toHaveValue('ML OK')
  await expect(field(page, '1.1b', 0)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  for (let letter = 0; letter < 6; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(field(page, '1.1a', 0)).toHaveValue('')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(field(page, '1.1a', 0)).toHaveValue('ML OK')
  await untilSaved(page)
  expect(Object.fromEntries(await storedMarks(page))).toEqual({
    'p1 s1.k1.1': 'better',
    'p2 s1.k1.1': 'need',
    'p3 s1.k1.1': 'need',
  })
})

test('Initials of nobody are told, kept with the others, and placed once they are added', async ({
  page,
  app,
}) => {
  await openSitting(page, app, aSitting(onPaper))
  await field(page, '1.1a', 2).focus()
  await page.keyboard.type('SB XK')
  await expect(field(page, '1.1a', 2)).toHaveAccessibleDescription(
    /“XK” is nobody at the table\. People here: SB, ML, OK, ŁŠ, 李明, SaB\./,
  )
  await page.keyboard.press('Enter')
  await page.keyboard.type('S ML ')
  await expect(field(page, '1.1b', 0)).toHaveAccessibleDescription(/“S” could be SB or SaB\./)
  await page.reload()
  await expect(field(page, '1.1a', 2)).toHaveValue('SB XK')
  await page.getByRole('link', { name: 'Add them in Set up' }).click()
  await page.getByLabel('Add a person').fill('XK')
  await page.getByLabel('Add a person').press('Enter')
  await page.getByRole('link', { name: 'Reflect', exact: true }).click()
  await expect(field(page, '1.1a', 2)).toHaveValue('SB XK')
  await expect(page.getByText('is nobody at the table')).toHaveCount(0)
  await expect(field(page, '1.1b', 0)).toHaveValue('ML S')
  await untilSaved(page)
  const marks = await storedMarks(page)
  expect(marks.size).toBe(3)
  expect([...marks.values()].toSorted()).toEqual(['good', 'good', 'need'])
})

test('What has no boxes is one button away, and the grid one back', async ({ page, app }) => {
  const rubric = aRubricOfAllKinds()
  await openSitting(page, app, aSitting({ ...onPaper, rubric, scope: ['k'] }))
  await expect(page.getByText('6 questions here have no boxes for initials.')).toBeVisible()
  await page.getByRole('button', { name: 'Enter person by person' }).click()
  await expect(page.getByRole('article')).toHaveCount(7)
})

for (const [name, viewport] of [
  ['a phone', { width: 390, height: 844 }],
  ['a tablet', { width: 820, height: 1180 }],
] as const) {
  test(`The page of ${name} does not scroll sideways, and axe finds nothing`, async ({
    page,
    app,
  }) => {
    await page.setViewportSize(viewport)
    await openSitting(page, app, aSitting(onPaper))
    await field(page, '1.1a', 0).click()
    await page.keyboard.type('SB XK ')
    await expect(page.getByText('is nobody at the table')).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    expect(await findings(page)).toEqual([])
  })
}
