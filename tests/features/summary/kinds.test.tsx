import { afterEach, expect, test } from 'vitest'
import {
  answerEdit,
  cellField,
  NOTE,
  responseId,
  rowEdit,
  TEAM,
  type Answer,
} from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { fieldEdits, scopeEdit, type Mode } from '#core/reflection.ts'
import type { Rubric } from '#core/rubric.ts'
import { newReflectionEdits } from '#features/setup/setupForm.ts'
import { SummaryPage } from '#features/summary/SummaryPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import {
  aRatingItem,
  aRubric,
  aRubricOfAllKinds,
  aSection,
  aSkill,
} from '../../support/builders.ts'
import { aStatusItem } from '../../support/kinds.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.summary
const voice = words.voices.team
const KINDS = 'kinds-rubric'
let page: TestPage
let store: ReflectionStore

afterEach(() => page.close())

interface Given {
  rubrics?: readonly Rubric[]
  rubricId?: string
  mode?: Mode
  edits?: readonly Edit[]
}

async function show({
  rubrics = [aRubricOfAllKinds()],
  rubricId,
  mode = 'team',
  edits = [],
}: Given = {}) {
  const browser = testBrowser()
  const storage = await freshStorage(browser)
  const people = mode === 'team' ? ['SB', 'ML', 'AR'] : ['SB']
  const made = await storage.create({
    rubrics,
    edits: (reflectionId) => [
      ...newReflectionEdits({
        reflectionId,
        mode,
        rubrics: rubrics.map((rubric) => ({
          rubric,
          sections: rubric.sections.map(({ id }) => id),
        })),
        values: {
          team: 'Cedar hub',
          date: '2026-11-22',
          facilitator: '',
          adding: '',
          way: 'open',
          plan: '',
          people: Object.fromEntries(people.map((initials) => [initials, { name: '', initials }])),
        },
      }),
      ...fieldEdits('site', 'oak', { name: 'Oak School', order: 0 }),
      ...fieldEdits('site', 'elm', { name: 'Elm School', order: 1 }),
      ...edits,
    ],
  })
  if (!made.ok) throw new Error(made.problem.kind)
  const opened = await storage.open(made.value)
  if (!opened.ok) throw new Error(opened.problem.kind)
  store = opened.value
  page = await renderPage(<SummaryPage store={store} rubricId={rubricId} />, { browser, storage })
}

function place(participantId: string, itemId: string, siteId?: string) {
  return { participantId, rubricId: KINDS, itemId, siteId }
}

const give = (participantId: string, itemId: string, answer: Answer, siteId?: string) =>
  answerEdit(place(participantId, itemId, siteId), answer)

const put = (participantId: string, siteId: string, zone: string, [x, y]: [number, number]) =>
  give(participantId, 's.place.zone', { kind: 'placement', zone, x, y }, siteId)

function note(participantId: string, itemId: string, text: string, siteId?: string): Edit {
  const record = responseId(place(participantId, itemId, siteId))
  return { kind: 'response', record, field: NOTE, value: text }
}

const cell = (itemId: string, row: string, column: string, text: string): Edit => ({
  kind: 'response',
  record: responseId(place(TEAM, itemId)),
  field: cellField(row, column),
  value: text,
})

/** What is read out of an element: everything but what is only for the eye. */
function heard(element: Element | undefined): string {
  const copy = document.createElement('div')
  if (element) copy.append(element.cloneNode(true))
  for (const unheard of copy.querySelectorAll('[aria-hidden=true]')) unheard.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

function part(heading: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll('h2')].find((one) => one.textContent === heading)
  return found?.closest('section') ?? undefined
}

/** The line of an item, by its number. */
function line(number: string): HTMLElement | undefined {
  const link = [...document.querySelectorAll('li a')].find((one) => one.textContent === number)
  return link?.closest('li') ?? undefined
}

/** The innermost list entries of an item's line, as they are read out. */
const entries = (number: string) =>
  [...(line(number)?.querySelectorAll('li') ?? [])]
    .filter((one) => !one.querySelector('li'))
    .map(heard)

test('A choice says what was chosen, by how many of everyone and by whom', async () => {
  const one = (option: string): Answer => ({ kind: 'options', options: [option] })
  await show({
    edits: [
      give('SB', 'k.ask.one', one('develop')),
      give('AR', 'k.ask.one', one('develop')),
      give('ML', 'k.ask.one', one('initiate')),
    ],
  })
  expect(entries('1.2a')).toEqual(['Initiate1 of 3 peopleML', 'Develop2 of 3 peopleSB, AR'])
})

