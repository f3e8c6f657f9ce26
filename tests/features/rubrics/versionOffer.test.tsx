import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import { fieldEdits, scopeEdit } from '#core/reflection.ts'
import { rubricHash } from '#core/rubricHash.ts'
import type { Rubric } from '#core/rubric.ts'
import { EarlierVersion } from '#features/rubrics/EarlierVersion.tsx'
import { VersionOffer } from '#features/rubrics/VersionOffer.tsx'
import { loadRubric } from '#rubrics/catalog.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { Storage } from '#storage/storage.ts'
import { aRatingItem, aRubric } from '../../support/builders.ts'
import { testBrowser, type TestBrowser } from '../../storage/testHost.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'

const old = aRubric()
/** One item reworded, one retired with an heir, one section gone, a level gone. */
const next = ((): Rubric => {
  const rubric = structuredClone(aRubric({ version: '1.1.0' }))
  const [first, second] = rubric.sections[0]!.skills
  first!.items[0]!.text = 'Adapt the guide.'
  Object.assign(second!.items[0]!, { retired: true, replacedBy: 'a.two.3' })
  second!.items.push(aRatingItem({ id: 'a.two.3', number: '1.2c', text: 'Say who does what.' }))
  return { ...rubric, sections: rubric.sections.slice(0, 1) }
})()

let browser: TestBrowser
let storage: Storage
let store: ReflectionStore
let page: TestPage | undefined

beforeEach(async () => {
  localStorage.clear()
  browser = testBrowser()
  storage = await freshStorage(browser)
  store = await reflection([old])
})

afterEach(async () => {
  await page?.close()
  page = undefined
})

