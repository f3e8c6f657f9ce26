import { afterEach, expect, test } from 'vitest'
import type { Edit } from '#core/change.ts'
import { fieldEdits, scopeEdit, type Mode, type Participant } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { isFromNewerVersion } from '#exchange/knownFields.ts'
import { LearnPage } from '#features/learn/LearnPage.tsx'
import { pairsOf } from '#features/learn/pairs.ts'
import { exampleMarks, workedRow } from '#features/learn/workedRow.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aParticipant, aReflection } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { shippedRubric } from '../../support/sittings.ts'

let page: TestPage | undefined
let store: ReflectionStore

afterEach(async () => {
  await page?.close()
  page = undefined
})

interface Given {
  readonly rubrics?: readonly Rubric[]
  readonly mode?: Mode
  readonly initials?: readonly string[]
  readonly edits?: (id: string) => readonly Edit[]
  readonly rubricId?: string
}

/** Learn of a new sitting. */
async function learn({
  rubrics = [shippedRubric()],
  mode = 'team',
  initials = ['ML', 'SB'],
  edits = () => [],
  rubricId,
}: Given = {}): Promise<TestPage> {
  const storage = await freshStorage()
  const made = await storage.create({
    rubrics,
    edits: (id) => [
      ...fieldEdits('reflection', id, { mode, team: 'Cedar hub' }),
      ...initials.flatMap((each, order) =>
        fieldEdits('participant', each, { initials: each, name: `Name ${each}`, order }),
      ),
      ...edits(id),
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  const shown = await renderPage(<LearnPage store={store} rubricId={rubricId} />, { storage })
  page = shown
  await shown.until(
    () => shown.has('checkbox', /^Share the Air/) && shown.text().includes('Initiate'),
    'the commitments and the life cycle',
  )
  return shown
}

const commitments = () => store.reflection().workshop.commitments

/** The native list of a question about a person. */
function list(name: string): HTMLSelectElement {
  const found = [...document.querySelectorAll('select')].find(
    (each) =>
      each.getAttribute('aria-label') === name || each.labels[0]?.textContent.trim() === name,
  )
  if (!found) throw new Error(`No list "${name}"`)
  return found
}

async function choose(shown: TestPage, name: string, value: string) {
  await shown.act(() => {
    const select = list(name)
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

test('the domain is shown with its goal, its sections and skills, and where each is from', async () => {
  const shown = await learn({
    edits: (id) => [scopeEdit(id, 'hub-network-organization', ['net.culture'])],
  })
  for (const text of [
    'Developing and Managing the Network as an Organization',
    'Put in place the structures, tools, and routines',
    'Its 4 sections',
    'Today we look at 1 of 4.',
    'Build trust',
    'Plan logistics',
    'Source · DECK',
  ]) {
    expect(shown.text()).toContain(text)
  }
  expect(shown.text().match(/Today(?! we)/g)).toHaveLength(1)
})

test('the worked row is a real row of what was chosen, and says that it is an example', async () => {
  const shown = await learn({
    edits: (id) => [scopeEdit(id, 'hub-network-organization', ['net.culture'])],
  })
  const figure = shown.element('figure').textContent
  expect(figure).toContain('An example. Nothing here is kept.')
  expect(figure).toContain('3.1a')
  expect(figure).toContain('Name the shifts you ask for')
  expect(figure).toContain('Trust before tough data')
  expect(document.querySelectorAll('figure input')).toHaveLength(0)
  expect(store.responses()).toEqual([])
})

test('every commitment of the workshop can be chosen, and several at once', async () => {
  const shown = await learn()
  await shown.press('checkbox', /^Share the Air/)
  await shown.press('checkbox', /^All Teach/)
  expect(commitments()).toEqual(['Share the Air.', 'All Teach. All Learn.'])
  await shown.press('checkbox', /^Share the Air/)
  expect(commitments()).toEqual(['All Teach. All Learn.'])
})

/** Types into the field for own words, without leaving it. */
async function type(shown: TestPage, text: string): Promise<HTMLElement> {
  const field = shown.element('input[type=text]')
  await shown.act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  return field
}

test('words that are half typed wait for whoever comes back, and are known in copies', async () => {
  const shown = await learn()
  await type(shown, 'Listen fi')
  await shown.leave()
  expect(commitments()).toEqual([])
  expect(store.changes().filter(isFromNewerVersion)).toEqual([])
  const again = await renderPage(<LearnPage store={store} rubricId={undefined} />, {
    storage: shown.storage,
  })
  page = again
  await again.until(() => again.has('checkbox', /^Share the Air/), 'the commitments')
  expect(again.element('input[type=text]')).toHaveProperty('value', 'Listen fi')
})

test('own words join the list, and one that is taken back can be chosen again', async () => {
  const shown = await learn()
  const field = await type(shown, '  Listen first ')
  // Whoever goes on without pressing the button keeps the words.
  await shown.act(() => {
    field.focus()
    field.blur()
  })
  expect(commitments()).toEqual(['Listen first'])
  await shown.press('checkbox', 'Listen first')
  expect(commitments()).toEqual([])
  await shown.press('checkbox', 'Listen first')
  expect(commitments()).toEqual(['Listen first'])
})

test('a person says what they know and want to learn, and a pair is hinted at', async () => {
  const shown = await learn({ initials: ['ML', 'SB', '李明'] })
  await choose(shown, 'Knows well: ML', 'hub-learning-system')
  expect(shown.text()).not.toContain('sit together')
  await choose(shown, 'Wants to learn about: SB', 'hub-learning-system')
  expect(shown.text()).toContain('ML knows what SB wants to learn: sit together.')
  const [ml, sb] = store.reflection().participants
  expect(ml?.knows).toBe('hub-learning-system')
  expect(sb?.learns).toBe('hub-learning-system')
  await choose(shown, 'Wants to learn about: SB', '')
  expect(shown.text()).not.toContain('sit together')
})

test('a leader alone has two lists in the words of one, and no furniture of a team', async () => {
  const shown = await learn({ mode: 'individual', initials: ['JR'] })
  await choose(shown, 'A domain I know well', 'hub-organization')
  await choose(shown, 'A domain I want to learn about', 'hub-learning-system')
  expect(store.reflection().participants[0]).toMatchObject({
    knows: 'hub-organization',
    learns: 'hub-learning-system',
  })
  expect(shown.text()).toContain('What I want to practice today')
  expect(shown.text()).not.toMatch(/\bsit together\b|What we want|Person\b/)
  expect(document.querySelectorAll('table')).toHaveLength(0)
})

test('beside network health no domain of hub leadership is named', async () => {
  const shown = await learn({
    rubrics: [
      shippedRubric(),
      shippedRubric('hub-learning-system'),
      shippedRubric('network-health'),
    ],
    rubricId: 'network-health',
  })
  expect(shown.text()).toContain('This is not the Network Health Survey')
  for (const title of ['Network as an organization', 'Network as a learning system']) {
    expect(document.body.textContent).not.toContain(title)
  }
  expect(document.querySelectorAll('select')).toHaveLength(0)
  expect(shown.has('link', 'Rubrics of hub leadership')).toBe(true)
})

test('beside a hub rubric no domain of network health is named', async () => {
  const health = shippedRubric('network-health')
  const shown = await learn({ rubrics: [shippedRubric(), health] })
  // The tabs lead to the other rubric, by its name and the name of its family.
  const tabs =
    document.querySelector('nav[aria-label="Rubrics of this sitting"]')?.textContent ?? ''
  expect(tabs).toContain(health.shortTitle)
  const text = shown.text().replace(tabs, '')
  for (const { name } of health.sections.filter((each) => each.name.text.length > 12)) {
    expect(text).not.toContain(name.text)
  }
})

test('a rubric without boxes says how it works without a worked row', async () => {
  const shown = await learn({ rubrics: [shippedRubric('alignment-conversation')] })
  expect(shown.text()).toContain('This rubric has no boxes for initials.')
  expect(document.querySelectorAll('figure')).toHaveLength(0)
})

test('open next steps of last time greet, and a tick that was wrong can be taken back', async () => {
  const shown = await learn({
    edits: () => [
      ...fieldEdits('nextStep', 'old', { what: 'Call each site', carried: 'before', order: 0 }),
      ...fieldEdits('nextStep', 'past', {
        what: 'Long done',
        carried: 'before',
        done: true,
        order: 1,
      }),
      ...fieldEdits('nextStep', 'new', { what: 'From today', order: 2 }),
    ],
  })
  expect(shown.text()).toContain('Our next steps from last time')
  expect(shown.text()).not.toContain('Long done')
  expect(shown.text()).not.toContain('From today')
  const isDone = () => store.reflection().nextSteps.find(({ id }) => id === 'old')?.done
  await shown.press('checkbox', /^Call each site/)
  expect(isDone()).toBe(true)
  await shown.press('checkbox', /^Call each site/)
  expect(isDone()).toBe(false)
})

test('without a step of last time nothing greets', async () => {
  const shown = await learn({
    edits: () => fieldEdits('nextStep', 'new', { what: 'From today', order: 0 }),
  })
  expect(shown.text()).not.toContain('from last time')
})

test('the way on leads to the rubric that is shown', async () => {
  const shown = await learn({
    rubrics: [shippedRubric(), shippedRubric('hub-learning-system')],
    rubricId: 'hub-learning-system',
  })
  expect(shown.find('link', 'On to Reflect').getAttribute('href')).toBe(
    `#/r/${store.id}/reflect/hub-learning-system`,
  )
})

function seat(id: string, knows: string, learns: string): Participant {
  return aParticipant({ id, initials: id, knows, learns })
}

test('those who can help each other are seated first, and nobody twice', () => {
  const people = [seat('A', 'x', 'y'), seat('B', 'y', ''), seat('C', 'y', 'x'), seat('D', '', 'x')]
  expect(
    pairsOf(people).map(({ teacher, learner, isMutual }) => [teacher.id, learner.id, isMutual]),
  ).toEqual([['C', 'A', true]])
  expect(pairsOf([seat('A', '', ''), seat('B', '', '')])).toEqual([])
})

test('the example of any scale has every person in a box of its own', () => {
  for (const levels of [2, 3, 4, 5, 6]) {
    const marks = exampleMarks(levels, ['A', 'B', 'C', 'D'])
    expect(marks).toHaveLength(levels)
    expect(marks.flat().toSorted()).toEqual(['A', 'B', 'C', 'D'])
  }
})

test('a rubric that is out of scope still has a worked row', () => {
  const rubric = shippedRubric()
  const reflection = aReflection({
    rubrics: [{ rubricId: rubric.id, hash: 'h', scope: [] }],
  })
  expect(workedRow(reflection, rubric)?.item.number).toBe('1.1a')
})
