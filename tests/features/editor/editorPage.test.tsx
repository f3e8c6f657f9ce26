import { afterEach, expect, test, vi } from 'vitest'
import type { Json } from '#core/json.ts'
import { itemsOf, type Rubric } from '#core/rubric.ts'
import { parseRubricText } from '#core/rubricParse.ts'
import { EditorPage } from '#features/editor/EditorPage.tsx'
import { en } from '#messages/en.ts'
import { loadRubric } from '#rubrics/catalog.ts'
import { aRatingItem, aRubric, aRubricOfSize, aSection, aSkill } from '../../support/builders.ts'
import { catchDownloads } from '../../support/downloads.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.editor
let page: TestPage

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

let drafts = 0

/** Opens the editor on a draft, of a device that may have the definition it was copied from. */
async function write({
  content = {},
  copyOf,
  browser = testBrowser(),
}: { content?: unknown; copyOf?: Rubric; browser?: ReturnType<typeof testBrowser> } = {}) {
  const storage = await freshStorage(browser)
  const id = `draft-${(drafts += 1)}`
  let from: { id: string; hash: string } | undefined
  if (copyOf) {
    const kept = await storage.keepRubric(copyOf, 'file')
    if (!kept.ok) throw new Error(kept.problem.kind)
    from = { id: copyOf.id, hash: kept.value.hash }
  }
  storage.rubricDrafts.save({ id, content: (copyOf ?? content) as Json, from })
  await storage.rubricDrafts.flush()
  page = await renderPage(<EditorPage draftId={id} />, { browser, storage })
  await page.until(() => page.has('button', words.undo), 'the draft')
  return id
}

/** The draft as it is on disk. */
async function stored(id: string): Promise<Rubric> {
  await page.act(() => page.storage.rubricDrafts.flush())
  const draft = await page.storage.rubricDrafts.open(id)
  if (!draft.ok || !draft.value) throw new Error('No draft')
  return draft.value.content as unknown as Rubric
}

const texts = (rubric: Rubric) =>
  itemsOf(rubric, { retired: true }).map(({ item }) => `${item.number} ${item.text}`)

function labelled(name: string): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const all = [...document.querySelectorAll('label')].filter(
    ({ textContent }) => textContent.trim() === name,
  )
  const control = all.length === 1 ? document.getElementById(all[0]?.htmlFor ?? '') : null
  if (!control) throw new Error(`${all.length} fields "${name}"`)
  return control as HTMLInputElement
}

/** Writes as if it were typed at once, and leaves the field. */
async function fill(name: string, text: string) {
  await page.act(() => {
    const control = labelled(name)
    control.focus()
    const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')
    property?.set?.call(control, text)
    control.dispatchEvent(
      new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }),
    )
  })
  await page.act(() => labelled(name).blur())
}

const pressedKey = (key: string, on: EventTarget = document.body) =>
  page.act(() => {
    on.dispatchEvent(
      new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
    )
  })

const PART = (name: string) => new RegExp(`^\\d*${name}`)
const goTo = (name: string) => page.press('button', PART(name))
const told = () => document.querySelector('[role=status]')?.textContent

/** A rubric whose first section has one skill with these items. */
function asking(...lines: readonly string[]): Rubric {
  const items = lines.map((text, index) =>
    aRatingItem({ id: `a.one.${index + 1}`, number: `1.1${'abcdef'[index]}`, text }),
  )
  return aRubric({
    title: { text: 'Trust', provenance: 'drafted', source: [] },
    sources: [],
    sections: [aSection({ skills: [aSkill({ items })] })],
  })
}

test('A draft that is not here is told, with the way to all rubrics', async () => {
  page = await renderPage(<EditorPage draftId="nothing" />)
  await page.until(() => page.text().includes(words.missing), 'the words')
  expect(page.find('link', words.allRubrics).getAttribute('href')).toBe('#/rubrics')
})

test('What is stored and is no rubric is told and left alone', async () => {
  const storage = await freshStorage()
  storage.rubricDrafts.save({ id: 'odd', content: { id: 7 }, from: undefined })
  page = await renderPage(<EditorPage draftId="odd" />, { storage })
  await page.until(() => page.text().includes(words.unreadable), 'the words')
  const draft = await storage.rubricDrafts.open('odd')
  expect(draft.ok && draft.value?.content).toEqual({ id: 7 })
})

test('Every change is kept, and the file name follows the short title', async () => {
  const id = await write()
  await fill(words.fields.title, 'Running team meetings')
  await fill(words.fields.shortTitle, 'Team Meetings!')
  expect(await stored(id)).toMatchObject({
    title: { text: 'Running team meetings', provenance: 'drafted' },
    shortTitle: 'Team Meetings!',
    id: 'team-meetings',
  })
  expect(page.has('heading', 'Running team meetings')).toBe(true)
})

