import { afterEach, expect, test } from 'vitest'
import { answerEdit, NOTE, responseId, TEAM } from '#core/answer.ts'
import type { Edit } from '#core/change.ts'
import { fieldEdits, type Mode } from '#core/reflection.ts'
import { feedbackField, revealEdits, solutionId, trackField } from '#core/workshop.ts'
import { newReflectionEdits } from '#features/setup/setupForm.ts'
import { SummaryPage } from '#features/summary/SummaryPage.tsx'
import { en } from '#messages/en.ts'
import type { ReflectionStore } from '#storage/openReflection.ts'
import { aRubric } from '../../support/builders.ts'
import { freshStorage, renderPage, type TestPage } from '../../support/page.tsx'
import { testBrowser } from '../../storage/testHost.ts'

const words = en.summary
const rubric = aRubric()
let page: TestPage
let store: ReflectionStore

afterEach(async () => {
  await page.close()
})

/** A team of SB, ML and AR who rate in private, or one person. */
async function show(edits: readonly Edit[], { mode = 'team' }: { mode?: Mode } = {}) {
  const browser = testBrowser()
  const storage = await freshStorage(browser)
  const people = mode === 'team' ? ['SB', 'ML', 'AR'] : ['SB']
  const made = await storage.create({
    rubrics: [rubric],
    edits: (reflectionId) => [
      ...newReflectionEdits({
        reflectionId,
        mode,
        rubrics: [{ rubric, sections: ['a', 'b'] }],
        values: {
          team: mode === 'team' ? 'Cedar hub' : 'Ana Ruiz',
          date: '2026-11-22',
          facilitator: '',
          adding: '',
          way: 'private',
          plan: '',
          people: Object.fromEntries(people.map((id) => [id, { name: id, initials: id }])),
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

const reveal = (...sections: string[]) =>
  page.act(() => store.apply(revealEdits(store.id, rubric.id, sections)))

function mark(participantId: string, itemId: string, level: string): Edit {
  const place = { participantId, rubricId: rubric.id, itemId }
  return answerEdit(place, { kind: 'level', level })
}

function part(heading: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll('h2')].find((one) => one.textContent === heading)
  return found?.closest('section') ?? undefined
}

test('Nothing of a private section is on the page or in reach of its sheet before the reveal', async () => {
  await show([
    mark('SB', 'a.one.1', 'great'),
    mark('ML', 'a.one.1', 'need'),
    mark('SB', 'b.one.1', 'good'),
    ...fieldEdits('strategy', 's1', {
      name: 'Secret strength',
      evidence: 'Seen by SB',
      credit: ['SB'],
      items: ['test-rubric/a.one.1'],
    }),
  ])
  const everything = () => document.body.innerHTML
  expect(page.text()).toContain(words.waiting)
  expect(page.text()).toContain('Build membership and engagement')
  for (const secret of ['Secret strength', 'Seen by SB', '>SB<', '>ML<', '1.1a', 'Nobody']) {
    expect(everything()).not.toContain(secret)
  }
  await page.press('button', words.make)
  for (const secret of ['Secret strength', '>SB<', '>ML<'])
    expect(everything()).not.toContain(secret)

  await reveal('a')
  expect(part(words.talkFirst)?.textContent).toContain('1.1a')
  expect(page.text()).toContain('Secret strength')
  expect(page.text()).toContain(words.waiting)
  expect(page.text()).not.toContain('2.1a')
  await reveal('b')
  expect(page.text()).not.toContain(words.waiting)
})

test('What was agreed on stands beside the marks, once, with the words put to it', async () => {
  const place = { participantId: TEAM, rubricId: rubric.id, itemId: 'a.one.1' }
  await show([
    mark('SB', 'a.one.1', 'great'),
    mark(TEAM, 'a.one.1', 'good'),
    ...fieldEdits('response', responseId(place), { [NOTE]: 'For the newer schools.' }),
  ])
  await reveal('a', 'b')
  const agreed = part(words.agreed)
  expect(agreed?.textContent).toContain("3We're pretty good at this")
  expect(agreed?.textContent).toContain('For the newer schools.')
  expect(page.text().match(/For the newer schools/g)).toHaveLength(1)
})

test('Moves after the reveal are told with both places', async () => {
  await show([mark('SB', 'a.one.1', 'need'), mark('ML', 'a.one.1', 'good')])
  await reveal('a', 'b')
  expect(part(words.moves)).toBeUndefined()
  await page.act(() => new Promise((resolve) => setTimeout(resolve, 5)))
  await page.act(() => store.apply([mark('SB', 'a.one.1', 'good')]))
  expect(part(words.moves)?.textContent).toContain(
    "SB1We really need to do thisto3We're pretty good at this",
  )
})

test('Solutions stand with their challenge, and what nobody wrote to is left out', async () => {
  const [challenge] = rubric.sections[0]?.challenges ?? []
  if (!challenge) throw new Error('The sample names a challenge.')
  const row = { rubricId: rubric.id, sectionId: 'a' }
  await show([
    ...fieldEdits('solution', solutionId(rubric.id, challenge.id), {
      ...row,
      challengeId: challenge.id,
      text: 'Pair each newcomer.',
    }),
    ...fieldEdits('solution', 'own', { ...row, challenge: 'Long roads', text: 'Meet online.' }),
    ...fieldEdits('solution', 'empty', { ...row, challengeId: 'x', text: ' ' }),
  ])
  await reveal('a', 'b')
  const rows = [...(part(words.solutions)?.querySelectorAll('li') ?? [])]
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining(`${challenge.text}Pair each newcomer.`),
    expect.stringContaining('Long roadsMeet online.'),
  ])
})

test('The on-track question and the commitments are told in the voice of whoever answered', async () => {
  await show([mark('SB', 'a.one.1', 'good')], { mode: 'individual' })
  await page.act(() =>
    store.apply(
      fieldEdits('reflection', store.id, {
        [trackField(rubric.id, 'on')]: 'Teams bring data unasked.',
        commitments: ['Share the air'],
      }),
    ),
  )
  const voice = words.voices.individual
  expect(part(voice.track)?.textContent).toContain(`${voice.onTrack}Teams bring data unasked.`)
  expect(part(voice.track)?.textContent).not.toContain(voice.offTrack)
  expect(page.text()).toContain(voice.practice(['Share the air']))
})

test('Next steps come first, with the strategy they are from and what is left from last time', async () => {
  await show([
    mark('SB', 'a.one.1', 'good'),
    ...fieldEdits('nextStep', 'n1', {
      what: 'Draft it',
      from: 'Weekly note (from SB)',
      carried: 'earlier',
    }),
  ])
  await reveal('a', 'b')
  const [first] = document.querySelectorAll('h2')
  expect(first?.textContent).toBe(words.voices.team.nextSteps)
  const steps = part(words.voices.team.nextSteps)?.textContent
  expect(steps).toContain('From: Weekly note (from SB)')
  expect(steps).toContain(words.stepCarried)
})

const checked = () =>
  [...document.querySelectorAll<HTMLInputElement>('dialog input:checked')].map(
    (input) => input.closest('label')?.querySelector('span span')?.textContent,
  )

test('A preset sets the parts, each can still be changed, and feedback is in none of them', async () => {
  await show([mark('SB', 'a.one.1', 'good')])
  await page.act(() =>
    store.apply(
      fieldEdits('reflection', store.id, { [feedbackField('feedback.helped')]: 'Boxes.' }),
    ),
  )
  await reveal('a', 'b')
  await page.press('button', words.make)
  const { partNames, presetNames } = words
  expect(checked().slice(0, -1)).toEqual([
    presetNames.record,
    partNames.summary,
    partNames.catalogue,
    partNames.rubric,
    partNames.notes,
  ])
  expect(page.text()).not.toContain(presetNames.own)
  await page.press('radio', new RegExp(`^${presetNames.handout}`))
  expect(checked().slice(0, -1)).toEqual([
    presetNames.handout,
    partNames.summary,
    partNames.catalogue,
  ])
  await page.press('checkbox', new RegExp(`^${partNames.feedback}`))
  expect(checked()).toContain(partNames.feedback)
  expect(checked()).toContain(presetNames.handout)
  await page.press('radio', new RegExp(`^${presetNames.network}`))
  expect(page.text()).toContain('not on the list cannot be known')
  expect(checked()).not.toContain(partNames.feedback)
})

test('Someone alone is offered their own copy, not a team record', async () => {
  await show([mark('SB', 'a.one.1', 'good')], { mode: 'individual' })
  await page.press('button', words.make)
  expect(checked()[0]).toBe(words.presetNames.own)
  expect(page.has('radio', new RegExp(`^${words.presetNames.record}`))).toBe(false)
  await page.press('radio', new RegExp(`^${words.presetNames.network}`))
  expect(page.text()).toContain(words.presetHintsMine.network)
})
