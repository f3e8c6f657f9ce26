import { afterEach, expect, test } from 'vitest'
import { answerEdit } from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { deleteEdit, fieldEdits, type Mode } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { SharePage } from '#features/share/SharePage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { Storage } from '#storage/storage.ts'
import { aNamedStrategy, aRubric, aSection } from '../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../support/page.tsx'
import { testBrowser } from '../storage/testHost.ts'

const words = en.growth
let page: TestPage
let store: ReflectionStore
let storage: Storage
let id: string

afterEach(async () => {
  await page.close()
})

const LN = { key: 'LN', title: 'Learning networks: goal, policies, commons' }

/** Sections a and b as the builder has them, each with named strategies. */
const rubric = aRubric({
  sources: [...aRubric().sources, LN],
  sections: aRubric().sections.map((section) => ({
    ...section,
    strategies: [
      aNamedStrategy({ id: `${section.id}.s1`, name: `Two-deep ${section.id}` }),
      aNamedStrategy({
        id: `${section.id}.s2`,
        name: `Front door ${section.id}`,
        provenance: 'adapted',
        source: ['LN'],
      }),
    ],
  })),
})

const mark = (person: string, itemId: string, level: string): Edit =>
  answerEdit({ participantId: person, rubricId: 'test-rubric', itemId }, { kind: 'level', level })

const named = (strategy: string, itemId: string, credit: readonly string[], name = strategy) =>
  fieldEdits('strategy', strategy, {
    name,
    how: `How ${strategy} goes.`,
    evidence: '',
    credit: [...credit],
    items: [`test-rubric/${itemId}`],
    order: 1,
  })