test('Coming back shows the same draft, to the letter', async () => {
  const browser = testBrowser()
  const id = await write({ browser })
  await fill(words.fields.title, 'Trust')
  const before = await stored(id)
  await page.close()
  const storage = await freshStorage(browser)
  page = await renderPage(<EditorPage draftId={id} />, { browser, storage })
  await page.until(() => page.has('heading', 'Trust'), 'the draft')
  expect(await stored(id)).toEqual(before)
})

test('Opening a draft and looking around changes nothing', async () => {
  const id = await write({ copyOf: asking('Keep promises.', 'Ask sites.') })
  const before = await stored(id)
  await goTo('Build membership')
  await page.press('button', 'Edit Method 1.1a')
  await goTo(words.parts.scales)
  await goTo(words.parts.sources)
  expect(await stored(id)).toEqual(before)
  expect(page.find('button', words.undo).getAttribute('aria-disabled')).toBe('true')
})

test('A new line is open with the focus in it, gets the next id and number, and is ours', async () => {
  const id = await write({ copyOf: asking('Keep promises.', 'Ask sites.') })
  await goTo('Build membership')
  await page.press('button', words.line.add('method'))
  expect(document.activeElement).toBe(labelled(words.fields.text))
  await fill(words.fields.text, 'Write back within a day.')
  const rubric = await stored(id)
  expect(itemsOf(rubric).at(2)?.item).toEqual({
    kind: 'rating',
    id: 'a.one.3',
    number: '1.1c',
    text: 'Write back within a day.',
    provenance: 'drafted',
    source: [],
    scale: 'four-boxes',
  })
})

test('A line moves and says where it is; used numbers stay with their lines', async () => {
  const id = await write({ copyOf: asking('Keep promises.', 'Ask sites.', 'Meet.') })
  await goTo('Build membership')
  await page.press('button', 'Edit Method 1.1a')
  await page.press('button', words.line.moveDown('Method 1.1a'))
  expect(told()).toBe('Method 1.1a is now 2 of 3')
  expect(document.activeElement).toBe(page.find('button', words.line.moveDown('Method 1.1a')))
  expect(texts(await stored(id))).toEqual(['1.1b Ask sites.', '1.1a Keep promises.', '1.1c Meet.'])
  await page.press('button', words.line.moveDown('Method 1.1a'))
  await page.press('button', words.line.moveDown('Method 1.1a'))
  expect(told()).toBe(words.steps.atEnd[1])
})

test('New lines are numbered in their order', async () => {
  const id = await write({ content: { ...asking('First.', 'Second.'), id: 'own' } })
  await goTo('Build membership')
  await page.press('button', 'Edit Method 1.1b')
  await page.press('button', words.line.moveUp('Method 1.1b'))
  expect(texts(await stored(id))).toEqual(['1.1a Second.', '1.1b First.'])
  expect(itemsOf(await stored(id)).map(({ item }) => item.id)).toEqual(['a.one.2', 'a.one.1'])
})

test('What was used is retired and asked again, never taken out', async () => {
  const id = await write({ copyOf: asking('Keep promises.', 'Ask sites.') })
  await goTo('Build membership')
  await page.press('button', 'Edit Method 1.1a')
  expect(page.has('button', words.line.remove('Method 1.1a'))).toBe(false)
  await page.press('button', words.line.retireNamed('Method 1.1a'))
  await fill(words.line.replacedBy, 'a.one.2')
  const [retired] = itemsOf(await stored(id), { retired: true })
  expect(retired?.item).toMatchObject({ id: 'a.one.1', retired: true, replacedBy: 'a.one.2' })
  await page.press('button', words.line.bringBackNamed('Method 1.1a'))
  expect(await stored(id)).toEqual(asking('Keep promises.', 'Ask sites.'))
})

test('A line of this draft is taken out, its neighbour has the focus, and undoing brings it back', async () => {
  const id = await write({ content: { ...asking('First.', 'Second.', 'Third.'), id: 'own' } })
  await goTo('Build membership')
  await page.press('button', 'Edit Method 1.1b')
  expect(page.has('button', words.line.retireNamed('Method 1.1b'))).toBe(false)
  await page.press('button', words.line.remove('Method 1.1b'))
  expect(texts(await stored(id))).toEqual(['1.1a First.', '1.1b Third.'])
  expect(document.activeElement).toBe(page.find('button', 'Edit Method 1.1b'))
  await page.press('button', words.undo)
  expect(texts(await stored(id))).toEqual(['1.1a First.', '1.1b Second.', '1.1c Third.'])
  expect(told()).toBe(words.steps.undone(words.steps.removed('Method 1.1b')))
  await page.press('button', words.redo)
  expect(texts(await stored(id))).toEqual(['1.1a First.', '1.1b Third.'])
})

