import { afterEach, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { fieldEdits, type Mode } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { SummaryPage } from '#features/summary/SummaryPage.tsx'
import { en } from '#messages/en.ts'
import type { Storage } from '#storage/storage.ts'
import { aRatingItem, aRubric, aSection, aSkill } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.earlier
const noun = { one: 'method', many: 'methods' }
let page: TestPage
let storage: Storage

afterEach(async () => {
  await page.close()
})

interface Given {
  mode?: Mode
  team?: string
  date?: string
  way?: string
  /** Initials, which are ids here. */
  people?: readonly string[]
  /** `'SB a.one.1': 'good'` */
  marks?: Readonly<Record<string, string>>
  after?: string
  rubric?: Rubric
}

async function make(given: Given): Promise<string> {
  const {
    mode = 'team',
    team = 'Cedar hub',
    way = 'open',
    marks = {},
    people = ['SB', 'MW'],
  } = given
  const made = await storage.create({
    rubrics: [given.rubric ?? aRubric()],
    edits: (id): readonly Edit[] => [
      ...fieldEdits('reflection', id, {
        mode,
        team,
        way,
        date: given.date ?? '2026-11-20',
        after: given.after ?? '',
      }),
      ...people.flatMap((initials, order) =>
        fieldEdits('participant', initials, { initials, order }),
      ),
      ...Object.entries(marks).map(([place, level]) => {
        const [participantId = '', itemId = ''] = place.split(' ')
        const where = { participantId, itemId, rubricId: 'test-rubric' }
        return answerEdit(where, { kind: 'level', level })
      }),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value
}

const THEN = {
  date: '2026-06-03',
  people: ['SB', 'MW', 'JD'],
  marks: {
    'SB a.one.1': 'need',
    'MW a.one.1': 'good',
    'JD a.one.1': 'great',
    'JD a.two.1': 'good',
  },
}
const NOW = {
  'SB a.one.1': 'good',
  'MW a.one.1': 'good',
  'SB b.one.1': 'need',
  'SB a.two.1': 'good',
}

async function start() {
  const browser = testBrowser()
  storage = await freshStorage(browser)
  return browser
}

async function show(id: string, browser: Awaited<ReturnType<typeof start>>) {
  const opened = await storage.open(id)
  if (!opened.ok) throw new Error(opened.problem.kind)
  page = await renderPage(<SummaryPage store={opened.value} rubricId={undefined} />, {
    browser,
    storage,
  })
  return opened.value
}

const open = async () => {
  await page.press('button', words.show)
  await page.until(() => !page.text().includes(words.opening), 'the earlier sitting')
}

/** The rows of the comparison: its boxes as they are read out. */
function rows(): readonly string[] {
  const tables = [...document.querySelectorAll('table')]
  const [table] = tables.filter((one) => one.textContent.includes(words.whenThen))
  return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => {
    const when = row.querySelector('th[scope=row]')?.textContent
    const boxes = [...row.querySelectorAll('td')].map(
      (cell) => cell.querySelector('[class*=crowd] > span')?.textContent,
    )
    return `${when}: ${boxes.join(' | ')}`
  })
}

test('The sitting this one started from is put beside it, only when someone asks', async () => {
  const browser = await start()
  const after = await make(THEN)
  await show(await make({ after, marks: NOW }), browser)
  expect(page.text()).not.toContain(words.whenThen)
  await open()
  expect(page.text()).toContain(words.comparedWith('June 3, 2026'))
  expect(rows()).toEqual([
    'Then: SB | Nobody | MW | JD',
    'Now: Nobody | Nobody | SB, MW | Nobody',
    'Then: Nobody | Nobody | JD | Nobody',
    'Now: Nobody | Nobody | SB | Nobody',
  ])
})

test('What was compared and what was not is said, with who was there', async () => {
  const browser = await start()
  const after = await make(THEN)
  await show(await make({ after, marks: NOW, people: ['SB', 'MW', 'AR'] }), browser)
  await open()
  expect(page.text()).toContain(words.compared(2, 4, noun))
  expect(page.text()).toContain(words.both(2))
  expect(page.text()).toContain(words.onlyThen(['JD']))
  expect(page.text()).toContain(words.onlyNow(['AR']))
  expect(page.text()).toContain(words.notCompared(2, noun))
  expect(page.text()).toContain(words.reason('unmarkedThen', 1, noun))
  expect(page.text()).toContain(words.reason('unmarked', 1, noun))
})

test('Only people who were in both count if asked for, and their moves are told', async () => {
  const browser = await start()
  const after = await make(THEN)
  await show(await make({ after, marks: NOW }), browser)
  await open()
  expect(page.text()).not.toContain(words.moved('SB', 1, 3))
  await page.press('checkbox', words.onlyBoth)
  expect(rows()).toEqual([
    'Then: SB | Nobody | MW | Nobody',
    'Now: Nobody | Nobody | SB, MW | Nobody',
  ])
  expect(page.text()).toContain(words.moved('SB', 1, 3))
  expect(page.text()).toContain(words.reason('unmarkedThen', 2, noun))
})

test('A method in other words is compared and told with its earlier words', async () => {
  const browser = await start()
  const after = await make(THEN)
  const reworded = aRubric({
    sections: [
      aSection({ skills: [aSkill({ items: [aRatingItem({ text: 'Adapt the guide.' })] })] }),
    ],
  })
  await show(await make({ after, marks: NOW, rubric: reworded }), browser)
  await open()
  expect(page.text()).toContain(words.reworded(aRatingItem().text))
})

test('Any earlier sitting of the same team can be chosen; none of another team, and no later one', async () => {
  const browser = await start()
  await make(THEN)
  await make({ ...THEN, date: '2025-12-01', people: ['SB'] })
  await make({ ...THEN, team: 'Maple hub' })
  await make({ ...THEN, date: '2027-01-01' })
  await make({ ...THEN, mode: 'individual' })
  await show(await make({ marks: NOW, team: 'cedar  Hub' }), browser)
  await page.press('button', words.show)
  const select = document.querySelector('select')
  expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
    words.chooseNone,
    words.sitting('December 1, 2025', ['SB']),
    words.sitting('June 3, 2026', ['SB', 'MW', 'JD']),
  ])
  await page.act(() => {
    if (!select) return
    select.value = select.options[2]?.value ?? ''
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await page.until(() => rows().length === 4, 'the rows')
})

test('There is nothing of it without an earlier sitting, and a word where it is elsewhere', async () => {
  const browser = await start()
  await make({ ...THEN, team: 'Maple hub' })
  await show(await make({ marks: NOW }), browser)
  expect(page.has('button', words.show)).toBe(false)
  await page.leave()
  await show(await make({ marks: NOW, after: 'on-another-tablet' }), browser)
  await page.press('button', words.show)
  expect(page.text()).toContain(words.missing)
})

test('Marks that are still private are not shown, neither of now nor of then', async () => {
  const browser = await start()
  const after = await make({ ...THEN, way: 'private' })
  await show(await make({ after, marks: NOW }), browser)
  await open()
  expect(rows()).toEqual([])
  expect(page.text()).toContain(words.nothing(noun))
})

test('The earlier sitting is only read', async () => {
  const browser = await start()
  const after = await make(THEN)
  const before = await storage.allChanges(after)
  await show(await make({ after, marks: NOW }), browser)
  await open()
  await page.press('checkbox', words.onlyBoth)
  expect(await storage.allChanges(after)).toEqual(before)
})