async function show({
  mode = 'team',
  of = rubric,
  edits = [],
}: { mode?: Mode; of?: Rubric; edits?: readonly Edit[] } = {}) {
  const browser = testBrowser()
  storage = await freshStorage(browser)
  const made = await storage.create({
    rubrics: [of],
    edits: (reflectionId) => [
      ...fieldEdits('reflection', reflectionId, { mode, team: 'Cedar hub' }),
      ...['SB', 'MW'].flatMap((initials, order) =>
        fieldEdits('participant', initials, { initials, name: initials, order }),
      ),
      mark('SB', 'a.one.1', 'great'),
      ...edits,
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  id = made.value
  const opened = await storage.open(id)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<SharePage store={store} rubricId={undefined} />, { browser, storage })
}

const edges = () => store.reflection().growthEdges
const borrowed = () => edges().map((edge) => edge.borrowed)
const radios = () =>
  [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((radio) =>
    (radio.closest('label')?.textContent ?? '').replace(/\s+/g, ' '),
  )

/** The text area with this label. */
function area(label: string): HTMLTextAreaElement {
  const found = [...document.querySelectorAll('textarea')].find(
    (one) => one.labels[0]?.textContent === label,
  )
  if (!found) throw new Error(`No "${label}"`)
  return found
}

async function write(label: string, text: string) {
  await page.act(() => {
    const field = area(label)
    field.focus()
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function growAt(skill: RegExp) {
  await page.press('button', /^Choose (where to grow|another place)$/)
  await page.press('radio', skill)
  await page.press('button', words.grow)
  await page.until(() => !page.has('button', words.grow), 'the form')
}

test('Choosing offers the skills by section, those with initials on the left first', async () => {
  await show({
    edits: [
      mark('SB', 'b.one.1', 'need'),
      mark('MW', 'b.one.1', 'better'),
      mark('MW', 'a.two.1', 'better'),
    ],
  })
  await page.press('button', words.choose)
  expect(radios()).toEqual([
    `2.1 Build trust${words.onTheLeft(2)}`,
    `1.2 Develop roles${words.onTheLeft(1)}`,
    '1.1 Build membership',
  ])
  const legends = [...document.querySelectorAll('dialog legend')].map((one) => one.textContent)
  expect(legends).toEqual(['Build network culture', 'Build membership and engagement'])
  expect(document.querySelector('dialog')?.textContent).not.toMatch(/\b(low|weak|poor)/i)
})

test('Choosing nothing says what is missing; strategies wait for the choice', async () => {
  await show()
  expect(page.text()).not.toContain('Two-deep')
  await page.press('button', words.choose)
  await page.press('button', words.grow)
  await page.until(() => page.text().includes(words.skillMissing), 'the message')
  expect(edges()).toEqual([])
  await page.press('radio', /Develop roles/)
  await page.press('button', words.grow)
  await page.until(() => edges().length === 1, 'the edge')
  expect(edges()[0]).toMatchObject({ rubricId: 'test-rubric', skillId: 'a.two' })
  expect(page.text()).toContain('Two-deep a')
  expect(document.activeElement?.textContent).toContain('Develop roles')
})

test('Known challenges are tapped in and out, and leave what was written', async () => {
  await show()
  await growAt(/Develop roles/)
  const label = words.voices.team.hard
  await write(label, 'Nobody answers.')
  await page.press('button', /^Managing turnover/)
  expect(area(label).value).toBe('Nobody answers.\nManaging turnover')
  expect(page.find('button', /^Managing turnover/).getAttribute('aria-pressed')).toBe('true')
  await page.press('button', /^Managing turnover/)
  expect(area(label).value).toBe('Nobody answers.')
  await page.press('button', en.common.done)
  expect(edges()[0]?.hard).toBe('Nobody answers.')
})

test('What others do stands nearest first and is borrowed with its credit', async () => {
  await show({
    edits: [
      ...named('Elsewhere', 'b.one.1', ['SB']),
      ...named('In the section', 'a.one.1', ['MW']),
      ...named('Weekly team note', 'a.two.2', ['MW', 'SB']),
    ],
  })
  await growAt(/Develop roles/)
  const offered = [...document.querySelectorAll('h6')].map((one) => one.textContent)
  expect(offered).toEqual([
    'Weekly team note',
    'In the section',
    'Two-deep a',
    'Front door a',
    'Two-deep b',
    'Front door b',
  ])
  expect(page.text()).toContain(`${words.namedAt('1.2b', true)}SBMW`)
  for (const name of ['Weekly team note', 'Two-deep a', 'Front door b']) {
    await page.press('button', words.borrowOf(name))
  }
  const lines = [
    'Weekly team note (from SB, MW)',
    'Two-deep a (drafted by the makers of the rubric)',
    'Front door b (adapted from Learning networks)',
  ]
  expect(borrowed()).toEqual([lines.join('\n')])
  await page.press('button', words.takeBackOf('Two-deep a'))
  expect(borrowed()).toEqual([[lines[0], lines[2]].join('\n')])
  await page.act(() => {
    store.undo()
  })
  expect(borrowed()).toEqual([lines.join('\n')])
  expect(page.has('button', words.takeBackOf('Two-deep a'))).toBe(true)
})

test('What is typed is a draft at once, and stands beside what is borrowed', async () => {
  await show()
  await growAt(/Develop roles/)
  const label = words.voices.team.borrowed
  await write(label, 'Call each new member.')
  expect(store.draft({ kind: 'growthEdge', record: edges()[0]?.id ?? '', field: 'borrowed' })).toBe(
    'Call each new member.',
  )
  await page.press('button', words.borrowOf('Front door a'))
  const both = 'Call each new member.\nFront door a (adapted from Learning networks)'
  expect(area(label).value).toBe(both)
  await page.act(() => storage.flushDrafts())
  const changes = await storage.allChanges(id)
  const values = changes.filter(({ field }) => field === 'borrowed').map(({ value }) => value)
  expect(new Set(values)).toEqual(new Set(['Call each new member.', both]))
})

test('A strategy without a name is called by how it begins', async () => {
  const edits = named('s1', 'a.two.1', [], '').map((edit) =>
    edit.field === 'how' ? { ...edit, value: `We ask ${'and listen '.repeat(10)}` } : edit,
  )
  await show({ edits })
  await growAt(/Develop roles/)
  await page.press('button', /^Borrow: We ask and listen/)
  expect(borrowed()).toEqual([
    'We ask and listen and listen and listen and listen and… (named in this sitting)',
  ])
})

test('Several edges stand one below the other; one that is removed can be brought back', async () => {
  await show()
  await growAt(/Develop roles/)
  await write(words.voices.team.hard, 'Turnover')
  await page.press('button', en.common.done)
  await growAt(/Build trust/)
  await page.press('button', en.common.done)
  await page.press('button', words.choose.replace('where to grow', 'another place'))
  expect(page.find('radio', /Develop roles/)).toHaveProperty('disabled', true)
  await page.press('button', words.cancel)
  await page.press('button', words.removeOf('Develop roles'))
  expect(edges().map(({ skillId }) => skillId)).toEqual(['b.one'])
  expect(page.text()).toContain(words.removed('Develop roles'))
  await page.press('button', en.common.undo)
  expect(edges().map(({ skillId, hard }) => [skillId, hard])).toEqual([
    ['a.two', 'Turnover'],
    ['b.one', ''],
  ])
  expect(page.text()).not.toContain(words.removed('Develop roles'))
})

test('Someone alone speaks as "I" and is not offered their own', async () => {
  await show({ mode: 'individual', edits: named('My own', 'a.two.1', ['SB']) })
  expect(page.text()).toContain(words.voices.individual.empty)
  await growAt(/Develop roles/)
  expect(area(words.voices.individual.hard)).toBeTruthy()
  expect([...document.querySelectorAll('h6')].map((one) => one.textContent)).not.toContain('My own')
})

test('A rubric that names no strategies says so and leads to the playbook', async () => {
  const bare = aRubric({ sections: [aSection({ strategies: [], challenges: [] })] })
  await show({ of: bare })
  await growAt(/Build membership/)
  expect(page.text()).toContain(words.none)
  expect(page.find('link', words.toPlaybook).getAttribute('href')).toBe('#/playbook')
  await page.act(() => store.apply(named('Here', 'a.one.1', ['MW'])))
  expect(page.text()).toContain(words.noneInRubric)
  expect(page.has('button', words.borrowOf('Here'))).toBe(true)
})

test('Words of two devices both stand until someone chooses', async () => {
  await show({
    edits: fieldEdits('growthEdge', 'g1', { rubricId: 'test-rubric', skillId: 'a.two' }),
  })
  const other = await freshStorage()
  const merged = await other.mergeIn({ changes: await storage.allChanges(id), rubrics: [] })
  expect(merged.ok).toBe(true)
  const there = await other.open(id)
  if (!there.ok) throw new Error(there.problem.kind)
  there.value.apply(fieldEdits('growthEdge', 'g1', { hard: 'Time' }))
  await page.act(() => store.apply(fieldEdits('growthEdge', 'g1', { hard: 'Turnover' })))
  await page.act(async () => {
    await storage.mergeIn({ changes: await other.allChanges(id), rubrics: [] })
  })
  await page.until(() => page.text().includes(en.reflect.otherVersions), 'both versions')
  expect(page.text()).toContain('Time')
  await page.press('button', en.reflect.keepBoth)
  expect(edges()[0]?.hard.split('\n').toSorted()).toEqual(['Time', 'Turnover'])
  expect(page.text()).not.toContain(en.reflect.otherVersions)
  other.close()
})

test('Words that another device emptied can be used, and there is no second text to keep', async () => {
  await show({
    edits: fieldEdits('growthEdge', 'g1', {
      rubricId: 'test-rubric',
      skillId: 'a.two',
      hard: 'Before',
    }),
  })
  const other = await freshStorage()
  const merged = await other.mergeIn({ changes: await storage.allChanges(id), rubrics: [] })
  expect(merged.ok).toBe(true)
  const there = await other.open(id)
  if (!there.ok) throw new Error(there.problem.kind)
  there.value.apply(fieldEdits('growthEdge', 'g1', { hard: '' }))
  await page.act(() => store.apply(fieldEdits('growthEdge', 'g1', { hard: 'Turnover' })))
  await page.act(async () => {
    await storage.mergeIn({ changes: await other.allChanges(id), rubrics: [] })
  })
  await page.until(() => page.text().includes(en.reflect.otherVersions), 'both versions')
  expect(page.has('button', en.reflect.keepBoth)).toBe(false)
  await page.press('button', en.reflect.useVersion)
  expect(edges()[0]?.hard).toBe('Turnover')
  expect(page.text()).not.toContain(en.reflect.otherVersions)
  other.close()
})

test('An edge whose skill is gone keeps its words', async () => {
  await show({
    edits: fieldEdits('growthEdge', 'g1', {
      rubricId: 'test-rubric',
      skillId: 'gone',
      hard: 'Kept',
    }),
  })
  expect(page.has('heading', words.goneSkill)).toBe(true)
  expect(page.text()).toContain('Kept')
  await page.act(() => store.apply([deleteEdit('growthEdge', 'g1')]))
  expect(page.text()).not.toContain('Kept')
})

test('Words that another device emptied can be left empty', async () => {
  const edge = { rubricId: 'test-rubric', skillId: 'a.two', hard: 'Before' }
  await show({ edits: fieldEdits('growthEdge', 'g1', edge) })
  const other = await freshStorage()
  await other.mergeIn({ changes: await storage.allChanges(id), rubrics: [] })
  const there = await other.open(id)
  if (!there.ok) throw new Error(there.problem.kind)
  there.value.apply(fieldEdits('growthEdge', 'g1', { hard: '' }))
  await page.act(() => store.apply(fieldEdits('growthEdge', 'g1', { hard: 'Turnover' })))
  await page.act(async () => {
    await storage.mergeIn({ changes: await other.allChanges(id), rubrics: [] })
  })
  await page.until(() => page.text().includes(en.reflect.otherVersions), 'both versions')
  await page.press('button', en.reflect.leaveEmpty)
  expect(edges()[0]?.hard).toBe('')
  expect(page.text()).not.toContain(en.reflect.otherVersions)
  other.close()
})

test('A borrowed strategy becomes a next step that keeps its credit, and can be taken back', async () => {
  await show({
    edits: [
      ...named('Welcome days', 'a.two.1', ['SB']),
      ...fieldEdits('nextStep', 'n1', { what: 'Earlier', order: 4 }),
    ],
  })
  await growAt(/Develop roles/)
  expect(page.has('button', words.makeStepOf('Welcome days'))).toBe(false)
  await page.press('button', words.borrowOf('Welcome days'))
  await page.press('button', words.makeStepOf('Welcome days'))
  expect(store.reflection().nextSteps).toMatchObject([
    { what: 'Earlier' },
    { what: 'Welcome days', from: 'Welcome days (from SB)', order: 5, done: false },
  ])
  expect(page.text()).toContain(words.isStep)
  expect(page.find('link', words.toPlan).getAttribute('href')).toBe(`#/r/${id}/plan`)
  await page.press('button', words.undoStepOf('Welcome days'))
  expect(store.reflection().nextSteps).toMatchObject([{ what: 'Earlier' }])
  expect(page.text()).not.toContain(words.isStep)
})

test('Each line to try can become a step from the card; an idea of our own needs no credit', async () => {
  await show({
    edits: fieldEdits('growthEdge', 'g1', {
      rubricId: 'test-rubric',
      skillId: 'a.two',
      borrowed: 'Two-deep (drafted by the makers of this app)\n\nAsk new members',
    }),
  })
  await page.press('button', words.makeStepOf('Two-deep'))
  await page.press('button', words.makeStepOf('Ask new members'))
  expect(store.reflection().nextSteps).toMatchObject([
    { what: 'Two-deep', from: 'Two-deep (drafted by the makers of this app)' },
    { what: 'Ask new members', from: '' },
  ])
  expect(page.has('button', words.makeStepOf('Two-deep'))).toBe(false)
})

test('Strategies named at one method of the skill can come first', async () => {
  await show({
    edits: [...named('Alpha', 'a.two.1', ['SB', 'MW']), ...named('Beta', 'a.two.2', ['SB'])],
  })
  await growAt(/Develop roles/)
  const names = () => [...document.querySelectorAll('h6')].map((one) => one.textContent).slice(0, 2)
  expect(names()).toEqual(['Alpha', 'Beta'])
  const list = [...document.querySelectorAll('select')].find(
    (one) => one.labels[0]?.textContent === words.lookFirst,
  )
  if (!list) throw new Error('no list')
  await page.act(() => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(
      list,
      'a.two.2',
    )
    list.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(names()).toEqual(['Beta', 'Alpha'])
})