test('An id is not given twice, even to what comes after a line that is gone', async () => {
  const id = await write({ copyOf: asking('First.') })
  await goTo('Build membership')
  await page.press('button', words.line.add('method'))
  await page.press('button', words.line.add('method'))
  await page.press('button', words.line.remove('Method 1.1b'))
  await page.press('button', words.line.add('method'))
  expect(itemsOf(await stored(id)).map(({ item }) => item.id)).toEqual([
    'a.one.1',
    'a.one.3',
    'a.one.4',
  ])
})

test('Undoing goes back step by step, where it happened, and a field typed in is one step', async () => {
  const id = await write({ content: { ...asking('First.'), id: 'own' } })
  await fill(words.fields.goal, 'One')
  await fill(words.fields.goal, 'One and two')
  await goTo('Build membership')
  await fill(words.fields.sectionName, 'Trust')
  await pressedKey('z', labelled(words.fields.sectionName))
  expect((await stored(id)).sections[0]?.name.text).toBe('Trust')
  await pressedKey('z')
  expect((await stored(id)).sections[0]?.name.text).toBe('Build membership and engagement')
  await goTo(words.parts.scales)
  await pressedKey('z')
  expect(labelled(words.fields.goal).value).toBe('One')
  await pressedKey('z')
  expect((await stored(id)).goal.text).toBe('Let the network grow as a learning organization.')
  await pressedKey('z')
  expect(told()).toBe(words.steps.nothing.undo)
  await pressedKey('y')
  expect((await stored(id)).goal.text).toBe('One')
})

test('What is left to do is counted at once, and said at the fields once asked for', async () => {
  await write()
  await page.until(() => page.has('button', /^Check: \d+ to do$/), 'the count')
  expect(page.text()).not.toContain(words.faults.empty(words.fields.goal))
  await page.press('button', /^Check: \d+ to do$/)
  expect(page.text()).toContain(words.faults.empty(words.fields.title))
  expect(page.find('button', words.check.keep)).toHaveProperty('disabled', true)
  await page.press('button', /^GoalGoal is still empty/)
  expect(document.activeElement).toBe(labelled(words.fields.goal))
  expect(labelled(words.fields.goal).getAttribute('aria-invalid')).toBe('true')
})

test('The way to a fault opens the line it is in', async () => {
  await write({ content: { ...asking('First.', ''), id: 'own' } })
  await page.until(() => page.has('button', words.toCheck(1)), 'the count')
  await page.press('button', words.toCheck(1))
  await page.press('button', /Build membership › method 1.1b/)
  expect(document.activeElement).toBe(labelled(words.fields.text))
})

