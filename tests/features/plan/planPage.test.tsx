import { afterEach, describe, expect, test } from 'vitest'
import type { Edit } from '#core/change.ts'
import { deleteEdit, fieldEdits, type Mode } from '#core/reflection.ts'
import { feedbackField } from '#core/workshop.ts'
import { PlanPage } from '#features/plan/PlanPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import type { Storage } from '#storage/storage.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.plan
let page: TestPage
let store: ReflectionStore
let storage: Storage

afterEach(async () => {
  await page.close()
})

async function make(edits: (id: string) => readonly Edit[]): Promise<string> {
  const made = await storage.create({ rubrics: [aRubric()], edits })
  if (!made.ok) throw new Error(made.problem.kind)
  return made.value
}

async function show({
  mode = 'team',
  way = 'open',
  edits = [],
}: { mode?: Mode; way?: string; edits?: readonly Edit[] } = {}) {
  const browser = testBrowser()
  storage = await freshStorage(browser)
  const earlier = await make((id) =>
    fieldEdits('reflection', id, { mode, team: 'Cedar hub', date: '2026-06-03' }),
  )
  const id = await make((one) => [
    ...fieldEdits('reflection', one, { mode, way, team: 'Cedar hub', after: earlier }),
    ...['SB', 'MW'].flatMap((initials, order) =>
      fieldEdits('participant', initials, { initials, name: `${initials} Name`, order }),
    ),
    ...edits.map((edit) => (edit.value === 'EARLIER' ? { ...edit, value: earlier } : edit)),
  ])
  const opened = await storage.open(id)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<PlanPage store={store} />, { browser, storage })
}

const steps = () => store.reflection().nextSteps
const whats = () => steps().map(({ what }) => what)
const aStep = (id: string, fields: Readonly<Record<string, string | number | boolean>>) =>
  fieldEdits('nextStep', id, { what: `Step ${id}`, order: 1, ...fields })
const headings = () => [...document.querySelectorAll('h3')].map((one) => one.textContent)

type Box = HTMLInputElement | HTMLTextAreaElement

/** The box with this label. */
function box(label: string): Box {
  const found = [...document.querySelectorAll<Box>('input, textarea')].find(
    (one) => one.labels?.[0]?.textContent === label,
  )
  if (!found) throw new Error(`No "${label}"`)
  return found
}