async function reflection(rubrics: readonly Rubric[]): Promise<ReflectionStore> {
  const made = await storage.create({
    rubrics,
    edits: (id) => [
      ...fieldEdits('reflection', id, { team: 'Cedar hub', mode: 'team' }),
      ...fieldEdits('participant', 'p1', { initials: 'SB', order: 1 }),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  return opened.value
}

function mark(itemId: string, participantId = 'p1') {
  const place = { participantId, rubricId: 'test-rubric', itemId }
  store.apply([answerEdit(place, { kind: 'level', level: 'good' })])
}

async function show(content = <VersionOffer store={store} wide={false} />): Promise<TestPage> {
  page = await renderPage(content, { storage })
  return page
}

async function offered(words = 'A newer version of'): Promise<TestPage> {
  const shown = await show()
  await shown.until(() => shown.text().includes(words), 'the offer')
  return shown
}

/** Waits long enough for an offer to have come up. */
async function notOffered(): Promise<void> {
  const shown = await show()
  await shown.act(() => new Promise((resolve) => setTimeout(resolve, 60)))
  expect(shown.text()).toBe('')
}

const pinned = () => store.rubrics().map(({ rubric }) => rubric.version)

describe('another definition of a rubric', () => {
  test('is offered where its version is higher, and nothing changes by that', async () => {
    await storage.keepRubric(next, 'file')
    const shown = await offered()
    expect(shown.text()).toContain('“Network” is here: 1.1.0')
    expect(pinned()).toEqual(['1.0.0'])
  })

  test('is offered where the version is the same and the content is not', async () => {
    await storage.keepRubric({ ...next, version: '1.0.0' }, 'editor')
    await offered('Another wording of “Network”')
  })

  test('is not offered if it is older, the same, or of another id', async () => {
    await storage.keepRubric({ ...next, version: '0.9.0' }, 'file')
    await storage.keepRubric({ ...next, id: 'another' }, 'file')
    await storage.keepRubric(old, 'file')
    await notOffered()
  })

  test('that comes with the app is offered too', async () => {
    const shipped = await loadRubric('hub-learning-system')
    if (!shipped.ok) throw new Error('not shipped')
    store = await reflection([{ ...shipped.value.rubric, version: '0.0.1' }])
    const shown = await offered()
    await shown.press('button', 'See what changes')
    await shown.until(() => shown.text().includes('stay word for word'), 'the changes')
  })

  test('that another tab brings does not move the page that is open', async () => {
    await notOffered()
    await page!.act(async () => void (await storage.keepRubric(next, 'file')))
    expect(page!.text()).toBe('')
  })
})

describe('what would change', () => {
  test('is shown in numbers and one by one, before anything does', async () => {
    for (const item of ['a.one.1', 'a.two.1', 'b.one.1']) mark(item)
    // Someone who is no longer there: their marks are not counted.
    mark('a.two.1', 'gone')
    const items = ['test-rubric/b.one.1']
    store.apply(fieldEdits('strategy', 's1', { name: 'Weekly note', items, order: 1 }))
    await storage.keepRubric(next, 'file')
    const shown = await offered()
    await shown.press('button', 'See what changes')
    await shown.until(() => shown.text().includes('Answers that will be set aside: 2.'), 'it')
    for (const words of [
      'From version 1.0.0 to version 1.1.0',
      '2 methods stay word for word',
      '1 method in other words; answers stay',
      '2 methods no longer asked',
      '1 new method',
      'Before: Adapt the membership guide as the needs of the network shift.',
      'In its place, 1.2c: Say who does what.',
      '1 strategy is named only at what is no longer asked.',
    ]) {
      expect(shown.text()).toContain(words)
    }
    expect(pinned()).toEqual(['1.0.0'])
    await shown.press('button', 'Stay with this one')
    expect(pinned()).toEqual(['1.0.0'])
    expect(shown.has('button', 'See what changes')).toBe(true)
  })

  test('is done by saying so, and undone by going back: no mark is lost', async () => {
    for (const item of ['a.one.1', 'b.one.1']) mark(item)
    const before = JSON.stringify(store.responses().map(({ itemId, answer }) => [itemId, answer]))
    await storage.keepRubric(next, 'file')
    const shown = await offered()
    await shown.press('button', 'See what changes')
    await shown.until(() => shown.has('button', 'Use version 1.1.0'), 'the changes')
    await shown.press('button', 'Use version 1.1.0')
    expect(shown.text()).toContain('This reflection now uses version 1.1.0')
    expect(shown.text()).toContain('1 answer is set aside. Nothing is lost')
    expect(document.activeElement?.textContent).toContain('now uses version 1.1.0')
    expect(store.rubrics()[0]?.hash).toBe(rubricHash(next))
    await shown.press('button', 'Use the earlier version again')
    expect(shown.text()).toContain('uses version 1.0.0 of “Network” again')
    expect(store.rubrics()[0]?.hash).toBe(rubricHash(old))
    const after = JSON.stringify(store.responses().map(({ itemId, answer }) => [itemId, answer]))
    expect(after).toBe(before)
    await shown.press('button', 'Done')
    expect(shown.text()).toBe('')
  })

  test('keeps the place among the rubrics, and shows all sections if none chosen is left', async () => {
    store = await reflection([aRubric({ id: 'first' }), old])
    store.apply([scopeEdit(store.id, 'test-rubric', ['b'])])
    await storage.keepRubric(next, 'file')
    const shown = await offered()
    await shown.press('button', 'See what changes')
    await shown.until(() => shown.has('button', 'Use version 1.1.0'), 'the changes')
    await shown.press('button', 'Use version 1.1.0')
    expect(store.reflection().rubrics).toMatchObject([
      { rubricId: 'first' },
      { rubricId: 'test-rubric', hash: rubricHash(next), scope: undefined },
    ])
  })
})

describe('an offer that was declined', () => {
  test('does not come back in this reflection', async () => {
    await storage.keepRubric(next, 'file')
    const shown = await offered()
    await shown.press('button', 'Not now')
    expect(shown.text()).toBe('')
    await shown.close()
    page = undefined
    storage = await freshStorage(browser)
    const again = await storage.open(store.id)
    if (!again.ok) throw new Error(again.problem.kind)
    store = again.value
    await notOffered()
  })

  test('is offered in another reflection all the same', async () => {
    await storage.keepRubric(next, 'file')
    await (await offered()).press('button', 'Not now')
    await page?.close()
    storage = await freshStorage(browser)
    store = await reflection([old])
    await offered()
  })
})

describe('the way back, below Set up', () => {
  test('is not there while a reflection has had one definition', async () => {
    const shown = await show(<EarlierVersion store={store} />)
    expect(shown.text()).toBe('')
  })

  test('leads to the definition that was rated on before', async () => {
    mark('b.one.1')
    store.repinRubric(next)
    await storage.flushDrafts()
    const shown = await show(<EarlierVersion store={store} />)
    expect(shown.text()).toContain('“Network” is version 1.1.0 here.')
    await shown.press('button', 'Look at the earlier version')
    await shown.until(() => shown.text().includes('From version 1.1.0 to version 1.0.0'), 'it')
    expect(shown.text()).toContain('No answer is set aside.')
    await shown.press('button', 'Use the earlier version again')
    expect(pinned()).toEqual(['1.0.0'])
  })
})