test('Faults speak to people who never see a file', async () => {
  const content = asking('First.')
  const [section] = content.sections
  await write({
    content: {
      ...content,
      id: 'own',
      sections: [
        {
          ...section,
          skills: [
            {
              ...section?.skills[0],
              items: [
                aRatingItem({ number: '', provenance: 'adapted', scale: 'gone' }),
                {
                  kind: 'table',
                  id: 'a.one.2',
                  number: '1.1b',
                  text: 'A table',
                  columns: [],
                  rows: [],
                  grows: false,
                  provenance: 'drafted',
                  source: ['X'],
                },
              ],
            },
          ],
        },
      ],
    },
  })
  await page.press('button', /^Check: \d+ to do$/)
  const findings = [...document.querySelectorAll('li > button > span:nth-child(2)')]
    .map(({ textContent }) => textContent)
    .join('\n')
  for (const sentence of ['noNumber', 'noScale', 'noRows', 'needsSource', 'unlisted'] as const) {
    expect(findings).toContain(words.faults[sentence])
  }
  expect(findings).not.toMatch(/"|\bmember\b|\btrue\b|\[|\{/)
})

test('A valid draft is kept on the device under the next version, and its lines are used from then on', async () => {
  const id = await write({ copyOf: asking('Keep promises.') })
  await goTo('Build membership')
  await page.press('button', words.line.add('method'))
  await fill(words.fields.text, 'Ask sites.')
  await page.until(() => page.has('button', words.toCheck(0)), 'the judgement')
  await page.press('button', words.toCheck(0))
  expect(page.text()).toContain('1.1.0, because of what is asked since version 1.0.0: 1 added.')
  await page.press('button', words.check.keep)
  await page.until(() => page.text().includes(words.check.kept('1.1.0')), 'the word')
  const [own] = page.storage.ownRubrics.get()
  expect(own?.rubric).toMatchObject({ id: 'test-rubric', version: '1.1.0' })
  expect(own && texts(own.rubric)).toEqual(['1.1a Keep promises.', '1.1b Ask sites.'])
  await goTo('Build membership')
  expect(page.has('button', words.line.retireNamed('Method 1.1b'))).toBe(true)
  await fill(words.fields.sectionName, 'Trust')
  await page.until(() => page.has('button', words.toCheck(0)), 'the judgement')
  await page.press('button', words.toCheck(0))
  expect(page.text()).toContain(words.check.wordsVersion('1.1.1', '1.1.0'))
  expect((await stored(id)).version).toBe('1.1.0')
})

test('The file that is exported is the rubric, as the folder wants it', async () => {
  const files = catchDownloads()
  const shipped = await loadRubric('hub-network-organization')
  if (!shipped.ok) throw new Error(shipped.problem.kind)
  await write({ copyOf: shipped.value.rubric })
  await page.press('button', words.toCheck(0))
  await page.press('button', words.check.export)
  await page.until(() => files.length === 1, 'the file')
  expect(files[0]?.name).toBe('hub-network-organization.json')
  const text = (await files[0]?.text()) ?? ''
  expect(text).toContain('"$schema": "./rubric.schema.json"')
  const read = parseRubricText(text)
  expect(read.ok && read.value).toEqual(shipped.value.rubric)
})

test('The id of another rubric is refused', async () => {
  await write({ content: { ...asking('Keep promises.'), id: 'hub-organization' } })
  await page.press('button', /^Check: \d+ to do$/)
  expect(page.text()).toContain(words.faults.idTaken)
  expect(page.find('button', words.check.keep)).toHaveProperty('disabled', true)
})

test('Lines follow when the key of a source changes, and name it no more when it is gone', async () => {
  const content = asking('Keep promises.')
  const source = { provenance: 'adapted' as const, source: ['OLD'] }
  const id = await write({
    content: {
      ...content,
      id: 'own',
      goal: { text: 'Goal', ...source },
      sources: [
        { key: 'OLD', title: 'A book' },
        { key: 'OLDER', title: 'An older book' },
      ],
    },
  })
  await goTo(words.parts.sources)
  await page.press('button', words.line.edit(words.sources.named('OLD', 1)))
  await fill(words.sources.key, 'OLDER')
  expect((await stored(id)).goal.source).toEqual(['OLD'])
  await fill(words.sources.key, 'OLDEST')
  expect((await stored(id)).goal.source).toEqual(['OLDEST'])
  await fill(words.sources.key, 'BOOK')
  expect((await stored(id)).goal.source).toEqual(['BOOK'])
  await page.press('button', words.line.remove(words.sources.named('BOOK', 1)))
  expect((await stored(id)).goal.source).toEqual([])
  await page.press('button', words.undo)
  expect((await stored(id)).goal.source).toEqual(['BOOK'])
})

test('A thought on the words stands at its field, and offers the honest mark', async () => {
  const copyOf: Rubric = {
    ...asking('Keep promises.'),
    sources: [{ key: 'DECK', title: 'Deck' }],
    goal: { text: 'Grow as one.', provenance: 'source', source: ['DECK'] },
  }
  const id = await write({ copyOf })
  await fill(words.fields.goal, 'Leverage what others know.')
  await page.until(() => page.has('button', words.credit.markAdapted), 'the offer')
  expect(page.text()).toContain(en.editor.hints.jargon('leverage', 'use'))
  await page.press('button', words.credit.markAdapted)
  expect((await stored(id)).goal.provenance).toBe('adapted')
  await page.until(() => !page.has('button', words.credit.markAdapted), 'the end of it')
})

test('What another tab writes is shown, and ours is a step away', async () => {
  const browser = testBrowser()
  const id = await write({ browser, content: { ...asking('Keep promises.'), id: 'own' } })
  const other = await freshStorage(browser)
  const theirs = { ...asking('Keep promises.'), id: 'own', shortTitle: 'Theirs' }
  other.rubricDrafts.save({ id, content: theirs as unknown as Json, from: undefined })
  await other.rubricDrafts.flush()
  await page.until(() => labelled(words.fields.shortTitle).value === 'Theirs', 'their words')
  await page.press('button', words.undo)
  expect(labelled(words.fields.shortTitle).value).toBe('Network')
  other.close()
})

test('Of 240 lines only those that are open are drawn as a form', async () => {
  const large = aRubricOfSize({ sections: 6, skills: 4, items: 10 })
  await write({ content: { ...large, id: 'large' } })
  await goTo('Section 1')
  expect(document.querySelectorAll('textarea')).toHaveLength(0)
  expect(document.querySelectorAll('form [data-field]').length).toBeLessThan(70)
  await page.press('button', 'Edit Method 1.1a')
  expect(document.querySelectorAll('textarea')).toHaveLength(1)
})
