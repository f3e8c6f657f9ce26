import { afterEach, expect, test } from 'vitest'
import type { Edit } from '#core/change.ts'
import { answerEdit, type Answer } from '#core/answer.ts'
import { fieldEdits, type Mode } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { newReflectionEdits } from '#features/setup/setupForm.ts'
import { SummaryPage } from '#features/summary/SummaryPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aChange, aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.summary
let page: TestPage
let store: ReflectionStore

afterEach(async () => {
  await page.close()
})

const NAMES = ['SB', 'ML', 'AR', 'TO', 'JA', 'KN', 'OH', 'LF', 'PQ', 'ZN', 'VX', 'WY']

interface Given {
  mode?: Mode
  people?: number
  sections?: readonly string[]
  rubric?: Rubric
  edits?: readonly Edit[]
}

async function show({
  mode = 'team',
  people = 3,
  sections,
  rubric = aRubric(),
  edits = [],
}: Given = {}) {
  const browser = testBrowser()
  const storage = await freshStorage(browser)
  const made = await storage.create({
    rubrics: [rubric],
    edits: (reflectionId) => [
      ...newReflectionEdits({
        reflectionId,
        mode,
        rubrics: [{ rubric, sections: sections ?? ['a', 'b'] }],
        values: {
          team: mode === 'team' ? 'Cedar hub' : 'Ana Ruiz',
          date: '2026-11-22',
          facilitator: 'Ana',
          adding: '',
          way: 'open',
          plan: '',
          people: Object.fromEntries(
            NAMES.slice(0, people).map((initials) => [initials, { name: initials, initials }]),
          ),
        },
      }),
      ...edits,
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<SummaryPage store={store} rubricId={undefined} />, { browser, storage })
}

function mark(participantId: string, itemId: string, answer: string): Edit {
  const place = { participantId, rubricId: 'test-rubric', itemId }
  const given: Answer =
    answer === 'unknown' || answer === 'notOurs'
      ? { kind: 'setAside', reason: answer }
      : { kind: 'level', level: answer }
  return answerEdit(place, given)
}

function strategy(id: string, fields: Record<string, string | readonly string[]>) {
  return fieldEdits('strategy', id, fields)
}

/** The row of a skill, as a screen reader goes through it. */
function strip(skill: string): readonly string[] {
  const rows = [...document.querySelectorAll<HTMLElement>('[role=row]')]
  const row = rows.find((one) => one.querySelector('[scope=row]')?.textContent.includes(skill))
  if (!row) throw new Error(`No row of ${skill}`)
  return [...row.querySelectorAll('[role=cell]')].map(heard)
}

/** What is read out: everything but what is only for the eye. */
function heard(element: Element): string {
  const copy = document.createElement('div')
  copy.append(element.cloneNode(true))
  for (const unheard of copy.querySelectorAll('[aria-hidden=true]')) unheard.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

/** A part of the page, by its heading. */
function part(heading: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll('h2')].find((one) => one.textContent === heading)
  return found?.closest('section') ?? undefined
}

test('The title says which rubric, whose it is, when, how many and how to read it', async () => {
  await show({ edits: [mark('SB', 'a.one.1', 'good')] })
  expect(page.element('h1').textContent).toBe('Managing the network')
  expect(page.text()).toContain('Cedar hub')
  expect(page.text()).toContain('November 22, 2026')
  expect(page.text()).toContain('3 people')
  expect(page.text()).toContain('Facilitated by Ana')
  expect(page.text()).toContain(words.voices.team.howToRead)
})

test('A strip holds initials in the boxes, how often, and how much was answered', async () => {
  await show({
    edits: [
      mark('SB', 'a.two.1', 'good'),
      mark('SB', 'a.two.2', 'good'),
      mark('ML', 'a.two.1', 'need'),
    ],
  })
  expect(strip('Develop roles')).toEqual([
    'ML',
    'Nobody',
    'SB (2 methods)',
    'Nobody',
    '2 of 3 people, 2 of 2 methods',
  ])
  expect(page.element('[scope=rowgroup]').textContent).toContain('Build membership and engagement')
  expect(page.element('[scope=rowgroup]').textContent).toContain('2 of 3 people, 2 of 4 methods')
})

test('The summary is live: a new mark shows at once', async () => {
  await show()
  expect(page.text()).toContain(words.voices.team.emptyTitle)
  await page.act(() => store.apply([mark('AR', 'b.one.1', 'great')]))
  expect(page.text()).not.toContain(words.voices.team.emptyTitle)
  expect(strip('Build trust')[3]).toBe('AR')
})

test('Nowhere is a score, a mean, a per cent or a rank', async () => {
  await show({
    edits: NAMES.slice(0, 3).flatMap((id, index) => [
      mark(id, 'a.one.1', ['need', 'good', 'great'][index] ?? 'need'),
      mark(id, 'a.two.1', 'great'),
    ]),
  })
  expect(page.text()).not.toMatch(/%|\bmean\b|average|median|rank/i)
  expect(page.text().match(/score/gi)).toEqual(['score']) // "There is no score"
})

test('A crowd of more than eight is folded, opens with a tap, and is always read whole', async () => {
  await show({ people: 12, edits: NAMES.map((id) => mark(id, 'b.one.1', 'better')) })
  const cell = () => strip('Build trust')[1]
  expect(cell()).toContain(NAMES.join(', '))
  const chips = () => document.querySelectorAll('[data-level="2"] [data-tint]').length
  expect(chips()).toBe(7)
  await page.press('button', /\+5/)
  expect(chips()).toBe(12)
  await page.press('button', /Show fewer/)
  expect(chips()).toBe(7)
})

test('Eight people in a box need no folding', async () => {
  await show({ people: 8, edits: NAMES.slice(0, 8).map((id) => mark(id, 'b.one.1', 'better')) })
  expect(document.querySelectorAll('[data-level="2"] [data-tint]')).toHaveLength(8)
  expect(page.has('button', /\+/)).toBe(false)
})

test('Strategies stand by name with evidence and credit, and lead to their methods', async () => {
  await show({
    edits: [
      mark('SB', 'a.one.1', 'great'),
      ...strategy('s1', {
        name: 'Weekly note',
        how: 'A few lines a week.',
        evidence: 'Nine of ten teams report.',
        evidenceKind: 'process',
        credit: ['SB', 'ML'],
        items: ['test-rubric/a.one.1'],
      }),
    ],
  })
  const strengths = part(words.voices.team.strengths)
  expect(strengths?.querySelector('h3')?.textContent).toBe('Weekly note')
  expect(heard(strengths ?? document.body)).toContain('SB, ML')
  expect(strengths?.textContent).toContain('Nine of ten teams report.')
  expect(strengths?.textContent).toContain(words.evidenceKinds.process)
  expect(strengths?.querySelector('a')?.getAttribute('href')).toBe(
    `#/r/${store.id}/reflect/test-rubric/a/a.one.1`,
  )
})

test('Markup and long words in a strategy are text like any other', async () => {
  const nasty = '<img src=x onerror="alert(1)">\u202Eabc'
  await show({
    edits: [
      mark('SB', 'a.one.1', 'great'),
      ...strategy('s1', { name: nasty, evidence: nasty, items: ['test-rubric/a.one.1'] }),
    ],
  })
  expect(document.querySelector('h3')?.textContent).toBe(nasty)
  expect(document.querySelector('img')).toBeNull()
})

test('Marks two boxes apart are to be talked about first, with the rule and who stands where', async () => {
  await show({
    edits: [
      mark('SB', 'a.one.1', 'need'),
      mark('ML', 'a.one.1', 'great'),
      mark('SB', 'a.two.1', 'good'),
      mark('ML', 'a.two.1', 'great'),
    ],
  })
  const differences = part(words.talkFirst)
  const lines = [...(differences?.querySelectorAll('li a') ?? [])].map((link) => link.textContent)
  expect(lines).toEqual(['1.1a'])
  const ends = [...(differences?.querySelectorAll('li li') ?? [])].map(heard)
  expect(ends).toEqual(['1We really need to do thisSB', "4We're great at thisML"])
  expect(differences?.textContent).toContain('at least two boxes apart')
})

test('Strong methods without a strategy are listed with the way to their row', async () => {
  await show({ edits: [mark('SB', 'a.two.2', 'good'), mark('ML', 'a.one.1', 'need')] })
  const gaps = part(words.voices.team.withoutStrategy({ one: 'method', many: 'methods' }))
  const links = [...(gaps?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))
  expect(links).toEqual([`#/r/${store.id}/reflect/test-rubric/a/a.two.2`])
})

test('Set-aside answers stand apart from low marks, each reason in its words', async () => {
  await show({
    edits: [mark('SB', 'a.two.1', 'unknown'), mark('ML', 'a.two.1', 'notOurs')],
  })
  const setAside = [...(part(words.voices.team.setAside)?.querySelectorAll('li li') ?? [])]
  expect(setAside.map(heard)).toEqual(["We don't knowSB", 'Not our job, or not yetML'])
  expect(strip('Develop roles').slice(0, 4)).toEqual(['Nobody', 'Nobody', 'Nobody', 'Nobody'])
})

test('Marks of sections left out are counted as kept and not drawn', async () => {
  await show({
    sections: ['a'],
    edits: [mark('SB', 'b.one.1', 'good'), mark('SB', 'a.one.1', 'good')],
  })
  expect(page.text()).toContain(words.hidden(1))
  expect(() => strip('Build trust')).toThrow('No row')
})

test('Answers in words stand whole with who wrote them', async () => {
  const place = { participantId: 'ML', rubricId: 'test-rubric', itemId: 'a.one.words' }
  await show({ edits: [answerEdit(place, { kind: 'text', text: 'Line one.\nLine two.' })] })
  const voices = part(words.voices.team.answers)
  expect(voices?.textContent).toContain('Line one.\nLine two.')
  expect(voices?.textContent).toContain('ML')
})

test('An answer given differently on two devices is told, with whose it is', async () => {
  await show({ edits: [mark('SB', 'a.one.1', 'good')] })
  expect(part(words.contested)).toBeUndefined()
  const elsewhere = aChange({
    device: 'another-device',
    reflection: store.id,
    kind: 'response',
    record: 'SB/test-rubric/a.one.1',
    field: 'answer',
    value: { level: 'need' },
  })
  await page.act(async () => {
    await page.storage.mergeIn({ changes: [elsewhere], rubrics: [] })
  })
  await page.until(() => part(words.contested) !== undefined, 'the two answers')
  expect(heard(part(words.contested) ?? document.body)).toContain('SB')
})

test('Someone alone reads "I", sees no others and no differences', async () => {
  await show({ mode: 'individual', people: 1, edits: [mark('SB', 'a.one.1', 'good')] })
  expect(part(words.voices.individual.picture)).toBeDefined()
  expect(page.text()).toContain(words.voices.individual.howToRead)
  const headings = [...document.querySelectorAll('h1, h2, h3')].map((one) => one.textContent)
  expect(headings.join(' | ')).not.toMatch(/\b(we|our|us|ourselves)\b/i)
  expect(part(words.differences)).toBeUndefined()
  expect(strip('Build trust')[4]).toBe(words.coverageNone)
})

test('Growth edges and next steps show as soon as there are any', async () => {
  const voice = words.voices.team
  await show({ edits: [mark('SB', 'a.one.1', 'good')] })
  expect(part(voice.growthEdges)?.textContent).toContain(en.growth.voices.team.empty)
  expect(part(voice.nextSteps)).toBeUndefined()
  await page.act(() =>
    store.apply([
      ...fieldEdits('growthEdge', 'g1', {
        rubricId: 'test-rubric',
        skillId: 'a.two',
        hard: 'Turnover',
      }),
      ...fieldEdits('nextStep', 'n1', { what: 'Draft it', who: 'Sam', by: '2026-12-15', sign: '' }),
    ]),
  )
  expect(part(voice.growthEdges)?.textContent).toContain('Develop roles')
  expect(part(voice.nextSteps)?.textContent).toContain('By December 15, 2026')
})

test('Where words come from is marked and explained', async () => {
  await show({ edits: [mark('SB', 'a.one.1', 'good')] })
  for (const label of Object.values(en.common.provenance)) expect(page.text()).toContain(label)
  expect(page.text()).toContain('Based on a published tool.')
})

test('Control or Command with P opens our own sheet; other keys do not', async () => {
  await show({ edits: [mark('SB', 'a.one.1', 'good')] })
  const press = async (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })
    let isTaken = false
    await page.act(() => {
      isTaken = !window.dispatchEvent(event)
    })
    return isTaken
  }
  expect(await press({ key: 'p' })).toBe(false)
  expect(page.text()).not.toContain(words.parts)
  expect(await press({ key: 'p', ctrlKey: true })).toBe(true)
  expect(page.text()).toContain(words.parts)
})

test('The paper chosen on the sheet is remembered on this device; no part, no PDF', async () => {
  await show({ edits: [mark('SB', 'a.one.1', 'good')] })
  await page.press('button', words.make)
  await page.press('radio', /^A4/)
  expect(page.storage.settings.get().paper).toBe('a4')
  for (const box of document.querySelectorAll<HTMLElement>('dialog input:checked[type=checkbox]')) {
    await page.act(() => box.click())
  }
  const buttons = [...document.querySelectorAll('dialog button')]
  expect(buttons[0]).toHaveProperty('disabled', true)
  expect(page.text()).toContain(words.partsMissing)
})
