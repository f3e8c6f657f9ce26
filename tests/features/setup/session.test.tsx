import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits, type Mode, type Reflection } from '#core/reflection.ts'
import { privateSections } from '#core/privacy.ts'
import { NewReflectionPage } from '#features/setup/NewReflectionPage.tsx'
import { newReflectionEdits } from '#features/setup/setupForm.ts'
import { SetupPage } from '#features/setup/SetupPage.tsx'
import { en } from '#messages/en.ts'
import { loadRubric } from '#rubrics/catalog.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { Storage } from '#storage/storage.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { choose, field, hasField, type } from '../../support/typing.ts'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.setup
const OPEN = /^Open initialing/
const PAPER = /^Enter from paper/
const PRIVATE = /^Private, then reveal/
const RUBRIC_ID = 'hub-network-organization'
let page: TestPage

beforeEach(() => {
  location.hash = ''
})

afterEach(async () => {
  await page.close()
})

/** A team of two, one mark, in a sitting of one section; Mei Lin coaches, one step of two is open. */
async function anEarlierSitting(storage: Storage, mode: Mode = 'team'): Promise<ReflectionStore> {
  const loaded = await loadRubric(RUBRIC_ID)
  if (!loaded.ok) throw new Error(loaded.problem.kind)
  const { rubric } = loaded.value
  const made = await storage.create({
    rubrics: [rubric],
    edits: (reflectionId) => [
      ...newReflectionEdits({
        reflectionId,
        mode,
        rubrics: [{ rubric, sections: ['net.culture'] }],
        values: {
          team: 'Cedar hub',
          date: '2026-05-03',
          facilitator: 'Ana',
          adding: '',
          way: 'private',
          plan: 'minutes60',
          people: {
            p1: { name: 'Sam Brown', initials: 'SB' },
            ...(mode === 'team' && { p2: { name: 'Mei Lin', initials: 'ML' } }),
          },
        },
      }),
      ...fieldEdits('nextStep', 'n1', { what: 'Draft the welcome', who: 'Sam', order: 0 }),
      ...fieldEdits('nextStep', 'n2', { what: 'Thank the board', done: true, order: 1 }),
      answerEdit(
        { participantId: 'p1', rubricId: RUBRIC_ID, itemId: firstItem(rubric, 'net.culture') },
        { kind: 'level', level: 'good' },
      ),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

function firstItem(
  rubric: {
    sections: readonly { id: string; skills: readonly { items: readonly { id: string }[] }[] }[]
  },
  sectionId: string,
): string {
  return rubric.sections.find(({ id }) => id === sectionId)?.skills[0]?.items[0]?.id ?? ''
}

/** Presses Start and reads what was made. */
/** What begins it: a session with time for Learn, or the marks at once. */
const BEGIN = new RegExp(`^(${words.start}|${words.startSession})$`)

async function start(): Promise<ReflectionStore> {
  await page.press('button', BEGIN)
  await page.until(() => location.hash.startsWith('#/r/'), 'the way to the rubric')
  const opened = await page.storage.open(/^#\/r\/([^/]+)/.exec(location.hash)?.[1] ?? '')
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

const chosen = (name: RegExp) => {
  const radio = page.find('radio', name)
  return radio instanceof HTMLInputElement && radio.checked
}

test('A new team rates in private unless it chooses otherwise, and has no plan', async () => {
  const storage = await freshStorage()
  page = await renderPage(<NewReflectionPage mode="team" />, { storage })
  await page.until(() => page.has('checkbox', /^Build network culture/), 'the sections')
  expect(chosen(PRIVATE)).toBe(true)
  expect(page.has('radio', /^Each on their own device/)).toBe(false)
  await type(page, words.team, 'Cedar hub')
  await type(page, words.addPerson, 'Sam')
  await page.press('checkbox', /^Build network culture/)
  await page.press('radio', PAPER)
  await choose(page, words.planLength, 'minutes90')
  expect(page.text()).toContain('Learn15 min')
  const reflection = (await start()).reflection()
  expect(reflection).toMatchObject({ way: 'paper', workshop: { plan: 'minutes90' } })
})

test('A session begins with Learn where its plan has time for it, else with the marks', async () => {
  const ways = [
    ['', words.start, 'reflect'],
    ['minutes45', words.start, 'reflect'],
    ['minutes60', words.startSession, 'learn'],
  ] as const
  for (const [plan, button, step] of ways) {
    page = await renderPage(<NewReflectionPage mode="team" />)
    await type(page, words.team, 'Cedar hub')
    await type(page, words.addPerson, 'Ola')
    await page.until(() => page.has('checkbox', /^Build network culture/), 'the sections')
    await page.press('checkbox', /^Build network culture/)
    if (plan !== '') await choose(page, words.planLength, plan)
    expect(page.has('button', button)).toBe(true)
    await start()
    expect(location.hash).toMatch(new RegExp(`/${step}$`))
    await page.leave()
    location.hash = ''
  }
})

test('The way and the plan of a form left half-way are there again', async () => {
  const browser = testBrowser()
  page = await renderPage(<NewReflectionPage mode="team" />, { browser })
  await page.until(() => page.has('checkbox', /^Build network culture/), 'the sections')
  await page.press('radio', OPEN)
  await choose(page, words.planLength, 'halfDay')
  await page.close()
  page = await renderPage(<NewReflectionPage mode="team" />, { browser })
  await page.until(() => page.has('radio', OPEN), 'the form')
  expect(chosen(OPEN)).toBe(true)
  expect(page.text()).toContain('Reflect60 min')
})

test('Whoever reflects alone is asked neither how to rate nor how long', async () => {
  page = await renderPage(<NewReflectionPage mode="individual" />)
  await page.until(() => page.has('checkbox', /^Build network culture/), 'the sections')
  expect(page.has('radio', PRIVATE)).toBe(false)
  expect(page.text()).not.toContain(words.planLength)
  await type(page, words.name, 'Ana')
  await page.press('checkbox', /^Build network culture/)
  expect((await start()).reflection()).toMatchObject({ way: 'open', workshop: { plan: '' } })
})

test('Under way, marks given in private are shown only after a yes; going back leaves them private', async () => {
  const storage = await freshStorage()
  const store = await anEarlierSitting(storage)
  page = await renderPage(<SetupPage store={store} />, { storage })
  await page.until(() => page.has('radio', PRIVATE), 'the form')
  expect(page.text()).toContain(words.rateLater)
  await page.press('radio', OPEN)
  expect(store.reflection().way).toBe('private')
  await page.press('button', en.common.back)
  expect(chosen(PRIVATE)).toBe(true)
  await page.press('radio', OPEN)
  await page.press('button', words.showMarks)
  expect(store.reflection().way).toBe('open')
  await page.press('radio', PRIVATE)
  const rubric = store.rubrics()[0]?.rubric
  expect(rubric && privateSections(store.reflection(), rubric)).toEqual([])
  expect(store.responses().filter(({ answer }) => answer)).toHaveLength(1)
})

test('A way that is no longer offered stays chosen until another is', async () => {
  const storage = await freshStorage()
  const store = await anEarlierSitting(storage)
  store.apply(fieldEdits('reflection', store.id, { way: 'devices' }))
  page = await renderPage(<SetupPage store={store} />, { storage })
  await page.until(() => page.has('radio', PRIVATE), 'the form')
  expect(chosen(/^Each on their own device/)).toBe(true)
  await page.press('radio', PAPER)
  expect(store.reflection().way).toBe('paper')
  expect(page.has('radio', /^Each on their own device/)).toBe(false)
})

async function again(mode: Mode = 'team') {
  const browser = testBrowser()
  const storage = await freshStorage(browser)
  const earlier = await anEarlierSitting(storage, mode)
  page = await renderPage(<NewReflectionPage mode={mode} from={earlier.id} />, { browser, storage })
  await page.until(() => page.has('button', BEGIN), 'the form')
  return { browser, earlier }
}

test('A sitting starts from the last one: the same people and sections, its open steps, empty marks', async () => {
  const { earlier } = await again()
  expect(page.text()).toContain(
    'Kept: team, 2 people, 1 rubric with the same sections, 1 open next step. Marks, strategies and growth edges start empty.',
  )
  await type(page, words.addPerson, 'Ola')
  const store = await start()
  const reflection: Reflection = store.reflection()
  expect(reflection).toMatchObject({
    team: 'Cedar hub',
    facilitator: 'Ana',
    way: 'private',
    workshop: { plan: 'minutes60', after: earlier.id },
  })
  expect(reflection.date).not.toBe('2026-05-03')
  expect(reflection.participants.slice(0, 2).map(({ id }) => id)).toEqual(['p1', 'p2'])
  expect(reflection.participants).toHaveLength(3)
  expect(reflection.rubrics.map(({ scope }) => scope)).toEqual([['net.culture']])
  expect(store.responses()).toEqual([])
  expect(reflection.nextSteps).toMatchObject([{ what: 'Draft the welcome', carried: earlier.id }])
  expect(reflection.nextSteps[0]?.id).not.toBe('n1')
  // The earlier one is as it was.
  expect(earlier.reflection().nextSteps).toHaveLength(2)
  expect(earlier.responses()).toHaveLength(1)
})

test('What was begun from last time is there after a reload, and not in an empty form', async () => {
  const { browser, earlier } = await again()
  await type(page, words.team, 'Oak hub')
  await page.close()
  page = await renderPage(<NewReflectionPage mode="team" from={earlier.id} />, { browser })
  await page.until(() => hasField(words.team), 'the form')
  expect(field(words.team).value).toBe('Oak hub')
  await page.press('button', words.againAfresh)
  expect(field(words.team).value).toBe('Cedar hub')
  await page.close()
  page = await renderPage(<NewReflectionPage mode="team" />, { browser })
  expect(field(words.team).value).toBe('')
})

test('A leader alone starts from last time, too', async () => {
  await again('individual')
  expect(page.text()).toContain('Kept: your name, 1 rubric')
  const reflection = (await start()).reflection()
  expect(reflection.participants.map(({ id }) => id)).toEqual(['p1'])
  expect(reflection).toMatchObject({ mode: 'individual', way: 'open' })
})

test('One that is not on this device is told, with an empty form', async () => {
  page = await renderPage(<NewReflectionPage mode="team" from="elsewhere" />)
  await page.until(() => page.text().includes(words.againMissing), 'the sentence')
  expect(field(words.team).value).toBe('')
})

test('Earlier sittings of teams are offered to teams, and choosing one goes to its address', async () => {
  const storage = await freshStorage()
  const earlier = await anEarlierSitting(storage)
  page = await renderPage(<NewReflectionPage mode="individual" />, { storage })
  expect(page.text()).not.toContain(words.again)
  await page.leave()
  page = await renderPage(<NewReflectionPage mode="team" />, { storage })
  expect(page.text()).toContain('Cedar hub · May 3, 2026')
  await choose(page, words.again, earlier.id)
  expect(location.hash).toBe(`#/new/team?from=${earlier.id}`)
})
