import { afterEach, expect, test } from 'vitest'
import { revealEdits } from '#core/workshop.ts'
import { fieldEdits } from '#core/reflection.ts'
import { en } from '#messages/en.ts'
import { aRubric, aTextItem } from '../../support/builders.ts'
import { mark, named, openShare, type Opening, type Shared } from './openShare.tsx'

const words = en.share
let shared: Shared

afterEach(async () => {
  await shared.page.close()
})

async function show(opening: Opening = {}) {
  shared = await openShare(opening)
  return shared
}

const APART = [
  mark('SB', 'a.two.1', 'great'),
  mark('ML', 'a.two.1', 'great'),
  mark('OK', 'a.two.1', 'need'),
]

test('What lies far apart stands first, with its rule and a question for each side', async () => {
  const { part } = await show({ edits: () => [...APART, mark('SB', 'a.one.1', 'good')] })
  const talk = part('talk-first')
  expect(talk.textContent).toContain(words.talkFirstRule)
  const rows = [...talk.querySelectorAll('li h3')].map((row) => row.textContent)
  expect(rows).toEqual(['1.2aSay what each role does.'])
  const boxes = [...talk.querySelectorAll('li li')].map((box) => box.textContent)
  expect(boxes).toEqual(['Need toOK', 'Get better', 'Pretty good', 'GreatSBML'])
  const questions = [...talk.querySelectorAll('p')].map((line) => line.textContent)
  expect(questions).toContain(`SBML${words.askHigh("We're great at this")}`)
  expect(questions).toContain(`OK${words.askLow}`)
})

test('The time is shared out when a plan is chosen, and not named without one', async () => {
  const { part } = await show({
    plan: 'minutes90',
    edits: () => [...APART, mark('SB', 'a.two.2', 'need'), mark('ML', 'a.two.2', 'good')],
  })
  // A third of 34 minutes, for two methods.
  expect(part('talk-first').textContent).toContain(words.minutesEach(6, false))
  await shared.page.close()
  await show({ edits: () => APART })
  expect(shared.part('talk-first').textContent).not.toMatch(/minute/)
})

test('Where nothing lies apart there is a kind word and no rule', async () => {
  const { part } = await show({
    edits: () => [mark('SB', 'a.one.1', 'good'), mark('ML', 'a.one.1', 'good')],
  })
  expect(part('talk-first').textContent).toContain(words.talkFirstNone)
  expect(part('talk-first').textContent).not.toContain(words.talkFirstRule)
})

test('Nothing of a section that is still private stands here, until it is shown', async () => {
  const { page, store, part } = await show({
    way: 'private',
    edits: () => [...APART, ...named('Welcome days', 'a.two.1', { credit: ['SB'] })],
  })
  expect(page.text()).toContain(words.privateSections(2))
  expect(page.text()).toContain(words.privatePoster)
  expect(page.text()).not.toMatch(/SB|ML|OK|Welcome days/)
  expect(page.find('link', words.toReveal).getAttribute('href')).toBe(
    `#/r/${store.id}/reflect/test-rubric`,
  )
  expect(page.has('button', words.addStrategyTo('Build membership and engagement'))).toBe(false)
  await page.act(() => store.apply(revealEdits(store.id, 'test-rubric', ['a'])))
  expect(page.text()).toContain(words.privateSections(1))
  expect(part('talk-first').textContent).toContain('SB')
  expect(part('strengths').textContent).toContain('Welcome days')
  expect(page.has('button', words.addStrategyTo('Build membership and engagement'))).toBe(true)
  expect(page.has('button', words.addStrategyTo('Build network culture'))).toBe(false)
})

test('A poster names what people do, how they know, and whose it is, and counts', async () => {
  const { part } = await show({
    edits: () => [
      ...named('Welcome days', 'a.two.1', {
        credit: ['SB', 'OK'],
        evidence: 'Nine of ten stayed.',
      }),
      ...named('Two-deep', 'a.one.1', { order: 2 }),
    ],
  })
  const [first, second] = part('strengths').querySelectorAll('article')
  expect(first?.querySelector('h3')?.textContent).toBe('Build membership and engagement')
  expect(first?.textContent).toContain('Build membershipDevelop roles')
  const rows = [...(first?.querySelectorAll('[data-strategy]') ?? [])].map((row) => row.textContent)
  expect(rows[0]).toContain('Welcome daysHow Welcome days goes.SBOK1.2a')
  expect(rows[0]).toContain('Nine of ten stayed.')
  expect(rows[0]).toContain(en.summary.evidenceKinds.survey)
  expect(rows[1]).toContain(words.voices.team.noEvidence)
  expect(first?.textContent).toContain('2 strategies so far: as many as possible')
  expect(second?.textContent).toContain(words.voices.team.noStrategies)
  expect(second?.textContent).not.toContain('so far')
})

test('Two worked examples of evidence are open until a strategy is named', async () => {
  await show()
  const isOpen = () => document.querySelector('details')?.open
  expect(isOpen()).toBe(true)
  expect(document.querySelectorAll('details dl')).toHaveLength(2)
  expect(document.querySelector('details')?.textContent).toContain(en.common.provenance.source)
  await shared.page.close()
  await show({ edits: () => named('Two-deep', 'a.one.1') })
  expect(isOpen()).toBe(false)
})

