import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reflection } from '#core/reflection.ts'
import { NewReflectionPage } from '#features/setup/NewReflectionPage.tsx'
import { en } from '#messages/en.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import {
  descriptionOf,
  field,
  fill,
  hasField,
  key,
  leave,
  paste,
  type,
} from '../../support/typing.ts'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.setup
const SECTION = /^Build membership and engagement/
let page: TestPage

beforeEach(() => {
  location.hash = ''
})

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

async function show(mode: 'team' | 'individual', browser = testBrowser()) {
  const storage = await freshStorage(browser)
  page = await renderPage(<NewReflectionPage mode={mode} />, { browser, storage })
  await page.until(() => page.has('checkbox', SECTION), 'the sections')
}

async function add(name: string) {
  await type(page, words.addPerson, name)
  await key(page, words.addPerson, 'Enter')
}

/** Presses Start and waits for the new reflection. */
async function start(): Promise<Reflection> {
  await page.press('button', words.start)
  await page.until(() => location.hash !== '', 'the way to the rubric')
  const id = /^#\/r\/([^/]+)\/reflect$/.exec(location.hash)?.[1]
  const opened = await page.storage.open(id ?? '')
  if (!opened.ok) throw new Error(opened.problem.kind)
  const reflection = opened.value.reflection()
  opened.value.close()
  return reflection
}

const people = (reflection: Reflection) =>
  reflection.participants.map(({ name, initials }) => `${initials}: ${name}`)

test('A team is set up with people, a date and one section, and is on disk before the rubric opens', async () => {
  await show('team')
  await fill(page, words.team, '  Cedar   hub ')
  await fill(page, words.date, '2026-11-22')
  await fill(page, words.facilitator, 'Ana')
  await add('Sam Brown')
  await add('Sue Black')
  await add('李明')
  await page.press('checkbox', SECTION)
  const reflection = await start()
  expect(reflection).toMatchObject({
    mode: 'team',
    way: 'private',
    team: 'Cedar hub',
    date: '2026-11-22',
    facilitator: 'Ana',
  })
  expect(people(reflection)).toEqual(['SB: Sam Brown', 'SuB: Sue Black', '李明: 李明'])
  expect(reflection.rubrics).toMatchObject([{ rubricId: 'hub-network-organization' }])
  expect(reflection.rubrics[0]?.scope).toHaveLength(1)
})

test('Enter adds the person, keeps the field ready for the next and says who is who', async () => {
  await show('team')
  await add('Sam Brown')
  expect(field(words.addPerson).value).toBe('')
  expect(document.activeElement).toBe(field(words.addPerson))
  expect(page.element('[role=status]').textContent).toBe('Sam Brown is SB. 1 person so far.')
})

test('The date is today, as a plain day', async () => {
  vi.setSystemTime(new Date(2026, 10, 22, 23, 50))
  await show('team')
  vi.useRealTimers()
  expect(field(words.date).value).toBe('2026-11-22')
})

test('What is missing is said at its field, and the first of them has the focus', async () => {
  await show('team')
  await page.press('button', words.start)
  await page.until(() => document.activeElement === field(words.team), 'the focus')
  expect(field(words.team).getAttribute('aria-invalid')).toBe('true')
  expect(descriptionOf(field(words.team))).toContain(words.teamMissing)
  expect(descriptionOf(field(words.addPerson))).toContain(words.peopleMissing)
  expect(descriptionOf(page.find('checkbox', SECTION))).toContain(words.sectionsMissing)
  await fill(page, words.team, 'Cedar hub')
  await page.press('button', words.start)
  await page.until(() => document.activeElement === field(words.addPerson), 'the next field')
  await add('Sam')
  await page.press('button', words.start)
  const section = page.find('checkbox', SECTION)
  await page.until(() => document.activeElement === section, 'the sections')
  await page.press('checkbox', SECTION)
  expect(people(await start())).toEqual(['Sa: Sam'])
})

test('A name that was typed and never added comes along', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await page.press('checkbox', SECTION)
  await type(page, words.addPerson, 'Mei Lin')
  expect(people(await start())).toEqual(['ML: Mei Lin'])
})

