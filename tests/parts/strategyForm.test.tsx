import { afterEach, expect, test } from 'vitest'
import { fieldEdits } from '#core/reflection.ts'
import { en } from '#messages/en.ts'
// The form fetches it when it needs it; here it is at hand, so that no test waits.
import '#parts/EvidenceHint.tsx'
import { StrategyForm } from '#parts/StrategyForm.tsx'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRatingItem, aRubric } from '../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../support/page.tsx'

const words = en.share
let page: TestPage
let store: ReflectionStore

afterEach(async () => {
  await page.close()
})

/** The form for a new strategy, credited to the first person or to nobody. */
async function show({ credited = false } = {}) {
  const storage = await freshStorage()
  const made = await storage.create({
    rubrics: [aRubric()],
    edits: (id) => [
      ...fieldEdits('reflection', id, { mode: 'team', team: 'Cedar hub' }),
      ...fieldEdits('participant', 'SB', { initials: 'SB', name: 'Sam', order: 0 }),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  const reflection = store.reflection()
  page = await renderPage(
    <StrategyForm
      {...{ store, reflection }}
      rubric={aRubric()}
      item={aRatingItem()}
      person={credited ? reflection.participants[0] : undefined}
      strategyId="st1"
      onDone={() => undefined}
    />,
    { storage },
  )
  await page.until(() => page.has('button', words.hintsOff), 'the hint')
}

async function write(label: string, text: string) {
  const field = [...document.querySelectorAll('textarea')].find(
    (area) => area.labels[0]?.textContent === label,
  )
  if (!field) throw new Error(`No "${label}"`)
  await page.act(() => {
    field.focus()
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return field
}

const EVIDENCE = en.reflect.strategyEvidence.team

test('A gentle line says what the evidence has and asks for one thing more', async () => {
  await show()
  expect(page.text()).toContain(words.hintNone)
  await write(EVIDENCE, 'Nine of ten teams')
  expect(page.text()).toContain('You have a count. Could you add: since when?')
  await write(EVIDENCE, 'Nine of ten teams since May 2026')
  expect(page.text()).toContain('You have a count and a date. Could you add: where did you see it?')
  await write(EVIDENCE, 'Members like it')
  expect(page.text()).toContain('Could you add: how many, out of how many?')
  await write(EVIDENCE, 'In the May 2026 survey 9 of 10 teams said so, up from 4')
  expect(page.text()).toContain(words.hintAll)
})

test('The hint holds nothing up: without any of it the strategy is stored', async () => {
  await show()
  const field = await write(EVIDENCE, 'Members like it')
  await page.act(() => field.blur())
  expect(store.reflection().strategies).toMatchObject([{ id: 'st1', evidence: 'Members like it' }])
  expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0)
})

test('The hints can be turned off for the device, and on again in the same place', async () => {
  await show()
  await page.press('button', words.hintsOff)
  expect(page.text()).not.toContain(words.hintNone)
  expect(page.storage.settings.get().evidenceHints).toBe(false)
  await write(EVIDENCE, 'Nine of ten teams')
  expect(page.text()).not.toContain('You have')
  await page.press('button', words.hintsOn)
  expect(page.text()).toContain('You have a count')
  expect(page.storage.settings.get().evidenceHints).toBe(true)
})

test.each([
  [true, ['SB']],
  [false, []],
])('Credit starts with the person, where there is one (%s)', async (credited, credit) => {
  await show({ credited })
  const field = await write(en.reflect.strategyHow.team, 'Two of us know every site')
  await page.act(() => field.blur())
  expect(store.reflection().strategies).toMatchObject([{ credit }])
})