test('Of several chosen options each has its people, and a note stands with its writer', async () => {
  await show({
    edits: [
      give('SB', 'k.ask.many', { kind: 'options', options: ['teach', 'share'] }),
      give('ML', 'k.ask.many', { kind: 'options', options: ['share'] }),
      note('ML', 'k.ask.many', 'I talk too much.'),
    ],
  })
  expect(entries('1.2b')).toEqual([
    'All teach, all learn1 of 3 peopleSB',
    'Share the air2 of 3 peopleSB, ML',
    'MLI talk too much.',
  ])
})

test('A checklist stands by how far each line is, and says how many are open', async () => {
  const items = ['One', 'Two', 'Three'].map((text, at) =>
    aStatusItem({ id: `c.${at}`, number: `1.1${'abc'.charAt(at)}`, text }),
  )
  const checklist = aRubricOfAllKinds({
    sections: [aSection({ id: 'c', name: { ...title('Plan') }, skills: [aSkill({ items })] })],
  })
  await show({
    rubrics: [checklist],
    edits: [
      give(TEAM, 'c.0', { kind: 'status', status: 'begun' }),
      give(TEAM, 'c.1', { kind: 'status', status: 'inPlace' }),
      note(TEAM, 'c.1', 'Since May.'),
    ],
  })
  const told = heard(part('Plan'))
  expect(told).toMatch(/2 of 3 questions.*In place.*Two.*Since May\..*Begun.*One/)
  expect(told).toContain('1 question not answered yet')
  expect(told).not.toContain('people')
  expect(part(voice.picture)).toBeUndefined()
  expect(part(voice.strengths)).toBeUndefined()
  expect(page.text()).toContain(voice.howToReadAnswers)
})

test('What the team wrote as one has no author; a text of each has', async () => {
  await show({
    edits: [
      give(TEAM, 'k.ask.words', { kind: 'text', text: 'Our starter kit.' }),
      give('AR', 'k.rate.words', { kind: 'text', text: 'We keep dates.' }),
    ],
  })
  expect(entries('1.2d')).toEqual(['Our starter kit.'])
  expect(entries('1.1b')).toEqual(['ARWe keep dates.'])
})

test('A table shows what was written, what it started from, its added rows and its dates', async () => {
  await show({
    edits: [
      cell('k.plan.table', 'informal', 'decision', 'now'),
      cell('k.plan.table', 'informal', 'by', '2026-12-15'),
      rowEdit(place(TEAM, 'k.plan.table'), { id: 'added-1', order: 0 }),
      cell('k.plan.table', 'added-1', 'offers', 'A podcast.'),
    ],
  })
  const rows = [...(line('1.3a')?.querySelectorAll('[role=row]') ?? [])].map((row) =>
    [...row.querySelectorAll('[role=cell], [role=rowheader]')].map(heard),
  )
  expect(rows.slice(1)).toEqual([
    ['Informal sharing with colleagues', 'Uses ties that exist.', 'Use now', 'December 15, 2026'],
    ['Formal presentations', '', '', ''],
    ['', 'A podcast.', '', ''],
  ])
  const prefilled = [...document.querySelectorAll('[data-prefilled=true]')].map(heard)
  expect(prefilled).toEqual(['Uses ties that exist.'])
})

test('Sites stand on one map by number, and in words with who placed them where', async () => {
  await show({
    edits: [
      put('SB', 'oak', 'c', [20, 30]),
      put('ML', 'oak', 'c', [30, 40]),
      put('AR', 'oak', 'd', [50, 50]),
      put('SB', 'elm', 'a', [10, 5]),
      note('SB', 's.place.zone', 'On pause since fall.', 'elm'),
      give('ML', 's.place.why', { kind: 'text', text: 'Run charts.' }, 'oak'),
    ],
  })
  const points = [...document.querySelectorAll<HTMLElement>('[data-strong]')]
  expect(points.map(({ textContent, dataset }) => [textContent, dataset['strong']])).toEqual([
    ['1', 'false'],
    ['1', 'false'],
    ['2', 'true'],
  ])
  expect(entries('2.1a')).toEqual([
    'C · Some traction2 of 3 peopleSB, ML',
    'D · Traction1 of 3 peopleAR',
    'MLRun charts.',
    'A · No traction1 of 3 peopleSB',
    'SBOn pause since fall.',
  ])
  expect(heard(line('2.1a')).match(new RegExp(words.sitesApart, 'g'))).toHaveLength(1)
})

test('A site nobody placed says so, and one without a name has its number', async () => {
  await show({
    edits: [put('SB', 'oak', 'e', [90, 90]), ...fieldEdits('site', 'elm', { name: '' })],
  })
  expect(heard(line('2.1a'))).toContain(`2Site 2${words.notPlaced}`)
})