test('A pasted list adds everyone in it; a single pasted name stays in the field', async () => {
  await show('team')
  expect(await paste(page, words.addPerson, 'Sam Brown')).toBe(false)
  expect(await paste(page, words.addPerson, '1. Sam Brown\n2. Mei Lin\n3. Ana')).toBe(true)
  expect(page.text()).toContain('3 people added. 3 people so far.')
  expect(field('Initials of Mei Lin').value).toBe('ML')
})

test('There is room for forty; names beyond stay in the field', async () => {
  await show('team')
  const names = Array.from({ length: 42 }, (_, index) => `Person ${index}`)
  await paste(page, words.addPerson, names.join('\n'))
  expect(field(words.addPerson).value).toBe('Person 40, Person 41')
  expect(page.text()).toContain(words.notAdded(2, 40))
  await page.press('button', words.removePerson('Person 3'))
  await key(page, words.addPerson, 'Enter')
  expect(field(words.addPerson).value).toBe('Person 41')
})

test('Equal initials are named with whoever has them, and stop the start', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam Brown')
  await add('Mei Lin')
  await page.press('checkbox', SECTION)
  await fill(page, 'Initials of Mei Lin', 'sb')
  const told = 'Sam Brown has these initials too. Try ML.'
  await page.until(() => page.text().includes(told), 'the sentence')
  expect(descriptionOf(field('Initials of Mei Lin'))).toBe(told)
  await page.press('button', words.start)
  await page.until(() => document.activeElement !== document.body, 'the focus')
  expect(location.hash).toBe('')
  await fill(page, 'Initials of Mei Lin', 'ML')
  expect(people(await start())).toEqual(['SB: Sam Brown', 'ML: Mei Lin'])
})

test('A fault goes once the other person has given up the initials', async () => {
  await show('team')
  await add('Sam Brown')
  await add('Mei Lin')
  const told = 'Sam Brown has these initials too. Try ML.'
  await type(page, 'Initials of Mei Lin', 'SB')
  await page.until(() => page.text().includes(told), 'the sentence, while typing')
  await type(page, 'Initials of Sam Brown', 'Sam')
  await page.until(() => !page.text().includes(told), 'the sentence to go')
})

test('Nothing appears on leaving a field: what a finger is on its way to stays in its place', async () => {
  await show('team')
  const before = page.text()
  for (const name of [words.team, words.date, words.facilitator, words.addPerson]) {
    await page.act(() => field(name).focus())
    await leave(page, name)
    await page.act(() => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(page.text()).toBe(before)
  }
})

test('A removed person leaves Undo in their place, and comes back in their old seat', async () => {
  await show('team')
  await add('Sam Brown')
  await add('Mei Lin')
  await add('Ana')
  await fill(page, 'Initials of Mei Lin', 'MEI')
  await page.press('button', words.removePerson('Mei Lin'))
  expect(hasField('Initials of Mei Lin')).toBe(false)
  expect(document.activeElement).toBe(page.find('button', en.common.undo))
  await page.press('button', en.common.undo)
  expect(field(words.nameOf(2)).value).toBe('Mei Lin')
  expect(field('Initials of Mei Lin').value).toBe('MEI')
  expect(field(words.nameOf(3)).value).toBe('Ana')
})

test('A form left half-way is there again after a reload, half a name included', async () => {
  const browser = testBrowser()
  await show('team', browser)
  expect(page.text()).not.toContain(words.restored)
  await type(page, words.team, 'Cedar hub')
  await add('Sam Brown')
  await page.press('checkbox', SECTION)
  await type(page, words.addPerson, 'Mei')
  await page.close()
  await show('team', browser)
  expect(page.text()).toContain(words.restored)
  expect(field(words.team).value).toBe('Cedar hub')
  expect(field('Initials of Sam Brown').value).toBe('SB')
  expect(field(words.addPerson).value).toBe('Mei')
  await page.press('button', words.startAfresh)
  expect(field(words.team).value).toBe('')
  expect(hasField('Initials of Sam Brown')).toBe(false)
})

test('A form with nothing in it is not kept, however much it was looked at', async () => {
  const browser = testBrowser()
  for (const mode of ['team', 'individual'] as const) {
    await show(mode, browser)
    const name = mode === 'team' ? words.team : words.name
    await fill(page, name, 'Cedar')
    await fill(page, name, '')
    await page.act(() => field(words.date).focus())
    await leave(page, words.date)
    await page.close()
    await show(mode, browser)
    expect(page.text()).not.toContain(words.restored)
    await page.close()
  }
  await show('team', browser)
})

test('A date nobody touched is that of the day the form is taken up again; a chosen one stays', async () => {
  const browser = testBrowser()
  const dateOn = async (day: number) => {
    vi.setSystemTime(new Date(2026, 10, day, 12))
    await show('team', browser)
    vi.useRealTimers()
    return field(words.date).value
  }
  await dateOn(15)
  await type(page, words.team, 'Cedar hub')
  await page.close()
  expect(await dateOn(22)).toBe('2026-11-22')
  expect(field(words.team).value).toBe('Cedar hub')
  await fill(page, words.date, '2026-12-01')
  await page.close()
  expect(await dateOn(23)).toBe('2026-12-01')
})

test('The form gives its place in the history to the rubric, so that Back leads Home', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('checkbox', SECTION)
  const pushed = vi.spyOn(history, 'pushState')
  const replaced = vi.spyOn(history, 'replaceState')
  const { id } = await start()
  expect(pushed).not.toHaveBeenCalled()
  expect(String(replaced.mock.lastCall?.[2])).toContain(`#/r/${id}/reflect`)
})