/** Types without leaving the box. */
async function type(label: string, text: string) {
  await page.act(() => {
    const field = box(label)
    field.focus()
    const { prototype } =
      field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const leave = () => page.act(() => (document.activeElement as HTMLElement).blur())
const write = async (label: string, text: string) => {
  await type(label, text)
  await leave()
}

describe('a next step', () => {
  test('is invited where there is none, and exists from its first words on', async () => {
    await show()
    expect(page.text()).toContain(words.voices.team.empty)
    await page.press('button', words.add)
    await page.press('button', en.common.done)
    expect(steps()).toEqual([])
    await page.press('button', words.add)
    await write(words.voices.team.what, 'Visit two sites')
    await page.press('button', 'MWMW Name')
    await page.press('button', words.byTexts[1] ?? '')
    await write(words.sign, 'They call back')
    await page.press('button', en.common.done)
    expect(steps()).toMatchObject([
      { what: 'Visit two sites', who: 'MW', by: 'our next meeting', sign: 'They call back' },
    ])
    expect(headings()).toContain('Visit two sites')
  })

  test('is a draft with every keystroke', async () => {
    await show()
    await page.press('button', words.add)
    await type(words.voices.team.what, 'Half a sen')
    const id = document.querySelector<HTMLElement>('[data-step]')?.dataset['step'] ?? ''
    expect(store.draft({ kind: 'nextStep', record: id, field: 'what' })).toBe('Half a sen')
    await page.leave()
    expect(whats()).toEqual(['Half a sen'])
    page = await renderPage(<PlanPage store={store} />, { storage })
  })

  test('takes initials in and out of whatever else is written', async () => {
    await show({ edits: aStep('s1', { who: 'Ana, SB' }) })
    await page.press('button', words.editOf('Step s1'))
    await page.press('button', 'SBSB Name')
    expect(steps()[0]?.who).toBe('Ana')
    await page.press('button', 'MWMW Name')
    expect(steps()[0]?.who).toBe('Ana, MW')
    expect(box(words.who).value).toBe('Ana, MW')
  })

  test('has one answer to by when: the last one given', async () => {
    await show({ edits: aStep('s1', { by: '2026-12-15' }) })
    expect(page.text()).toContain('By December 15, 2026')
    await page.press('button', words.editOf('Step s1'))
    expect(box(words.byDate).value).toBe('2026-12-15')
    await write(words.byWords, 'In spring')
    expect(steps()[0]?.by).toBe('In spring')
    expect(box(words.byDate).value).toBe('')
    await write(words.byDate, '2027-01-08')
    expect(steps()[0]?.by).toBe('2027-01-08')
    expect(box(words.byWords).value).toBe('')
  })

  test('is remarked on gently, and never blocked', async () => {
    await show({ edits: aStep('s1', { what: 'x'.repeat(200), who: '' }) })
    expect(page.text()).toContain(words.whoMissing)
    expect(page.text()).toContain(words.whatLong)
    await page.press('checkbox', words.doneOf('x'.repeat(200)))
    expect(steps()[0]?.done).toBe(true)
    expect(page.text()).not.toContain(words.whoMissing)
  })

  test('moves up and down, and the focus goes with it', async () => {
    await show({
      edits: [...aStep('s1', {}), ...aStep('s2', { order: 2 }), ...aStep('s3', { order: 2 })],
    })
    await page.press('button', words.downOf('Step s1'))
    expect(whats()).toEqual(['Step s2', 'Step s1', 'Step s3'])
    await page.until(
      () => document.activeElement?.getAttribute('aria-label') === words.downOf('Step s1'),
      'the focus',
    )
    expect(page.text()).toContain(words.movedTo(2, 3))
    await page.press('button', words.upOf('Step s3'))
    expect(whats()).toEqual(['Step s2', 'Step s3', 'Step s1'])
    await page.press('button', words.upOf('Step s2'))
    expect(whats()).toEqual(['Step s2', 'Step s3', 'Step s1'])
  })

  test('is removed with a way back to all that was written', async () => {
    await show({ edits: aStep('s1', { sign: 'They call back' }) })
    await page.press('button', words.removeOf('Step s1'))
    expect(steps()).toEqual([])
    expect(page.text()).toContain(words.removed('Step s1'))
    await page.press('button', en.common.undo)
    expect(steps()).toMatchObject([{ what: 'Step s1', sign: 'They call back' }])
  })

  test('stands in both versions where two devices wrote it, until someone chooses', async () => {
    await show({ edits: aStep('s1', { who: 'SB' }) })
    const other = await freshStorage()
    const changes = await storage.allChanges(store.id)
    expect((await other.mergeIn({ changes, rubrics: [] })).ok).toBe(true)
    const there = await other.open(store.id)
    if (!there.ok) throw new Error(there.problem.kind)
    there.value.apply(fieldEdits('nextStep', 's1', { who: 'Ana' }))
    await page.act(() => store.apply(fieldEdits('nextStep', 's1', { who: 'MW' })))
    await page.act(async () => {
      await storage.mergeIn({ changes: await other.allChanges(store.id), rubrics: [] })
    })
    await page.until(() => page.has('button', en.reflect.keepBoth), 'both versions')
    expect(page.text()).toContain(en.reflect.otherVersionsOf(words.fields.who))
    await page.press('button', en.reflect.keepBoth)
    expect(steps()[0]?.who.split(', ').toSorted()).toEqual(['Ana', 'MW'])
    other.close()
  })

  test('that was removed elsewhere, but changed since, is kept if someone says so', async () => {
    await show({ edits: aStep('s1', {}) })
    const other = await freshStorage()
    const changes = await storage.allChanges(store.id)
    expect((await other.mergeIn({ changes, rubrics: [] })).ok).toBe(true)
    const there = await other.open(store.id)
    if (!there.ok) throw new Error(there.problem.kind)
    there.value.apply([deleteEdit('nextStep', 's1')])
    await page.act(() => store.apply(fieldEdits('nextStep', 's1', { who: 'MW' })))
    await page.act(async () => {
      await storage.mergeIn({ changes: await other.allChanges(store.id), rubrics: [] })
    })
    await page.until(() => page.has('button', words.keepIt), 'the question')
    await page.press('button', words.keepIt)
    expect(page.has('button', words.keepIt)).toBe(false)
    expect(steps()).toMatchObject([{ who: 'MW' }])
    other.close()
  })
})

describe('a borrowed strategy', () => {
  const edge = fieldEdits('growthEdge', 'g1', {
    rubricId: 'test-rubric',
    skillId: 'a.two',
    borrowed: 'Team note (from SB)\n\nOpen hour',
    order: 1,
  })

  test('becomes a next step that keeps its credit, once', async () => {
    await show({ edits: edge })
    await page.press('button', words.makeStepOf('Team note (from SB)'))
    expect(steps()).toMatchObject([{ what: 'Team note', from: 'Team note (from SB)' }])
    expect(page.has('button', words.makeStepOf('Team note (from SB)'))).toBe(false)
    await page.press('button', words.makeStepOf('Open hour'))
    expect(steps()[1]).toMatchObject({ what: 'Open hour', from: '' })
    expect(page.has('button', words.makeStepOf('Open hour'))).toBe(false)
  })

  test('is offered in the form beside those named in the room; what is chosen stays', async () => {
    await show({
      edits: [
        ...edge,
        ...fieldEdits('strategy', 'x', {
          name: 'Guide',
          credit: ['MW'],
          items: ['test-rubric/a.one.1'],
        }),
        ...aStep('s1', { from: 'Gone (from AB)' }),
      ],
    })
    await page.press('button', words.editOf('Step s1'))
    const select = document.querySelector('select')
    expect([...(select?.options ?? [])].map(({ value }) => value)).toEqual([
      '',
      'Gone (from AB)',
      'Team note (from SB)',
      'Guide (from MW)',
    ])
    await page.act(() => {
      if (!select) return
      select.value = 'Guide (from MW)'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(steps()[0]?.from).toBe('Guide (from MW)')
  })

  test('of a section that is still private is not told', async () => {
    await show({
      way: 'private',
      edits: [
        ...fieldEdits('strategy', 'x', {
          name: 'Secret',
          credit: ['MW'],
          items: ['test-rubric/a.one.1'],
        }),
        ...aStep('s1', { from: 'Team note' }),
      ],
    })
    await page.press('button', words.editOf('Step s1'))
    expect(page.text()).not.toContain('Secret')
  })
})

describe('what was open last time', () => {
  const carried = aStep('c1', { what: 'Draft the welcome', carried: 'EARLIER' })

  test('comes first, with the day it is from', async () => {
    await show({ edits: [...aStep('s1', { order: 0 }), ...carried] })
    expect(page.text()).toContain(words.carriedFrom('June 3, 2026'))
    const [first] = headings()
    expect(first).toBe('Draft the welcome')
  })

  test('is ticked, kept among the next steps, or let go of; each has a way back', async () => {
    await show({ edits: carried })
    await page.press('button', words.keepOf('Draft the welcome'))
    expect(steps()[0]?.carried).toBe('')
    expect(page.text()).toContain(words.kept('Draft the welcome'))
    await page.press('button', en.common.undo)
    expect(steps()[0]?.carried).not.toBe('')
    await page.press('button', words.letGoOf('Draft the welcome'))
    expect(steps()).toEqual([])
    await page.press('button', en.common.undo)
    await page.press('checkbox', words.doneOf('Draft the welcome'))
    expect(steps()).toMatchObject([{ done: true }])
    expect(page.has('button', words.keepOf('Draft the welcome'))).toBe(false)
  })
})

describe('the page', () => {
  test('lists dates in their order, then what was said in words, without what is done', async () => {
    await show({
      edits: [
        ...aStep('s1', { by: 'In spring' }),
        ...aStep('s2', { by: '2027-01-08', order: 2 }),
        ...aStep('s3', { by: '2026-12-15', order: 3 }),
        ...aStep('s4', { by: '2026-12-01', order: 4, done: true }),
      ],
    })
    const part = [...document.querySelectorAll('section')].find((one) =>
      one.textContent.includes(words.lookLead),
    )
    const days = [...(part?.querySelectorAll('li > :first-child') ?? [])]
    expect(days.map(({ textContent }) => textContent)).toEqual([
      'December 15, 2026',
      'January 8, 2027',
      'In spring',
    ])
  })

  test('speaks of "I" to someone alone, and of no people', async () => {
    await show({ mode: 'individual' })
    expect(page.text()).toContain(words.voices.individual.lead)
    await page.press('button', words.add)
    expect(page.text()).not.toContain(words.who)
    expect(page.text()).toContain(words.signHintMine)
    await write(words.voices.individual.what, 'Call a coach')
    await page.press('button', en.common.done)
    expect(page.text()).not.toContain(words.whoMissing)
  })

  test('keeps answers to the questions about the tool with the sitting', async () => {
    await show()
    await page.act(() => {
      const details = document.querySelector('details')
      if (details) details.open = true
    })
    await page.until(() => document.querySelectorAll('details textarea').length === 3, 'questions')
    expect(page.text()).toContain(words.feedbackLead)
    await write('What about this tool helped you most?', 'The boxes')
    expect(
      store.value({
        kind: 'reflection',
        record: store.id,
        field: feedbackField('feedback.helped'),
      }),
    ).toBe('The boxes')
    expect(store.reflection().workshop.feedback.get('feedback.helped')).toBe('The boxes')
  })
})