test('A new strategy goes to the strongest method unless another is chosen, credited to nobody', async () => {
  const { page, store, part, control, write, choose } = await show({
    edits: () => [
      mark('SB', 'a.two.2', 'great'),
      mark('ML', 'a.two.2', 'good'),
      mark('ML', 'a.one.1', 'good'),
      mark('SB', 'a.two.1', 'need'),
    ],
  })
  await page.press('button', words.addStrategyTo('Build membership and engagement'))
  const list = control<HTMLSelectElement>(part('strengths'), 'select', words.belongsTo('method'))
  expect(document.activeElement).toBe(list)
  const groups = [...list.querySelectorAll('optgroup')].map((group) => [
    group.label,
    ...[...group.children].map((option) => (option as HTMLOptionElement).value),
  ])
  expect(groups).toEqual([
    [words.strongFirst, 'a.two.2', 'a.one.1'],
    [words.others, 'a.one.words', 'a.two.1'],
  ])
  expect(list.value).toBe('a.two.2')
  const name = control(part('strengths'), 'input', en.reflect.strategyName)
  await write(name, 'Front door')
  await page.act(() => name.blur())
  expect(store.reflection().strategies).toMatchObject([
    { name: 'Front door', credit: [], items: [{ itemId: 'a.two.2' }] },
  ])
  // The form is the same one: a field of it is still there to be written in.
  expect(name.isConnected).toBe(true)
  await choose(list, 'a.two.1')
  expect(store.reflection().strategies).toMatchObject([{ items: [{ itemId: 'a.two.1' }] }])
  await page.press('button', en.common.done)
  expect(part('strengths').textContent).toContain('Front door')
})

test('Closing an empty form leaves no strategy behind', async () => {
  const { page, store } = await show()
  await page.press('button', words.addStrategyTo('Build network culture'))
  await page.press('button', en.common.done)
  expect(store.changes().filter(({ kind }) => kind === 'strategy')).toEqual([])
  expect(page.has('button', words.addStrategyTo('Build network culture'))).toBe(true)
})

test('Someone alone has strengths of their own and nobody to talk to first', async () => {
  const { page, store, part, control, write } = await show({
    mode: 'individual',
    people: ['SB'],
    edits: () => [mark('SB', 'b.one.1', 'great')],
  })
  expect(page.find('heading', words.voices.individual.strengths)).toBeTruthy()
  expect(document.getElementById('talk-first')).toBeNull()
  await page.press('button', words.addStrategyTo('Build network culture'))
  const name = control(part('strengths'), 'input', en.reflect.strategyName)
  await write(name, 'Keep a list')
  await page.act(() => name.blur())
  expect(store.reflection().strategies).toMatchObject([{ credit: ['SB'] }])
  expect(page.text()).toContain(en.reflect.strategyEvidence.individual)
  await page.press('button', en.common.done)
  expect(page.text()).toContain(words.voices.individual.howWeKnow)
  // Where words come from is told by the makers of the app, who are several.
  const own = page
    .text()
    .replace(words.examplesFrom, '')
    .replaceAll(en.common.provenance.source, '')
    .replaceAll(en.common.provenance.drafted, '')
  expect(own).not.toMatch(/\b(we|our|us)\b/i)
})

test('Two rubrics are two tabs; prompts of the session are none', async () => {
  const other = aRubric({ id: 'other', shortTitle: 'Learning' })
  const prompts = aRubric({ id: 'prompts', shortTitle: 'Prompts', family: 'workshop' })
  const { page, store } = await show({ rubrics: [aRubric(), other, prompts], rubricId: 'other' })
  expect(page.find('link', 'Network').getAttribute('href')).toBe(
    `#/r/${store.id}/share/test-rubric`,
  )
  expect(page.find('link', 'Learning').getAttribute('aria-current')).toBe('page')
  expect(page.has('link', 'Prompts')).toBe(false)
})

test('A rubric without boxes has neither talk nor posters', async () => {
  const plain = aRubric()
  const [section] = plain.sections
  if (!section) throw new Error('no section')
  const skills = section.skills.map((skill) => ({ ...skill, items: [aTextItem()] }))
  await show({ rubrics: [{ ...plain, sections: [{ ...section, skills: skills.slice(0, 1) }] }] })
  expect(document.getElementById('talk-first')).toBeNull()
  expect(document.getElementById('strengths')).toBeNull()
  expect(document.getElementById('solutions')).not.toBeNull()
})

test('The list of parts leads to each, and the foot on to Plan', async () => {
  const { page, part, store } = await show()
  await page.press('button', words.solutionsShort)
  expect(document.activeElement).toBe(part('solutions').querySelector('h2'))
  expect(page.find('link', words.toPlan).getAttribute('href')).toBe(`#/r/${store.id}/plan`)
})

test('Two devices that name a strategy differently keep both names until someone chooses', async () => {
  const { page, store, elsewhere } = await show({ edits: () => named('One', 'a.one.1') })
  await elsewhere(
    fieldEdits('strategy', 'One', { name: 'Other' }),
    fieldEdits('strategy', 'One', { name: 'Ours' }),
  )
  await page.until(() => page.text().includes(en.reflect.otherVersions), 'both names')
  await page.press('button', en.reflect.keepBoth)
  expect(store.reflection().strategies[0]?.name.split(' / ').toSorted()).toEqual(['Other', 'Ours'])
})