test('A form that became a reflection is not offered again', async () => {
  const browser = testBrowser()
  await show('team', browser)
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('checkbox', SECTION)
  await start()
  await page.close()
  await show('team', browser)
  expect(field(words.team).value).toBe('')
})

const SUPPORT = /^Supporting Improvement Activity/
const DEFINE = /^Understand the problem/

/** Opens the list of all rubrics, presses some of its boxes, and closes it. */
async function pick(...names: readonly RegExp[]) {
  const isNone = page.has('button', words.addRubric)
  await page.press('button', isNone ? words.addRubric : words.addAnother)
  for (const name of names) await page.press('checkbox', name)
  await page.press('button', en.common.done)
}

test('Several rubrics are chosen, each with its own sections, in the order of choosing', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('checkbox', SECTION)
  await pick(SUPPORT)
  await page.until(() => page.has('checkbox', DEFINE), 'the sections of the second')
  expect(document.activeElement?.textContent).toBe('Supporting Improvement Activity')
  await page.press('button', words.start)
  await page.until(() => page.text().includes(words.sectionsMissing), 'the fault of the second')
  expect(descriptionOf(page.find('checkbox', DEFINE))).toBe(words.sectionsMissing)
  expect(descriptionOf(page.find('checkbox', SECTION))).toBe('')
  await page.press('checkbox', DEFINE)
  expect(page.text()).toContain('2 rubrics, 2 sections, about')
  const { rubrics } = await start()
  expect(rubrics.map(({ rubricId }) => rubricId)).toEqual([
    'hub-network-organization',
    'hub-improvement-activity',
  ])
  expect(rubrics.map(({ scope }) => scope?.length)).toEqual([1, 1])
})

test('The list of all rubrics stands by family, each with what it holds and how long it takes', async () => {
  await show('team')
  await page.press('button', words.addAnother)
  const families = [...document.querySelectorAll('dialog legend')].map((one) => one.textContent)
  expect(families[0]).toBe(words.families['hub-leadership'])
  const hint = page.find('checkbox', SUPPORT).closest('label')?.textContent
  expect(hint).toMatch(/\d+ sections\s· \d+ methods\s· about \d+ minutes\s· Community draft$/)
  expect(page.find('checkbox', /^Developing and Managing the Network/)).toHaveProperty(
    'checked',
    true,
  )
})

test('Network health beside hub leadership has its sections on a sheet of their own', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('checkbox', SECTION)
  await pick(/^Network health quick reflection/)
  await page.until(() => page.text().includes(words.sectionsOf(8, 8)), 'how many sections')
  expect(page.has('checkbox', /^Network culture/)).toBe(false)
  await page.press('button', new RegExp(`^${words.chooseSections}`))
  await page.press('checkbox', /^Network culture/)
  await page.press('button', en.common.done)
  const { rubrics } = await start()
  expect(rubrics.map(({ scope }) => scope?.length)).toEqual([1, 7])
})