test('Set-aside answers of every kind have the rubric’s words; together, they have no people', async () => {
  const aside: Answer = { kind: 'setAside', reason: 'unknown' }
  const rubric = aRubricOfAllKinds()
  const status = aStatusItem({
    id: 'x.status',
    setAside: [{ id: 'unknown', label: 'We have not looked' }],
  })
  const skills = [aSkill({ id: 'x', items: [status] })]
  await show({
    rubrics: [{ ...rubric, sections: [...rubric.sections, aSection({ id: 'x', skills })] }],
    edits: [
      give('SB', 'k.ask.one', aside),
      give(TEAM, 'x.status', aside),
      give('ML', 's.place.zone', aside, 'elm'),
    ],
  })
  const told = heard(part(voice.setAside))
  expect(told).toContain("We can't tellSB")
  expect(told).toMatch(/2Elm School ?We don't knowML/)
})

test('A rubric with nothing answered says what will be here, in words that fit its kind', async () => {
  const checklist = aRubricOfAllKinds({
    sections: [aSection({ skills: [aSkill({ items: [aStatusItem()] })] })],
  })
  await show({ rubrics: [checklist] })
  expect(page.text()).toContain(voice.emptyAnswersTitle)
  expect(page.find('link', words.toRubric).getAttribute('href')).toBe(
    `#/r/${store.id}/reflect/${KINDS}`,
  )
  await page.act(() => store.apply([note(TEAM, 'k.ask.status', 'To do in May.')]))
  expect(page.text()).toContain('To do in May.')
})

test('A rubric whose sections have one skill each is a profile of its sections, without an overall', async () => {
  const sections = ['Trust', 'Culture'].map((name, at) =>
    aSection({
      id: `h.${at}`,
      number: `${at + 1}`,
      name: title(name),
      skills: [aSkill({ id: `h.${at}.view`, items: [aRatingItem({ id: `h.${at}.1` })] })],
    }),
  )
  await show({
    rubrics: [aRubric({ id: KINDS, family: 'network-health', sections })],
    edits: [
      give('SB', 'h.0.1', { kind: 'level', level: 'need' }),
      give('ML', 'h.0.1', { kind: 'level', level: 'great' }),
    ],
  })
  const rows = [...document.querySelectorAll('[role=row]')].slice(1).map(heard)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/^1Trust.*SB.*ML2 of 3 people, 1 of 1 method/)
  expect(rows[1]).toContain(words.coverageNone)
  expect(page.text()).not.toMatch(/%|\bmean\b|average|median|rank|overall|total/i)
})

test('Someone alone sees their answers without counts and chips', async () => {
  await show({
    mode: 'individual',
    edits: [
      give('SB', 'k.ask.one', { kind: 'options', options: ['develop'] }),
      put('SB', 'oak', 'c', [20, 30]),
    ],
  })
  expect(entries('1.2a')).toEqual(['Develop'])
  expect(entries('2.1a')[0]).toBe('C · Some traction')
})

test('One rubric is shown at a time, with the way to the others; next steps are shared', async () => {
  const health = aRubric({ id: 'health', shortTitle: 'Health', family: 'network-health' })
  const marked = (rubricId: string) =>
    answerEdit(
      { participantId: 'SB', rubricId, itemId: 'a.one.1' },
      { kind: 'level', level: 'good' },
    )
  await show({
    rubrics: [aRubric({ family: 'hub-leadership' }), health],
    rubricId: 'health',
    edits: [
      marked('health'),
      ...fieldEdits('nextStep', 'n1', { what: 'Draft it', who: '', by: '', sign: '' }),
    ],
  })
  const tabs = [...document.querySelectorAll('nav a')]
  expect(tabs.map((tab) => [tab.textContent, tab.getAttribute('href')])).toEqual([
    // Its domains are never named beside those of network health.
    ['Rubrics of hub leadership', `#/r/${store.id}/summary/test-rubric`],
    ['Health', `#/r/${store.id}/summary/health`],
  ])
  expect(tabs[1]?.getAttribute('aria-current')).toBe('page')
  expect(document.querySelectorAll('[role=table]')).toHaveLength(1)
  expect(part(voice.nextSteps)?.textContent).toContain('Draft it')
  await page.act(() => store.apply([scopeEdit(store.id, 'health', [])]))
  expect(document.querySelector('nav')).toBeNull()
  expect(page.text()).toContain(words.leftOut('Health', 1))
  expect(page.text()).toContain(voice.emptyTitle)
})

function title(text: string) {
  return { text, provenance: 'drafted' as const, source: [] }
}
