import { afterEach, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits, scopeEdit } from '#core/reflection.ts'
import { HomePage } from '#features/home/HomePage.tsx'
import { savePlace } from '#storage/places.ts'
import type { Storage } from '#storage/storage.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

let page: TestPage | undefined
afterEach(() => page?.close())

interface Made {
  readonly team?: string
  readonly mode?: 'team' | 'individual'
  readonly people?: number
  /** Short titles; one rubric without. */
  readonly rubrics?: readonly string[]
  /** Of those, ids of what is left out: its place, counted from 0. */
  readonly leftOut?: number
  readonly date?: string
  /** How many people answer the first method. */
  readonly answering?: number
}

async function make(storage: Storage, made: Made): Promise<string> {
  const { team = '', mode = 'team', date = '', people = 0, answering = 0 } = made
  const rubrics = made.rubrics?.map((shortTitle, at) => aRubric({ id: `rubric-${at}`, shortTitle }))
  const seats = Array.from({ length: people }, (_, seat) => `p${seat}`)
  const created = await storage.create({
    rubrics: rubrics ?? [aRubric()],
    edits: (id) => [
      ...fieldEdits('reflection', id, { team, mode, date }),
      ...(made.leftOut === undefined ? [] : [scopeEdit(id, `rubric-${made.leftOut}`, [])]),
      ...seats.flatMap((seat, order) =>
        fieldEdits('participant', seat, { initials: `P${order}`, order }),
      ),
      ...seats
        .slice(0, answering)
        .map((participantId) =>
          answerEdit(
            { participantId, rubricId: 'test-rubric', itemId: 'a.one.1' },
            { kind: 'level', level: 'good' },
          ),
        ),
    ],
  })
  if (!created.ok) throw new Error(created.problem.kind)
  return created.value
}

/** The first page over storage in which a test has made something. */
async function home(prepare: (storage: Storage) => Promise<unknown> = async () => undefined) {
  const browser = testBrowser()
  // The list says "today" by this computer's own clock.
  browser.clock = Date.now() - 60_000
  const storage = await freshStorage(browser)
  await prepare(storage)
  page = await renderPage(<HomePage openZone={null} installHint={null} />, { storage })
  return page
}

const cards = () => [...document.querySelectorAll('li')].map(({ textContent }) => textContent)

test('an empty device says what will wait here, and leaves the doors open', async () => {
  const shown = await home()
  expect(shown.text()).toContain('Reflections you start will wait here')
  for (const [name, address] of [
    [/^Run a workshop/, '#/new/team'],
    [/^Reflect on my own/, '#/new/alone'],
    [/^Print blank rubrics/, '#/print'],
    [/^Playbook/, '#/playbook'],
    [/^Rubrics/, '#/rubrics'],
    [/^Ready for the room/, '#/ready'],
  ] as const) {
    expect(shown.find('link', name).getAttribute('href')).toBe(address)
  }
})

test('a card says whose it is, what, how far and when, and leads to the rubric', async () => {
  let id = ''
  const shown = await home(async (storage) => {
    id = await make(storage, { team: 'Cedar hub', people: 4, answering: 2 })
  })
  expect(cards()).toHaveLength(1)
  expect(cards()[0]).toContain('Cedar hub')
  expect(cards()[0]).toContain('Network')
  expect(cards()[0]).toContain('2 of 4 people')
  expect(cards()[0]).toContain('1 of 5 answered')
  expect(cards()[0]).toMatch(/today at \d/)
  expect(shown.find('link', /^Cedar hub/).getAttribute('href')).toBe(`#/r/${id}/reflect`)
})

test('a card names two or three rubrics and counts the rest; what is left out is not named', async () => {
  await home(async (storage) => {
    await make(storage, { team: 'Two', rubrics: ['Hub', 'Health'] })
    await make(storage, { team: 'Five', rubrics: ['Hub', 'Health', 'Zones', 'Plan', 'Check'] })
    await make(storage, { team: 'One', rubrics: ['Hub', 'Health'], leftOut: 1 })
  })
  expect(cards()[0]).toMatch(/^OneReflect · Hub · /)
  expect(cards()[1]).toContain('Hub, Health and 3 more · ')
  expect(cards()[2]).toContain('Hub, Health · ')
})

test('a card leads back to the step that was left last on this device', async () => {
  let id = ''
  const shown = await home(async (storage) => {
    id = await make(storage, { team: 'Cedar hub' })
    savePlace(id, { step: 'plan' })
  })
  expect(cards()[0]).toContain('Plan · ')
  expect(shown.find('link', /^Cedar hub/).getAttribute('href')).toBe(`#/r/${id}/plan`)
})

test('a place that this version does not know leads to the rubric', async () => {
  let id = ''
  const shown = await home(async (storage) => {
    id = await make(storage, { team: 'Cedar hub' })
    savePlace(id, { step: 'no-such-step' })
  })
  expect(shown.find('link', /^Cedar hub/).getAttribute('href')).toBe(`#/r/${id}/reflect`)
})

test('a team starts from a sitting of another day, not from today’s half-done one', async () => {
  let earlier = ''
  const shown = await home(async (storage) => {
    await make(storage, { team: 'Today', people: 2, answering: 1 })
    await make(storage, { team: 'Blank', date: '2020-01-02' })
    await make(storage, {
      team: 'Alone',
      mode: 'individual',
      people: 1,
      answering: 1,
      date: '2020-01-02',
    })
    earlier = await make(storage, { team: 'Cedar', people: 2, answering: 1, date: '2020-01-02' })
  })
  const link = shown.find('link', /^Start from last time/)
  expect(link.getAttribute('href')).toBe(`#/new/team?from=${earlier}`)
  expect(link.getAttribute('aria-label')).toBe('Start from last time: Cedar')
})

test('the newest stands first, and a leader alone has no head-count', async () => {
  await home(async (storage) => {
    await make(storage, { team: 'Cedar hub', people: 2 })
    await make(storage, { mode: 'individual', people: 1 })
    await make(storage, {})
  })
  expect(cards().map((text) => /^(Unnamed team|My reflection|Cedar hub)/.exec(text)?.[0])).toEqual([
    'Unnamed team',
    'My reflection',
    'Cedar hub',
  ])
  expect(cards()[1]).not.toContain('people')
})

test('what is deleted can be brought back at once, the last one too', async () => {
  const shown = await home((storage) => make(storage, { team: 'Cedar hub' }))
  await shown.press('button', 'Delete Cedar hub')
  await shown.until(() => shown.text().includes('Cedar hub was deleted'), 'the notice')
  expect(cards()).toEqual([])
  await shown.press('button', 'Undo')
  await shown.until(() => cards().length === 1, 'the card')
  expect(shown.text()).not.toContain('was deleted')
})

test('a reflection that changes elsewhere on this device moves to the top', async () => {
  let first = ''
  const shown = await home(async (storage) => {
    first = await make(storage, { team: 'Cedar hub' })
    await make(storage, { team: 'Delta hub' })
  })
  expect(cards()[0]).toContain('Delta hub')
  const opened = await shown.storage.open(first)
  if (!opened.ok) throw new Error(opened.problem.kind)
  await shown.act(() => opened.value.apply(fieldEdits('reflection', first, { team: 'Cedar two' })))
  await shown.act(() => shown.storage.flushDrafts())
  await shown.until(() => cards()[0]?.includes('Cedar two') ?? false, 'the new order')
})