test('A rubric that is not taken apart starts whole, and asks for nothing more', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('button', /^Take out Developing and Managing the Network/)
  await pick(/^Network life-cycle checklist/)
  await page.until(() => page.has('checkbox', /^Sustain, spread, scale/), 'its sections')
  const { rubrics } = await start()
  expect(rubrics).toMatchObject([{ rubricId: 'life-cycle-checklist', scope: undefined }])
})

test('A rubric can be taken out again; without any, Start says so and leads to the list', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('button', /^Take out Developing and Managing the Network/)
  expect(document.activeElement?.textContent).toBe(words.rubrics)
  expect(page.text()).toContain(words.noRubric)
  await page.press('button', words.start)
  const way = page.find('button', words.addRubric)
  await page.until(() => document.activeElement === way, 'the focus')
  expect(descriptionOf(way)).toBe(words.rubricMissing)
  await pick(SUPPORT)
  await page.until(() => page.has('checkbox', DEFINE), 'its sections')
  expect(page.text()).not.toContain(words.rubricMissing)
  await page.press('checkbox', DEFINE)
  expect((await start()).rubrics).toMatchObject([{ rubricId: 'hub-improvement-activity' }])
})

test('The rubrics of a form left half-way are there again, with their sections', async () => {
  const browser = testBrowser()
  await show('team', browser)
  await pick(SUPPORT)
  await page.until(() => page.has('checkbox', DEFINE), 'its sections')
  await page.press('checkbox', DEFINE)
  await page.close()
  await show('team', browser)
  await page.until(() => page.has('checkbox', DEFINE), 'its sections again')
  expect(page.find('checkbox', DEFINE)).toHaveProperty('checked', true)
  expect(page.find('checkbox', SECTION)).toHaveProperty('checked', false)
})

test('A form that a version with one rubric kept loads, with its section chosen', async () => {
  const browser = testBrowser()
  const earlier = await freshStorage(browser)
  const form = {
    team: 'Cedar hub',
    facilitator: '',
    adding: '',
    sections: ['net.membership', 'gone'],
  }
  const people = { p1: { name: 'Sam', initials: 'Sa' } }
  earlier.settings.set({ unfinished: { team: { ...form, people } } })
  earlier.close()
  await show('team', browser)
  expect(field(words.team).value).toBe('Cedar hub')
  expect(page.find('checkbox', SECTION)).toHaveProperty('checked', true)
  expect((await start()).rubrics).toMatchObject([
    { rubricId: 'hub-network-organization', scope: ['net.membership'] },
  ])
})

test('The two forms do not mix: a team left half-way is not offered to someone alone', async () => {
  const browser = testBrowser()
  await show('team', browser)
  await type(page, words.team, 'Cedar hub')
  await page.close()
  await show('individual', browser)
  expect(field(words.name).value).toBe('')
})

test('A leader alone gives a name and is the one participant; initials follow until changed', async () => {
  await show('individual')
  expect(hasField(words.addPerson)).toBe(false)
  expect(hasField(words.initialsOwn)).toBe(false)
  await type(page, words.name, 'Ana Ruiz')
  expect(field(words.initialsOwn).value).toBe('AR')
  await type(page, words.initialsOwn, 'ANA')
  await type(page, words.name, 'Ana Ruiz Gil')
  expect(field(words.initialsOwn).value).toBe('ANA')
  await leave(page, words.initialsOwn)
  await page.press('checkbox', SECTION)
  const reflection = await start()
  expect(reflection).toMatchObject({ mode: 'individual', team: 'Ana Ruiz Gil' })
  expect(people(reflection)).toEqual(['ANA: Ana Ruiz Gil'])
})

test('A disk that refuses is told with a next step, and the form stays as it is', async () => {
  await show('team')
  await fill(page, words.team, 'Cedar hub')
  await add('Sam')
  await page.press('checkbox', SECTION)
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full)
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full)
  await page.press('button', words.start)
  await page.until(() => page.text().includes(en.problems.storageFull.title), 'the problem')
  expect(field(words.team).value).toBe('Cedar hub')
  expect(location.hash).toBe('')
})

function full(): never {
  throw new DOMException('The disk is full.', 'QuotaExceededError')
}
